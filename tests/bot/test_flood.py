"""A flood of messages through the whole line, and one person who needs it in the middle of that."""

import asyncio
import resource
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.channels.base import Account, TextCame
from bot.security.devices import PersonId, RoomId
from tests.bot.memory_line import CHAT, MemoryLine, device_of
from tests.figure import Figure

PER_ACCOUNT = 10
SAYS = ("hello", "2", "1")


def _room(account: int) -> RoomId:
    return RoomId(f"!flood{account}:people.test")


async def _pour(line: MemoryLine, accounts: int) -> None:
    """Everybody's first message, everybody's second, and so on, in large batches."""
    for number in range(PER_ACCOUNT):
        for start in range(0, accounts, 100):
            batch = [
                TextCame(
                    _room(account),
                    line.fresh(),
                    device_of(PersonId(f"@flood{account}:people.test")),
                    f"message {number}",
                )
                for account in range(start, min(start + 100, accounts))
            ]
            await line.came(Account.FRONT, *batch)


@asynccontextmanager
async def _running(line: MemoryLine) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(part.run()) for part in (line.inbox, line.outbox)]
        yield
        for task in tasks:
            task.cancel()


async def _answered(line: MemoryLine, text: str) -> tuple[int, float]:
    """How many others were answered before her, and how long that took."""
    heard, sent, began = len(line.texts(CHAT)), len(line.front.sent), time.perf_counter()
    await line.writes(text)
    while len(line.texts(CHAT)) == heard:
        await asyncio.sleep(0.002)
    place = max(n for n, one in enumerate(line.front.sent) if one.room == CHAT)
    return place - sent, time.perf_counter() - began


async def _open_rows(line: MemoryLine) -> int:
    query = "SELECT (SELECT COUNT(*) FROM inbox WHERE body IS NOT NULL) + COUNT(*) FROM outbox"
    return int(await line.store._db.run(lambda db: db.execute(query).fetchone()[0]))


async def _flooded(line: MemoryLine, accounts: int) -> list[tuple[int, float]]:
    """She talks in the middle of it; then everything is worked off."""
    async with _running(line):
        await _pour(line, accounts)
        while len(line.front.sent) < accounts * PER_ACCOUNT // 2:
            await asyncio.sleep(0.01)
        assert await _open_rows(line) > accounts * PER_ACCOUNT // 4
        hers = [await _answered(line, text) for text in SAYS]
        while await _open_rows(line):
            await asyncio.sleep(0.05)
    assert line.faults == []
    assert len(line.store._waiting) == 0
    return hers


def _everybody_heard(line: MemoryLine, accounts: int) -> bool:
    told = dict.fromkeys(map(_room, range(accounts)), 0)
    for sent in line.front.sent:
        if sent.room in told:
            told[sent.room] += 1
    return min(told.values()) >= PER_ACCOUNT


async def test_one_reporter_is_answered_in_the_middle_of_a_flood(line: MemoryLine) -> None:
    """Before the rest of the flood, and nobody's message is lost."""
    hers = await _flooded(line, 40)
    # Every fourth decision goes to whoever waited longest; answers leave side by side.
    assert all(others <= 6 for others, _ in hers), hers
    assert len(line.texts(CHAT)) >= len(SAYS)
    assert _everybody_heard(line, 40)


@pytest.mark.nightly
async def test_ten_thousand_messages_of_a_thousand_accounts(
    line: MemoryLine, figure: Figure
) -> None:
    """What is promised here is a time, so here it is measured."""
    hers = await _flooded(line, 1000)
    slowest = max(took for _, took in hers)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    figure(
        "flood of 10,000 messages from 1,000 accounts",
        f"slowest answer {slowest:.1f} s, others before it {max(n for n, _ in hers)}, "
        f"memory {memory} MB",
    )
    assert _everybody_heard(line, 1000)
    assert slowest < 5.0
