"""What becomes of a return code: it is there, or it was tried."""

from dataclasses import replace

from bot.channels.base import Account
from bot.deciding.place import DeskPlace
from bot.deciding.ruling import Places, Ruling, rule
from bot.rows import CodeReady, CodeTried, Errand, Tried
from bot.security.devices import RoomId
from bot.storage.base import Route
from bot.storage.ports import CaseStore
from dialogs.model import Line, Moment, Say
from handoff.actions import Decision, LeaveReporter, Tell, TryCode
from handoff.guide import Guide
from handoff.model import Case
from handoff.resting import code_ready
from handoff.returning import answered_try, came_back, may_come_back


class CodeEvents:
    """The two events that making and trying a code end with."""

    def __init__(self, store: CaseStore, guide: Guide, place: DeskPlace) -> None:
        self._store = store
        self._guide = guide
        self._place = place

    async def decide(self, event: CodeReady | CodeTried, moment: Moment) -> Ruling:
        case = await self._store.case(event.case)
        if case is None:
            return Ruling()  # erased meanwhile
        route = await self._store.route_of(case.id)
        if isinstance(event, CodeReady):
            return self._rule(case, code_ready(case, self._guide), route)
        if route is None:
            return Ruling()
        return await self._tried(case, event, route, moment)

    async def _tried(self, asking: Case, event: CodeTried, route: Route, moment: Moment) -> Ruling:
        if not may_come_back(asking):
            line = Line(self._guide.dialog.code.not_here)
            told = Tell(Say((line,), language=asking.progress.language))
            return self._rule(asking, Decision(asking, (told,)), route)
        if event.outcome is not Tried.OPENED:
            return self._rule(asking, self._opened_nothing(asking, event), route)
        found = await self._store.case(event.found) if event.found else None
        if found is None:  # its time ended between trying and now
            steer = self._guide.not_found(asking.progress)
            return self._rule(asking, answered_try(asking, steer), route)
        if await self._store.sealed_count(found.id) != len(event.content):
            # The desk wrote meanwhile: nothing of it may be dropped unread.
            again = Errand(Account.FRONT, route.room, TryCode(event.code, event.word))
            return Ruling(case_id=asking.id, errands=(again,))
        floor = await self._store.floor()
        decision = came_back(found, asking, event.content, moment, self._guide, floor)
        ruling = self._rule(found, decision, route)
        return ruling if found.id == asking.id else await self._taken_over(found, route, ruling)

    def _opened_nothing(self, asking: Case, event: CodeTried) -> Decision:
        progress, guide = asking.progress, self._guide
        if event.outcome is Tried.WORD_NEEDED:
            return answered_try(asking, guide.word_needed(progress, event.code))
        if event.outcome is Tried.WAIT:
            return answered_try(asking, guide.must_wait(progress))
        return answered_try(asking, guide.not_found(progress))

    async def _taken_over(self, found: Case, route: Route, ruling: Ruling) -> Ruling:
        """This chat is the way to the reporter now; an earlier one is left without a word."""
        earlier = await self._store.route_of(found.id)
        leave = (Errand(Account.FRONT, earlier.room, LeaveReporter()),) if earlier else ()
        return replace(
            ruling,
            drop=route.case_id,
            route=Route(found.id, route.room, route.pin),
            errands=(*leave, *ruling.errands),
        )

    def _rule(self, case: Case, decision: Decision, route: Route | None) -> Ruling:
        room = (decision.case or case).case_room or case.case_room
        case_room = RoomId(room) if room else None
        return rule(
            case, decision, Places(self._place.room, route.room if route else None, case_room)
        )
