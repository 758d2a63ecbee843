"""What a reporter takes back is gone from the line and from the desk, wherever the case stands."""

from collections.abc import Awaitable, Callable

import pytest

from bot.channels.base import EventId
from tests.bot.memory_line import ANNA, CHAT, MemoryLine

SECRET = "My sister lives above the bakery."
OTHER = "My cousin lives above the bank."
Stage = Callable[[MemoryLine], Awaitable[None]]

TO_SENDING = ("done", "2", "1", "4", "1", "1")


async def everything_stored(line: MemoryLine) -> bytes:
    """Every value of every table, as one."""

    def read(db) -> bytes:  # type: ignore[no-untyped-def]
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        rows = (row for table in tables for row in db.execute(f"SELECT * FROM {table}"))
        return b"\n".join(
            value if isinstance(value, bytes) else str(value).encode()
            for row in rows
            for value in row
        )

    return await line.store._db.run(read)


async def told_in_a_draft(line: MemoryLine) -> EventId:
    await line.intake(("1",))
    told = await line.writes(SECRET)
    await line.settle()
    return told


async def told_as_a_worry(line: MemoryLine) -> EventId:
    await line.intake(("4",))
    told = await line.writes(SECRET)
    await line.settle()
    return told


async def told_then_sent(line: MemoryLine) -> EventId:
    told = await told_in_a_draft(line)
    for word in TO_SENDING:
        await line.writes(word)
        await line.settle()
    return told


async def added_while_waiting(line: MemoryLine) -> EventId:
    await line.intake(("1", "A man calls my mother.", *TO_SENDING))
    told = await line.writes(SECRET)
    await line.settle()
    return told


async def told_and_read(line: MemoryLine) -> EventId:
    told = await told_then_sent(line)
    await line.live()
    return told


async def said_in_the_talk(line: MemoryLine) -> EventId:
    await line.intake(("1", "A man calls my mother.", *TO_SENDING))
    await line.live()
    told = await line.writes(SECRET)
    await line.settle()
    return told


async def handed_back(line: MemoryLine) -> EventId:
    told = await said_in_the_talk(line)
    await line.writes("!back", line.case_room(), ANNA)
    await line.settle()
    return told


PATHS = (
    told_in_a_draft,
    told_as_a_worry,
    told_then_sent,
    added_while_waiting,
    told_and_read,
    said_in_the_talk,
    handed_back,
)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.__name__)
async def test_a_redaction_removes_what_is_stored_and_owes_a_purge(
    line: MemoryLine, path: Callable[[MemoryLine], Awaitable[EventId]]
) -> None:
    told = await path(line)
    assert SECRET.encode() in await everything_stored(line)
    await line.takes_back(told)
    await line.settle()
    assert SECRET.encode() not in await everything_stored(line)
    assert await line.store._db.run(
        lambda db: db.execute("SELECT 1 FROM meta WHERE key = 'purge_due'").fetchone()
    )


@pytest.mark.parametrize("path", [told_and_read, said_in_the_talk], ids=lambda path: path.__name__)
async def test_a_redaction_reaches_the_copy_at_the_desk(
    line: MemoryLine, path: Callable[[MemoryLine], Awaitable[EventId]]
) -> None:
    told = await path(line)
    room = line.case_room()
    shown = {
        sent.event for sent in line.desk.sent if sent.room == room and SECRET in sent.message.text
    }
    assert shown
    await line.takes_back(told)
    await line.settle()
    assert shown <= {event for where, event in line.desk.redacted if where == room}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.__name__)
async def test_an_edit_replaces_what_is_stored_and_what_is_shown_later(
    line: MemoryLine, path: Callable[[MemoryLine], Awaitable[EventId]]
) -> None:
    told = await path(line)
    await line.writes(OTHER, CHAT, replaces=told)
    await line.settle()
    stored = await everything_stored(line)
    assert SECRET.encode() not in stored
    assert OTHER.encode() in stored
