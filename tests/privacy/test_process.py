"""What the line's process says, and what is left in its memory, after a case has ended."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator

import pytest

from bot.demo.stage import Stage, whole_stage
from tests.figure import Figure
from tests.homeserver.line_talk import Desk, Reporter
from tests.privacy.identifiers import found_in, identifiers_of
from tests.privacy.line_process import LineProcess
from tests.privacy.memory import texts_in_memory

NAME = "zonnebloem4911"
STORY = "Wat hier staat heet naar de maan van kwartaal eenennegentig."
ANSWER = "Uw antwoord heet naar de ring van kwartaal tweeennegentig."


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with whole_stage() as opened:
        await opened.close_line()
        yield opened


@pytest.mark.parametrize("wait_s", [3, pytest.param(60, marks=pytest.mark.nightly)])
async def test_the_process_says_nothing_of_a_reporter(
    stage: Stage, figure: Figure, wait_s: int
) -> None:
    """Its output is asserted; its memory is reported, as Python gives no promise about it."""
    line = LineProcess(stage.place.folder)
    line.start()
    try:
        await line.opened()
        anna = await whole_case(stage)
        wanted = identifiers_of(anna.person, NAME, anna.room) | {STORY, ANSWER}
        await asyncio.sleep(wait_s)
        if (pid := line.pid) and sys.platform.startswith("linux") and os.geteuid() == 0:
            left = await asyncio.to_thread(texts_in_memory, pid, set(wanted))
            told = f"{len(left)} of {len(wanted)}, {len(left & {STORY, ANSWER})} of 2 texts"
            figure(f"identifiers in the process's memory {wait_s} s after a case (reported)", told)
    finally:
        await line.stop()
    said = line.said.encode()
    noted = found_in([said], wanted)
    figure("identifiers and texts in the line's log and output", len(noted))
    assert b"The line is closed." in said
    assert noted == set()
    await anna.person.close()


async def whole_case(stage: Stage) -> Reporter:
    """From the first word until the line has left the chat."""
    anna = await Reporter.arrive(stage, NAME)
    desk = Desk(stage)
    await anna.send_case(STORY)
    await desk.claim()
    await anna.hears("live")
    await desk.writes(ANSWER)
    await anna.hears_text(ANSWER)
    await anna.say("wis", "wis")
    await anna.leaves_line()
    return anna


def test_the_search_sees_what_is_in_memory() -> None:
    """Our own, where the canary surely is."""
    canary = "-".join(["canary", "of", str(os.getpid())])
    assert texts_in_memory(os.getpid(), {canary, "never" + canary[::-1] * 2}) >= {canary}
