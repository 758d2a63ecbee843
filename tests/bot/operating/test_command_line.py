"""What the console script prints when something goes wrong."""

import re
import sys
from typing import NoReturn

import pytest

from bot.cli import main
from bot.errors import ConfigurationError

SECRET = "@anna:example wrote that she is afraid"


def run(monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> int:
    """`check`, with this fault where the settings are read; the exit code."""
    hidden: list[bool] = []

    def fail(*_: object) -> NoReturn:
        assert hidden, "the process hides itself before it reads anything"
        raise fault

    # Not really: it would last for all tests of this process.
    monkeypatch.setattr("bot.cli.harden", lambda: hidden.append(True))
    monkeypatch.setattr("bot.config.read_config", fail)
    monkeypatch.setattr(sys, "argv", ["vertrouwenslijn", "check"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_an_expected_fault_is_its_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also when a task group wrapped it."""
    fault = ExceptionGroup("tasks", [ExceptionGroup("more", [ConfigurationError("No settings.")])])
    assert run(monkeypatch, fault) == 1
    assert capsys.readouterr() == ("", "vertrouwenslijn: No settings.\n")


@pytest.mark.parametrize(
    "fault", [ValueError(SECRET), ExceptionGroup(SECRET, [KeyError(SECRET)])], ids=["one", "group"]
)
def test_a_fault_of_ours_quotes_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fault: Exception
) -> None:
    """Its kind and its place, never its words, and no traceback."""
    assert run(monkeypatch, fault) == 1
    printed = "".join(capsys.readouterr())
    assert "anna" not in printed
    assert "Traceback" not in printed
    assert printed.count("\n") == 1
    assert re.search("(Value|Key)Error at (bot.cli:|an unknown)", printed)


def test_an_interrupt_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C at a question of `init`, for one."""
    assert run(monkeypatch, KeyboardInterrupt()) == 130
    assert capsys.readouterr() == ("", "")
