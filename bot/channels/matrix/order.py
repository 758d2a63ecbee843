"""The order of each room: what waits for a key or a gap holds back its own room, and no other."""

import json
from collections.abc import Callable, Iterator, Mapping

from bot.channels.base import JournalKey
from bot.channels.journal import StateJournal
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import text_of
from bot.security.devices import RoomId
from dialogs.hushed import Hushed

Item = Json
"""One of: {"event": {...}}, {"gap": [from, to]}, {"joined": [event, person]}, {"left": [...]}."""
MOST_WAITING = 2000
MOST_LATE = 200
MOST_BYTES = 4_000_000
"""A queue is written whole at each change, and whoever fills it chooses how."""


class RoomQueue(Hushed):
    """What a room still has to give, oldest first, and what is overdue but not given up.

    An item's `due` counts from its coming, not from its turn: ten messages without a key hold a
    room back for one time, not for ten. It is not stored, so a restart waits anew.
    """

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.bytes = 0
        self.late: list[Item] = []
        """Unread messages already reported, and gaps already passed; read when that is possible."""
        self.changed = False
        """Whether it differs from what is stored."""
        self.retry = True
        """Whether something came that may make an overdue message readable."""

    def push(self, item: Item, due: float) -> None:
        self.changed = True
        self.items.append(item | {"due": due})
        self.bytes += size_of(item)

    def pop(self) -> None:
        self.changed = True
        self.bytes -= size_of(self.items.pop(0))

    def replace(self, item: Item, others: list[Item], due: float) -> None:
        """Put others in an item's place, wherever it is."""
        self.changed = self.retry = True
        for held in (self.items, self.late):
            place = next((n for n, other in enumerate(held) if other is item), None)
            if place is not None:
                held[place : place + 1] = [other | {"due": due} for other in others]
        self.bytes = sum(map(size_of, self.items))

    def drop_late(self, item: Item) -> None:
        self.changed = True
        self.late = [other for other in self.late if other is not item]

    def take_back(self, event: str, sender: str) -> None:
        """Nobody is to see it late: its own sender has redacted it."""
        for item in self.late:
            named = text_of(item, "event", "event_id"), text_of(item, "event", "sender")
            if named == (event, sender):
                self.drop_late(item)

    def stored(self) -> list[list[Item]]:
        return [[_without_due(item) for item in held] for held in (self.items, self.late)]


def _without_due(item: Item) -> Item:
    return {name: value for name, value in item.items() if name != "due"}


def _is_untold(item: Item) -> bool:
    return "event" in item and not item.get("told")


def size_of(item: Item) -> int:
    """About as much as it takes to store it."""
    return 200 + len(text_of(item, "event", "content", "ciphertext"))


class Order(Hushed):
    """The queues of all rooms; nearly always there are none."""

    def __init__(self, journal: StateJournal, hold: float, clock: Callable[[], float]) -> None:
        self._journal, self._hold, self._clock = journal, hold, clock
        self._queues: dict[RoomId, RoomQueue] = {}
        self._stored: set[RoomId] = set()

    def load(self, rows: Mapping[JournalKey, bytes]) -> None:
        for (kind, key), value in rows.items():
            if kind == "queue":
                queue = self._queues[RoomId(key)] = RoomQueue()
                items, late = json.loads(value)
                queue.late = [item | {"due": self._due()} for item in late]
                for item in items:
                    queue.push(item, self._due())
                queue.changed = False
                self._stored.add(RoomId(key))

    def add(self, room: RoomId, item: Item) -> None:
        self._queues.setdefault(room, RoomQueue()).push(item, self._due())

    def replace(self, room: RoomId, gap: Item, items: list[Item]) -> None:
        """Fill a gap; unless the room was forgotten meanwhile."""
        if room in self._queues:
            self._queues[room].replace(gap, items, self._due())

    def _due(self) -> float:
        return self._clock() + self._hold

    def retry(self, room: RoomId) -> None:
        """A key came, or word that none will: overdue messages are looked at once more."""
        if room in self._queues:
            self._queues[room].retry = True

    def rooms(self) -> list[RoomId]:
        return list(self._queues)

    def queue(self, room: RoomId) -> RoomQueue | None:
        return self._queues.get(room)

    def gaps(self) -> Iterator[tuple[RoomId, Item]]:
        """Gaps at the head of a room, and those that were passed by."""
        for room, queue in self._queues.items():
            for item in (*queue.items[:1], *queue.late):
                if "gap" in item:
                    yield room, item
                    break

    def expired(self, queue: RoomQueue) -> bool:
        """Whether the head has had its time, or there is too much behind it."""
        full = len(queue.items) > MOST_WAITING or queue.bytes > MOST_BYTES
        return full or bool(self._clock() >= queue.items[0]["due"])

    def overdue(self, queue: RoomQueue) -> list[Item]:
        """Events that came late, still wait, and were never reported."""
        now = self._clock()
        return [one for one in queue.late if _is_untold(one) and now >= one["due"]]

    def pass_by(self, queue: RoomQueue, item: Item) -> None:
        """Remember the overdue head for later; an event was reported as unread."""
        item["told"] = "event" in item
        queue.late.append(item)
        self.bound(queue)

    def bound(self, queue: RoomQueue) -> None:
        """Give up the newest of what is overdue when there is too much of it."""
        size = sum(map(size_of, queue.late))
        while len(queue.late) > MOST_LATE or size > MOST_BYTES:
            size -= size_of(queue.late.pop())
            queue.changed = True

    def next_due(self) -> float | None:
        """Seconds until the first head is due, or None."""
        times = [queue.items[0]["due"] for queue in self._queues.values() if queue.items]
        times += [
            item["due"]
            for queue in self._queues.values()
            for item in queue.late
            if _is_untold(item)
        ]
        return max(0.0, min(times) - self._clock()) if times else None

    def settle(self, room: RoomId) -> None:
        """Store what is left of the room's queue after a pass over it."""
        queue = self._queues.get(room)
        if queue is None or not queue.changed:
            return  # a full queue is large, and others' messages come often
        queue.changed = False
        if queue.items or queue.late:
            self._journal.put_json("queue", room, queue.stored())
            self._stored.add(room)
        else:
            self.forget(room)

    def forget(self, room: RoomId) -> None:
        self._queues.pop(room, None)
        if room in self._stored:
            self._stored.discard(room)
            self._journal.delete("queue", room)
