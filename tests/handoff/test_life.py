"""A claim lasts while its claimant gives signs; doubts and flags are read by two."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.model import Flag, Moment, Progress
from handoff.actions import Decision, PostToCase
from handoff.commands import note
from handoff.commands.base import Order
from handoff.floor import Staffing
from handoff.heartbeat import no_sign
from handoff.model import AnswerWhen, Case, CaseId, CodeId, Judgement, RoomRef, StaffId, Stage
from handoff.resting import rest
from handoff.roster import Colleague, Role, Roster
from handoff.second import lacks_reader
from handoff.signs import MESSAGE, REMIND_BEFORE, TALK, gives_sign, next_sign, waits_from
from handoff.timing import next_look
from tests.bot.memory_line import guide
from tests.conversations.play import STARTS

ANNA, BRAM = StaffId("@anna:staff.test"), StaffId("@bram:staff.test")
BOTH = Staffing(Roster({one: Colleague(one) for one in (ANNA, BRAM)}))
ALONE = Staffing(Roster({ANNA: Colleague(ANNA)}))


def _live(when: AnswerWhen = AnswerWhen.ANY_TIME) -> Case:
    case = Case(CaseId("1"), Stage.LIVE, Progress(), 47, "Kalme Reiger 47", ANNA, RoomRef("!case"))
    return waits_from(replace(case, answer_when=when), _at(0))


def _at(minutes: int) -> Moment:
    return Moment(STARTS + timedelta(minutes=minutes), bytes(64))


def _later(case: Case, minutes: int) -> Decision:
    return no_sign(case, _at(minutes), guide())


def test_a_waiting_reporter_is_worth_a_reminder_and_then_another_colleague() -> None:
    case = _live()
    assert _later(case, 9) == Decision(case)
    reminded = _later(case, 10)
    assert reminded.case
    assert [type(action) for action in reminded.actions] == [PostToCase]
    assert _later(reminded.case, 14).actions == ()
    back = _later(reminded.case, 15).case
    assert back
    assert (back.stage, back.claimant, back.case_room) == (Stage.WAITING, None, None)


def test_after_a_late_reminder_there_is_still_time_to_react() -> None:
    reminded = _later(_live(), 60).case
    assert reminded
    assert next_look(reminded) == STARTS + timedelta(minutes=65)


@pytest.mark.parametrize(
    ("when", "patience"), [(AnswerWhen.ANY_TIME, TALK), (AnswerWhen.ON_RETURN, MESSAGE)]
)
def test_who_comes_back_for_the_answer_leaves_time_to_write_it(
    when: AnswerWhen, patience: timedelta
) -> None:
    assert next_look(_live(when)) == STARTS + patience - REMIND_BEFORE


def test_a_sign_counts_only_from_the_claimant_and_begins_the_time_anew() -> None:
    case = _live()
    assert gives_sign(case, BRAM, _at(5)) == case
    assert next_sign(gives_sign(case, ANNA, _at(5))) == STARTS + timedelta(minutes=15)


def test_a_claimant_who_never_comes_is_not_reminded_in_a_room_they_are_not_in() -> None:
    case = replace(_live(), stage=Stage.CLAIMED)
    assert next_look(case) == STARTS + TALK
    back = _later(case, 15).case
    assert back
    assert back.stage is Stage.WAITING


@pytest.mark.parametrize(
    ("case", "needed"),
    [
        (_live(), False),
        (_live().with_progress(Progress(flags=frozenset({Flag.MINOR}))), True),
        (replace(_live(), judgement=Judgement.HELD), True),
        (replace(_live(), judgement=Judgement.SET_ASIDE), True),
        (replace(_live(), judgement=Judgement.ACCEPTED), False),
        (replace(_live(), codes=frozenset({CodeId("mo_recruit")})), True),
        (replace(_live(), codes=frozenset({CodeId("mo_hack")})), False),
    ],
)
def test_what_needs_a_second_reader(case: Case, needed: bool) -> None:
    assert lacks_reader(case, BOTH) == needed
    assert not lacks_reader(replace(case, agreed=BRAM), BOTH)
    assert not lacks_reader(case, ALONE), "nobody is asked for who is not there"
    listens = Roster({ANNA: Colleague(ANNA), BRAM: Colleague(BRAM, frozenset({Role.LISTENER}))})
    assert not lacks_reader(case, Staffing(listens))


def test_what_rests_needs_its_second_reader_as_before() -> None:
    """Sealed, nobody sees any more why; and so that there is one to find is remembered."""
    flagged = replace(_live(), progress=Progress(flags=frozenset({Flag.SUICIDE})))
    for case, needed in ((flagged, True), (_live(), False)):
        shell = rest(case, ()).case
        assert shell
        assert shell.progress.flags == frozenset()
        assert lacks_reader(shell, BOTH) == needed


@pytest.mark.parametrize(("length", "kept"), [(500, True), (501, False)])
def test_a_note_is_short_or_not_kept_at_all(length: int, kept: bool) -> None:
    order = Order(_live(), ANNA, frozenset(), _at(0), guide(), "x" * length)
    assert note.COMMAND.run
    noted = note.COMMAND.run(order).case
    assert noted
    assert bool(noted.note) == kept


def test_each_case_of_somebody_who_is_learning_is_read_by_another() -> None:
    learner = Colleague(ANNA, frozenset({Role.LISTENER, Role.LEARNER}))
    both = Staffing(Roster({ANNA: learner, BRAM: Colleague(BRAM)}))
    assert lacks_reader(_live(), both)
    assert not lacks_reader(replace(_live(), agreed=BRAM), both)
