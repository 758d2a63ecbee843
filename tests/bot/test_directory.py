"""The operator's checks of the directory: a file of their own, read strictly, written whole."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.config import AccountSettings, Config, Place
from bot.directory import CHECKS_FILE, checked_places, read_checks, write_checks
from bot.errors import ConfigurationError
from bot.operating.finding import Level
from bot.operating.referring import check_referral, directory_findings, list_referrals, today
from dialogs.model import Language
from handoff.referrals import Check

DAY = date(2026, 1, 5)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    none = AccountSettings(homeserver="none", user="none")
    limit = {Language("nl"): "x"}
    config = Config(
        line_name="x", staff_language=Language("nl"), legal_limit=limit, front=none, desk=none
    )
    return Place(folder=tmp_path, config=config)


def test_a_line_without_the_file_has_checked_nothing(tmp_path: Path) -> None:
    assert read_checks(tmp_path) == {}
    assert not [one for one in checked_places(tmp_path).values() if one.check]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    checks = {
        "aivd": Check(last_checked=DAY, checked_by='Carla "C" \\ \x7f'),
        "luisterlijn": Check(last_checked=DAY, checked_by="Bram"),
    }
    write_checks(tmp_path, checks)
    assert read_checks(tmp_path) == checks
    assert checked_places(tmp_path)["aivd"].check == checks["aivd"]
    assert [path.name for path in tmp_path.iterdir()] == [CHECKS_FILE]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[aivd", "no valid TOML"),
        ('[aivd]\nlast_checked = 2026-01-05\nchecked_by = "x"\nnote = "y"', "aivd.note"),
        ('[aivd]\nlast_checked = "soon"\nchecked_by = "x"', "aivd.last_checked"),
        ("[aivd]\nlast_checked = 2026-01-05", "aivd.checked_by"),
        ('[embassy]\nlast_checked = 2026-01-05\nchecked_by = "x"', "embassy"),
        ("aivd = 3", "aivd"),
    ],
)
def test_a_wrong_file_is_refused_in_a_sentence(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / CHECKS_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=re.escape(told)):
        checked_places(tmp_path)


def test_a_wrong_file_is_a_fault_of_check(place: Place) -> None:
    (place.folder / CHECKS_FILE).write_text("[aivd", encoding="utf-8")
    assert [one.level for one in directory_findings(place)] == [Level.FAULT]


def test_check_counts_what_is_expired(place: Place) -> None:
    hidden, crisis = (one.words for one in directory_findings(place))
    assert "29 of 34" in hidden
    assert "suicide_113" in crisis
    now = Check(last_checked=today(place), checked_by="Carla")
    write_checks(place.folder, dict.fromkeys(checked_places(place.folder), now))
    assert [one.level for one in directory_findings(place)] == [Level.OK]


def test_a_check_is_recorded_and_listed(place: Place) -> None:
    said: list[str] = []
    day = today(place) - timedelta(days=31)
    check_referral(place, "suicide_113", " Carla ", day, said.append)
    check_referral(place, "luisterlijn", "Bram", None, said.append)
    assert read_checks(place.folder)["suicide_113"] == Check(last_checked=day, checked_by="Carla")
    said.clear()
    list_referrals(place, said.append)
    rows = {row.split()[0]: row for row in said if row[0] != " "}
    assert "expired" in rows["suicide_113"]
    assert "shown all the same" in rows["suicide_113"]
    assert "good until" in rows["luisterlijn"]
    assert "never checked; not shown" in rows["aivd"]


@pytest.mark.parametrize(
    ("name", "by", "days"), [("embassy", "Carla", 0), ("aivd", " ", 0), ("aivd", "Carla", 1)]
)
def test_what_cannot_be_is_refused(place: Place, name: str, by: str, days: int) -> None:
    with pytest.raises(ConfigurationError):
        check_referral(place, name, by, today(place) + timedelta(days=days), print)
    assert read_checks(place.folder) == {}
