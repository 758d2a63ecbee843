"""What becomes of the desk and its cases when the roster is another than before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dialogs.hushed import Hushed
from dialogs.model import MessageId, Moment
from handoff.actions import Decision, PostToCase, PostToDesk, RemoveFromRoom
from handoff.desk import hand_back, line
from handoff.floor import Floor, Staffing
from handoff.guide import Guide
from handoff.model import Block, Case, CaseId, Pair, StaffId
from handoff.roster import Colleague, Proposal, Roster, grouped


@dataclass(frozen=True, repr=False)
class Change(Hushed):
    """All that a changed roster asks for."""

    floor: Floor
    posts: tuple[PostToDesk, ...] = ()
    """For the desk room."""
    out: tuple[StaffId, ...] = ()
    """Who is put out of the desk room."""
    invited: tuple[StaffId, ...] = ()
    gone: tuple[tuple[CaseId, StaffId], ...] = ()
    """Each case with somebody who may read in its room no more."""


def changed(staffing: Staffing) -> Change:
    """Compare with what the desk was told last; all of it may be decided twice without harm."""
    now, floor = staffing.roster, staffing.floor
    before = floor.known
    if before is None:
        # The first start: those of `init` are invited already, and once more does no harm.
        told = replace(floor, known=now)
        return Change(told, _proposed(Roster(), now), (), tuple(now.colleagues), _gone(staffing))
    out = _lost(before, now)
    shifts = {who: shift for who, shift in floor.shifts.items() if who not in out}
    return Change(
        floor=replace(floor, known=now, shifts=shifts),
        posts=(*_told(before, now), *_proposed(before, now)),
        out=out,
        invited=_fresh(before, now),
        gone=_gone(staffing, out),
    )


def staff_gone(case: Case, staff: StaffId, moment: Moment, guide: Guide) -> Decision:
    """Their case waits again; where they only read along it goes on without them."""
    if not case.case_room or staff not in case.in_room:
        return hand_back(case, staff, moment, guide) if staff == case.claimant else Decision(case)
    put_out = RemoveFromRoom(case.case_room, staff)
    if staff == case.claimant:
        back = hand_back(case, staff, moment, guide)
        return replace(back, actions=(put_out, *back.actions))
    alone = replace(case, readers=case.readers - {staff})
    told = PostToCase((line("case-reader-gone", person=staff),))
    return Decision(alone, (put_out, told))


def _lost(before: Roster, now: Roster) -> tuple[StaffId, ...]:
    """Those whose key of before counts no more."""
    return tuple(who for who, one in before.colleagues.items() if _key(now, who) != one.key)


def _fresh(before: Roster, now: Roster) -> tuple[StaffId, ...]:
    """Those whose key did not count before."""
    return tuple(who for who, one in now.colleagues.items() if _key(before, who) != one.key)


def _key(roster: Roster, who: StaffId) -> str | None:
    one = roster.colleagues.get(who)
    return one.key if one else None


def _gone(staffing: Staffing, lost: tuple[StaffId, ...] = ()) -> tuple[tuple[CaseId, StaffId], ...]:
    """Also what was claimed by somebody at the very moment when they were taken off."""
    here = staffing.roster.colleagues.keys() - set(lost)
    return tuple(
        (case.id, staff) for case in staffing.taken for staff in sorted(case.in_room - here)
    )


def _told(before: Roster, now: Roster) -> tuple[PostToDesk, ...]:
    """One plain sentence on everybody for whom something is otherwise."""
    everybody = {*before.colleagues, *before.suspended, *now.colleagues}
    news = {who: said for who in sorted(everybody) if (said := _news(before, now, who))}
    dropped = {one.staff for one in before.proposals} - {one.staff for one in now.proposals}
    nothing = sorted(dropped - news.keys())
    return (
        *(PostToDesk((line(said, person=who), *_duties(now, who))) for who, said in news.items()),
        *(PostToDesk((line("desk-staff-withdrawn", person=who),)) for who in nothing),
    )


def _news(before: Roster, now: Roster, who: StaffId) -> str | None:
    earlier, one = before.colleagues.get(who), now.colleagues.get(who)
    if one is None:
        return _cut_off(before, now, who)
    if earlier is None:
        return "desk-staff-back" if who in before.suspended else "desk-staff-added"
    if earlier.key != one.key:
        return "desk-staff-replaced"
    return "desk-staff-changed" if earlier != one else None


def _cut_off(before: Roster, now: Roster, who: StaffId) -> str | None:
    if who not in now.suspended:
        return "desk-staff-removed"
    return None if who in before.suspended else "desk-staff-suspended"


def _duties(now: Roster, who: StaffId) -> tuple[Block, ...]:
    one = now.colleagues.get(who)
    return _described(one) if one else ()


def _proposed(before: Roster, now: Roster) -> tuple[PostToDesk, ...]:
    """Each new proposal once, to those who may confirm it."""
    known = set(before.proposals)
    return tuple(_proposal(one, now) for one in now.proposals if one not in known)


def _proposal(one: Proposal, now: Roster) -> PostToDesk:
    who = one.staff
    if who in now.suspended:
        asked = "desk-staff-replacing"
    elif who in now.colleagues:
        asked = "desk-staff-changing"
    else:
        asked = "desk-staff-proposed"
    blocks = (
        line(asked, person=who),
        *_described(one.colleague),
        line("staff-key", fingerprint=grouped(one.colleague.key)),
        line("desk-staff-how"),
    )
    seniors = tuple(each for each in now.colleagues if now.may_settle(each, one))
    return PostToDesk(blocks, mentions=seniors)


def _described(one: Colleague) -> tuple[Block, ...]:
    """What somebody may do, learned and speaks."""
    roles = Pair(MessageId("staff-roles"), _named("role", (role.value for role in one.roles)))
    known = Pair(MessageId("staff-training"), _named("training", (t.value for t in one.training)))
    spoken = line("staff-languages", languages=", ".join(sorted(one.languages)))
    return (roles, *((known,) if one.training else ()), *((spoken,) if one.languages else ()))


def _named(kind: str, values: Iterable[str]) -> tuple[MessageId, ...]:
    return tuple(MessageId(f"{kind}-{value.replace('_', '-')}") for value in sorted(values))
