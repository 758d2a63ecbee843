"""The translator behind a process of its own, which is started, watched, renewed and ended here.

A crash, a hang or a full memory costs one translation: the bot, which holds the keys, goes on.
"""

import asyncio
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.translation.base import Direction, Doubt, NotTranslated, Translated, Why
from bot.translation.models import Installation, way
from dialogs.hushed import Hushed

WITHIN_S = 10.0
"""From when the worker begins with it: who comes later waits for who came first."""
RENEWED_AFTER = 500
"""Messages; a worker's memory only grows."""
LONGEST_ANSWER = 1 << 20
PACKAGE_ROOT = Path(__file__).resolve().parents[2]


class WorkerTranslator(Hushed):
    """One worker at a time, one text at a time, in the order asked."""

    def __init__(self, folder: Path, installed: Installation, within_s: float = WITHIN_S) -> None:
        self._folder, self._installed, self._within = folder, installed, within_s
        self._turn = asyncio.Lock()
        self._worker: asyncio.subprocess.Process | None = None
        self._done = 0

    def knows(self, direction: Direction) -> bool:
        return bool(way(self._installed, direction))

    async def translate(self, text: str, direction: Direction) -> Translated:
        legs = way(self._installed, direction)
        if not legs:
            raise NotTranslated(Why.NO_MODEL)
        request = json.dumps({"text": text, "way": [asdict(one) for one in legs]})
        async with self._turn:
            answer = await self._ask(request)
        if "why" in answer:
            raise NotTranslated(Why(answer["why"]))
        doubts = frozenset(map(Doubt, answer["doubts"]))
        return Translated(str(answer["text"]), doubts)

    async def close(self) -> None:
        async with self._turn:
            await self._end()

    async def _ask(self, request: str) -> dict[str, Any]:
        try:
            async with asyncio.timeout(self._within):
                line = await self._exchange(request)
            answer: dict[str, Any] = json.loads(line)
        except TimeoutError:
            await self._end()
            raise NotTranslated(Why.TOO_SLOW) from None
        except (OSError, ValueError):  # it is gone, or says what is no answer
            await self._end()
            raise NotTranslated(Why.BROKEN) from None
        except BaseException:
            # Its answer would be taken for that to the next request.
            await self._end()
            raise
        self._done += 1
        if self._done >= RENEWED_AFTER:
            await self._end()
        return answer

    async def _exchange(self, request: str) -> bytes:
        worker = await self._running()
        assert worker.stdin
        assert worker.stdout
        worker.stdin.write(request.encode() + b"\n")
        await worker.stdin.drain()
        return await worker.stdout.readline()

    async def _running(self) -> asyncio.subprocess.Process:
        if self._worker is None or self._worker.returncode is not None:
            self._done = 0
            self._worker = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-P", "-m", "bot.translation.worker", str(self._folder)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=LONGEST_ANSWER,
                env=_environment(),
                cwd="/",
            )
        return self._worker

    async def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            with suppress(ProcessLookupError):
                worker.kill()
            await worker.wait()


def _environment() -> dict[str, str]:
    """Nothing of ours but where the program is: no secret, no proxy, no setting of a library."""
    return {"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONPATH": str(PACKAGE_ROOT)}
