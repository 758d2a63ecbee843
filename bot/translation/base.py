"""The port: text in one language in, text in another out, on this machine alone."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NewType, Protocol

from bot.errors import TranslationError
from dialogs.hushed import Hushed

Model = NewType("Model", str)
"""A language as models name it, such as `zt` for Chinese in traditional characters."""


class Doubt(Enum):
    """Why a translation may be wrong; people see it beside the translation."""

    LOOP = "loop"
    NUMBER = "number"
    SHORT = "short"
    LONG = "long"
    SCRIPT = "script"
    ECHO = "echo"
    CAPITALS = "capitals"
    UNSURE = "unsure"


class Why(Enum):
    """Why there is no translation."""

    NO_MODEL = "no_model"
    TOO_SHORT = "too_short"
    TOO_SLOW = "too_slow"
    BROKEN = "broken"
    USELESS = "useless"
    """What came out says nothing: empty, or one thing over and over."""


class NotTranslated(TranslationError):
    """There is none for this text; the conversation goes on with the original."""

    def __init__(self, why: Why) -> None:
        super().__init__(f"not translated: {why.value}")
        self.why = why


@dataclass(frozen=True)
class Direction:
    """From one language to another."""

    source: Model
    target: Model

    @property
    def back(self) -> "Direction":
        return Direction(self.target, self.source)


@dataclass(frozen=True, repr=False)
class Translated(Hushed):
    """A translation, and what may be wrong with it."""

    text: str
    doubts: frozenset[Doubt] = frozenset()


class Translator(Protocol):
    """Translates one text at a time, in the order asked."""

    def knows(self, direction: Direction) -> bool:
        """Whether there are models for it, by way of English where there is no straight one."""
        ...

    async def translate(self, text: str, direction: Direction) -> Translated:
        """Raises `NotTranslated`, within the time limit, whatever happens to the models."""
        ...

    async def close(self) -> None: ...


class NoTranslator:
    """A line without models."""

    def knows(self, direction: Direction) -> bool:  # noqa: ARG002
        return False

    async def translate(self, text: str, direction: Direction) -> Translated:  # noqa: ARG002
        raise NotTranslated(Why.NO_MODEL)

    async def close(self) -> None:
        pass


Sentences = Callable[[list[str]], list[tuple[str, float]]]
"""Translates sentences, all in one go; with each its score per token, 0 at best."""
