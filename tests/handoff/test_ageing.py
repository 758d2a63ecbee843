"""Cards that grow older: one message, edited; never one where there was none."""

from dataclasses import replace
from datetime import timedelta

from dialogs.model import Flag, Moment
from handoff.actions import CARD_REF, PostToDesk, ReviseCopy
from handoff.ageing import corrected, next_step, older, posted
from handoff.alarm import is_call, needs_call
from handoff.floor import Staffing
from handoff.model import NO_CARD, Case, Stage
from handoff.queue import AGES
from handoff.timing import next_look
from tests.bot.memory_line import guide
from tests.handoff.cases import ANNA, NOW, PEOPLE, ROSTER, a_case, on_shift

MOMENT = Moment(NOW, bytes(64))


def test_each_step_has_its_time_and_after_the_last_there_is_none() -> None:
    case = a_case()
    assert case.sent
    for place, (after, _) in enumerate(AGES[1:]):
        assert next_step(replace(case, card_age=place)) == case.sent + after
    assert next_step(replace(case, card_age=len(AGES) - 1)) is None


def test_only_waiting_cases_with_a_card_grow_older() -> None:
    case = a_case(waits=timedelta(hours=3))
    assert next_look(replace(case, card_age=NO_CARD)) is None
    for stage in Stage:
        if stage is not Stage.WAITING:
            assert next_step(replace(case, stage=stage)) is None
            assert older(replace(case, stage=stage), MOMENT, guide(), Staffing()).actions == ()


def test_a_step_is_one_edit_and_a_missed_one_is_caught_up_with() -> None:
    case = a_case(waits=timedelta(hours=3))
    decision = older(case, MOMENT, guide(), Staffing())
    assert decision.case
    assert decision.case.card_age == 3
    (edit,) = decision.actions
    assert isinstance(edit, ReviseCopy)
    assert (edit.ref, edit.side) == (CARD_REF, "desk")
    assert older(decision.case, MOMENT, guide(), Staffing()).actions == ()


def test_a_case_in_danger_that_nobody_took_is_called_for_again() -> None:
    case = a_case(47, Flag.DANGER, waits=timedelta(hours=1))
    _, again = older(case, MOMENT, guide(), Staffing(ROSTER, on_shift(ANNA))).actions
    assert isinstance(again, PostToDesk)
    assert again.mentions == (ANNA,)


def test_a_new_card_shows_how_long_it_waits_already() -> None:
    case, card = posted(a_case(waits=timedelta(hours=9)), NOW, guide())
    assert case.card_age == 5
    assert card.ref == CARD_REF


def test_a_card_that_never_was_is_shown_when_something_must_be_seen() -> None:
    there, edit = corrected(a_case(), NOW, guide())
    assert isinstance(edit, ReviseCopy)
    assert there.card_age == 0
    shown, card = corrected(a_case(card_age=NO_CARD), NOW, guide())
    assert isinstance(card, PostToDesk)
    assert shown.card_age == 0


def _needs(before: Case | None, after: Case | None) -> bool:
    return needs_call(before, after)


def test_danger_calls_once_when_it_comes_into_the_queue() -> None:
    calm, danger = a_case(), a_case(47, Flag.SUICIDE)
    draft = replace(calm, stage=Stage.DRAFT)
    assert _needs(draft, danger)
    assert _needs(calm, danger)
    assert _needs(replace(danger, stage=Stage.LIVE), danger)
    assert not _needs(danger, danger)
    assert not _needs(draft, calm)
    assert not _needs(danger, replace(danger, stage=Stage.CLAIMED))
    assert not _needs(danger, None)
    assert not _needs(draft, a_case(47, Flag.MINOR))


def test_the_call_says_nothing_of_the_case_and_reaches_everybody_when_nobody_is_there() -> None:
    case = a_case(47, Flag.DANGER, waits=timedelta(hours=1))
    *_, words = older(case, MOMENT, guide(), Staffing(ROSTER)).actions
    assert isinstance(words, PostToDesk)
    assert is_call(words)
    assert words.mentions == PEOPLE
