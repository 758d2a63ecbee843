"""`!agree`: the second reader agrees to how the case is judged and coded."""

from dialogs.model import MessageId
from handoff.actions import Decision
from handoff.commands.base import Command, Order, Where
from handoff.roster import Role
from handoff.second import agrees


def _run(order: Order) -> Decision:
    return agrees(order.case, order.staff)


COMMAND = Command(
    "agree",
    frozenset({Where.CASE}),
    MessageId("command-agree"),
    roles=frozenset({Role.SECOND_READER}),
    run=_run,
)
