"""How many places each homeserver may hold, of those that all have in common."""

from collections import Counter

from bot.security.devices import PersonId
from dialogs.hushed import Hushed


def server_of(person: PersonId) -> str:
    return person.partition(":")[2]


class Shares(Hushed):
    """A homeserver may take one more while it holds fewer than are free.

    One alone thus gets half of the places, two a third each: however slow they are, there is a
    place for one more.
    """

    def __init__(self, places: int) -> None:
        self._places = places
        self._held: Counter[str] = Counter()

    @property
    def free(self) -> int:
        return self._places - self._held.total()

    def may_take(self, server: str) -> bool:
        return self._held[server] < self.free

    def take(self, server: str) -> None:
        self._held[server] += 1

    def give_back(self, server: str) -> None:
        self._held[server] -= 1
        if not self._held[server]:
            del self._held[server]
