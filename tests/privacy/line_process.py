"""The line as its operator runs it: a process of its own, which can be killed.

Each start is a fork of a process that has everything imported: a kill costs no two seconds of
imports then, and what is killed is the same.
"""

import asyncio
import multiprocessing
import os
import resource
from multiprocessing.process import BaseProcess
from pathlib import Path

OPEN = "The line is open."
OPENS_WITHIN_S = 60.0
LOOK_EVERY_S = 0.02

_ready = multiprocessing.get_context("forkserver")
_ready.set_forkserver_preload(["bot.cli", "bot.operating.opening"])


class LineProcess:
    """`run --config line.toml`, started and ended as often as a test likes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._output = folder.parent / "output.txt"
        self._process: BaseProcess | None = None

    @property
    def said(self) -> str:
        """What it wrote since it was last started."""
        return self._output.read_text(encoding="utf-8", errors="replace")

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Start it; it opens when it is ready."""
        self._output.write_bytes(b"")
        settings = self._folder / "line.toml"
        self._process = _ready.Process(target=_run, args=(str(settings), str(self._output)))
        self._process.start()

    async def opened(self) -> None:
        """Wait until it said that it is open."""
        async with asyncio.timeout(OPENS_WITHIN_S):
            while OPEN not in self.said:
                await asyncio.sleep(LOOK_EVERY_S)

    def limit_files(self, size: int) -> None:
        """From now on no file of it may grow beyond this, as on a full disk."""
        assert self._process is not None
        assert self._process.pid
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (size, size))

    async def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            await self.ended()

    async def stop(self) -> int:
        """End it as its operator would."""
        assert self._process is not None
        self._process.terminate()
        return await self.ended()

    async def ended(self) -> int:
        """Wait until it has ended; its exit code."""
        assert self._process is not None
        async with asyncio.timeout(OPENS_WITHIN_S):
            while (code := self._process.exitcode) is None:
                await asyncio.sleep(LOOK_EVERY_S)
        self._process.join()
        return code


def _run(settings: str, output: str) -> None:
    """In the new process: the command itself, with its output in a file."""
    import sys

    from bot.cli import main

    written = os.open(output, os.O_WRONLY | os.O_APPEND)
    os.dup2(written, 1)
    os.dup2(written, 2)
    for number, stream in ((1, "stdout"), (2, "stderr")):
        opened = os.fdopen(number, "w", buffering=1, closefd=False)
        setattr(sys, stream, opened)
        setattr(sys, f"__{stream}__", opened)
    sys.argv = ["vertrouwenslijn", "run", "--config", settings]
    main()
