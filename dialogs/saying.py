"""What is said: a question, a card, the summary; as message ids, never as text."""

from collections.abc import Iterable
from dataclasses import replace

from dialogs.definition import Dialog, Kind, Question
from dialogs.model import Action, Flag, Language, Line, MessageId, Phase, Progress, Say
from dialogs.report import answered, is_fast
from dialogs.service import UNKNOWN, Availability, Service

EXCERPT = 200
AUTONYM = "autonym-"
"""A choice `autonym-xx` is the own name of language xx, not a message of a catalogue."""


def lines(ids: Iterable[MessageId]) -> tuple[Line, ...]:
    return tuple(Line(one) for one in ids)


def say(progress: Progress, *ids: MessageId) -> Say:
    """One chat message of plain paragraphs."""
    return spoken(progress, lines(ids))


def spoken(
    progress: Progress,
    paragraphs: tuple[Line, ...],
    choices: tuple[MessageId, ...] = (),
) -> Say:
    """One chat message in the reporter's language, addressed as fits the reporter."""
    return Say(paragraphs, choices, progress.language, young=Flag.MINOR in progress.flags)


def put(
    dialog: Dialog,
    progress: Progress,
    languages: Iterable[Language] = (),
    availability: Availability = UNKNOWN,
    *,
    again: bool = False,
    first: tuple[MessageId, ...] = (),
) -> tuple[Action, ...]:
    """The open question; `again` in its short form, `first` with a line before it."""
    question = dialog.at(progress.at if progress.at is not None else dialog.start)
    shown = [*lines(first)]
    if question.shows_summary and not again:
        shown += summary(dialog, progress)
    if question.number is not None:
        shown.append(_step(dialog, question))
    shown += _wording(dialog, question, progress, availability, again=again)
    asked = spoken(progress, tuple(shown), _choices(question, languages))
    if question.kind is Kind.LANGUAGE:
        # Readable also to someone who was given the wrong language.
        asked = replace(asked, language=None)
    if question.before and not again:
        return (say(progress, *question.before), asked)
    return (asked,)


def card(dialog: Dialog, progress: Progress, card_id: str) -> Say:
    shown = dialog.cards[card_id]
    return say(progress, *shown.lines, *(() if progress.phase is Phase.LIVE else shown.alone))


def summary(dialog: Dialog, progress: Progress) -> tuple[Line, ...]:
    """What is held now; nothing of it when someone may be looking."""
    fixed = dialog.fixed
    if Flag.DEVICE_DOUBT in progress.flags:
        return (Line(fixed.summary_hidden),)
    shown = [Line(fixed.summary)]
    for one in answered(dialog, progress):
        if one.options:
            shown.append(
                Line(fixed.summary_item, refs={"title": (one.question,), "answers": one.options})
            )
        if one.remark is not None:
            args = {"remark": _excerpt(one.remark)}
            shown.append(Line(fixed.summary_remark, args, {"title": (one.question,)}))
    shown.append(_story(dialog, progress))
    return (*shown, Line(fixed.summary_not_shown))


def _story(dialog: Dialog, progress: Progress) -> Line:
    if not progress.story:
        return Line(dialog.fixed.summary_none)
    text = " ".join(part.text for part in progress.story)
    return Line(dialog.fixed.summary_story, {"story": _excerpt(text)})


def _excerpt(text: str) -> str:
    flat = " ".join(text[: EXCERPT * 4].split())
    return flat if len(flat) <= EXCERPT else flat[:EXCERPT].rstrip() + "…"


def _step(dialog: Dialog, question: Question) -> Line:
    return Line(dialog.fixed.progress, {"number": str(question.number), "of": str(question.of)})


def _wording(
    dialog: Dialog,
    question: Question,
    progress: Progress,
    availability: Availability,
    *,
    again: bool,
) -> tuple[Line, ...]:
    if again and question.again:
        return lines(question.again)
    if question.begun and progress.story:
        return lines(question.begun)
    if question.translated and progress.translated:
        return lines(question.translated)
    served = question.service.get(_service(dialog, question, progress, availability))
    return _told(served, availability) if served else lines(question.lines)


def _service(
    dialog: Dialog, question: Question, progress: Progress, availability: Availability
) -> Service:
    """Nobody hurries to who left a message: they hear only by when it is read."""
    live = availability.service is Service.LIVE
    if live and question.id == dialog.places.waiting and not is_fast(dialog, progress):
        return Service.MESSAGES
    return availability.service


def _told(ids: tuple[MessageId, ...], availability: Availability) -> tuple[Line, ...]:
    low, high = availability.minutes
    args = {"low": str(low), "high": str(high), "time": availability.read_at}
    days = (MessageId(f"day-{availability.read_on}"),) if availability.read_on else ()
    return tuple(Line(one, args, {"day": days}) for one in ids)


def _choices(question: Question, languages: Iterable[Language]) -> tuple[MessageId, ...]:
    if question.kind is Kind.LANGUAGE:
        return tuple(MessageId(AUTONYM + language) for language in languages)
    return tuple(option.label for option in question.options if not option.hidden)
