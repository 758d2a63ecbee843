"""Which row of the outbox leaves next: destinations take turns."""

import heapq
from bisect import insort
from collections import deque
from typing import Any

from bot.security.turns import IN_HAND, Turns
from bot.storage.base import Destination, OutboxRow
from dialogs.hushed import Hushed
from handoff.model import CaseId

Seq = int
Turn = int
Added = tuple[Seq, Destination]
"""A row that a commit put into the outbox."""
LONGEST_WAITING_EVERY = 4
_ROW = """
SELECT seq, destination, case_id, txn, body, since FROM outbox WHERE seq = ? AND destination = ?
"""


class Leaving(Hushed):
    """The rows of the outbox by destination, in memory: looking for them would cost all of them.

    Rows of one destination leave in order, one at a time. Among destinations it is nearly as in
    the inbox: everybody's first few rows before anybody's later ones, the newest of equals first,
    and now and then the one that waited longest. A few, not one: else somebody's second answer
    would wait for the first ones of a crowd.
    """

    def __init__(self) -> None:
        self._rows: dict[Destination, list[tuple[Seq, Turn]]] = {}
        self._loaded = False
        self._out: set[Destination] = set()
        self._turns = Turns()
        self._place: dict[Destination, int] = {}
        """The place in the line of each destination that may send; older ones are void."""
        self._fairest: list[tuple[int, int, int, Destination]] = []
        self._longest: deque[tuple[int, Destination]] = deque()
        self._places = self._left = 0

    def add(self, db: Any, rows: list[Added]) -> None:
        """In the commit that writes them; they leave once it is made."""
        if not self._loaded:
            self._load(db)  # these are among them
            return
        for row in rows:
            self._take(row)

    def next(self, db: Any) -> OutboxRow | None:
        """The row whose turn it is; its destination sends no other until `done`."""
        if not self._loaded:
            self._load(db)
        while (destination := self._pick()) is not None:
            seq = self._rows[destination][0][0]
            found = db.execute(_ROW, (seq, destination)).fetchone()
            if found:
                self._out.add(destination)
                return _row(found)
            self._ended(destination, seq)  # its case took it with it
        return None

    def done(self, row: OutboxRow) -> None:
        """The row was performed; what it made is added apart."""
        self._out.discard(row.destination)
        self._ended(row.destination, row.seq)

    def __len__(self) -> int:
        """How many destinations are remembered."""
        return len(self._rows)

    def _load(self, db: Any) -> None:
        self._loaded = True
        for seq, destination in db.execute("SELECT seq, destination FROM outbox ORDER BY seq"):
            self._take((seq, Destination(destination)))

    def _take(self, row: Added) -> None:
        seq, destination = row
        turn = self._turns.next_for(destination)
        self._turns.take(turn, destination)
        waiting = self._rows.setdefault(destination, [])
        insort(waiting, (seq, turn))  # a number that was dropped may be given out again
        if len(waiting) == 1:
            self._offer(destination)

    def _offer(self, destination: Destination) -> None:
        """Its first row may leave."""
        seq, turn = self._rows[destination][0]
        self._places += 1
        self._place[destination] = self._places
        heapq.heappush(self._fairest, (turn // IN_HAND, -seq, self._places, destination))
        self._longest.append((self._places, destination))

    def _pick(self) -> Destination | None:
        if not self._place:
            return None
        self._left += 1
        if self._left % LONGEST_WAITING_EVERY == 0:
            return self._longest_waiting()
        while True:
            *_, place, destination = heapq.heappop(self._fairest)
            if self._place.get(destination) == place:
                self._turns.serve(self._rows[destination][0][1])
                del self._place[destination]
                return destination

    def _longest_waiting(self) -> Destination:
        while True:
            place, destination = self._longest.popleft()
            if self._place.get(destination) == place:
                del self._place[destination]
                return destination

    def _ended(self, destination: Destination, seq: Seq) -> None:
        waiting = self._rows.get(destination, [])
        gone = next((one for one in waiting if one[0] == seq), None)
        if gone:
            waiting.remove(gone)
        if waiting:
            if destination not in self._out and destination not in self._place:
                self._offer(destination)
            return
        self._rows.pop(destination, None)
        self._place.pop(destination, None)
        if not self._rows:
            self._forget()

    def _forget(self) -> None:
        """Nothing waits, and nobody is remembered."""
        self._turns = Turns()
        self._fairest, self._longest = [], deque()


def _row(found: Any) -> OutboxRow:
    seq, destination, case_id, txn, body, since = found
    return OutboxRow(
        seq, Destination(destination), CaseId(case_id) if case_id else None, txn, body, since
    )
