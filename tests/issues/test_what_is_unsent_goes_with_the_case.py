"""What still waits to be sent is part of the case: it goes when the case goes."""

import asyncio
from datetime import timedelta

import pytest

from bot.errors import TryLater
from bot.storage.line import LineStore
from tests.bot.memory_line import ANNA, CHAT, PERSON_NOW, MemoryLine

SECRET = "They know where my sister lives."


async def _waiting_bodies(store: LineStore) -> list[bytes]:
    query = "SELECT body FROM outbox"
    rows = await store._db.run(lambda db: db.execute(query).fetchall())
    return [row[0] for row in rows]


async def _decide_all(line: MemoryLine) -> None:
    """Decide without sending: the homeserver of the desk is away."""
    while row := await line.store.next_row():
        await line.inbox._decide(row)


async def test_erase_takes_unsent_words_with_it(line: MemoryLine) -> None:
    """Neither the reporter's to the desk nor the professional's to the reporter stay or go out."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    await line.writes(SECRET)
    await line.writes(f"You wrote: {SECRET}", room, ANNA)
    await _decide_all(line)
    assert any(SECRET.encode() in body for body in await _waiting_bodies(line.store))
    await line.writes("erase")
    await line.writes("erase")
    await _decide_all(line)
    assert not any(SECRET.encode() in body for body in await _waiting_bodies(line.store))
    await line.settle()
    assert not any(SECRET in text for text in (*line.texts(room), *line.texts(CHAT)))
    assert room in line.desk.left
    assert CHAT in line.front.left
    assert set((await line.rows()).values()) == {0}


async def test_the_end_of_its_time_takes_unsent_words_too(line: MemoryLine) -> None:
    """And the room being made for a claim is still dissolved."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    await line.writes(SECRET)
    await _decide_all(line)
    line.clock[0] += timedelta(days=91)
    await line.inbox.sweep()
    await _decide_all(line)
    assert not any(SECRET.encode() in body for body in await _waiting_bodies(line.store))
    await line.settle()
    assert room in line.desk.left


async def test_other_cases_keep_what_is_unsent(line: MemoryLine) -> None:
    """Only the rows of the case that ended go."""
    await line.intake(PERSON_NOW)
    await line.live()
    await line.writes(SECRET)
    other = type(CHAT)("!other:people.test")
    for word in ("hello", "2", "erase", "erase"):
        await line.writes(word, other)
    await _decide_all(line)
    assert any(SECRET.encode() in body for body in await _waiting_bodies(line.store))


async def test_what_is_being_tried_is_given_up_with_its_case(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its homeserver was away; when it is back, what tidies up is next, and nothing else."""
    pausing, erased = asyncio.Event(), asyncio.Event()

    async def until_erased(_seconds: float) -> None:
        pausing.set()
        await erased.wait()

    await line.intake(PERSON_NOW)
    room = await line.live()
    await line.writes(SECRET)
    await _decide_all(line)
    (head,) = await line.store.outbox_heads()
    line.desk.fail_next(TryLater("away"))
    monkeypatch.setattr(asyncio, "sleep", until_erased)
    trying = asyncio.create_task(line.outbox._until_done(head))
    await pausing.wait()
    await line.writes("erase")
    await line.writes("erase")
    await _decide_all(line)
    erased.set()
    async with asyncio.timeout(5):
        await trying
    await line.settle()
    assert not any(SECRET in text for text in line.texts(room))
    assert room in line.desk.left
    assert CHAT in line.front.left
    assert set((await line.rows()).values()) == {0}
