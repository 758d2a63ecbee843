"""No way of printing or failing carries a word of a reporter into a log or onto a terminal."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.figure import Figure
from tests.privacy.log_channels import MORE, NATIVE, OTHERS, OURS, PROLOGUE

CANARY = "CANARY-mijn-moeder"
MARKS = ("CANARY", "moeder")
FIELDS = {"day", "event", "count", "fault", "logger", "level", "at"}
LAST_WORDS = "vertrouwenslijn: a fault of ours, please report it: "


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "default", "-c", code],
        input=CANARY,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.getcwd(), "COLUMNS": "400"},  # noqa: PTH109
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def printed() -> dict[str, str]:
    """What came out of each channel."""
    programs = {name: PROLOGUE + code for name, code in (OURS | NATIVE).items()}
    programs |= {name: PROLOGUE + MORE + code for name, code in OTHERS.items()}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(programs, pool.map(_run, programs.values()), strict=True))


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
    """The tests above can fail: this is what some of these do by themselves."""
    bare = PROLOGUE.replace("\ninstall()\n", "\ninstall = print\n")
    programs = [bare + code for code in list(OURS.values())[::7]]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        leaking = sum("CANARY" in out for out in pool.map(_run, programs))
    figure("some of the same without the line's log: tried", f"{len(programs)}, leaking: {leaking}")
    assert leaking > len(programs) / 2
