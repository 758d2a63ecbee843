"""How much a professional takes on, and the rest after it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from dialogs.model import Flag, TextRef
from handoff.actions import Decision, PostToDesk
from handoff.commands.claim import COMMAND
from handoff.commands.limits import too_much
from handoff.floor import Floor, Load, Shift, Staffing
from handoff.load import is_live, is_over, let_go, taken_on
from handoff.model import Answer, AnswerWhen, Case, Stage
from tests.handoff.cases import ANNA, BRAM, NOW, ROSTER, a_case, on_shift, order

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
WANTED = a_case(50)


def live(number: int = 47, *flags: Flag, **more: Any) -> Case:
    its: dict[str, Any] = {"stage": Stage.LIVE, "claimant": ANNA, **more}
    return a_case(number, *flags, **its)


def message(number: int = 47, **more: Any) -> Case:
    return live(number, answer_when=AnswerWhen.ON_RETURN, **more)


def refused(*taken: Case, floor: Floor | None = None, words: tuple[str, ...] = ()) -> str | None:
    """The reason, or None when the case may be claimed."""
    staffing = Staffing(ROSTER, floor or on_shift(ANNA), taken)
    decision = too_much(order(WANTED, staffing, *words))
    if decision is None:
        return None
    assert decision.case == WANTED
    (said,) = decision.actions
    assert isinstance(said, PostToDesk)
    return str(said.blocks[0].id)  # type: ignore[union-attr]


# ---- how many at once ---------------------------------------------------------------------------


def test_one_live_talk_and_nothing_beside_it() -> None:
    assert refused() is None
    assert refused(live()) == "floor-one-live"
    assert refused(replace(live(), stage=Stage.CLAIMED)) == "floor-one-live"
    assert refused(live(), words=("anyway",)) == "floor-one-live"
    assert refused(replace(live(), claimant=BRAM)) is None


def test_a_second_only_beside_one_of_messages_and_never_a_third() -> None:
    assert refused(message()) is None
    assert refused(message(), message(48)) == "floor-two-cases"
    assert refused(message(), live(48)) == "floor-one-live"
    assert refused(message(), message(48), words=("anyway",)) == "floor-two-cases"


def test_what_was_answered_or_rests_does_not_count() -> None:
    held = message(48, held=(Answer(TextRef("1"), "x"),))
    assert refused(message(answered=True), held, message(49)) is None
    assert refused(live(stage=Stage.RESTING), live(48, stage=Stage.RESTING)) is None


def test_who_is_long_silent_after_an_answer_is_not_in_a_talk() -> None:
    assert is_live(live(answered=True), NOW)
    assert not is_live(live(answered=True, last_heard=NOW - 2 * HOUR), NOW)
    assert is_live(live(last_heard=NOW - 2 * HOUR), NOW)
    assert not is_live(live(away=True), NOW)
    assert not is_live(live(reachable=False), NOW)


def test_a_case_that_a_colleague_has_is_not_refused_for_another_reason() -> None:
    staffing = Staffing(ROSTER, on_shift(ANNA), (live(),))
    assert too_much(order(replace(WANTED, stage=Stage.LIVE, claimant=BRAM), staffing)) is None


# ---- resting ------------------------------------------------------------------------------------

RESTING = {ANNA: Load(rest_until=NOW + 10 * MINUTE)}


def test_during_a_rest_nothing_is_claimed_unless_nobody_else_is_there() -> None:
    alone, two = on_shift(ANNA, loads=RESTING), on_shift(ANNA, BRAM, loads=RESTING)
    assert refused(floor=two) == "floor-resting-others"
    assert refused(floor=two, words=("anyway",)) == "floor-resting-others"
    assert refused(floor=alone) == "floor-resting-alone"
    assert refused(floor=alone, words=("anyway",)) is None
    over = on_shift(ANNA, BRAM, loads={ANNA: Load(rest_until=NOW)})
    assert refused(floor=over) is None


def test_a_colleague_who_rests_too_or_stepped_out_is_not_there() -> None:
    loads = {**RESTING, BRAM: Load(rest_until=NOW + MINUTE)}
    assert refused(floor=on_shift(ANNA, BRAM, loads=loads), words=("anyway",)) is None
    shifts = {ANNA: Shift(NOW), BRAM: Shift(NOW, out=True)}
    assert refused(floor=Floor(shifts, RESTING), words=("anyway",)) is None


def test_who_stepped_out_claims_nothing() -> None:
    floor = Floor({ANNA: Shift(NOW, out=True)})
    assert refused(floor=floor) == "floor-stepped-out"
    assert refused(floor=floor, words=("anyway",)) == "floor-stepped-out"


def test_a_claim_in_a_rest_says_so_and_goes_on() -> None:
    staffing = Staffing(ROSTER, on_shift(ANNA, loads=RESTING))
    assert COMMAND.run
    decision = COMMAND.run(order(WANTED, staffing, "anyway"))
    assert decision.case
    assert decision.case.stage is Stage.CLAIMED
    first = decision.actions[0]
    assert isinstance(first, PostToDesk)
    assert first.blocks[0].id == "floor-claimed-anyway"  # type: ignore[union-attr]


# ---- what a talk leaves -------------------------------------------------------------------------


def rest(before: Case, after: Case | None, talked: timedelta = 20 * MINUTE) -> datetime | None:
    floor = on_shift(ANNA, loads={ANNA: Load(NOW - talked)})
    left = let_go(before, after, Staffing(ROSTER, floor), NOW)
    assert left
    assert left.load(ANNA).talking is None
    return left.load(ANNA).rest_until


@pytest.mark.parametrize(
    ("before", "talked", "minutes"),
    [
        (live(), 20 * MINUTE, 15),
        (live(), 60 * MINUTE, 25),
        (live(47, Flag.SUICIDE), 20 * MINUTE, 25),
        (live(47, Flag.MINOR), 90 * MINUTE, 25),
        (live(47, Flag.DEVICE_DOUBT), 20 * MINUTE, 15),
        (a_case(47, Flag.DANGER, stage=Stage.LIVE, claimant=ANNA,
                answer_when=AnswerWhen.ON_RETURN), 0 * MINUTE, 10),
    ],
)  # fmt: skip
def test_the_rest_after_a_talk(before: Case, talked: timedelta, minutes: int) -> None:
    assert rest(before, None, talked) == NOW + minutes * MINUTE


@pytest.mark.parametrize(
    "after",
    [
        None,
        a_case(),
        live(stage=Stage.RESTING),
        live(stage=Stage.CLOSED),
        live(claimant=BRAM),
    ],
)
def test_however_it_ended(after: Case | None) -> None:
    assert is_over(live(), after)
    assert rest(live(), after) == NOW + 15 * MINUTE


def test_what_goes_on_or_never_began_asks_for_no_rest() -> None:
    assert not is_over(live(), live())
    assert not is_over(a_case(), None)
    assert not is_over(None, a_case())
    claimed = replace(live(), stage=Stage.CLAIMED)
    assert is_over(claimed, a_case())
    assert rest(claimed, a_case()) is None


def test_a_day_of_silence_is_no_talk_to_rest_from() -> None:
    silent = live(47, Flag.SUICIDE, answered=True, last_heard=NOW - timedelta(days=1))
    assert rest(silent, live(stage=Stage.RESTING)) is None


def test_a_later_short_talk_does_not_shorten_a_rest() -> None:
    floor = on_shift(ANNA, loads={ANNA: Load(NOW, NOW + HOUR)})
    left = let_go(live(), None, Staffing(ROSTER, floor), NOW)
    assert left
    assert left.load(ANNA).rest_until == NOW + HOUR


def test_a_message_that_ends_leaves_a_live_talk_running() -> None:
    floor = on_shift(ANNA, loads={ANNA: Load(NOW - MINUTE)})
    staffing = Staffing(ROSTER, floor, (message(), live(48)))
    assert let_go(message(), None, staffing, NOW) is None


def test_a_live_talk_counts_from_its_claim_and_a_message_does_not() -> None:
    assert taken_on(Floor(), ANNA, message(), NOW) is None
    floor = taken_on(Floor(), ANNA, live(), NOW)
    assert floor
    assert floor.load(ANNA).talking == NOW


def test_nothing_stays_of_who_rested_and_went_home() -> None:
    loads = {ANNA: Load(rest_until=NOW - MINUTE), BRAM: Load(rest_until=NOW + MINUTE)}
    assert set(Floor(loads=loads).without_past(NOW).loads) == {BRAM}


def test_only_a_decision_with_words_is_a_refusal() -> None:
    assert isinstance(
        too_much(order(WANTED, Staffing(ROSTER, on_shift(ANNA), (live(),)))), Decision
    )
