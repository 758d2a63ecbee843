"""How each action is carried out on a channel; every step may be repeated without harm."""

from collections.abc import Mapping

from bot.channels.base import (
    Account,
    Channel,
    EventId,
    NewRoom,
    Outgoing,
    RoomAlias,
    TransactionId,
)
from bot.errors import Refused
from bot.render import Renderer
from bot.rows import OURSELVES, Errand, RoomMade, event_bytes
from bot.security.devices import PersonId, Pins, RoomId
from bot.storage.base import Copy, NewRow, Outcome, OutboxRow
from bot.storage.line import LineStore
from handoff.actions import (
    DissolveCaseRoom,
    LeaveReporter,
    MakeCaseRoom,
    PostToCase,
    PostToDesk,
    RedactCopies,
    Relay,
    ReviseAnswer,
    ReviseCopy,
    Tell,
)
from handoff.model import RoomRef


class Performing:
    """Renders and sends; answers with what is to be remembered or forgotten."""

    def __init__(
        self,
        store: LineStore,
        channels: Mapping[Account, Channel],
        renderer: Renderer,
        pins: Pins,
        prefix: str,
    ) -> None:
        self._store = store
        self._channels = channels
        self._renderer = renderer
        self._pins = pins
        self._prefix = prefix

    async def perform(self, row: OutboxRow, errand: Errand) -> Outcome:
        """Raises `TryLater` or `Refused`; nothing is committed then."""
        action = errand.action
        channel = self._channels[errand.account]
        if isinstance(action, MakeCaseRoom):
            return await self._make_room(row, channel, action)
        room = errand.room
        assert room is not None
        if isinstance(action, Tell):
            await self._send(row, errand, room, self._renderer.say(action.say))
            return Outcome()
        if isinstance(action, Relay):
            return await self._remembered(row, errand, room, action.text, action.ref)
        if isinstance(action, PostToDesk | PostToCase):
            text = self._renderer.blocks(action.blocks)
            return await self._remembered(row, errand, room, text, action.ref or "")
        if isinstance(action, ReviseCopy):
            text = self._renderer.blocks(action.blocks)
            return await self._revised(row, errand, room, text, action.ref)
        if isinstance(action, ReviseAnswer):
            return await self._revised(row, errand, room, action.text, action.ref)
        if isinstance(action, RedactCopies):
            assert row.case_id
            return await self._redact(row, await self._store.copies_of(row.case_id, action.ref))
        if isinstance(action, DissolveCaseRoom):
            await self._redact(row, await self._store.copies_in(room))
            return await self._leave(channel, room)
        if isinstance(action, LeaveReporter):
            return await self._leave(channel, room)
        raise AssertionError(f"no way to perform {type(action).__name__}")

    async def _make_room(self, row: OutboxRow, channel: Channel, action: MakeCaseRoom) -> Outcome:
        alias = RoomAlias(f"{self._prefix}-{row.txn}")
        wanted = NewRoom(alias, action.name, (PersonId(action.invite),))
        room = await channel.create_room(wanted)
        assert row.case_id
        made = RoomMade(row.case_id, RoomRef(room), action.invite)
        return Outcome(result=NewRow(OURSELVES, f"made:{row.txn}", "", event_bytes(made)))

    async def _send(self, row: OutboxRow, errand: Errand, room: RoomId, text: str) -> EventId:
        channel = self._channels[errand.account]
        return await channel.send(room, Outgoing(text, clear=errand.clear), self._txn(row))

    async def _remembered(
        self, row: OutboxRow, errand: Errand, room: RoomId, text: str, ref: str
    ) -> Outcome:
        event = await self._send(row, errand, room, text)
        if row.case_id is None:
            return Outcome()
        return Outcome(copies=(Copy(errand.account, room, event, row.case_id, ref),))

    async def _revised(
        self, row: OutboxRow, errand: Errand, room: RoomId, text: str, ref: str
    ) -> Outcome:
        """Edit the one copy there is; several pieces, or none, are replaced by a new message."""
        assert row.case_id
        copies = await self._store.copies_of(row.case_id, ref)
        if len(copies) == 1:
            edit = Outgoing(text, replaces=EventId(copies[0].event))
            event = await self._channels[errand.account].send(room, edit, self._txn(row))
            return Outcome(copies=(Copy(errand.account, room, event, row.case_id, f"{ref} edit"),))
        gone = await self._redact(row, copies)
        sent = await self._remembered(row, errand, room, text, ref)
        return Outcome(copies=sent.copies, dropped_copies=gone.dropped_copies)

    async def _redact(self, row: OutboxRow, copies: tuple[Copy, ...]) -> Outcome:
        for place, copy in enumerate(copies):
            channel = self._channels[Account(copy.account)]
            try:
                await channel.redact(copy.room, EventId(copy.event), self._txn(row, place))
            except Refused:
                continue  # gone already, or a room we may no longer touch
        return Outcome(dropped_copies=copies)

    async def _leave(self, channel: Channel, room: RoomId) -> Outcome:
        """Leave, and keep nothing of the room."""
        try:
            await channel.leave(room)
        except Refused:
            pass  # we are not in it any more
        await channel.forget(room)
        self._pins.conversations.pop(room, None)
        return Outcome(forgotten_room=room)

    def _txn(self, row: OutboxRow, place: int | None = None) -> TransactionId:
        end = "" if place is None else f"-r{place}"
        return TransactionId(f"{self._prefix}-{row.txn}{end}")
