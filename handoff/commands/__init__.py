"""The commands of the desk: one table, from which parsing and help are derived."""

import re
from dataclasses import dataclass
from enum import Enum

from handoff.commands import (
    accept,
    agree,
    assign,
    claim,
    close,
    code,
    confirm,
    door,
    doubt,
    give_back,
    helping,
    language,
    macro,
    mode,
    mt,
    note,
    overview,
    pass_on,
    pause,
    queue,
    read,
    refer,
    refuse,
    second,
    shift,
    show,
    take,
    transfer,
    undo,
)
from handoff.commands.base import Command, Invocation, Where
from handoff.relay import opening

TABLE: tuple[Command, ...] = (
    queue.COMMAND,
    claim.COMMAND,
    give_back.COMMAND,
    transfer.COMMAND,
    assign.COMMAND,
    take.COMMAND,
    read.COMMAND,
    note.COMMAND,
    second.COMMAND,
    accept.COMMAND,
    doubt.HOLD,
    doubt.ASIDE,
    agree.COMMAND,
    undo.COMMAND,
    mt.COMMAND,
    macro.COMMAND,
    show.COMMAND,
    refer.COMMAND,
    pass_on.COMMAND,
    code.COMMAND,
    close.COMMAND,
    confirm.COMMAND,
    refuse.COMMAND,
    shift.COMMAND,
    pause.COMMAND,
    overview.COMMAND,
    door.CLOSE,
    door.OPEN,
    mode.COMMAND,
    language.COMMAND,
    helping.COMMAND,
)

MARK = "!"
_WORD = re.compile(r"(\S*)(.*)", re.DOTALL)
_NUMBER = re.compile("[1-9][0-9]{0,5}")
_UNMARKED = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))


class Misread(Enum):
    """Why a line that begins with `!` is no command."""

    UNKNOWN = "command-unknown"
    NOT_HERE = "command-not-here"
    NUMBER_MISSING = "command-number-missing"
    TOO_MUCH = "command-too-much"


@dataclass(frozen=True)
class NoCommand:
    """An ordinary line."""


def parse(text: str, where: Where) -> Invocation | Misread | NoCommand:
    """Read a staff line; a command is the whole message, its first word exact.

    In a case room `! ` begins a line for colleagues, unless it was meant as a command.
    """
    # A number copied from a card brings the marks with it that keep its direction.
    stripped = text.translate(_UNMARKED).strip()
    if not stripped.startswith(MARK):
        # What only looks like a command was meant as one, and is not for the reporter.
        return Misread.UNKNOWN if opening(stripped).startswith(MARK) else NoCommand()
    word, rest = _first_word(stripped[len(MARK) :])
    if not word and rest and where is Where.CASE and not _command(_first_word(rest)[0]):
        return NoCommand()
    command = _command(word)
    if command is None:
        return Misread.UNKNOWN
    if where not in command.where:
        return Misread.NOT_HERE
    return _arguments(command, rest, where)


def _command(word: str) -> Command | None:
    return next((command for command in TABLE if command.word == word), None)


def _arguments(command: Command, rest: str, where: Where) -> Invocation | Misread:
    number: int | None = None
    if command.numbered and where is Where.DESK:
        named, rest = _first_word(rest)
        if not _NUMBER.fullmatch(named):
            return Misread.NUMBER_MISSING
        number = int(named)
    if command.takes_text:
        return Invocation(command, number, frozenset(), rest)
    words = frozenset(rest.split())
    if not words <= command.words:
        return Misread.TOO_MUCH
    return Invocation(command, number, words)


def _first_word(text: str) -> tuple[str, str]:
    """The word a text begins with, empty when it begins with a space, and what follows."""
    found = _WORD.match(text)
    assert found
    return found[1], found[2].strip()
