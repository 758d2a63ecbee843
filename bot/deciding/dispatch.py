"""Which part of the line an event concerns."""

from dataclasses import replace

from bot.channels.base import Account, PersonJoined
from bot.clock import hour_of
from bot.deciding.aftermath import Aftermath
from bot.deciding.codes import CodeEvents
from bot.deciding.desk import DeskEvents
from bot.deciding.front import FrontEvents
from bot.deciding.moves import DeskMoves
from bot.deciding.place import DeskPlace
from bot.deciding.rostering import RosterEvents
from bot.deciding.ruling import Places, Ruling, rule
from bot.rows import (
    CodeReady,
    CodeTried,
    DeskDue,
    DeskMade,
    DeskNotMade,
    Due,
    Errand,
    Event,
    Interpreted,
    Lapsed,
    NotDelivered,
    Quiet,
    RoomMade,
    RosterChanged,
    ShiftsDue,
    ShownLongEnough,
    Slowed,
    StaffGone,
)
from bot.security.devices import RoomId
from bot.storage.ports import CaseStore
from dialogs.model import Moment
from handoff.actions import Decision, DissolveCaseRoom, PostToDesk, Side
from handoff.changing import staff_gone
from handoff.delivery import slowed, undelivered
from handoff.desk import room_made
from handoff.floor import Staffing
from handoff.guide import Guide
from handoff.interpreting import interpreted, released
from handoff.model import Case
from handoff.reporter import lapsed
from handoff.resting import fell_silent
from handoff.shifts import over
from handoff.timing import looked

OwnEvent = (
    RoomMade
    | Lapsed
    | Quiet
    | Due
    | StaffGone
    | NotDelivered
    | Slowed
    | Interpreted
    | ShownLongEnough
)
"""What the line raises itself."""


def _quiet(case: Case, limit: int) -> bool:
    return case.quiet_since is not None and hour_of(case.quiet_since) <= limit


class Deciding:
    """Sends each event to the side it came from; answers the line's own events itself."""

    def __init__(
        self,
        store: CaseStore,
        front: FrontEvents,
        desk: DeskEvents,
        guide: Guide,
        moves: DeskMoves,
        place: DeskPlace,
    ) -> None:
        self._store = store
        self._guide = guide
        self._front = front
        self._desk = desk
        self._moves = moves
        self._place = place
        self._codes = CodeEvents(store, guide, place)
        self._roster = RosterEvents(place)
        self._aftermath = Aftermath(desk.staffing, place)

    async def decide(self, account: str, event: Event, moment: Moment) -> Ruling:
        return await self._aftermath.of(await self._decide(account, event, moment), moment)

    async def _decide(self, account: str, event: Event, moment: Moment) -> Ruling:
        if isinstance(event, RosterChanged):
            return self._roster.decide(await self._desk.staffing())
        if isinstance(event, ShiftsDue):
            return await self._shifts(moment)
        if isinstance(event, OwnEvent):
            return await self._own(event, moment)
        if isinstance(event, CodeReady | CodeTried):
            # The row of it held a code: what opens a resting case must not linger on the disk.
            return replace(await self._codes.decide(event, moment), erases=True)
        if isinstance(event, DeskDue | DeskMade | DeskNotMade):
            return await self._moves.decide(event, moment)
        if account == Account.DESK:
            if isinstance(event, PersonJoined) and self._moves.opens(event):
                return await self._moves.decide(event, moment)
            return await self._desk.decide(event, moment)
        if isinstance(event, PersonJoined):
            return Ruling()  # a third person in a reporter's chat comes as `RoomUnfit`
        return await self._front.decide(event, moment)

    async def _own(self, event: OwnEvent, moment: Moment) -> Ruling:
        if isinstance(event, RoomMade) and await self._taken(event.room):
            event = NotDelivered(event.case, Side.DESK, event.invited)
        case = await self._store.case(event.case)
        if case is None:
            return self._orphan(event)
        if isinstance(event, Lapsed) and not await self._store.began_by(case.id, event.limit):
            return Ruling()  # its reporter wrote again meanwhile
        if isinstance(event, Quiet) and not _quiet(case, event.limit):
            return Ruling()
        staffing = await self._desk.staffing() if isinstance(event, Due) else Staffing()
        decision = self._decide_own(case, event, moment, staffing)
        if isinstance(event, Due):
            decision = self._front.cards.aged(decision, moment)
        return rule(case, decision, await self._places(decision.case or case))

    async def _shifts(self, moment: Moment) -> Ruling:
        """Who worked long enough is told so, kindly; that they worked is not remembered."""
        floor, said = over(await self._store.floor(), moment.now)
        words = tuple(Errand(Account.DESK, self._place.room, PostToDesk((one,))) for one in said)
        return Ruling(errands=words, floor=floor, erases=True)

    async def _taken(self, room: str) -> bool:
        """A homeserver may name any room as the one it made: ours for another use is refused."""
        ours = (self._place.desk.room, self._place.desk.next)
        return room in ours or await self._store.case_in_room(room) is not None

    def _orphan(self, event: OwnEvent) -> Ruling:
        """The case ended while its room was being made: dissolve the room."""
        if not isinstance(event, RoomMade):
            return Ruling()
        errand = Errand(Account.DESK, RoomId(event.room), DissolveCaseRoom(event.room))
        return Ruling(case_id=event.case, errands=(errand,))

    async def _places(self, case: Case) -> Places:
        route = await self._store.route_of(case.id)
        case_room = RoomId(case.case_room) if case.case_room else None
        return Places(self._place.room, route.room if route else None, case_room)

    def _decide_own(
        self, case: Case, event: OwnEvent, moment: Moment, staffing: Staffing
    ) -> Decision:
        if isinstance(event, RoomMade):
            return room_made(case, event.room, event.invited)
        if isinstance(event, Lapsed):
            return lapsed(case)
        if isinstance(event, StaffGone):
            return staff_gone(case, event.staff, moment, self._guide)
        if isinstance(event, Due):
            return looked(case, moment, self._guide, staffing)
        if isinstance(event, Quiet):
            return fell_silent(case, moment.now, self._guide)
        if isinstance(event, Interpreted):
            return interpreted(case, event.made, moment, self._guide)
        if isinstance(event, ShownLongEnough):
            return released(case, event.what, moment)
        if isinstance(event, Slowed):
            return slowed(case, event.writer, moment)
        return undelivered(case, event.to, event.staff, moment, self._guide)
