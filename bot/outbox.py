"""Actions out: one queue per room, in order, repeated with the same transaction id until done."""

import asyncio

from bot.clock import Clock, hour_of
from bot.errors import LineError, LoggedOut, StorageError, TryLater
from bot.performing import Performing
from bot.rows import OURSELVES, Errand, NotDelivered, event_bytes, read_errand
from bot.security.logging import Happened, note
from bot.storage.base import Destination, NewRow, OutboxRow, Outcome
from bot.storage.ports import OutboxStore
from handoff.actions import (
    ClearCaseRoom,
    DissolveCaseRoom,
    InviteToCase,
    LeaveReporter,
    MakeCaseRoom,
    PostToCase,
    RedactCopies,
    Relay,
    ReviseAnswer,
    ReviseCopy,
    Side,
    TryCode,
)

GIVE_UP_HOURS = 24
NEVER_GIVEN_UP = (RedactCopies, ClearCaseRoom, DissolveCaseRoom, LeaveReporter)
"""What deletes is owed to the reporter, however long a homeserver is away."""
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 120.0


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
            outcome = await self._outcome(row, errand)
        await self._store.performed(row, outcome)
        if outcome.result:
            self._arrived.set()

    async def _outcome(self, row: OutboxRow, errand: Errand) -> Outcome:
        pause, tries = FIRST_PAUSE, 0
        while True:
            try:
                outcome = await self._performing.perform(row, errand)
                break
            except TryLater as fault:
                if self._too_old(row, errand):
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

    def _too_old(self, row: OutboxRow, errand: Errand) -> bool:
        if isinstance(errand.action, NEVER_GIVEN_UP):
            return False
        return hour_of(self._clock()) - row.since >= GIVE_UP_HOURS


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
    elif isinstance(action, MakeCaseRoom | InviteToCase):
        side = Side.DESK
        staff = action.invite if isinstance(action, MakeCaseRoom) else action.staff
    elif isinstance(action, DissolveCaseRoom | LeaveReporter):
        return Outcome(forgotten_room=errand.room)  # we keep nothing of it, whatever was refused
    else:
        return Outcome()
    assert row.case_id
    body = event_bytes(NotDelivered(row.case_id, side, staff))
    return Outcome(result=NewRow(OURSELVES, f"undelivered:{row.txn}", "", body))
