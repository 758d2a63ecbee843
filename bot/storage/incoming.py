"""Rows of the inbox, and the journal of what the channels must remember."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.security.turns import Turns
from bot.storage.base import InboxRow, NewRow
from dialogs.hushed import Hushed

_INSERT = "INSERT OR IGNORE INTO inbox (account, event, room, body, turn) VALUES (?, ?, ?, ?, ?)"
_FIRST = """
SELECT seq, account, room, body, turn FROM inbox WHERE seq = (
    SELECT {end}(seq) FROM inbox WHERE body IS NOT NULL
    AND turn = (SELECT MIN(turn) FROM inbox WHERE body IS NOT NULL)
)
"""
_NEWEST, _OLDEST = _FIRST.format(end="MAX"), _FIRST.format(end="MIN")


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


class Waiting(Hushed):
    """The open rows of the inbox, in a fair order: rooms and reporters take turns.

    The rows of one room keep their order, and so do those of one reporter. Within a turn the
    newest and the oldest go by turns: whoever comes while a crowd waits is not last, and nobody
    is passed for ever.
    """

    def __init__(self) -> None:
        self._turns = Turns()
        self._newest = True
        self._loaded = False

    def _load(self, db: Any) -> None:
        """Take up what waited when the line stopped."""
        if self._loaded:
            return
        rows = db.execute("SELECT room, event, turn FROM inbox WHERE body IS NOT NULL").fetchall()
        for room, event, turn in rows:
            self._turns.take(turn, _place(room, event))
        self._turns.serve(min((turn for _, _, turn in rows), default=0))
        self._loaded = True

    def add(self, db: Any, rows: Iterable[NewRow]) -> None:
        self._load(db)
        for row in rows:
            whose = (_place(row.room, row.event), *((row.person,) if row.person else ()))
            turn = self._turns.next_for(*whose)
            values = (row.account, row.event, row.room, row.body, turn)
            if db.execute(_INSERT, values).rowcount:  # none when we have the event already
                self._turns.take(turn, *whose)

    def next(self, db: Any) -> InboxRow | None:
        self._load(db)
        found = db.execute(_NEWEST if self._newest else _OLDEST).fetchone()
        if found is None:
            return None
        *row, turn = found
        self._turns.serve(turn)
        return InboxRow(*row)

    def decided(self) -> None:
        self._newest = not self._newest

    def __len__(self) -> int:
        """How many rooms and reporters are remembered."""
        return len(self._turns)


def _place(room: str, event: str) -> str:
    """Where a row queues; what the line raises itself queues by its kind."""
    return room or event.partition(":")[0]
