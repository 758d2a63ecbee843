"""Who may take a case now: what is asked of a claim before the claim itself."""

from collections.abc import Iterable
from dataclasses import replace

from dialogs.model import MessageId
from handoff.actions import CaseAction, Decision, PostToDesk
from handoff.commands.base import Order
from handoff.desk import line
from handoff.model import Pair, StaffId, Stage
from handoff.roster import Role, Training, needed_for
from handoff.stages import Trigger, may

ANYWAY = "anyway"


def may_claim(order: Order) -> Decision | None:
    """The refusal, or None when nothing is in the way."""
    if not may(order.case.stage, Trigger.CLAIM):
        return None  # the claim itself says why not
    return _untrained(order)


def warned(order: Order, claimed: Decision) -> Decision:
    """Whoever supervises is called when a case was taken without the training for it."""
    if not may(order.case.stage, Trigger.CLAIM) or _trained(order, order.staff):
        return claimed
    blocks = (line("gate-without-training", alias=order.case.alias), _needed(order))
    called = order.staffing.roster.with_role(Role.SUPERVISOR)
    others = tuple(one for one in called if one != order.staff)
    return replace(claimed, actions=(*claimed.actions, PostToDesk(blocks, mentions=others)))


def _untrained(order: Order) -> Decision | None:
    """A case goes to somebody trained for it while such a person could take it.

    Else it goes to whoever is there: a child must not be left waiting for a certificate.
    """
    if _trained(order, order.staff):
        return None
    case, others = order.case, tuple(_free_and_trained(order))
    if others:
        return _refused(
            order,
            PostToDesk(
                (line("gate-trained-on-shift", alias=case.alias), _needed(order)), mentions=others
            ),
        )
    if ANYWAY in order.words:
        return None
    told = line("gate-nobody-trained", alias=case.alias, number=str(case.number))
    return _refused(order, PostToDesk((told, _needed(order))))


def _refused(order: Order, *actions: CaseAction) -> Decision:
    return Decision(order.case, actions)


def _trained(order: Order, staff: StaffId) -> bool:
    return order.staffing.roster.trained(staff, order.case.progress.flags)


def _free_and_trained(order: Order) -> Iterable[StaffId]:
    """Listeners with the training who are at work and could take the case now."""
    roster = order.staffing.roster
    listeners = roster.with_role(Role.LISTENER)
    return (one for one in listeners if _trained(order, one) and free(order, one))


def free(order: Order, staff: StaffId) -> bool:
    """At work, with no rest to take, and with nobody else in a talk."""
    if staff not in order.staffing.floor.ready(order.moment.now):
        return False
    talks = (Stage.CLAIMED, Stage.LIVE)
    return not any(one.claimant == staff and one.stage in talks for one in order.staffing.taken)


def _needed(order: Order) -> Pair:
    needed: Iterable[Training] = needed_for(order.case.progress.flags)
    names = sorted(training.value for training in needed)
    return Pair(MessageId("gate-needed"), tuple(MessageId(f"training-{name}") for name in names))
