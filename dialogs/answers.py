"""Reading a message as an answer to the open question, and doing what the answer says."""

from dataclasses import replace

from dialogs import leaving
from dialogs.definition import Effect, Kind, Option, Question, split
from dialogs.model import (
    Action,
    Count,
    Language,
    OptionId,
    Phase,
    Progress,
    QuestionId,
    Said,
    Submit,
    Turn,
)
from dialogs.place import arrive, change_one, move, take_up
from dialogs.report import is_fast
from dialogs.saying import say
from dialogs.scene import Scene
from dialogs.story import hide_numbers
from dialogs.words import Step as Word
from dialogs.words import is_step, named, numbers


def chosen_language(scene: Scene, progress: Progress, text: str) -> Language | None:
    """A language by its number in the list or by one of its names."""
    asked = scene.question(progress).kind is Kind.LANGUAGE and progress.at is not None
    given = numbers(text)
    if asked and len(given) == 1 and 1 <= given[0] <= len(scene.languages):
        return scene.languages[given[0] - 1]
    for language, lexicon in scene.lexicons.items():
        if lexicon.fold(text) in lexicon.names:
            return language
    return None


def chosen_options(scene: Scene, progress: Progress, text: str) -> tuple[Option, ...]:
    """The options a message names: by number, label or own words; () when it is something else."""
    question = scene.question(progress)
    words = scene.words(progress)
    shown = [option for option in question.options if not option.hidden]
    by_word = [option for option in shown if named(text, option.label, words)]
    if by_word:
        return (by_word[0],)
    given = tuple(dict.fromkeys(numbers(text, words)))
    if not given or not all(1 <= number <= len(shown) for number in given):
        return ()
    if len(given) > 1 and question.kind is not Kind.SEVERAL:
        return ()
    return tuple(shown[number - 1] for number in given)


def answer(scene: Scene, progress: Progress, said: Said) -> Turn | None:
    """The turn that an answer makes; None when the message is no answer."""
    question = scene.question(progress)
    if question.kind is Kind.LANGUAGE:
        language = chosen_language(scene, progress, said.text)
        return None if language is None else choose_language(scene, progress, language)
    options = chosen_options(scene, progress, said.text)
    if options:
        return choose(scene, progress, options)
    words = scene.words(progress)
    if question.kind is Kind.STORY and is_step(said.text, Word.DONE, words):
        return skip(scene, progress) if not progress.story else go_on(scene, progress, question)
    if question.options and is_step(said.text, Word.UNKNOWN, words):
        return skip(scene, progress)
    return None


def choose_language(scene: Scene, progress: Progress, language: Language) -> Turn:
    progress = replace(progress, language=language)
    if progress.aside is not None:
        return scene.ask(take_up(scene.dialog, progress))
    return go_on(scene, progress, scene.question(progress))


def go_on(scene: Scene, progress: Progress, question: Question) -> Turn:
    target = question.then if question.then is not None else question.id
    return scene.ask(move(scene.dialog, progress, target))


def skip(scene: Scene, progress: Progress) -> Turn:
    """Pass the open question by; the least that can be kept is what counts."""
    question = scene.question(progress)
    if question.skip_as is not None:
        return choose(scene, progress, (question.by_option[question.skip_as],))
    if question.skip_says:
        return scene.ask(progress, say(progress, *question.skip_says), again=True)
    if question.kind is Kind.LANGUAGE:
        return scene.ask(progress, again=True)
    progress = _forget_answer(progress, question)
    target = question.skip_to or question.then or question.id
    return scene.ask(move(scene.dialog, progress, target))


def choose(scene: Scene, progress: Progress, options: tuple[Option, ...]) -> Turn:
    """Note the answer, show what belongs to it, and go where it leads."""
    question = scene.question(progress)
    noted = _note(scene, progress, question, options)
    said: list[Action] = [Count(one.count) for one in options if one.count is not None]
    says = [line for one in options for line in one.says]
    if says:
        said.append(say(noted, *says))
    noted, cards = scene.cards(noted, _cards(scene, noted, options))
    said += cards
    effect = options[0].effect
    if effect is not None:
        return _effects(scene, progress, noted, effect, tuple(said))
    first = options[0]
    target = first.go or question.then or question.id
    if first.come_back is not None:
        return scene.ask(change_one(scene.dialog, noted, target, first.come_back), *said)
    if target == question.id:
        return scene.ask(noted, *said, again=True)
    return scene.ask(move(scene.dialog, noted, target), *said)


