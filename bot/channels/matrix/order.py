"""The order of each room: what waits for a key or a gap holds back its own room, and no other."""

import json
from collections.abc import Callable, Iterator, Mapping

from bot.channels.base import JournalKey
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.journal import StateJournal
from bot.security.devices import RoomId
from dialogs.hushed import Hushed

Item = Json
"""One of: {"event": {...}}, {"gap": [from, to]}, {"joined": [event, person]}, {"left": [...]}."""
MOST_WAITING = 2000
MOST_LATE = 200


class RoomQueue(Hushed):
    """What a room still has to give, oldest first, and what is overdue but not given up."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.late: list[Item] = []
        """Unread messages already reported, and gaps already passed; read when that is possible."""
        self.until: float | None = None
        """When the head has waited long enough; in memory only, so a restart waits anew."""


class Order(Hushed):
    """The queues of all rooms; nearly always there are none."""

    def __init__(self, journal: StateJournal, hold: float, clock: Callable[[], float]) -> None:
        self._journal, self._hold, self._clock = journal, hold, clock
        self._queues: dict[RoomId, RoomQueue] = {}
        self._stored: set[RoomId] = set()

    def load(self, rows: Mapping[JournalKey, bytes]) -> None:
        for (kind, key), value in rows.items():
            if kind == "queue":
                queue = RoomQueue()
                queue.items, queue.late = json.loads(value)
                self._queues[RoomId(key)] = queue
                self._stored.add(RoomId(key))

    def add(self, room: RoomId, item: Item) -> None:
        self._queues.setdefault(room, RoomQueue()).items.append(item)

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
        """Whether the head has had its time; starts the time when it had not begun."""
        if queue.until is None:
            queue.until = self._clock() + self._hold
        return self._clock() >= queue.until or len(queue.items) > MOST_WAITING

    def pass_by(self, queue: RoomQueue, item: Item) -> None:
        """Remember the overdue head for later; an event was reported as unread."""
        item["told"] = "event" in item
        if len(queue.late) < MOST_LATE:
            queue.late.append(item)

    def next_due(self) -> float | None:
        """Seconds until the first head is due, or None."""
        times = [queue.until for queue in self._queues.values() if queue.until is not None]
        return max(0.0, min(times) - self._clock()) if times else None

    def settle(self, room: RoomId) -> None:
        """Store what is left of the room's queue after a pass over it."""
        queue = self._queues.get(room)
        if queue is None:
            return
        if not queue.items:
            queue.until = None
        if queue.items or queue.late:
            self._journal.put_json("queue", room, [queue.items, queue.late])
            self._stored.add(room)
        else:
            self.forget(room)

    def forget(self, room: RoomId) -> None:
        self._queues.pop(room, None)
        if room in self._stored:
            self._stored.discard(room)
            self._journal.delete("queue", room)
