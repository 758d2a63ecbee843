"""What a staff command is: one row of the table."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from dialogs.hushed import Hushed
from dialogs.model import MessageId, Moment, TextRef
from handoff.actions import Decision
from handoff.floor import Floor, Staffing
from handoff.guide import Guide
from handoff.model import Block, Case, StaffId
from handoff.roster import Proposal, Role

NOWHERE = TextRef("")


class Where(Enum):
    """The room a command is typed in."""

    DESK = "desk"
    CASE = "case"


@dataclass(frozen=True, repr=False)
class Order(Hushed):
    """Everything a command about one case may use."""

    case: Case
    staff: StaffId
    words: frozenset[str]
    moment: Moment
    guide: Guide
    text: str = ""
    """The rest of the line, for a command that takes one."""
    where: Where = Where.CASE
    staffing: Staffing = field(default_factory=Staffing)
    ref: TextRef = NOWHERE
    """The message that holds the command."""


@dataclass(frozen=True, repr=False)
class Overview(Hushed):
    """What a command about the whole desk may use."""

    waiting: tuple[Case, ...]
    where: Where
    table: "tuple[Command, ...]"
    staff: StaffId
    moment: Moment
    guide: Guide
    text: str = ""
    staffing: Staffing = field(default_factory=Staffing)


@dataclass(frozen=True, repr=False)
class Arranging(Hushed):
    """What a command about the desk itself may use: shifts, breaks, controls."""

    staff: StaffId
    words: frozenset[str]
    text: str
    moment: Moment
    staffing: Staffing
    guide: Guide


@dataclass(frozen=True, repr=False)
class Settled(Hushed):
    """What a colleague said to a change of the roster that the operator proposed."""

    proposal: Proposal
    accepted: bool


@dataclass(frozen=True, repr=False)
class Arranged(Hushed):
    """What it changed, and what is said of it."""

    reply: tuple[Block, ...]
    """Where it was typed."""
    floor: Floor | None = None
    desk: tuple[Block, ...] = ()
    """Said in the desk room too, for everybody."""
    settled: Settled | None = None


@dataclass(frozen=True)
class Command:
    """A word, where it may be typed, by whom, and what it does.

    It has one of three ways to work: on a case, on the desk itself, or only showing something.
    With `run` and `survey` both, it works on the case in its room, and only shows in the desk room.
    """

    word: str
    where: frozenset[Where]
    summary: MessageId
    numbered: bool = True
    """In the desk room it names its case by number; in a case room the room does."""
    words: frozenset[str] = frozenset()
    """Further words it understands."""
    takes_text: bool = False
    """The rest of the line is its own, whatever it says."""
    ends_talk: bool = False
    """It must wait while a line of the claimant is still on its way to the reporter."""
    roles: frozenset[Role] = frozenset({Role.LISTENER, Role.SUPERVISOR})
    run: Callable[[Order], Decision] | None = None
    """What it does to one case."""
    survey: Callable[[Overview], tuple[Block, ...]] | None = None
    """What it shows of the whole desk."""
    arrange: Callable[[Arranging], Arranged] | None = None
    """What it changes at the desk itself."""


@dataclass(frozen=True, repr=False)
class Invocation(Hushed):
    """A command that was read from a line."""

    command: Command
    number: int | None
    words: frozenset[str]
    text: str = ""
