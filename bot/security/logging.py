"""The log: a closed vocabulary. Nothing that came from outside can reach a line of it.

An event is one of an enum, a field is a number, a time is a day. An exception is reduced to its
type and place, another library's record to its logger, level and place: texts are never printed.
What others print to the terminal is counted as such a record, and dropped.
"""

import io
import json
import logging
import re
import sys
import threading
import time
import traceback
import warnings
from collections import Counter
from enum import Enum
from typing import Any, TextIO

from bot.security.buckets import Buckets, Rate

_LOGGERS = frozenset({"aiohttp", "aiosqlite", "asyncio", "concurrent", "nio", "root"})
_FRAMES, _CAUSES = 4, 5
OF_ONE_KIND = Rate(burst=20, every_s=60.0)
"""So many lines of one kind at once, and one a minute: a flood must not fill the disk, and how
often something happens tells of those to whom it does."""
_FILE_NAME = re.compile(r"[A-Za-z_]\w{0,40}\.py", re.ASCII)


class Happened(Enum):
    """All that the log can say."""

    START = "start"
    STOP = "stop"
    RETRIED = "retried"
    """Something was sent after `count` failed tries."""
    GIVEN_UP = "given_up"
    """An action failed for good."""
    SET_ASIDE = "set_aside"
    """An event could not be decided."""
    PURGE_WAITS = "purge_waits"
    """What was erased cannot be made unreadable yet; it is tried again."""
    CRASH = "crash"
    WARNING = "warning"
    FOREIGN = "foreign"
    """Another library's record."""
    MODEL_LEFT_OUT = "model_left_out"
    """A translation model is not what was installed, and is not used."""
    SIGNAL_OTHER_DEVICE = "signal_other_device"
    """Somebody wrote with the line's Signal account from another device: unlink it."""
    SIGNAL_CHALLENGED = "signal_challenged"
    """Signal wants a captcha solved before it sends more; see `check`."""
    SIGNAL_UNREADABLE = "signal_unreadable"
    """Nobody can tell whose message could not be opened: signal-cli may be too old."""
    SIGNAL_STARTED = "signal_started"
    """signal-cli was started anew for the `count`th time."""
    LEFT_OUT = "left_out"
    """There were `count` more lines like the next one, or before a stop like any."""


def note(happened: Happened, *, count: int | None = None, fault: object = None) -> None:
    """Write one line."""
    fields: dict[str, object] = {}
    if count is not None:
        fields["count"] = int(count)
    if isinstance(fault, BaseException):
        fields["fault"] = outline(fault)
    _write(happened, fields)


def outline(fault: BaseException) -> list[dict[str, object]]:
    """Type and place of an exception and of what caused it; no message, no values."""
    found: list[dict[str, object]] = []
    one: BaseException | None = fault
    while one is not None and len(found) < _CAUSES:
        frames = traceback.extract_tb(one.__traceback__)[-_FRAMES:]
        places = [_place(frame.filename, frame.lineno) for frame in frames]
        found.append({"type": _type_name(type(one)), "at": places})
        if isinstance(one, BaseExceptionGroup):
            one = one.exceptions[0]
        else:
            one = one.__cause__ or one.__context__
    return found


def install(stream: TextIO | None = None) -> None:
    """From here on everything that would print goes through this log instead."""
    _Log.stream, _Log.limit = stream or sys.__stderr__, Limit()
    if not isinstance(sys.stdout, _Mute):
        sys.stdout, sys.stderr = _Mute(sys.stdout), _Mute(sys.stderr)
    logging.raiseExceptions = False
    root = logging.getLogger()
    root.handlers[:] = [_Foreign()]
    root.setLevel(logging.WARNING)
    for name in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        logger.handlers[:] = []
        logger.propagate = True
    logging.lastResort = None
    sys.excepthook = lambda _type, fault, _trace: note(Happened.CRASH, fault=fault)
    threading.excepthook = lambda args: note(Happened.CRASH, fault=args.exc_value)
    sys.unraisablehook = lambda args: note(Happened.CRASH, fault=args.exc_value)
    warnings.showwarning = _warned
    # The ways in which libraries print an exception by hand.
    for name in ("print_exc", "print_exception", "print_last", "print_tb", "print_stack"):
        setattr(traceback, name, _printed)


def tell_operator(words: str, *, stderr: bool = False) -> None:
    """A sentence of ours for whoever started the program: all that is shown besides the log."""
    stream = sys.stderr if stderr else sys.stdout
    shown = stream.behind if isinstance(stream, _Mute) else stream
    shown.write(words + "\n")
    shown.flush()


class Limit:
    """Lets pass what is not too much of its kind, with the number of what was left out.

    Kinds are told apart by place, and there are only so many places in a program.
    """

    def __init__(self) -> None:
        self._lines = Buckets(OF_ONE_KIND)
        self._left_out: Counter[str] = Counter()

    def passed(
        self, happened: Happened, fields: dict[str, object]
    ) -> list[tuple[Happened, dict[str, object]]]:
        if happened in (Happened.START, Happened.STOP):
            left_out, self._left_out = self._left_out.total(), Counter()
        else:
            kind = json.dumps([happened.value, {**fields, "count": None}])
            if not self._lines.take(kind):
                self._left_out[kind] += 1
                return []
            left_out = self._left_out.pop(kind, 0)
        more: dict[str, object] = {"count": left_out}
        return [*([(Happened.LEFT_OUT, more)] if left_out else []), (happened, fields)]


class _Log:
    stream: TextIO | None = None
    """None until `install`: the demo and the tests keep no log."""
    limit = Limit()


class _Mute(io.TextIOBase):
    """Stands where libraries print; `behind` is the terminal."""

    def __init__(self, behind: TextIO) -> None:
        super().__init__()
        self.behind = behind

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if text.strip():
            note(Happened.FOREIGN)
        return len(text)


class _Foreign(logging.Handler):
    """Other libraries' records, the event loop's among them."""

    def emit(self, record: logging.LogRecord) -> None:
        name = record.name.split(".")[0]
        fields: dict[str, object] = {
            "logger": name if name in _LOGGERS else "other",
            "level": int(record.levelno),
            "at": _place(record.pathname, record.lineno),
        }
        if record.exc_info and record.exc_info[1]:
            fields["fault"] = outline(record.exc_info[1])
        _write(Happened.FOREIGN, fields)


def _write(happened: Happened, fields: dict[str, object]) -> None:
    if _Log.stream is None:
        return
    for event, more in _Log.limit.passed(happened, fields):
        line = {"day": time.strftime("%Y-%m-%d", time.gmtime()), "event": event.value, **more}
        _Log.stream.write(json.dumps(line) + "\n")
    _Log.stream.flush()


def _type_name(kind: type) -> str:
    """A class made while running may carry outside text in its name: such a one is `other`."""
    known = getattr(sys.modules.get(kind.__module__), kind.__name__, None) is kind
    return f"{kind.__module__}.{kind.__name__}" if known else "other"


def _place(path: str, line: int | None) -> str:
    name = re.split(r"[\\/]", path)[-1]
    return f"{name if _FILE_NAME.fullmatch(name) else 'other'}:{int(line or 0)}"


def _warned(*_args: Any, **_named: Any) -> None:
    note(Happened.WARNING)


def _printed(*_args: Any, **_named: Any) -> None:
    note(Happened.CRASH, fault=sys.exc_info()[1])
