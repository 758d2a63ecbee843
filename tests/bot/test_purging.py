"""Purging: when it is owed, what may stand in its way, and what it must never ruin."""

import asyncio
import resource
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StorageError
from bot.purging import Purging
from bot.security.devices import RoomId
from bot.security.keycell import FileCell, KeyCell
from bot.storage.base import Copy, Outcome, Verdict
from bot.storage.line import LineStore
from bot.storage.purging import PurgingDatabase
from handoff.model import CaseId
from tests.bot.held_store import open_held
from tests.bot.memory_line import CHAT, LEILA, memory_line, quick_folder
from tests.contracts.test_store import event, verdict

STARTS = datetime.fromisoformat("2026-03-02T10:00:00+01:00")


@pytest.fixture
def folder() -> Any:
    with quick_folder() as made:
        yield made


@pytest.fixture
async def store(folder: Path) -> AsyncIterator[LineStore]:
    opened = await open_held(folder)
    yield opened
    await opened.close()


def cell_of(store: LineStore) -> KeyCell:
    assert isinstance(store._db, PurgingDatabase)
    return store._db._cell


def key_of(store: LineStore) -> bytes:
    assert isinstance(store._db, PurgingDatabase)
    return store._db._key


async def tables(store: LineStore) -> int:
    return await store._db.run(
        lambda db: int(db.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0])
    )


# ---- when it is owed ----------------------------------------------------------------------------


async def test_every_commit_that_erases_owes_a_purge(store: LineStore) -> None:
    """The mark is in the same commit, so that no crash can come in between."""
    await store.receive("front", {}, [event(f"$e{n}", str(CHAT)) for n in range(4)])
    await store.decide(verdict(1, "c1"))
    assert not await store.purge_due()
    (head, *_) = await store.outbox_heads()
    copy = Copy("desk", RoomId("!r"), "$x", CaseId("c1"), "")
    await store.performed(head, Outcome(copies=(copy,)))
    assert not await store.purge_due()
    for erase in (
        store.decide(Verdict(2, 1, drop=CaseId("c1"))),
        store.decide(Verdict(3, 1, erases=True)),
        store.performed(head, Outcome(forgotten_room=RoomId("!r"))),
        store.save("front", {("room", "!unused"): None}),
    ):
        await erase
        assert await store.purge_due()
        before = key_of(store)
        assert await store.purge()
        assert not await store.purge_due()
        assert key_of(store) != before
        assert cell_of(store).read().keys == (key_of(store),)


async def test_what_a_reporter_takes_back_owes_a_purge(folder: Path) -> None:
    async with memory_line(folder) as line:
        await line.intake(("safe", "story"))
        assert not await line.store.purge_due()
        taken = await line.writes("I should not have said this.")
        await line.settle()
        await line.takes_back(taken, who=LEILA)
        await line.settle()
        assert await line.store.purge_due()


async def test_an_erased_case_owes_a_purge(folder: Path) -> None:
    async with memory_line(folder) as line:
        await line.intake(("safe", "story"))
        await line.wait(timedelta(hours=25))
        assert await line.case() is None
        assert await line.store.purge_due()


# ---- what stands in its way ---------------------------------------------------------------------


async def test_a_reader_delays_a_purge_and_nothing_else(store: LineStore, folder: Path) -> None:
    await store.receive("front", {}, [event("$1")])
    await store.decide(verdict(1, "c1"))
    await store.decide(Verdict(1, 1, drop=CaseId("c1")))
    await quick(store)
    other = LineStore(folder / "line.db", FileCell(folder / "cell"))
    await other.open()
    await reads_on(other)
    first = key_of(store)
    assert not await store.purge()
    assert await store.purge_due()
    second = key_of(store)
    assert second != first
    assert not await store.purge(), "the log is still being read"
    assert key_of(store) == second, "a third key would leave none for the old file"
    await store.receive("front", {}, [event("$2")])
    assert await store.next_row()
    await other.close()
    assert await store.purge()
    assert not await store.purge_due()
    assert cell_of(store).read().keys == (key_of(store),)
    assert await store.next_row()


async def test_a_purge_that_fails_leaves_a_sound_database(store: LineStore, folder: Path) -> None:
    """The library goes on with the wrong key after a failed rewrite; we must not."""
    await store.receive("front", {}, [event("$1")])
    await store.decide(verdict(1, "c1"))
    await store.decide(Verdict(1, 1, drop=CaseId("c1")))
    await quick(store)
    key = key_of(store)
    other = LineStore(folder / "line.db", FileCell(folder / "cell"))
    await other.open()
    assert other._db._connection
    await other._db._connection.alone(lambda db: db.execute("BEGIN IMMEDIATE") and None)
    assert not await store.purge()
    await other._db._connection.alone(lambda db: db.execute("ROLLBACK") and None)
    assert key_of(store) == key
    assert cell_of(store).read().keys == (key,)
    await store.receive("front", {}, [event("$2")])
    assert await tables(other) == await tables(store)
    await other.close()
    assert await store.purge_due()
    assert await store.purge()
    await store.close()
    cell_of(store).release()
    again = await open_held(folder)
    assert await whole(again)
    await again.close()


