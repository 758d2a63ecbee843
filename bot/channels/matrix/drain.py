"""What each room can give now, in its order."""

from bot.channels.base import (
    EventId,
    Incoming,
    NotRead,
    PersonJoined,
    PersonLeft,
    Redacted,
    Unreadable,
)
from bot.channels.guard import nothing_escapes
from bot.channels.matrix.http import object_of, text_of
from bot.channels.matrix.order import Item, Order, RoomQueue
from bot.channels.matrix.reading import Reader, Wait
from bot.security.devices import PersonId, RoomId
from dialogs.hushed import Hushed


class Drain(Hushed):
    """Empties the queues as far as keys and gaps allow.

    An unread message is reported when its time is up. Should its key come after all, its text is
    still given, once, late and out of order: nothing that someone wrote is lost.
    """

    def __init__(self, order: Order, reader: Reader) -> None:
        self._order, self._reader = order, reader
        self.wanted: set[PersonId] = set()
        """People whose devices must be asked for before their messages can be judged."""
        self.keyless: dict[tuple[RoomId, str], tuple[PersonId, str]] = {}
        """Sessions without a key; whose they should be, and of which device as the event says."""

    def run(self) -> list[Incoming]:
        self.wanted.clear()
        self.keyless.clear()
        found: list[Incoming] = []
        for room in self._order.rooms():
            queue = self._order.queue(room)
            if queue is not None:
                found += self._late(room, queue)
                found += self._in_order(room, queue)
                gaps = [item for item in queue.late if "gap" in item]
                self._reader.pass_by(room, queue.items + gaps)
                self._order.settle(room)
        return found

    def _in_order(self, room: RoomId, queue: RoomQueue) -> list[Incoming]:
        found: list[Incoming] = []
        while queue.items:
            item = queue.items[0]
            given = self._give(room, item)
            if isinstance(given, Wait):
                if not self._order.expired(queue):
                    break
                queue.retry = queue.retry or given is Wait.DEVICES
                self._order.pass_by(queue, item)
                given = _overdue(room, item)
            found += given
            queue.pop()
            for thing in given:
                if isinstance(thing, Redacted):
                    queue.take_back(thing.target, thing.person)
        return found

    def _late(self, room: RoomId, queue: RoomQueue) -> list[Incoming]:
        found = self._retried(room, queue) if queue.retry else []
        return found + self._untold(room, queue)

    def _retried(self, room: RoomId, queue: RoomQueue) -> list[Incoming]:
        found: list[Incoming] = []
        queue.retry = False
        for item in list(queue.late):
            given = self._give(room, item) if "event" in item else Wait.KEY
            queue.retry = queue.retry or given is Wait.DEVICES
            if not isinstance(given, Wait):
                queue.drop_late(item)
                told = item.get("told")
                found += [thing for thing in given if not (told and isinstance(thing, NotRead))]
        self._order.bound(queue)
        return found

    def _untold(self, room: RoomId, queue: RoomQueue) -> list[Incoming]:
        """What a gap gave after its turn and no key opens is reported as well, once."""
        found: list[Incoming] = []
        for item in self._order.overdue(queue):
            item["told"] = queue.changed = True
            found += _overdue(room, item)
        return found

    def _give(self, room: RoomId, item: Item) -> tuple[Incoming, ...] | Wait:
        if "gap" in item:
            return Wait.KEY
        for name, kind in (("joined", PersonJoined), ("left", PersonLeft)):
            if name in item:
                event, person = item[name]
                return (kind(room, EventId(event), PersonId(person)),)
        with nothing_escapes():
            given = self._reader.read(room, item)
            if given is Wait.DEVICES:
                self.wanted.add(PersonId(text_of(item, "event", "sender")))
            elif given is Wait.KEY:
                self._note_keyless(room, item)
            return given
        # Reading it raised: whoever wrote it is told, rather than left waiting.
        return _overdue(room, item)

    def _note_keyless(self, room: RoomId, item: Item) -> None:
        event = object_of(item, "event")
        session, hint = (text_of(event, "content", one) for one in ("session_id", "sender_key"))
        self.keyless[(room, session)] = PersonId(text_of(event, "sender")), hint


def _overdue(room: RoomId, item: Item) -> tuple[Incoming, ...]:
    if "event" not in item:
        return ()
    event, person = text_of(item, "event", "event_id"), text_of(item, "event", "sender")
    return (NotRead(room, EventId(event), PersonId(person), Unreadable.NO_KEY),)
