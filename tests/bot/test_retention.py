"""Nothing outstays its limit, also when the line was away; and a look would show it if it did."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.base import Account
from bot.clock import hour_of
from bot.inbox import Lifetimes
from bot.rows import OURSELVES
from bot.security.devices import RoomId
from bot.storage.base import Copy, Destination, NewAction, Outcome, Verdict
from bot.storage.cases import CASE
from bot.storage.retention import EVENTS_KEPT_DAYS, WORDS_KEPT_HOURS
from handoff.model import CaseId, Stage
from tests.bot.memory_line import (
    ANNA,
    ANSWERED_HERE,
    DESK_ROOM,
    MESSAGE,
    MemoryLine,
    memory_line,
    quick_folder,
)
from tests.bot.test_coming_back import coded, says
from tests.contracts.test_store import event

HOUR = timedelta(hours=1)


@pytest.fixture
async def line() -> AsyncIterator[MemoryLine]:
    with quick_folder() as folder:
        async with memory_line(folder) as opened:
            yield opened


async def overdue(line: MemoryLine) -> dict[str, int]:
    """What `check` counts, without the kinds of which there is none."""
    now = line.clock[0]
    found = await line.store.overdue(hour_of(now), Lifetimes().limits(now - HOUR))
    return {kind: count for kind, count in found.items() if count}


def test_every_stage_has_its_limit() -> None:
    assert set(Lifetimes().by_stage()) == set(Stage)


async def test_a_draft_and_a_case_are_seen_to_outstay_and_then_go(line: MemoryLine) -> None:
    await line.intake(("safe", "story"))
    line.clock[0] += timedelta(hours=23)
    assert await overdue(line) == {}
    line.clock[0] += timedelta(hours=3)
    assert await overdue(line) == {"cases draft": 1}
    await line.inbox.sweep()
    await line.settle()
    assert await overdue(line) == {}
    assert await line.case() is None


async def test_a_sent_case_goes_after_ninety_days_though_the_line_was_away(
    line: MemoryLine,
) -> None:
    await line.intake(MESSAGE)
    case = await line.case()
    assert case
    kept = Lifetimes().by_stage()[case.stage]
    line.clock[0] += kept + 2 * HOUR
    assert await overdue(line) == {f"cases {case.stage.value}": 1}
    await line.wait(timedelta())
    await line.wait(timedelta(days=15))  # whatever stage it ended in
    assert await overdue(line) == {}
    assert await line.case() is None


@pytest.mark.parametrize("hours", [0, 5, 14, 23])
async def test_a_sent_case_is_stored_with_a_day_and_never_kept_longer(
    line: MemoryLine, hours: int
) -> None:
    """Whatever the hour of sending: at its limit it is gone, and not more than a day before."""
    line.clock[0] += hours * HOUR
    await line.intake((*MESSAGE, *ANSWERED_HERE))
    case = await line.case()
    assert case
    sent, kept = line.clock[0], Lifetimes().by_stage()[case.stage]
    ((began,),) = await rows(line, "SELECT touched FROM cases")
    assert began % 24 == 0
    line.clock[0] = sent + kept - timedelta(days=1) - HOUR
    await line.inbox.sweep()
    assert await overdue(line) == {}
    assert not any(await _lapses(line))
    line.clock[0] = sent + kept
    await line.inbox.sweep()
    assert any(await _lapses(line))


@pytest.mark.parametrize("hours", [0, 5, 14, 23])
async def test_a_closed_case_is_stored_with_a_day_and_never_kept_longer(
    line: MemoryLine, hours: int
) -> None:
    line.clock[0] += hours * HOUR
    await coded(line)
    room = await line.live()
    await line.writes("!close", room, ANNA)
    await line.settle()
    ((began, body),) = await rows(line, "SELECT touched, body FROM cases")
    case = CASE.validate_json(body)
    assert case.stage is Stage.CLOSED
    assert case.ended
    assert hour_of(case.ended) == began
    assert began % 24 == 0
    assert case.last_heard is None
    line.clock[0] += Lifetimes().closed
    await line.inbox.sweep()
    assert any(await _lapses(line))


async def test_a_case_at_rest_has_no_hour(line: MemoryLine) -> None:
    line.clock[0] += 14 * HOUR
    await coded(line)
    await line.live()
    await says(line, "stop")
    ((stage, body),) = await rows(line, "SELECT stage, body FROM cases")
    case = CASE.validate_json(body)
    assert stage == Stage.RESTING.value
    assert case.sent
    assert hour_of(case.sent) % 24 == 0
    assert (case.last_contact, case.last_heard, case.ended) == (None, None, None)


async def test_the_hour_of_sending_stays_while_the_card_shows_it(line: MemoryLine) -> None:
    line.clock[0] += 14 * HOUR
    await line.intake((*MESSAGE, *ANSWERED_HERE))
    case = await line.case()
    assert case
    assert case.sent
    assert hour_of(case.sent) == hour_of(line.clock[0])


async def test_the_desks_events_are_forgotten_after_a_week(line: MemoryLine) -> None:
    """Day by day, without a time on any of them; today's are still known."""
    for _ in range(EVENTS_KEPT_DAYS + 3):
        await line.writes("!help", DESK_ROOM, next(iter(line.pins.staff)))
        await line.settle()
        await line.inbox.end_day()
        line.clock[0] += timedelta(days=1)
    rows = await count(line, "inbox")
    assert rows <= EVENTS_KEPT_DAYS + 1
    assert await overdue(line) == {}
    line.clock[0] += timedelta(days=EVENTS_KEPT_DAYS + 2)
    assert await overdue(line) == {"inbox": rows}
    await line.inbox.end_day()
    assert await overdue(line) == {}


