"""Requests that the receiving side needs: gaps, devices, our own keys. They run beside the poll."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any

from bot.channels.matrix.asking import KeyRequests
from bot.channels.matrix.backfill import Backfill
from bot.channels.matrix.invites import pause
from bot.channels.matrix.keys import OwnKeys
from bot.channels.matrix.mending import Mending
from bot.channels.matrix.order import Item
from bot.channels.matrix.people import People
from bot.channels.matrix.unused import Unused
from bot.errors import ChannelError, TryLater
from bot.security.devices import PersonId, RoomId

LONGEST_PAUSE_S = 60.0
AT_ONCE = 4


class Errands:
    """Each errand at most once at a time; a failed one comes again, less and less often."""

    def __init__(
        self,
        backfill: Backfill,
        people: People,
        keys: OwnKeys,
        mending: Mending,
        requests: KeyRequests,
        present: Callable[[], AbstractSet[str]],
        unused: Unused,
        leave: Callable[[RoomId], Awaitable[None]],
    ) -> None:
        self._backfill, self._people, self._keys = backfill, people, keys
        self._mending, self._requests, self._present = mending, requests, present
        self._unused, self._leave_for_good = unused, leave
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._failures: dict[str, int] = {}
        self._results: list[Callable[[], None]] = []
        self._news = asyncio.Event()
        self._places = asyncio.Semaphore(AT_ONCE)

    def start(self, gaps: Iterable[tuple[RoomId, Item]], people: set[PersonId]) -> None:
        """Set off what is needed now."""
        open_gaps = {f"gap {room}": partial(self._fill, room, gap) for room, gap in gaps}
        for name, errand in open_gaps.items():
            self._run(name, errand)
        mends = {f"mend {one}": partial(self._mend, one) for one in self._lost()}
        asks = {f"ask {one}": partial(self._requests.ask, one) for one in self._requests.due()}
        leaves = {f"leave {one}": partial(self._leave, one) for one in self._unused.due}
        for name, errand in (mends | asks | leaves).items():
            self._run(name, errand)
        if people:
            wanted = frozenset(people)
            self._run("devices", partial(self._ask, wanted))
        if self._keys.wanting:
            self._run("keys", self._keys.refill)
        # Names of rooms and people are not kept longer than there is something to do for them.
        named = {*open_gaps, *mends, *asks, *leaves, "devices", "keys"}
        self._failures = {name: n for name, n in self._failures.items() if name in named}

    def _lost(self) -> set[PersonId]:
        return self._mending.due(self._present()) if self._mending.waiting else set()

    def apply(self) -> None:
        """Take in the results so far; inside a turn."""
        results, self._results = self._results, []
        for result in results:
            result()

    async def wait(self, poll: asyncio.Task[Any], due: float | None) -> None:
        """Until the poll answered, an errand brought something, or a held message is due."""
        news = asyncio.create_task(self._news.wait())
        try:
            await asyncio.wait({poll, news}, timeout=due, return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()
        self._news.clear()

    async def stop(self) -> None:
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _fill(self, room: RoomId, gap: Item) -> None:
        async with self._places:
            self._results.append(await self._backfill.page(room, gap))

    async def _ask(self, people: frozenset[PersonId]) -> None:
        await self._people.ensure(people)
        if any(self._people.fresh(person) is None for person in people):
            raise TryLater("some homeserver could not answer")

    async def _leave(self, room: RoomId) -> None:
        async with self._places:
            if self._unused.still_due(room):
                await self._leave_for_good(room)

    async def _mend(self, person: PersonId) -> None:
        if await self._mending.mend(person):
            self._requests.again(person)

    def _run(self, name: str, errand: Callable[[], Any]) -> None:
        if name not in self._tasks:
            task = asyncio.create_task(self._guarded(name, errand))
            self._tasks[name] = task

    async def _guarded(self, name: str, errand: Callable[[], Any]) -> None:
        try:
            await errand()
            self._failures.pop(name, None)
        except ChannelError as error:
            failures = self._failures.get(name, 0)
            self._failures[name] = min(failures + 1, 10)
            asked = error.after if isinstance(error, TryLater) else None
            await asyncio.sleep(asked or pause(failures, LONGEST_PAUSE_S))
        finally:
            del self._tasks[name]
            # Also after a failure: the turn that follows sets it off again.
            self._news.set()
