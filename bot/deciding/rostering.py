"""The roster is another: who is let in, who is put out, and which cases that concerns."""

from bot.channels.base import Account
from bot.deciding.place import DeskPlace
from bot.deciding.ruling import Ruling
from bot.rows import Errand, StaffGone
from dialogs.hushed import Hushed
from handoff.actions import RemoveFromRoom
from handoff.changing import changed
from handoff.floor import Staffing
from handoff.moving import InviteToDesk


class RosterEvents(Hushed):
    """Carries a change of the roster into the desk room, and to each case it concerns."""

    def __init__(self, place: DeskPlace) -> None:
        self._place = place

    def decide(self, staffing: Staffing) -> Ruling:
        change, desk = changed(staffing), self._place.desk
        rooms = (desk.room, *((desk.next,) if desk.next else ()))
        # Neither waits behind what is posted there: that may have to wait for a reader.
        moves: list[RemoveFromRoom | InviteToDesk] = []
        for room in rooms:
            moves += [RemoveFromRoom(room, one) for one in change.out]
            moves += [InviteToDesk(room, one) for one in change.invited]
        told = [Errand(Account.DESK, self._place.room, post) for post in change.posts]
        return Ruling(
            errands=(*(Errand(Account.DESK, None, move) for move in moves), *told),
            floor=change.floor,
            raised=tuple(StaffGone(case, staff) for case, staff in change.gone),
        )
