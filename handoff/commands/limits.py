"""When a professional does not take one more case: for their sake, and the reporters'."""

from dialogs.model import Line, MessageId
from handoff.actions import Decision, PostToDesk
from handoff.commands.base import Order
from handoff.load import is_live, waits_for_us
from handoff.model import Case, Stage

MOST = 2
"""Cases whose reporters wait for the same person's words."""


def too_much(order: Order) -> Decision | None:
    """Why they do not take this case now; None when they may."""
    if order.case.stage is not Stage.WAITING:
        return None  # a colleague has it, and that is what they are told
    return _full(order) or _resting(order)


def _full(order: Order) -> Decision | None:
    """One live talk; a second case only beside one of messages; never a third."""
    now = order.moment.now
    mine = [case for case in order.staffing.taken if case.claimant == order.staff]
    live = [case.alias for case in mine if is_live(case, now)]
    if live:
        return _refused(order.case, "floor-one-live", other=live[0])
    unanswered = [case.alias for case in mine if waits_for_us(case)]
    if len(unanswered) >= MOST:
        return _refused(order.case, "floor-two-cases", names=", ".join(unanswered))
    return None


def _resting(order: Order) -> Decision | None:
    """Nobody is made to rest while a case would wait for it alone."""
    floor, staff, now = order.staffing.floor, order.staff, order.moment.now
    shift, until = floor.shifts.get(staff), floor.load(staff).rest_until
    if shift and shift.out:
        return _refused(order.case, "floor-stepped-out")
    if until is None or not floor.rests(staff, now):
        return None
    others = [one for one in floor.ready(now) if one != staff]
    if "anyway" in order.words and not others:
        return None
    message = "floor-resting-others" if others else "floor-resting-alone"
    number = str(order.case.number)
    return _refused(order.case, message, until=until.strftime("%H:%M"), number=number)


def _refused(case: Case, message: str, **args: str) -> Decision:
    return Decision(case, (PostToDesk((Line(MessageId(message), args),)),))
