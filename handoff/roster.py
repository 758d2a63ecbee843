"""Who works at the desk: what each may do, is trained for, and speaks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from dialogs.hushed import Hushed
from dialogs.model import Flag, Language
from handoff.model import StaffId


class Role(Enum):
    """What somebody may do at the desk; the operator, who sees no content, is not on it."""

    LISTENER = "listener"
    SECOND_READER = "second_reader"
    SUPERVISOR = "supervisor"
    ANALYST = "analyst"
    RELEASE_OFFICER = "release_officer"
    LEARNER = "learner"
    """New at listening: a second reader looks at each of their cases, for some twenty of them."""


class Training(Enum):
    """What somebody learned before they may take cases with such a flag."""

    MINOR = "minor"
    SUICIDE = "suicide"
    RECRUITMENT = "recruitment"


SMALL_LINE = frozenset({Role.LISTENER, Role.SECOND_READER, Role.SUPERVISOR})
"""Where two or three people do everything, each may read second what another one listens to."""

APART: tuple[frozenset[Role], ...] = (
    # Who watches over the queue, and may join a case, has none of their own to favour.
    frozenset({Role.SUPERVISOR, Role.LISTENER}),
    # An analyst sees codes only: whoever knows the cases would see people in them.
    frozenset({Role.ANALYST, Role.LISTENER}),
    frozenset({Role.ANALYST, Role.SECOND_READER}),
    frozenset({Role.ANALYST, Role.SUPERVISOR}),
    # Whoever made something does not also let it out.
    frozenset({Role.RELEASE_OFFICER, Role.ANALYST}),
    # Who is learning does not yet check others.
    frozenset({Role.LEARNER, Role.SECOND_READER}),
)
"""What one person does not combine, except in a small line, where there is nobody else."""


def kept_apart(roles: frozenset[Role]) -> frozenset[Role] | None:
    """Two of these roles that do not go together, if there are any."""
    return next((pair for pair in APART if pair <= roles), None)


NEEDED: Mapping[Flag, Training] = {
    Flag.MINOR: Training.MINOR,
    Flag.SUICIDE: Training.SUICIDE,
    Flag.RECRUITMENT: Training.RECRUITMENT,
}


def needed_for(flags: Iterable[Flag]) -> frozenset[Training]:
    """The training that cases with these flags ask for."""
    return frozenset(NEEDED[flag] for flag in flags if flag in NEEDED)


@dataclass(frozen=True, repr=False)
class Colleague(Hushed):
    """One professional."""

    staff: StaffId
    roles: frozenset[Role] = SMALL_LINE
    training: frozenset[Training] = frozenset()
    languages: frozenset[Language] = frozenset()
    key: str = ""
    """What proves that it is them; another one is another phone."""


@dataclass(frozen=True, repr=False)
class Proposal(Hushed):
    """A colleague as the operator wants them, until another one confirms it."""

    colleague: Colleague
    code: str
    """What the operator told whoever is to confirm it."""

    @property
    def staff(self) -> StaffId:
        return self.colleague.staff


@dataclass(frozen=True, repr=False)
class Roster(Hushed):
    """Everybody who works at the desk."""

    colleagues: Mapping[StaffId, Colleague] = field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()
    suspended: frozenset[StaffId] = frozenset()
    """Those whose phone is lost, until they come with another."""

    def may_settle(self, staff: StaffId, proposal: Proposal) -> bool:
        """Whether they may confirm or refuse it: a supervisor whom it does not concern.

        Where nobody else is one, any other colleague: else a supervisor's lost phone could never
        be replaced.
        """
        others = [one for one in self.colleagues.values() if one.staff != proposal.staff]
        seniors = [one for one in others if Role.SUPERVISOR in one.roles]
        return staff in {one.staff for one in seniors or others}

    def may(self, staff: StaffId, roles: frozenset[Role]) -> bool:
        """Whether they have one of these roles."""
        colleague = self.colleagues.get(staff)
        return colleague is not None and not roles.isdisjoint(colleague.roles)

    def named(self, name: str) -> StaffId | None:
        """Who is meant by a Matrix id or by what stands before its colon; None when unclear."""
        wanted = name if name.startswith("@") else f"@{name}"
        found = [one for one in self.colleagues if wanted in (one, one.partition(":")[0])]
        return found[0] if len(found) == 1 else None

    def trained(self, staff: StaffId, flags: Iterable[Flag]) -> bool:
        colleague = self.colleagues.get(staff)
        return colleague is not None and needed_for(flags) <= colleague.training

    def with_role(self, role: Role) -> tuple[StaffId, ...]:
        return tuple(one.staff for one in self.colleagues.values() if role in one.roles)


def grouped(key: str) -> str:
    """A fingerprint in groups of four, for comparing by eye or aloud."""
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))
