"""What the process does to itself first, so that its memory stays out of files.

Whatever the system refuses is tolerated, and told by `check`: a line that is hidden less well is
better than none.
"""

import ctypes
import os
import resource
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_LINUX = sys.platform.startswith("linux")
_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4
_PR_SET_MDWE, _PR_GET_MDWE = 65, 66
_REFUSE_EXEC_GAIN, _NO_INHERIT = 1, 2
_CAP_IPC_LOCK = 14
# What is there and what comes, once it is touched: memory that is only reserved costs nothing.
_MCL_CURRENT, _MCL_FUTURE, _MCL_ONFAULT = 1, 2, 4


@dataclass(frozen=True)
class Hardened:
    """What was reached; None where the system does not know such a thing."""

    no_core: bool
    not_dumpable: bool | None
    locked: bool | None
    runs_nothing_written: bool | None


def harden() -> None:
    """Files for their owner only, no core dump, no look by the account's other processes, no swap.

    Comes before the first secret is read. A child process that replaces itself starts anew.
    """
    os.umask(0o077)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if _LINUX:
        libc = ctypes.CDLL(None)
        # The limit alone is not enough: a core that is piped to a program knows no limit.
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        # Under a limit a later request for memory would fail, and end the line.
        if _unlimited():
            libc.mlockall(_MCL_CURRENT | _MCL_FUTURE | _MCL_ONFAULT)


def run_nothing_written() -> None:
    """What this process writes into memory it never runs, where the kernel knows that (6.6).

    Its children may: the arithmetic of the translating process makes code as it goes, and without
    that takes ten times as long. So it is no setting of the unit.
    """
    if _LINUX:
        ctypes.CDLL(None).prctl(_PR_SET_MDWE, _REFUSE_EXEC_GAIN | _NO_INHERIT, 0, 0, 0)


def hardened() -> Hardened:
    """How this process stands now."""
    no_core = resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    if not _LINUX:
        return Hardened(no_core, None, None, None)
    libc = ctypes.CDLL(None)
    dumpable = libc.prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0)
    kept = libc.prctl(_PR_GET_MDWE, 0, 0, 0, 0) > 0
    return Hardened(no_core, dumpable == 0, int(_status("VmLck").split()[0]) > 0, kept)


def _unlimited() -> bool:
    limit = resource.getrlimit(resource.RLIMIT_MEMLOCK)[0]
    capable = int(_status("CapEff"), 16) >> _CAP_IPC_LOCK & 1
    return limit == resource.RLIM_INFINITY or bool(capable)


def _status(name: str) -> str:
    lines = Path("/proc/self/status").read_text(encoding="utf-8", errors="replace").splitlines()
    return next(line.partition(":")[2].strip() for line in lines if line.startswith(f"{name}:"))
