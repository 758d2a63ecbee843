"""What cannot be delivered, cannot be delivered yet, or comes too fast: nobody is left guessing."""

import asyncio
from datetime import timedelta

import pytest

from bot import outbox
from bot.channels.base import EventId, Outgoing, TransactionId
from bot.errors import TryLater
from bot.pacing import Pacing
from bot.rows import read_errand
from bot.security.buckets import Buckets, Rate
from bot.security.devices import RoomId
from bot.storage.base import Destination
from tests.bot.memory_line import ANNA, CHAT, DESK_ROOM, PERSON_NOW, MemoryLine


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "FIRST_PAUSE", 0.002)
    monkeypatch.setattr(outbox, "LONGEST_PAUSE", 0.01)


async def decide_all(line: MemoryLine) -> None:
    while row := await line.store.next_row():
        await line.inbox._decide(row)


@pytest.fixture
async def room(line: MemoryLine) -> RoomId:
    await line.intake(PERSON_NOW)
    return await line.live()


def down(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch, where: RoomId, per_try: timedelta
) -> None:
    """Sending into one room fails, and time passes with each try."""

    def failing(channel: MemoryLine) -> None:
        side = line.front if where == CHAT else line.desk
        real = side.send

        async def send(room: RoomId, message: Outgoing, txn: TransactionId) -> EventId:
            if room == where:
                line.clock[0] += per_try
                raise TryLater
            return await real(room, message, txn)

        monkeypatch.setattr(side, "send", send)

    failing(line)


async def test_last_words_do_not_hold_up_leaving(
    line: MemoryLine, room: RoomId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an hour the way back to the reporter goes without them."""
    await line.writes("erase")
    await line.settle()
    down(line, monkeypatch, CHAT, timedelta(minutes=10))
    began = line.clock[0]
    await line.writes("erase")
    await line.settle()
    assert CHAT in line.front.left
    assert await line.store.route_to(CHAT) is None
    assert line.clock[0] - began <= timedelta(hours=2)


async def test_what_was_sent_long_ago_is_looked_up_before_it_is_sent_again(
    line: MemoryLine, room: RoomId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after sending, away for half a day: the homeserver may have forgotten the id."""
    await line.writes("hello", room, ANNA)
    await decide_all(line)
    (head,) = await line.store.outbox_heads()
    await line.outbox._performing.perform(head, read_errand(head.body))
    sent, asked = len(line.front.sent), []
    real = line.front.send

    async def send(room: RoomId, message: Outgoing, txn: TransactionId) -> EventId:
        asked.append(txn)
        return await real(room, message, txn)

    monkeypatch.setattr(line.front, "send", send)
    line.clock[0] += timedelta(hours=13)
    await line.settle()
    assert asked == []
    assert len(line.front.sent) == sent
    assert (await line.rows())["outbox"] == 0


async def test_both_sides_learn_what_was_not_delivered(
    line: MemoryLine, room: RoomId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reporter's message that no colleague gets."""
    with monkeypatch.context() as patch:
        down(line, patch, room, timedelta(hours=13))
        await line.writes("He called again.")
        await decide_all(line)
        (head,) = await line.store.outbox_heads()
        await line.outbox._until_done(head)
    await line.settle()
    assert sum("not know whether" in text for text in line.texts()) == 1
    assert sum("niet worden bezorgd" in text for text in line.desk.texts(room)) == 1


async def test_a_card_nobody_can_read_is_told_and_shown_again(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No colleague's device was there for a day: the reporter is not left waiting unknowing."""
    with monkeypatch.context() as patch:
        down(line, patch, DESK_ROOM, timedelta(hours=13))
        await line.intake(PERSON_NOW[:-1])
        await line.writes(PERSON_NOW[-1])
        await decide_all(line)
        for head in await line.store.outbox_heads():
            if head.destination == Destination(DESK_ROOM):
                await line.outbox._until_done(head)
    await line.settle()
    assert sum("no colleague could open it" in text for text in line.texts()) == 1
    assert sum("!claim" in text for text in line.desk.texts(DESK_ROOM)) == 1


async def test_words_nobody_can_read_do_not_hold_up_the_end_of_their_room(
    line: MemoryLine, room: RoomId
) -> None:
    """The claimant walked out; what was still on its way is with the case."""
    await line.writes("He called again.")
    await decide_all(line)
    await line.leaves(room, ANNA)
    await decide_all(line)
    bodies = [read_errand(row.body) for row in await line.store.outbox_heads()]
    assert [one.action.kind for one in bodies if one.room == room] == ["dissolve_case_room"]
    await line.settle()
    again = await line.live(number=47)
    assert any("He called again." in text for text in line.desk.texts(again))


async def test_texts_beyond_the_pace_wait_in_order_and_are_told_once(
    line: MemoryLine, room: RoomId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both ways; nothing is lost, and the writer learns it."""
    pacing, slept = Pacing(), list[float]()
    now = [0.0]
    pacing._texts = Buckets(Rate(3, 20.0), lambda: now[0])
    monkeypatch.setattr(line.outbox, "_pacing", pacing)

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    monkeypatch.setattr(asyncio, "sleep", sleep)
    for n in range(6):
        await line.writes(f"told {n}")
    await line.settle()
    for n in range(6):
        await line.writes(f"answered {n}", room, ANNA)
    await line.settle()
    told = [text for text in line.desk.texts(room) if "told" in text]
    assert [text.removeprefix("│ ") for text in told] == [f"told {n}" for n in range(6)]
    answered = [text for text in line.texts() if "answered" in text]
    assert answered == [f"answered {n}" for n in range(6)]
    assert sum(slept) == pytest.approx(120.0)
    assert sum("writing a lot" in text for text in line.texts()) == 1
    assert sum("U schrijft veel" in text for text in line.desk.texts(room)) == 1


async def test_a_text_in_pieces_counts_once(line: MemoryLine, room: RoomId) -> None:
    """And so does all that a colleague sees on coming into a case."""
    long = "word " * 4000
    for _ in range(3):
        await line.writes(long)
    await line.settle()
    assert len(line.outbox._pacing._counted) == 4


async def test_what_is_held_back_goes_with_its_case(
    line: MemoryLine, room: RoomId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Erased while a text waits its turn: it is not sent any more."""
    pacing = Pacing()
    pacing._texts = Buckets(Rate(1, 20.0), lambda: 0.0)
    monkeypatch.setattr(line.outbox, "_pacing", pacing)

    async def sleep(_seconds: float) -> None:
        for _ in range(2):
            await line.writes("erase")
            await decide_all(line)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    await line.writes("The first.")
    await line.writes("The second.")
    await line.settle()
    assert any("The first." in text for text in line.desk.texts(room))
    assert not any("The second." in text for text in line.desk.texts(room))
    assert CHAT in line.front.left
