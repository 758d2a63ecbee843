"""`!transfer shift bram`: hand the case on, with a reason of the list."""

from dialogs.model import MessageId
from handoff.actions import Decision, PostToCase
from handoff.commands.base import Command, Order, Where
from handoff.desk import line
from handoff.model import StaffId
from handoff.roster import Role
from handoff.transfer import Reason, hand_on, may_hand_on

REASONS = {reason.value: reason for reason in Reason}


def _run(order: Order) -> Decision:
    if not may_hand_on(order.case, order.staff):
        return _said(order, "case-not-yours")
    word, _, name = order.text.partition(" ")
    reason = REASONS.get(word)
    if reason is None:
        return _said(order, "life-transfer-reasons")
    if not name.strip():
        return hand_on(order.case, reason, None, order.moment, order.guide)
    to = order.staffing.roster.named(name.strip())
    if to is None or not _may_take(order, to):
        return _said(order, "life-nobody-named")
    return hand_on(order.case, reason, to, order.moment, order.guide)


def _may_take(order: Order, to: StaffId) -> bool:
    listens = order.staffing.roster.may(to, frozenset({Role.LISTENER}))
    return listens and to != order.staff and to not in order.case.barred


def _said(order: Order, message: str) -> Decision:
    return Decision(order.case, (PostToCase((line(message),)),))


COMMAND = Command(
    "transfer",
    frozenset({Where.CASE}),
    MessageId("command-transfer"),
    takes_text=True,
    ends_talk=True,
    run=_run,
)
