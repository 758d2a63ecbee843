"""No way of printing or failing carries a word of a reporter into the log."""

import io
import json
import subprocess
import sys
import threading

import pytest

from bot.errors import LineError
from bot.security.logging import Happened, _Log, note, outline

CANARY = "CANARY-mijn-moeder"

# Each in a process of its own: half of them end it or change it for good.
CHANNELS = {
    "a record's text": "logging.getLogger('nio.rooms').warning('got ' + secret)",
    "a record's arguments": "logging.getLogger('aiohttp').error('got %s', secret)",
    "a logger's name": "logging.getLogger(secret).error('x')",
    "a record's extra": "logging.getLogger('x').error('x', extra={'body': secret})",
    "a failing record": "logging.getLogger('x').error('%d', secret)",
    "an exception logged": "try_log(secret)",
    "a logger with its own handler": (
        "own.addHandler(logging.StreamHandler()); install(); own.error(secret)"
    ),
    "an uncaught exception": "raise ValueError(secret)",
    "a cause": "raise RuntimeError('x') from ValueError(secret)",
    "a group": "raise ExceptionGroup(secret, [ValueError(secret)])",
    "a note on an exception": "e = ValueError(); e.add_note(secret); raise e",
    "a class made while running": "raise type(secret.replace('-', ''), (Exception,), {})()",
    "code named while running": "exec(compile('1/0', secret + '.py', 'exec'))",
    "a thread": "t = threading.Thread(target=fail, args=(secret,)); t.start(); t.join()",
    "a destructor": "Bad(secret); gc.collect()",
    "a task nobody waits for": "asyncio.run(lonely(secret))",
    "a callback of the loop": "asyncio.run(callback(secret))",
    "a warning": "warnings.warn(secret)",
    "a printed traceback": "try_print(secret)",
    "a lost logger": "logging.lastResort = None; logging.error(secret)",
}
PROLOGUE = """
import asyncio, gc, logging, sys, threading, traceback, warnings
own = logging.getLogger("own")
from bot.security.logging import install
install()

def fail(text):
    raise ValueError(text)

def try_log(text):
    try:
        fail(text)
    except ValueError:
        logging.getLogger("peewee").exception("failed with %s", text)

def try_print(text):
    try:
        fail(text)
    except ValueError:
        traceback.print_exc()

class Bad:
    def __init__(self, text):
        self.text = text
    def __del__(self):
        raise ValueError(self.text)

async def lonely(text):
    async def inner():
        fail(text)
    asyncio.get_running_loop().create_task(inner(), name=text)
    await asyncio.sleep(0.01)
    gc.collect()

async def callback(text):
    asyncio.get_running_loop().call_soon(fail, text)
    await asyncio.sleep(0.01)

secret = sys.stdin.read()
"""


def _run(code: str, prologue: str = PROLOGUE) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "default", "-c", prologue + code],
        input=CANARY,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    return done.stdout + done.stderr


def test_no_channel_carries_content() -> None:
    """One process each, all at once: every line is ours, and none holds the canary."""
    results: dict[str, str] = {}

    def one(name: str, code: str) -> None:
        results[name] = _run(code)

    threads = [threading.Thread(target=one, args=channel) for channel in CHANNELS.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    leaks = [name for name, out in results.items() if "CANARY" in out or "moeder" in out]
    assert leaks == []
    silent = [name for name, out in results.items() if not out.strip()]
    assert silent == []
    for out in results.values():
        for line in out.splitlines():
            assert set(json.loads(line)) <= {
                "day",
                "event",
                "count",
                "fault",
                "logger",
                "level",
                "at",
            }


def test_without_the_log_the_same_things_leak() -> None:
    """The test above can fail: without `install` an uncaught exception shows everything."""
    assert CANARY in _run("raise ValueError(secret)", PROLOGUE.replace("\ninstall()\n", "\n"))


def test_a_line_holds_an_event_and_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    monkeypatch.setattr(_Log, "stream", written)
    note(Happened.RETRIED, count=3)
    line = json.loads(written.getvalue())
    assert (line["event"], line["count"]) == ("retried", 3)
    assert len(line["day"]) == len("2026-01-05")


def test_an_exception_is_its_type_and_place() -> None:
    try:
        raise LineError(CANARY)
    except LineError as fault:
        (one,) = outline(fault)
    assert one["type"] == "bot.errors.LineError"
    assert str(one["at"]).startswith("['test_logging.py:")


def test_nothing_is_written_before_the_log_is_installed(capfd: pytest.CaptureFixture[str]) -> None:
    note(Happened.START)
    assert capfd.readouterr().err == ""


def test_only_numbers_are_fields() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        note(Happened.RETRIED, count="many")  # type: ignore[arg-type]
