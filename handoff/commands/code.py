"""`!code`: how a case is coded before it is closed; nothing of it reaches the reporter."""

from dialogs.model import Line, MessageId
from handoff.actions import Decision, PostToCase
from handoff.commands.base import Command, Order, Where
from handoff.model import Block
from handoff.picture.codebook import HELP
from handoff.picture.coding import to_be_coded
from handoff.picture.form import form, help_with, summary
from handoff.picture.prefill import from_answers
from handoff.picture.typed import Changed, Typed, changed, read
from handoff.roster import Role


def _run(order: Order) -> Decision:
    first, *rest = order.text.casefold().split() or [""]
    if first == HELP:
        return _shown(order, _help(order, " ".join(rest)))
    if not to_be_coded(order.case):
        message = "coding-set-aside" if order.case.countable else "coding-not-counted"
        return _shown(order, (Line(MessageId(message)),))
    if not first:
        return _shown(order, _form(order))
    if order.staff != order.case.claimant:
        return _shown(order, (Line(MessageId("case-not-yours")),))
    return _changed(order)


def _form(order: Order) -> tuple[Block, ...]:
    book, progress = order.guide.codebook, order.case.progress
    prefill = from_answers(book, order.guide.dialog, progress)
    return form(order.case, book, prefill, order.moment.now.date())


def _help(order: Order, word: str) -> tuple[Block, ...]:
    found = help_with(word, order.guide.codebook, order.moment.now.date())
    if found is not None:
        return found
    return (Line(MessageId("coding-help-unknown")),)


def _changed(order: Order) -> Decision:
    book, day = order.guide.codebook, order.moment.now.date()
    typed = read(order.text, book, day)
    done = changed(order.case, typed, book, day) if isinstance(typed, Typed) else typed
    if not isinstance(done, Changed):
        return _shown(order, (*done, Line(MessageId("coding-nothing-done"))))
    told = PostToCase(summary(order.case, done, book, day))
    return Decision(done.case, (told,))


def _shown(order: Order, blocks: tuple[Block, ...]) -> Decision:
    return Decision(order.case, (PostToCase(blocks),))


COMMAND = Command(
    "code",
    frozenset({Where.CASE}),
    MessageId("command-code"),
    takes_text=True,
    roles=frozenset({Role.LISTENER, Role.SECOND_READER, Role.SUPERVISOR}),
    run=_run,
)
