"""The desk room is renewed each week: never two desks, never none, wherever the line is cut."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import EventId, PersonJoined
from bot.channels.memory import Sent
from bot.errors import Refused
from bot.security.devices import PersonId, RoomId
from bot.storage.line import LineStore
from dialogs.model import Language, MessageId
from handoff.model import RoomRef, StaffId
from handoff.moving import DeskRoom
from tests.bot.memory_line import (
    ANNA,
    BRAM,
    DESK_ROOM,
    KEY,
    NOT_DUE,
    PERSON_NOW,
    MemoryLine,
    memory_line,
    quick_folder,
    wire,
)
from tests.conversations.play import catalogue

NIGHT = datetime.fromisoformat("2026-03-09T04:10:00+01:00")
DUE = replace(NOT_DUE, due=NIGHT - timedelta(minutes=10))
FRESH = RoomId("!made1")
COMES = PersonJoined(FRESH, EventId("$anna comes"), ANNA)


def words(message: str) -> str:
    return catalogue().text(Language("nl"), MessageId(message))


@pytest.fixture
async def line() -> AsyncIterator[MemoryLine]:
    with quick_folder() as folder:
        async with memory_line(folder, Language("nl")) as opened:
            yield opened


async def waiting(line: MemoryLine) -> None:
    """A case waits, something was said at the desk, and it is the night on which it is due."""
    await line.intake(PERSON_NOW)
    await line.writes("!help", DESK_ROOM, ANNA)
    await line.settle()
    line.clock[0] = NIGHT
    line.place.desk = DUE


def there(line: MemoryLine) -> list[Sent]:
    """What stands in the old desk room."""
    gone = {event for room, event in line.desk.redacted if room == DESK_ROOM}
    return [one for one in line.desk.sent if one.room == DESK_ROOM and one.event not in gone]


async def look(line: MemoryLine) -> None:
    await line.inbox.look()
    await line.settle()


async def comes(line: MemoryLine, came: PersonJoined = COMES) -> None:
    await line.came(line.desk.account, came)
    await line.settle()


async def test_everybody_is_invited_and_the_desk_moves_with_the_first_who_comes(
    line: MemoryLine,
) -> None:
    await waiting(line)
    await look(line)
    assert set(line.desk.invited) == {(FRESH, ANNA), (FRESH, BRAM)}
    assert line.desk.texts(FRESH) == []
    assert line.place.room == DESK_ROOM
    await line.writes("!queue", DESK_ROOM, BRAM)
    await line.settle()
    assert "Kalme Reiger 47" in line.desk.texts(DESK_ROOM)[-1]  # nothing stops meanwhile
    await comes(line)
    welcome, card = line.desk.texts(FRESH)
    assert welcome == words("desk-welcome")
    assert "!claim" in card
    assert [one.message.text for one in there(line)] == [words("desk-moved")]
    assert line.desk.left == [DESK_ROOM]
    assert line.noted == [FRESH]
    assert line.place.desk == replace(line.place.desk, room=RoomRef(FRESH), next=None)


async def test_the_new_room_is_a_whole_desk(line: MemoryLine) -> None:
    """Its card goes with the claim; what is typed in the old room is no command any more."""
    await waiting(line)
    await look(line)
    await comes(line)
    await line.writes("!claim 47", DESK_ROOM, BRAM)
    await line.settle()
    assert [case.claimant for case in await line.cases()] == [None]
    await line.writes("!claim 47", FRESH, ANNA)
    await line.settle()
    assert [case.claimant for case in await line.cases()] == [StaffId(ANNA)]
    card = next(one for one in line.desk.sent if one.room == FRESH and "!claim" in one.message.text)
    assert (FRESH, card.event) in line.desk.redacted
    await comes(line, PersonJoined(FRESH, EventId("$bram comes"), BRAM))
    assert line.desk.texts(FRESH)[-1] == words("desk-welcome")


async def test_it_is_renewed_again_a_week_later(line: MemoryLine) -> None:
    await waiting(line)
    await look(line)
    await comes(line)
    line.clock[0] = NIGHT + timedelta(days=6, hours=23)
    await look(line)
    assert len(line.desk._aliases) == 1
    line.clock[0] = NIGHT + timedelta(days=7)
    await look(line)
    await comes(line, PersonJoined(RoomId("!made2"), EventId("$again"), ANNA))
    assert line.desk.left == [DESK_ROOM, FRESH]


async def test_who_is_not_on_the_roster_does_not_move_the_desk(line: MemoryLine) -> None:
    await waiting(line)
    await look(line)
    stranger = PersonId("@mallory:elsewhere.test")
    await comes(line, PersonJoined(FRESH, EventId("$stranger"), stranger))
    assert line.place.room == DESK_ROOM
    assert line.desk.texts(FRESH) == []


async def test_a_room_that_cannot_be_made_is_tried_again_the_next_morning(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(_: object) -> RoomId:
        raise Refused("no rooms today")

    await waiting(line)
    with monkeypatch.context() as patch:
        patch.setattr(line.desk, "create_room", refuse)
        await look(line)
    assert line.desk.texts(DESK_ROOM)[-1] == words("desk-not-renewed")
    await look(line)
    assert len(line.desk.texts(DESK_ROOM)) == len(set(line.desk.texts(DESK_ROOM)))
    line.clock[0] = NIGHT + timedelta(days=1)
    await look(line)
    assert line.place.desk.next == RoomRef(FRESH)


async def test_a_homeserver_cannot_make_a_case_room_the_desk(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The room it names as the one it made is in use already."""
    await waiting(line)
    line.place.desk = NOT_DUE
    case_room = await line.live()
    line.place.desk = DUE
    for named in (case_room, DESK_ROOM):

        async def wrong(_: object, named: RoomId = named) -> RoomId:
            return named

        with monkeypatch.context() as patch:
            patch.setattr(line.desk, "create_room", wrong)
            await look(line)
        assert line.place.desk.next is None
        assert line.place.room == DESK_ROOM
        assert line.desk.texts(DESK_ROOM)[-1] == words("desk-not-renewed")
        line.place.desk = DUE


