"""What a reporter is told of how soon somebody comes: a wide range that is true, or a time."""

from dataclasses import dataclass
from datetime import datetime

from dialogs.hushed import Hushed
from dialogs.model import Language
from dialogs.service import UNKNOWN, Availability, Service
from handoff.floor import Floor
from handoff.hours import Hours, day_name, open_until, read_by
from handoff.model import StaffId
from handoff.roster import Role, Roster

EACH_TAKES = 30
"""Minutes for a case: between a talk of an hour and a message of a few lines."""
RANGES = ((0, (5, 20)), (20, (10, 45)), (60, (20, 90)), (120, (45, 180)))
"""Up to so many expected minutes, what is said: so few and so wide that nobody can count people
by it."""
MOST_AHEAD = 100
"""More waiting cases need not be counted: nobody is promised a talk then."""


@dataclass(frozen=True, repr=False)
class Reach(Hushed):
    """What a reporter's chance of a talk depends on."""

    roster: Roster
    floor: Floor
    hours: Hours
    staff_language: Language
    translates: frozenset[Language]
    """Languages that a machine translates to the staff language and back."""
    waiting: int
    """How many cases wait, counted up to `MOST_AHEAD`."""


def availability(reach: Reach, language: Language | None, now: datetime) -> Availability:
    """For a reporter of this language."""
    reading = read_by(reach.hours, now)
    if reading is None:
        return UNKNOWN
    day, time = day_name(reading, now), reading.strftime("%H:%M")
    if reach.floor.closed or open_until(reach.hours, now) is None:
        return Availability(Service.CLOSED, read_on=day, read_at=time)
    minutes = _minutes(reach, language, now)
    if minutes is None:
        return Availability(Service.MESSAGES, read_on=day, read_at=time)
    return Availability(Service.LIVE, minutes, day, time)


def _minutes(reach: Reach, language: Language | None, now: datetime) -> tuple[int, int] | None:
    """None when nobody can be promised."""
    floor = reach.floor
    if floor.message_mode or language is None or language in floor.paused:
        return None
    listeners = [one for one in floor.ready(now) if _listens(reach, one, language)]
    if not listeners:
        return None
    free = [one for one in listeners if floor.load(one).talking is None]
    ahead = max(0, reach.waiting + 1 - len(free))
    expected = ahead * EACH_TAKES / len(listeners)
    return next((said for most, said in RANGES if expected <= most), None)


def _listens(reach: Reach, staff: StaffId, language: Language) -> bool:
    """What no machine translates, who is to talk must speak.

    Everybody at the desk speaks the staff language.
    """
    colleague = reach.roster.colleagues.get(staff)
    if colleague is None or Role.LISTENER not in colleague.roles:
        return False
    known = language == reach.staff_language or language in reach.translates
    return known or language in colleague.languages
