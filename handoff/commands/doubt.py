"""`!hold same` and `!aside topic`: doubt a case, or set it aside, with a reason of the list."""

from functools import partial

from dialogs.model import MessageId
from handoff.actions import Decision, PostToCase
from handoff.commands.base import Command, Order, Where
from handoff.desk import line
from handoff.judging import Doubt, judged
from handoff.model import Judgement

DOUBTS = {doubt.value: doubt for doubt in Doubt}


def _run(judgement: Judgement, order: Order) -> Decision:
    if order.staff != order.case.claimant:
        return Decision(order.case, (PostToCase((line("case-not-yours"),)),))
    doubt = DOUBTS.get(order.text.strip())
    if doubt is None:
        return Decision(order.case, (PostToCase((line("life-doubts"),)),))
    return judged(order.case, judgement, doubt)


HOLD = Command(
    "hold",
    frozenset({Where.CASE}),
    MessageId("command-hold"),
    takes_text=True,
    run=partial(_run, Judgement.HELD),
)
ASIDE = Command(
    "aside",
    frozenset({Where.CASE}),
    MessageId("command-aside"),
    takes_text=True,
    run=partial(_run, Judgement.SET_ASIDE),
)
