"""What the desk room is shown of a flood: some cards, and then only how many cases wait."""

from dataclasses import replace

from bot.security.buckets import Buckets, Rate
from bot.storage.ports import CaseStore
from dialogs.hushed import Hushed
from dialogs.model import Line, MessageId, Moment
from handoff.actions import CARD_REF, CaseAction, Decision, PostToDesk
from handoff.model import Case, Stage

SINGLY = Rate(burst=20, every_s=180.0)
"""Twenty at once and twenty an hour: more than a desk can take on."""
IN_SUM = Rate(burst=1, every_s=900.0)
FLAGGED, PLAIN, GONE = "flagged", "plain", "gone"


class Cards(Hushed):
    """Cards of cases with a flag and without have an allowance each, notices of ended ones too.

    Nothing is lost by it: `!queue` shows every case that waits, and each can be claimed.
    """

    def __init__(self) -> None:
        self._now = 0.0
        self._singly = Buckets(SINGLY, lambda: self._now)
        self._sums = Buckets(IN_SUM, lambda: self._now)

    async def shown(
        self, before: Case, decision: Decision, moment: Moment, store: CaseStore
    ) -> Decision:
        """The decision without what would be too much for the desk room."""
        self._now = moment.now.timestamp()
        left_out = [
            action for action in decision.actions if self._too_much(before, decision, action)
        ]
        if not left_out:
            return decision
        actions = tuple(action for action in decision.actions if action not in left_out)
        if self._sums.take(""):
            waiting = len(await store.cases_waiting())
            # The case of this very decision is not stored yet.
            line = Line(MessageId("desk-more-wait"), {"count": str(waiting + 1)})
            actions = (*actions, PostToDesk((line,)))
        return replace(decision, actions=actions)

    def _too_much(self, before: Case, decision: Decision, action: CaseAction) -> bool:
        if not isinstance(action, PostToDesk):
            return False
        if action.ref == CARD_REF:
            flags = (decision.case or before).progress.flags
            return not self._singly.take(FLAGGED if flags else PLAIN)
        # Whoever has claimed a case is always told what becomes of it.
        return before.stage is Stage.WAITING and not self._singly.take(GONE)
