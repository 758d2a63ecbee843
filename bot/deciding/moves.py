"""The desk moves into a fresh room: the events that this takes."""

from bot.channels.base import Account, PersonJoined
from bot.deciding.place import DeskPlace
from bot.deciding.ruling import Ruling
from bot.deciding.team import Team
from bot.rows import DeskDue, DeskMade, DeskNotMade, Errand
from bot.security.devices import RoomId
from bot.storage.ports import CaseStore
from dialogs.model import Moment
from handoff.guide import Guide
from handoff.model import StaffId
from handoff.moving import Moving, began, made, moved, not_made

MoveEvent = DeskDue | DeskMade | DeskNotMade | PersonJoined


class DeskMoves:
    """At every moment one room is the desk: the next one only once somebody can read there."""

    def __init__(self, store: CaseStore, guide: Guide, team: Team, place: DeskPlace) -> None:
        self._store = store
        self._guide = guide
        self._team = team
        self._place = place

    def opens(self, event: PersonJoined) -> bool:
        """Whether a colleague came into the fresh room."""
        fresh = self._place.desk.next
        known = StaffId(event.person) in self._team.roster.colleagues
        return known and fresh is not None and event.room == RoomId(fresh)

    async def decide(self, event: MoveEvent, moment: Moment) -> Ruling:
        desk = self._place.desk
        moving = await self._moving(event, moment)
        errands = tuple(
            Errand(
                Account.DESK, RoomId(step.room) if step.room else None, step.action, case=step.case
            )
            for step in moving.steps
        )
        return Ruling(errands=errands, desk=moving.desk if moving.desk != desk else None)

    async def _moving(self, event: MoveEvent, moment: Moment) -> Moving:
        desk, roster = self._place.desk, self._team.roster
        if isinstance(event, DeskMade) and not await self._in_use(event.room):
            return made(desk, event.room, roster)
        if isinstance(event, DeskMade | DeskNotMade):
            return not_made(desk, moment.now)
        waiting = await self._store.cases_waiting()
        if isinstance(event, DeskDue):
            return began(desk, waiting, roster, moment.now)
        return moved(desk, waiting, roster, await self._store.floor(), self._guide)

    async def _in_use(self, room: str) -> bool:
        """A homeserver may name any room as the one it made: ours for another use is refused."""
        return room == self._place.room or await self._store.case_in_room(room) is not None
