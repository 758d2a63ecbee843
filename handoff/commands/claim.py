"""`!claim 47`: take a waiting case into a fresh room."""

from dialogs.model import MessageId
from handoff.actions import Decision
from handoff.commands.base import Command, Order, Where
from handoff.desk import claim


def _run(order: Order) -> Decision:
    return claim(order.case, order.staff, order.moment)


COMMAND = Command("claim", frozenset({Where.DESK}), MessageId("command-claim"), run=_run)
