"""What is counted when a case ends, through the real line; and what its rows do not tell."""

import itertools
import secrets
import sqlite3
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.clock import hour_of
from bot.inbox import Lifetimes
from bot.security.devices import RoomId
from bot.storage import coded, schema
from bot.storage.base import Verdict
from handoff.model import CodeId, Stage
from handoff.picture.coding import CodedCase, coded_bytes, quarter
from tests.bot.memory_line import (
    ANNA,
    ANSWERED_HERE,
    ANSWERED_ON_RETURN,
    BRAM,
    CHAT,
    MESSAGE,
    PERSON_NOW,
    QUESTIONS,
    UNCOUNTED,
    MemoryLine,
)
from tests.bot.test_coming_back import ELSEWHERE, says, shown_code

CODED = "!code threat self spoken"


async def types(line: MemoryLine, room: RoomId, *texts: str) -> None:
    for text in texts:
        await line.writes(text, room, ANNA)
        await line.settle()
    assert line.faults == []


async def test_a_coded_case_is_counted_once_when_it_is_closed(line: MemoryLine) -> None:
    await line.intake((*MESSAGE, *ANSWERED_HERE))
    room = await line.live()
    await types(line, room, CODED)
    assert await line.counted() == []
    await types(line, room, "!close", "!close")
    (one,) = await line.counted()
    assert (one.quarter, one.state) == ("2026Q1", "")
    assert one.codes == ("mo_threat", "oc_spoken", "rl_self")


@pytest.mark.parametrize(
    ("answers", "typed"),
    [
        ((*MESSAGE, *ANSWERED_HERE), ["!close uncoded"]),
        ((*MESSAGE, *ANSWERED_HERE), [CODED, "!close uncoded"]),
        ((*UNCOUNTED, *ANSWERED_HERE), [CODED, "!close"]),
        (PERSON_NOW, [CODED, "!close"]),
    ],
    ids=["no signal", "no signal after all", "talk only", "talk, and erase"],
)
async def test_what_nobody_may_count_is_closed_and_not_counted(
    line: MemoryLine, answers: tuple[str, ...], typed: list[str]
) -> None:
    await line.intake(answers)
    room = await line.live()
    await types(line, room, *typed)
    assert await line.counted() == []
    case = await line.case()
    assert case
    assert case.stage is Stage.CLOSED
    assert case.codes == frozenset()


async def test_nobody_closes_what_is_to_be_counted_without_coding_it(line: MemoryLine) -> None:
    await line.intake((*MESSAGE, *ANSWERED_HERE))
    room = await line.live()
    await types(line, room, "!close", "!close anyway", "!code spoken self", "!close")
    case = await line.case()
    assert case
    assert case.stage is Stage.LIVE
    await types(line, room, "!code harass", "!close")
    assert len(await line.counted()) == 1


async def test_only_the_claimant_codes(line: MemoryLine) -> None:
    await line.intake((*MESSAGE, *ANSWERED_HERE))
    room = await line.live()
    await line.writes("!code threat", room, BRAM)
    await line.writes("!code mo_smear", CHAT)  # the reporter: an ordinary line
    await line.settle()
    case = await line.case()
    assert case
    assert case.codes == {"rl_self"}  # of the reporter's own choice


async def test_what_the_reporter_erases_is_not_counted(line: MemoryLine) -> None:
    await line.intake((*MESSAGE, *ANSWERED_HERE))
    room = await line.live()
    await types(line, room, CODED)
    await says(line, "erase", "erase")
    assert await line.case() is None
    assert await line.counted() == []


async def test_a_case_that_closes_in_silence_is_counted_when_it_is_coded(line: MemoryLine) -> None:
    await line.intake((*MESSAGE, *ANSWERED_HERE))
    room = await line.live()
    await types(line, room, CODED, "We think along with you.")
    await line.wait(timedelta(hours=26))
    assert len(await line.counted()) == 1


async def test_a_case_that_closes_in_silence_uncoded_is_not_counted(line: MemoryLine) -> None:
    await line.intake((*MESSAGE, *ANSWERED_HERE))
    room = await line.live()
    await types(line, room, "!code threat", "We think along with you.")
    await line.wait(timedelta(hours=26))
    case = await line.case()
    assert case is None or case.stage is Stage.CLOSED
    assert await line.counted() == []


async def test_the_quarter_is_that_of_the_sending(line: MemoryLine) -> None:
    line.clock[0] += timedelta(days=80)
    await line.intake((*MESSAGE, *ANSWERED_HERE))
    line.clock[0] += timedelta(days=30)
    room = await line.live()
    await types(line, room, CODED, "!close")
    assert quarter(line.clock[0].date()) == "2026Q2"
    assert [one.quarter for one in await line.counted()] == ["2026Q1"]


# ---- a case at rest ------------------------------------------------------------------------------


