"""What a room was told already, where no case remembers it."""

from collections import OrderedDict

from bot.security.devices import RoomId
from dialogs.hushed import Hushed


class Told(Hushed):
    """Each warning once in a room, until something readable comes from it.

    In memory only: else a flood of what cannot be read would be a flood of rows. The oldest room
    is forgotten when there are too many, and after a restart a warning may come once more.
    """

    def __init__(self, most: int = 10_000) -> None:
        self.most = most
        self._rooms: OrderedDict[RoomId, set[str]] = OrderedDict()

    def first(self, room: RoomId, warning: str) -> bool:
        """Whether this is news to the room; from now on it is not."""
        told = self._rooms.setdefault(room, set())
        self._rooms.move_to_end(room)
        if len(self._rooms) > self.most:
            self._rooms.popitem(last=False)
        if warning in told:
            return False
        told.add(warning)
        return True

    def heard(self, room: RoomId) -> None:
        """Something readable came, or the room is no longer ours."""
        self._rooms.pop(room, None)

    def __len__(self) -> int:
        return len(self._rooms)
