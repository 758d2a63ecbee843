"""The keeper of signal-cli in a process beside the line."""

import asyncio
import sys
from pathlib import Path

from bot.channels.signal.keeping import (
    ENDS_WITHIN_S,
    LONGEST_PAUSE_S,
    DaemonSettings,
    end,
    environment,
)
from bot.security.logging import Happened, note

PACKAGE_ROOT = Path(__file__).resolve().parents[3]


class Kept:
    """The keeper in a process of its own: it ends when we end, and takes signal-cli along."""

    def __init__(self, settings: DaemonSettings) -> None:
        self._settings = settings
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._running = asyncio.create_task(self._stay())

    async def stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def _stay(self) -> None:
        while True:
            try:
                await self._once()
            except OSError as fault:  # no memory, or too many processes
                note(Happened.SET_ASIDE, fault=fault)
            await asyncio.sleep(LONGEST_PAUSE_S)

    async def _once(self) -> None:
        process = await asyncio.create_subprocess_exec(
            *serving(self._settings),
            # When this pipe ends, its other side has died in whatever way.
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env={**environment(self._settings.data), "PYTHONPATH": str(PACKAGE_ROOT)},
        )
        try:
            await process.wait()
        finally:
            await end(process, 3 * ENDS_WITHIN_S)  # it has to end another one first


def serving(settings: DaemonSettings) -> list[str]:
    """The command that keeps such a daemon."""
    return [
        *(sys.executable, "-P", "-m", "bot", "signal", "serve"),
        *("--number", settings.number, "--data", str(settings.data)),
        *("--socket", str(settings.socket), "--program", settings.program),
        "--with-parent",
    ]
