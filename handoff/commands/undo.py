"""`!undo`: nothing goes of what the room was just shown in translation."""

from dialogs.model import MessageId
from handoff.actions import Decision, PostToCase
from handoff.commands.base import Command, Order, Where
from handoff.desk import line
from handoff.interpreting import stopped


def _run(order: Order) -> Decision:
    if order.staff != order.case.claimant:
        return Decision(order.case, (PostToCase((line("case-not-yours"),)),))
    return stopped(order.case)


COMMAND = Command("undo", frozenset({Where.CASE}), MessageId("command-undo"), run=_run)
