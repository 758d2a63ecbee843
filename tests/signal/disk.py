"""What the double keeps on its disk, as signal-cli does: all of it in clear."""

import json
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

TABLES = """
CREATE TABLE IF NOT EXISTS recipient (aci TEXT PRIMARY KEY, number TEXT, name TEXT, timer INT);
CREATE TABLE IF NOT EXISTS identity (address TEXT, key TEXT, trust_level TEXT,
    PRIMARY KEY (address, key));
CREATE TABLE IF NOT EXISTS session (address TEXT PRIMARY KEY, record TEXT);
CREATE TABLE IF NOT EXISTS message_send_log (content_id INT, address TEXT);
CREATE TABLE IF NOT EXISTS message_send_log_content (_id INTEGER PRIMARY KEY, content TEXT);
CREATE TABLE IF NOT EXISTS cdsi (number TEXT);
"""


class Disk:
    """One account's files; rows stay in the log until a clean end, and old pages for ever."""

    def __init__(self, data: Path, *, send_log: bool) -> None:
        self.data, self._send_log = data, send_log
        self.folder = data / "data" / "100000.d"
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (data / "data" / "accounts.json").write_text(json.dumps({"accounts": [{"path": "100000"}]}))
        self.attachments = data / "attachments"
        self.attachments.mkdir(mode=0o700, exist_ok=True)
        self._lock = threading.Lock()
        database = self.folder / "account.db"
        self._db = sqlite3.connect(database, check_same_thread=False, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA wal_autocheckpoint = 0")
        self._db.executescript(TABLES)

    def run(self, query: str, *values: Any) -> list[Any]:
        with self._lock:
            return self._db.execute(query, values).fetchall()

    def keep(self, aci: str, timestamp: int) -> None:
        """The ciphertext, before it is acknowledged and opened; the sender stands in clear."""
        file = self.folder / "msg-cache" / aci / f"{int(time.time() * 1000)}_{timestamp}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"ciphertext " + aci.encode())

    def drop_cached(self, aci: str, timestamp: int) -> None:
        for file in (self.folder / "msg-cache" / aci).glob(f"*_{timestamp}"):
            file.unlink()

    def log_sent(self, aci: str, text: str) -> None:
        if self._send_log:
            self.run("INSERT INTO message_send_log_content (content) VALUES (?)", text)
            self.run(
                "INSERT INTO message_send_log SELECT MAX(_id), ? FROM message_send_log_content", aci
            )

    def forget(self, aci: str) -> None:
        """What `removeContact` deletes: not the send log, nor files, nor old pages."""
        for table, column in (
            ("recipient", "aci"),
            ("identity", "address"),
            ("session", "address"),
        ):
            self.run(f"DELETE FROM {table} WHERE {column} = ?", aci)
        shutil.rmtree(self.folder / "msg-cache" / aci, ignore_errors=True)

    def close(self) -> None:
        with self._lock:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.close()


def residue(data: Path, needles: Iterable[str]) -> int:
    """How often any of these is found in the raw bytes of all files, and in their names."""
    found = 0
    for file in data.rglob("*"):
        raw = str(file.relative_to(data)).encode()
        if file.is_file():
            raw += file.read_bytes()
        found += sum(raw.count(shape) for needle in needles for shape in _shapes(needle))
    return found


def _shapes(needle: str) -> list[bytes]:
    shapes = [needle.encode()]
    with suppress(ValueError):
        shapes.append(UUID(needle).bytes)
    return shapes
