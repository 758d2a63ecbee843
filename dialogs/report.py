"""What the desk is told about a case: the reporter's answers, freed from the dialog's machinery."""

from dataclasses import dataclass
from enum import Enum

from dialogs.definition import Choice, Dialog, Question, split
from dialogs.hushed import Hushed
from dialogs.model import (
    Flag,
    Language,
    MessageId,
    OptionId,
    Progress,
    QuestionId,
    StoryPart,
    TextRef,
)


class Consent(Enum):
    """What the reporter allows beyond the talk itself."""

    YES = "yes"
    TALK = "talk"
    TALK_ERASE = "talk_erase"


class AnswerChoice(Enum):
    """When the line may write to the reporter."""

    HERE = "here"
    WHEN_WRITING = "when_writing"


@dataclass(frozen=True, repr=False)
class Answered(Hushed):
    """One answered question."""

    question: MessageId
    options: tuple[MessageId, ...]
    remark: str | None
    ref: TextRef | None = None
    """The message the remark was."""


@dataclass(frozen=True, repr=False)
class Report(Hushed):
    """Everything the desk shows of a case; option and question texts are message ids."""

    language: Language | None
    role: MessageId | None
    wish: MessageId | None
    listener: tuple[MessageId, ...]
    """What they wish of the person who listens; empty without a wish."""
    consent: Consent
    answer_choice: AnswerChoice
    flags: frozenset[Flag]
    story: tuple[StoryPart, ...]
    answers: tuple[Answered, ...]
    fast: bool


def report(dialog: Dialog, progress: Progress) -> Report:
    """Read the report out of a reporter's progress."""
    role = labels(dialog, progress, dialog.reported.role)
    wish = wish_of(dialog, progress)
    return Report(
        language=progress.language,
        role=role[0] if role else None,
        wish=wish[0] if wish else None,
        listener=_listener(dialog, progress),
        consent=consent(dialog, progress),
        answer_choice=answer_choice(dialog, progress),
        flags=progress.flags,
        story=progress.story,
        answers=answered(dialog, progress),
        fast=is_fast(dialog, progress),
    )


def chosen(progress: Progress) -> frozenset[Choice]:
    """Every answer given, written `question.option`."""
    return frozenset(
        f"{question}.{option}" for question, given in progress.answers.items() for option in given
    )


def passed_over(question: Question, progress: Progress) -> bool:
    """True when earlier answers make the question needless."""
    given = chosen(progress)
    missing = bool(question.when) and given.isdisjoint(question.when)
    return missing or not given.isdisjoint(question.unless)


def is_fast(dialog: Dialog, progress: Progress) -> bool:
    """True when the reporter asked for a person now."""
    return any(
        choice in chosen(progress) and not passed_over(dialog.at(split(choice)[0]), progress)
        for choice in dialog.reported.fast
    )


def consent(dialog: Dialog, progress: Progress) -> Consent:
    """No answer means what keeps least and still brings a person: talk, and erase right after."""
    given = _only(progress, dialog.reported.consent)
    known = {choice.value: choice for choice in Consent}
    return known.get(given or "", Consent.TALK_ERASE)


def answer_choice(dialog: Dialog, progress: Progress) -> AnswerChoice:
    """Who wants a person now is answered here; else, without an answer, only when they write."""
    if is_fast(dialog, progress):
        return AnswerChoice.HERE
    given = _only(progress, dialog.reported.answer)
    return AnswerChoice.HERE if given == AnswerChoice.HERE.value else AnswerChoice.WHEN_WRITING


def wish_of(dialog: Dialog, progress: Progress) -> tuple[MessageId, ...]:
    """What the reporter hopes for; an earlier question tells it when the later one was needless."""
    for question_id in dialog.reported.wish:
        if not passed_over(dialog.at(question_id), progress):
            return labels(dialog, progress, question_id)
    return ()


def _listener(dialog: Dialog, progress: Progress) -> tuple[MessageId, ...]:
    question, none = split(dialog.reported.no_wish)
    no_wish = dialog.at(question).by_option[none].label
    given = labels(dialog, progress, dialog.reported.listener)
    return tuple(one for one in given if one != no_wish)


def labels(dialog: Dialog, progress: Progress, question_id: QuestionId) -> tuple[MessageId, ...]:
    """The labels of the options chosen at one question that still counts."""
    question = dialog.at(question_id)
    if passed_over(question, progress):
        return ()
    given = progress.answers.get(question_id, ())
    return tuple(question.by_option[one].label for one in given if one in question.by_option)


def answered(dialog: Dialog, progress: Progress) -> tuple[Answered, ...]:
    """The answers that count, in the order of the dialog; the wish only once."""
    wish = wish_of(dialog, progress)
    found: list[Answered] = []
    for question in dialog.questions:
        options = labels(dialog, progress, question.id)
        if question.id in dialog.reported.wish and options != wish:
            continue
        remark = progress.remarks.get(question.id)
        if question.title is None or passed_over(question, progress):
            continue
        if options or remark is not None:
            text = remark.text if remark is not None else None
            ref = remark.ref if remark is not None else None
            found.append(Answered(question.title, options, text, ref))
    return tuple(found)


def _only(progress: Progress, question_id: QuestionId) -> OptionId | None:
    given = progress.answers.get(question_id, ())
    return given[0] if given else None
