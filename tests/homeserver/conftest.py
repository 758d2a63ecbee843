"""A real Synapse for the whole run, and people with clients of their own."""

import asyncio
import itertools
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.base import Account
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
from bot.demo.stage import Stage, set_stage
from tests.homeserver.js_reporter import NEEDS_NODE, JsReporter, find_node
from tests.homeserver.line_talk import Desk, NewReporter, Reporter
from tests.homeserver.matrix_attacker import Attacker
from tests.homeserver.matrix_bots import BareBot, Bot, OurBot
from tests.homeserver.matrix_line import Line, NewLine
from tests.homeserver.people import NewPerson

_numbers = itertools.count(1)
NewAttacker = Callable[[], Awaitable[Attacker]]
NewBot = Callable[..., Awaitable[Bot]]
NewJsPerson = Callable[..., Awaitable[JsReporter]]


@pytest.fixture(scope="session")
def homeserver() -> Iterator[ThrowAwayHomeserver]:
    """One server for all tests; people's names differ, so tests do not meet."""
    with ThrowAwayHomeserver() as server:
        yield server


@pytest.fixture
def new_name() -> Callable[[str], str]:
    """A local part that no other test uses."""
    return lambda hint: f"{hint}{next(_numbers)}"


@pytest.fixture
async def person(
    homeserver: ThrowAwayHomeserver, new_name: Callable[[str], str]
) -> AsyncIterator[NewPerson]:
    """`await person("anna")` registers, logs in and listens; all leave at the end of the test."""
    present: list[Person] = []

    async def arrive(hint: str = "person", at: ThrowAwayHomeserver = homeserver) -> Person:
        name = new_name(hint)
        await asyncio.to_thread(at.user, name, "a password")
        someone = await Person.log_in(at.url, name, "a password")
        present.append(someone)
        await someone.start()
        return someone

    yield arrive
    for someone in present:
        await someone.close()


@pytest.fixture
async def line(
    homeserver: ThrowAwayHomeserver, new_name: Callable[[str], str]
) -> AsyncIterator[NewLine]:
    """`await line()` registers an account for the line, logs in and receives."""
    present: list[Line] = []

    async def open_line(
        account: Account = Account.FRONT,
        at: ThrowAwayHomeserver = homeserver,
        start: bool = True,
        url: str | None = None,
        **changes: float,
    ) -> Line:
        name = new_name("line")
        await asyncio.to_thread(at.user, name, "a password")
        opened = await Line.log_in(url or at.url, name, "a password", account)
        opened.set(**changes)
        present.append(opened)
        if start:
            await opened.start()
        return opened

    yield open_line
    for opened in present:
        await opened.stop()


@pytest.fixture
def node() -> str:
    """A Node that can run the client which is not nio."""
    missing = "needs Node 22 or newer and `npm ci` in tests/homeserver/js"
    found = find_node()
    if found is not None:
        return found
    if os.environ.get(NEEDS_NODE):
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture
async def js_person(
    homeserver: ThrowAwayHomeserver, node: str, new_name: Callable[[str], str]
) -> AsyncIterator[NewJsPerson]:
    """`await js_person("berta")` registers and logs in at a client that is not nio."""
    present: list[JsReporter] = []

    async def arrive(hint: str = "person") -> JsReporter:
        name = new_name(hint)
        await asyncio.to_thread(homeserver.user, name, "a password")
        someone = await JsReporter.log_in(
            node, homeserver.url, name, "a password", only_signed=False
        )
        present.append(someone)
        return someone

    yield arrive
    for someone in present:
        await someone.close()


@pytest.fixture
async def attacker(
    homeserver: ThrowAwayHomeserver, new_name: Callable[[str], str]
) -> AsyncIterator[NewAttacker]:
    """`await attacker()` registers someone who speaks the protocol by hand."""
    present: list[Attacker] = []

    async def arrive() -> Attacker:
        present.append(await Attacker.arrive(homeserver, new_name("mallory")))
        return present[-1]

    yield arrive
    for someone in present:
        await someone.close()


BARE = pytest.param("nio", marks=pytest.mark.xfail(strict=True, reason="matrix-nio as it comes"))


@pytest.fixture(params=["ours", BARE])
async def bot(
    request: pytest.FixtureRequest,
    homeserver: ThrowAwayHomeserver,
    line: NewLine,
    new_name: Callable[[str], str],
    tmp_path: Path,
) -> AsyncIterator[NewBot]:
    """`await bot()` starts a victim: first ours; then, expected to fail, matrix-nio as it comes."""
    bare: list[BareBot] = []

    async def begin(url: str | None = None, *, start: bool = True) -> Bot:
        if request.param == "ours":
            opened = await line(url=url, start=start, poll_s=2.0)  # as often as the bare one
            return OurBot(opened)
        name = new_name("bare")
        await asyncio.to_thread(homeserver.user, name, "a password")
        bare.append(BareBot(url or homeserver.url, name, tmp_path))
        if start:
            await bare[-1].start()
        return bare[-1]

    yield begin
    for someone in bare:
        await someone.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(
    homeserver: ThrowAwayHomeserver, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Stage]:
    """One open line for a module's tests, with two professionals."""
    folder = tmp_path_factory.mktemp("stage") / "line"
    staff = ("professional", "colleague")
    async with set_stage(
        folder, homeserver, professionals=staff, suffix=f"{next(_numbers)}"
    ) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def reporter(stage: Stage, new_name: Callable[[str], str]) -> AsyncIterator[NewReporter]:
    """`await reporter()` is someone new in a chat with the line."""
    present: list[Reporter] = []

    async def arrive(hint: str = "reporter", language: str = "nl", **how: bool) -> Reporter:
        present.append(await Reporter.arrive(stage, new_name(hint), language, **how))
        return present[-1]

    yield arrive
    for someone in present:
        await someone.person.close()


@pytest.fixture
def desk(stage: Stage) -> Desk:
    return Desk(stage)
