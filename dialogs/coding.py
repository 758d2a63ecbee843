"""The return code in the dialog: given after sending, confirmed, typed by who comes back."""

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum

from dialogs.definition import Dialog
from dialogs.leaving import WITH_A_PERSON
from dialogs.model import (
    GiveCode,
    HideCode,
    Language,
    Line,
    MessageId,
    Phase,
    Progress,
    Said,
    Say,
    ShowCode,
    Turn,
    TypedCode,
)
from dialogs.place import arrive, step_aside, take_up
from dialogs.returncode import Mistyped, ReturnCode, first_group, groups, make_code, read_code
from dialogs.saying import lines, put, say, spoken
from dialogs.scene import Scene
from dialogs.story import keep
from dialogs.words import LONGEST_ANSWER, fold

LONGEST_WORD = 40
"""A longer text is meant for a person, not for a lock."""
MEANT_AS_GROUP = 3
"""So many digits at the question for the first group are a try at it."""
_LEFT_TO_RIGHT, _POP = "\u2066", "\u2069"


class Standing(Enum):
    """How far a case has come, for a reporter who returns."""

    RECEIVED = "received"
    READ = "read"
    ANSWERED = "answered"
    CLOSED = "closed"


# ---- given --------------------------------------------------------------------------------------


def give(scene: Scene, progress: Progress) -> Turn:
    """Show a code, in a message of its own that can be taken back, and have it confirmed."""
    texts = scene.dialog.code
    if progress.locked:
        return Turn(progress, (say(progress, texts.unchanged),))
    code = progress.code or make_code(scene.fresh)
    shown = (
        Line(texts.shown, {"code": f"{_LEFT_TO_RIGHT}{groups(code)}{_POP}"}),
        *lines(texts.about),
    )
    message = ShowCode(spoken(progress, shown))
    given = replace(progress, code=code)
    if progress.phase is Phase.LIVE:  # a person is talking: nothing is asked
        return Turn(given, (message, say(progress, texts.live)))
    return scene.ask(step_aside(scene.dialog, given, scene.dialog.places.code), message)


def confirmation(scene: Scene, progress: Progress, said: Said) -> Turn | None:
    """The turn of a typed first group; None when it is something else."""
    if progress.code is None:
        return None
    typed = _digits(said.text)
    if typed in (first_group(progress.code), progress.code):
        return _confirmed(scene, progress, progress.code)
    asked = progress.at == scene.dialog.places.code
    if asked and len(typed) >= MEANT_AS_GROUP:
        return Turn(progress, (say(progress, scene.dialog.code.other_group),))
    return None


def _confirmed(scene: Scene, progress: Progress, code: ReturnCode) -> Turn:
    texts, places = scene.dialog.code, scene.dialog.places
    replaced = (texts.replaced,) if progress.coded else ()
    done = (HideCode(), GiveCode(code), say(progress, *texts.confirmed, *replaced))
    known = replace(progress, coded=True, code=None)
    if progress.phase is Phase.LIVE:
        return Turn(known, done)
    if progress.aside is None:
        known = step_aside(scene.dialog, known, places.code_word)
    else:
        known = arrive(scene.dialog, known, places.code_word)
    return scene.ask(replace(known, word_for=code), *done)


def refused(scene: Scene, progress: Progress) -> Turn:
    """No code, or the one there was before."""
    texts = scene.dialog.code
    kind = say(progress, texts.unchanged if progress.coded else texts.declined)
    return Turn(take_up(scene.dialog, replace(progress, code=None)), (HideCode(), kind))


def keep_word(scene: Scene, progress: Progress, said: Said) -> Turn | None:
    """The code word; None for what is plainly no word."""
    word = said.text.strip()
    readable = any(char.isalnum() for char in word)
    if progress.word_for is None or not readable or len(word) > LONGEST_WORD or "\n" in word:
        return None
    given = GiveCode(progress.word_for, word)
    known = take_up(scene.dialog, replace(progress, word_for=None))
    return Turn(known, (given, say(progress, *scene.dialog.code.word_kept)))