async def test_a_waiting_event_is_never_forgotten(line: MemoryLine) -> None:
    await line.store.receive("front", {}, [event("$1")])
    for _ in range(EVENTS_KEPT_DAYS + 2):
        await line.inbox.end_day()
        line.clock[0] += timedelta(days=1)
    assert await line.store.next_row()


async def test_what_belongs_to_nothing_is_counted(line: MemoryLine) -> None:
    """A copy or a way back without its case, unless a row waits to tidy up after it."""
    gone, room = CaseId("gone"), RoomId("!somewhere")
    hour = hour_of(line.clock[0])
    words = NewAction(Destination("!other"), gone, "t", b"x", words=True)
    copy = Copy(Account.FRONT, room, "$e", gone, "")
    await line.store.decide(Verdict(99, hour, copies=(copy,), actions=(words,)))
    assert await overdue(line) == {"copies": 1}
    tidy = NewAction(Destination(room), gone, "t2", b"x")
    await line.store.decide(Verdict(99, hour, actions=(tidy,)))
    assert await overdue(line) == {}
    line.clock[0] += timedelta(hours=WORDS_KEPT_HOURS)
    assert await overdue(line) == {"outbox": 1}
    for head in await line.store.outbox_heads():
        await line.store.performed(head, Outcome(forgotten_room=room))
    assert await overdue(line) == {}


async def test_an_unused_chat_is_counted(line: MemoryLine) -> None:
    hour = hour_of(line.clock[0])
    room: dict[tuple[str, str], Any] = {("room", "!idle"): b'{"since": %d}' % hour}
    await line.store.save("front", room)
    assert await overdue(line) == {}
    line.clock[0] += timedelta(days=3)
    assert await overdue(line) == {"rooms": 1}


async def rows(line: MemoryLine, query: str) -> list[tuple[Any, ...]]:
    return await line.store._db.run(lambda db: [tuple(row) for row in db.execute(query)])


async def _lapses(line: MemoryLine) -> list[tuple[Any, ...]]:
    return await rows(line, "SELECT event FROM inbox WHERE event LIKE 'lapsed:%'")


async def count(line: MemoryLine, table: str) -> int:
    query = f"SELECT COUNT(*) FROM {table} WHERE account != '{OURSELVES}'"
    return await line.store._db.run(lambda db: int(db.execute(query).fetchone()[0]))