async def at_rest(line: MemoryLine) -> RoomId:
    await line.intake((*QUESTIONS, *ANSWERED_ON_RETURN))
    await says(line, shown_code(line)[:5], "no")
    room = await line.live()
    await types(line, room, "!code threat state IR")
    await says(line, "stop")
    case = await line.case()
    assert case
    assert case.stage is Stage.RESTING
    return room


async def test_a_resting_case_is_coded_from_its_shell(line: MemoryLine) -> None:
    room = await at_rest(line)
    await types(line, room, "!close")
    assert await line.counted() == []  # the outcome is missing, and that is known
    await types(line, room, "!code spoken", "!close")
    (one,) = await line.counted()
    assert one.state == "IR"
    assert {"mo_threat", "mo_relatives", "rl_self", "oc_spoken"} <= set(one.codes)


async def test_what_was_coded_meanwhile_is_there_when_the_reporter_returns(
    line: MemoryLine,
) -> None:
    room = await at_rest(line)
    await types(line, room, "!code spoken narrow -state")
    await says(line, "hello", shown_code(line), room=ELSEWHERE)
    (case,) = [one for one in await line.cases() if one.stage is Stage.LIVE]
    assert case.narrow
    assert case.state == ""
    assert CodeId("oc_spoken") in case.codes
    await types(line, room, "!close")
    assert len(await line.counted()) == 1


# ---- the rows ------------------------------------------------------------------------------------


def table() -> sqlite3.Connection:
    """The table as the line has it, in a file whose pages can be looked at."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("PRAGMA secure_delete = ON")
    (statement,) = [one for one in schema.LINE[0].split(";") if "TABLE coded" in one]
    db.execute(statement)
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL)")
    return db


def numbered(number: int) -> bytes:
    return coded_bytes(CodedCase("2026Q1", (CodeId(f"mo_x{number:04}"),)))


def test_the_place_of_a_row_does_not_tell_when_it_came() -> None:
    """Whoever has the pages, free space and all, finds the rows as their random names sort them."""
    db = table()
    for number in range(60):
        coded.write_coded(db, (numbered(number),))
    rows = db.execute("SELECT body FROM coded ORDER BY quarter, name").fetchall()
    by_name = [body for (body,) in rows]
    assert by_name != sorted(by_name)
    page = db.serialize()
    assert db.execute("SELECT key FROM meta").fetchall() == [("purge_due",)]
    assert all(page.count(body) == 1 for body in by_name)  # no earlier copy is left either
    places = [page.index(body) for body in by_name]
    steps = [later < earlier for earlier, later in itertools.pairwise(places)]
    # Downwards inside a page, and then on to another page: no row stands out.
    assert sum(not down for down in steps) <= len(page) // 4096


def test_without_the_rewriting_it_would_tell() -> None:
    """The look at the pages above can see an order."""
    db = table()
    for number in range(20):
        db.execute(coded._INSERT, ("2026Q1", secrets.token_bytes(16), numbered(number)))
    page = db.serialize()
    places = [page.index(numbered(number)) for number in range(20)]
    assert places == sorted(places, reverse=True)


async def test_a_coded_case_is_kept_five_years_at_most(line: MemoryLine) -> None:
    now = line.clock[0]
    bodies = tuple(
        coded_bytes(CodedCase(quarter(date(now.year - back, month, 1)), (CodeId("mo_other"),)))
        for back, month in ((6, 1), (5, 1), (5, 4), (0, 1))
    )
    await line.store.decide(Verdict(99, hour_of(now), coded=bodies))
    limits = Lifetimes().limits(now)
    assert (await line.store.overdue(hour_of(now), limits))["coded"] == 2
    await line.inbox.end_day()
    assert (await line.store.overdue(hour_of(now), limits))["coded"] == 0
    assert [one.quarter for one in await line.counted()] == ["2021Q2", "2026Q1"]


@pytest.mark.parametrize(
    ("now", "gone"),
    [
        (datetime(2031, 3, 31, 23, tzinfo=UTC), "2026Q1"),
        (datetime(2031, 4, 1, 0, tzinfo=UTC), "2026Q2"),
        (datetime(2028, 2, 29, tzinfo=UTC), "2023Q1"),
    ],
)
def test_a_quarter_goes_when_its_first_day_is_five_years_ago(now: datetime, gone: str) -> None:
    assert coded._limit(hour_of(now)) == gone


def test_writing_among_many_is_quick() -> None:
    """A busy quarter: two and a half thousand rows."""
    db = table()
    rows = [("2026Q1", number.to_bytes(16), numbered(number)) for number in range(2_500)]
    db.executemany(coded._INSERT, rows)
    started = time.perf_counter()
    coded.write_coded(db, (numbered(9_999),))
    assert time.perf_counter() - started < 0.5