async def test_nobody_comes_for_a_week(line: MemoryLine) -> None:
    """The old room stays the desk, and everybody is called again."""
    await waiting(line)
    await look(line)
    line.clock[0] = NIGHT + timedelta(days=7)
    await look(line)
    assert line.desk.texts(DESK_ROOM).count(words("desk-moves")) == 2
    assert line.place.room == DESK_ROOM
    assert len(line.desk._aliases) == 1


class Cut(BaseException):
    """The power goes."""


class Power:
    """Goes before, or after, the nth durable commit."""

    def __init__(self, at: int, *, after: bool) -> None:
        self._left, self._after = at, after

    def over(self, work: Any) -> Any:
        async def cut(*args: Any) -> Any:
            self._left -= 1
            if self._left == 0 and not self._after:
                raise Cut
            done = await work(*args)
            if self._left == 0:
                raise Cut
            return done

        return cut

    def watch(self, line: MemoryLine) -> None:
        for name in ("receive", "decide", "performed"):
            setattr(line.store, name, self.over(getattr(line.store, name)))
        relocating = line.outbox._performing._relocating
        relocating._follow = self.over(relocating._follow)


async def reopened(line: MemoryLine, path: Path) -> MemoryLine:
    """After the power came back: what the homeservers have, the database, and the note."""
    await line.store.close()
    store = LineStore(path, KEY)
    await store.open()
    desk = await store.desk() or DUE
    other = wire(
        store, line.front, line.desk, line.pins, line.clock, Language("nl"), desk_room=desk
    )
    other.noted[:] = line.noted
    other.events = line.events
    return other


def one_desk(line: MemoryLine, desk: DeskRoom) -> None:
    """The desk is a room we are in, and so is the one that is noted for the worst day."""
    assert RoomId(desk.room) in line.desk.encrypted
    assert line.noted[0] in line.desk.encrypted


STEPS = 40
"""More than there are; the test says when that changes."""


@pytest.mark.parametrize("after", [False, True])
async def test_a_cut_at_any_step_leaves_one_desk(*, after: bool) -> None:
    cut = 0
    for at in range(1, STEPS):
        with quick_folder() as folder:
            async with memory_line(folder, Language("nl")) as line:
                await waiting(line)
                Power(at, after=after).watch(line)
                was_cut, last = await through_a_cut(line, folder / "line.db")
                cut += was_cut
                ends_well(last)
                await last.store.close()
    assert 12 < cut < STEPS - 1


async def through_a_cut(line: MemoryLine, path: Path) -> tuple[bool, MemoryLine]:
    was_cut = False
    for phase in (look, comes):
        try:
            await phase(line)
        except Cut:
            was_cut = True
            line = await reopened(line, path)
            one_desk(line, line.place.desk)
            await phase(line)
        one_desk(line, line.place.desk)
    return was_cut, line


def ends_well(line: MemoryLine) -> None:
    """One desk with one welcome and one card; nothing but the last words in the old room."""
    assert set(line.desk.encrypted) == {FRESH}
    welcome, card = line.desk.texts(FRESH)
    assert welcome == words("desk-welcome")
    assert "!claim" in card
    assert [one.message.text for one in there(line)] == [words("desk-moved")]
    assert line.noted == [FRESH]
    assert line.place.room == FRESH
    assert set(line.desk.invited) == {(FRESH, ANNA), (FRESH, BRAM)}
