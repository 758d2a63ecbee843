"""The keys of a case room go to the one who claimed the case, and to no other professional."""

from bot.channels.base import Account
from bot.channels.matrix.sending import reading_rule
from bot.channels.matrix.trust import KnownDevice
from bot.runtime import load_pins
from bot.security.devices import PersonId
from tests.bot.memory_line import ANNA, BRAM, DESK_ROOM, PERSON_NOW, MemoryLine, master_of


def _device(person: PersonId) -> KnownDevice:
    return KnownDevice(person, "DEV", "ed", "curve", master_of(person))


async def test_a_colleague_whom_a_homeserver_puts_there_gets_no_key(line: MemoryLine) -> None:
    """The homeserver says who is in a room; one insider is enough to make use of that."""
    await line.intake(PERSON_NOW)
    room = await line.live(ANNA)
    may_read = reading_rule(Account.DESK, line.pins)
    assert may_read(room, _device(ANNA))
    assert not may_read(room, _device(BRAM))
    assert may_read(DESK_ROOM, _device(BRAM))


async def test_it_holds_after_a_restart(line: MemoryLine) -> None:
    """Read back from the open cases."""
    await line.intake(PERSON_NOW)
    room = await line.live(ANNA)
    pins = await load_pins(line.store)
    assert pins.case_readers == {room: frozenset({ANNA})}


async def test_a_dissolved_room_is_not_remembered(line: MemoryLine) -> None:
    """In memory either."""
    await line.intake(PERSON_NOW)
    room = await line.live(ANNA)
    await line.writes("!close", room, ANNA)
    await line.settle()
    assert line.pins.case_readers == {}
