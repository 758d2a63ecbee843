"""The database: two commits, each whole or not at all; a file that gives nothing away."""

import asyncio
import json
import os
import secrets
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StorageError
from bot.security.devices import DeviceKey, PersonId, Pin, RoomId
from bot.storage import outgoing, sqlite
from bot.storage.base import (
    Copy,
    Destination,
    NewAction,
    NewRow,
    OutboxRow,
    Outcome,
    Route,
    Verdict,
)
from bot.storage.incoming import Waiting, write_journal
from bot.storage.line import LineStore
from bot.storage.schema import LINE
from bot.storage.sqlite import _SETTINGS, Database
from bot.storage.verdicts import write_verdict
from dialogs.model import Progress, StoryPart, TextRef
from handoff.model import Case, CaseId, Stage
from tests.conversations.play import ROOT

KEY = secrets.token_bytes(32)
CANARY = "CANARY-consulaat"
TABLES = (
    "journal", "inbox", "cases", "routes", "copies", "outbox", "counters", "codes", "sealed",
)  # fmt: skip


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[LineStore]:
    store = LineStore(tmp_path / "line.db", KEY)
    await store.open()
    yield store
    await store.close()


def verdict(seq: int = 1, name: str = "c1", story: str = "x") -> Verdict:
    """A decision that touches every table it may."""
    case_id = CaseId(name)
    told = Progress(story=(StoryPart(TextRef("r"), story),))
    room = RoomId(f"!{name}{story}")
    return Verdict(
        seq=seq,
        hour=1,
        save=Case(case_id, Stage.DRAFT, told),
        route=Route(case_id, room, Pin(PersonId(f"@{story}"), None, DeviceKey(story))),
        copies=(Copy("front", room, f"$e{name}", case_id, story),),
        actions=(NewAction(Destination(room), case_id, f"t{name}", story.encode()),),
        counters=(("2026-W01", "sent"),),
    )


def event(name: str, text: str = "x") -> NewRow:
    return NewRow("front", name, f"!room{text}", text.encode())


async def snapshot(store: LineStore) -> str:
    """Every row of every table."""

    def read(db: Any) -> str:
        rows = {t: [list(row) for row in db.execute(f"SELECT * FROM {t}")] for t in TABLES}
        return json.dumps(rows, default=bytes.hex)

    return await store._db.run(read)


class _Broken(Exception):
    """Raised in the middle of a commit."""


class _Breaking:
    """A connection that fails at the n-th statement."""

    def __init__(self, db: Any, after: int) -> None:
        self._db, self._left = db, after

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise _Broken

    def execute(self, *args: Any) -> Any:
        self._count()
        return self._db.execute(*args)

    def executemany(self, *args: Any) -> Any:
        self._count()
        return self._db.executemany(*args)


async def _broken_at_every_statement(store: LineStore, work: Any) -> int:
    """Break the work after 0, 1, 2... statements; how many breaks until it went through."""
    before = await snapshot(store)
    for after in range(40):

        def breaking(db: Any, after: int = after) -> None:
            work(_Breaking(db, after))

        try:
            await store._db.run(breaking)
        except _Broken:
            assert await snapshot(store) == before
        else:
            assert await snapshot(store) != before
            return after
    raise AssertionError("it never went through")


async def test_the_first_commit_is_whole_or_not_at_all(store: LineStore) -> None:
    def work(db: Any) -> None:
        write_journal(db, "front", {("k", "1"): b"v", ("k", "2"): b"v"})
        Waiting().add(db, [event("$1"), event("$2")])

    assert await _broken_at_every_statement(store, work) >= 3


async def test_the_second_commit_is_whole_or_not_at_all(store: LineStore) -> None:
    await store.receive("front", {}, [event("$1")])
    one = verdict()
    breaks = await _broken_at_every_statement(store, lambda db: write_verdict(db, one))
    assert breaks >= 6


async def test_the_end_of_an_outbox_row_is_whole_or_not_at_all(store: LineStore) -> None:
    await store.receive("front", {}, [event("$1")])
    await store.decide(verdict())
    (row,) = await store.outbox_heads()
    copy = Copy("front", RoomId("!r"), "$sent", CaseId("c1"), "ref")
    done = Outcome(copies=(copy,), forgotten_room=RoomId("!roomx"))

    def work(db: Any) -> None:
        outgoing.finish(db, row, done)
        Waiting().add(db, [event("$result")])

    assert await _broken_at_every_statement(store, work) >= 5


