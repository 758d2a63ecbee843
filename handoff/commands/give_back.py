"""`!back`: hand a claimed case back to the queue."""

from dialogs.model import MessageId
from handoff.actions import Decision
from handoff.commands.base import Command, Order, Where
from handoff.desk import hand_back


def _run(order: Order) -> Decision:
    return hand_back(order.case, order.staff, order.moment, order.guide)


COMMAND = Command(
    "back", frozenset({Where.DESK, Where.CASE}), MessageId("command-back"), ends_talk=True, run=_run
)
