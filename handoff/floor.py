"""Who is at work now, and how the desk is set: what changes during a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dialogs.hushed import Hushed
from dialogs.model import Language
from handoff.model import Case, StaffId
from handoff.roster import Roster


@dataclass(frozen=True, repr=False)
class Shift(Hushed):
    """One professional at work; kept only while they are."""

    since: datetime
    """To the minute."""
    break_until: datetime | None = None
    """To the minute: until then nothing is to be claimed."""


@dataclass(frozen=True, repr=False)
class Floor(Hushed):
    """The desk as it is now."""

    shifts: Mapping[StaffId, Shift] = field(default_factory=dict)
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


@dataclass(frozen=True, repr=False)
class Staffing(Hushed):
    """Everything about the desk itself that a decision may use."""

    roster: Roster = field(default_factory=Roster)
    floor: Floor = field(default_factory=Floor)
    taken: tuple[Case, ...] = ()
    """The cases that somebody has claimed."""
