"""Coded cases: what the picture is made of. Nothing in a row leads back to a case, or to a day.

A row has a random name, and the rows of a quarter are written anew with each that comes: else the
place of a row inside its page would tell in which order they came, and so which case is whose. For
two and a half thousand rows that takes a tenth of a second. The log of the database still shows the
row beside the closing that it came with, so a purge is due.
"""

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from bot.storage.purging import mark_purge_due
from handoff.picture.coding import quarter, read_coded

KEPT_YEARS = 5
"""Counted from the first day of the quarter: never longer."""
_INSERT = "INSERT INTO coded (quarter, name, body) VALUES (?, ?, ?)"


def write_coded(db: Any, bodies: Iterable[bytes]) -> None:
    for body in bodies:
        sent = read_coded(body).quarter
        db.execute(_INSERT, (sent, secrets.token_bytes(16), body))
        query = "SELECT quarter, name, body FROM coded WHERE quarter = ? ORDER BY name"
        rows = [tuple(row) for row in db.execute(query, (sent,))]
        db.execute("DELETE FROM coded WHERE quarter = ?", (sent,))
        db.executemany(_INSERT, rows)
        mark_purge_due(db)


def drop_old_coded(db: Any, hour: int) -> None:
    """What reached the end of its time goes, a whole quarter at once."""
    if db.execute("DELETE FROM coded WHERE quarter <= ?", (_limit(hour),)).rowcount:
        mark_purge_due(db)


def count_old_coded(db: Any, hour: int) -> int:
    query = "SELECT COUNT(*) FROM coded WHERE quarter <= ?"
    return int(db.execute(query, (_limit(hour),)).fetchone()[0])


def _limit(hour: int) -> str:
    """The quarter that began more than the time ago, with all before it."""
    now = datetime.fromtimestamp(hour * 3600, UTC)
    return quarter(now.date().replace(year=now.year - KEPT_YEARS, day=1))
