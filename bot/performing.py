"""How each action is carried out on a channel; every step may be repeated without harm."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from bot.channels.base import (
    Account,
    Channel,
    EventId,
    NewRoom,
    Outgoing,
    RoomAlias,
    TransactionId,
)
from bot.channels.carriers import Channels
from bot.clearing import Clearing
from bot.errors import Refused, TryLater
from bot.interpreting import Interpreting
from bot.relocating import Follow, Relocating
from bot.render import Renderer
from bot.returning import Returning
from bot.rostering import Rostering
from bot.rows import (
    OURSELVES,
    ConfirmDelivery,
    Errand,
    Hold,
    Interpreted,
    PurgeRoom,
    RoomMade,
    SettleProposal,
    ShownLongEnough,
    errand_bytes,
    event_bytes,
)
from bot.security.devices import PersonId, Pins, RoomId
from bot.storage.base import EDIT, Copy, Destination, NewAction, NewRow, OutboxRow, Outcome
from bot.storage.ports import CopyStore
from dialogs.model import Line, MessageId, Say
from handoff.actions import (
    ClearCaseRoom,
    ClearChat,
    DissolveCaseRoom,
    Holding,
    Interpret,
    InviteToCase,
    IssueCode,
    LeaveReporter,
    MakeCaseRoom,
    PostToCase,
    PostToDesk,
    RedactCopies,
    Relay,
    RemoveFromRoom,
    ReviseAnswer,
    ReviseCopy,
    Tell,
    TryCode,
)
from handoff.model import CaseId, RoomRef, StaffId
from handoff.moving import InviteToDesk, LeaveDeskRoom

AN_HOUR_S = 3600
WITH_LAST_WORDS_S = 1800.0


class Performing:
    """Renders and sends; answers with what is to be remembered or forgotten."""

    def __init__(
        self,
        store: CopyStore,
        channels: Channels,
        renderer: Renderer,
        pins: Pins,
        prefix: str,
        returning: Returning,
        rostering: Rostering,
        interpreting: Interpreting,
        follow: Follow,
        pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._interpreting, self._pause = interpreting, pause
        self._channels = channels
        self._renderer = renderer
        self._pins = pins
        self._prefix = prefix
        self._clearing = Clearing(store, channels, prefix)
        self._relocating = Relocating(channels, self._clearing, prefix, renderer.line_name, follow)
        self._ways: dict[type, Callable[[OutboxRow, Errand, Any], Awaitable[Outcome]]] = {
            Tell: self._tell,
            Relay: self._relay,
            PostToDesk: self._post,
            PostToCase: self._post,
            ReviseCopy: self._revise_copy,
            ReviseAnswer: self._revise_answer,
            RedactCopies: self._redact_copies,
            ClearChat: self._clear_chat,
            MakeCaseRoom: self._make_room,
            InviteToCase: self._invite,
            DissolveCaseRoom: self._dissolve,
            ClearCaseRoom: self._clear,
            LeaveReporter: self._leave,
            RemoveFromRoom: self._remove,
            InviteToDesk: self._invite_to_desk,
            SettleProposal: rostering.settle,
            PurgeRoom: self._purge,
            ConfirmDelivery: self._confirm,
            Interpret: self._interpret,
            Hold: self._hold,
            IssueCode: returning.issue,
            TryCode: returning.try_code,
            LeaveDeskRoom: self._leave_desk,
            **self._relocating.ways,
        }

    async def perform(self, row: OutboxRow, errand: Errand) -> Outcome:
        """Raises `TryLater` or `Refused`; nothing is committed then."""
        do = self._ways[type(errand.action)]
        return await do(row, errand, errand.action)

    async def _tell(self, row: OutboxRow, errand: Errand, action: Tell) -> Outcome:
        return await self._remembered(row, errand, self._renderer.say(action.say), action.ref or "")

    async def _relay(self, row: OutboxRow, errand: Errand, action: Relay) -> Outcome:
        outcome = await self._remembered(row, errand, self._words(action.text), action.ref)
        return replace(outcome, more=(_confirming(row, action),)) if action.confirm else outcome

    def _words(self, said: str | Say) -> str:
        return said if isinstance(said, str) else self._renderer.say(said)

    async def _confirm(self, row: OutboxRow, errand: Errand, action: ConfirmDelivery) -> Outcome:
        await self._channel(errand).confirm(_room_of(errand), action.target, self._txn(row))
        return Outcome()

    async def _post(
        self, row: OutboxRow, errand: Errand, action: PostToDesk | PostToCase
    ) -> Outcome:
        text = self._renderer.blocks(await self._interpreting.aided(action.blocks))
        posted = await self._remembered(row, errand, text, action.ref or "", action.mentions)
        if not isinstance(action, PostToCase) or action.holds is None:
            return posted
        return replace(posted, more=(_holding(row, action.holds),))

    async def _interpret(self, row: OutboxRow, _errand: Errand, action: Interpret) -> Outcome:
        made = Interpreted(_case_of(row), await self._interpreting.interpret(action))
        return Outcome(result=NewRow(OURSELVES, f"interpreted:{row.txn}", "", event_bytes(made)))

    async def _hold(self, row: OutboxRow, _errand: Errand, action: Hold) -> Outcome:
        await self._pause(action.what.seconds)
        shown = ShownLongEnough(_case_of(row), action.what)
        return Outcome(result=NewRow(OURSELVES, f"shown:{row.txn}", "", event_bytes(shown)))

    async def _revise_copy(self, row: OutboxRow, errand: Errand, action: ReviseCopy) -> Outcome:
        blocks = await self._interpreting.aided(action.blocks)
        return await self._revised(row, errand, self._renderer.blocks(blocks), action.ref)

    async def _revise_answer(self, row: OutboxRow, errand: Errand, action: ReviseAnswer) -> Outcome:
        return await self._revised(row, errand, self._words(action.text), action.ref)

    async def _redact_copies(
        self, row: OutboxRow, _errand: Errand, action: RedactCopies
    ) -> Outcome:
        case_id = _case_of(row)
        copies = await self._store.copies_of(case_id, action.ref)
        edits = await self._store.copies_of(case_id, _edit_of(action.ref))
        return await self._clearing.redact(row, (*copies, *edits))

    async def _clear_chat(self, row: OutboxRow, errand: Errand, _action: ClearChat) -> Outcome:
        return await self._clearing.clear_chat(row, _room_of(errand))

    async def _dissolve(self, row: OutboxRow, errand: Errand, action: DissolveCaseRoom) -> Outcome:
        await self._clearing.redact(row, await self._store.copies_in(action.room))
        for staff in action.staff:
            with suppress(Refused):  # they are gone, or the room is
                await self._channels.desk.remove(RoomId(action.room), PersonId(staff))
        return await self._leave(row, errand, action)

    async def _clear(self, row: OutboxRow, _errand: Errand, action: ClearCaseRoom) -> Outcome:
        return await self._clearing.redact(row, await self._store.copies_in(action.room))

    async def _leave(
        self,
        row: OutboxRow,
        errand: Errand,
        action: LeaveReporter | DissolveCaseRoom | LeaveDeskRoom,
    ) -> Outcome:
        """Leave, and keep nothing of the room."""
        channel, room = self._channel(errand), _room_of(errand)
        with suppress(Refused):  # we are not in it any more
            await channel.leave(room)
        await channel.forget(room)
        self._pins.conversations.pop(room, None)
        self._pins.case_readers.pop(room, None)
        later = not isinstance(action, DissolveCaseRoom)
        more = (_purging(row, errand, later=later),) if channel.purges_rooms else ()
        return Outcome(forgotten_room=room, more=more)

    async def _leave_desk(self, row: OutboxRow, errand: Errand, action: LeaveDeskRoom) -> Outcome:
        await self._relocating.noted(action)
        return await self._leave(row, errand, action)

    async def _purge(self, row: OutboxRow, errand: Errand, action: PurgeRoom) -> Outcome:
        if action.later and not row.old:
            # It would take the last words, which say what to do next, from the reporter's screen.
            raise TryLater(after=WITH_LAST_WORDS_S)
        await self._channel(errand).purge_room(_room_of(errand))
        return Outcome()

    async def _make_room(self, row: OutboxRow, _errand: Errand, action: MakeCaseRoom) -> Outcome:
        alias = RoomAlias(f"{self._prefix}-{row.txn}")
        room = await self._channels.desk.create_room(NewRoom(alias, action.name))
        made = RoomMade(_case_of(row), RoomRef(room), action.invite)
        return Outcome(result=NewRow(OURSELVES, f"made:{row.txn}", "", event_bytes(made)))

    async def _invite(self, _row: OutboxRow, errand: Errand, action: InviteToCase) -> Outcome:
        await self._channels.desk.invite(_room_of(errand), PersonId(action.staff))
        return Outcome()

    async def _remove(self, _row: OutboxRow, _errand: Errand, action: RemoveFromRoom) -> Outcome:
        await self._channels.desk.remove(RoomId(action.room), PersonId(action.staff))
        return Outcome()

    async def _invite_to_desk(
        self, row: OutboxRow, errand: Errand, action: InviteToDesk
    ) -> Outcome:
        room = RoomId(action.room)
        try:
            await self._channels.desk.invite(room, PersonId(action.staff))
        except Refused:
            refused = Line(MessageId("desk-staff-not-invited"), {"person": action.staff})
            body = errand_bytes(Errand(errand.account, room, PostToDesk((refused,))))
            return Outcome(more=(NewAction(Destination(room), None, f"{row.txn}-i", body),))
        return Outcome()

    async def _send(
        self, row: OutboxRow, errand: Errand, text: str, mentions: tuple[StaffId, ...] = ()
    ) -> EventId:
        kept = isinstance(errand.action, PostToDesk | PostToCase) and errand.action.ref is not None
        called = tuple(map(PersonId, mentions))
        action = errand.action
        target = action.answers if isinstance(action, Relay | PostToCase) else None
        message = Outgoing(
            text,
            answers=EventId(target) if target else None,
            mentions=called,
            clear=errand.clear,
            awaits_reader=kept,
        )
        return await self._once(row, errand, message)

    async def _once(self, row: OutboxRow, errand: Errand, message: Outgoing) -> EventId:
        """Send; of what a homeserver may have forgotten by now, look for the echo first."""
        channel, room, txn = self._channel(errand), _room_of(errand), self._txn(row)
        sent = await channel.echo(room, txn, row.since * AN_HOUR_S) if row.old else None
        return sent or await channel.send(room, message, txn)

    async def _remembered(
        self,
        row: OutboxRow,
        errand: Errand,
        text: str,
        ref: str,
        mentions: tuple[StaffId, ...] = (),
    ) -> Outcome:
        event = await self._send(row, errand, text, mentions)
        in_passing = isinstance(errand.action, PostToDesk) and not ref
        if row.case_id is None or in_passing:
            return Outcome()
        copy = Copy(errand.account, _room_of(errand), event, row.case_id, ref)
        return Outcome(copies=(copy,))

    async def _revised(self, row: OutboxRow, errand: Errand, text: str, ref: str) -> Outcome:
        """Edit the one copy there is; several pieces, or none, are replaced by a new message."""
        case_id, room = _case_of(row), _room_of(errand)
        copies = await self._store.copies_of(case_id, ref)
        if len(copies) == 1 and copies[0].room == room:
            edit = Outgoing(text, replaces=EventId(copies[0].event))
            event = await self._once(row, errand, edit)
            return Outcome(copies=(Copy(errand.account, room, event, case_id, _edit_of(ref)),))
        gone = await self._clearing.redact(row, copies)
        sent = await self._remembered(row, errand, text, ref)
        return Outcome(copies=sent.copies, dropped_copies=gone.dropped_copies)

    def _channel(self, errand: Errand) -> Channel:
        return self._channels.of(errand.account, _room_of(errand))

    def _txn(self, row: OutboxRow) -> TransactionId:
        return TransactionId(f"{self._prefix}-{row.txn}")


def _case_of(row: OutboxRow) -> CaseId:
    assert row.case_id is not None
    return row.case_id


def _room_of(errand: Errand) -> RoomId:
    assert errand.room is not None
    return errand.room


def _edit_of(ref: str) -> str:
    return f"{ref}{EDIT}"


def _confirming(row: OutboxRow, action: Relay) -> NewAction:
    """Behind what is on its way to the same professional; nobody waits for it."""
    room = RoomId(action.confirm or "")
    body = errand_bytes(Errand(Account.DESK, room, ConfirmDelivery(EventId(action.ref))))
    return NewAction(Destination(room), row.case_id, f"{row.txn}-c", body, words=True)


def _holding(row: OutboxRow, what: Holding) -> NewAction:
    """From when it was shown, in a queue of its own: nothing waits for it."""
    body = errand_bytes(Errand(Account.DESK, None, Hold(what)))
    return NewAction(Destination(f"hold {row.txn}"), row.case_id, f"{row.txn}-h", body, words=True)


def _purging(row: OutboxRow, errand: Errand, *, later: bool) -> NewAction:
    """In a queue of its own: it can take long, or never work, and nothing waits for it."""
    body = errand_bytes(Errand(errand.account, _room_of(errand), PurgeRoom(later)))
    return NewAction(Destination(f"purge {row.txn}"), None, f"{row.txn}-p", body)
