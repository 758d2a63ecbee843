"""Doing what an answer says: note it, show what belongs to it, go where it leads."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs import coding, leaving
from dialogs.definition import Choice, Effect, Kind, Option, Question, split
from dialogs.model import Action, Count, Language, Permission, Phase, Progress, Submit, Turn
from dialogs.noting import answered, forget, note
from dialogs.numbers import identifying
from dialogs.place import arrive, change_one, step_aside, take_up
from dialogs.report import is_fast
from dialogs.saying import say
from dialogs.scene import Scene
from dialogs.story import hide_numbers


def choose_language(scene: Scene, progress: Progress, language: Language) -> Turn:
    """Go on in a language; what was written before it was known gets its hint now."""
    progress = replace(progress, language=language)
    if progress.aside is not None:
        return scene.ask(take_up(scene.dialog, progress))
    turn = go_on(scene, progress, scene.question(progress))
    if any(identifying(part.text) for part in progress.story):
        places = scene.dialog.places
        return scene.ask(step_aside(scene.dialog, turn.progress, places.number))
    return turn


def go_on(scene: Scene, progress: Progress, question: Question) -> Turn:
    target = question.then if question.then is not None else question.id
    return scene.go(progress, target)


def skip(scene: Scene, progress: Progress) -> Turn:
    """Pass the open question by; the least that can be kept is what counts."""
    question = scene.question(progress)
    if question.skip_as is not None:
        return choose(scene, progress, (question.by_option[question.skip_as],))
    if question.skip_says:
        return scene.ask(progress, say(progress, *question.skip_says), again=True)
    if question.kind is Kind.LANGUAGE:
        aside = progress.aside is not None and progress.language is not None
        return scene.ask(take_up(scene.dialog, progress) if aside else progress, again=True)
    progress = forget(progress, question)
    return scene.go(progress, question.skip_to or question.then or question.id)


def choose(scene: Scene, progress: Progress, options: tuple[Option, ...]) -> Turn:
    """The turn of an answer."""
    question = scene.question(progress)
    noted = note(progress, question, options)
    said: list[Action] = [Count(one.count) for one in options if one.count is not None]
    if question.pass_to is not None:
        said.append(Permission(question.pass_to, options[0].permits))
    says = [line for one in options for line in one.says]
    if says:
        said.append(say(noted, *says))
    noted, cards = scene.cards(noted, _cards(scene, noted, options))
    said += cards
    first = options[0]
    if first.effect is not None:
        before = progress if first.effect in _UNNOTED else noted
        return _EFFECTS[first.effect](scene, before, tuple(said))
    target = first.go or question.then or question.id
    if first.come_back is not None:
        story = scene.dialog.at(target).kind is Kind.STORY
        changing = change_one(scene.dialog, noted, target, first.come_back)
        return scene.ask(changing, *said, again=story)
    if target == question.id:
        return scene.ask(noted, *said, again=True)
    return scene.go(noted, target, *said)


def ask_for_human(scene: Scene, progress: Progress) -> Turn:
    """A request for a person; where nothing may be kept it means: talk, and erase right after."""
    places = scene.dialog.places
    if progress.phase is Phase.INFORMATION:
        meant = answered(progress.answers, (places.erase_after, places.talk_now))
        asked = replace(progress, phase=Phase.INTAKE, answers=meant, trail=(), aside=None)
        return scene.ask(arrive(scene.dialog, asked, places.after_human))
    if progress.phase is Phase.FEEDBACK:
        asked = replace(progress, phase=Phase.INTAKE, trail=(), aside=None)
        return scene.ask(arrive(scene.dialog, asked, places.human))
    if progress.aside is not None:
        progress = take_up(scene.dialog, progress)
    progress = replace(progress, returning_to=None)
    if progress.at == places.human:
        return choose(scene, progress, (_option(scene, places.talk_now),))
    return scene.go(progress, places.human)


def _option(scene: Scene, choice: Choice) -> Option:
    question, option = split(choice)
    return scene.dialog.at(question).by_option[option]


def _cards(scene: Scene, progress: Progress, options: tuple[Option, ...]) -> list[str]:
    shown = [card for one in options for card in one.cards]
    for question_id in (one.shows for one in options if one.shows is not None):
        question = scene.dialog.at(question_id)
        for given in progress.answers.get(question_id, ()):
            shown += question.by_option[given].related
    return shown


# ---- effects ------------------------------------------------------------------------------------

Said = tuple[Action, ...]


def _submit(scene: Scene, progress: Progress, said: Said) -> Turn:
    sent = replace(progress, trail=(), returning_to=None, aside=None)
    sent = arrive(scene.dialog, sent, scene.dialog.places.waiting)
    turn = scene.ask(sent, *said, Submit(is_fast(scene.dialog, sent)), Count("sent"))
    if sent.coded:
        return turn
    given = coding.give(scene, turn.progress)
    return Turn(given.progress, (*turn.actions, *given.actions))


def _stop(scene: Scene, progress: Progress, said: Said) -> Turn:
    return leaving.stop(scene, progress)


def _erase(scene: Scene, progress: Progress, said: Said) -> Turn:
    return leaving.erase(scene, progress)


def _end(scene: Scene, progress: Progress, said: Said) -> Turn:
    return leaving.end(scene, progress, *said)


def _drop(scene: Scene, progress: Progress, said: Said) -> Turn:
    kept = Progress(language=progress.language)
    at = arrive(scene.dialog, kept, scene.dialog.places.information)
    return scene.ask(at, *said, Count("information_only"))


def _human(scene: Scene, progress: Progress, said: Said) -> Turn:
    return ask_for_human(scene, progress)


def _menu(scene: Scene, progress: Progress, said: Said) -> Turn:
    places = scene.dialog.places
    home = places.information if progress.phase is Phase.INFORMATION else places.menu
    return scene.ask(arrive(scene.dialog, progress, home), *said)


def _resume(scene: Scene, progress: Progress, said: Said) -> Turn:
    taken_up = take_up(scene.dialog, progress)
    again = scene.question(taken_up).kind in (Kind.STORY, Kind.LISTEN)
    return scene.ask(taken_up, *said, again=again)


def _no_code(scene: Scene, progress: Progress, said: Said) -> Turn:
    return coding.refused(scene, progress)


def _hide(scene: Scene, progress: Progress, said: Said) -> Turn:
    return _resume(scene, hide_numbers(progress), said)


_EFFECTS: Mapping[Effect, Callable[[Scene, Progress, Said], Turn]] = {
    Effect.SUBMIT: _submit,
    Effect.STOP: _stop,
    Effect.ERASE: _erase,
    Effect.END: _end,
    Effect.DROP: _drop,
    Effect.HUMAN: _human,
    Effect.MENU: _menu,
    Effect.RESUME: _resume,
    Effect.HIDE: _hide,
    Effect.NO_CODE: _no_code,
}
_UNNOTED = frozenset({Effect.STOP, Effect.ERASE, Effect.END, Effect.HUMAN})
"""Leaving is no answer: the question stays as it was."""
