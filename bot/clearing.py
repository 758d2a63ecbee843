"""Taking back what stands in a room; every step may be repeated without harm."""

from bot.channels.base import Account, EventId, TransactionId
from bot.channels.carriers import Channels
from bot.errors import Refused
from bot.security.devices import RoomId
from bot.storage.base import Copy, OutboxRow, Outcome
from bot.storage.ports import CopyStore

REFUSALS = 3
"""So many in a row mean that the room does not let us; one may be a message that is gone."""


class Clearing:
    """Redacts our copies, and in a chat that is over also what the reporter wrote."""

    def __init__(self, store: CopyStore, channels: Channels, prefix: str) -> None:
        self._store = store
        self._channels = channels
        self._prefix = prefix

    async def redact(self, row: OutboxRow, copies: tuple[Copy, ...]) -> Outcome:
        """Redact each; one that is gone already, or in a room we may no longer touch, is passed."""
        for place, copy in reversed(list(enumerate(copies))):  # the newest is on the screen
            await self._redact(Account(copy.account), copy.room, copy.event, row, f"r{place}")
        return Outcome(dropped_copies=copies)

    async def clear_chat(self, row: OutboxRow, room: RoomId) -> Outcome:
        """All of ours, then the reporter's own as far as the room lets us."""
        outcome = await self.redact(row, await self._store.copies_in(room))
        refused = 0
        for place, name in reversed(list(enumerate(await self._store.heard_in(room)))):
            event = name.removeprefix("unread ")
            if not event.startswith("$"):
                continue  # what the channel reported under a name of its own
            done = await self._redact(Account.FRONT, room, event, row, f"h{place}")
            refused = 0 if done else refused + 1
            if refused == REFUSALS:
                break
        return outcome

    async def clear_all(self, row: OutboxRow, account: Account, room: RoomId) -> Outcome:
        """Everything that stands in a room of ours, whoever wrote it; the newest first."""
        for event in await self._channels.of(account, room).standing(room):
            await self._redact(account, room, event, row, event.removeprefix("$"))
        return Outcome(dropped_copies=await self._store.copies_in(room))

    async def _redact(
        self, account: Account, room: RoomId, event: str, row: OutboxRow, end: str
    ) -> bool:
        txn = TransactionId(f"{self._prefix}-{row.txn}-{end}")
        try:
            await self._channels.of(account, room).redact(room, EventId(event), txn)
        except Refused:
            return False
        return True
