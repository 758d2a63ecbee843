"""In which order waiting cases ask for somebody: how pressing first, then who waits longest.

Only what the reporter said themselves, or a person saw, counts; there is no other judgement.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import IntEnum

from dialogs.model import Flag, MessageId
from handoff.model import Case

Waited = tuple[timedelta, MessageId]
AGES: tuple[Waited, ...] = (
    (timedelta(), MessageId("age-new")),
    (timedelta(minutes=30), MessageId("age-half-hour")),
    (timedelta(hours=1), MessageId("age-one-hour")),
    (timedelta(hours=2), MessageId("age-two-hours")),
    (timedelta(hours=4), MessageId("age-four-hours")),
    (timedelta(hours=8), MessageId("age-eight-hours")),
    (timedelta(days=1), MessageId("age-a-day")),
)
"""The ages of a waiting case, each with the words for it."""


class Band(IntEnum):
    """How pressing a case is; the lowest number is the most pressing."""

    FIRST = 1
    SOON = 2
    CAREFUL = 3
    IN_TURN = 4

    @property
    def message(self) -> MessageId:
        return MessageId(f"band-{self.name.lower().replace('_', '-')}")


_BANDS: tuple[tuple[Band, frozenset[Flag]], ...] = (
    (Band.FIRST, frozenset({Flag.DANGER, Flag.SUICIDE})),
    (Band.SOON, frozenset({Flag.MINOR, Flag.MARRIAGE, Flag.HOME, Flag.DURESS})),
    (Band.CAREFUL, frozenset({Flag.DEVICE_DOUBT, Flag.UNSURE, Flag.RECRUITMENT})),
)


def band(flags: Iterable[Flag]) -> Band:
    """The most pressing band that one of the flags belongs to."""
    raised = frozenset(flags)
    return next((one for one, its in _BANDS if not its.isdisjoint(raised)), Band.IN_TURN)


def band_of(case: Case) -> Band:
    return band(case.progress.flags)


def in_order(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The queue: within a band the longest waiting first."""
    return tuple(sorted(cases, key=lambda case: (band_of(case), _since(case))))


def age(case: Case, now: datetime) -> int:
    """Which of the `AGES` a case has reached."""
    if case.sent is None:
        return 0
    waited = now - case.sent
    return max((place for place, (after, _) in enumerate(AGES) if waited >= after), default=0)


def _since(case: Case) -> float:
    return case.sent.timestamp() if case.sent else 0.0
