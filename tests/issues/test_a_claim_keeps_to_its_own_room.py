"""A case goes into a fresh room of its own, and only its own failed claim sends it back."""

import pytest

from bot.channels.base import NewRoom
from bot.rows import OURSELVES, NotDelivered, event_bytes
from bot.security.devices import RoomId
from bot.storage.base import NewRow
from handoff.actions import Side
from handoff.model import StaffId, Stage
from tests.bot.memory_line import ANNA, BRAM, DESK_ROOM, PERSON_NOW, MemoryLine

OTHER = RoomId("!other:people.test")
STORY = "A man calls my mother."


def _always(line: MemoryLine, room: RoomId, monkeypatch: pytest.MonkeyPatch) -> None:
    """A homeserver that names a room we already have as the one it made."""

    async def create(_wanted: NewRoom) -> RoomId:
        return room

    monkeypatch.setattr(line.desk, "create_room", create)


async def test_the_desk_room_is_never_a_case_room(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All colleagues would read the case, and closing it would dissolve the desk."""
    await line.intake(PERSON_NOW)
    _always(line, DESK_ROOM, monkeypatch)
    await line.writes("!claim 47", DESK_ROOM, ANNA)
    await line.settle()
    await line.joins(DESK_ROOM, ANNA)
    await line.settle()
    case = await line.case()
    assert case
    assert case.stage is Stage.WAITING
    assert not any(STORY in text for text in line.desk.texts(DESK_ROOM))
    assert DESK_ROOM not in line.desk.left


async def test_a_room_of_another_case_is_refused_and_the_line_goes_on(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor may it stop the line at each start."""
    await line.intake(PERSON_NOW)
    first = await line.live()
    await line.intake(PERSON_NOW, room=OTHER)
    _always(line, first, monkeypatch)
    await line.writes("!claim 48", DESK_ROOM, BRAM)
    await line.settle()
    assert sorted(case.stage.value for case in await line.cases()) == ["live", "waiting"]
    assert first not in line.desk.left


async def test_an_old_claim_that_failed_takes_no_case_from_a_colleague(line: MemoryLine) -> None:
    """The first invitation may fail a day later, when somebody else talks with the reporter."""
    await line.intake(PERSON_NOW)
    await line.claimed(ANNA)
    await line.writes("!back 47", DESK_ROOM, ANNA)
    await line.settle()
    await line.live(BRAM)
    case = await line.case()
    assert case
    late = NotDelivered(case.id, Side.DESK, StaffId(ANNA))
    await line.store.receive(OURSELVES, {}, [NewRow(OURSELVES, "late", "", event_bytes(late))])
    await line.settle()
    case = await line.case()
    assert case
    assert (case.stage, case.claimant) == (Stage.LIVE, StaffId(BRAM))
