"""`!take 47 REASON`: a supervisor takes a case over; the desk sees that, and why."""

from dataclasses import replace

from dialogs.model import MessageId
from handoff.actions import Decision, PostToDesk
from handoff.commands.base import Command, Order, Where
from handoff.desk import claim, line, released
from handoff.roster import Role
from handoff.stages import Trigger, may


def _run(order: Order) -> Decision:
    case, reason = order.case, " ".join(order.text.split())
    own = order.staff == case.claimant or order.staff in case.barred
    if own or not may(case.stage, Trigger.RETURN):
        return Decision(case, (PostToDesk((line("life-take-not", alias=case.alias),)),))
    if not reason:
        return Decision(case, (PostToDesk((line("life-take-why"),)),))
    words = line("life-taken", alias=case.alias, staff=order.staff, reason=reason)
    waiting, told = released(case, order.moment, order.guide)
    taken = claim(waiting, order.staff, order.moment)
    return replace(taken, actions=(PostToDesk((words,)), *told, *taken.actions))


COMMAND = Command(
    "take",
    frozenset({Where.DESK}),
    MessageId("command-take"),
    takes_text=True,
    roles=frozenset({Role.SUPERVISOR}),
    run=_run,
)
