"""Events of the front account: what reporters do, and what becomes of their rooms."""

from collections.abc import Callable
from dataclasses import replace

from bot.channels.base import (
    SIGNAL_PREFIX,
    Account,
    FileCame,
    NotRead,
    PersonLeft,
    Redacted,
    RoomUnfit,
    TextCame,
    Unfit,
    Unreadable,
)
from bot.deciding.cards import Cards
from bot.deciding.place import DeskPlace
from bot.deciding.ruling import Places, Ruling, rule
from bot.deciding.team import Team
from bot.deciding.told import Told
from bot.rows import Errand
from bot.security.devices import Pin, RoomId
from bot.storage.base import Route
from bot.storage.ports import CaseStore
from dialogs.model import (
    Corrected,
    Heard,
    Language,
    Line,
    MessageId,
    Moment,
    Progress,
    Said,
    Say,
    SentFile,
    TextRef,
    TookBack,
)
from dialogs.service import UNKNOWN, Availability
from handoff.actions import FAREWELL_REF, Decision, LeaveReporter, Tell
from handoff.availability import MOST_AHEAD, Reach, availability
from handoff.guide import Guide
from handoff.model import Case, CaseId, Stage
from handoff.relay import answering
from handoff.reporter import lost, not_read, wrote

NOT_READ = {
    Unreadable.NO_KEY: MessageId("system-send-again"),
    Unreadable.WITHHELD: MessageId("system-key-withheld"),
    Unreadable.CLEAR_TEXT: MessageId("system-clear-text"),
    Unreadable.FORGED: MessageId("system-not-proven"),
    Unreadable.CALL: MessageId("system-no-calls"),
    Unreadable.ELSEWHERE: MessageId("system-not-in-groups"),
}
OTHER_DEVICE = MessageId("system-other-device")
NOT_KEPT = MessageId("system-not-delivered")
TOO_LATE_REF = TextRef("too late")
"""Goes before what still has to leave the chat, for behind it there is no chat."""
UNFIT = {
    Unfit.UNENCRYPTED: MessageId("system-unencrypted"),
    Unfit.GROUP: MessageId("system-group"),
    Unfit.SPACE: MessageId("system-space"),
    Unfit.VERSION: MessageId("system-version"),
}
FrontEvent = TextCame | FileCame | Redacted | NotRead | RoomUnfit | PersonLeft


Guess = Callable[[str], Language | None]
"""In which of the offered languages a text seems to be written."""