def settled(dialog: Dialog, progress: Progress) -> Progress:
    """A code is remembered no longer than its questions are open."""
    words = (dialog.places.code_word, dialog.at(dialog.places.code_word).options[0].go)
    if progress.word_for is None or progress.at in words:
        return progress
    return replace(progress, word_for=None)


# ---- typed --------------------------------------------------------------------------------------


def typed(scene: Scene, progress: Progress, said: Said) -> Turn | None:
    """The turn of a return code; a person who listens never gets to see one."""
    read = read_code(said.text)
    texts = scene.dialog.code
    alone = bool(_digits(said.text))
    if read is None or (progress.phase in WITH_A_PERSON and not alone):
        return None
    if progress.phase in WITH_A_PERSON:
        kind = texts.mistyped if isinstance(read, Mistyped) else texts.not_here
        return Turn(progress, (say(progress, kind),))
    if not alone:
        progress = keep(progress, replace(said, text=_without_digits(said.text)))
    if progress.at is None:
        progress = replace(progress, at=scene.dialog.start)
    progress = replace(progress, trying=None)
    if isinstance(read, Mistyped):
        return _said_again(scene.dialog, scene.languages, progress, texts.mistyped)
    return Turn(progress, (TypedCode(read),))


def typed_word(progress: Progress, said: Said) -> Turn | None:
    """Whoever was asked for the code word answers with it."""
    if progress.trying is None or not said.text.strip():
        return None
    action = TypedCode(progress.trying, said.text.strip()[:LONGEST_ANSWER])
    return Turn(replace(progress, trying=None), (action,))


def word_needed(dialog: Dialog, progress: Progress, code: ReturnCode) -> Turn:
    """Nothing of what the code opens is told before the word is right."""
    asked = replace(progress, trying=code)
    return Turn(asked, (say(progress, dialog.code.word_ask),))


def not_found(dialog: Dialog, languages: Iterable[Language], progress: Progress) -> Turn:
    """The same words for a code that does not exist and for a wrong word."""
    return _said_again(dialog, languages, progress, *dialog.code.not_found)


def must_wait(dialog: Dialog, languages: Iterable[Language], progress: Progress) -> Turn:
    return _said_again(dialog, languages, progress, dialog.code.wait)


def _said_again(
    dialog: Dialog, languages: Iterable[Language], progress: Progress, *ids: MessageId
) -> Turn:
    """Say it; who has not chosen a language yet is asked for it once more."""
    told = (say(progress, *ids),)
    if progress.language is None:
        return Turn(progress, (*told, *put(dialog, progress, languages, again=True)))
    return Turn(progress, told)


# ---- back ---------------------------------------------------------------------------------------


def back_with_code(
    dialog: Dialog, progress: Progress, standing: Standing, *, unread: bool
) -> tuple[Say, Turn]:
    """What stands, said before any unread answers; then where the reporter is now."""
    texts, places = dialog.code, dialog.places
    here = replace(
        progress,
        coded=True,
        locked=False,
        paused=False,
        unheard=False,
        aside=None,
        code=None,
        trying=None,
        erase_asked=None,
    )
    stands = {
        Standing.RECEIVED: texts.received,
        Standing.READ: texts.read,
        Standing.ANSWERED: texts.answered,
        Standing.CLOSED: texts.closed,
    }
    more = (texts.unread,) if unread and standing is Standing.CLOSED else ()
    first = say(here, stands[standing], *more)
    if standing is Standing.CLOSED:
        here = arrive(dialog, here, places.again)
        return first, Turn(here, put(dialog, here, again=True))
    if here.phase is Phase.LIVE:
        return first, Turn(arrive(dialog, here, places.live), (say(here, texts.told),))
    return first, Turn(arrive(dialog, here, places.waiting), (say(here, texts.waits),))


def parting(dialog: Dialog, progress: Progress) -> Say:
    """The word with which the line leaves a silent chat; it may show on a locked screen."""
    return say(progress, *dialog.code.parting)


def _digits(text: str) -> str:
    """The digits of a message that holds nothing else, in any script; else nothing."""
    if len(text) > LONGEST_ANSWER:
        return ""
    joined = "".join(fold(text).split())
    return joined if joined.isascii() and joined.isdecimal() else ""


def _without_digits(text: str) -> str:
    return "".join("•" if char.isdecimal() else char for char in text)
