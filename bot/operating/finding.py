"""One line of `check`, and how much it weighs."""

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How much a finding weighs."""

    OK = "ok"
    NOTE = "note"
    FAULT = "FAULT"


@dataclass(frozen=True)
class Finding:
    """One line of `check`."""

    level: Level
    words: str

    def __str__(self) -> str:
        return f"{self.level.value:>5}  {self.words}"
