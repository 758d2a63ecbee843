"""`!show`: the cards of the dialog; `!show danger` shows the reporter one."""

from dataclasses import replace

from dialogs.model import Line, MessageId
from handoff.actions import Decision, PostToCase
from handoff.casefile import flagged
from handoff.commands.base import Command, Order, Where
from handoff.model import Glimpse, Stage
from handoff.sending import reply, send


def _run(order: Order) -> Decision:
    case, guide = order.case, order.guide
    if not order.text:
        cards = ((one, guide.dialog.cards[one]) for one in guide.cards)
        rows = (Glimpse(f"!show {name}", Line(card.lines[0])) for name, card in cards)
        return Decision(case, (PostToCase((Line(MessageId("show-list")), *rows)),))
    if order.staff != case.claimant:
        return reply(case, "case-not-yours")
    if order.text not in guide.cards:
        return reply(case, "show-unknown")
    if case.stage is not Stage.LIVE:
        return reply(case, "show-not-now")
    return _shown(order)


def _shown(order: Order) -> Decision:
    """Its flags go to the case first: who turns out to be young reads the card for the young."""
    case = order.case
    steer = order.guide.show_card(case.progress, order.text)
    new = flagged(steer.progress.flags - case.progress.flags)
    lines = tuple(line for say in steer.says for line in say.lines)
    known = replace(case, progress=steer.progress)
    return send(known, order.ref, lines, order.moment, order.guide, *new)


COMMAND = Command(
    "show", frozenset({Where.CASE}), MessageId("command-show"), takes_text=True, run=_run
)
