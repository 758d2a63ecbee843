"""One SQLCipher file behind one aiosqlite connection, with the settings deletion depends on."""

import asyncio
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlcipher
from aiosqlite.core import Connection

from bot.errors import StorageError

Result = TypeVar("Result")

NOT_WRITTEN = (
    "The database could not be written. Look whether the disk is full, make room, and start the "
    "line again. Nothing that arrived is lost."
)

# Order matters: the key first. Every value is read back, because an unknown pragma is no error.
_SETTINGS: tuple[tuple[str, str, Any], ...] = (
    ("cipher_memory_security", "ON", None),
    ("cipher_log_level", "NONE", None),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("trusted_schema", "OFF", 0),
    ("foreign_keys", "ON", 1),
    ("cell_size_check", "ON", 1),
)


class OneCall(Connection):
    """aiosqlite hops to its thread once per statement; this hops once per transaction."""

    async def whole(self, work: Callable[[Any], Result]) -> Result:
        return await self.alone(lambda db: _in_transaction(db, work))

    async def alone(self, work: Callable[[Any], Result]) -> Result:
        """Do `work` on the thread, outside a transaction.

        The connection is looked up there: what waits in the queue must not use a replaced one.
        """
        result: Result = await self._execute(  # type: ignore[no-untyped-call]
            lambda: work(self._conn)
        )
        return result

    def replace(self, connection: Any) -> None:
        """Go on with another connection; only on the thread."""
        self._connection = connection

    async def ended(self) -> None:
        """Wait for the thread: it could outlive the loop it reports to, and hang the command."""
        await asyncio.to_thread(self._thread.join)


class Database:
    """The only way to the file: each `run` is one transaction on the connection's own thread.

    aiosqlite hands calls to one thread in order, so two transactions never mix and no lock is
    needed; a whole transaction is one call, which keeps the cost near the raw commit's.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        if len(key) != 32:
            raise StorageError("a database key has 32 bytes")
        self._path = path
        self._key = key
        self._connection: OneCall | None = None

    def __repr__(self) -> str:
        return "<Database>"

    async def open(self, upgrades: Iterable[str]) -> None:
        """Connect, assert the settings, bring the schema up to date."""
        steps = tuple(upgrades)
        self._connection = connection = OneCall(self._connect, iter_chunk_size=64)
        try:
            _ = await connection.__aenter__()  # it gives the connection, awaitable once more
            await self.run(lambda db: _upgrade(db, steps))
        except sqlcipher.Error as fault:
            await self.close()
            raise _unopened(fault) from plain(fault)
        except OSError as fault:
            await self.close()
            raise StorageError("the database file cannot be reached") from plain(fault)
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Fold the write-ahead log back, so that nothing lingers in it, and disconnect."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        with suppress(sqlcipher.Error, ValueError):  # closing goes on; the log is encrypted too
            await connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        await connection.close()
        await connection.ended()

    async def run(self, work: Callable[[Any], Result]) -> Result:
        """Do `work` with the bare connection inside one durable transaction."""
        if self._connection is None:
            raise StorageError("the database is closed")
        return await self._connection.whole(work)

    def _connect(self) -> Any:
        return connect(self._path, self._key)


def connect(path: Path, key: bytes) -> Any:
    """A bare connection with every setting; the file is made when it is not there."""
    if not path.exists():  # else it would be everybody's to read for a moment
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    connection = sqlcipher.connect(str(path), isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for name, value, _ in _SETTINGS:
            connection.execute(f"PRAGMA {name} = {value}")
        _assert_settings(connection)
    except BaseException:
        connection.close()
        raise
    connection.row_factory = sqlcipher.Row
    return connection


def unreadable(fault: BaseException) -> bool:
    """Whether the key does not fit, or the file is damaged: not merely out of reach."""
    return getattr(fault, "sqlite_errorname", "") in ("SQLITE_NOTADB", "SQLITE_CORRUPT")


def _unopened(fault: BaseException) -> StorageError:
    if unreadable(fault):
        why = "its key is wrong or the file is damaged"
    else:
        why = "look at its permissions and its disk"
    return StorageError(f"the database cannot be opened: {why}")


def _assert_settings(connection: Any) -> None:
    for name, _, expected in _SETTINGS:
        if expected is None:
            continue
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != expected:
            raise StorageError(f"the database did not take the setting {name}")


def _in_transaction(db: Any, work: Callable[[Any], Result]) -> Result:
    db.execute("BEGIN IMMEDIATE")
    try:
        result = work(db)
        db.execute("COMMIT")
    except BaseException as fault:
        if db.in_transaction:
            db.execute("ROLLBACK")
        if isinstance(fault, sqlcipher.Error):
            raise StorageError(NOT_WRITTEN) from plain(fault)
        raise
    return result


def _upgrade(db: Any, steps: tuple[str, ...]) -> None:
    """Run the steps this file has not seen, in one transaction; refuse a newer file."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version == len(steps):
        return
    if version > len(steps):
        raise StorageError("the database was made by a newer version of this program")
    for step in steps[version:]:
        for statement in step.split(";"):
            if statement.strip():
                db.execute(statement)
    db.execute(f"PRAGMA user_version = {len(steps)}")


def plain(fault: BaseException) -> BaseException:
    """The library's error without its text, which could quote a value."""
    return StorageError(type(fault).__name__)
