"""Sending: in order per room, repeated with one transaction id, told when it is given up."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot import outbox
from bot.channels.base import Account, EventId, Outgoing, TransactionId
from bot.channels.memory import MemoryChannel
from bot.errors import ChannelError, LoggedOut, Refused, StorageError, TryLater
from bot.rows import read_errand
from bot.security.devices import PersonId, RoomId
from bot.security.logging import _Log
from bot.storage.base import Destination
from bot.storage.line import LineStore
from tests.bot.memory_line import (
    ANNA,
    BRAM,
    CHAT,
    DESK_ROOM,
    KEY,
    PERSON_NOW,
    MemoryLine,
    wire,
)

OTHER = RoomId("!other:people.test")


class Flaky(MemoryChannel):
    """Fails for chosen rooms and remembers every attempt."""

    def __init__(self, account: Account) -> None:
        super().__init__(account, PersonId("@line:people.test"), for_tests=True)
        self.attempts: list[tuple[RoomId, TransactionId]] = []
        self.down: dict[RoomId, ChannelError] = {}

    async def send(self, room: RoomId, message: Outgoing, txn: TransactionId) -> EventId:
        self.attempts.append((room, txn))
        if fault := self.down.get(room):
            raise fault
        return await super().send(room, message, txn)

    async def redact(self, room: RoomId, event: EventId, txn: TransactionId) -> None:
        self.attempts.append((room, txn))
        if fault := self.down.get(room):
            raise fault
        await super().redact(room, event, txn)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "FIRST_PAUSE", 0.002)
    monkeypatch.setattr(outbox, "LONGEST_PAUSE", 0.01)


@pytest.fixture
async def flaky(line: MemoryLine) -> Flaky:
    """Two live conversations, with a front channel that can fail."""
    channel = Flaky(Account.FRONT)
    line.front = channel
    line.outbox._performing._channels.front = channel
    return channel


@contextlib.asynccontextmanager
async def running(line: MemoryLine) -> AsyncIterator[None]:
    """The real loops of inbox and outbox."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(line.inbox.run()), group.create_task(line.outbox.run())]
        yield
        for task in tasks:
            task.cancel()


async def idle(line: MemoryLine) -> None:
    """Until nothing is left to decide or to send."""
    async with asyncio.timeout(10):
        quiet = 0
        while quiet < 2:  # a row may pass from one side to the other between the two looks
            busy = await line.store.next_row() or await line.store.outbox_heads()
            quiet = 0 if busy else quiet + 1
            await asyncio.sleep(0.005)


async def _two_live(line: MemoryLine) -> tuple[RoomId, RoomId]:
    await line.intake(PERSON_NOW)
    first = await line.live()
    await line.intake(PERSON_NOW, room=OTHER, person=PersonId("@omid:people.test"))
    return first, await line.live(BRAM, number=48)


async def test_a_failing_room_keeps_its_order_and_delays_no_other(
    line: MemoryLine, flaky: Flaky
) -> None:
    one, two = await _two_live(line)
    flaky.down[CHAT] = TryLater("busy", after=0.004)
    flaky.attempts.clear()
    async with running(line):
        for n in range(3):
            await line.writes(f"to the first {n}", one, ANNA)
            await line.writes(f"to the second {n}", two, BRAM)
        while len(flaky.texts(OTHER)) < 3 or "to the second 2" not in flaky.texts(OTHER):
            await asyncio.sleep(0.005)
        assert not any("to the first" in text for text in flaky.texts(CHAT))
        async with asyncio.timeout(30):
            while len(tries := [txn for room, txn in flaky.attempts if room == CHAT]) < 3:
                await asyncio.sleep(0.005)
        assert len(set(tries)) == 1  # the same transaction each time, and nobody overtakes
        del flaky.down[CHAT]
        await idle(line)
    assert flaky.texts(CHAT)[-3:] == [f"to the first {n}" for n in range(3)]
    assert flaky.texts(OTHER)[-3:] == [f"to the second {n}" for n in range(3)]
    sent = [one.txn for one in flaky.sent]
    assert len(sent) == len(set(sent))


