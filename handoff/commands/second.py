"""`!second`: ask the desk for a second reader."""

from dialogs.model import MessageId
from handoff.actions import Decision, PostToCase
from handoff.commands.base import Command, Order, Where
from handoff.desk import line
from handoff.model import Stage
from handoff.second import asked


def _run(order: Order) -> Decision:
    if order.staff != order.case.claimant or order.case.stage is not Stage.LIVE:
        return Decision(order.case, (PostToCase((line("case-not-yours"),)),))
    return asked(order.case)


COMMAND = Command("second", frozenset({Where.CASE}), MessageId("command-second"), run=_run)
