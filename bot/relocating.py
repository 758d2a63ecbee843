"""How the desk is moved: each step may be repeated without harm, and each leaves one desk."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from bot.channels.base import Account, NewRoom, RoomAlias
from bot.channels.carriers import Channels
from bot.clearing import Clearing
from bot.errors import Refused
from bot.rows import OURSELVES, DeskMade, Errand, event_bytes
from bot.security.devices import RoomId
from bot.storage.base import NewRow, OutboxRow, Outcome
from handoff.model import RoomRef
from handoff.moving import ClearDeskRoom, LeaveDeskRoom, MakeDeskRoom

Follow = Callable[[RoomId], Awaitable[None]]
"""Notes where the desk is, for the day when `line.db` cannot be read any more."""


class Relocating:
    """Makes, fills and empties desk rooms; leaving is the same as for any other room."""

    def __init__(
        self,
        channels: Channels,
        clearing: Clearing,
        prefix: str,
        name: str,
        follow: Follow,
    ) -> None:
        self._channels = channels
        self._clearing = clearing
        self._prefix = prefix
        self._name = name
        self._follow = follow

    @property
    def ways(self) -> dict[type, Callable[[OutboxRow, Errand, Any], Awaitable[Outcome]]]:
        return {
            MakeDeskRoom: self._make,
            ClearDeskRoom: self._clear,
        }

    async def _make(self, row: OutboxRow, _errand: Errand, _action: MakeDeskRoom) -> Outcome:
        alias = RoomAlias(f"{self._prefix}-{row.txn}")
        room = await self._channels.desk.create_room(NewRoom(alias, self._name))
        made = event_bytes(DeskMade(RoomRef(room)))
        return Outcome(result=NewRow(OURSELVES, f"desk made:{row.txn}", "", made))

    async def _clear(self, row: OutboxRow, errand: Errand, _action: ClearDeskRoom) -> Outcome:
        assert errand.room
        with suppress(Refused):  # we are not in it any more
            return await self._clearing.clear_all(row, Account.DESK, errand.room)
        return Outcome()

    async def noted(self, action: LeaveDeskRoom) -> None:
        """Before the old room is left, so that the note never names a room we are not in."""
        await self._follow(RoomId(action.desk))
