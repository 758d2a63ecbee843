"""`!m`: the standing texts; `!m hello` sends one, `!m check TEXT` with words of one's own in it."""

from dialogs.model import Line, MessageId
from handoff.actions import Decision, PostToCase
from handoff.commands.base import Command, Order, Where
from handoff.macros import MACROS, MOST_WORDS, Macro
from handoff.model import Block, Glimpse
from handoff.relay import says_something
from handoff.sending import reply, send

WORDS = "…"
"""Stands in the list where words of one's own come."""


def _run(order: Order) -> Decision:
    name, _, words = order.text.partition(" ")
    if not name:
        return Decision(order.case, (PostToCase(_listed()),))
    if order.staff != order.case.claimant:
        return reply(order.case, "case-not-yours")
    macro = MACROS.get(name)
    fault = _fault(macro, words.strip())
    if macro is None or fault:
        return reply(order.case, fault, example=f"!m {name} {WORDS}", most=str(MOST_WORDS))
    return send(order.case, order.ref, (macro.line(words.strip()),), order.moment, order.guide)


def _fault(macro: Macro | None, words: str) -> str:
    if macro is None:
        return "macro-unknown"
    if macro.fill is None:
        return "macro-stands-alone" if words else ""
    if not says_something(words):
        return "macro-needs-words"
    return "macro-too-long" if len(words) > MOST_WORDS else ""


def _listed() -> tuple[Block, ...]:
    rows = (Glimpse(_typed(macro), macro.line(WORDS)) for macro in MACROS.values())
    return (Line(MessageId("macro-list")), *rows)


def _typed(macro: Macro) -> str:
    return f"!m {macro.name}" + (f" {WORDS}" if macro.fill else "")


COMMAND = Command("m", frozenset({Where.CASE}), MessageId("command-m"), takes_text=True, run=_run)
