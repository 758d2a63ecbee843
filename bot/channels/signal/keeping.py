"""Keeps signal-cli's daemon running: starts it, sees whether it still receives, renews it.

A daemon that answers may have stopped receiving: one message that it cannot parse ends its thread
for that. Connecting anew makes that worse, and only a new process helps. So the thread itself is
looked for, by the name that it has in the kernel.
"""

import asyncio
import ctypes
import os
import re
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.channels.signal.tidying import is_wanted, sweep, tidy
from bot.errors import ConfigurationError
from bot.security.logging import Happened, note
from dialogs.hushed import Hushed

LOOK_EVERY_S = 2.0
DEAF_AFTER_S = 10.0
RENUMBERED = 3
"""So many other threads in a row for receiving: they end as soon as they begin."""
ENDS_WITHIN_S, STARTS_WITHIN_S = 15.0, 60.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 60.0
LASTED_S = 120.0
SWEEP_EVERY_S = 300.0
CONNECTED = "03"
_LIBC, _PR_SET_PDEATHSIG = ctypes.CDLL(None), 1
OLDEST = (0, 14)
_VERSION = re.compile(r"signal-cli (\d+)\.(\d+)")


@dataclass(frozen=True, repr=False)
class DaemonSettings(Hushed):
    """What is kept running."""

    program: str
    data: Path
    socket: Path
    number: str


def command(settings: DaemonSettings) -> list[str]:
    """Never more talkative: with `-vv` it logs what we write, without the first flag what comes."""
    return [
        settings.program,
        *("-d", str(settings.data), "-a", settings.number),
        *("--scrub-log", "--disable-send-log", "--trust-new-identities", "on-first-use"),
        *("daemon", "--socket", str(settings.socket), "--receive-mode", "manual"),
        *("--no-receive-stdout", "--ignore-attachments", "--ignore-stories"),
        *("--ignore-avatars", "--ignore-stickers"),
    ]


def environment(data: Path) -> dict[str, str]:
    """No settings of its own: a file could make it talkative."""
    kept = {name: os.environ[name] for name in ("JAVA_HOME",) if name in os.environ}
    nothing = str(data / "no-settings")
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": nothing,
        "XDG_CONFIG_HOME": nothing,
        "LANG": "C.UTF-8",
        **kept,
    }


async def require_version(settings: DaemonSettings) -> None:
    """Raises `ConfigurationError` where there is no signal-cli, or one that lacks what we need."""
    try:
        process = await asyncio.create_subprocess_exec(
            settings.program,
            "--version",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment(settings.data),
        )
    except OSError:
        raise ConfigurationError(f"There is no program {settings.program}.") from None
    try:
        said, _ = await asyncio.wait_for(process.communicate(), STARTS_WITHIN_S)
    except TimeoutError:
        raise ConfigurationError(f"{settings.program} does not answer.") from None
    finally:
        await end(process)
    found = _VERSION.search(said.decode("utf-8", "replace"))
    if found is None or (int(found[1]), int(found[2])) < OLDEST:
        raise ConfigurationError("signal-cli 0.14 or newer is needed.")


class Keeper:
    """`keep` runs until it is cancelled."""

    def __init__(
        self,
        settings: DaemonSettings,
        look_every_s: float = LOOK_EVERY_S,
        deaf_after_s: float = DEAF_AFTER_S,
    ) -> None:
        self._settings = settings
        self._look_every_s, self._deaf_after_s = look_every_s, deaf_after_s
        self._clock: Callable[[], float] = asyncio.get_running_loop().time
        self.starts = 0

    async def keep(self) -> None:
        pause = FIRST_PAUSE_S
        while True:
            began = self._clock()
            await asyncio.to_thread(self._prepare)
            process = await self._start()
            try:
                await self._until_it_must_end(process)
            finally:
                await end(process)
            if process.returncode and self._clock() - began < LASTED_S:
                ended_file(self._settings.socket).touch()
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_S)
            else:
                pause = FIRST_PAUSE_S

    def _prepare(self) -> None:
        """While nothing runs: a socket file of one that died would keep the next from listening."""
        settings = self._settings
        for folder in (settings.data, settings.socket.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        settings.socket.unlink(missing_ok=True)
        if not tidy(settings.data, settings.socket):
            note(Happened.PURGE_WAITS)

    async def _start(self) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *command(self._settings),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment(self._settings.data),
            # The line may be another account of the same group; the folders decide who gets there.
            umask=0o007,
            preexec_fn=end_with_parent,
        )
        self.starts += 1
        note(Happened.SIGNAL_STARTED, count=self.starts)
        return process

    async def _until_it_must_end(self, process: asyncio.subprocess.Process) -> None:
        """It ended by itself, no longer receives, or has something to have tidied away."""
        hearing = Hearing(self._clock, self._deaf_after_s)
        began = swept_at = self._clock()
        while process.returncode is None:
            with suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), self._look_every_s)
                return
            connected, threads = has_clients(self._settings.socket), receivers(process.pid)
            if hearing.is_lost(threads, connected=connected):
                return
            if not self._settings.socket.exists() and self._clock() - began >= STARTS_WITHIN_S:
                return  # it waits for something, as for another one of its kind
            if threads:
                ended_file(self._settings.socket).unlink(missing_ok=True)
            if self._clock() - swept_at >= SWEEP_EVERY_S:
                swept_at = self._clock()
                await asyncio.to_thread(sweep, self._settings.data)
            if is_wanted(self._settings.socket) and not connected:
                return


class Hearing:
    """Whether the daemon receives, from looks at its threads."""

    def __init__(self, clock: Callable[[], float], deaf_after_s: float) -> None:
        self._clock, self._deaf_after_s = clock, deaf_after_s
        self._heard_at = clock()
        self._last: frozenset[str] = frozenset()
        self._renumbered = 0

    def is_lost(self, receivers: frozenset[str], *, connected: bool) -> bool:
        """Somebody has been connected for long enough, and nobody receives for them."""
        if not connected or (receivers and receivers == self._last):
            self._heard_at, self._renumbered = self._clock(), 0
        elif receivers and self._last:
            self._renumbered += 1
        self._last = receivers
        deaf = self._clock() - self._heard_at >= self._deaf_after_s
        return deaf or self._renumbered >= RENUMBERED


def receivers(pid: int) -> frozenset[str]:
    """The names of the process's threads that receive."""
    found = set()
    for thread in Path(f"/proc/{pid}/task").glob("*/comm"):
        with suppress(OSError):
            name = thread.read_text(encoding="ascii", errors="replace").strip()
            if name.startswith("receive-"):
                found.add(name)
    return frozenset(found)


def ended_file(socket: Path) -> Path:
    """Is there while signal-cli ends by itself as soon as it began, as when it has no account."""
    return socket.parent / "ended"


def has_clients(socket: Path) -> bool:
    """Whether anybody is connected to the socket, as the kernel lists it."""
    try:
        listed = Path("/proc/net/unix").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    rows = (line.split() for line in listed.splitlines())
    return any(row[-1] == str(socket) and row[5] == CONNECTED for row in rows if len(row) == 8)


def end_with_parent() -> None:
    """Runs in the new process: the kernel ends it when whoever started it is gone."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


async def end(process: asyncio.subprocess.Process, within_s: float = ENDS_WITHIN_S) -> None:
    """Kindly, so that it writes its log into its file; then not."""
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), within_s)
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
