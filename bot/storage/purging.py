"""Deleting for real: the database is rewritten under a fresh key, and the old key is destroyed.

A row that is deleted stays on most disks, in old blocks of the file and of its log. All of these
are encrypted under the key of their time, so they go when that key goes. The steps, each durable
before the next: fresh key in the cell's next slot, rewrite, empty log, old slot overwritten. Cut
off anywhere, one of the two slots opens the file.
"""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from bot.errors import StorageError
from bot.security.keycell import KeyCell, Slots
from bot.security.keys import KEY_BYTES, fresh_key
from bot.storage.sqlite import Database, connect, plain, unreadable

_DUE = "purge_due"


def mark_purge_due(db: Any) -> None:
    """In the commit that deletes something of a reporter: a purge is owed, whatever happens."""
    db.execute("INSERT OR IGNORE INTO meta VALUES (?, '')", (_DUE,))


def purge_is_due(db: Any) -> bool:
    return db.execute("SELECT 1 FROM meta WHERE key = ?", (_DUE,)).fetchone() is not None


class PurgingDatabase(Database):
    """A database whose key lies in a cell and is replaced at each purge.

    Whoever does not hold the cell may look at the database beside the running line, until the next
    purge; only the holder repairs and purges.
    """

    def __init__(self, path: Path, cell: KeyCell) -> None:
        super().__init__(path, bytes(KEY_BYTES))
        self._cell = cell
        self._unfinished = False
        """The file is under the next key, and the old one is not destroyed yet."""

    async def purge(self) -> bool:
        """Destroy what was deleted; False when a reader or a full disk is in the way.

        Nothing is lost then: the mark stays, and the purge is to be tried again later.
        """
        if self._connection is None:
            raise StorageError("the database is closed")
        return await self._connection.alone(self._purge)

    def _connect(self) -> Any:
        """Open with whichever slot fits, and put right what a cut-off purge left."""
        slots = self._cell.read()
        if not slots.keys:
            raise StorageError("the key cell is empty")
        connection = self._first_that_fits(slots.keys)
        try:
            if self._cell.held:
                self._put_right(connection, slots)
        except BaseException:
            connection.close()
            raise
        return connection

    def _put_right(self, connection: Any, slots: Slots) -> None:
        self._unfinished = self._key != slots.current
        if self._unfinished:
            self._finish(connection)
        elif slots.next is not None:
            self._cell.discard()

    def _first_that_fits(self, keys: tuple[bytes, ...]) -> Any:
        for key in keys:
            try:
                connection = connect(self._path, key)
            except sqlcipher.DatabaseError as fault:
                if key == keys[-1] or not unreadable(fault):
                    raise
            else:
                self._key = key
                return connection
        raise AssertionError

    # ---- on the connection's thread -----------------------------------------------------------

    def _purge(self, db: Any) -> bool:
        try:
            return self._try(db)
        except sqlcipher.Error:
            # After a rewrite that failed, this connection writes under the fresh key into a file
            # under the old one, and ruins it (measured). The slots tell where the file stands.
            db.close()
        try:
            self._take_up(self._connect())
        except sqlcipher.Error as fault:
            raise StorageError("the database cannot be opened again") from plain(fault)
        return False

    def _try(self, db: Any) -> bool:
        # A third key would leave no slot for the one that the file is under.
        if self._unfinished and not self._finish(db):
            return False
        fresh = fresh_key()
        self._cell.propose(fresh)
        db.execute(f"PRAGMA rekey = \"x'{fresh.hex()}'\"")
        connect(self._path, fresh).close()  # a full disk is not reported as a fault (measured)
        self._key, self._unfinished = fresh, True
        if not self._finish(db):
            return False
        db.execute("DELETE FROM meta WHERE key = ?", (_DUE,))
        return True

    def _finish(self, db: Any) -> bool:
        """The file is under the next key for good: empty its log and destroy the old key."""
        busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            return False
        self._cell.adopt()
        self._unfinished = False
        return True

    def _take_up(self, connection: Any) -> None:
        assert self._connection is not None
        self._connection.replace(connection)
