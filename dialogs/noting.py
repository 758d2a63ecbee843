"""Storing an answer in a reporter's progress, and taking an earlier one out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dialogs.definition import Choice, Option, Question, split
from dialogs.model import OptionId, Phase, Progress, QuestionId

Answers = Mapping[QuestionId, tuple[OptionId, ...]]


def note(progress: Progress, question: Question, options: tuple[Option, ...]) -> Progress:
    """Store an answer; flags of the earlier answer to the same question go with it."""
    if progress.aside is not None or progress.phase is not Phase.INTAKE:
        return progress
    progress = forget(progress, question)
    answers = dict(progress.answers)
    if question.title is not None:
        answers[question.id] = tuple(option.id for option in options)
    for cleared in (one for option in options for one in option.clears):
        answers.pop(cleared, None)
    also = [option.also for option in options if option.also is not None]
    flags = frozenset(flag for option in options for flag in option.flags)
    return replace(progress, answers=answered(answers, also), flags=progress.flags | flags)


def answered(answers: Answers, choices: Iterable[Choice]) -> Answers:
    """The answers with these choices made."""
    chosen = {question: (option,) for question, option in map(split, choices)}
    return {**answers, **chosen}


def forget(progress: Progress, question: Question) -> Progress:
    """Take out the answer to a question and what it brought."""
    given = progress.answers.get(question.id, ())
    chosen = [question.by_option[one] for one in given if one in question.by_option]
    old = frozenset(flag for option in chosen for flag in option.flags)
    answers = {key: value for key, value in progress.answers.items() if key != question.id}
    remarks = {key: value for key, value in progress.remarks.items() if key != question.id}
    return replace(progress, answers=answers, remarks=remarks, flags=progress.flags - old)
