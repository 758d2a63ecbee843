"""The dialog as the desk uses it: what to say at each turn of a case, how to read its answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs import coding
from dialogs.coding import Standing
from dialogs.definition import CardUse, Dialog
from dialogs.engine import (
    advance,
    ask_permission,
    back_to_waiting,
    show_card,
    was_closed,
    went_live,
)
from dialogs.model import Heard, Language, Moment, Progress, Say, Turn
from dialogs.report import Report, report
from dialogs.returncode import ReturnCode
from dialogs.words import Lexicon
from handoff.model import Case
from handoff.picture.codebook import Codebook
from handoff.referrals import Referral


@dataclass(frozen=True)
class Steer:
    """The reporter's new place in the dialog, with the texts that announce it."""

    progress: Progress
    says: tuple[Say, ...]


@dataclass(frozen=True)
class Guide:
    """One dialog definition with the words it accepts, in every offered language."""

    dialog: Dialog
    lexicons: Mapping[Language, Lexicon]
    codebook: Codebook
    """What can be coded of a case."""
    places: Mapping[str, Referral] = field(default_factory=dict)
    """The directory of other help, with the operator's checks."""
    translates: frozenset[Language] = frozenset()
    """Languages that a machine translates to the staff language and back."""
    staff_language: Language | None = None
    """What everybody at the desk speaks."""
    hold_seconds: int = 5
    """How long a professional sees what the reporter would read before it goes."""

    def translated_for(self, case: Case) -> Language | None:
        """The reporter's language, where a machine stands between them and the desk."""
        language = case.progress.language
        return language if language in self.translates and not case.untranslated else None

    def needs_interpreter(self, case: Case) -> bool:
        """Whether the two may share no language, and no machine stands between them."""
        language = case.progress.language
        return language not in (None, self.staff_language, *self.translates)

    def hear(self, progress: Progress, heard: Heard, moment: Moment) -> Turn:
        return advance(self.dialog, self.lexicons, progress, heard, moment)

    def went_live(self, progress: Progress, *, may_write: bool) -> Steer:
        translated = progress.language in self.translates
        return _steer(went_live(self.dialog, progress, may_write=may_write, translated=translated))

    def was_closed(self, progress: Progress, *, may_write: bool, kept: bool) -> Steer:
        return _steer(was_closed(self.dialog, progress, may_write=may_write, kept=kept))

    def back_to_waiting(self, progress: Progress, *, may_write: bool) -> Steer:
        return _steer(back_to_waiting(self.dialog, progress, may_write=may_write))

    def ask_permission(self, progress: Progress, to: str) -> Steer:
        return _steer(ask_permission(self.dialog, progress, to))

    def show_card(self, progress: Progress, card: str) -> Steer:
        return _steer(show_card(self.dialog, progress, card))

    @property
    def cards(self) -> tuple[str, ...]:
        """Those that a professional may show."""
        return tuple(one.id for one in self.dialog.all_cards if one.use is not CardUse.LINE)

    @property
    def recipients(self) -> tuple[str, ...]:
        """To whom something may be passed on, when its reporter agrees."""
        return tuple(self.dialog.passing)

    def parting(self, progress: Progress) -> Say:
        return coding.parting(self.dialog, progress)

    def came_back(
        self, progress: Progress, standing: Standing, *, unread: bool
    ) -> tuple[Say, Steer]:
        """What stands, said before the unread answers; then the place where they are now."""
        first, turn = coding.back_with_code(self.dialog, progress, standing, unread=unread)
        return first, _steer(turn)

    def word_needed(self, progress: Progress, code: ReturnCode) -> Steer:
        return _steer(coding.word_needed(self.dialog, progress, code))

    def not_found(self, progress: Progress) -> Steer:
        return _steer(coding.not_found(self.dialog, self.lexicons, progress))

    def must_wait(self, progress: Progress) -> Steer:
        return _steer(coding.must_wait(self.dialog, self.lexicons, progress))

    def report(self, progress: Progress) -> Report:
        return report(self.dialog, progress)


def _steer(turn: Turn) -> Steer:
    return Steer(turn.progress, tuple(a for a in turn.actions if isinstance(a, Say)))
