"""The dialog's decisions: what was heard goes in, a new place and a list of actions come out."""

from dataclasses import replace

from dialogs import coding, story
from dialogs.answers import answer, named_language
from dialogs.choosing import choose_language
from dialogs.commands import counts, obey
from dialogs.definition import Dialog, Kind
from dialogs.leaving import WITH_A_PERSON
from dialogs.model import (
    Action,
    Command,
    Corrected,
    Heard,
    Language,
    MessageId,
    Moment,
    PassOn,
    Permission,
    Phase,
    Progress,
    QuestionId,
    Resume,
    Said,
    SentFile,
    TookBack,
    Turn,
)
from dialogs.place import arrive, move, step_aside, take_up
from dialogs.report import AnswerChoice, answer_choice
from dialogs.saying import card, put, say
from dialogs.scene import Scene
from dialogs.words import Lexicons, asks, command, numbers


def advance(
    dialog: Dialog, lexicons: Lexicons, progress: Progress, heard: Heard, moment: Moment
) -> Turn:
    """Decide on one thing a reporter wrote."""
    known = (moment.availability, moment.guess)
    scene = Scene(dialog, lexicons, moment.now, moment.random[32:], *known)
    turn = _turn(scene, progress, heard)
    return Turn(coding.settled(dialog, turn.progress), turn.actions)


def _turn(scene: Scene, progress: Progress, heard: Heard) -> Turn:
    match heard:
        case Corrected(ref, text):
            return _changed(story.correct(progress, ref, text), heard)
        case TookBack(ref):
            return _changed(story.take_back(progress, ref), heard)
        case SentFile():
            return _file(scene, progress, heard)
        case Said():
            return _said(scene, progress, heard)


def enter(
    dialog: Dialog,
    progress: Progress,
    question_id: QuestionId,
    *,
    may_write: bool = True,
    again: bool = False,
) -> Turn:
    """Put a question from outside, as the desk does.

    When the reporter may not be written to (`may_write` false, or paused) nothing is said now;
    the next message of the reporter brings it.
    """
    held = progress.paused or not may_write
    arrived = arrive(dialog, replace(progress, aside=None, unheard=held), question_id)
    arrived = coding.settled(dialog, arrived)
    return Turn(arrived, () if held else put(dialog, arrived, again=again))


def went_live(
    dialog: Dialog, progress: Progress, *, may_write: bool = True, translated: bool = False
) -> Turn:
    """A professional opened the case; a machine may have to translate between the two."""
    progress = replace(progress, translated=translated)
    return enter(dialog, progress, dialog.places.live, may_write=may_write)


def back_to_waiting(dialog: Dialog, progress: Progress, *, may_write: bool = True) -> Turn:
    """The professional handed the case back; the reporter hears of another colleague only."""
    turn = enter(dialog, progress, dialog.places.waiting, may_write=may_write, again=True)
    if not turn.actions:
        return turn
    return Turn(turn.progress, (say(turn.progress, dialog.fixed.handed_on), *turn.actions))


def was_closed(
    dialog: Dialog, progress: Progress, *, may_write: bool = True, kept: bool = False
) -> Turn:
    """The desk closed the case: nothing of it stays here but the language.

    When what was said is `kept` for a while under the return code, the reporter learns that too.
    """
    language, paused = progress.language, progress.paused
    left = Progress(language=language, paused=paused, coded=kept, locked=kept)
    turn = enter(dialog, left, dialog.places.closed, may_write=may_write)
    if not kept or not turn.actions:
        return turn
    *before, asked = turn.actions
    return Turn(turn.progress, (*before, say(left, dialog.code.kept), asked))


def show_card(dialog: Dialog, progress: Progress, card_id: str) -> Turn:
    """A professional, or the line itself, shows the reporter a card."""
    flags = progress.flags | dialog.cards[card_id].flags
    return Turn(replace(progress, flags=flags), (card(dialog, progress, card_id),))


