"""`run` and `check`: the line opens only when nothing is found that makes it unsafe."""

import asyncio
from collections.abc import AsyncIterator, Callable

from bot.config import Place
from bot.errors import ConfigurationError
from bot.operating.checking import offered_languages, reachable, standing
from bot.operating.finding import Finding, Level
from bot.operating.recovering import is_lost, recover
from bot.runtime import open_identity, open_stores, run_line

Echo = Callable[[str], None]


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
        for look in (standing(place, identity), reachable(identity), stored(place)):
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
    async with open_stores(place):
        yield Finding(Level.OK, "line.db: opens with the key in its cell")
