"""A flood of cases does not flood the desk room, and hides none of them."""

from datetime import timedelta

from bot.deciding.cards import SINGLY
from bot.security.devices import PersonId, RoomId
from handoff.model import Stage
from tests.bot.memory_line import ANNA, DESK_ROOM, PERSON_NOW, MemoryLine

FLOOD = SINGLY.burst + 5


async def _flood(line: MemoryLine, count: int = FLOOD, first: int = 0) -> list[RoomId]:
    rooms = [RoomId(f"!flood{number}:people.test") for number in range(first, first + count)]
    for number, room in enumerate(rooms, first):
        await line.intake(PERSON_NOW, room=room, person=PersonId(f"@flood{number}:people.test"))
    return rooms


def _cards(line: MemoryLine) -> int:
    return sum("!claim" in text for text in line.texts(DESK_ROOM))


async def test_so_many_cards_singly_then_one_line_for_all(line: MemoryLine) -> None:
    await _flood(line)
    assert _cards(line) == SINGLY.burst
    assert len(line.texts(DESK_ROOM)) == SINGLY.burst + 1
    assert str(SINGLY.burst + 1) in line.texts(DESK_ROOM)[-1]


async def test_every_case_waits_and_can_be_seen_and_claimed(line: MemoryLine) -> None:
    """Also one whose card was never shown."""
    await _flood(line)
    waiting = await line.store.cases_waiting()
    assert len(waiting) == FLOOD
    await line.writes("!queue", DESK_ROOM, ANNA)
    await line.settle()
    assert all(case.alias in line.texts(DESK_ROOM)[-1] for case in waiting)
    last = waiting[-1].number
    assert last is not None
    await line.live(number=last)
    case = await line.store.case(waiting[-1].id)
    assert case is not None
    assert case.stage is Stage.LIVE


async def test_when_the_flood_is_over_cards_come_again(line: MemoryLine) -> None:
    await _flood(line)
    before = _cards(line)
    await line.wait(timedelta(seconds=SINGLY.every_s * 2))
    await _flood(line, 2, FLOOD)
    assert _cards(line) == before + 2


async def test_a_flagged_case_has_its_card_in_a_flood_of_plain_ones(line: MemoryLine) -> None:
    """The first question is whether the reporter is safe now; she is not."""
    await _flood(line)
    before = _cards(line)
    await line.intake(("2", "1", "1", "1", "1"), person=PersonId("@leila:people.test"))
    await line.settle()
    cases = await line.cases()
    assert any(case.progress.flags and case.number for case in cases)
    assert _cards(line) == before + 1
