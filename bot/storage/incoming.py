"""Rows of the inbox, and the journal of what the channels must remember."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.storage.base import NewRow


def write_journal(db: Any, account: str, changes: Mapping[tuple[str, str], bytes | None]) -> None:
    for (kind, key), value in changes.items():
        if value is None:
            db.execute(
                "DELETE FROM journal WHERE account = ? AND kind = ? AND key = ?",
                (account, kind, key),
            )
        else:
            db.execute(
                "INSERT OR REPLACE INTO journal VALUES (?, ?, ?, ?)", (account, kind, key, value)
            )


def write_inbox(db: Any, rows: Iterable[NewRow]) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO inbox (account, event, room, body) VALUES (?, ?, ?, ?)",
        [(row.account, row.event, row.room, row.body) for row in rows],
    )
