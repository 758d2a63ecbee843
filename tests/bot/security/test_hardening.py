"""The process hides its memory before it knows a secret; what it cannot do is told, not fatal."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from bot.operating import host
from bot.operating.finding import Level
from bot.security import hardening
from bot.security.hardening import Hardened, hardened

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux calls")
PROLOGUE = """
import os, resource, sys
from bot.security.hardening import harden, hardened
"""
HIDDEN = """
harden()
print(hardened())
made = os.open("made", os.O_CREAT | os.O_WRONLY, 0o666)
print(oct(os.fstat(made).st_mode & 0o777))
sys.stdout.flush()
os.abort()
"""


def _child(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROLOGUE + code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        check=False,
        capture_output=True,
        text=True,
    )


def test_a_crash_leaves_no_core_and_files_are_the_owners(tmp_path: Path) -> None:
    done = _child(HIDDEN, tmp_path)
    assert "no_core=True, not_dumpable=True" in done.stdout, done.stderr
    assert "0o600" in done.stdout
    assert done.returncode == -6
    assert [path.name for path in tmp_path.iterdir()] == ["made"]


def test_without_it_the_memory_could_be_dumped() -> None:
    """The test above can fail: this process has not hidden itself."""
    assert hardened().not_dumpable is False


@pytest.mark.parametrize(
    ("limit", "capabilities", "locks"),
    [
        (resource.RLIM_INFINITY, "0000000000000000", True),
        (64 << 20, "0000000000000000", False),
        (64 << 20, "0000000000004000", True),
        (64 << 20, "000001ffffffbfff", False),
    ],
)
def test_memory_is_locked_only_where_that_cannot_end_the_line(
    limit: int, capabilities: str, locks: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under a limit a lock on all that comes would refuse memory later."""
    monkeypatch.setattr(resource, "getrlimit", lambda _: (limit, limit))
    monkeypatch.setattr(hardening, "_status", lambda _: capabilities)
    assert hardening._unlimited() is locks


def test_free_to_lock_it_locks(tmp_path: Path) -> None:
    soft, _ = resource.getrlimit(resource.RLIMIT_MEMLOCK)
    if soft != resource.RLIM_INFINITY and os.geteuid() != 0:
        pytest.skip("memory may not be locked here")
    assert "locked=True" in _child(HIDDEN, tmp_path).stdout


@pytest.mark.parametrize(
    ("now", "swap", "levels"),
    [
        (Hardened(True, True, True, None), True, [Level.OK, Level.OK]),
        (Hardened(True, True, False, None), True, [Level.OK, Level.NOTE]),
        (Hardened(True, True, False, None), False, [Level.OK, Level.OK]),
        (Hardened(True, False, False, None), False, [Level.NOTE, Level.OK]),
        (Hardened(True, None, None, None), False, [Level.OK, Level.OK]),
        (Hardened(False, None, None, None), False, [Level.NOTE, Level.OK]),
    ],
)
def test_check_tells_what_was_not_reached(
    now: Hardened, swap: bool, levels: list[Level], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swaps = tmp_path / "swaps"
    swaps.write_text("Filename Type Size Used Priority\n" + "/dev/sda2 partition 1 0 -2\n" * swap)
    monkeypatch.setattr(host, "_SWAPS", swaps)
    found = [*host._cores(now), *host._swap(now)]
    assert [one.level for one in found] == levels


WRITTEN = """
import subprocess
from bot.security.confining import may_run_what_it_wrote
from bot.security.hardening import run_nothing_written
assert may_run_what_it_wrote()
run_nothing_written()
if not hardened().runs_nothing_written:
    raise SystemExit(7)
child = "from bot.security.confining import may_run_what_it_wrote as may; print(may())"
print(may_run_what_it_wrote(), flush=True)
subprocess.run([sys.executable, "-c", child], check=True)
"""


def test_the_line_runs_nothing_it_wrote_and_its_children_may(tmp_path: Path) -> None:
    done = _child(WRITTEN, tmp_path)
    if done.returncode == 7:
        pytest.skip("this kernel cannot")
    assert done.stdout.split() == ["False", "True"], done.stderr
