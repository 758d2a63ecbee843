"""Opening hours as an operator writes them, and as a reporter reads them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import read_config
from bot.errors import ConfigurationError
from bot.opening_hours import hours_of, read_times, written
from dialogs.model import Language, MessageId
from handoff.hours import A_DAY, Hours, Span
from tests.bot.test_config import GOOD
from tests.conversations.play import HOURS, catalogue


def in_words(hours: Hours, language: str) -> str:
    def text(message: MessageId, **args: str) -> str:
        return catalogue().text(Language(language), message, **args)

    return written(hours, text).translate(dict.fromkeys((0x2066, 0x2068, 0x2069)))


def test_days_in_a_row_with_the_same_times_are_said_as_one() -> None:
    assert (
        in_words(HOURS, "en")
        == "Monday to Friday from 10:00 to 20:00, Saturday from 12:00 to 17:00"
    )
    assert (
        in_words(HOURS, "nl")
        == "maandag tot en met vrijdag van 10:00 tot 20:00 uur, zaterdag van 12:00 tot 17:00 uur"
    )


def test_two_openings_a_day_two_days_and_midnight() -> None:
    week = Hours((Span(0, 600, 780), Span(0, 840, 1440), Span(2, 1320, 1560), Span(3, 1320, 1560)))
    assert in_words(week, "en") == (
        "Monday from 10:00 to 13:00 and from 14:00 to 24:00,"
        " Wednesday, Thursday from 22:00 to 02:00"
    )
    assert in_words(Hours(), "en") == "at no fixed times"


@pytest.mark.parametrize(
    "text",
    ["", "10", "10:00", "10-20", "10:00-20:60", "25:00-26:00", "24:00-02:00", "10:00-10:00",
     "10:00-13:00, 12:00-14:00", "10:00-13:00, 13:00-14:00", "١٠:٠٠-٢٠:٠٠", "10:00-20:00,"],
)  # fmt: skip
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="time"):
        read_times(text)


@given(st.integers(0, A_DAY - 1), st.integers(1, A_DAY - 1))
def test_every_time_of_a_day_can_be_written(opens: int, lasts: int) -> None:
    clock = [f"{one // 60:02d}:{one % 60:02d}" for one in (opens, (opens + lasts) % A_DAY)]
    assert read_times(f"{clock[0]} - {clock[1]}") == ((opens, opens + lasts),)


def test_settings_without_hours_take_messages_always(tmp_path: Path) -> None:
    (tmp_path / "line.toml").write_text(GOOD)
    assert read_config(tmp_path / "line.toml").config.opening.hours == Hours()


def test_settings_with_hours(tmp_path: Path) -> None:
    days = '[opening]\nmonday = "10:00-13:00, 14:00-20:00"\nsunday = "20:00-02:00"\n'
    (tmp_path / "line.toml").write_text(GOOD + days)
    hours = read_config(tmp_path / "line.toml").config.opening.hours
    assert hours.spans == (Span(0, 600, 780), Span(0, 840, 1200), Span(6, 1200, 1560))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("munday = '10:00-20:00'", "no setting called 'opening.munday'"),
        ("monday = '10-20 SECRET'", "'opening.monday' is wrong: write it as"),
        ("monday = 10", "'opening.monday' is wrong: write it as"),
        ("monday = ['10:00-20:00']", "'opening.monday' is wrong: write it as"),
    ],
)
def test_each_fault_names_its_day(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "line.toml"
    path.write_text(f"{GOOD}[opening]\n{line}\n")
    with pytest.raises(ConfigurationError) as caught:
        read_config(path)
    assert said in str(caught.value)
    assert "SECRET" not in str(caught.value)


def test_a_week_is_made_of_its_days() -> None:
    assert hours_of([((600, 1200),), (), ((720, 780),)]).spans == (
        Span(0, 600, 1200),
        Span(2, 720, 780),
    )
