"""What a decision about a case means for the people at the desk: a call for help, a rest."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.channels.base import Account
from bot.deciding.place import DeskPlace
from bot.deciding.ruling import Ruling
from bot.rows import Errand
from bot.security.buckets import Buckets, Rate
from dialogs.hushed import Hushed
from dialogs.model import Moment
from handoff.actions import PostToDesk
from handoff.alarm import call, is_call, needs_call
from handoff.floor import Staffing
from handoff.load import is_over, let_go

CALLS = Rate(burst=1, every_s=60.0)
"""One call brings colleagues to the queue, where all who may be in danger stand first."""


class Aftermath(Hushed):
    """Compares a case before and after, whatever it was that moved it."""

    def __init__(self, staffing: Callable[[], Awaitable[Staffing]], place: DeskPlace) -> None:
        self._staffing = staffing
        self._place = place
        self._now = 0.0
        self._calls = Buckets(CALLS, lambda: self._now)

    async def of(self, ruling: Ruling, moment: Moment) -> Ruling:
        """The ruling with all that follows from it."""
        self._now = moment.now.timestamp()
        if is_over(ruling.was, ruling.save):
            ruling = await self._rested(ruling, moment)
        if needs_call(ruling.was, ruling.save):
            words = call(await self._staffing(), moment.now)
            errand = Errand(Account.DESK, self._place.room, words)
            ruling = replace(ruling, errands=(*ruling.errands, errand))
        return self._calls_allowed(ruling)

    async def _rested(self, ruling: Ruling, moment: Moment) -> Ruling:
        assert ruling.was
        staffing = await self._staffing()
        if ruling.floor:
            staffing = replace(staffing, floor=ruling.floor)
        floor = let_go(ruling.was, ruling.save, staffing, moment.now)
        return replace(ruling, floor=floor) if floor else ruling

    def _calls_allowed(self, ruling: Ruling) -> Ruling:
        """At most one call a minute, however many there are reasons for."""
        calls = [errand for errand in ruling.errands if _is_call(errand)]
        if not calls or self._calls.take(""):
            return ruling
        return replace(ruling, errands=tuple(e for e in ruling.errands if e not in calls))


def _is_call(errand: Errand) -> bool:
    return isinstance(errand.action, PostToDesk) and is_call(errand.action)
