"""Who is let in next, when many invite the line at once."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.channels.matrix.shares import server_of
from bot.security.devices import PersonId, RoomId
from bot.security.turns import Turns
from dialogs.hushed import Hushed


@dataclass(repr=False)
class _Server(Hushed):
    """The invitations that come from one homeserver."""

    turn: int
    turns: Turns = field(default_factory=Turns)
    rooms: list[tuple[int, int, RoomId, PersonId]] = field(default_factory=list)
    """A heap: a person's first invitation before anybody's second, the newest first."""


class Crowd(Hushed):
    """Homeservers take turns, and on each its people do.

    An account costs nothing on a homeserver of one's own, so a thousand accounts of one weigh
    there no more than a single person on another.
    """

    def __init__(self) -> None:
        self._servers: dict[str, _Server] = {}
        self._waiting: set[RoomId] = set()
        self._served = self._count = 0

    def add(self, room: RoomId, person: PersonId) -> None:
        if room in self._waiting:
            return
        self._waiting.add(room)
        self._count += 1
        server = self._servers.setdefault(server_of(person), _Server(self._served))
        turn = server.turns.next_for(person)
        server.turns.take(turn, person)
        heapq.heappush(server.rooms, (turn, -self._count, room, person))

    def next(self, may: Callable[[str], bool] = lambda _: True) -> tuple[RoomId, PersonId] | None:
        """Take out the room whose turn it is, among the homeservers that may have one more."""
        while those := {name: one for name, one in self._servers.items() if may(name)}:
            name, server = min(those.items(), key=lambda one: one[1].turn)
            self._served = server.turn
            turn, _, room, person = heapq.heappop(server.rooms)
            server.turns.serve(turn)
            server.turn += 1
            if not server.rooms:
                del self._servers[name]
            if room in self._waiting:
                self._waiting.discard(room)
                return room, person
        return None

    def drop(self, room: RoomId) -> None:
        self._waiting.discard(room)

    def __len__(self) -> int:
        return len(self._waiting)
