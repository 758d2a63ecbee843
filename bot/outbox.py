"""Actions out: one queue per room, in order, repeated with the same transaction id until done."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import Clock, hour_of
from bot.errors import LineError, LoggedOut, StorageError, TryLater
from bot.pacing import Pacing
from bot.performing import Performing
from bot.rows import OURSELVES, DeskNotMade, Errand, NotDelivered, Slowed, event_bytes, read_errand
from bot.security.logging import Happened, note
from bot.storage.base import Destination, NewRow, OutboxRow, Outcome
from bot.storage.ports import OutboxStore
from handoff.actions import (
    CARD_REF,
    FAREWELL_REF,
    ClearCaseRoom,
    ClearChat,
    DissolveCaseRoom,
    InviteToCase,
    LeaveReporter,
    MakeCaseRoom,
    PostToCase,
    PostToDesk,
    RedactCopies,
    Relay,
    ReviseAnswer,
    ReviseCopy,
    Side,
    Tell,
    TryCode,
)
from handoff.moving import ClearDeskRoom, LeaveDeskRoom, MakeDeskRoom

GIVE_UP_HOURS = 24
FAREWELL_WITHIN = timedelta(hours=1)
"""Leaving, and with it the way back to a reporter, waits for the last words."""
OLD_HOURS = 12
"""Homeservers remember for about a day which transactions they have had."""
NEVER_GIVEN_UP = (
    RedactCopies,
    ClearCaseRoom,
    DissolveCaseRoom,
    ClearChat,
    LeaveReporter,
    ClearDeskRoom,
    LeaveDeskRoom,
)
"""What deletes is owed to the reporter, however long a homeserver is away."""
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 120.0
LOOK_AGAIN = 5.0
"""How soon it is seen that what is held back need not be sent any more."""


class Outbox:
    """The only way out."""

    def __init__(
        self,
        store: OutboxStore,
        performing: Performing,
        clock: Clock,
        decided: asyncio.Event,
        arrived: asyncio.Event,
    ) -> None:
        self._store = store
        self._performing = performing
        self._clock = clock
        self._decided = decided
        self._arrived = arrived
        self._pacing = Pacing()
        self._busy: dict[Destination, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Keep one task for each destination that has rows; a failing one fails us all."""
        async with asyncio.TaskGroup() as group:
            while True:
                self._decided.clear()
                for row in await self._store.outbox_heads():
                    if row.destination not in self._busy:
                        task = group.create_task(self._empty(row))
                        self._busy[row.destination] = task
                await self._decided.wait()

    async def _empty(self, row: OutboxRow) -> None:
        try:
            await self._until_done(row)
        finally:
            del self._busy[row.destination]
            self._decided.set()

    async def _until_done(self, row: OutboxRow) -> None:
        """Perform the row until it is done or given up; commit how it ended."""
        try:
            errand = read_errand(row.body)
        except LineError as fault:  # written by another version, or damaged: others must go on
            note(Happened.GIVEN_UP, fault=fault)
            outcome = Outcome()
        else:
            outcome = await self._in_turn(row, errand)
        await self._store.performed(row, outcome)
        if outcome.result:
            self._arrived.set()

    async def _in_turn(self, row: OutboxRow, errand: Errand) -> Outcome:
        """Hold back a text beyond the pace of its room, and have its writer told so once."""
        writer, slowed = _writer(errand), False
        while writer and (pause := self._pacing.wait(row)):
            slowed = True
            await asyncio.sleep(min(pause, LOOK_AGAIN))
            if not await self._store.waits(row):
                return Outcome()  # its case ended, and took what was unsent with it
        if writer:
            self._pacing.go(row)
        outcome = await self._outcome(row, errand)
        if writer and slowed and not outcome.result and self._pacing.tells(row):
            outcome = replace(outcome, result=_slowed(row, writer))
        return outcome

    async def _outcome(self, row: OutboxRow, errand: Errand) -> Outcome:
        pause, tries, began = FIRST_PAUSE, 0, self._clock()
        while True:
            try:
                old = hour_of(self._clock()) - row.since >= OLD_HOURS
                outcome = await self._performing.perform(replace(row, old=old), errand)
                break
            except TryLater as fault:
                if self._too_old(row, errand, began):
                    outcome = _not_delivered(row, errand)
                    break
                await asyncio.sleep(max(fault.after or 0.0, pause))
                pause, tries = min(pause * 2, LONGEST_PAUSE), tries + 1
                if not await self._store.waits(row):
                    return Outcome()  # its case ended, and took what was unsent with it
            except (LoggedOut, StorageError):
                raise  # a person must act; the row waits for the next start
            except Exception as fault:  # noqa: BLE001 - refused, or ours: others must go on
                note(Happened.GIVEN_UP, fault=fault)
                outcome = _not_delivered(row, errand)
                break
        if tries:
            note(Happened.RETRIED, count=tries)
        return outcome

    def _too_old(self, row: OutboxRow, errand: Errand, began: datetime) -> bool:
        action, now = errand.action, self._clock()
        if isinstance(action, NEVER_GIVEN_UP):
            return False
        if isinstance(action, Tell) and action.ref == FAREWELL_REF:
            # Rows know the hour only; after a restart the full time has passed already.
            return now - began >= FAREWELL_WITHIN or hour_of(now) - row.since > 1
        return hour_of(now) - row.since >= GIVE_UP_HOURS


def _writer(errand: Errand) -> Side | None:
    """Who wrote the text that is on its way: their texts are paced."""
    action = errand.action
    if isinstance(action, Relay):
        return Side.CASE
    return Side.REPORTER if isinstance(action, PostToCase) and action.ref else None


def _slowed(row: OutboxRow, writer: Side) -> NewRow:
    assert row.case_id
    told = event_bytes(Slowed(row.case_id, writer))
    return NewRow(OURSELVES, f"slowed:{row.txn}", "", told)


def _not_delivered(row: OutboxRow, errand: Errand) -> Outcome:
    """Say so on the other side, where a person's words are concerned."""
    action, staff = errand.action, None
    if isinstance(action, Relay | ReviseAnswer):
        side = Side.REPORTER
    elif isinstance(action, ReviseCopy) and action.side == "desk":
        return Outcome()
    elif isinstance(action, ReviseCopy | TryCode) or (
        isinstance(action, PostToCase) and action.ref
    ):
        side = Side.CASE
    elif isinstance(action, PostToDesk) and action.ref == CARD_REF:
        side = Side.DESK
    elif isinstance(action, MakeCaseRoom | InviteToCase):
        side = Side.DESK
        staff = action.invite if isinstance(action, MakeCaseRoom) else action.staff
    elif isinstance(action, MakeDeskRoom):
        told = event_bytes(DeskNotMade())
        return Outcome(result=NewRow(OURSELVES, f"desk not made:{row.txn}", "", told))
    elif isinstance(action, DissolveCaseRoom | LeaveReporter):
        return Outcome(forgotten_room=errand.room)  # we keep nothing of it, whatever was refused
    else:
        return Outcome()
    assert row.case_id
    body = event_bytes(NotDelivered(row.case_id, side, staff))
    return Outcome(result=NewRow(OURSELVES, f"undelivered:{row.txn}", "", body))
