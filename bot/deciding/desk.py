"""Events of the desk account: commands, plain lines, and who comes into a case room."""

from dataclasses import replace

from bot.channels.base import (
    Account,
    FileCame,
    NotRead,
    PersonJoined,
    PersonLeft,
    Redacted,
    RoomUnfit,
    TextCame,
)
from bot.deciding.ruling import Places, Ruling, rule
from bot.deciding.team import Team
from bot.deciding.told import Told
from bot.rows import Errand
from bot.security.devices import Pins, RoomId
from bot.storage.base import Copy
from bot.storage.ports import CaseStore
from dialogs.model import Line, MessageId, Moment, TextRef
from handoff.actions import Decision, PostToCase, PostToDesk
from handoff.commands import TABLE, Misread, NoCommand, parse
from handoff.commands.base import Arranged, Arranging, Invocation, Order, Overview, Where
from handoff.desk import arrived, hand_back, staff_corrected, staff_took_back, staff_wrote
from handoff.floor import Staffing
from handoff.guide import Guide
from handoff.model import Block, Case, StaffId

DeskEvent = TextCame | FileCame | Redacted | NotRead | RoomUnfit | PersonJoined | PersonLeft


class DeskEvents:
    """Hears only pinned staff, in the desk room and in case rooms."""

    def __init__(
        self, store: CaseStore, guide: Guide, pins: Pins, team: Team, desk_room: RoomId
    ) -> None:
        self._store = store
        self._guide = guide
        self._pins = pins
        self._team = team
        self._desk_room = desk_room
        self.told = Told()

    async def decide(self, event: DeskEvent, moment: Moment) -> Ruling:
        case = await self._store.case_in_room(event.room)
        if not case and event.room != self._desk_room:
            return Ruling(forget=True)  # a room that is no longer ours
        if isinstance(event, PersonJoined):
            return await self._joined(event, case, moment)
        if isinstance(event, PersonLeft):
            return await self._left(event, case, moment)
        if isinstance(event, NotRead):
            return self._warn(event.room, case, "desk-not-read")
        if isinstance(event, Redacted):
            return await self._took_back(event, case)
        if isinstance(event, TextCame | FileCame):
            return self._kept(event, case, await self._came(event, case, moment))
        return Ruling()

    async def _came(self, event: TextCame | FileCame, case: Case | None, moment: Moment) -> Ruling:
        if not self._pins.staff_device(event.device):
            return self._warn(event.room, case, "desk-unproven")
        self.told.heard(event.room)
        if isinstance(event, FileCame):
            return self._reply(event.room, case, "desk-no-files")
        return await self._text(event, case, moment)

    async def _text(self, event: TextCame, case: Case | None, moment: Moment) -> Ruling:
        staff = StaffId(event.device.person)
        if event.replaces:
            return await self._corrected(event, case, staff, moment)
        if event.thread:
            return Ruling()
        read = parse(event.untrusted_text, Where.CASE if case else Where.DESK)
        if isinstance(read, Misread):
            return self._reply(event.room, case, read.value)
        if isinstance(read, Invocation):
            return await self._command(event.room, read, case, staff, moment)
        if not case:
            return Ruling()
        ref = TextRef(event.event)
        written = staff_wrote(case, staff, ref, event.untrusted_text, moment)
        return await self._about(case, written)

    async def _command(
        self, room: RoomId, read: Invocation, case: Case | None, staff: StaffId, moment: Moment
    ) -> Ruling:
        command, where = read.command, Where.CASE if case else Where.DESK
        staffing = await self.staffing()
        if not staffing.roster.may(staff, command.roles):
            return self._reply(room, case, "command-not-your-role")
        if command.survey is not None:
            waiting = await self._store.cases_waiting()
            overview = Overview(
                waiting, where, TABLE, staff, moment, self._guide, read.text, staffing
            )
            return self._answer(room, case, command.survey(overview))
        if command.arrange is not None:
            arranging = Arranging(staff, read.words, read.text, moment, staffing, self._guide)
            return self._arranged(room, case, arranging, command.arrange(arranging))
        if read.number is not None:
            case = await self._store.case_numbered(read.number)
        if not case or command.run is None:
            return self._reply(room, None, "desk-no-such-case")
        order = Order(case, staff, read.words, moment, self._guide, read.text, where, staffing)
        return await self._about(case, command.run(order))

    async def staffing(self) -> Staffing:
        floor, taken = await self._store.floor(), await self._store.cases_taken()
        return Staffing(self._team.roster, floor, taken, self._team.hours)

    def _arranged(
        self, room: RoomId, case: Case | None, arranging: Arranging, arranged: Arranged
    ) -> Ruling:
        ruling = self._answer(room, case, arranged.reply)
        errands = ruling.errands
        if arranged.desk:
            told = PostToDesk(arranged.desk)
            errands = (*errands, Errand(Account.DESK, self._desk_room, told))
        before, floor = arranging.staffing.floor, arranged.floor
        went = floor is not None and len(floor.shifts) < len(before.shifts)
        # When somebody worked is not to be found on the disk afterwards.
        return replace(ruling, errands=errands, floor=floor, erases=went)

    async def _corrected(
        self, event: TextCame, case: Case | None, staff: StaffId, moment: Moment
    ) -> Ruling:
        """An edit of a plain line follows through; an edit is never a command."""
        assert event.replaces
        if not case or not isinstance(parse(event.untrusted_text, Where.CASE), NoCommand):
            return Ruling()
        ref = TextRef(event.replaces)
        decision = staff_corrected(case, staff, ref, event.untrusted_text, moment)
        return await self._about(case, decision)

    async def _took_back(self, event: Redacted, case: Case | None) -> Ruling:
        """Only the claimant's own line; redactions travel in the clear and may only delete."""
        if not case or StaffId(event.person) != case.claimant:
            return Ruling()
        return await self._about(case, staff_took_back(case, TextRef(event.target)))

    async def _joined(self, event: PersonJoined, case: Case | None, moment: Moment) -> Ruling:
        if event.person not in self._pins.staff:
            return self._warn(self._desk_room, None, "desk-stranger")
        if not case:
            return self._reply(self._desk_room, None, "desk-welcome")
        staff = StaffId(event.person)
        return await self._about(case, arrived(case, staff, moment, self._guide))

    async def _left(self, event: PersonLeft, case: Case | None, moment: Moment) -> Ruling:
        """A claimant who walks out, or declines, hands the case back."""
        staff = StaffId(event.person)
        if not case or staff != case.claimant:
            return Ruling()
        return await self._about(case, hand_back(case, staff, moment, self._guide))

    async def _about(self, case: Case, decision: Decision) -> Ruling:
        """Rows for a decision; the way to the reporter is looked up here and nowhere earlier."""
        route = await self._store.route_of(case.id)
        case_room = (decision.case or case).case_room or case.case_room
        places = Places(
            self._desk_room, route.room if route else None, RoomId(case_room) if case_room else None
        )
        return rule(case, decision, places)

    def _warn(self, room: RoomId, case: Case | None, message: str) -> Ruling:
        """Once in a room, until a proven device is heard there: nobody can flood the desk."""
        return self._reply(room, case, message) if self.told.first(room, message) else Ruling()

    def _reply(self, room: RoomId, case: Case | None, message: str) -> Ruling:
        return self._answer(room, case, (Line(MessageId(message)),))

    def _answer(self, room: RoomId, case: Case | None, blocks: tuple[Block, ...]) -> Ruling:
        action = PostToCase(blocks) if case else PostToDesk(blocks)
        case_id = case.id if case else None
        return Ruling(case_id=case_id, errands=(Errand(Account.DESK, room, action),))

    def _kept(self, event: TextCame | FileCame, case: Case | None, ruling: Ruling) -> Ruling:
        """Remember staff messages of a case room, so that they are redacted with it."""
        if not case or event.room == self._desk_room:
            return ruling
        copy = Copy(Account.DESK, event.room, event.event, case.id, "")
        return replace(ruling, copies=(*ruling.copies, copy))