def ask_permission(dialog: Dialog, progress: Progress, to: str) -> Turn:
    """The desk asks in between whether something may be passed on."""
    asked = step_aside(dialog, progress, dialog.passing[to])
    return Turn(asked, put(dialog, asked))


def _changed(progress: Progress, heard: Heard) -> Turn:
    """An edit or a redaction never replays a turn; a person who may have read it is told."""
    return Turn(progress, (PassOn(heard),) if progress.phase in WITH_A_PERSON else ())


def _file(scene: Scene, progress: Progress, heard: SentFile) -> Turn:
    kind = say(progress, scene.dialog.fixed.no_file)
    if progress.phase in WITH_A_PERSON:
        return Turn(progress, (PassOn(heard), kind))
    if progress.at is None:
        return scene.ask(replace(progress, at=scene.dialog.start), kind)
    return Turn(progress, (kind,))


def _said(scene: Scene, progress: Progress, said: Said) -> Turn:
    word = command(said.text, scene.words(progress))
    asked_before = progress.erase_asked is not None
    if word is not Command.ERASE:
        progress = replace(progress, erase_asked=None)
    if word in (Command.STOP, Command.ERASE):
        return obey(scene, progress, word, said)
    with_code = _with_code(scene, replace(progress, paused=False), said, word)
    if with_code is not None:
        return with_code
    resumed = progress.paused
    progress = replace(progress, paused=False)
    if progress.phase in WITH_A_PERSON or progress.unheard:
        return _with_a_person(scene, progress, said, word, resumed=resumed)
    if word is not None and counts(word, progress):
        return obey(scene, progress, word, said)
    return _intake(scene, progress, said, resumed=resumed or asked_before)


def _with_code(scene: Scene, progress: Progress, said: Said, word: Command | None) -> Turn | None:
    """What is typed of a return code is neither story nor for the desk."""
    confirmed = coding.confirmation(scene, progress, said)
    if confirmed is not None:
        return confirmed
    typed = coding.typed(scene, progress, said)
    if typed is not None or progress.trying is None:
        return typed
    if word in (Command.SKIP, Command.BACK):
        return scene.ask(replace(progress, trying=None), again=True)
    return coding.typed_word(progress, said) if word is None else None


def _with_a_person(
    scene: Scene, progress: Progress, said: Said, word: Command | None, *, resumed: bool
) -> Turn:
    """Waiting or live: what is no command, and no answer to a side question, is for the desk."""
    first: tuple[Action, ...] = ()
    if resumed or progress.unheard or _waits_for_return(scene.dialog, progress):
        first = (Resume(),)
    if progress.unheard:
        progress = replace(progress, unheard=False)
        if progress.phase is Phase.FEEDBACK:
            return _after(first, _closed_meanwhile(scene, progress, said))
        first = (*first, *put(scene.dialog, progress))
    if word is not None and counts(word, progress):
        return _after(first, obey(scene, progress, word, said))
    question = scene.question(progress)
    if question.kind is not Kind.LISTEN:
        # After a pause it may be someone else who types, and who asks is not sure.
        doubt = question.pass_to is not None and (resumed or asks(said.text))
        turn = None if doubt else answer(scene, progress, said)
        if turn is not None:
            return _after(first, turn)
        first = (*first, *_no_permission(scene, progress))
        progress = take_up(scene.dialog, progress)
    offered: tuple[Action, ...] = ()
    if progress.phase is Phase.WAITING:
        progress, offered = story.offer(scene, progress, said)
    return Turn(progress, (*first, PassOn(said), *offered))


def _no_permission(scene: Scene, progress: Progress) -> tuple[Action, ...]:
    """Other words than an answer close the question: a later `1` must not count for it."""
    to = scene.question(progress).pass_to
    return () if to is None else (Permission(to, None),)


def _waits_for_return(dialog: Dialog, progress: Progress) -> bool:
    choice = answer_choice(dialog, progress)
    return progress.phase is Phase.WAITING and choice is AnswerChoice.WHEN_WRITING


def _after(first: tuple[Action, ...], turn: Turn) -> Turn:
    return Turn(turn.progress, (*first, *turn.actions))


