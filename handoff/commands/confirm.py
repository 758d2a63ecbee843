"""`!confirm CODE`: a second person agrees to whom the operator wants on the roster."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.model import Line, MessageId
from handoff.commands.base import Arranged, Arranging, Command, Settled, Where
from handoff.floor import Floor
from handoff.model import StaffId
from handoff.roster import Proposal, Role

MOST_TRIES = 3
TRIES_LAST = timedelta(hours=1)


def _arrange(arranging: Arranging) -> Arranged:
    roster, floor, staff = arranging.staffing.roster, arranging.staffing.floor, arranging.staff
    code, now = "".join(arranging.text.split()).replace("-", ""), arranging.moment.now
    if not roster.proposals:
        return _said("confirm-nothing")
    if not code:
        return _said("confirm-code-missing")
    if len(_recent(floor, staff, now)) >= MOST_TRIES:
        return _said("confirm-wait")
    proposal = next((one for one in roster.proposals if one.code == code), None)
    if proposal is None:
        return replace(_said("confirm-wrong"), floor=_tried(floor, staff, now))
    if refusal := refused(arranging, proposal):
        return refusal
    done = _said("confirm-done", proposal.staff)
    return replace(done, floor=_forgiven(floor, staff), settled=Settled(proposal, accepted=True))


def refused(arranging: Arranging, proposal: Proposal) -> Arranged | None:
    """What is answered to somebody who may not settle it."""
    if arranging.staff == proposal.staff:
        return _said("confirm-not-yourself")
    if not arranging.staffing.roster.may_settle(arranging.staff, proposal):
        return _said("confirm-not-you")
    return None


def _recent(floor: Floor, staff: StaffId, now: datetime) -> tuple[datetime, ...]:
    return tuple(at for at in floor.tries.get(staff, ()) if now - at < TRIES_LAST)


def _tried(floor: Floor, staff: StaffId, now: datetime) -> Floor:
    """With one wrong try more; what is an hour old is forgotten, whoever it was."""
    tries = {who: recent for who in floor.tries if (recent := _recent(floor, who, now))}
    at = now.replace(second=0, microsecond=0)
    return replace(floor, tries={**tries, staff: (*tries.get(staff, ()), at)})


def _forgiven(floor: Floor, staff: StaffId) -> Floor | None:
    others = {who: tries for who, tries in floor.tries.items() if who != staff}
    return replace(floor, tries=others) if staff in floor.tries else None


def _said(message: str, person: StaffId | None = None) -> Arranged:
    args = {"person": person} if person else {}
    return Arranged((Line(MessageId(message), args),))


COMMAND = Command(
    "confirm",
    frozenset({Where.DESK}),
    MessageId("command-confirm"),
    numbered=False,
    takes_text=True,
    roles=frozenset(Role),
    arrange=_arrange,
)
