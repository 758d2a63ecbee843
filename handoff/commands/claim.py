"""`!claim 47`: take a waiting case into a fresh room; `!claim 47 anyway` without its training."""

from dialogs.model import MessageId
from handoff.actions import Decision
from handoff.commands.base import Command, Order, Where
from handoff.desk import claim
from handoff.gate import ANYWAY, may_claim, warned


def _run(order: Order) -> Decision:
    return may_claim(order) or warned(order, claim(order.case, order.staff, order.moment))


COMMAND = Command(
    "claim",
    frozenset({Where.DESK}),
    MessageId("command-claim"),
    words=frozenset({ANYWAY}),
    run=_run,
)