class FrontEvents:
    """Loads what an event concerns and asks `handoff` what to do."""

    def __init__(
        self, store: CaseStore, guide: Guide, team: Team, place: DeskPlace, guess: Guess
    ) -> None:
        self._store, self._guess = store, guess
        self._guide = guide
        self._team = team
        self._place = place
        self.told = Told()
        self.cards = Cards()

    async def decide(self, event: FrontEvent, moment: Moment) -> Ruling:
        route = await self._store.route_to(event.room)
        case = await self._store.case(route.case_id) if route else None
        if route and not case:
            return self._too_late(event)  # the case has ended and we are about to leave this room
        ruling = await self._decide(event, route, case, moment)
        proven = isinstance(event, TextCame | FileCame) and (
            route is None or route.pin.covers(event.device)
        )
        return replace(ruling, heard=proven, forget=not (case or ruling.route))

    def _too_late(self, event: FrontEvent) -> Ruling:
        """On Signal nobody sees that we leave: whoever writes into it is asked to write again."""
        writes = isinstance(event, TextCame | FileCame) and event.room.startswith(SIGNAL_PREFIX)
        if not writes or not self.told.first(event.room, NOT_KEPT):
            return Ruling()
        told = Tell(Say((Line(NOT_KEPT),)), TOO_LATE_REF)
        return Ruling(errands=(Errand(Account.FRONT, event.room, told),))

    async def _decide(
        self, event: FrontEvent, route: Route | None, case: Case | None, moment: Moment
    ) -> Ruling:
        if isinstance(event, RoomUnfit):
            return self._unfit(event, case)
        if isinstance(event, NotRead):
            return self._notice(event.room, case, NOT_READ[event.reason])
        if isinstance(event, PersonLeft):
            return self._left(event.room, case)
        if isinstance(event, Redacted):
            # Who redacts is only what a server says; at least nobody else is let in by it.
            own = route and event.person == route.pin.person
            if not (case and own):
                return Ruling()
            return replace(await self._wrote(event.room, case, event, moment), erases=True)
        if route and not route.pin.covers(event.device):
            return self._notice(event.room, case, OTHER_DEVICE)
        return await self._heard(event, case, moment)

    async def _heard(
        self,
        event: TextCame | FileCame,
        case: Case | None,
        moment: Moment,
    ) -> Ruling:
        if isinstance(event, TextCame) and event.replaces and not case:
            return Ruling()  # an edit of something from before this conversation
        self.told.heard(event.room)
        opened = case or Case(CaseId(moment.random[24:32].hex()), Stage.DRAFT, Progress())
        ruling = await self._wrote(event.room, opened, event, moment)
        if case:
            return ruling
        return replace(ruling, route=Route(opened.id, event.room, Pin.of(event.device)))

    async def _wrote(
        self, room: RoomId, case: Case, event: TextCame | FileCame | Redacted, moment: Moment
    ) -> Ruling:
        moment = replace(moment, availability=await self._availability(case, moment))
        if case.progress.language is None and isinstance(event, TextCame):
            moment = replace(moment, guess=self._guess(event.untrusted_text))
        number = await self._store.free_number(number_candidates(moment.random[:24]))
        decision = wrote(case, _heard(event), moment, self._guide, number)
        if isinstance(event, TextCame) and event.answers:
            decision = await self._answering(case, event, decision)
        shown = await self.cards.shown(case, decision, moment, self._store)
        return self._ruling(case, shown, room)

    async def _answering(self, case: Case, event: TextCame, decision: Decision) -> Decision:
        """An answer to a professional's line is one in the case room too, if it stands there."""
        shown = await self._store.copy_at(event.room, event.answers or "")
        if not shown or shown.case_id != case.id or not case.case_room:
            return decision
        if await self._store.copy_at(case.case_room, shown.source) is None:
            return decision
        return answering(decision, TextRef(event.event), TextRef(shown.source))

    async def _availability(self, case: Case, moment: Moment) -> Availability:
        """Looked up only where a reporter may be told of it."""
        if case.stage not in (Stage.DRAFT, Stage.CLOSED) or not self._team.hours.spans:
            return UNKNOWN
        reach = Reach(
            self._team.roster,
            await self._store.floor(),
            self._team.hours,
            self._team.staff_language,
            self._guide.translates,
            await self._store.count_waiting(MOST_AHEAD),
        )
        return availability(reach, case.progress.language, moment.now)

    def _notice(self, room: RoomId, case: Case | None, notice: MessageId) -> Ruling:
        """A warning in the chat; before a conversation exists there is nothing to remember."""
        if case:
            return self._ruling(case, not_read(case, notice), room)
        if not self.told.first(room, notice):
            return Ruling()
        return Ruling(errands=(Errand(Account.FRONT, room, Tell(Say((Line(notice),)))),))

    def _left(self, room: RoomId, case: Case | None) -> Ruling:
        """The other one is gone, or has put us out: nothing of the room is kept."""
        self.told.heard(room)
        if case:
            return self._ruling(case, lost(case, None, self._guide), room)
        return Ruling(errands=(Errand(Account.FRONT, room, LeaveReporter()),))

    def _unfit(self, event: RoomUnfit, case: Case | None) -> Ruling:
        notice = UNFIT[event.reason]
        self.told.heard(event.room)
        if case:
            return self._ruling(case, lost(case, notice, self._guide), event.room)
        # A space, and many a group, is not encrypted either; the words are no secret.
        told = Tell(Say((Line(notice),)), FAREWELL_REF)
        words = Errand(Account.FRONT, event.room, told, clear=True)
        return Ruling(errands=(words, Errand(Account.FRONT, event.room, LeaveReporter())))

    def _ruling(self, case: Case, decision: Decision, room: RoomId) -> Ruling:
        case_room = RoomId(case.case_room) if case.case_room else None
        return rule(case, decision, Places(self._place.room, room, case_room))


def _heard(event: TextCame | FileCame | Redacted) -> Heard:
    if isinstance(event, Redacted):
        return TookBack(TextRef(event.target))
    if isinstance(event, FileCame):
        return SentFile(TextRef(event.event))
    if event.replaces:
        return Corrected(TextRef(event.replaces), event.untrusted_text)
    return Said(TextRef(event.event), event.untrusted_text)


def number_candidates(random: bytes) -> tuple[int, ...]:
    """Numbers for an alias, the shortest first; a long one is as good as never taken."""
    spread = int.from_bytes(random)
    ranges = ((10, 100, 4), (100, 1000, 3), (1000, 10_000, 3), (10_000, 1_000_000, 3))
    found: list[int] = []
    for low, high, tries in ranges:
        for _ in range(tries):
            spread, place = divmod(spread, high - low)
            found.append(low + place)
    return tuple(found)
