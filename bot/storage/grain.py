"""Times are stored no finer than a promise needs.

A day begins at midnight UTC, and of a time its day's beginning is kept: what counts from it ends up
to a day earlier than it might, and never later.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.clock import hour_of
from handoff.model import AnswerWhen, Case, Stage


def day_hour(hour: int) -> int:
    """The first hour of the day, both since the epoch."""
    return hour // 24 * 24


def day_start(moment: datetime) -> datetime:
    hour = hour_of(moment)
    whole = moment.replace(minute=0, second=0, microsecond=0)
    return whole - timedelta(hours=hour - day_hour(hour))


def touched(case: Case, hour: int) -> int:
    """From when the time of a case counts; only a draft lasts for hours."""
    if case.stage is Stage.DRAFT:
        return hour
    return day_hour(hour_of(case.ended) if case.stage is Stage.CLOSED and case.ended else hour)


def coarse(case: Case) -> Case:
    """The case as it is stored.

    The hour of sending stays while the case may be in the queue, where it is shown; the reporter's
    silence counts in hours while the line is in their chat, or their talk is still to be sealed.
    """
    changes: dict[str, Any] = {}
    if case.ended:
        changes["ended"] = day_start(case.ended)
    if case.sent and case.stage is Stage.RESTING:
        changes["sent"] = day_start(case.sent)
    if case.last_contact and case.away and case.stage is not Stage.LIVE:
        changes["last_contact"] = day_start(case.last_contact)
    if case.last_heard and case.answer_when is AnswerWhen.ANY_TIME:
        changes["last_heard"] = None  # only answers that wait for a return ask for it
    return replace(case, **changes) if changes else case
