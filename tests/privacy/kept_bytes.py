"""An adversary who keeps every byte the line ever wrote, and reads it with the keys there are."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from bot.storage import sqlite
from bot.storage.purging import PurgingDatabase

PAGE, SALT, RESERVED, MAC = 4096, 16, 80, 64
LOG_HEADER, FRAME_HEADER = 32, 24


class KeptBytes:
    """Takes a copy of every file after every commit and around every purge."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder: Path | None = None
        self.keys: set[bytes] = set()
        """Every key that `line.db` ever had."""
        self._pages: set[bytes] = set()
        self._rest: set[bytes] = set()
        self._watch(monkeypatch)

    def _watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        commit, purge = sqlite._in_transaction, PurgingDatabase._purge

        def committed(db: Any, work: Callable[[Any], Any]) -> Any:
            try:
                return commit(db, work)
            finally:
                self.look()

        def purged(database: PurgingDatabase, db: Any) -> bool:
            self.look()
            self.keys.add(database._key)
            try:
                return purge(database, db)
            finally:
                self.look()
                self.keys.add(database._key)

        monkeypatch.setattr(sqlite, "_in_transaction", committed)
        monkeypatch.setattr(PurgingDatabase, "_purge", purged)

    def look(self) -> None:
        """Keep what is new in any file."""
        if self.folder is None:
            return
        for path in self.folder.rglob("*"):
            try:
                data = path.read_bytes() if path.is_file() else b""
            except FileNotFoundError:  # the database's own side files come and go
                continue
            if path.suffix == ".db":
                self._pages.update(_sliced(data, 0, PAGE))
            elif path.name.endswith(".db-wal"):
                frames = _sliced(data, LOG_HEADER, FRAME_HEADER + PAGE)
                self._pages.update(frame[FRAME_HEADER:] for frame in frames)
            else:
                self._rest.add(data)

    @property
    def raw(self) -> list[bytes]:
        return [*self._pages, *self._rest]

    def read_with(self, keys: Iterable[bytes]) -> list[bytes]:
        """Every page ever written, free ones too, as each key decrypts it."""
        return [_decrypted(page, key) for key in keys for page in self._pages]


def _sliced(data: bytes, start: int, size: int) -> set[bytes]:
    return {data[at : at + size] for at in range(start, len(data) - size + 1, size)}


def _decrypted(page: bytes, key: bytes) -> bytes:
    """Of the first page of a file the salt stays in front: both readings, as we do not know."""
    start = page[PAGE - RESERVED : PAGE - MAC]
    body = page[: PAGE - RESERVED]
    return b"".join(
        Cipher(algorithms.AES(key), modes.CBC(start)).decryptor().update(part)
        for part in (body, body[SALT:])
    )
