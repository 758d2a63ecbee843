"""What the desk room is shown of a flood: some cards, and then only how many cases wait."""

from dataclasses import replace

from bot.security.buckets import Buckets, Rate
from bot.storage.ports import CaseStore
from dialogs.hushed import Hushed
from dialogs.model import Line, MessageId, Moment
from handoff.actions import CARD_REF, CaseAction, Decision, PostToDesk, ReviseCopy
from handoff.model import NO_CARD, Case, Stage

SINGLY = Rate(burst=20, every_s=180.0)
"""Twenty at once and twenty an hour: more than a desk can take on."""
IN_SUM = Rate(burst=1, every_s=900.0)
OLDER = Rate(burst=20, every_s=30.0)
"""Cards that show another age; one that has to wait shows its true age the next time."""
FLAGGED, PLAIN, GONE = "flagged", "plain", "gone"


class Cards(Hushed):
    """Cards of cases with a flag and without have an allowance each, notices of ended ones too.

    Nothing is lost by it: `!queue` shows every case that waits, and each can be claimed.
    """

    def __init__(self) -> None:
        self._now = 0.0
        self._singly = Buckets(SINGLY, lambda: self._now)
        self._sums = Buckets(IN_SUM, lambda: self._now)
        self._older = Buckets(OLDER, lambda: self._now)

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
        decision = replace(decision, case=_without_card(decision.case, left_out))
        if self._sums.take(""):
            waiting = len(await store.cases_waiting())
            # The case of this very decision is not stored yet.
            line = Line(MessageId("desk-more-wait"), {"count": str(waiting + 1)})
            actions = (*actions, PostToDesk((line,)))
        return replace(decision, actions=actions)

    def aged(self, decision: Decision, moment: Moment) -> Decision:
        """Where many cards grow older at once, some are passed over."""
        self._now = moment.now.timestamp()
        edits = [action for action in decision.actions if isinstance(action, ReviseCopy)]
        if not edits or self._older.take(""):
            return decision
        kept = tuple(action for action in decision.actions if action not in edits)
        return replace(decision, actions=kept)

    def _too_much(self, before: Case, decision: Decision, action: CaseAction) -> bool:
        if not isinstance(action, PostToDesk):
            return False
        if action.ref == CARD_REF:
            flags = (decision.case or before).progress.flags
            return not self._singly.take(FLAGGED if flags else PLAIN)
        # Whoever has claimed a case is always told what becomes of it.
        return before.stage is Stage.WAITING and not self._singly.take(GONE)


def _without_card(case: Case | None, left_out: list[CaseAction]) -> Case | None:
    """A card that was never shown does not grow older either."""
    card = any(isinstance(one, PostToDesk) and one.ref == CARD_REF for one in left_out)
    return replace(case, card_age=NO_CARD) if case and card else case
