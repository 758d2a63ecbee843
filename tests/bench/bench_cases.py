"""What one message costs while 100, 1,000 or 10,000 cases are open.

A reporter's message in a live case, picked at random from all of them: received, decided, relayed
and done, through the real inbox, database and outbox. In memory and in processor time, so that
neither the disk nor a busy machine hides how the cost grows. The three lines take turns.
"""

import asyncio
import random
import time
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

from bot.channels.base import Account
from bot.security.devices import Pin, RoomId
from bot.storage.base import Copy, Route
from bot.storage.outgoing import write_copies
from bot.storage.verdicts import write_case, write_route
from handoff.model import Case, CaseId, RoomRef
from tests.bench.figures import Figure, quantile
from tests.bot.memory_line import (
    LEILA,
    PERSON_NOW,
    MemoryLine,
    device_of,
    memory_line,
    quick_folder,
)

SIZES = (100, 1_000, 10_000)
ROUNDS, A_ROUND = 15, 20
HEARD_PERCASE = 8


def measure() -> list[Figure]:
    costs = asyncio.run(_measure())
    growth = costs[SIZES[-1]] / costs[SIZES[0]] - 1
    shown = " / ".join(f"{costs[size] * 1000:.2f}" for size in SIZES)
    return [
        Figure(
            "processor time of a message at 100 / 1,000 / 10,000 open cases",
            f"{shown} ms: {growth:+.0%}",
            "within 20%",
            growth <= 0.2,
            {f"message_ms_at_{size}": costs[size] * 1000 for size in SIZES}
            | {"message_growth": growth},
        )
    ]


async def _measure() -> dict[int, float]:
    chance = random.Random(1)
    costs: dict[int, list[float]] = {size: [] for size in SIZES}
    async with AsyncExitStack() as stack:
        lines = {}
        for size in SIZES:
            folder = stack.enter_context(quick_folder())
            lines[size] = await stack.enter_async_context(memory_line(folder))
            await _fill(lines[size], size)
        for number in range(ROUNDS + 1):
            for size, line in lines.items():
                cost = await _round(line, [chance.randrange(size) for _ in range(A_ROUND)])
                if number:  # the first warms up
                    costs[size].append(cost)
    return {size: quantile(rounds, 0.5) for size, rounds in costs.items()}


async def _fill(line: MemoryLine, size: int) -> None:
    """Many copies of one live case, each with rooms of its own and messages already heard."""
    await line.intake(PERSON_NOW)
    await line.live()
    live = await line.case()
    assert live is not None

    def work(db: Any) -> None:
        for place in range(size):
            _write_one(db, live, place)

    await line.store._db.run(work)
    for place in range(size):
        line.front.encrypted[_chat(place)] = True
        line.desk.enter(_case_room(place))


def _write_one(db: Any, live: Case, place: int) -> None:
    case = CaseId(f"open{place:012x}")
    room, case_room = _chat(place), _case_room(place)
    one = replace(live, id=case, number=1000 + place, case_room=RoomRef(case_room))
    write_case(db, one, hour=500_000)
    write_route(db, Route(case, room, Pin.of(device_of(LEILA))))
    heard = [f"$heard-{place:016x}-{n}" for n in range(HEARD_PERCASE)]
    db.executemany(
        "INSERT INTO inbox (account, event, room) VALUES (?, ?, ?)",
        [(Account.FRONT, event, room) for event in heard],
    )
    write_copies(db, [Copy(Account.DESK, case_room, event, case, event) for event in heard])


async def _round(line: MemoryLine, places: list[int]) -> float:
    """Seconds of processor time for one message."""
    before = len(line.desk.sent)
    began = time.process_time()
    for place in places:
        await line.writes("Gisteren belde hij weer.", _chat(place))
        await line.settle()
    took = time.process_time() - began
    assert len(line.desk.sent) == before + len(places), "not every message was relayed"
    return took / len(places)


def _chat(place: int) -> RoomId:
    return RoomId(f"!chat-{place:038d}")


def _case_room(place: int) -> RoomId:
    return RoomId(f"!case-{place:038d}")
