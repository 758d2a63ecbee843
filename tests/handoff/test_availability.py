"""What reporters are told of how soon somebody comes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.model import Language
from dialogs.service import Availability, Service
from handoff.availability import MOST_AHEAD, RANGES, Reach, availability
from handoff.floor import Floor, Load, Shift
from handoff.hours import Hours
from handoff.roster import Colleague, Role, Roster
from tests.conversations.play import HOURS
from tests.handoff.cases import ANNA, BRAM, CARLA, NOW, PEOPLE, ROSTER, on_shift, without

NL, FA = Language("nl"), Language("fa")
SUNDAY = NOW - timedelta(days=1)


def reach(floor: Floor, waiting: int = 0, roster: Roster = ROSTER, hours: Hours = HOURS) -> Reach:
    return Reach(roster, floor, hours, NL, frozenset(), waiting)


def service(floor: Floor, language: Language | None = NL, roster: Roster = ROSTER) -> Service:
    return availability(reach(floor, roster=roster), language, NOW).service


def test_without_hours_nothing_is_promised() -> None:
    assert availability(reach(on_shift(ANNA), hours=Hours()), NL, NOW) == Availability()


def test_outside_the_hours_it_is_closed_with_a_time() -> None:
    told = availability(reach(on_shift(ANNA)), NL, SUNDAY)
    assert told == Availability(Service.CLOSED, read_on="tomorrow", read_at="12:00")


def test_inside_somebody_must_be_there_and_ready() -> None:
    assert service(on_shift(ANNA)) is Service.LIVE
    assert service(Floor()) is Service.MESSAGES
    assert service(Floor({ANNA: Shift(NOW, out=True)})) is Service.MESSAGES
    resting = {ANNA: Load(rest_until=NOW + timedelta(minutes=1))}
    assert service(on_shift(ANNA, loads=resting)) is Service.MESSAGES
    assert service(on_shift(ANNA), roster=without(Role.LISTENER)) is Service.MESSAGES


def test_somebody_there_must_speak_the_language() -> None:
    speaks = Roster({ANNA: Colleague(ANNA, languages=frozenset({FA})), BRAM: Colleague(BRAM)})
    assert service(on_shift(ANNA), FA, speaks) is Service.LIVE
    assert service(on_shift(BRAM), FA, speaks) is Service.MESSAGES
    assert service(on_shift(BRAM), NL, speaks) is Service.LIVE
    assert service(on_shift(BRAM), None, speaks) is Service.MESSAGES


def test_a_supervisor_decides() -> None:
    assert service(replace(on_shift(ANNA), closed=True)) is Service.CLOSED
    assert service(replace(on_shift(ANNA), message_mode=True)) is Service.MESSAGES
    assert service(replace(on_shift(ANNA), paused=frozenset({NL}))) is Service.MESSAGES


@pytest.mark.parametrize(
    ("waiting", "talking", "minutes"),
    [
        (0, 0, (5, 20)),
        (2, 0, (5, 20)),
        (0, 3, (10, 45)),
        (4, 0, (10, 45)),
        (5, 2, (20, 90)),
        (12, 2, (45, 180)),
        (20, 0, None),
        (MOST_AHEAD, 3, None),
    ],
)
def test_the_more_wait_the_later(
    waiting: int, talking: int, minutes: tuple[int, int] | None
) -> None:
    busy = {staff: Load(talking=NOW) for staff in PEOPLE[:talking]}
    told = availability(reach(on_shift(ANNA, BRAM, CARLA, loads=busy), waiting), NL, NOW)
    if minutes is None:
        assert told.service is Service.MESSAGES
    else:
        assert (told.service, told.minutes) == (Service.LIVE, minutes)


@given(st.integers(0, MOST_AHEAD), st.integers(0, 3), st.integers(0, 3))
def test_only_ranges_from_the_list_are_ever_said(waiting: int, here: int, talking: int) -> None:
    busy = {staff: Load(talking=NOW) for staff in PEOPLE[:talking]}
    told = availability(reach(on_shift(*PEOPLE[:here], loads=busy), waiting), NL, NOW)
    assert told.minutes in {(0, 0), *(said for _, said in RANGES)}
