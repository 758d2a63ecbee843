"""Who is on the roster while the line runs."""

from dataclasses import dataclass, field

from dialogs.hushed import Hushed
from handoff.roster import Roster


@dataclass(repr=False)
class Team(Hushed):
    """The roster in force; replaced whole when the operator changes it."""

    roster: Roster = field(default_factory=Roster)
