"""Every name a definition uses, and the names among them that lead to nothing."""

from collections.abc import Iterator

from dialogs.definition import Choice, Dialog, Option, Question, split
from dialogs.model import QuestionId


def strays(dialog: Dialog) -> Iterator[str]:
    """Names of questions, answers and cards that do not exist."""
    for where, target in _questions(dialog):
        if target not in dialog.by_id:
            yield f"{where} names a question {target} that does not exist."
    for where, choice in _choices(dialog):
        asked, chosen = split(choice)
        if asked not in dialog.by_id or chosen not in dialog.at(asked).by_option:
            yield f"{where} names an answer {choice} that does not exist."
    for where, card in _cards(dialog):
        if card not in dialog.cards:
            yield f"{where} names a card {card} that does not exist."


def options(dialog: Dialog) -> Iterator[tuple[Question, Option]]:
    for question in dialog.questions:
        for option in question.options:
            yield question, option


def _questions(dialog: Dialog) -> Iterator[tuple[str, QuestionId]]:
    yield "start", dialog.start
    for role, value in dict(dialog.places).items():
        if role not in ("danger", "erase_after", "talk_now"):
            yield f"places.{role}", value
    reported = dialog.reported
    asked = (reported.role, reported.consent, reported.answer, reported.listener)
    for one in (*asked, *reported.wish):
        yield "reported", one
    for question in dialog.questions:
        ways = (question.then, question.skip_to)
        yield from ((question.id, way) for way in ways if way is not None)
    for question, option in options(dialog):
        targets = (option.go, option.come_back, option.shows, *option.clears)
        yield from ((f"{question.id}.{option.id}", one) for one in targets if one is not None)


def _choices(dialog: Dialog) -> Iterator[tuple[str, Choice]]:
    yield "places.erase_after", dialog.places.erase_after
    yield "places.talk_now", dialog.places.talk_now
    yield "reported.no_wish", dialog.reported.no_wish
    yield from (("reported.fast", one) for one in dialog.reported.fast)
    for question in dialog.questions:
        yield from ((question.id, one) for one in (*question.when, *question.unless))
        if question.skip_as is not None:
            yield question.id, f"{question.id}.{question.skip_as}"
    for question, option in options(dialog):
        if option.also is not None:
            yield f"{question.id}.{option.id}", option.also


def _cards(dialog: Dialog) -> Iterator[tuple[str, str]]:
    yield "places.danger", dialog.places.danger
    for question, option in options(dialog):
        for card in (*option.cards, *option.related):
            yield f"{question.id}.{option.id}", card
