"""`run` and `check`: the line opens only when nothing is found that makes it unsafe."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

from bot.clock import hour_of, local_clock
from bot.config import Place
from bot.errors import ConfigurationError
from bot.inbox import Lifetimes
from bot.operating.checking import offered_languages, reachable, standing
from bot.operating.finding import Finding, Level
from bot.operating.recovering import is_lost, recover
from bot.operating.signalling import findings as on_signal
from bot.runtime import open_identity, open_stores, run_line

Echo = Callable[[str], None]
GRACE = timedelta(hours=1)


async def open_line(place: Place, echo: Echo, stop: asyncio.Event) -> None:
    """Run until `stop`; refuses, with the reason, when a check fails."""
    async with open_identity(place) as identity:
        faults = [f.words async for f in standing(place, identity) if f.level is Level.FAULT]
        languages = offered_languages(await identity.approvals())
    if faults:
        raise ConfigurationError("The line does not open. " + "; ".join(faults))
    await recover(place, echo, stop)
    if not stop.is_set():
        await run_line(place, languages, echo, stop)


async def check_line(place: Place, echo: Echo) -> bool:
    """Print every finding; true when none is a fault."""
    fine = True
    async with open_identity(place) as identity:
        looks = (standing(place, identity), reachable(place, identity), stored(place))
        for look in (*looks, on_signal(place)):
            async for finding in look:
                echo(str(finding))
                fine = fine and finding.level is not Level.FAULT
    return fine


async def stored(place: Place) -> AsyncIterator[Finding]:
    """What lies in `line.db`, when it can be read."""
    if is_lost(place):
        yield Finding(
            Level.NOTE,
            "line.db cannot be read any more: the next `run` begins anew, without its cases",
        )
        return
    now = local_clock(place.config.time_zone)()
    # The line looks every few minutes: what just reached its limit is not late yet.
    limits = Lifetimes().limits(now - GRACE)
    async with open_stores(place) as stores:
        found = await stores.line.overdue(hour_of(now), limits)
        due = await stores.line.purge_due()
    total = sum(found.values())
    kinds = ", ".join(f"{kind} {count}" for kind, count in found.items() if count)
    words = f"objects older than their limit: {total}" + (f" ({kinds})" if kinds else "")
    yield Finding(Level.FAULT if total else Level.OK, words)
    if due:
        yield Finding(
            Level.NOTE,
            "something was erased and can still be read; a running line ends that within seconds",
        )
