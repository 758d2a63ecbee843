"""What every decision has at hand, and the small steps from which turns are made."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from dialogs.definition import Dialog, Kind, Question
from dialogs.hushed import Hushed
from dialogs.model import Action, Language, MessageId, Progress, QuestionId, Turn
from dialogs.place import move
from dialogs.saying import card, put
from dialogs.service import UNKNOWN, Availability
from dialogs.words import Lexicon, Lexicons, listening


@dataclass(frozen=True, repr=False)
class Scene(Hushed):
    """The dialog, the accepted words, and the time."""

    dialog: Dialog
    lexicons: Lexicons
    now: datetime
    fresh: bytes = b""
    """32 random bytes from which a return code may be made."""
    availability: Availability = UNKNOWN
    guess: Language | None = None

    @property
    def languages(self) -> tuple[Language, ...]:
        return tuple(self.lexicons)

    def words(self, progress: Progress) -> tuple[Lexicon, ...]:
        return listening(self.lexicons, progress.language)

    def question(self, progress: Progress) -> Question:
        return self.dialog.at(progress.at if progress.at is not None else self.dialog.start)

    def ask(
        self,
        progress: Progress,
        *before: Action,
        again: bool = False,
        first: tuple[MessageId, ...] = (),
    ) -> Turn:
        """Say what comes before, then put the open question."""
        known = self.availability
        asked = put(self.dialog, progress, self.languages, known, again=again, first=first)
        return Turn(progress, (*before, *asked))

    def go(self, progress: Progress, target: QuestionId, *before: Action) -> Turn:
        """Go on to a question; who comes back to the story is not told everything once more."""
        seen = self.dialog.at(target).kind is Kind.STORY and target in progress.trail
        return self.ask(move(self.dialog, progress, target), *before, again=seen)

    def cards(self, progress: Progress, ids: Iterable[str]) -> tuple[Progress, tuple[Action, ...]]:
        """Show cards, and let the desk see what was shown."""
        shown = tuple(dict.fromkeys(ids))
        flags = frozenset(flag for one in shown for flag in self.dialog.cards[one].flags)
        said = tuple(card(self.dialog, progress, one) for one in shown)
        return replace(progress, flags=progress.flags | flags), said