async def test_a_commit_that_breaks_a_rule_changes_nothing(store: LineStore) -> None:
    """A number that is taken must fail, and never push another case out."""
    await store.receive("front", {}, [event("$1"), event("$2")])
    first = verdict(1, "c1")
    assert first.save
    await store.decide(replace(first, save=replace(first.save, number=47)))
    before = await snapshot(store)
    second = verdict(2, "c2")
    assert second.save
    with pytest.raises(StorageError) as caught:
        await store.decide(replace(second, save=replace(second.save, number=47)))
    assert "47" not in str(caught.value) + repr(caught.value.__cause__)
    assert await snapshot(store) == before


async def test_an_event_that_comes_twice_counts_once(store: LineStore) -> None:
    await store.receive("front", {}, [event("$1"), event("$1")])
    row = await store.next_row()
    assert row
    await store.decide(Verdict(seq=row.seq, hour=1))
    await store.receive("front", {}, [event("$1")])
    assert await store.next_row() is None
    await store.receive("desk", {}, [replace(event("$1"), account="desk")])
    assert await store.next_row() is not None


async def test_our_own_events_leave_no_row(store: LineStore) -> None:
    await store.receive("line", {}, [NewRow("line", "lapsed:c1:1", "", b"x")])
    row = await store.next_row()
    assert row
    await store.decide(Verdict(seq=row.seq, hour=1))
    assert json.loads(await snapshot(store))["inbox"] == []


async def test_rows_of_one_room_leave_in_order_and_rooms_do_not_wait(store: LineStore) -> None:
    actions = tuple(
        NewAction(Destination(room), None, f"{room}{n}", b"x") for n in range(3) for room in "ab"
    )
    await store.decide(Verdict(seq=1, hour=1, actions=actions))
    seen: list[str] = []
    while heads := await store.outbox_heads():
        assert len({head.destination for head in heads}) == len(heads)
        seen += [head.txn for head in heads]
        for head in heads:
            await store.performed(head, Outcome())
    assert [one for one in seen if one[0] == "a"] == ["a0", "a1", "a2"]
    assert [one for one in seen if one[0] == "b"] == ["b0", "b1", "b2"]


# ---- the file -----------------------------------------------------------------------------------


async def test_every_setting_holds(store: LineStore) -> None:
    wanted = {name: value for name, _, value in _SETTINGS if value is not None}
    read: dict[str, Any] = {}
    for name in wanted:
        read[name] = await store._db.run(
            lambda db, name=name: db.execute(f"PRAGMA {name}").fetchone()[0]  # type: ignore[misc]
        )
    assert read == wanted
    assert {"secure_delete", "journal_mode", "synchronous", "temp_store", "trusted_schema"} <= set(
        wanted
    )


async def test_a_setting_that_is_not_taken_stops_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_SETTINGS", (*_SETTINGS, ("secure_delete", "OFF", 1)))
    with pytest.raises(StorageError, match="secure_delete"):
        await Database(tmp_path / "line.db", KEY).open(LINE)


def _modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


async def test_only_the_owner_reads_the_files_and_they_show_nothing(tmp_path: Path) -> None:
    old = os.umask(0)
    store = LineStore(tmp_path / "line.db", KEY)
    await store.open()
    try:
        await store.receive("front", {("k", CANARY): CANARY.encode()}, [event("$1", CANARY)])
        await store.decide(replace(verdict(story=CANARY), seq=99))
        assert CANARY in await snapshot(store)
        assert set(_modes(tmp_path).values()) == {0o600}
        for _ in range(2):
            raw = b"".join(path.read_bytes() for path in tmp_path.iterdir())
            assert len(raw) > 10_000
            for secret in (
                CANARY.encode(),
                b"CREATE TABLE",
                b"SQLite format",
                KEY,
                KEY.hex().encode(),
            ):
                assert secret not in raw
            await store.close()
    finally:
        os.umask(old)
        await store.close()  # an open connection's thread would keep a failed run from ending


async def test_closing_leaves_no_write_ahead_log(tmp_path: Path) -> None:
    store = LineStore(tmp_path / "line.db", KEY)
    await store.open()
    await store.receive("front", {}, [event("$1")])
    assert (tmp_path / "line.db-wal").stat().st_size > 0
    other = LineStore(tmp_path / "line.db", KEY)  # else the library itself would tidy up
    await other.open()
    await store.close()
    wal = tmp_path / "line.db-wal"
    size = wal.stat().st_size if wal.exists() else 0
    await other.close()
    assert size == 0
    with pytest.raises(StorageError):
        await store.next_row()


async def _fault_of_opening(path: Path, key: bytes = KEY) -> str:
    store = LineStore(path, key)
    with pytest.raises(StorageError) as caught:
        await store.open()
    workers = [thread for thread in threading.enumerate() if "connection" in thread.name]
    assert workers == []  # one left behind would hang the command
    words = str(caught.value)
    assert key.hex() not in words + repr(caught.value.__cause__)
    assert str(path) not in words
    return words


