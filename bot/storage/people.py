"""Who is on the roster, as it is stored."""

from dataclasses import dataclass

from bot.security.devices import MasterKey, PersonId
from dialogs.hushed import Hushed
from dialogs.model import Language
from handoff.roster import SMALL_LINE, Role, Training


@dataclass(frozen=True, repr=False)
class Professional(Hushed):
    """A row of the roster."""

    person: PersonId
    master: MasterKey
    compared: bool
    """Whether the fingerprint was given by hand, rather than taken from the homeserver."""
    roles: frozenset[Role] = SMALL_LINE
    training: frozenset[Training] = frozenset()
    languages: frozenset[Language] = frozenset()
    suspended: bool = False
    """Their key counts no more; what it was is kept until another takes its place."""


@dataclass(frozen=True, repr=False)
class Proposed(Hushed):
    """A row of the roster as the operator wants it, until a colleague confirms it."""

    professional: Professional
    code: str
    """What the operator tells that colleague, so that the two have really spoken."""


@dataclass(frozen=True, repr=False)
class Enrolled(Hushed):
    """The roster and what is proposed for it, as they stood at one moment."""

    roster: tuple[Professional, ...] = ()
    proposed: tuple[Proposed, ...] = ()

    @property
    def active(self) -> tuple[Professional, ...]:
        """Those whose key counts."""
        return tuple(one for one in self.roster if not one.suspended)

    def find(self, person: PersonId) -> Professional | None:
        return next((one for one in self.roster if one.person == person), None)

    def proposal(self, person: PersonId) -> Proposed | None:
        return next((one for one in self.proposed if one.professional.person == person), None)
