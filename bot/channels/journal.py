"""What the adapter must still know after a crash, written by the caller in the caller's commits.

One lock orders the two ways to the database. A turn (decrypt, hand over a batch, caller commits)
holds it from before the first decryption until the commit is known; a save before a request waits
for it. Else an older ratchet inside a batch could be written over a newer one saved meanwhile.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.channels.base import Account, Journal, JournalKeeper, JournalKey
from bot.errors import TryLater


class StateJournal:
    """Changes since the last commit, and the keys there are."""

    def __init__(self, keeper: JournalKeeper, account: Account) -> None:
        self._keeper = keeper
        self._account = account
        self._turn = asyncio.Lock()
        self._dirty: dict[JournalKey, bytes | None] = {}
        self._keys: dict[str, set[str]] = {}
        self._broken = False

    async def load(self) -> dict[JournalKey, bytes]:
        rows = await self._keeper.load(self._account)
        for kind, key in rows:
            self._keys.setdefault(kind, set()).add(key)
        return rows

    def put(self, kind: str, key: str, value: bytes) -> None:
        self._dirty[(kind, key)] = value
        self._keys.setdefault(kind, set()).add(key)

    def put_json(self, kind: str, key: str, value: Any) -> None:
        self.put(kind, key, json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))

    def delete(self, kind: str, key: str) -> None:
        if key in self._keys.get(kind, ()):
            self._keys[kind].discard(key)
            self._dirty[(kind, key)] = None

    def delete_under(self, kind: str, prefix: str) -> None:
        """Delete every key that is `prefix` or begins with `prefix` and a NUL."""
        for key in list(self._keys.get(kind, ())):
            if key == prefix or key.startswith(prefix + "\0"):
                self.delete(kind, key)

    def take(self) -> Journal:
        """The changes to commit; the caller of `turn` is now responsible for them."""
        taken, self._dirty = self._dirty, {}
        return taken

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Hold while decrypting, handing over and committing; a turn that fails breaks us.

        After a failed commit what is in memory and what is on disk differ: nothing may be sent on
        the strength of the first. Only opening anew helps.
        """
        async with self._turn:
            try:
                yield
            except BaseException:
                self._broken = True
                raise

    async def save(self) -> None:
        """Make everything so far durable; called before a request that depends on it."""
        async with self._turn:
            if self._broken:
                raise TryLater("the channel is closing")
            if not self._dirty:
                return
            changes = self.take()
            try:
                await self._keeper.save(self._account, changes)
            except BaseException:
                # What changed meanwhile is newer than what could not be saved.
                self._dirty = {**changes, **self._dirty}
                raise
