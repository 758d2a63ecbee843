"""What a changed roster asks of the desk: compared with what the desk was told last."""

from dataclasses import replace
from typing import Any

from dialogs.model import Line, Moment, Progress
from handoff.actions import PostToDesk, RemoveFromRoom
from handoff.changing import Change, changed, staff_gone
from handoff.floor import Floor, Shift, Staffing
from handoff.model import Case, CaseId, RoomRef, StaffId, Stage
from handoff.roster import Colleague, Proposal, Role, Roster, Training
from tests.bot.memory_line import guide
from tests.conversations.play import STARTS

ANNA, BRAM, CARLA = StaffId("@anna:x"), StaffId("@bram:x"), StaffId("@carla:x")
ROOM = RoomRef("!case")


def roster(*people: Colleague, **more: Any) -> Roster:
    return replace(Roster({one.staff: one for one in people}), **more)


def one(staff: StaffId, key: str = "key", **more: Any) -> Colleague:
    return replace(Colleague(staff, key=f"{key} of {staff}"), **more)


BOTH = roster(one(ANNA), one(BRAM))
TALK = Case(
    CaseId("c"), Stage.LIVE, Progress(), 47, "Reiger 47", ANNA, ROOM, readers=frozenset({BRAM})
)


def decided(before: Roster | None, now: Roster, *taken: Case) -> Change:
    shifts = {who: Shift(STARTS) for who in (ANNA, BRAM)}
    return changed(Staffing(now, Floor(shifts, known=before), taken))


def said(posts: tuple[PostToDesk, ...]) -> list[str]:
    first = [post.blocks[0] for post in posts]
    return [block.id for block in first if isinstance(block, Line)]


def test_nothing_new_says_nothing() -> None:
    change = decided(BOTH, BOTH, TALK)
    assert change == Change(change.floor)
    assert set(change.floor.shifts) == {ANNA, BRAM}


def test_the_first_start_says_nothing_and_invites_everybody() -> None:
    """Who was put on the roster before it, and who was taken off, is seen to as well."""
    change = decided(None, roster(one(BRAM)), TALK)
    assert (change.posts, change.invited, change.out) == ((), (BRAM,), ())
    assert change.gone == ((TALK.id, ANNA),)
    assert change.floor.known == roster(one(BRAM))


def test_somebody_removed_is_put_out_and_their_shift_ends() -> None:
    change = decided(BOTH, roster(one(BRAM)), TALK)
    assert (change.out, change.invited) == ((ANNA,), ())
    assert change.gone == ((TALK.id, ANNA),)
    assert set(change.floor.shifts) == {BRAM}
    assert said(change.posts) == ["desk-staff-removed"]


def test_a_second_reader_who_is_removed_leaves_the_case_to_its_claimant() -> None:
    change = decided(BOTH, roster(one(ANNA)), TALK)
    assert change.gone == ((TALK.id, BRAM),)
    decision = staff_gone(TALK, BRAM, _moment(), guide())
    assert decision.case == replace(TALK, readers=frozenset())
    assert decision.actions[0] == RemoveFromRoom(ROOM, BRAM)


def test_a_case_of_somebody_gone_waits_again() -> None:
    decision = staff_gone(TALK, ANNA, _moment(), guide())
    assert decision.case
    assert (decision.case.stage, decision.case.claimant) == (Stage.WAITING, None)
    assert decision.actions[0] == RemoveFromRoom(ROOM, ANNA)


def test_a_case_that_moved_on_meanwhile_is_left_alone() -> None:
    mine = replace(TALK, claimant=BRAM, readers=frozenset())
    assert staff_gone(mine, ANNA, _moment(), guide()).case == mine


def test_a_case_whose_room_is_still_being_made_waits_again() -> None:
    early = replace(TALK, stage=Stage.CLAIMED, case_room=None, readers=frozenset())
    decision = staff_gone(early, ANNA, _moment(), guide())
    assert decision.case
    assert decision.case.stage is Stage.WAITING
    assert not any(isinstance(action, RemoveFromRoom) for action in decision.actions)


def test_a_lost_phone_is_cut_off_before_the_new_one_is_let_in() -> None:
    new = one(ANNA, "new key")
    waiting = roster(one(BRAM), proposals=(Proposal(new, "1"),), suspended=frozenset({ANNA}))
    change = decided(BOTH, waiting, TALK)
    assert (change.out, change.invited) == ((ANNA,), ())
    assert said(change.posts) == ["desk-staff-suspended", "desk-staff-replacing"]
    assert change.posts[1].mentions == (BRAM,)
    back = decided(waiting, roster(new, one(BRAM)))
    assert (back.out, back.invited) == ((), (ANNA,))
    assert said(back.posts) == ["desk-staff-back"]


def test_a_phone_replaced_at_once_is_another_one_all_the_same() -> None:
    """Where nobody is there to confirm: the old one is out, its cases wait, the new one is in."""
    change = decided(roster(one(ANNA)), roster(one(ANNA, "new key")), TALK)
    assert (change.out, change.invited) == ((ANNA,), (ANNA,))
    assert change.gone == ((TALK.id, ANNA), (TALK.id, BRAM))
    assert said(change.posts) == ["desk-staff-replaced"]


def test_other_duties_cost_nobody_a_case() -> None:
    trained = one(ANNA, training=frozenset({Training.MINOR}))
    change = decided(BOTH, roster(trained, one(BRAM)), TALK)
    assert (change.out, change.invited, change.gone) == ((), (), ())
    assert said(change.posts) == ["desk-staff-changed"]


def test_a_proposal_is_told_once_and_told_when_it_is_taken_back() -> None:
    proposed = replace(BOTH, proposals=(Proposal(one(CARLA), "1"),))
    assert said(decided(BOTH, proposed).posts) == ["desk-staff-proposed"]
    assert decided(proposed, proposed).posts == ()
    assert said(decided(proposed, BOTH).posts) == ["desk-staff-withdrawn"]
    again = replace(BOTH, proposals=(Proposal(one(CARLA), "2"),))
    assert said(decided(proposed, again).posts) == ["desk-staff-proposed"]


def test_somebody_cut_off_who_is_removed_is_gone_for_good() -> None:
    cut_off = replace(roster(one(BRAM)), suspended=frozenset({ANNA}))
    change = decided(cut_off, roster(one(BRAM)))
    assert said(change.posts) == ["desk-staff-removed"]
    assert change.out == ()  # they are out already


def test_a_supervisor_confirms_and_anybody_where_there_is_no_other() -> None:
    listener = frozenset({Role.LISTENER})
    new = Proposal(one(CARLA), "1")
    mixed = roster(one(ANNA), one(BRAM, roles=listener))
    assert mixed.may_settle(ANNA, new)
    assert not mixed.may_settle(BRAM, new)
    assert not mixed.may_settle(CARLA, new)
    herself = Proposal(one(ANNA), "1")
    assert mixed.may_settle(BRAM, herself)
    assert not mixed.may_settle(ANNA, herself)


def _moment() -> Moment:
    return Moment(STARTS, b"")
