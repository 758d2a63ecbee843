"""What a line of the log is; tests/privacy shows what it is not."""

import io
import json

import pytest

from bot.errors import LineError
from bot.security.logging import Happened, _Log, note, outline

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