async def test_the_servers_wish_to_wait_is_heard(
    line: MemoryLine, flaky: Flaky, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = (await _two_live(line))[0]
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        flaky.down.clear()

    flaky.down[CHAT] = TryLater("busy", after=17.5)
    monkeypatch.setattr(asyncio, "sleep", sleep)
    await line.writes("hello", room, ANNA)
    await line.settle()
    assert slept == [17.5]


async def test_what_is_refused_is_told_once_on_the_other_side(
    line: MemoryLine, flaky: Flaky
) -> None:
    room = (await _two_live(line))[0]
    flaky.down[CHAT] = Refused("gone")
    await line.writes("hello", room, ANNA)
    await line.settle()
    told = [text for text in line.desk.texts(room) if "niet worden bezorgd" in text]
    assert len(told) == 1
    flaky.down.clear()
    await line.writes("again", room, ANNA)
    await line.settle()
    assert flaky.texts(CHAT)[-1] == "again"


async def test_after_a_day_the_other_side_is_told(line: MemoryLine, flaky: Flaky) -> None:
    room = (await _two_live(line))[0]
    flaky.down[CHAT] = TryLater()
    async with running(line):
        await line.writes("hello", room, ANNA)
        while not any(where == CHAT for where, _ in flaky.attempts[-1:]):
            await asyncio.sleep(0.002)
        line.clock[0] += timedelta(hours=23)
        await asyncio.sleep(0.05)
        assert not any("niet worden bezorgd" in text for text in line.desk.texts(room))
        line.clock[0] += timedelta(hours=2)
        while not any("niet worden bezorgd" in text for text in line.desk.texts(room)):
            await asyncio.sleep(0.005)
        flaky.down.clear()
        await idle(line)
    assert len([t for t in line.desk.texts(room) if "niet worden bezorgd" in t]) == 1


async def test_deleting_is_never_given_up(
    line: MemoryLine, flaky: Flaky, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A homeserver that is away for days keeps nobody from being forgotten."""
    room = (await _two_live(line))[0]
    copies = len(await line.store.copies_in(room))
    assert copies > 2
    away = {"left": 6}
    real = line.desk.redact

    async def redact(where: RoomId, event: EventId, txn: TransactionId) -> None:
        if away["left"]:
            away["left"] -= 1
            line.clock[0] += timedelta(hours=30)
            raise TryLater
        await real(where, event, txn)

    monkeypatch.setattr(line.desk, "redact", redact)
    for _ in range(2):
        await line.writes("erase")
    await line.settle()
    assert len(line.desk.redacted) >= copies
    assert room in line.desk.left
    assert CHAT in flaky.left
    assert await line.store.copies_in(room) == ()
    assert await line.store.route_to(CHAT) is None


async def test_a_restart_in_the_middle_goes_on_where_it_was(
    tmp_path: Path, line: MemoryLine, flaky: Flaky
) -> None:
    """Killed after sending and before remembering it: sent again under the same transaction."""
    room = (await _two_live(line))[0]
    for n in range(3):
        await line.writes(f"line {n}", room, ANNA)
    while row := await line.store.next_row():
        await line.inbox._decide(row)
    (head,) = await line.store.outbox_heads()
    await line.outbox._performing.perform(head, read_errand(head.body))
    before = len(flaky.sent)
    store = LineStore(tmp_path / "line.db", KEY)
    await store.open()
    again = wire(store, flaky, line.desk, line.pins, line.clock)
    await again.settle()
    assert flaky.texts(CHAT)[-3:] == ["line 0", "line 1", "line 2"]
    assert len(flaky.sent) == before + 2
    assert (await again.rows())["outbox"] == 0
    await store.close()


async def test_redacting_twice_is_harmless(line: MemoryLine, flaky: Flaky) -> None:
    """Killed in the middle of dissolving a room: the second run does the same once more."""
    room = (await _two_live(line))[0]
    await line.writes("!close", room, ANNA)
    while row := await line.store.next_row():
        await line.inbox._decide(row)
    heads = [row for row in await line.store.outbox_heads() if row.destination == Destination(room)]
    for _ in range(2):
        await line.outbox._performing.perform(heads[0], read_errand(heads[0].body))
    await line.settle()
    assert len(line.desk.redacted) == len(set(line.desk.redacted))
    assert line.desk.left == [room]
    assert await line.store.copies_in(room) == ()


async def test_a_lost_session_stops_the_line_and_keeps_the_row(
    line: MemoryLine, flaky: Flaky
) -> None:
    room = (await _two_live(line))[0]
    flaky.down[CHAT] = LoggedOut("token")
    await line.writes("hello", room, ANNA)
    with pytest.raises(ExceptionGroup) as caught:
        async with asyncio.timeout(10), running(line):
            await asyncio.sleep(5)
    assert caught.group_contains(LoggedOut, depth=2) or caught.group_contains(LoggedOut)
    assert len(await line.store.outbox_heads()) == 1


async def test_a_crash_between_receiving_and_deciding_decides_once(
    tmp_path: Path, line: MemoryLine
) -> None:
    await line.writes("hello")
    store = LineStore(tmp_path / "line.db", KEY)
    await store.open()
    again = wire(store, line.front, line.desk, line.pins, line.clock)
    await again.settle()
    assert len(line.front.texts(CHAT)) == 1
    assert len(await again.cases()) == 1
    await again.settle()
    assert len(line.front.texts(CHAT)) == 1
    await store.close()


async def test_a_crash_while_deciding_leaves_the_row_and_nothing_else(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_verdict: object) -> None:
        raise StorageError("no space left")

    await line.writes("hello")
    with monkeypatch.context() as patch:
        patch.setattr(line.store, "decide", broken)
        with pytest.raises(StorageError):
            await line.settle()
    assert await line.cases() == []
    assert line.pins.conversations == {}
    await line.settle()
    assert len(line.front.texts(CHAT)) == 1


async def test_a_decision_that_fails_is_set_aside_and_others_go_on(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise ValueError("CANARY")

    written = io.StringIO()
    monkeypatch.setattr(_Log, "stream", written)
    with monkeypatch.context() as patch:
        patch.setattr(line.inbox._deciding._front, "decide", broken)
        await line.writes("hello")
        await line.settle()
    await line.writes("!queue", DESK_ROOM, ANNA)
    await line.settle()
    assert len(line.desk.texts(DESK_ROOM)) == 1
    assert "set_aside" in written.getvalue()
    assert "CANARY" not in written.getvalue()
