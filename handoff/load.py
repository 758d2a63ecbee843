"""How much one professional has in hand, and the rest that a talk asks for once it is over."""

from dataclasses import replace
from datetime import datetime, timedelta

from handoff.floor import Floor, Load, Staffing
from handoff.grain import minute
from handoff.model import AnswerWhen, Case, StaffId, Stage
from handoff.queue import Band, band_of

WRAP_UP = timedelta(minutes=15)
"""After each live talk."""
BREAK = timedelta(minutes=10)
"""More, after a talk with a red flag or a long one."""
LONG = timedelta(minutes=60)
SILENT = timedelta(hours=1)
"""Nobody is talking any more when the reporter was silent for so long after an answer."""
RED = (Band.FIRST, Band.SOON)
IN_HAND = (Stage.CLAIMED, Stage.LIVE)


def is_live(case: Case, now: datetime) -> bool:
    """Whether somebody sits waiting for the next line; else the talk is one of messages."""
    if case.stage not in IN_HAND or case.answer_when is AnswerWhen.ON_RETURN:
        return False
    if case.away or not case.reachable:
        return False
    return not (case.answered and _silent(case, now))


def waits_for_us(case: Case) -> bool:
    """Whether its reporter has no answer yet; one who has is waited for."""
    return case.stage in IN_HAND and not case.answered and not case.held


def taken_on(floor: Floor, staff: StaffId, case: Case, now: datetime) -> Floor | None:
    """What a claim changes; a live talk counts from here."""
    if not is_live(case, now):
        return None
    load = replace(floor.load(staff), talking=minute(now))
    return floor.with_load(staff, load).without_past(now)


def is_over(before: Case | None, after: Case | None) -> bool:
    """Whether somebody at the desk no longer has this case in hand."""
    if before is None or before.claimant is None or before.stage not in IN_HAND:
        return False
    return not (after and after.stage in IN_HAND and after.claimant == before.claimant)


def let_go(before: Case, after: Case | None, staffing: Staffing, now: datetime) -> Floor | None:
    """The desk with the rest that follows, however the talk ended; None without a change."""
    assert before.claimant
    staff, load = before.claimant, staffing.floor.load(before.claimant)
    others = (one for one in staffing.taken if one.claimant == staff and one.id != before.id)
    talking = load.talking if any(is_live(one, now) for one in others) else None
    rested = Load(talking, _rest_until(before, after, load, now) or load.rest_until)
    if rested == load:
        return None
    return staffing.floor.with_load(staff, rested).without_past(now)


def _rest_until(before: Case, after: Case | None, load: Load, now: datetime) -> datetime | None:
    asleep = _silent(before, now) and after is not None and after.stage is Stage.RESTING
    if before.stage is not Stage.LIVE or asleep:
        return None  # nobody came to talk, or nobody has for a day
    live = is_live(before, now)
    long = live and load.talking is not None and now - load.talking >= LONG
    hard = long or band_of(before) in RED
    rest = (WRAP_UP if live else timedelta()) + (BREAK if hard else timedelta())
    until = minute(now) + rest
    return max(until, load.rest_until or until) if rest else None


def _silent(case: Case, now: datetime) -> bool:
    return case.last_heard is None or now - case.last_heard > SILENT
