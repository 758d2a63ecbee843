"""`run` and `check`: the line opens only when nothing is found that makes it unsafe."""

import asyncio
from collections.abc import Callable

from bot.config import Place
from bot.errors import ConfigurationError
from bot.operating.checking import offered_languages, reachable, standing
from bot.operating.finding import Level
from bot.runtime import open_stores, run_line

Echo = Callable[[str], None]


async def open_line(place: Place, echo: Echo, stop: asyncio.Event) -> None:
    """Run until `stop`; refuses, with the reason, when a check fails."""
    async with open_stores(place) as stores:
        faults = [f.words async for f in standing(place, stores) if f.level is Level.FAULT]
        languages = offered_languages(await stores.identity.approvals())
    if faults:
        raise ConfigurationError("The line does not open. " + "; ".join(faults))
    await run_line(place, languages, echo, stop)


async def check_line(place: Place, echo: Echo) -> bool:
    """Print every finding; true when none is a fault."""
    fine = True
    async with open_stores(place) as stores:
        for look in (standing(place, stores), reachable(stores)):
            async for finding in look:
                echo(str(finding))
                fine = fine and finding.level is not Level.FAULT
    return fine
