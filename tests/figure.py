"""The figures of the privacy group: a test measures one, the end of the run prints them all."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

Figure = Callable[[str, object], None]
_NAME = "privacy figure"


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Figure:
    """Say a measured value by its name: `figure("messages lost", lost)`.

    Say it before asserting, so that a failing run shows it too.
    """

    def say(name: str, value: object) -> None:
        record_property(_NAME, f"{name}: {value}")

    return say


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each figure; those of other worker processes come with their reports."""
    lines = sorted(_said(terminalreporter.stats.values()))
    if lines:
        terminalreporter.section("privacy figures")
        for place, words in lines:
            terminalreporter.write_line(f"{words}  ({place})")


def _said(reports: Iterable[list[Any]]) -> set[tuple[str, str]]:
    return {
        (one.nodeid.partition("::")[0].removeprefix("tests/"), str(value))
        for kind in reports
        for one in kind
        if isinstance(one, pytest.TestReport)
        for name, value in one.user_properties
        if name == _NAME
    }
