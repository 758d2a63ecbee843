"""`!claim 47`: take a waiting case; with `anyway` also untrained, or in a break."""

from dataclasses import replace

from dialogs.model import Line, MessageId
from handoff.actions import CaseAction, Decision, PostToDesk
from handoff.commands.base import Command, Order, Where
from handoff.commands.limits import too_much
from handoff.desk import claim
from handoff.gate import ANYWAY, may_claim, warned
from handoff.load import taken_on


def _run(order: Order) -> Decision:
    if order.staff in order.case.barred:
        return claim(order.case, order.staff, order.moment)  # no word helps, so none is asked for
    return may_claim(order) or too_much(order) or warned(order, _claimed(order))


def _claimed(order: Order) -> Decision:
    decision = claim(order.case, order.staff, order.moment)
    if decision.case is None or decision.case == order.case:
        return decision  # somebody else has it, or it is not for them
    floor, now = order.staffing.floor, order.moment.now
    until = floor.load(order.staff).rest_until
    said: tuple[CaseAction, ...] = ()
    if until and floor.rests(order.staff, now):
        args = {"until": until.strftime("%H:%M")}
        said = (PostToDesk((Line(MessageId("floor-claimed-anyway"), args),)),)
    return replace(
        decision,
        actions=(*said, *decision.actions),
        floor=taken_on(floor, order.staff, decision.case, now),
    )


COMMAND = Command(
    "claim",
    frozenset({Where.DESK}),
    MessageId("command-claim"),
    words=frozenset({ANYWAY}),
    run=_run,
)
