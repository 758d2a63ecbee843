"""What a line of the log is; tests/privacy shows what it is not."""

import io
import json

import pytest

from bot.errors import LineError
from bot.security.buckets import Buckets
from bot.security.logging import OF_ONE_KIND, Happened, Limit, _Log, note, outline

CANARY = "CANARY-mijn-moeder"


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


def test_a_flood_of_one_kind_is_a_few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was left out is counted, and another kind is written all the same."""
    written, now = io.StringIO(), [0.0]
    limit = Limit()
    limit._lines = Buckets(OF_ONE_KIND, lambda: now[0])
    monkeypatch.setattr(_Log, "stream", written)
    monkeypatch.setattr(_Log, "limit", limit)
    for number in range(10_000):
        note(Happened.RETRIED, count=number)
    assert len(written.getvalue().splitlines()) == OF_ONE_KIND.burst
    note(Happened.SET_ASIDE)
    assert "set_aside" in written.getvalue()
    now[0] += OF_ONE_KIND.every_s
    note(Happened.RETRIED, count=1)
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert lines[-2]["event"] == "left_out"
    assert lines[-2]["count"] == 10_000 - OF_ONE_KIND.burst
    assert (lines[-1]["event"], lines[-1]["count"]) == ("retried", 1)
    note(Happened.RETRIED, count=1)
    note(Happened.STOP)
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert [(line["event"], line.get("count")) for line in lines[-2:]] == [
        ("left_out", 1),
        ("stop", None),
    ]
