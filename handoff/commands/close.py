"""`!close`: end the case; `!close anyway` also when an answer was not read yet."""

from dialogs.model import MessageId
from handoff.actions import Decision
from handoff.commands.base import Command, Order, Where
from handoff.desk import close


def _run(order: Order) -> Decision:
    return close(order.case, order.staff, order.moment, order.guide, anyway="anyway" in order.words)


COMMAND = Command(
    "close",
    frozenset({Where.CASE}),
    MessageId("command-close"),
    words=frozenset({"anyway"}),
    run=_run,
)
