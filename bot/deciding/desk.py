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
from bot.deciding.place import DeskPlace
from bot.deciding.ruling import Places, Ruling, rule
from bot.deciding.team import Team
from bot.deciding.told import Told
from bot.rows import Errand, SettleProposal
from bot.security.devices import Pins, RoomId
from bot.storage.base import Copy
from bot.storage.ports import CaseStore
from dialogs.model import Line, MessageId, Moment, TextRef
from handoff.actions import SPOKEN_REF, Decision, PostToCase, PostToDesk
from handoff.commands import TABLE, Misread, NoCommand, parse, queue
from handoff.commands.base import Arranged, Arranging, Invocation, Order, Overview, Where
from handoff.desk import (
    arrived,
    crosses,
    hand_back,
    staff_took_back,
)
from handoff.floor import Staffing
from handoff.guide import Guide
from handoff.model import Block, Case, StaffId
from handoff.relay import answering
from handoff.second import gone
from handoff.signs import gives_sign
from handoff.writing import staff_corrected, staff_wrote

DeskEvent = TextCame | FileCame | Redacted | NotRead | RoomUnfit | PersonJoined | PersonLeft


class DeskEvents:
    """Hears only pinned staff, in the desk room and in case rooms."""

    def __init__(
        self, store: CaseStore, guide: Guide, pins: Pins, team: Team, place: DeskPlace
    ) -> None:
        self._store = store
        self._guide = guide
        self._pins = pins
        self._team = team
        self._place = place
        self.told = Told()

    async def decide(self, event: DeskEvent, moment: Moment) -> Ruling:
        case = await self._store.case_in_room(event.room)
        if not case and event.room != self._place.room:
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
        if case and StaffId(event.device.person) not in case.in_room:
            return self._warn(event.room, case, "case-not-yours")
        self.told.heard(event.room)
        if isinstance(event, FileCame):
            return self._reply(event.room, case, "desk-no-files")
        return await self._text(event, case, moment)

    async def _text(self, event: TextCame, case: Case | None, moment: Moment) -> Ruling:
        staff = StaffId(event.device.person)
        if event.replaces:
            return await self._corrected(event, case, staff, moment)
        if event.aside:
            return Ruling()
        read = parse(event.untrusted_text, Where.CASE if case else Where.DESK)
        if isinstance(read, Misread):
            return self._reply(event.room, case, read.value)
        if isinstance(read, Invocation):
            return await self._command(event, read, case, staff, moment)
        if not case:
            return Ruling()
        ref = TextRef(event.event)
        written = staff_wrote(case, staff, ref, event.untrusted_text, moment, self._guide)
        return await self._about(case, await self._answering(case, event, written))

    async def _answering(self, case: Case, event: TextCame, decision: Decision) -> Decision:
        """An answer to a message of the reporter is one in their chat too, if it came from there.

        Only their own event in that very chat is ever named.
        """
        shown = await self._store.copy_at(event.room, event.answers or "")
        route = await self._store.route_of(case.id)
        if not shown or not route or shown.case_id != case.id:
            return decision
        if not await self._store.came_from(route.room, shown.source):
            return decision
        return answering(decision, TextRef(event.event), TextRef(shown.source))

    async def _command(
        self, event: TextCame, read: Invocation, case: Case | None, staff: StaffId, moment: Moment
    ) -> Ruling:
        room, command, where = event.room, read.command, Where.CASE if case else Where.DESK
        staffing = await self.staffing()
        if not staffing.roster.may(staff, command.roles):
            return self._reply(room, case, "command-not-your-role")
        if command.survey is not None and not (case and command.run):
            waiting = await self._store.cases_waiting()
            overview = Overview(
                waiting,
                where,
                TABLE,
                staff,
                moment,
                self._guide,
                read.text,
                staffing,
            )
            return self._answer(room, case, command.survey(overview))
        if command.arrange is not None:
            arranging = Arranging(staff, read.words, read.text, moment, staffing, self._guide)
            return self._arranged(room, case, arranging, command.arrange(arranging))
        if read.number is not None:
            case = await self._store.case_numbered(read.number)
        if not case or command.run is None:
            return self._reply(room, None, "desk-no-such-case")
        if case.speaking and command.ends_talk:
            return self._reply(room, case, "mt-still-going")
        ref = TextRef(event.event)
        order = Order(case, staff, read.words, moment, self._guide, read.text, where, staffing, ref)
        decision = command.run(order)
        if decision.case:
            decision = replace(decision, case=gives_sign(decision.case, staff, moment))
        return await self._about(case, decision)

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
            errands = (*errands, Errand(Account.DESK, self._place.room, told))
        if settled := arranged.settled:
            proposal = settled.proposal
            settle = SettleProposal(proposal.staff, proposal.code, settled.accepted)
            errands = (*errands, Errand(Account.DESK, None, settle))
        before, floor = arranging.staffing.floor, arranged.floor
        went = floor is not None and len(floor.shifts) < len(before.shifts)
        # When somebody worked is not to be found on the disk afterwards.
        return replace(ruling, errands=errands, floor=floor, erases=went)

    async def _corrected(
        self, event: TextCame, case: Case | None, staff: StaffId, moment: Moment
    ) -> Ruling:
        """An edit of a plain line follows through; no edit is a command, or brings out a note."""
        assert event.replaces
        if not case:
            return Ruling()
        if not isinstance(parse(event.untrusted_text, Where.CASE), NoCommand):
            return self._reply(event.room, case, "command-edited")
        original = await self._store.copy_at(event.room, event.replaces)
        if original is None:
            # It was never read, and may have been a line among staff.
            return self._warn(event.room, case, "desk-not-read")
        if original.ref != SPOKEN_REF:
            meant = staff == case.claimant and crosses(event.untrusted_text)
            return self._reply(event.room, case, "case-edit-stays") if meant else Ruling()
        ref = TextRef(event.replaces)
        text = event.untrusted_text
        decision = staff_corrected(case, staff, ref, text, moment, self._guide)
        return await self._about(case, decision)

    async def _took_back(self, event: Redacted, case: Case | None) -> Ruling:
        """Only the claimant's own line; redactions travel in the clear and may only delete."""
        if not case or StaffId(event.person) != case.claimant:
            return Ruling()
        return await self._about(case, staff_took_back(case, TextRef(event.target)))

    async def _joined(self, event: PersonJoined, case: Case | None, moment: Moment) -> Ruling:
        if event.person not in self._pins.staff:
            return self._warn(self._place.room, None, "desk-stranger")
        if not case:
            return self._answer(self._place.room, None, await self._welcome(event, moment))
        staff = StaffId(event.person)
        return await self._about(case, arrived(case, staff, moment, self._guide))

    async def _welcome(self, event: PersonJoined, moment: Moment) -> tuple[Block, ...]:
        """Whoever comes later cannot read the cards that stand there already."""
        waiting, staffing = await self._store.cases_waiting(), await self.staffing()
        staff, survey = StaffId(event.person), queue.COMMAND.survey
        assert survey
        overview = Overview(waiting, Where.DESK, TABLE, staff, moment, self._guide, "", staffing)
        welcome = Line(MessageId("desk-welcome"))
        return (welcome, *survey(overview)) if waiting else (welcome,)

    async def _left(self, event: PersonLeft, case: Case | None, moment: Moment) -> Ruling:
        """A claimant who walks out, or declines, hands the case back."""
        staff = StaffId(event.person)
        if case and staff in case.readers:
            return await self._about(case, gone(case, staff))
        if not case or staff != case.claimant:
            return Ruling()
        return await self._about(case, hand_back(case, staff, moment, self._guide))

    async def _about(self, case: Case, decision: Decision) -> Ruling:
        """Rows for a decision; the way to the reporter is looked up here and nowhere earlier."""
        route = await self._store.route_of(case.id)
        case_room = (decision.case or case).case_room or case.case_room
        places = Places(
            self._place.room,
            route.room if route else None,
            RoomId(case_room) if case_room else None,
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
        if not case or event.room == self._place.room:
            return ruling
        ref = SPOKEN_REF if self._spoken(event, case) else ""
        copy = Copy(Account.DESK, event.room, event.event, case.id, ref)
        return replace(ruling, copies=(*ruling.copies, copy))

    def _spoken(self, event: TextCame | FileCame, case: Case) -> bool:
        """Whether it is a line for the reporter; then its edits are so too."""
        if not isinstance(event, TextCame) or event.aside or event.replaces:
            return False
        text = event.untrusted_text
        plain = isinstance(parse(text, Where.CASE), NoCommand) and crosses(text)
        mine = StaffId(event.device.person) == case.claimant
        return plain and mine and self._pins.staff_device(event.device)
