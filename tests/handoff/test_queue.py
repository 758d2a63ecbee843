"""Which case asks for somebody first, and how long each has waited."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.model import Flag
from handoff.model import Case
from handoff.queue import AGES, Band, age, band, band_of, in_order
from tests.handoff.cases import NOW, a_case

BANDS = {
    Band.FIRST: {Flag.DANGER, Flag.SUICIDE},
    Band.SOON: {Flag.MINOR, Flag.MARRIAGE, Flag.HOME, Flag.DURESS},
    Band.CAREFUL: {Flag.DEVICE_DOUBT, Flag.UNSURE, Flag.RECRUITMENT},
}


def test_every_flag_belongs_to_one_band() -> None:
    assert sorted(flag.value for its in BANDS.values() for flag in its) == sorted(
        flag.value for flag in Flag
    )


@given(st.frozensets(st.sampled_from(Flag)))
def test_the_most_pressing_flag_decides(flags: frozenset[Flag]) -> None:
    expected = next((one for one in sorted(BANDS) if flags & BANDS[one]), Band.IN_TURN)
    assert band(flags) is expected


cases = st.builds(
    lambda number, flags, minutes: a_case(number, *flags, waits=timedelta(minutes=minutes)),
    st.integers(10, 99),
    st.frozensets(st.sampled_from(Flag), max_size=3),
    st.integers(0, 5000),
)


@given(st.lists(cases, max_size=12))
def test_bands_first_and_within_one_the_longest_waiting(waiting: list[Case]) -> None:
    queue = in_order(waiting)
    assert len(queue) == len(waiting)
    for one, following in pairwise(queue):
        assert band_of(one) <= band_of(following)
        if band_of(one) is band_of(following):
            assert one.sent is not None
            assert following.sent is not None
            assert one.sent <= following.sent


@pytest.mark.parametrize(
    ("minutes", "place"),
    [
        (0, 0),
        (29, 0),
        (30, 1),
        (60, 2),
        (119, 2),
        (120, 3),
        (240, 4),
        (480, 5),
        (1440, 6),
        (9999, 6),
    ],
)
def test_ages_are_reached_one_by_one(minutes: int, place: int) -> None:
    assert age(a_case(waits=timedelta(minutes=minutes)), NOW) == place


def test_a_later_clock_never_makes_a_case_younger() -> None:
    assert [after for after, _ in AGES] == sorted(after for after, _ in AGES)
