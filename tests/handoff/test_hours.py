"""Opening hours are those of the clock on the wall, over midnight and when the clock is changed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from handoff.hours import A_DAY, Hours, Span, day_name, next_opening, open_until, read_by

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EVENINGS = Hours((*(Span(day, 20 * 60, 26 * 60) for day in range(7)),))
"""Every day from eight in the evening until two at night."""
OFFICE = Hours((*(Span(day, 600, 1200) for day in range(5)), Span(5, 720, 1020)))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def test_inside_and_outside() -> None:
    assert open_until(OFFICE, at("2026-01-05 09:59")) is None
    assert open_until(OFFICE, at("2026-01-05 10:00")) == at("2026-01-05 20:00")
    assert open_until(OFFICE, at("2026-01-05 20:00")) is None
    assert next_opening(OFFICE, at("2026-01-10 17:00")) == at("2026-01-12 10:00")


def test_over_midnight_it_belongs_to_the_day_before() -> None:
    assert open_until(EVENINGS, at("2026-01-06 01:59")) == at("2026-01-06 02:00")
    assert open_until(EVENINGS, at("2026-01-06 02:00")) is None
    assert next_opening(EVENINGS, at("2026-01-06 01:00")) == at("2026-01-06 20:00")


def test_no_hours_are_never_open_and_promise_nothing() -> None:
    now = at("2026-01-05 12:00")
    assert (open_until(Hours(), now), next_opening(Hours(), now), read_by(Hours(), now)) == (
        None,
        None,
        None,
    )


def test_when_the_clock_goes_forward_the_wall_still_counts() -> None:
    """In the night of 29 March 2026 two o'clock does not exist."""
    before = at("2026-03-28 23:00")
    until = open_until(EVENINGS, before)
    assert until is not None
    assert until.astimezone(UTC) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert next_opening(OFFICE, before) == at("2026-03-30 10:00")


def test_when_the_clock_goes_back_an_hour_comes_twice() -> None:
    """In the night of 25 October 2026 half past two is twice; open until the first three."""
    night = Hours((Span(5, 22 * 60, 27 * 60),))
    first, again = at("2026-10-25 02:30"), at("2026-10-25 02:30").replace(fold=1)
    assert first.astimezone(UTC) + timedelta(hours=1) == again.astimezone(UTC)
    for now in (first, again):
        until = open_until(night, now)
        assert until is not None
        assert until.astimezone(UTC) == datetime(2026, 10, 25, 2, 0, tzinfo=UTC)


def test_a_message_is_promised_for_the_next_opening_and_not_for_this_one() -> None:
    assert read_by(OFFICE, at("2026-01-05 09:00")) == at("2026-01-05 12:00")
    assert read_by(OFFICE, at("2026-01-05 11:00")) == at("2026-01-06 12:00")
    assert read_by(OFFICE, at("2026-01-10 18:00")) == at("2026-01-12 12:00")


def test_an_opening_shorter_than_the_promise_ends_it() -> None:
    short = Hours((Span(0, 600, 660),))
    assert read_by(short, at("2026-01-05 09:00")) == at("2026-01-05 11:00")


def test_days_are_named_as_people_do() -> None:
    now = at("2026-01-05 12:00")
    days = [day_name(now + timedelta(days=ahead), now) for ahead in range(3)]
    assert days == ["today", "tomorrow", "wednesday"]


spans = st.builds(
    lambda day, opens, lasts: Span(day, opens, opens + lasts),
    st.integers(0, 6),
    st.integers(0, A_DAY - 1),
    st.integers(1, A_DAY),
)
weeks = st.lists(spans, min_size=1, max_size=8).map(lambda some: Hours(tuple(some)))
moments = st.integers(0, 366 * A_DAY).map(
    lambda minutes: (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(
        AMSTERDAM
    )
)


def _apart(later: datetime, earlier: datetime) -> timedelta:
    return later.astimezone(UTC) - earlier.astimezone(UTC)


@given(weeks, moments)
def test_whatever_the_week_the_answers_fit_each_other(hours: Hours, now: datetime) -> None:
    coming = next_opening(hours, now)
    assert coming is not None
    assert timedelta() < _apart(coming, now) <= timedelta(days=8)
    assert open_until(hours, coming)
    until = open_until(hours, now)
    if until is None:
        just_before = (coming.astimezone(UTC) - timedelta(minutes=1)).astimezone(AMSTERDAM)
        if just_before.astimezone(UTC) >= now.astimezone(UTC):
            assert open_until(hours, just_before) is None
    else:
        assert timedelta() < _apart(until, now) <= timedelta(hours=25)
    promised = read_by(hours, now)
    assert promised is not None
    assert timedelta() < _apart(promised, coming) <= timedelta(hours=2)


@given(weeks, moments, st.integers(0, 8 * A_DAY))
def test_it_is_never_open_before_it_opens(hours: Hours, now: datetime, later: int) -> None:
    """Between now and the next opening nothing opens."""
    if open_until(hours, now):
        return
    coming = next_opening(hours, now)
    assert coming is not None
    then = (now.astimezone(UTC) + timedelta(minutes=later)).astimezone(AMSTERDAM)
    if _apart(coming, then) > timedelta():
        assert open_until(hours, then) is None
