"""Rows of the inbox, and the journal of what the channels must remember."""

import heapq
from collections import deque
from collections.abc import Iterable, Mapping
from typing import Any

from bot.security.turns import Turns
from bot.storage.base import InboxRow, NewRow
from bot.storage.purging import mark_purge_due
from dialogs.hushed import Hushed

_INSERT = "INSERT OR IGNORE INTO inbox (account, event, room, body) VALUES (?, ?, ?, ?)"
_ROW = "SELECT seq, account, room, body FROM inbox WHERE seq = ? AND body IS NOT NULL"
_OPEN = "SELECT seq, room, event FROM inbox WHERE body IS NOT NULL ORDER BY seq"
OLDEST_EVERY = 4


def write_journal(db: Any, account: str, changes: Mapping[tuple[str, str], bytes | None]) -> None:
    """A room goes last of all that is kept of the people in it: what went is to be destroyed."""
    for (kind, key), value in changes.items():
        if value is None:
            if kind in ("room", "person"):
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
    that waited longest goes, whatever its turn, so that nobody waits for ever. The order is kept
    in memory: an index of it would be one more page to write at each event and each decision.
    """

    def __init__(self) -> None:
        self._turns: Turns | None = None
        self._open: set[int] = set()
        self._fairest: list[tuple[int, int]] = []
        self._oldest: deque[int] = deque()
        """Both may still hold rows that are not open any more."""
        self._decided = 0

    def add(self, db: Any, rows: Iterable[NewRow]) -> None:
        turns = self._loaded(db)
        for row in rows:
            whose = (_place(row.room, row.event), *((row.person,) if row.person else ()))
            written = db.execute(_INSERT, (row.account, row.event, row.room, row.body))
            if written.rowcount:  # none when we have the event already
                self._take(turns, written.lastrowid, whose)

    def next(self, db: Any) -> InboxRow | None:
        """The row that is to be decided; the same one until it is."""
        turns = self._loaded(db)
        while self._open:
            seq = self._pick(turns)
            found = db.execute(_ROW, (seq,)).fetchone()
            if found:
                return InboxRow(*found)
            self._open.discard(seq)  # it went with its room
        self._forget()
        return None

    def decided(self, seq: int) -> None:
        self._open.discard(seq)
        self._decided += 1

    def __len__(self) -> int:
        """How many rooms and reporters are remembered."""
        return len(self._turns or ())

    def _pick(self, turns: Turns) -> int:
        if self._decided % OLDEST_EVERY == OLDEST_EVERY - 1:
            while self._oldest[0] not in self._open:
                self._oldest.popleft()
            return self._oldest[0]
        while -self._fairest[0][1] not in self._open:
            heapq.heappop(self._fairest)
        turn, minus_seq = self._fairest[0]
        turns.serve(turn)
        return -minus_seq

    def _take(self, turns: Turns, seq: int, whose: tuple[str, ...]) -> None:
        turn = turns.next_for(*whose)
        turns.take(turn, *whose)
        self._open.add(seq)
        self._oldest.append(seq)
        heapq.heappush(self._fairest, (turn, -seq))

    def _loaded(self, db: Any) -> Turns:
        """At first with what waited when the line stopped; from whom is known by room only."""
        if self._turns is None:
            self._turns = Turns()
            for seq, room, event in db.execute(_OPEN).fetchall():
                self._take(self._turns, seq, (_place(room, event),))
        return self._turns

    def _forget(self) -> None:
        """Nobody waits, and nobody is remembered."""
        self._turns, self._fairest, self._oldest = Turns(), [], deque()


def _place(room: str, event: str) -> str:
    """Where a row queues; what the line raises itself queues by its kind."""
    return room or event.partition(":")[0]
