"""A flood of accounts at a real homeserver, and one reporter who comes in the middle of it."""

import asyncio
import resource
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.demo.stage import Stage
from tests.figure import Figure
from tests.homeserver.line_talk import Desk, Reporter, select
from tests.homeserver.matrix_attacker import Attacker, text_event

pytestmark = pytest.mark.asyncio(loop_scope="module")
AT_ONCE = 8


class Flood:
    """Accounts that invite the line again and again, and write to it."""

    def __init__(self, stage: Stage, rounds: int) -> None:
        self.stage, self.rounds = stage, rounds
        self.invitations = self.messages = 0
        self._places = asyncio.Semaphore(AT_ONCE)

    async def account(self, name: str) -> None:
        async with self._places:
            one = await Attacker.arrive(self.stage.front, name)
            try:
                await self._pester(one)
            finally:
                await one.close()

    async def _pester(self, one: Attacker) -> None:
        await one.upload()
        line = self.stage.line_id
        keys = await one.request("POST", "/keys/query", {"device_keys": {line: []}})
        (device,) = keys["device_keys"][line]
        first = await one.open_room(line)
        self.invitations += 1
        session = await one.share(first, line, device)
        for number in range(self.rounds):
            content = one.sealed(session, text_event(first, f"message {number}"))
            await one.send(first, "m.room.encrypted", content)
            self.messages += 1
            if number:
                await one.open_room(line)
                self.invitations += 1


@asynccontextmanager
async def _flooding(stage: Stage, accounts: int, rounds: int) -> AsyncIterator[Flood]:
    """Inside it half of the flood has come; it ends when the rest came too."""
    flood = Flood(stage, rounds)
    async with asyncio.TaskGroup() as group:
        for number in range(accounts):
            group.create_task(flood.account(f"flood{rounds}-{number}"))
        while flood.messages < accounts * rounds // 2:
            await asyncio.sleep(0.05)
        yield flood


async def _talk(stage: Stage, desk: Desk, accounts: int, rounds: int) -> str:
    """She finds the line, tells, and is with a professional, while the flood goes on."""
    someone = await stage.reporter(f"leila{accounts}", "a password of a test")
    try:
        async with _flooding(stage, accounts, rounds) as flood:
            began = time.perf_counter()
            leila = await Reporter.of(someone, stage)
            let_in = time.perf_counter() - began
            began = time.perf_counter()
            await leila.say("hallo")
            await leila.hears("language-ask")
            answered = time.perf_counter() - began
            assert flood.messages < accounts * rounds, "the flood was over before her answer"
            await leila.send_case()
            await desk.claim()
            await leila.hears("live")
    finally:
        await someone.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"{flood.invitations} invitations and {flood.messages} messages of {accounts} accounts: "
        f"let in after {let_in:.1f} s, answered after {answered:.1f} s, memory {memory} MB"
    )


async def test_a_reporter_comes_through_a_flood(stage: Stage, desk: Desk, figure: Figure) -> None:
    """Let in, answered, and with a professional, before the flood is over."""
    told = await _talk(stage, desk, 12, 3)
    figure("flood at a real homeserver", told)
    ((cases,),) = await select(stage, "SELECT COUNT(*) FROM cases")
    assert cases <= 13, "a chat in which nothing was said became a case"


@pytest.mark.nightly
async def test_a_reporter_comes_through_a_great_flood(
    stage: Stage, desk: Desk, figure: Figure
) -> None:
    """How long it takes is printed: most of it is the homeserver's own time, on one machine."""
    figure("great flood at a real homeserver", await _talk(stage, desk, 1000, 10))
