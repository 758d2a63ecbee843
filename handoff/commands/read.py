"""`!read 47`: read a colleague's case as its second reader."""

from dialogs.model import MessageId
from handoff.actions import Decision
from handoff.commands.base import Command, Order, Where
from handoff.roster import Role
from handoff.second import reads


def _run(order: Order) -> Decision:
    return reads(order.case, order.staff)


COMMAND = Command(
    "read",
    frozenset({Where.DESK}),
    MessageId("command-read"),
    roles=frozenset({Role.SECOND_READER}),
    run=_run,
)
