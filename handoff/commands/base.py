"""What a staff command is: one row of the table."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from dialogs.hushed import Hushed
from dialogs.model import MessageId, Moment
from handoff.actions import Decision
from handoff.guide import Guide
from handoff.model import Block, Case, StaffId


class Where(Enum):
    """The room a command is typed in."""

    DESK = "desk"
    CASE = "case"


@dataclass(frozen=True, repr=False)
class Order(Hushed):
    """Everything a command may use."""

    case: Case
    staff: StaffId
    words: frozenset[str]
    moment: Moment
    guide: Guide


@dataclass(frozen=True, repr=False)
class Overview(Hushed):
    """What a command about the whole desk may use."""

    waiting: tuple[Case, ...]
    where: Where
    table: "tuple[Command, ...]"


@dataclass(frozen=True)
class Command:
    """A word, where it may be typed, and what it does to a case."""

    word: str
    where: frozenset[Where]
    summary: MessageId
    numbered: bool = True
    """In the desk room it names its case by number; in a case room the room does."""
    words: frozenset[str] = frozenset()
    """Further words it understands."""
    run: Callable[[Order], Decision] | None = None
    """What it does to one case; None for a command about the whole desk."""
    survey: Callable[[Overview], tuple[Block, ...]] | None = None
    """What it shows of the whole desk."""


@dataclass(frozen=True)
class Invocation:
    """A command that was read from a line."""

    command: Command
    number: int | None
    words: frozenset[str]
