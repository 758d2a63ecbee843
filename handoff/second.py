"""The second reader: another professional who reads along, and agrees to how a case ends."""

from dataclasses import replace

from handoff.actions import Decision, InviteToCase, PostToCase, PostToDesk
from handoff.desk import line
from handoff.floor import Staffing
from handoff.model import Case, CodeId, Judgement, StaffId, Stage
from handoff.roster import Role

SERIOUS = frozenset({CodeId("mo_recruit"), CodeId("mo_violence")})
"""Whoever codes one of these has it read by another."""


def asked(case: Case) -> Decision:
    """Ask the desk for one; nothing of the story is told there."""
    words = line("life-second-asked", alias=case.alias, number=str(case.number))
    return Decision(case, (PostToDesk((words,)), PostToCase((line("life-second-waits"),))))


def reads(case: Case, staff: StaffId) -> Decision:
    """Let a second reader into the case room; only the claimant's lines go to the reporter."""
    if case.stage is not Stage.LIVE or staff == case.claimant or staff in case.barred:
        return Decision(case, (PostToDesk((line("life-second-not", alias=case.alias),)),))
    let_in = replace(case, readers=case.readers | {staff})
    told = PostToDesk((line("life-second-invited", alias=case.alias),))
    return Decision(let_in, (InviteToCase(staff), told))


def gone(case: Case, staff: StaffId) -> Decision:
    """A second reader left the room."""
    return Decision(replace(case, readers=case.readers - {staff}))


def agrees(case: Case, staff: StaffId) -> Decision:
    """The second reader agrees to how the case is judged and coded."""
    if staff not in case.readers:
        return Decision(case, (PostToCase((line("life-agree-not"),)),))
    return Decision(replace(case, agreed=staff), (PostToCase((line("life-agreed"),)),))


def lacks_reader(case: Case, staffing: Staffing) -> bool:
    """Whether somebody else must agree before it may be closed, and somebody else there is."""
    roster = staffing.roster
    learns = case.claimant is not None and roster.may(case.claimant, frozenset({Role.LEARNER}))
    if case.agreed or not (learns or needs_reader(case)):
        return False
    others = set(roster.with_role(Role.SECOND_READER)) - {case.claimant}
    return bool(others - case.barred)


def needs_reader(case: Case) -> bool:
    """Every safety flag, every doubt, and what is serious."""
    doubted = case.judgement in (Judgement.HELD, Judgement.SET_ASIDE)
    warned = case.needs_second or bool(case.progress.flags)
    return warned or doubted or not SERIOUS.isdisjoint(case.codes)
