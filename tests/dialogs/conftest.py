"""The real dialog and the real catalogues, and a reporter who writes to them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue import Catalogue
from dialogs.definition import Dialog
from dialogs.engine import advance
from dialogs.model import Heard, Moment, Progress, QuestionId, Said, Say, TextRef, Turn
from dialogs.words import Lexicons
from tests.conversations import play


@dataclass
class Reporter:
    """Writes, and remembers where that led."""

    dialog: Dialog
    lexicons: Lexicons
    progress: Progress = field(default_factory=Progress)
    now: datetime = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
    written: int = 0

    def write(self, *texts: str) -> Turn:
        turn = Turn(self.progress, ())
        for text in texts:
            self.written += 1
            turn = self.hear(Said(TextRef(str(self.written)), text))
        return turn

    def hear(self, heard: Heard) -> Turn:
        moment = Moment(self.now, play.CHANCE)
        turn = advance(self.dialog, self.lexicons, self.progress, heard, moment)
        self.progress = turn.progress
        return turn

    def wait(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    @property
    def at(self) -> QuestionId | None:
        return self.progress.at

    @property
    def story(self) -> list[str]:
        return [part.text for part in self.progress.story]


def says(turn: Turn) -> list[Say]:
    return [action for action in turn.actions if isinstance(action, Say)]


@pytest.fixture
def dialog() -> Dialog:
    return play.dialog()


@pytest.fixture
def catalogue() -> Catalogue:
    return play.catalogue()


@pytest.fixture
def reporter() -> Reporter:
    return Reporter(play.dialog(), play.lexicons())


@pytest.fixture
def said() -> Callable[[Turn], list[Say]]:
    return says
