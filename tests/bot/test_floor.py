"""The floor through the whole line: calls, ageing in a flood, and what the disk holds of shifts."""

from datetime import timedelta

from bot.deciding.cards import OLDER, SINGLY
from bot.security.devices import PersonId, RoomId
from bot.timers import Timers
from handoff.floor import Floor
from handoff.model import NO_CARD, StaffId
from tests.bot.memory_line import ANNA, BRAM, DESK_ROOM, PERSON_NOW, MemoryLine
from tests.conversations.play import HOURS

MINUTE = timedelta(minutes=1)
IN_DANGER = ("2", "1", "4", "1", "1")


async def _comes(line: MemoryLine, number: int, way: tuple[str, ...] = PERSON_NOW) -> None:
    room, person = RoomId(f"!r{number}:people.test"), PersonId(f"@p{number}:people.test")
    await line.intake(way, room=room, person=person)
    await line.settle()


def _edits(line: MemoryLine) -> int:
    return sum(bool(sent.message.replaces) for sent in line.desk.sent if sent.room == DESK_ROOM)


def _calls(line: MemoryLine) -> list[tuple[PersonId, ...]]:
    sent = [one.message for one in line.desk.sent if one.room == DESK_ROOM]
    return [one.mentions for one in sent if one.text.startswith("Misschien is iemand in gevaar")]


# ---- ageing in a flood --------------------------------------------------------------------------


async def test_a_case_without_a_card_never_grows_older(line: MemoryLine) -> None:
    for number in range(SINGLY.burst + 5):
        await _comes(line, number)
    ages = [case.card_age for case in await line.store.cases_waiting()]
    assert ages.count(NO_CARD) == 5
    before = len(line.texts(DESK_ROOM))
    await line.wait(3 * 60 * MINUTE)
    assert _edits(line) == SINGLY.burst
    assert len(line.texts(DESK_ROOM)) == before + SINGLY.burst


async def test_many_cards_at_once_are_edited_in_part_and_say_what_is_true_later(
    line: MemoryLine,
) -> None:
    for number in range(SINGLY.burst):
        await _comes(line, number)
    await line.wait(timedelta(seconds=SINGLY.every_s * SINGLY.burst))
    for number in range(SINGLY.burst, 2 * SINGLY.burst):
        await _comes(line, number)
    before = _edits(line)
    await line.wait(5 * 60 * MINUTE)
    assert _edits(line) - before == OLDER.burst
    await line.wait(30 * 60 * MINUTE)
    assert _edits(line) - before == 2 * OLDER.burst
    assert {case.card_age for case in await line.store.cases_waiting()} == {6}


async def test_a_case_without_a_card_has_one_once_it_is_in_danger(line: MemoryLine) -> None:
    for number in range(SINGLY.burst + 1):
        await _comes(line, number)
    cards = sum("!claim" in text for text in line.texts(DESK_ROOM))
    last = SINGLY.burst
    await line.writes("gevaar", RoomId(f"!r{last}:people.test"), PersonId(f"@p{last}:people.test"))
    await line.settle()
    assert sum("!claim" in text for text in line.texts(DESK_ROOM)) == cards + 1
    assert NO_CARD not in {case.card_age for case in await line.store.cases_waiting()}


async def test_after_a_restart_a_card_goes_on_growing_older(line: MemoryLine) -> None:
    await _comes(line, 1)
    line.inbox._timers = Timers(await line.store.cases_waiting(), await line.store.floor())
    await line.wait(70 * MINUTE)
    assert _edits(line) == 1


# ---- calls --------------------------------------------------------------------------------------


async def test_calls_come_at_most_once_a_minute(line: MemoryLine) -> None:
    for number in range(10):
        await _comes(line, number, IN_DANGER)
    assert _calls(line) == [(ANNA, BRAM)]
    line.clock[0] += MINUTE
    await _comes(line, 11, IN_DANGER)
    assert len(_calls(line)) == 2


async def test_a_call_reaches_those_on_shift(line: MemoryLine) -> None:
    await line.writes("!shift start", DESK_ROOM, BRAM)
    await line.settle()
    await _comes(line, 1, IN_DANGER)
    assert _calls(line) == [(BRAM,)]


# ---- shifts -------------------------------------------------------------------------------------


async def test_nothing_is_left_of_a_shift_on_the_disk(line: MemoryLine) -> None:
    await line.writes("!shift start", DESK_ROOM, ANNA)
    await line.settle()
    assert set((await line.store.floor()).shifts) == {StaffId(ANNA)}
    await line.wait(6 * 60 * MINUTE)
    assert await line.store.floor() == Floor()
    row = await line.store._db.run(
        lambda db: db.execute("SELECT value FROM meta WHERE key = 'floor'").fetchone()
    )
    assert b"anna" not in bytes(row[0])


async def test_a_shift_that_ended_makes_what_the_disk_kept_unreadable(line: MemoryLine) -> None:
    async def due() -> bool:
        return await line.store.purge_due()

    await line.writes("!shift start", DESK_ROOM, ANNA)
    await line.settle()
    assert not await due()
    await line.writes("!shift end", DESK_ROOM, ANNA)
    await line.settle()
    assert await due()


async def test_the_shift_goes_on_after_a_restart_and_still_ends(line: MemoryLine) -> None:
    await line.writes("!shift start", DESK_ROOM, ANNA)
    await line.settle()
    line.inbox._timers = Timers((), await line.store.floor())
    await line.wait(6 * 60 * MINUTE)
    assert (await line.store.floor()).shifts == {}
    assert "anna" in line.texts(DESK_ROOM)[-1]


async def test_a_talk_is_noted_at_its_claim_and_gone_after_the_rest(line: MemoryLine) -> None:
    await _comes(line, 1)
    await line.live()
    assert (await line.store.floor()).load(StaffId(ANNA)).talking
    await line.writes("!close", line.case_room(), ANNA)
    await line.settle()
    load = (await line.store.floor()).load(StaffId(ANNA))
    assert load.talking is None
    assert load.rest_until == line.clock[0] + 15 * MINUTE
    await line.wait(15 * MINUTE)
    assert await line.store.floor() == Floor()


# ---- what reporters hear ------------------------------------------------------------------------


async def test_waiting_cases_are_counted_without_reading_them(line: MemoryLine) -> None:
    for number in range(5):
        await _comes(line, number)
    assert await line.store.count_waiting(100) == 5
    assert await line.store.count_waiting(3) == 3


async def test_a_reporter_hears_a_range_and_never_a_count(line: MemoryLine) -> None:
    line.team.hours = HOURS
    line.clock[0] += 60 * MINUTE
    for person in (ANNA, BRAM):
        await line.writes("!shift start", DESK_ROOM, person)
    await line.settle()
    heard = []
    for number in range(4):
        room = RoomId(f"!r{number}:people.test")
        person = PersonId(f"@p{number}:people.test")
        await line.intake(PERSON_NOW, room=room, person=person, language="1")
        heard.append(next(text for text in line.texts(room) if "Er komt zo" in text))
    assert "\u20685\u2069 tot \u206820\u2069" in heard[0]
    assert "\u206810\u2069 tot \u206845\u2069" in heard[2]
    assert "\u206820\u2069 tot \u206890\u2069" in heard[3]
