"""Reading a message as an answer to the open question: by number, label or own words."""

from dialogs.choosing import choose, choose_language, go_on, skip
from dialogs.coding import keep_word
from dialogs.definition import Kind, Option
from dialogs.model import Language, Progress, Said, Turn
from dialogs.scene import Scene
from dialogs.words import LONGEST_ANSWER, Step, is_step, named, numbers


def answer(scene: Scene, progress: Progress, said: Said) -> Turn | None:
    """The turn that an answer makes; None when the message is no answer."""
    question = scene.question(progress)
    if question.kind is Kind.LANGUAGE:
        language = chosen_language(scene, progress, said.text)
        return None if language is None else choose_language(scene, progress, language)
    options = chosen_options(scene, progress, said.text)
    if options:
        return choose(scene, progress, options)
    if question.kind is Kind.WORD:
        return keep_word(scene, progress, said)
    words = scene.words(progress)
    if question.kind is Kind.STORY and is_step(said.text, Step.DONE, words):
        return go_on(scene, progress, question) if progress.story else skip(scene, progress)
    if is_step(said.text, Step.UNKNOWN, words) and question.kind is not Kind.STORY:
        return skip(scene, progress)
    return None


def chosen_language(scene: Scene, progress: Progress, text: str) -> Language | None:
    """A language by its number in the list or by one of its names."""
    given = numbers(text) if progress.at is not None else ()
    if len(given) == 1 and 1 <= given[0] <= len(scene.languages):
        return scene.languages[given[0] - 1]
    return named_language(scene, text)


def named_language(scene: Scene, text: str) -> Language | None:
    """A language by one of its names."""
    if len(text) > LONGEST_ANSWER:
        return None
    for language, lexicon in scene.lexicons.items():
        if lexicon.fold(text) in lexicon.names:
            return language
    return None


def chosen_options(scene: Scene, progress: Progress, text: str) -> tuple[Option, ...]:
    """The options a message names; () when it is something else."""
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
