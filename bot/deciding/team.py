"""Who is on the roster while the line runs, and when it is open."""

from dataclasses import dataclass, field

from dialogs.hushed import Hushed
from dialogs.model import Language
from handoff.hours import Hours
from handoff.roster import Roster


@dataclass(repr=False)
class Team(Hushed):
    """What is in force of the desk; the roster is replaced whole when the operator changes it."""

    roster: Roster = field(default_factory=Roster)
    hours: Hours = field(default_factory=Hours)
    staff_language: Language = field(kw_only=True)
    """What everybody at the desk speaks."""
