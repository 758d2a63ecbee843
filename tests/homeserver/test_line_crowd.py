"""Five professionals and a crowd of reporters at once: each message reaches one person, once."""

import asyncio
import itertools
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest

from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.stage import Stage, set_stage
from tests.figure import Figure
from tests.homeserver.crowd import Case, Professional, tally
from tests.homeserver.line_talk import wanted

STAFF = ("anna", "bram", "dora", "erik", "gita")
ARRIVING = 6
_suffixes = itertools.count(1)


@pytest.fixture
async def desk_of_five(homeserver: ThrowAwayHomeserver, tmp_path: Path) -> AsyncIterator[Stage]:
    suffix = f"crowd{next(_suffixes)}"
    async with set_stage(
        tmp_path / "line", homeserver, professionals=STAFF, suffix=suffix
    ) as opened:
        yield opened


async def _talk(stage: Stage, count: int, within: float) -> tuple[list[Case], list[Professional]]:
    """Everybody at once; every fifth case is handed back once."""
    cases = [Case.new(number, 2 if number % 5 == 0 else 1) for number in range(count)]
    by_number = {case.number: case for case in cases}
    desks = [Professional(stage, place, by_number, Random(place)) for place in range(len(STAFF))]
    arriving = asyncio.Semaphore(ARRIVING)
    async with asyncio.timeout(within), asyncio.TaskGroup() as group:
        for case in cases:
            name = f"reporter{case.number}{stage.suffix}"
            group.create_task(case.live_through(stage, name, arriving))
        for one in desks:
            group.create_task(one.work())
    return cases, desks


def _answers(stage: Stage, message: str) -> int:
    """How often the line said this in the desk room."""
    seen = stage.staff[0].texts(stage.desk_room)
    part = wanted(message, {})
    return sum(one.sender == stage.desk_id and part in one.text for one in seen)


async def _crowd(stage: Stage, count: int, within: float, figure: Figure) -> None:
    began = time.perf_counter()
    cases: list[Case] = []
    try:
        cases, desks = await _talk(stage, count, within)
        found = tally(cases, stage)
        sittings = sum(case.sittings for case in cases)
        claims, told = sum(one.claims for one in desks), _answers(stage, "desk-already-claimed")
        figure(f"5 professionals, {count} cases, messages", found)
        figure(
            f"5 professionals, {count} cases, claims",
            f"{claims} for {sittings} sittings, told that a colleague has it {told}; "
            f"{time.perf_counter() - began:.0f} s",
        )
        assert _answers(stage, "desk-claimed") == sittings
        assert (found.lost, found.twice, found.misrouted) == ([], [], [])
        assert found.out_of_order == 0
        assert told
        assert (
            max(Counter(person.id for case in cases for person, _ in case.rooms).values()) < count
        )
    finally:
        for case in cases:
            if case.reporter:
                await case.reporter.person.close()


async def test_nothing_is_lost_in_a_crowd(desk_of_five: Stage, figure: Figure) -> None:
    """Claims at the same time, corrections, what is taken back, cases handed back, closings."""
    await _crowd(desk_of_five, 8, 600, figure)


@pytest.mark.nightly
async def test_nothing_is_lost_in_a_great_crowd(desk_of_five: Stage, figure: Figure) -> None:
    await _crowd(desk_of_five, 50, 3600, figure)
