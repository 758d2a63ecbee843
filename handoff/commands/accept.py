"""`!accept`: take the case as genuine."""

from dialogs.model import MessageId
from handoff.actions import Decision, PostToCase
from handoff.commands.base import Command, Order, Where
from handoff.desk import line
from handoff.judging import judged
from handoff.model import Judgement


def _run(order: Order) -> Decision:
    if order.staff != order.case.claimant:
        return Decision(order.case, (PostToCase((line("case-not-yours"),)),))
    return judged(order.case, Judgement.ACCEPTED)


COMMAND = Command("accept", frozenset({Where.CASE}), MessageId("command-accept"), run=_run)
