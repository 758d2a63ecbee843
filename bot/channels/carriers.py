"""Which channel carries a room: decisions say "the front", and each chat knows its network."""

from dataclasses import dataclass

from bot.channels.base import SIGNAL_PREFIX, Account, Channel, DeskChannel
from bot.errors import Refused
from bot.security.devices import RoomId
from dialogs.hushed import Hushed


@dataclass(repr=False)
class Channels(Hushed):
    """The line's channels: where reporters come in, and where staff work."""

    front: Channel
    desk: DeskChannel
    signal: Channel | None = None
    """A second way in, where the operator has one."""

    def of(self, account: Account, room: RoomId) -> Channel:
        """Raises `Refused` for a chat of a network that the line has left."""
        if account is Account.DESK:
            return self.desk
        if not room.startswith(SIGNAL_PREFIX):
            return self.front
        if self.signal is None:
            raise Refused("the line is not on Signal any more")
        return self.signal

    @property
    def all(self) -> tuple[Channel, ...]:
        return (self.front, self.desk, *((self.signal,) if self.signal else ()))
