"""Who is at work now, and how the desk is set: what changes during a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from dialogs.hushed import Hushed
from dialogs.model import Language
from handoff.hours import Hours
from handoff.model import Case, StaffId
from handoff.roster import Role, Roster


@dataclass(frozen=True, repr=False)
class Shift(Hushed):
    """One professional at work; kept only while they are."""

    since: datetime
    """To the minute."""
    out: bool = False
    """They stepped out, and nobody asks why."""


@dataclass(frozen=True, repr=False)
class Load(Hushed):
    """What somebody's last talk asks for; kept only until they have rested from it."""

    talking: datetime | None = None
    """To the minute: since when they are in a live talk."""
    rest_until: datetime | None = None
    """To the minute: until then nothing is to be claimed."""


@dataclass(frozen=True, repr=False)
class Floor(Hushed):
    """The desk as it is now."""

    shifts: Mapping[StaffId, Shift] = field(default_factory=dict)
    loads: Mapping[StaffId, Load] = field(default_factory=dict)
    closed: bool = False
    """A supervisor has closed it for new cases."""
    message_mode: bool = False
    """Nobody talks live: reporters leave a message."""
    paused: frozenset[Language] = frozenset()
    """Languages in which nobody talks live now."""
    known: Roster | None = None
    """The roster as it was when the desk was last told; what is otherwise now is news."""
    tries: Mapping[StaffId, tuple[datetime, ...]] = field(default_factory=dict)
    """When somebody typed a wrong code at `!confirm`, within the last hour."""

    def load(self, staff: StaffId) -> Load:
        return self.loads.get(staff, Load())

    def rests(self, staff: StaffId, now: datetime) -> bool:
        until = self.load(staff).rest_until
        return until is not None and now < until

    def ready(self, now: datetime) -> tuple[StaffId, ...]:
        """Who is on shift, and neither stepped out nor has to rest."""
        here = (staff for staff, shift in self.shifts.items() if not shift.out)
        return tuple(staff for staff in here if not self.rests(staff, now))

    def with_shift(self, staff: StaffId, shift: Shift | None) -> "Floor":
        others = {one: its for one, its in self.shifts.items() if one != staff}
        return replace(self, shifts={**others, staff: shift} if shift else others)

    def with_load(self, staff: StaffId, load: Load) -> "Floor":
        return replace(self, loads={**self.loads, staff: load})

    def without_past(self, now: datetime) -> "Floor":
        """Nothing stays of who has gone home and has rested."""
        kept = {
            staff: load
            for staff, load in self.loads.items()
            if load.talking or staff in self.shifts or self.rests(staff, now)
        }
        return replace(self, loads=kept)


@dataclass(frozen=True, repr=False)
class Staffing(Hushed):
    """Everything about the desk itself that a decision may use."""

    roster: Roster = field(default_factory=Roster)
    floor: Floor = field(default_factory=Floor)
    taken: tuple[Case, ...] = ()
    """The cases that somebody has claimed."""
    hours: Hours = field(default_factory=Hours)

    def on_call(self, now: datetime) -> tuple[StaffId, ...]:
        """Who is to be called now: those ready, else those on shift, else every listener."""
        floor = self.floor
        return floor.ready(now) or tuple(floor.shifts) or self.roster.with_role(Role.LISTENER)


def called(staff: StaffId) -> str:
    """What colleagues call somebody in the desk room: the name part of their address."""
    return staff.removeprefix("@").split(":")[0]
