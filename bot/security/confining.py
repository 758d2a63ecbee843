"""A process that reads people's words gives up the network and the starting of programs, for good.

A filter of the Linux kernel (seccomp, `prctl(2)`) does it, so that native code is bound as well.
No package index has a maintained binding that needs no system library, and there are only a few
numbers to it; the filter allows all but what is listed.
"""

import ctypes
import errno
import mmap
import platform
import resource
import sys
from contextlib import suppress
from pathlib import Path

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP = 1, 38, 22
_FILTER_MODE = 2
_SIGKILL = 9
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4  # in struct seccomp_data
_ALLOW, _KILL, _FAIL = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EPERM
_X32_BIT = 0x40000000
"""Numbers from here on are a second set of the same calls, on x86-64 only."""
# socket socketpair connect sendto sendmsg bind listen accept accept4 sendmmsg execve execveat
# ptrace io_uring_setup
_FORBIDDEN = {
    "x86_64": (
        0xC000003E,
        (41, 53, 42, 44, 46, 49, 50, 43, 288, 307, 59, 322, 101, 425),
    ),
    "aarch64": (
        0xC00000B7,
        (198, 199, 203, 206, 211, 200, 201, 202, 242, 269, 221, 281, 117, 425),
    ),
}


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("if_true", ctypes.c_ubyte),
        ("if_false", ctypes.c_ubyte),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction)))


def can_confine() -> bool:
    """Whether this machine has such a filter, and we know its numbers."""
    return sys.platform.startswith("linux") and platform.machine() in _FORBIDDEN


def die_with_parent() -> None:
    """Nothing that holds people's words outlives who asked for it; first of all to be killed."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def bound_memory(most: int) -> None:
    """What asks for more bytes fails, instead of taking the machine down."""
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def may_run_what_it_wrote() -> bool:
    """False where the system forbids it, as systemd's `MemoryDenyWriteExecute` does."""
    page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE)
    try:
        held = ctypes.c_char.from_buffer(page)
        where, wanted = ctypes.addressof(held), mmap.PROT_READ | mmap.PROT_EXEC
        allowed = ctypes.CDLL(None).mprotect(ctypes.c_void_p(where), mmap.PAGESIZE, wanted) == 0
        del held
    finally:
        page.close()
    return bool(allowed)


def confine() -> None:
    """No network and no new program from here on; raises OSError when that cannot be had."""
    if not can_confine():
        raise OSError(errno.ENOSYS, "no filter for this machine")
    libc = ctypes.CDLL(None, use_errno=True)
    steps = _steps(*_FORBIDDEN[platform.machine()])
    array = (_Instruction * len(steps))(*steps)
    program = _Program(len(steps), array)
    for arguments in (
        (_PR_SET_NO_NEW_PRIVS, 1, 0),
        (_PR_SET_SECCOMP, _FILTER_MODE, ctypes.byref(program)),
    ):
        if libc.prctl(*arguments, 0, 0):
            raise OSError(ctypes.get_errno(), "the kernel refused the filter")


def _steps(architecture: int, forbidden: tuple[int, ...]) -> list[_Instruction]:
    """Another architecture's calls kill; a forbidden number fails; all else is allowed."""
    fail_at = len(forbidden) + 1
    return [
        _Instruction(_LOAD, 0, 0, _ARCHITECTURE_AT),
        _Instruction(_JUMP_IF_EQUAL, 1, 0, architecture),
        _Instruction(_RETURN, 0, 0, _KILL),
        _Instruction(_LOAD, 0, 0, _NUMBER_AT),
        _Instruction(_JUMP_IF_AT_LEAST, fail_at, 0, _X32_BIT),
        *(
            _Instruction(_JUMP_IF_EQUAL, fail_at - 1 - place, 0, number)
            for place, number in enumerate(forbidden)
        ),
        _Instruction(_RETURN, 0, 0, _ALLOW),
        _Instruction(_RETURN, 0, 0, _FAIL),
    ]
