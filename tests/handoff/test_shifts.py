"""Coming to work, stepping out, going home: and no trace of when."""

from datetime import timedelta

from handoff.floor import Floor, Load, Shift, Staffing
from handoff.shifts import LONGEST_SHIFT, back, ended, next_end, over, started, stepped_out
from tests.handoff.cases import ANNA, BRAM, CARLA, NOW, PEOPLE, ROSTER, on_shift

MINUTE = timedelta(minutes=1)


def test_a_shift_begins_once() -> None:
    floor = started(Floor(), ANNA, NOW)
    assert floor.shifts == {ANNA: Shift(NOW)}
    assert started(floor, ANNA, NOW + MINUTE) == floor


def test_stepping_out_is_a_rest_and_does_not_shorten_another() -> None:
    floor = stepped_out(on_shift(ANNA), ANNA)
    assert floor.ready(NOW) == ()
    assert back(floor, ANNA, NOW).ready(NOW) == (ANNA,)
    resting = on_shift(ANNA, loads={ANNA: Load(rest_until=NOW + 9 * MINUTE)})
    returned = started(stepped_out(resting, ANNA), ANNA, NOW)
    assert returned.rests(ANNA, NOW + 8 * MINUTE)
    assert not returned.rests(ANNA, NOW + 9 * MINUTE)


def test_going_home_leaves_only_a_rest_that_still_lasts() -> None:
    floor = on_shift(ANNA, BRAM, loads={ANNA: Load(rest_until=NOW - MINUTE)})
    assert ended(floor, ANNA, NOW).shifts.keys() == {BRAM}
    assert ended(floor, ANNA, NOW).loads == {}
    tired = on_shift(ANNA, loads={ANNA: Load(rest_until=NOW + MINUTE)})
    assert ended(tired, ANNA, NOW).rests(ANNA, NOW)


def test_a_shift_ends_by_itself_with_a_word_to_its_own_person() -> None:
    floor = Floor({ANNA: Shift(NOW - LONGEST_SHIFT), BRAM: Shift(NOW - MINUTE)})
    assert next_end(floor) == NOW
    left, (word,) = over(floor, NOW)
    assert left.shifts.keys() == {BRAM}
    assert word.args["who"] == "anna"
    assert next_end(left) == NOW - MINUTE + LONGEST_SHIFT
    assert over(left, NOW) == (left, ())


def test_the_last_trace_goes_when_the_rest_is_over() -> None:
    floor = Floor(loads={ANNA: Load(rest_until=NOW + MINUTE)})
    assert next_end(floor) == NOW + MINUTE
    left, said = over(floor, NOW + MINUTE)
    assert (left.loads, said) == ({}, ())
    assert next_end(left) is None


def test_whom_a_call_reaches() -> None:
    assert Staffing(ROSTER).on_call(NOW) == PEOPLE
    resting = {BRAM: Load(rest_until=NOW + MINUTE)}
    assert Staffing(ROSTER, on_shift(ANNA, BRAM, loads=resting)).on_call(NOW) == (ANNA,)
    assert Staffing(ROSTER, on_shift(BRAM, loads=resting)).on_call(NOW) == (BRAM,)
    out = stepped_out(on_shift(CARLA), CARLA)
    assert Staffing(ROSTER, out).on_call(NOW) == (CARLA,)
