"""The roster is another: who is let in, who is put out, and which cases that concerns."""

from bot.channels.base import Account
from bot.deciding.ruling import Ruling
from bot.rows import Errand, InviteToDesk, StaffGone
from bot.security.devices import RoomId
from dialogs.hushed import Hushed
from handoff.actions import RemoveFromRoom
from handoff.changing import changed
from handoff.floor import Staffing
from handoff.model import RoomRef


class RosterEvents(Hushed):
    """Carries a change of the roster into the desk room, and to each case it concerns."""

    def __init__(self, desk_room: RoomId) -> None:
        self._desk_room = desk_room

    def decide(self, staffing: Staffing) -> Ruling:
        change, room = changed(staffing), RoomRef(self._desk_room)
        # Neither waits behind what is posted there: that may have to wait for a reader.
        out = [Errand(Account.DESK, None, RemoveFromRoom(room, one)) for one in change.out]
        here = [Errand(Account.DESK, None, InviteToDesk(room, one)) for one in change.invited]
        told = [Errand(Account.DESK, self._desk_room, post) for post in change.posts]
        return Ruling(
            errands=(*out, *here, *told),
            floor=change.floor,
            raised=tuple(StaffGone(case, staff) for case, staff in change.gone),
        )
