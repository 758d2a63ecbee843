"""Where the desk is while the line runs."""

from dataclasses import dataclass

from bot.security.devices import RoomId
from dialogs.hushed import Hushed
from handoff.moving import DeskRoom


@dataclass(repr=False)
class DeskPlace(Hushed):
    """The desk room in force; replaced when a decision that moves it is committed."""

    desk: DeskRoom

    @property
    def room(self) -> RoomId:
        return RoomId(self.desk.room)
