"""When the desk room is renewed, and what that takes."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from dialogs.model import Progress
from handoff.model import Case, CaseId, RoomRef, StaffId, Stage
from handoff.moving import DeskRoom, InviteToDesk, LeaveDeskRoom, MakeDeskRoom, began, is_due, made
from handoff.roster import Colleague, Roster

MONDAY = datetime.fromisoformat("2026-03-02T04:00:00+01:00")
DESK = DeskRoom(RoomRef("!desk"), due=MONDAY)
ANNA = StaffId("@anna:staff.test")
ROSTER = Roster({ANNA: Colleague(ANNA)})


@pytest.mark.parametrize(
    ("hours", "due"),
    [(-1, False), (0, True), (1.9, True), (2, False), (12, False), (24, True), (36, True)],
)
def test_early_in_the_morning_or_when_it_is_a_day_late(hours: float, due: bool) -> None:
    assert is_due(DESK, MONDAY + timedelta(hours=hours)) == due


def test_the_first_thought_only_sets_the_time() -> None:
    """A line that was set up in the afternoon: early on the seventh day after it."""
    new = DeskRoom(RoomRef("!desk"))
    moving = began(new, (), ROSTER, MONDAY + timedelta(hours=11))
    assert moving.steps == ()
    assert moving.desk.due == MONDAY + timedelta(days=7)


def test_a_room_is_asked_for_once() -> None:
    moving = began(DESK, (), ROSTER, MONDAY)
    assert [step.action for step in moving.steps] == [MakeDeskRoom()]
    assert not is_due(moving.desk, MONDAY + timedelta(days=30))


def test_not_while_somebody_is_just_writing() -> None:
    case = Case(CaseId("one"), Stage.WAITING, Progress(), last_heard=MONDAY)
    assert began(DESK, (case,), ROSTER, MONDAY + timedelta(seconds=50)).steps == ()
    assert began(DESK, (case,), ROSTER, MONDAY + timedelta(seconds=60)).steps != ()


def test_a_room_nobody_asked_for_is_left() -> None:
    """Such as one that was given up before its maker answered."""
    moving = made(DESK, RoomRef("!late"), ROSTER)
    assert moving.desk == DESK
    assert [step.action for step in moving.steps] == [LeaveDeskRoom(DESK.room)]


def test_nobody_is_invited_before_the_room_is_known() -> None:
    asked = replace(DESK, making=True)
    moving = made(asked, RoomRef("!fresh"), ROSTER)
    assert moving.desk.next == "!fresh"
    assert [step.action for step in moving.steps][:1] == [InviteToDesk(RoomRef("!fresh"), ANNA)]
