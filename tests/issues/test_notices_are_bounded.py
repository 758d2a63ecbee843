"""What cannot be read is answered once, until something readable comes: nobody can flood a room."""

from bot.channels.base import Account, FileCame, NotRead, PersonLeft, Unreadable
from bot.deciding.told import Told
from bot.security.devices import Device, DeviceKey, PersonId, RoomId
from tests.bot.memory_line import (
    ANNA,
    CHAT,
    DESK_ROOM,
    LEILA,
    PERSON_NOW,
    MemoryLine,
    device_of,
)


def told_by(line: MemoryLine) -> Told:
    return line.inbox._deciding._front.told


STRANGER = PersonId("@stranger:staff.test")


async def _unread(line: MemoryLine, reason: Unreadable, room: RoomId = CHAT) -> None:
    await line.came(Account.FRONT, NotRead(room, line.fresh(), LEILA, reason))
    await line.settle()


async def test_before_a_conversation_each_reason_is_told_once(line: MemoryLine) -> None:
    """There is no case to remember it in, and a flood must not make us answer a flood."""
    for _ in range(5):
        await _unread(line, Unreadable.NO_KEY)
        await _unread(line, Unreadable.CLEAR_TEXT)
    assert len(line.texts(CHAT)) == 2
    await _unread(line, Unreadable.NO_KEY, RoomId("!other:people.test"))
    assert len(line.texts(RoomId("!other:people.test"))) == 1


async def test_in_a_conversation_reasons_that_alternate_are_told_once_each(
    line: MemoryLine,
) -> None:
    """And again after something that could be read."""
    await line.intake(PERSON_NOW)
    before = len(line.texts())
    for _ in range(5):
        await _unread(line, Unreadable.NO_KEY)
        await _unread(line, Unreadable.CLEAR_TEXT)
    assert len(line.texts()) == before + 2
    await line.writes("I am here.")
    await line.settle()
    before = len(line.texts())
    await _unread(line, Unreadable.NO_KEY)
    assert len(line.texts()) == before + 1


async def test_what_nobody_told_us_about_is_bounded_in_memory(line: MemoryLine) -> None:
    """Any number of rooms may write what cannot be read."""
    told = told_by(line)
    for place in range(told.most + 50):
        told.first(RoomId(f"!r{place}"), "reason")
    assert len(told) == told.most


async def test_a_room_that_was_left_is_not_remembered(line: MemoryLine) -> None:
    """Nothing of anyone stays in memory."""
    await _unread(line, Unreadable.NO_KEY)
    await line.came(Account.FRONT, PersonLeft(CHAT, line.fresh(), LEILA))
    await line.settle()
    assert len(told_by(line)) == 0


async def test_an_unproven_device_is_reported_to_the_desk_once(line: MemoryLine) -> None:
    """Until a colleague's proven device is heard in that room."""
    unproven = Device(ANNA, DeviceKey("another"), None)
    for _ in range(5):
        await line.writes("!queue", DESK_ROOM, ANNA, device=unproven)
        await line.came(Account.DESK, FileCame(DESK_ROOM, line.fresh(), unproven))
        await line.came(Account.DESK, NotRead(DESK_ROOM, line.fresh(), STRANGER, Unreadable.NO_KEY))
        await line.joins(DESK_ROOM, STRANGER)
        await line.settle()
    assert len(line.desk.texts(DESK_ROOM)) == 3  # unproven, not read, a stranger
    await line.writes("good morning", DESK_ROOM, ANNA, device=device_of(ANNA))
    await line.writes("!queue", DESK_ROOM, ANNA, device=unproven)
    await line.settle()
    assert len(line.desk.texts(DESK_ROOM)) == 4
