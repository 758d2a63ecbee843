"""Chats that were opened and in which nothing was ever said."""

import time
from collections.abc import Callable

from bot.channels.matrix.reading import Reader
from bot.channels.matrix.rooms import Room, Rooms
from bot.security.devices import RoomId
from dialogs.hushed import Hushed

HOURS = 24


def hour_now() -> int:
    return int(time.time() // 3600)


class Unused(Hushed):
    """Nothing was promised in such a chat, so it is left without a word, and forgotten."""

    def __init__(self, rooms: Rooms, reader: Reader, own: str, hour: Callable[[], int]) -> None:
        self._rooms, self._reader, self._own, self._hour = rooms, reader, own, hour
        self.due: set[RoomId] = set()

    def look(self) -> None:
        """Find those whose time is over; now and then."""
        for room in self._rooms:
            used = room.creator == self._own or self._reader.knows(room.id)
            if used or not room.since:
                self._mark(room, 0 if used else self._hour())
            elif self._hour() - room.since >= HOURS:
                self.due.add(room.id)

    def still_due(self, room: RoomId) -> bool:
        """Asked once more before leaving: the first word may have come meanwhile."""
        self.due.discard(room)
        return not self._reader.knows(room)

    def _mark(self, room: Room, since: int) -> None:
        if room.since != since:
            room.since = since
            self._rooms.save(room)
