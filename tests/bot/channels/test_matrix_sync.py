"""Asking for news: nothing that a homeserver or a crowd does may keep us from asking again."""

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

import pytest

from bot.channels.base import Account
from bot.channels.matrix.http import LARGEST_ANSWER, Http, TooLarge
from bot.channels.matrix.sync import LIMIT, Poller

NEWS = {"next_batch": "later", "rooms": {"join": {"!a": {}}}}


class Server:
    """Answers as it is told, and remembers how much was asked for."""

    def __init__(self, answer: Callable[[int, int], dict[str, Any]]) -> None:
        self._answer = answer
        self.limits: list[int] = []

    async def request(
        self, _method: str, _where: str, *, query: Mapping[str, str], timeout: float, largest: int
    ) -> dict[str, Any]:
        limit = int(json.loads(query["filter"])["room"]["timeline"]["limit"])
        self.limits.append(limit)
        return self._answer(limit, largest)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once(_seconds: float) -> None: ...

    monkeypatch.setattr(asyncio, "sleep", at_once)


def poller(server: Server) -> Poller:
    return Poller(cast(Http, server), Account.FRONT, 30.0)


async def test_an_answer_that_is_too_large_is_asked_for_in_smaller_parts() -> None:
    """A crowd in many rooms while we were away must not keep the line away for ever."""

    def answer(limit: int, _largest: int) -> dict[str, Any]:
        if limit > 5:
            raise TooLarge("too large")
        return NEWS

    server = Server(answer)
    asking = poller(server)
    assert await asking.next("earlier") == NEWS
    assert server.limits[0] == LIMIT
    assert server.limits[-1] <= 5
    # What comes after is asked for whole again: reading room by room costs a request for each.
    server.limits.clear()
    with_room = Server(lambda _limit, _largest: NEWS)
    asking._http = cast(Http, with_room)
    await asking.next("later")
    assert with_room.limits == [LIMIT]


async def test_the_last_resort_is_a_larger_answer() -> None:
    """More rooms than fit with one message each: memory is spent rather than people left."""

    def answer(limit: int, largest: int) -> dict[str, Any]:
        if largest <= LARGEST_ANSWER:
            raise TooLarge("too large")
        return NEWS | {"limit": limit}

    assert (await poller(Server(answer)).next("earlier"))["limit"] == 1


async def test_an_answer_without_a_token_is_asked_for_again() -> None:
    answers: Iterator[dict[str, Any]] = iter([{}, {"rooms": {}}, NEWS])
    assert await poller(Server(lambda *_: next(answers))).next("earlier") == NEWS