async def test_a_wrong_key_and_a_damaged_file_are_one_plain_sentence(tmp_path: Path) -> None:
    path = tmp_path / "line.db"
    store = LineStore(path, KEY)
    await store.open()
    await store.receive("front", {}, [event(f"${n}", CANARY * 50) for n in range(50)])
    await store.close()
    assert "key is wrong or the file is damaged" in await _fault_of_opening(path, bytes(32))
    whole = path.read_bytes()
    path.write_bytes(bytes(100) + whole[100:])
    assert "key is wrong or the file is damaged" in await _fault_of_opening(path)


async def test_a_page_that_is_damaged_later_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "line.db"
    store = LineStore(path, KEY)
    await store.open()
    await store.receive("front", {}, [event(f"${n}", CANARY * 50) for n in range(200)])
    await store.close()
    whole = bytearray(path.read_bytes())
    for place in range(4096 * 20, len(whole), 4096):
        whole[place] ^= 1
    path.write_bytes(bytes(whole))
    again = LineStore(path, KEY)
    await again.open()
    with pytest.raises(StorageError) as caught:
        await snapshot(again)
    assert CANARY not in str(caught.value) + repr(caught.value.__cause__)
    await again.close()


async def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "line.db"
    newer = Database(path, KEY)
    await newer.open((*LINE, "CREATE TABLE later (x)"))
    await newer.close()
    assert "newer version" in await _fault_of_opening(path)
    again = Database(path, KEY)
    await again.open((*LINE, "CREATE TABLE later (x)"))
    await again.close()


async def test_an_upgrade_that_breaks_leaves_the_old_database(tmp_path: Path) -> None:
    path = tmp_path / "line.db"
    store = LineStore(path, KEY)
    await store.open()
    await store.close()
    broken = Database(path, KEY)
    with pytest.raises(StorageError):
        await broken.open((*LINE, "CREATE TABLE later (x); CREATE TABLE later (x)"))
    again = LineStore(path, KEY)
    await again.open()
    tables = await again._db.run(
        lambda db: [row[0] for row in db.execute("SELECT name FROM sqlite_master")]
    )
    assert "later" not in tables
    await again.close()


# ---- killed at any moment -----------------------------------------------------------------------

# One process that has everything loaded; each line it reads forks a writer to be killed.
_WRITER = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.storage.line import LineStore
from tests.contracts.test_store import event, verdict

async def write(n: int) -> None:
    store = LineStore(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
    await store.open()
    while True:
        n += 1
        await store.receive("front", {("token", ""): str(n).encode()}, [event(f"${n}")])
        row = await store.next_row()
        await store.decide(verdict(row.seq, f"c{n}"))

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for line in sys.stdin:
    child = os.fork()
    if not child:
        asyncio.run(write(int(line)))
    print(child, flush=True)
"""


async def _whole(store: LineStore) -> int:
    """Each event has all of its rows or none, and the token never runs ahead of the inbox."""
    rows = json.loads(await snapshot(store))
    # An event that a kill left undecided is decided by the next run under another name.
    counts = {table: len(rows[table]) for table in ("cases", "routes", "copies", "outbox")}
    assert len(set(counts.values())) == 1, counts
    assert len([row for row in rows["inbox"] if row[4] is None]) == counts["cases"]
    assert sum(row[2] for row in rows["counters"]) == counts["cases"]
    for token in rows["journal"]:
        assert f"${bytes.fromhex(token[3]).decode()}" == rows["inbox"][-1][2]
    return counts["cases"]


async def test_killed_twenty_times_every_decision_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "line.db"
    decided: list[int] = [0]
    args = [sys.executable, "-c", _WRITER, str(path), KEY.hex()]
    pipe = subprocess.PIPE
    with subprocess.Popen(args, stdin=pipe, stdout=pipe, cwd=ROOT, bufsize=0) as writers:
        assert writers.stdin
        assert writers.stdout
        for run in range(20):
            writers.stdin.write(f"{run * 100_000}\n".encode())
            child = int(writers.stdout.readline())
            await asyncio.sleep(0.04 + secrets.randbelow(60) / 1000)
            os.kill(child, signal.SIGKILL)
            while Path(f"/proc/{child}").exists():
                await asyncio.sleep(0.001)
            store = LineStore(path, KEY)
            await store.open()
            decided.append(await _whole(store))
            await store.close()
        writers.stdin.close()
    assert decided == sorted(decided)
    assert len(set(decided)) > 5  # most of the writers were killed while writing


def test_nothing_private_prints_itself() -> None:
    row = OutboxRow(1, Destination("!r"), CaseId("c"), "t", b"x", 1)
    assert str([row, verdict(), event("$1"), LineStore(Path("x"), KEY)._db]).count("<") == 4
