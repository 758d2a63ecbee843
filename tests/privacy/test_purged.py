"""What was purged is gone for whoever holds every byte there ever was, and nothing else is."""

import asyncio
import os
import random
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from bot.security.keycell import FileCell
from bot.storage.base import Verdict
from bot.storage.line import LineStore
from bot.storage.purging import PurgingDatabase
from handoff.model import CaseId
from tests.bot.held_store import open_held
from tests.bot.memory_line import quick_folder
from tests.contracts.test_store import event, verdict
from tests.conversations.play import ROOT

Figure = Callable[[str, object], None]
CASES = 12


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as made:
        yield made


# ---- every byte there ever was ------------------------------------------------------------------


class Adversary:
    """Keeps every version of every file of the database, and any key that is left to find."""

    def __init__(self, folder: Path, keep: Path) -> None:
        self._folder, self._keep, self._count = folder, keep, 0
        self.keys: list[bytes] = []
        """All there ever were; a real one finds only the last."""

    def look(self, store: LineStore) -> None:
        assert isinstance(store._db, PurgingDatabase)
        if store._db._key not in self.keys:
            self.keys.append(store._db._key)
        self._count += 1
        kept = self._keep / str(self._count)
        kept.mkdir()
        for ending in ("", "-wal", "-shm"):
            path = self._folder / f"line.db{ending}"
            if path.exists():
                shutil.copy(path, kept / path.name)

    def reads(self, keys: list[bytes]) -> bytes:
        """All that these keys open: each version with its log, and each file without it."""
        found = []
        for kept in sorted(self._keep.iterdir()):
            for key in keys:
                found += [self._opened(kept, key, log=log) for log in (True, False)]
        return b"".join(found)

    def _opened(self, kept: Path, key: bytes, *, log: bool) -> bytes:
        with quick_folder() as copy:
            for path in kept.iterdir():
                if log or path.name == "line.db":
                    shutil.copy(path, copy / path.name)
            db = sqlcipher.connect(str(copy / "line.db"), isolation_level=None)
            try:
                db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
                db.execute("PRAGMA cipher_log_level = NONE")
                db.execute("PRAGMA journal_mode = DELETE")
                plain = copy / "plain.db"
                db.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
                db.execute("SELECT sqlcipher_export('plain')")
                db.execute("DETACH DATABASE plain")
                return plain.read_bytes()
            except sqlcipher.Error:
                return b""
            finally:
                db.close()


async def test_with_every_old_byte_and_the_last_key_no_purged_case_is_read(
    folder: Path, figure: Figure
) -> None:
    (folder / "kept").mkdir()
    adversary = Adversary(folder, folder / "kept")
    store = await open_held(folder)
    secret = [f"SECRET-{secrets.token_hex(8)}" for _ in range(CASES)]
    for place, words in enumerate(secret):
        await store.receive("front", {("olm", words): words.encode()}, [event(f"${place}", words)])
        row = await store.next_row()
        assert row
        await store.decide(verdict(row.seq, f"c{place}", words))
        adversary.look(store)
    for place, words in enumerate(secret[:-1]):  # the last one stays open
        await store.decide(Verdict(0, 1, drop=CaseId(f"c{place}")))
        await store.save("front", {("olm", words): None})
        await forget_all(store, place, words)
        adversary.look(store)
        if place % 3 == 0:
            assert await store.purge()
            adversary.look(store)
    assert await store.purge()
    await store.close()
    adversary.look(store)
    last = adversary.keys[-1:]
    seen = adversary.reads(last)
    readable = sum(words.encode() in seen for words in secret[:-1])
    figure(
        "purged cases readable with every old byte and the last key", f"{readable} of {CASES - 1}"
    )
    assert readable == 0
    assert secret[-1].encode() in seen, "the case that is still open"
    assert len(adversary.keys) > 3
    all_keys = adversary.reads(adversary.keys)
    assert all(words.encode() in all_keys for words in secret), "the search sees what is there"
    cell = (folder / "cell").read_bytes()
    assert [key for key in adversary.keys if key in cell] == last


async def forget_all(store: LineStore, place: int, words: str) -> None:
    def work(db: object) -> None:
        for query in (
            f"DELETE FROM inbox WHERE event = '${place}'",
            f"DELETE FROM routes WHERE case_id = 'c{place}'",
            f"DELETE FROM copies WHERE case_id = 'c{place}'",
            f"DELETE FROM outbox WHERE case_id = 'c{place}'",
        ):
            db.execute(query)  # type: ignore[attr-defined]

    await store._db.run(work)


# ---- killed at any moment -----------------------------------------------------------------------

# One process that has everything loaded; each line it reads forks a purger to be killed.
_PURGER = """
import asyncio, os, signal, sys
from pathlib import Path
from tests.privacy.test_purged import purge_for_ever

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for line in sys.stdin:
    child = os.fork()
    if not child:
        asyncio.run(purge_for_ever(Path(sys.argv[1]), line.strip()))
    print(child, flush=True)
"""


async def purge_for_ever(folder: Path, run: str) -> None:
    """Stores, erases and purges; says in a file what is erased for good."""
    store = await open_held(folder)
    done = os.open(folder / "purged", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for number in range(10**9):
        name = f"{run}-{number}-purged"
        await store.save("front", {("k", name): b"x" * 3000, ("k", f"{run}-{number}-kept"): b"y"})
        await store.save("front", {("k", name): None})
        await store.decide(Verdict(0, 1, erases=True))
        os.write(done, f"{name}\n".encode())
        await store.purge()


async def killed(folder: Path, times: int, figure: Figure) -> None:
    chance = random.Random(7)
    args = [sys.executable, "-c", _PURGER, str(folder)]
    pipe = subprocess.PIPE
    readable = found = during = 0
    with subprocess.Popen(args, stdin=pipe, stdout=pipe, cwd=ROOT, bufsize=0) as purgers:
        assert purgers.stdin
        assert purgers.stdout
        for run in range(times):
            purgers.stdin.write(f"{run}\n".encode())
            child = int(purgers.stdout.readline())
            while not purging(folder, run):
                await asyncio.sleep(0.002)
            await asyncio.sleep(chance.uniform(0, 0.06))
            os.kill(child, signal.SIGKILL)
            while Path(f"/proc/{child}").exists():
                await asyncio.sleep(0.001)
            during += FileCell(folder / "cell").read().next is not None
            store = await open_held(folder)
            readable += 1
            assert len(FileCell(folder / "cell").read().keys) == 1
            names = {key for _, key in await store.load("front")}
            purged = set((folder / "purged").read_text().split())
            found += len(names & purged)
            assert len([name for name in names if name.endswith("-kept")]) >= len(purged)
            await store.close()
            store._db._cell.release()  # type: ignore[attr-defined]
        purgers.stdin.close()
    figure("purges interrupted", times)
    figure("of these with both slots in use", during)
    figure("readable after that", readable)
    figure("purged rows found", found)
    assert (readable, found) == (times, 0)
    assert during > 0, "no kill came in the middle of a purge"


def purging(folder: Path, run: int) -> bool:
    path = folder / "purged"
    return path.exists() and f"{run}-" in path.read_text().rpartition("\n\n")[2][-200:]


async def test_killed_while_purging_it_is_always_readable(folder: Path, figure: Figure) -> None:
    await killed(folder, 15, figure)


@pytest.mark.nightly
async def test_killed_sixty_times_while_purging(folder: Path, figure: Figure) -> None:
    await killed(folder, 60, figure)
