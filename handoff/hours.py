"""When the line is open for live talks: a week of times, as the clock on the wall shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

A_DAY = 24 * 60
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
READ_WITHIN = timedelta(hours=2)
"""A message that was left is read this soon after the next opening, or by its end."""


@dataclass(frozen=True, order=True)
class Span:
    """Open from one time of a day to another, in minutes from its midnight."""

    day: int
    """0 for Monday."""
    opens: int
    closes: int
    """More than a day's minutes when it closes after midnight."""


@dataclass(frozen=True)
class Hours:
    """A week; without spans the line is never open for live talks, and only takes messages."""

    spans: tuple[Span, ...] = ()


def open_until(hours: Hours, now: datetime) -> datetime | None:
    """When it closes; None while it is closed."""
    at = now.astimezone(UTC)
    ends = [end for start, end in _openings(hours, now) if start <= at < end]
    return max(ends).astimezone(now.tzinfo) if ends else None


def next_opening(hours: Hours, now: datetime) -> datetime | None:
    """The first time after now at which it opens; None when it never does."""
    coming = _coming(hours, now)
    return coming[0].astimezone(now.tzinfo) if coming else None


def read_by(hours: Hours, now: datetime) -> datetime | None:
    """By when a message left now is read; it is not promised of the opening that runs now."""
    coming = _coming(hours, now)
    if coming is None:
        return None
    start, end = coming
    return min(start + READ_WITHIN, end).astimezone(now.tzinfo)


def day_name(then: datetime, now: datetime) -> str:
    """`today`, `tomorrow`, or the day of the week."""
    days = (then.date() - now.date()).days
    return {0: "today", 1: "tomorrow"}.get(days, WEEK[then.weekday()])


def _coming(hours: Hours, now: datetime) -> tuple[datetime, datetime] | None:
    at = now.astimezone(UTC)
    return min((one for one in _openings(hours, now) if one[0] > at), default=None)


def _openings(hours: Hours, now: datetime) -> Iterator[tuple[datetime, datetime]]:
    """From yesterday's to those of a week from now: no answer depends on any other."""
    for ahead in range(-1, len(WEEK) + 2):
        day = now.date() + timedelta(days=ahead)
        for span in hours.spans:
            if span.day == day.weekday():
                start, end = _instant(day, span.opens, now), _instant(day, span.closes, now)
                if start < end:  # else it lies in the hour that a change of the clock leaves out
                    yield start, end


def _instant(day: date, minutes: int, now: datetime) -> datetime:
    """In universal time: where the clock is put back, one time on the wall is two moments."""
    days, minutes = divmod(minutes, A_DAY)
    shown = time(*divmod(minutes, 60), tzinfo=now.tzinfo)
    return datetime.combine(day + timedelta(days=days), shown).astimezone(UTC)
