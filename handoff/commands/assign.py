"""`!assign 47 bram`: a supervisor gives a waiting case to somebody."""

from dialogs.model import MessageId
from handoff.actions import Decision, PostToDesk
from handoff.commands.base import Command, Order, Where
from handoff.desk import line
from handoff.roster import Role
from handoff.stages import Trigger, may
from handoff.transfer import assign


def _run(order: Order) -> Decision:
    case, roster = order.case, order.staffing.roster
    if not may(case.stage, Trigger.CLAIM):
        return Decision(case, (PostToDesk((line("desk-already-claimed", alias=case.alias),)),))
    to = roster.named(order.text.strip())
    if to is None or not roster.may(to, frozenset({Role.LISTENER})) or to in case.barred:
        return Decision(case, (PostToDesk((line("life-nobody-named"),)),))
    return assign(case, to, order.moment)


COMMAND = Command(
    "assign",
    frozenset({Where.DESK}),
    MessageId("command-assign"),
    takes_text=True,
    roles=frozenset({Role.SUPERVISOR}),
    run=_run,
)
