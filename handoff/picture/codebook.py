"""The codebook as data: the questions about a case, their codes, and what must hold of them."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dialogs.definition import Choice
from dialogs.model import MessageId
from handoff.model import CodeId

AxisId = Annotated[str, Field(pattern=r"^[a-z]+$")]
STATE, NARROW, HELP = "state", "narrow", "help"
"""What is typed in the form besides codes; no code may be called so."""
UNKNOWN, MULTIPLE = "unknown", "multiple"
"""A state that is not known, and more than one."""
_GROUP = "_any_"


class CodebookError(Exception):
    """A codebook cannot be used; worded for the person who wrote it."""


class Risk(Enum):
    """How easily a code points to somebody."""

    LOW = "low"
    MID = "mid"
    HIGH = "high"


class Of(Enum):
    """What an axis is coded of."""

    SIGNAL = "signal"
    BUNDLE = "bundle"
    """Filled in by those who receive a bundle; never on a case."""


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Code(Frozen):
    """One answer; its id is for ever."""

    id: CodeId
    risk: Risk
    group: CodeId | None = None
    """What it is merged into where it could point to somebody."""
    until: date | None = None
    """The last day on which it was chosen."""
    successor: CodeId | None = None
    """What it is counted as since."""

    def current(self, day: date) -> bool:
        return self.until is None or day <= self.until


class Axis(Frozen):
    """One question about a case, and how many of its codes may be chosen."""

    id: AxisId
    most: int = Field(ge=1)
    required: bool = False
    of: Of = Of.SIGNAL
    codes: tuple[Code, ...] = Field(alias="code", min_length=2)

    @cached_property
    def ids(self) -> frozenset[CodeId]:
        return frozenset(code.id for code in self.codes)


class Said(Frozen):
    """What one choice of the reporter means in codes."""

    choice: Choice
    sets: tuple[CodeId, ...] = ()
    """It can mean nothing else."""
    fits: tuple[CodeId, ...] = ()
    """It may mean one of these: the professional chooses."""


class Codebook(Frozen):
    """Everything that can be coded of a case."""

    version: str
    states: tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], ...] = Field(min_length=1)
    every_axis: tuple[Axis, ...] = Field(alias="axis")
    answers: tuple[Said, ...] = Field(default=(), alias="answer")

    @cached_property
    def axes(self) -> tuple[Axis, ...]:
        """Those of a case."""
        return tuple(axis for axis in self.every_axis if axis.of is Of.SIGNAL)

    @cached_property
    def by_id(self) -> dict[CodeId, Code]:
        """The codes of a case, the retired ones too."""
        return {code.id: code for axis in self.axes for code in axis.codes}

    @cached_property
    def axis_of(self) -> dict[CodeId, Axis]:
        return {code.id: axis for axis in self.axes for code in axis.codes}

    @cached_property
    def every_state(self) -> frozenset[str]:
        return frozenset((*self.states, UNKNOWN, MULTIPLE))

    def axis(self, name: str) -> Axis | None:
        return next((axis for axis in self.axes if axis.id == name), None)

    def renewed(self, codes: Iterable[CodeId], day: date) -> frozenset[CodeId]:
        """The codes with those that were retired meanwhile replaced."""
        known = (self.by_id[code] for code in codes if code in self.by_id)
        return frozenset(self._renewed(code, day) for code in known)

    def names(self, day: date) -> dict[CodeId, str]:
        """How each code is typed: without its axis where that can be nothing else."""
        current = [code.id for code in self.by_id.values() if code.current(day)]
        times = Counter(map(self._short, current))
        return {one: name if times[name := self._short(one)] == 1 else one for one in current}

    def meant(self, word: str, day: date) -> tuple[CodeId, ...]:
        """The codes that a typed word can mean."""
        return tuple(one for one in self.names(day) if word in (one, self._short(one)))

    def _short(self, code: CodeId) -> str:
        return code.removeprefix(self.axis_of[code].id + "_")

    def _renewed(self, code: Code, day: date) -> CodeId:
        return code.id if code.current(day) or code.successor is None else code.successor

    @model_validator(mode="after")
    def _holds(self) -> "Codebook":
        for problem in _problems(self):
            raise ValueError(problem)
        return self


def label(name: str) -> MessageId:
    """What a code or an axis is called."""
    return MessageId("codebook-" + name.replace("_", "-"))


def about(name: str) -> MessageId:
    """What a code or an axis means."""
    return MessageId(label(name) + "-about")


def state_name(state: str) -> MessageId:
    return MessageId(f"state-{state}")


def read_codebook(text: str) -> Codebook:
    """Read and check a codebook."""
    try:
        return Codebook.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"The codebook is no valid TOML: {error}") from None
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise CodebookError(f"The codebook is wrong at {place}: {first['msg']}") from None


def _problems(book: Codebook) -> Iterator[str]:
    yield from _doubled(book)
    for axis in book.every_axis:
        for code in axis.codes:
            yield from _misnamed(axis, code)
            yield from _retired_badly(axis, code)
    for answer in book.answers:
        for one in (*answer.sets, *answer.fits):
            if one not in book.by_id or book.by_id[one].until:
                yield f"the answer {answer.choice} means {one}, which is no code of a case"


def _doubled(book: Codebook) -> Iterator[str]:
    codes = [code.id for axis in book.every_axis for code in axis.codes]
    groups = {code.group for axis in book.every_axis for code in axis.codes if code.group}
    axes = [axis.id for axis in book.every_axis]
    choices = [answer.choice for answer in book.answers]
    for name, times in Counter((*codes, *groups, *axes, *book.states, *choices)).items():
        if times > 1:
            yield f"{name} stands there {times} times"


def _misnamed(axis: Axis, code: Code) -> Iterator[str]:
    short = code.id.removeprefix(axis.id + "_")
    typed = short.replace("_", "")
    if short == code.id or not (typed.isascii() and typed.isalpha() and short == short.lower()):
        yield f"the code {code.id} is not named as one of {axis.id}"
    if short in (STATE, NARROW, HELP) or code.id.startswith(axis.id + _GROUP):
        yield f"the code {code.id} has a name that means something else"
    if code.group and not code.group.startswith(axis.id + _GROUP):
        yield f"the group {code.group} is not named as one of {axis.id}"


def _retired_badly(axis: Axis, code: Code) -> Iterator[str]:
    if (code.until is None) != (code.successor is None):
        yield f"the code {code.id} needs both an end and a successor"
    current = [one.id for one in axis.codes if one.until is None]
    if code.successor and code.successor not in current:
        yield f"the successor of {code.id} is no code of {axis.id} that still counts"
