"""A screen that nobody looks at, with a hand and a camera."""

import os
import shutil
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from bot.errors import LineError

WIDTH, HEIGHT = 1000, 720
_COLOURS = 96
"""Enough for text and flat areas; a picture then weighs a tenth."""
_PROGRAMS = ("Xvfb", "xdotool", "import", "convert")
_READY_WITHIN_S = 10.0


class NoScreen(LineError):
    """A program that the pictures need is missing, or did not start."""


class Screen:
    """Xvfb for as long as `with` lasts; the pictures are what it shows."""

    def __init__(self) -> None:
        missing = [program for program in _PROGRAMS if shutil.which(program) is None]
        if missing:
            raise NoScreen(f"Missing: {', '.join(missing)}. __main__.py names the packages.")
        self._process: subprocess.Popen[bytes] | None = None
        self.display = ""

    def __enter__(self) -> Self:
        read, write = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
        self._process = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            self.display = f":{told.readline().strip()}"
        if self.display == ":":
            raise NoScreen("Xvfb did not start.")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_READY_WITHIN_S)

    # ---- the hand -------------------------------------------------------------------------------

    def click(self, x: int, y: int) -> None:
        self._hand("mousemove", str(x), str(y), "click", "1")

    def point(self, x: int, y: int) -> None:
        self._hand("mousemove", str(x), str(y))

    def press(self, *keys: str) -> None:
        self._hand("key", *keys)

    def type(self, text: str) -> None:
        # A key that the keyboard does not have is put on it first, and the client has to notice.
        delay = 12 if text.isascii() else 120
        self._hand("type", "--delay", str(delay), "--", text)

    def _hand(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._here(), check=True)

    # ---- the camera -----------------------------------------------------------------------------

    def take(self, picture: Path) -> None:
        """What the screen shows now, as a small PNG without anything about its making."""
        with TemporaryDirectory() as folder:
            raw = Path(folder) / "raw.png"
            shot = ["import", "-window", "root", str(raw)]
            subprocess.run(shot, env=self._here(), check=True)
            small = ["-colors", str(_COLOURS), "-strip", "-define", "png:exclude-chunk=date,time"]
            small += ["-define", "png:compression-level=9"]
            subprocess.run(["convert", str(raw), "+dither", *small, str(picture)], check=True)

    def _here(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display}


def settle(seconds: float = 1.5) -> None:
    """The client draws when it has time."""
    time.sleep(seconds)
