"""The answers of `init` from its flags."""

from dataclasses import replace
from pathlib import Path

import pytest
import typer

from bot.channels.base import Account
from bot.errors import ConfigurationError
from bot.operating.asking import Given, ask
from dialogs.model import Language

KEY = "iUWqtPSbTLXEjBQiyUGEDVD0o1XY6YZDW2cVPtJ3h2Q"


@pytest.fixture(autouse=True)
def _nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def prompt(question: str, **_: object) -> str:
        raise AssertionError(f"asked: {question}")

    monkeypatch.setattr(typer, "prompt", prompt)


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """Every flag that has no default."""
    password = tmp_path / "password"
    password.write_text("a word\n")
    return Given(
        folder=tmp_path / "line",
        front_homeserver="https://front.example",
        front_user="@front:example",
        front_password_file=password,
        desk_homeserver=None,
        desk_user="@desk:example",
        desk_password_file=None,
        staff=(f"@pro:example={KEY}", "@other:example"),
        legal_limit=("In nood moeten wij bellen.", "en=We must call when in danger."),
        line_name="Lijn",
        staff_language="nl",
        approve="nl, en",
    )


def test_with_every_flag_nothing_is_asked(given: Given) -> None:
    """The desk takes what it was not given from the front; a limit may be said per language."""
    answers = ask(given)
    desk = answers.accounts[Account.DESK]
    assert (desk.homeserver, desk.user, desk.password) == (
        "https://front.example",
        "@desk:example",
        "a word",
    )
    assert answers.staff == (("@pro:example", KEY), ("@other:example", None))
    assert answers.legal_limit == {
        Language("nl"): "In nood moeten wij bellen.",
        Language("en"): "We must call when in danger.",
    }


def test_another_homeserver_never_gets_the_front_s_password(given: Given) -> None:
    """The desk's own password is asked for instead."""
    with pytest.raises(AssertionError, match="asked: Password of the desk account"):
        ask(replace(given, desk_homeserver="https://desk.example"))


def test_a_fingerprint_may_be_given_as_it_is_printed(given: Given) -> None:
    """In groups of four, as clients show it."""
    grouped = " ".join(KEY[place : place + 4] for place in range(0, len(KEY), 4))
    answers = ask(replace(given, staff=(f"@pro:example={grouped}",)))
    assert answers.staff == (("@pro:example", KEY),)


@pytest.mark.parametrize("wrong", ["abc", KEY[:-1], KEY + "x", KEY[:-1] + "!"])
def test_a_mistyped_fingerprint_is_refused(given: Given, wrong: str) -> None:
    """Whoever is pinned to it could read nothing, and nobody would know why."""
    with pytest.raises(ConfigurationError, match="fingerprint given for @pro:example"):
        ask(replace(given, staff=(f"@pro:example={wrong}",)))
