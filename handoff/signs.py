"""Whether somebody waits for the one who claimed a case, and for how long."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.model import Moment
from handoff.grain import minute
from handoff.model import AnswerWhen, Case, StaffId, Stage

TALK, MESSAGE = timedelta(minutes=15), timedelta(hours=4)
"""How long a sign is waited for: by somebody in the chat, or by one who comes back for it."""
REMIND_BEFORE = timedelta(minutes=5)


def gives_sign(case: Case, staff: StaffId, moment: Moment) -> Case:
    """Whatever the claimant types in the room shows that they are there."""
    if staff != case.claimant or case.sign is None:
        return case
    return replace(case, sign=minute(moment.now), reminded=False)


def waits_from(case: Case, moment: Moment) -> Case:
    """From now on the claimant is waited for, if they were not already."""
    if case.stage not in (Stage.CLAIMED, Stage.LIVE) or case.sign is not None:
        return case
    return replace(case, sign=minute(moment.now), reminded=False)


def waits_no_more(case: Case) -> Case:
    """Answered, or in nobody's hands."""
    return replace(case, sign=None, reminded=False)


def was_reminded(case: Case, moment: Moment) -> Case:
    """There is time to react, also when the reminder came late because the line was down."""
    since = minute(moment.now) + REMIND_BEFORE - patience(case)
    return replace(case, sign=since, reminded=True)


def next_sign(case: Case) -> datetime | None:
    """When to ask for a sign, or to take the case back; None while nobody waits."""
    if case.sign is None or case.stage not in (Stage.CLAIMED, Stage.LIVE):
        return None
    ends = case.sign + patience(case)
    asks = case.stage is Stage.LIVE and not case.reminded
    return ends - REMIND_BEFORE if asks else ends


def patience(case: Case) -> timedelta:
    """A reporter who is in the chat waits; one who chose to come back for the answer does not."""
    if case.stage is Stage.CLAIMED:
        return TALK
    here = case.answer_when is AnswerWhen.ANY_TIME and not case.away and not case.progress.paused
    return TALK if here else MESSAGE
