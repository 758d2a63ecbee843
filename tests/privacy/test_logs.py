"""No way of printing or failing carries a word of a reporter into a log or onto a terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.figure import Figure
from tests.privacy.log_channels import MORE, NATIVE, OTHERS, OURS, PROGRAM, PROLOGUE

CANARY = "CANARY-mijn-moeder"
MARKS = ("CANARY", "moeder")
FIELDS = {"day", "event", "count", "fault", "logger", "level", "at"}
LAST_WORDS = "vertrouwenslijn: a fault of ours, please report it: "


def _run(channels: dict[str, str], *, with_log: bool = True) -> dict[str, str]:
    """What came out of each channel."""
    more = MORE if channels.keys() & OTHERS.keys() else ""
    given = {"secret": CANARY, "channels": channels, "with_log": with_log}
    done = subprocess.run(
        [sys.executable, "-W", "default", "-c", PROLOGUE + more + PROGRAM],
        input=json.dumps(given),
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    printed: dict[str, str] = json.loads(done.stdout)
    assert printed.keys() == channels.keys()
    return printed


@pytest.fixture(scope="module")
def printed() -> dict[str, str]:
    return _run(OURS | NATIVE) | _run(OTHERS)


def test_no_channel_carries_content(printed: dict[str, str], figure: Figure) -> None:
    leaking = [name for name, out in printed.items() if any(mark in out for mark in MARKS)]
    figure("log channels tried", f"{len(printed)}, leaking: {len(leaking)}")
    assert leaking == []


def test_every_channel_was_really_tried(printed: dict[str, str]) -> None:
    """One that says nothing may not have happened."""
    assert [name for name, out in printed.items() if not out.strip()] == []


def test_every_line_is_of_the_closed_vocabulary(printed: dict[str, str]) -> None:
    for name, out in printed.items():
        if name in NATIVE:
            continue
        for line in out.splitlines():
            assert line.startswith(LAST_WORDS) or set(json.loads(line)) <= FIELDS, name


def test_without_the_log_the_same_things_leak(figure: Figure) -> None:
    """The tests above can fail: this is what most of these do by themselves."""
    leaking = sum("CANARY" in out for out in _run(OURS, with_log=False).values())
    figure("log channels tried without the line's log", f"{len(OURS)}, leaking: {leaking}")
    assert leaking > len(OURS) / 2