async def test_a_full_disk_delays_a_purge_and_loses_nothing(store: LineStore) -> None:
    many = [event(f"$e{n}", "x" * 3000) for n in range(200)]
    await store.receive("front", {}, many)
    await store.decide(Verdict(1, 1, erases=True))
    key = key_of(store)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
    try:
        assert not await store.purge()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert key_of(store) == key
    assert await whole(store)
    assert await store.purge_due()
    await store.receive("front", {}, [event("$later")])
    assert await store.purge()
    assert await whole(store)


async def test_looking_beside_the_running_line_changes_nothing(
    store: LineStore, folder: Path
) -> None:
    cell = FileCell(folder / "cell")
    fresh = bytes(range(32))
    cell.propose(fresh)
    other = LineStore(folder / "line.db", FileCell(folder / "cell"))
    await other.open()
    await other.close()
    assert cell.read().next == fresh, "the line may be about to write under it"


# ---- opening ------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["propose", "rekey", "checkpoint", "adopt", "clear"])
async def test_a_purge_cut_off_at_any_step_is_finished(folder: Path, step: str) -> None:
    """Each step is cut off before it takes effect, as a crash would."""
    store = await open_held(folder)
    await store.receive("front", {}, [event("$1"), event("$2", "!other")])
    await store.decide(verdict(1, "c1"))
    await store.decide(Verdict(1, 1, drop=CaseId("c1")))
    assert store._db._connection
    await cut_off(store, step)
    again = await open_held(folder)
    slots = cell_of(again).read()
    assert slots.keys == (key_of(again),)
    assert await whole(again)
    assert await again.next_row()
    assert await again.purge_due()
    assert await again.purge()
    await again.close()


class Cut(Exception):
    """The power goes."""


async def cut_off(store: LineStore, step: str) -> None:
    db = store._db
    assert isinstance(db, PurgingDatabase)
    connection = db._connection
    assert connection

    class Watched:
        def __init__(self, real: Any) -> None:
            self.real = real

        def execute(self, query: str, *more: Any) -> Any:
            if step in ("rekey", "checkpoint") and step in query:
                raise Cut
            if step == "clear" and query.startswith("DELETE FROM meta"):
                raise Cut
            return self.real.execute(query, *more)

        def __getattr__(self, name: str) -> Any:
            return getattr(self.real, name)

    def cut(*_args: Any) -> None:
        raise Cut

    if step in ("propose", "adopt"):
        setattr(db._cell, step, cut)
    with pytest.raises(Cut):
        await connection.alone(lambda real: db._purge(Watched(real)))
    await connection.alone(lambda real: real.close())
    await connection.close()
    await connection.ended()
    db._connection = None
    cell_of(store).release()


async def test_an_empty_cell_and_a_foreign_one_are_told_apart(folder: Path) -> None:
    store = await open_held(folder)
    await store.close()
    cell_of(store).release()
    cell = folder / "cell"
    kept = cell.read_bytes()
    for content, words in ((b"", "cell is empty"), (foreign(folder), "key is wrong")):
        cell.write_bytes(content)
        with pytest.raises(StorageError, match=words):
            await open_held(folder)
    cell.write_bytes(kept)
    again = await open_held(folder)
    await again.close()


def foreign(folder: Path) -> bytes:
    other = FileCell(folder / "other")
    other.make()
    return (folder / "other").read_bytes()


# ---- the task -----------------------------------------------------------------------------------


class Counting:
    """A store that only says whether a purge is due, and counts."""

    def __init__(self) -> None:
        self.due, self.purged, self.works = False, 0, True

    async def purge_due(self) -> bool:
        return self.due

    async def purge(self) -> bool:
        if self.works:
            self.purged, self.due = self.purged + 1, False
        return self.works


async def test_a_purge_follows_each_erasure_and_each_night() -> None:
    store, now = Counting(), [STARTS]
    task = Purging(store, lambda: now[0])
    await task.look()
    assert store.purged == 0
    store.due = True
    await task.look()
    await task.look()
    assert store.purged == 1
    now[0] += timedelta(days=1)
    store.works = False
    await task.look()
    store.works = True
    await task.look()
    await task.look()
    assert store.purged == 2, "a night's purge that had to wait is made up for"


async def test_many_erasures_are_purged_together() -> None:
    store = Counting()
    store.due = True
    task = asyncio.create_task(Purging(store, lambda: STARTS, look_every_s=3600).run())
    for _ in range(50):
        store.due = True
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert store.purged == 1


# ---- helpers ------------------------------------------------------------------------------------


async def quick(store: LineStore) -> None:
    """Do not wait long for whoever is in the way."""
    assert store._db._connection
    await store._db._connection.alone(lambda db: db.execute("PRAGMA busy_timeout = 50") and None)


async def reads_on(store: LineStore) -> None:
    """Begin to read and do not end."""

    def work(db: Any) -> None:
        db.execute("BEGIN")
        db.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()

    assert store._db._connection
    await store._db._connection.alone(work)


async def whole(store: LineStore) -> bool:
    """Whether every page of the file is what its key says."""
    assert store._db._connection
    # The library's own check reads the file and not its log.
    steps = ("wal_checkpoint(TRUNCATE)", "cipher_integrity_check", "integrity_check")
    found = await store._db._connection.alone(
        lambda db: [row for step in steps for row in db.execute(f"PRAGMA {step}").fetchall()][1:]
    )
    assert [tuple(row) for row in found] == [("ok",)]
    return True
