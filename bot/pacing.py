"""How fast texts go into one room: sixty at once, then one a minute; the others wait their turn."""

from collections import deque

from bot.security.buckets import Buckets, Rate
from bot.storage.base import OutboxRow

TEXTS_AN_HOUR = 60
TOLD_EVERY_S = 3600.0


class Pacing:
    """Counts the texts of each room. The pieces of one text, and all that a colleague who comes
    into a case is shown at once, count as one.
    """

    def __init__(self) -> None:
        self._texts = Buckets(Rate(TEXTS_AN_HOUR, 3600 / TEXTS_AN_HOUR))
        self._told = Buckets(Rate(1, TOLD_EVERY_S))
        self._counted: deque[str] = deque(maxlen=1000)
        """Decisions counted lately: more of the same one may follow."""

    def wait(self, row: OutboxRow) -> float:
        """Seconds until this text may go."""
        if _decision(row) in self._counted:
            return 0.0
        return self._texts.wait(row.destination)

    def go(self, row: OutboxRow) -> None:
        """Count it."""
        if _decision(row) not in self._counted:
            self._texts.take(row.destination)
            self._counted.append(_decision(row))

    def tells(self, row: OutboxRow) -> bool:
        """Whether to say now that texts are held back; not again for an hour."""
        return self._told.take(row.destination)


def _decision(row: OutboxRow) -> str:
    return row.txn.partition("-")[0]
