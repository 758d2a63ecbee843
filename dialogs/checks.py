"""What must hold before a dialog is used: no dead end, nothing unreachable, nothing that strays."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dialogs.definition import CardUse, Dialog, Effect, Kind, Question
from dialogs.model import Command, MessageId, QuestionId
from dialogs.names import options, strays
from dialogs.words import Step

MOST_CHOICES = 6
MOST_CHOICES_SEVERAL = 9
_LEAVES = (Effect.SUBMIT, Effect.ERASE, Effect.STOP, Effect.DROP, Effect.HUMAN, Effect.END)
_RETURNS = (Effect.RESUME, Effect.HIDE, Effect.MENU, Effect.NO_CODE)


def problems(dialog: Dialog) -> tuple[str, ...]:
    """Everything wrong with a definition, each in a sentence for the person who wrote it."""
    found = [*_doubles(dialog), *strays(dialog)]
    if found:
        return tuple(found)
    return (
        *_dead_ends(dialog),
        *_unreachable(dialog),
        *_endless_passing(dialog),
        *_too_many_choices(dialog),
        *_unused_cards(dialog),
    )


def message_ids(dialog: Dialog) -> tuple[MessageId, ...]:
    """Every message the definition needs, in its order, so that the catalogues can be checked."""
    ids: list[MessageId] = []
    for question in dialog.questions:
        ids += [one for one in (question.title,) if one is not None]
        ids += [*question.before, *question.lines, *question.again, *question.begun]
        ids += question.translated
        ids += [line for lines in question.service.values() for line in lines]
        ids += question.skip_says
        for option in question.options:
            ids += [option.label, *option.says]
    ids += [line for card in dialog.all_cards for line in (*card.lines, *card.alone)]
    for value in (*dict(dialog.fixed).values(), *dict(dialog.code).values()):
        ids += (MessageId(value),) if isinstance(value, str) else value
    ids += [MessageId(f"word-{one.value}") for one in Command]
    ids += [MessageId(f"step-{one.value}") for one in Step]
    return tuple(dict.fromkeys(ids))


def counters(dialog: Dialog) -> tuple[str, ...]:
    """Every anonymous counter the dialog may add to."""
    own = [option.count for question in dialog.questions for option in question.options]
    return ("sent", "erased", "information_only", *(one for one in own if one is not None))


def leads_to(question: Question) -> tuple[QuestionId, ...]:
    """The questions that may come next."""
    ways = [question.then, question.skip_to, *(option.go for option in question.options)]
    return tuple(dict.fromkeys(way for way in ways if way is not None))


def _doubles(dialog: Dialog) -> Iterator[str]:
    yield from _twice("question", (question.id for question in dialog.questions))
    yield from _twice("card", (card.id for card in dialog.all_cards))
    yield from _twice("question about passing on to", _passing(dialog))
    for question in dialog.questions:
        yield from _twice(f"option of {question.id}", (one.id for one in question.options))
        shown = (one.label for one in question.options if not one.hidden)
        yield from _twice(f"label of {question.id}", shown)


def _passing(dialog: Dialog) -> Iterator[str]:
    return (one.pass_to for one in dialog.questions if one.pass_to is not None)


def _twice(what: str, ids: Iterable[str]) -> Iterator[str]:
    for one, times in Counter(ids).items():
        if times > 1:
            yield f"The {what} {one} stands there {times} times."


def _dead_ends(dialog: Dialog) -> Iterator[str]:
    """Every question has a way on, skipping included; only a person listening needs none."""
    for question in dialog.questions:
        if question.kind is Kind.LISTEN:
            continue
        skipped = question.skip_as or question.skip_to or question.then or question.skip_says
        if not skipped:
            yield f"The question {question.id} cannot be skipped."
        for option in question.options:
            if option.effect is None and option.go is None and question.then is None:
                yield f"The answer {question.id}.{option.id} leads nowhere."
    for question in dialog.questions:
        if question.kind is not Kind.LISTEN and not _gets_out(dialog, question):
            yield f"The question {question.id} is a dead end: nothing after it leaves the dialog."


def _gets_out(dialog: Dialog, start: Question) -> bool:
    for question_id in _reached(dialog, (start.id,)):
        for option in dialog.at(question_id).options:
            if option.effect in (*_LEAVES, *_RETURNS):
                return True
    return False


def _unreachable(dialog: Dialog) -> Iterator[str]:
    reached = _reached(dialog, _entries(dialog))
    for question in dialog.questions:
        if question.id not in reached:
            yield f"The question {question.id} cannot be reached."


def _entries(dialog: Dialog) -> tuple[QuestionId, ...]:
    """The start, and what commands, answers and the desk lead to by a role."""
    places = dialog.places
    roles = (places.menu, places.number, places.information, places.waiting, places.live)
    later = (places.closed, places.again, places.code, places.code_word)
    return (dialog.start, *roles, *later, *dialog.passing.values())


def _reached(dialog: Dialog, starts: Iterable[QuestionId]) -> set[QuestionId]:
    reached: set[QuestionId] = set()
    open_ends = list(starts)
    while open_ends:
        one = open_ends.pop()
        if one not in reached:
            reached.add(one)
            open_ends += leads_to(dialog.at(one))
    return reached


def _endless_passing(dialog: Dialog) -> Iterator[str]:
    """Skipping everything must come to an end, for questions may be passed over unseen."""
    for question in dialog.questions:
        seen: set[QuestionId] = set()
        at: QuestionId | None = question.id
        while at is not None and at not in seen:
            seen.add(at)
            at = dialog.at(at).then
        if at is not None:
            yield f"Going on from {question.id} comes back to {at} for ever."


def _too_many_choices(dialog: Dialog) -> Iterator[str]:
    for question in dialog.questions:
        several = question.kind is Kind.SEVERAL
        most = MOST_CHOICES_SEVERAL if several else MOST_CHOICES
        if len([one for one in question.options if not one.hidden]) > most:
            yield f"The question {question.id} has more than {most} choices."


def _unused_cards(dialog: Dialog) -> Iterator[str]:
    """A card for reporters is reachable by a choice."""
    used = {card for _, option in options(dialog) for card in (*option.cards, *option.related)}
    for card in dialog.all_cards:
        if card.use is CardUse.OFFER and card.id not in used:
            yield f"The card {card.id} cannot be reached by any choice."
