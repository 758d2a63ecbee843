"""A real Synapse for the whole run, and people with clients of their own."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from bot.channels.base import Account
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
from tests.homeserver.matrix_line import Line, NewLine
from tests.homeserver.people import NewPerson

_numbers = itertools.count(1)


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
        **changes: float,
    ) -> Line:
        name = new_name("line")
        await asyncio.to_thread(at.user, name, "a password")
        opened = await Line.log_in(at.url, name, "a password", account)
        opened.set(**changes)
        present.append(opened)
        if start:
            await opened.start()
        return opened

    yield open_line
    for opened in present:
        await opened.stop()
