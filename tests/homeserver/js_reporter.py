"""A reporter at matrix-js-sdk, driven through `js/reporter.mjs` in lines of JSON."""

import asyncio
import json
import os
import platform
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from bot.errors import LineError
from dialogs.hushed import Hushed

FOLDER = Path(__file__).parent / "js"
NEEDS_NODE = "VERTROUWENSLIJN_NEEDS_NODE"
"""Set where a missing Node is a failure, as in CI."""
NODE_AT_LEAST = 22
_ARCHITECTURES = {"x86_64": "x64", "AMD64": "x64", "aarch64": "arm64", "arm64": "arm64"}
_LONGEST_LINE = 16 * 1024 * 1024


class JsError(LineError):
    """The client in Node could not do what it was asked, or did not see what was awaited."""


@dataclass(frozen=True, repr=False)
class Saw(Hushed):
    """One message of somebody else, with what the client thinks of it."""

    room: str
    event: str
    sender: str
    text: str
    answers: str | None
    """Which message the client shows it as a reply to."""
    encrypted: bool
    failure: str | None
    """Why it could not be read; None when it was."""
    shield: str | None
    """The client's warning sign beside a message that was read: NONE, GREY or RED."""


def find_node() -> str | None:
    """A Node that is new enough, the one installed beside the client first; None without."""
    if not (FOLDER / "node_modules" / "matrix-js-sdk").is_dir():
        return None
    architecture = _ARCHITECTURES.get(platform.machine(), "")
    beside = FOLDER / "node_modules" / f"node-linux-{architecture}" / "bin" / "node"
    for node in (str(beside) if beside.exists() else None, shutil.which("node")):
        if node is not None and _version(node) >= NODE_AT_LEAST:
            return node
    return None


def _version(node: str) -> int:
    try:
        told = subprocess.check_output([node, "--version"], text=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return 0
    found = re.match(r"v(\d+)\.", told)
    return int(found.group(1)) if found else 0


class JsReporter:
    """Someone whose client is not nio: `await JsReporter.log_in(...)`, then talk."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._asked: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._listened = 0
        self._news = asyncio.Condition()
        self.saw: list[Saw] = []
        self.id = ""
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def log_in(
        cls, node: str, url: str, name: str, password: str, *, only_signed: bool = True
    ) -> Self:
        """A new cross-signed device; with `only_signed` it ignores devices that are not."""
        process = await asyncio.create_subprocess_exec(
            node,
            "reporter.mjs",
            cwd=FOLDER,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=_LONGEST_LINE,
            env={name: value for name, value in os.environ.items() if name != "NODE_OPTIONS"},
        )
        reporter = cls(process)
        try:
            answer = await reporter._do(
                "log_in", url=url, name=name, password=password, only_signed=only_signed
            )
            if not answer["cross_signed"]:
                raise JsError("The client did not cross-sign itself.")
        except BaseException:
            await reporter.close()
            raise
        reporter.id = answer["user"]
        return reporter

    async def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()  # it ends with its input
        try:
            await asyncio.wait_for(self._process.wait(), 10)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        await self._reading

    # ---- what it does ---------------------------------------------------------------------

    async def open_chat_with(self, other: str) -> str:
        """An encrypted direct chat, as Element makes it; returns once it sees the other join."""
        room = await self.invite(other)
        await self._sees(other, room)
        return room

    async def invite(self, other: str) -> str:
        """The same, without waiting for the other; it throws keys away at its own invitation."""
        room = str((await self._do("open_chat", **{"with": other}))["room"])
        await self._sees(self.id, room)
        return room

    async def _sees(self, who: str, room: str) -> None:
        async with asyncio.timeout(20):
            while who not in (await self._do("members", room=room))["members"]:
                await asyncio.sleep(0.1)

    async def say(self, room: str, text: str) -> str:
        return str((await self._do("say", room=room, text=text))["event"])

    async def send(self, room: str, content: dict[str, Any]) -> str:
        return str((await self._do("send", room=room, content=content))["event"])

    async def members(self, room: str) -> list[str]:
        return list((await self._do("members", room=room))["members"])

    async def hears(self, wanted: str, timeout: float = 60.0) -> Saw:
        """The next message that was read and contains `wanted`; earlier ones count as heard."""

        def place() -> int | None:
            later = range(self._listened, len(self.saw))
            return next((at for at in later if wanted in self.saw[at].text), None)

        await self.until(lambda: place() is not None, timeout)
        found = place()
        assert found is not None
        self._listened = found + 1
        return self.saw[found]

    async def until(self, ready: Callable[[], bool], timeout: float = 60.0) -> None:
        """Wait until `ready()` holds; asked again after each thing seen."""
        try:
            async with asyncio.timeout(timeout), self._news:
                await self._news.wait_for(ready)
        except TimeoutError:
            seen = [(saw.failure, saw.shield, bool(saw.text)) for saw in self.saw]
            raise JsError(f"Not within {timeout:g} s; seen so far: {seen}.") from None

    # ---- the lines of JSON ----------------------------------------------------------------

    async def _do(self, deed: str, **what: Any) -> dict[str, Any]:
        number = len(self._asked) + 1
        answer = self._asked[number] = asyncio.get_running_loop().create_future()
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"id": number, "do": deed, **what}).encode() + b"\n")
        await self._process.stdin.drain()
        return await asyncio.wait_for(answer, 60)

    async def _read(self) -> None:
        assert self._process.stdout is not None
        while line := await self._process.stdout.readline():
            said = json.loads(line)
            if "saw" in said:
                async with self._news:
                    self.saw.append(Saw(**said["saw"]))
                    self._news.notify_all()
            elif "ok" in said:
                self._asked[said["id"]].set_result(said["ok"])
            else:
                self._asked[said["id"]].set_exception(JsError(said["error"]))
        for answer in self._asked.values():
            if not answer.done():
                answer.set_exception(JsError("The client in Node ended."))
