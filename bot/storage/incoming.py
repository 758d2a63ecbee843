"""Rows of the inbox, and the journal of what the channels must remember."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.security.turns import Turns
from bot.storage.base import InboxRow, NewRow
from bot.storage.purging import mark_purge_due
from dialogs.hushed import Hushed

_INSERT = "INSERT OR IGNORE INTO inbox (account, event, room, body, turn) VALUES (?, ?, ?, ?, ?)"
_FAIREST = """
SELECT seq, account, room, body, turn FROM inbox WHERE seq = (
    SELECT MAX(seq) FROM inbox WHERE body IS NOT NULL
    AND turn = (SELECT MIN(turn) FROM inbox WHERE body IS NOT NULL)
)
"""
_OLDEST = """
SELECT seq, account, room, body, turn FROM inbox NOT INDEXED
WHERE seq >= ? AND body IS NOT NULL ORDER BY seq LIMIT 1
"""
OLDEST_EVERY = 4


def write_journal(db: Any, account: str, changes: Mapping[tuple[str, str], bytes | None]) -> None:
    """A room goes last of all that is kept of the people in it: what went is to be destroyed."""
    for (kind, key), value in changes.items():
        if value is None:
            if kind == "room":
                mark_purge_due(db)
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

    The rows of one room keep their order, and so do those of one reporter. Among equals the
    newest goes first: whoever comes while a crowd waits is not its last. Now and then the row
    that waited longest goes, whatever its turn, so that nobody waits for ever.
    """

    def __init__(self) -> None:
        self._turns: Turns | None = None
        self._decided = 0
        self._oldest = 0
        """No open row is older."""

    def add(self, db: Any, rows: Iterable[NewRow]) -> None:
        turns = self._turns = self._turns or _as_left(db)
        for row in rows:
            whose = (_place(row.room, row.event), *((row.person,) if row.person else ()))
            turn = turns.next_for(*whose)
            values = (row.account, row.event, row.room, row.body, turn)
            if db.execute(_INSERT, values).rowcount:  # none when we have the event already
                turns.take(turn, *whose)

    def next(self, db: Any) -> InboxRow | None:
        turns = self._turns = self._turns or _as_left(db)
        if self._decided % OLDEST_EVERY == OLDEST_EVERY - 1:
            found = db.execute(_OLDEST, (self._oldest,)).fetchone()
            self._oldest = found[0] if found else self._oldest
        else:
            found = db.execute(_FAIREST).fetchone()
            turns.serve(found[-1] if found else 0)
        if found is None:
            self._turns = Turns()  # nobody waits, and nobody is remembered
            return None
        return InboxRow(*found[:-1])

    def decided(self) -> None:
        self._decided += 1

    def __len__(self) -> int:
        """How many rooms and reporters are remembered."""
        return len(self._turns or ())


def _as_left(db: Any) -> Turns:
    """What waited when the line stopped; who it was from is known by room only."""
    rows = db.execute("SELECT room, event, turn FROM inbox WHERE body IS NOT NULL").fetchall()
    turns = Turns(min((turn for _, _, turn in rows), default=0))
    for room, event, turn in sorted(rows, key=lambda row: int(row[2])):
        turns.take(turn, _place(room, event))
    return turns


def _place(room: str, event: str) -> str:
    """Where a row queues; what the line raises itself queues by its kind."""
    return room or event.partition(":")[0]