def _effects(
    scene: Scene, before: Progress, noted: Progress, effect: Effect, said: tuple[Action, ...]
) -> Turn:
    dialog = scene.dialog
    if effect is Effect.SUBMIT:
        sent = replace(noted, trail=(), returning_to=None, aside=None)
        sent = arrive(dialog, sent, dialog.places.waiting)
        fast = is_fast(dialog, sent)
        return scene.ask(sent, *said, Submit(fast), Count("sent"))
    if effect is Effect.STOP:
        return leaving.stop(scene, before)
    if effect is Effect.ERASE:
        return leaving.erase(scene, before)
    if effect is Effect.END:
        return leaving.end(scene, before, *said)
    if effect is Effect.DROP:
        kept = Progress(language=noted.language)
        said = (*said, Count("information_only"))
        return scene.ask(arrive(dialog, kept, dialog.places.information), *said)
    if effect is Effect.HUMAN:
        return ask_for_human(scene, before)
    if effect is Effect.MENU:
        home = dialog.places.menu if noted.aside is not None else dialog.places.information
        return scene.ask(arrive(dialog, noted, home), *said)
    if effect is Effect.HIDE:
        noted = hide_numbers(noted)
    return scene.ask(take_up(dialog, noted), *said, again=True)


def ask_for_human(scene: Scene, progress: Progress) -> Turn:
    """A request for a person; where nothing may be kept it means: talk, and erase right after."""
    places = scene.dialog.places
    if progress.phase is Phase.INFORMATION:
        progress = replace(
            progress,
            phase=Phase.INTAKE,
            answers=_answer_map(progress, places.erase_after, places.talk_now),
        )
        return scene.ask(move(scene.dialog, replace(progress, trail=()), places.after_human))
    if progress.phase is Phase.FEEDBACK:
        progress = replace(progress, phase=Phase.INTAKE)
    if progress.aside is not None:
        progress = take_up(scene.dialog, progress)
    progress = replace(progress, returning_to=None)
    if progress.at == places.human:
        return choose(scene, progress, (_option(scene, places.talk_now),))
    return scene.ask(move(scene.dialog, progress, places.human))


def _answer_map(progress: Progress, *choices: str) -> dict[QuestionId, tuple[OptionId, ...]]:
    answers = dict(progress.answers)
    for one in choices:
        question, option = split(one)
        answers[question] = (option,)
    return answers


def _option(scene: Scene, choice: str) -> Option:
    question, option = split(choice)
    return scene.dialog.at(question).by_option[option]


def _cards(scene: Scene, progress: Progress, options: tuple[Option, ...]) -> list[str]:
    shown = [card for one in options for card in one.cards]
    for one in options:
        if one.shows is not None:
            question = scene.dialog.at(one.shows)
            for given in progress.answers.get(one.shows, ()):
                shown += question.by_option[given].related
    return shown


def _note(
    scene: Scene, progress: Progress, question: Question, options: tuple[Option, ...]
) -> Progress:
    """Store an answer; flags of the earlier answer to the same question go with it."""
    if progress.aside is not None or progress.phase is not Phase.INTAKE:
        return progress
    progress = _forget_answer(progress, question)
    answers = dict(progress.answers)
    if question.title is not None:
        answers[question.id] = tuple(option.id for option in options)
    for option in options:
        if option.also is not None:
            other, its = split(option.also)
            answers[other] = (its,)
        for cleared in option.clears:
            answers.pop(cleared, None)
    flags = frozenset(flag for option in options for flag in option.flags)
    return replace(progress, answers=answers, flags=progress.flags | flags)


def _forget_answer(progress: Progress, question: Question) -> Progress:
    given = progress.answers.get(question.id, ())
    old = frozenset(
        flag for one in given if one in question.by_option for flag in question.by_option[one].flags
    )
    answers = {key: value for key, value in progress.answers.items() if key != question.id}
    remarks = {key: value for key, value in progress.remarks.items() if key != question.id}
    return replace(progress, answers=answers, remarks=remarks, flags=progress.flags - old)
