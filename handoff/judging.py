"""Whether a case is taken as genuine: a person says so, with a reason of a list."""

from dataclasses import replace
from enum import Enum

from dialogs.model import MessageId
from handoff.actions import Decision, PostToCase
from handoff.casefile import verdict
from handoff.model import Case, Judgement


class Doubt(Enum):
    """Why a case is held or set aside; nothing is ever refused by itself."""

    PATTERN = "pattern"
    CONTRADICTION = "contradiction"
    SAME = "same"
    """The same text as others."""
    TOPIC = "topic"
    """It is about something else."""
    TEST = "test"


def doubt_text(doubt: Doubt) -> MessageId:
    return MessageId(f"doubt-{doubt.value}")


def judged(case: Case, judgement: Judgement, doubt: Doubt | None = None) -> Decision:
    """Note it; who agreed to an earlier judgement did not agree to this one."""
    reason = doubt_text(doubt) if doubt else None
    noted = replace(case, judgement=judgement, reason=reason, agreed=None)
    return Decision(noted, (PostToCase(verdict(noted)),))
