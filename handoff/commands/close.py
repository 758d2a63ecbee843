"""`!close`: end the case; `!close anyway` also when an answer was not read yet."""

from dataclasses import replace

from dialogs.model import MessageId
from handoff.actions import Decision, PostToCase, PostToDesk
from handoff.commands.base import Command, Order, Where
from handoff.desk import close, line
from handoff.model import Stage
from handoff.second import lacks_reader


def _run(order: Order) -> Decision:
    own = order.staff == order.case.claimant
    lacking = own and lacks_reader(order.case, order.staffing)
    if lacking and "alone" not in order.words:
        return Decision(order.case, (PostToCase((line("life-close-second"),)),))
    anyway = "anyway" in order.words
    closed = close(order.case, order.staff, order.moment, order.guide, anyway=anyway)
    ended = closed.case is None or closed.case.stage is Stage.CLOSED
    if lacking and ended:
        told = PostToDesk((line("life-closed-alone", alias=order.case.alias),))
        return replace(closed, actions=(*closed.actions, told))
    return closed


COMMAND = Command(
    "close",
    frozenset({Where.CASE}),
    MessageId("command-close"),
    words=frozenset({"anyway", "alone"}),
    run=_run,
)
