"""What signal-cli leaves on its disk, and how it is taken away.

It never deletes an attachment, and what it deletes in its database stays in old pages of the file
and of its log until both are written anew, for which it has to stand still. Measured with 0.13.19:
35 times the account of somebody who had been forgotten, and twice what we had written to them.
"""

import sqlite3
import time
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

TIDY = "tidy"
"""A file of this name beside the socket asks for it."""
SWEPT_AFTER_S = 600.0
UNWANTED = ("attachments", "avatars", "stickers")
"""Folders of the data directory whose files nobody needs; attachments are never asked for."""


def ask_to_tidy(socket: Path) -> None:
    """The line asks; whoever keeps the daemon does it at the next occasion."""
    with suppress(OSError):  # where there is no keeper there is nobody to ask
        (socket.parent / TIDY).touch()


def is_wanted(socket: Path) -> bool:
    return (socket.parent / TIDY).exists()


def tidy(data: Path, socket: Path) -> bool:
    """Only while the daemon stands still: write its database anew, and sweep everything.

    False when the database cannot be written; then it is still wanted.
    """
    sweep(data, older_than_s=0)
    try:
        for database in data.glob("data/*.d/account.db"):
            _rewrite(database)
    except sqlite3.Error:
        return False
    (socket.parent / TIDY).unlink(missing_ok=True)
    return True


def sweep(data: Path, older_than_s: float = SWEPT_AFTER_S) -> int:
    """Delete what came as a file and is older; how many there were."""
    swept = 0
    for file in _files(data):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime >= older_than_s:
                file.unlink()
                swept += 1
    return swept


def _files(data: Path) -> Iterable[Path]:
    return (one for name in UNWANTED for one in (data / name).glob("**/*") if one.is_file())


def _rewrite(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        db.execute("PRAGMA secure_delete = ON")
        # Else the new file is made in the system's temporary folder first, on whatever disk.
        db.execute("PRAGMA temp_store = MEMORY")
        tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master")}
        for table in ("message_send_log", "message_send_log_content", "cdsi"):
            if table in tables:
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("VACUUM")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
