"""Handing a case on: back to the queue with a reason, or into a colleague's hands."""

from dataclasses import replace
from enum import Enum

from dialogs.model import MessageId, Moment
from handoff.actions import CaseAction, Decision, PostToDesk
from handoff.ageing import posted
from handoff.desk import claim, line, released
from handoff.guide import Guide
from handoff.model import Case, StaffId, Transfer
from handoff.stages import Trigger, may


class Reason(Enum):
    """Why a professional does not go on; the reporter hears only of another colleague."""

    LANGUAGE = "language"
    GENDER = "gender"
    EXPERTISE = "expertise"
    SHIFT = "shift"
    CONFLICT = "conflict"
    """They may know the reporter, or somebody in the case."""


def reason_text(reason: Reason) -> MessageId:
    return MessageId(f"transfer-{reason.value}")


def hand_on(
    case: Case, reason: Reason, to: StaffId | None, moment: Moment, guide: Guide
) -> Decision:
    """Let go of a claimed case for this reason; whoever gets it has a fresh room."""
    waiting, told = released(case, moment, guide)
    if reason is Reason.CONFLICT and case.claimant:
        waiting = replace(waiting, barred=waiting.barred | {case.claimant})
    waiting = replace(waiting, transfer=Transfer(reason_text(reason), to))
    if to is None:
        waiting, again = posted(waiting, moment.now, guide)
        return Decision(waiting, (*told, again))
    return _into_hands(waiting, to, moment, told)


def assign(case: Case, to: StaffId, moment: Moment) -> Decision:
    """A waiting case for somebody who did not claim it themselves."""
    return _into_hands(case, to, moment, ())


def _into_hands(
    case: Case, to: StaffId, moment: Moment, before: tuple[CaseAction, ...]
) -> Decision:
    taken = claim(case, to, moment)
    called = PostToDesk((line("life-assigned", alias=case.alias, staff=to),), mentions=(to,))
    return replace(taken, actions=(*before, called, *taken.actions))


def may_hand_on(case: Case, staff: StaffId) -> bool:
    """Only the claimant, while the case can be read."""
    return staff == case.claimant and may(case.stage, Trigger.RETURN)
