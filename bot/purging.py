"""When the line makes what it deleted unreadable: soon after each erasure, and every night."""

import asyncio
import time
from typing import Protocol

from bot.clock import Clock
from bot.security.logging import Happened, note

LOOK_EVERY_S = 5.0
"""Erasures in between are purged together: a flood of them must not rewrite the file all day."""
REST_FACTOR = 20
"""A purge holds up every commit, so a large file rests this many times as long as it took."""


class PurgedStore(Protocol):
    """What purging asks of the store."""

    async def purge_due(self) -> bool: ...

    async def purge(self) -> bool: ...


class Purging:
    """Looks whether a purge is owed, and sees that it is done."""

    def __init__(
        self, store: PurgedStore, clock: Clock, look_every_s: float = LOOK_EVERY_S
    ) -> None:
        self._store = store
        self._clock = clock
        self._look_every_s = look_every_s
        self._night = clock().date()
        self._waits = False

    async def run(self) -> None:
        while True:
            began = time.monotonic()
            await self.look()
            took = time.monotonic() - began
            await asyncio.sleep(max(self._look_every_s, took * REST_FACTOR))

    async def look(self) -> None:
        """Purge when something was erased, or a night has passed since the last look."""
        today = self._clock().date()
        if today == self._night and not await self._store.purge_due():
            return
        if await self._store.purge():
            self._night, self._waits = today, False
        elif not self._waits:  # once, not every few seconds
            self._waits = True
            note(Happened.PURGE_WAITS)
