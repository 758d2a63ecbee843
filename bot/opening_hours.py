"""Opening hours as the operator writes them, and as a reporter reads them."""

import re
from collections.abc import Callable, Iterable
from itertools import groupby, pairwise

from dialogs.model import MessageId
from handoff.hours import A_DAY, WEEK, Hours, Span

_SPAN = re.compile(r"(\d\d):(\d\d)\s*-\s*(\d\d):(\d\d)", re.ASCII)

Times = tuple[tuple[int, int], ...]
Text = Callable[..., str]
"""How a message is turned into text: the id, then its variables."""


def read_times(text: str) -> Times:
    """Such as "10:00-13:00, 14:00-20:00"; raises ValueError for anything else."""
    found = tuple(sorted(_read_span(part) for part in text.split(",")))
    for (_, before), (after, _) in pairwise(found):
        if after <= before:
            raise ValueError("times overlap")
    return found


def _read_span(text: str) -> tuple[int, int]:
    read = _SPAN.fullmatch(text.strip())
    if not read:
        raise ValueError("not a time")
    opens, closes = _minutes(read[1], read[2]), _minutes(read[3], read[4])
    if opens in (A_DAY, closes):
        raise ValueError("not a time")
    return opens, closes if closes > opens else closes + A_DAY


def _minutes(hour: str, minute: str) -> int:
    at = int(hour) * 60 + int(minute)
    if int(minute) >= 60 or at > A_DAY:
        raise ValueError("not a time")
    return at


def written(hours: Hours, text: Text) -> str:
    """A week in words: days that follow one another with the same times are said as one."""
    week = [_times_of(hours, day) for day in range(len(WEEK))]
    said: list[str] = []
    for times, days in groupby(range(len(WEEK)), key=week.__getitem__):
        if times:
            said.append(_said(tuple(days), times, text))
    return ", ".join(said) if said else text(MessageId("opening-none"))


def _times_of(hours: Hours, day: int) -> Times:
    return tuple((span.opens, span.closes) for span in sorted(hours.spans) if span.day == day)


def _said(days: tuple[int, ...], times: Times, text: Text) -> str:
    named = [text(MessageId(f"weekday-{WEEK[day]}")) for day in days]
    those = ", ".join(named)
    if len(named) > 2:
        those = text(MessageId("opening-days"), first=named[0], last=named[-1])
    return text(MessageId("opening-times"), days=those, times=_joined(times, text))


def _joined(times: Iterable[tuple[int, int]], text: Text) -> str:
    spans = [
        text(MessageId("opening-from-to"), **{"from": _clock(opens), "to": _clock(closes)})
        for opens, closes in times
    ]
    joined = spans[0]
    for one in spans[1:]:
        joined = text(MessageId("opening-and"), before=joined, after=one)
    return joined


def _clock(minutes: int) -> str:
    """Midnight at the end of a day is 24:00, so that it is not read as its beginning."""
    at = minutes if minutes <= A_DAY else minutes - A_DAY
    return f"{at // 60:02d}:{at % 60:02d}"


def hours_of(week: Iterable[Times]) -> Hours:
    """The times of each day, Monday first."""
    return Hours(
        tuple(Span(day, opens, closes) for day, times in enumerate(week) for opens, closes in times)
    )
