"""A real Synapse for the whole run, and people with clients of their own."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
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