def _closed_meanwhile(scene: Scene, progress: Progress, said: Said) -> Turn:
    """The talk was closed before the reporter wrote again: they learn it, their words are kept."""
    progress = arrive(scene.dialog, story.keep(progress, said), scene.dialog.places.again)
    kept = (scene.dialog.code.kept,) if progress.coded else ()
    return scene.ask(progress, first=kept)


def _intake(scene: Scene, progress: Progress, said: Said, *, resumed: bool) -> Turn:
    if progress.at is None:
        return _first(scene, progress, said)
    if progress.guessed:
        named, progress = named_language(scene, said.text), replace(progress, guessed=False)
        if named is not None:
            return scene.ask(replace(progress, language=named))
    turn = answer(scene, progress, said)
    if turn is not None:
        return turn
    kind = scene.question(progress).kind
    if progress.phase is Phase.INFORMATION:
        return scene.ask(progress, again=True, first=(scene.dialog.fixed.not_kept,))
    if progress.phase is Phase.FEEDBACK:
        return _after_closing(scene, progress, said)
    if kind is Kind.STORY:
        return story.listen(scene, progress, said, resumed=resumed)
    if kind is Kind.REMARK and said.text.strip():
        return _remark(scene, progress, said)
    return _no_answer(scene, progress, said)


def _first(scene: Scene, progress: Progress, said: Said) -> Turn:
    """A first message may be a language, a greeting, or already the beginning of the story."""
    progress = replace(progress, at=scene.dialog.start)
    turn = answer(scene, progress, said) if not numbers(said.text) else None
    if turn is not None:
        return turn
    if scene.guess is not None:
        return _guessed(scene, progress, said, scene.guess)
    if not story.is_a_text(said.text):
        return scene.ask(progress)
    progress, offered = story.offer(scene, story.keep(progress, said), said)
    return scene.ask(progress, *offered)


def _guessed(scene: Scene, progress: Progress, said: Said, language: Language) -> Turn:
    """Written in a language that was recognised: go on in it, and say how to change it."""
    turn = choose_language(scene, story.keep(progress, said), language)
    progress, offered = story.offer(scene, replace(turn.progress, guessed=True), said)
    told = say(progress, *scene.dialog.fixed.guessed)
    return Turn(progress, (told, *offered, *turn.actions))


def _remark(scene: Scene, progress: Progress, said: Said) -> Turn:
    question = scene.question(progress)
    progress = story.keep_remark(progress, said)
    turn = scene.ask(move(scene.dialog, progress, question.then or question.id))
    return story.noticed(scene, turn, said)


def _no_answer(scene: Scene, progress: Progress, said: Said) -> Turn:
    """No option and no command: it belongs to the story, and the question is asked again."""
    fixed = scene.dialog.fixed
    first: tuple[MessageId, ...] = ()
    given = numbers(said.text, scene.words(progress))
    if progress.language is None and scene.guess is not None:
        return _guessed(scene, progress, said, scene.guess)
    kind = scene.question(progress).kind
    greeting = progress.language is None and not story.is_a_text(said.text)
    if len(given) > 1 and kind is not Kind.SEVERAL:
        first = (fixed.choose_one,)
    elif given:
        first = (fixed.not_listed,)
    elif said.text.strip() and not greeting:
        progress = story.keep(progress, said)
        first = (fixed.added,)
    turn = scene.ask(progress, again=True, first=first)
    return story.noticed(scene, turn, said)


def _after_closing(scene: Scene, progress: Progress, said: Said) -> Turn:
    """After the talk was closed nobody reads along; the reporter must know before writing on."""
    if numbers(said.text) or not said.text.strip():
        return scene.ask(progress, again=True, first=(scene.dialog.fixed.not_listed,))
    progress = replace(story.keep(progress, said), aside=None)
    again = progress.at == scene.dialog.places.again
    progress = arrive(scene.dialog, progress, scene.dialog.places.again)
    return scene.ask(progress, again=again)
