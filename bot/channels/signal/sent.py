"""What the line sent and nobody took back: by transaction, so that nothing goes twice."""

from collections.abc import Mapping

from bot.channels.base import EventId, JournalKey, TransactionId
from bot.channels.journal import StateJournal
from bot.security.devices import RoomId
from dialogs.hushed import Hushed

SENT = "sent"


class Sent(Hushed):
    """In memory and in the journal, until its room is forgotten."""

    def __init__(self, journal: StateJournal) -> None:
        self._journal = journal
        self._rooms: dict[RoomId, dict[TransactionId, EventId]] = {}

    def load(self, rows: Mapping[JournalKey, bytes]) -> None:
        for (kind, key), value in rows.items():
            if kind == SENT:
                room, _, txn = key.partition("\0")
                self._of(RoomId(room))[TransactionId(txn)] = EventId(value.decode())

    def by(self, room: RoomId, txn: TransactionId) -> EventId | None:
        return self._rooms.get(room, {}).get(txn)

    def put(self, room: RoomId, txn: TransactionId, event: EventId) -> None:
        self._of(room)[txn] = event
        self._journal.put(SENT, f"{room}\0{txn}", event.encode())

    def drop(self, room: RoomId, event: EventId) -> None:
        """It was taken back."""
        sent = self._rooms.get(room, {})
        for txn in [txn for txn, one in sent.items() if one == event]:
            del sent[txn]
            self._journal.delete(SENT, f"{room}\0{txn}")

    def standing(self, room: RoomId) -> tuple[EventId, ...]:
        """Newest first."""
        events = self._rooms.get(room, {}).values()
        return tuple(sorted(events, key=lambda one: int(one.partition(":")[0]), reverse=True))

    def forget(self, room: RoomId) -> None:
        self._rooms.pop(room, None)
        self._journal.delete_under(SENT, room)

    def _of(self, room: RoomId) -> dict[TransactionId, EventId]:
        return self._rooms.setdefault(room, {})
