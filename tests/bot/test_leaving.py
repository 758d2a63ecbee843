"""Who is sent to next: a flood of outgoing messages holds up nobody's answer for long."""

import asyncio
import itertools
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest

from bot import outbox
from bot.channels.base import Account, EventId, Outgoing, TransactionId
from bot.channels.memory import MemoryChannel
from bot.errors import TryLater
from bot.rows import Errand, errand_bytes
from bot.security.devices import PersonId, RoomId
from bot.storage.base import Destination, NewAction, Verdict
from dialogs.model import Line, MessageId, Say
from handoff.actions import Tell
from handoff.model import CaseId
from tests.bot.memory_line import CHAT, MemoryLine

_numbers = itertools.count()
CROWD = [RoomId(f"!{n}:people.test") for n in range(100)]


def _words(room: str) -> NewAction:
    told = Tell(Say((Line(MessageId("system-send-again")),)))
    body = errand_bytes(Errand(Account.FRONT, RoomId(room), told))
    return NewAction(Destination(room), CaseId("c"), f"{next(_numbers)}-0", body, words=True)


async def _queue(line: MemoryLine, rooms: Iterable[str], drop: CaseId | None = None) -> None:
    actions = tuple(map(_words, rooms))
    await line.store.decide(Verdict(0, 500_000, actions=actions, drop=drop))
    line.decided.set()


class Slow(MemoryChannel):
    """Takes its time, and knows how much was asked of it at once."""

    def __init__(self) -> None:
        super().__init__(Account.FRONT, PersonId("@line:people.test"), for_tests=True)
        self.asked: list[tuple[RoomId, TransactionId]] = []
        self.under_way = self.most = 0
        self.takes_s = 0.01
        self.away: set[RoomId] = set()

    async def send(self, room: RoomId, message: Outgoing, txn: TransactionId) -> EventId:
        self.asked.append((room, txn))
        if room in self.away:
            raise TryLater
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(self.takes_s)
        self.under_way -= 1
        self.enter(room)
        return await super().send(room, message, txn)

    def asked_for(self, room: RoomId) -> int:
        return Counter(where for where, _ in self.asked)[room]

    async def until_sent(self, count: int) -> None:
        while len(self.sent) < count:
            await asyncio.sleep(0.005)


@pytest.fixture
def slow(line: MemoryLine) -> Slow:
    channel = Slow()
    line.outbox._performing._channels.front = channel
    return channel


@asynccontextmanager
async def _running(line: MemoryLine) -> AsyncIterator[None]:
    async with asyncio.timeout(60), asyncio.TaskGroup() as group:
        task = group.create_task(line.outbox.run())
        yield
        task.cancel()


async def _all_done(line: MemoryLine) -> None:
    """Nothing waits, nothing is under way; it takes a commit after the last one was sent."""
    while len(line.store._leaving) or line.outbox._places.free < outbox.AT_ONCE:
        await asyncio.sleep(0.005)


async def test_an_answer_passes_a_thousand(line: MemoryLine, slow: Slow) -> None:
    """She is next, each time; only so much is under way; nothing is lost, all of it in order."""
    for _ in range(10):
        await _queue(line, CROWD)
    async with _running(line):
        await slow.until_sent(50)
        for answers in range(3):
            await _queue(line, [CHAT])
            before = len(slow.asked)
            while slow.asked_for(CHAT) == answers:
                await asyncio.sleep(0.002)
            hers = [n for n, (room, _) in enumerate(slow.asked) if room == CHAT]
            # Before it come those who were taken out by then; without turns it were hundreds.
            assert hers[answers] - before <= 3 * outbox.AT_ONCE
            await slow.until_sent(before + 10)
        assert 1 < slow.most <= outbox.AT_ONCE
        await slow.until_sent(1003)
        await _all_done(line)
    for room in (*CROWD, CHAT):
        txns = [int(txn.split("-")[1]) for where, txn in slow.asked if where == room]
        assert txns == sorted(txns)
        assert len(txns) == (3 if room == CHAT else 10)


async def test_who_waits_is_not_passed_for_ever(line: MemoryLine, slow: Slow) -> None:
    """Newer ones come faster than they can be sent; the first is sent to all the same."""
    await _queue(line, CROWD)
    async with _running(line):
        for newcomer in itertools.count():
            if slow.asked_for(CROWD[0]):
                break
            assert newcomer < 2000
            await _queue(line, [f"!new{newcomer}:people.test"])
        slow.takes_s = 0.0


async def test_what_fails_holds_no_place(
    line: MemoryLine, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rooms of a homeserver that is away wait by themselves."""
    monkeypatch.setattr(outbox, "FIRST_PAUSE", 5.0)
    monkeypatch.setattr(outbox, "PLACE_FOR_S", 60.0)
    slow.away = set(CROWD)
    await _queue(line, CROWD)
    async with _running(line):
        while len(slow.asked) < len(CROWD):
            await asyncio.sleep(0.005)
        await _queue(line, [CHAT])
        await slow.until_sent(1)
        assert slow.sent[0].room == CHAT


async def test_what_takes_long_holds_a_place_for_a_while_only(
    line: MemoryLine, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "PLACE_FOR_S", 0.05)
    slow.takes_s = 30.0
    await _queue(line, CROWD[: outbox.AT_ONCE])
    async with _running(line):
        while len(slow.asked) < outbox.AT_ONCE:
            await asyncio.sleep(0.005)
        await _queue(line, [CHAT])
        while not slow.asked_for(CHAT):
            await asyncio.sleep(0.005)


async def test_a_second_try_holds_its_place_for_a_while_only(
    line: MemoryLine, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever failed once waits for nobody whose homeserver never answers."""
    monkeypatch.setattr(outbox, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(outbox, "PLACE_FOR_S", 0.05)
    slow.away, slow.takes_s = {*CROWD, CHAT}, 30.0
    await _queue(line, [*CROWD[: outbox.RETRIES_AT_ONCE], CHAT])
    async with _running(line):
        while len(slow.asked) < outbox.RETRIES_AT_ONCE + 1:
            await asyncio.sleep(0.001)
        slow.away = {CHAT}
        while slow.under_way < outbox.RETRIES_AT_ONCE:
            await asyncio.sleep(0.005)
        slow.away, slow.takes_s = set(), 0.0
        await slow.until_sent(1)
        assert slow.sent[0].room == CHAT


async def test_what_goes_with_its_case_is_passed_over(line: MemoryLine, slow: Slow) -> None:
    """Its number in the table may be another row's by then."""
    await _queue(line, [CHAT, CHAT, CROWD[0]])
    await _queue(line, [CROWD[1], CHAT], drop=CaseId("c"))
    async with _running(line):
        await slow.until_sent(2)
        await _all_done(line)
    assert sorted(room for room, _ in slow.asked) == sorted([CROWD[1], CHAT])
