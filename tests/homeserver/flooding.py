"""A flood from many accounts, in a process of its own: it must not slow whoever measures.

Run as `python -m tests.homeserver.flooding`; on standard input one JSON object (a `Plan`), and a
further line when the flood is to begin. On standard output a JSON object a line: how far it is.
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from itertools import count
from typing import Any

import vodozemac

from tests.homeserver.matrix_attacker import Attacker, text_event

AT_ONCE = 8
SAYS_EVERY_S = 0.2


@dataclass(frozen=True)
class Plan:
    """Who floods whom with how much."""

    url: str
    line: str
    accounts: list[dict[str, Any]]
    """As the homeserver answers a login."""
    invitations: int
    """Of each account."""
    messages: int
    """Of each account, all into its first chat."""
    within_s: float
    """What has not come by then does not come: a slow machine must not take the night."""


@dataclass
class Account:
    """One of them, with its chats made and nobody invited yet."""

    attacker: Attacker
    rooms: list[str]
    session: vodozemac.GroupSession | None = None
    messages: int = 0


class Flood:
    """Everybody's first thing, everybody's second, and so on."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.accounts: list[Account] = []
        self.invitations = self.messages = 0
        self._until = 0.0

    async def prepare(self) -> None:
        await _each(self.plan.accounts, self._arrive)

    async def _arrive(self, answer: dict[str, Any]) -> None:
        attacker = Attacker(self.plan.url, answer)
        await attacker.upload()
        rooms = [await attacker.open_room() for _ in range(self.plan.invitations)]
        self.accounts.append(Account(attacker, rooms))

    async def pour(self) -> None:
        self._until = time.monotonic() + self.plan.within_s
        for number in range(max(self.plan.invitations, self.plan.messages)):

            async def pester(one: Account, number: int = number) -> None:
                await self._pester(one, number)

            await _each(self.accounts, pester)

    async def _pester(self, one: Account, number: int) -> None:
        if time.monotonic() > self._until:
            return
        if number < self.plan.invitations:
            body = {"user_id": self.plan.line}
            answer = await one.attacker.request("POST", f"/rooms/{one.rooms[number]}/invite", body)
            assert answer["status"] == 200, answer
            self.invitations += 1
        if number < self.plan.messages:
            session = one.session = one.session or await self._session(one)
            inside = text_event(one.rooms[0], f"message {number}")
            content = one.attacker.sealed(session, inside)
            await one.attacker.send(one.rooms[0], "m.room.encrypted", content)
            self.messages += 1
            one.messages += 1

    async def _session(self, one: Account) -> vodozemac.GroupSession:
        line = self.plan.line
        keys = await one.attacker.request("POST", "/keys/query", {"device_keys": {line: []}})
        (device,) = keys["device_keys"][line]
        return await one.attacker.share(one.rooms[0], line, device)

    def say(self, stage: str) -> None:
        figures = {"invitations": self.invitations, "messages": self.messages}
        print(json.dumps({"stage": stage, "ready": len(self.accounts), **figures}), flush=True)


async def _each(things: list[Any], do: Callable[[Any], Awaitable[None]]) -> None:
    """Some at a time."""
    waiting = iter(list(things))

    async def some() -> None:
        for thing in waiting:
            await do(thing)

    async with asyncio.TaskGroup() as group:
        for _ in range(AT_ONCE):
            group.create_task(some())


async def _saying(flood: Flood, stage: str, work: Awaitable[None]) -> None:
    running = asyncio.ensure_future(work)
    for _ in count():
        done, _ = await asyncio.wait({running}, timeout=SAYS_EVERY_S)
        flood.say(stage)
        if done:
            break
    await running


async def main() -> None:
    flood = Flood(Plan(**json.loads(sys.stdin.readline())))
    await _saying(flood, "preparing", flood.prepare())
    flood.say("ready")
    await asyncio.to_thread(sys.stdin.readline)
    await _saying(flood, "pouring", flood.pour())
    flood.say("over")
    rooms = {one.rooms[0]: one.messages for one in flood.accounts}
    print(json.dumps({"stage": "rooms", "rooms": rooms}), flush=True)
    for one in flood.accounts:
        await one.attacker.close()


class FloodProcess:
    """The other side: what the flood says, as it comes."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.last: dict[str, Any] = {"stage": "", "messages": 0, "invitations": 0}
        self.rooms: dict[str, int] = {}
        """Where how many messages were sent, when it is over."""
        self._news = asyncio.Event()

    async def until(self, stage: str, acts: int = 0) -> None:
        while self.stage != stage or self.acts < acts:
            await self._news.wait()
            self._news.clear()

    @property
    def stage(self) -> str:
        return str(self.last["stage"])

    @property
    def acts(self) -> int:
        return int(self.last["messages"]) + int(self.last["invitations"])

    def begin(self) -> None:
        assert self._process.stdin
        self._process.stdin.write(b"begin\n")

    async def listen(self) -> None:
        assert self._process.stdout
        async for line in self._process.stdout:
            said = json.loads(line)
            if said["stage"] == "rooms":
                self.rooms = said["rooms"]
            else:
                self.last = said
            self._news.set()
        assert self.rooms, "the flood ended early"


@asynccontextmanager
async def flooding(plan: Plan) -> AsyncIterator[FloodProcess]:
    """The process, preparing; its end is waited for, or made when the block fails."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.homeserver.flooding",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=2**22,
    )
    assert process.stdin
    process.stdin.write(json.dumps(asdict(plan)).encode() + b"\n")
    try:
        async with asyncio.TaskGroup() as group:
            flood = FloodProcess(process)
            listening = group.create_task(flood.listen())
            yield flood
            await listening
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


if __name__ == "__main__":
    asyncio.run(main())
