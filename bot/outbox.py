"""Actions out: one queue per room, in order, repeated with the same transaction id until done.

A homeserver under a flood answers slowly, and what is asked of it all at once is answered in no
order of ours. So only so much is under way, and who is next is decided here: see `Leaving`.
"""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import Clock, hour_of
from bot.errors import LineError, LoggedOut, StorageError, TryLater
from bot.pacing import Pacing
from bot.performing import Performing
from bot.places import Place, Places
from bot.rows import (
    OURSELVES,
    DeskNotMade,
    Errand,
    Hold,
    NotDelivered,
    Slowed,
    event_bytes,
    read_errand,
)
from bot.security.logging import Happened, note
from bot.storage.base import NewRow, OutboxRow, Outcome
from bot.storage.ports import OutboxStore
from handoff.actions import (
    CARD_REF,
    FAREWELL_REF,
    ClearCaseRoom,
    ClearChat,
    DissolveCaseRoom,
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
    RemoveFromRoom,
    ClearChat,
    LeaveReporter,
    ClearDeskRoom,
    LeaveDeskRoom,
)
"""What deletes or cuts off is owed to the reporter, however long a homeserver is away."""
WAITS_ELSEWHERE = (IssueCode, TryCode, Interpret, Hold)
"""They ask nothing of a homeserver: codes and translations queue for one another elsewhere."""
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 120.0
LOOK_AGAIN = 5.0
"""How soon it is seen that what is held back need not be sent any more."""
AT_ONCE = 12
RETRIES_AT_ONCE = 12
"""Apart, so that what fails again and again keeps nothing waiting that was not tried yet."""
PLACE_FOR_S = 5.0
"""What takes longer goes on without its place: one slow homeserver must not hold them all."""


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
        self._places = Places(AT_ONCE, decided.set)
        self._again = asyncio.Semaphore(RETRIES_AT_ONCE)

    async def run(self) -> None:
        """One task for each row that is under way or waits to be tried again.

        A task that fails fails us all.
        """
        async with asyncio.TaskGroup() as group:
            while True:
                self._decided.clear()
                while self._places.free and (row := await self._store.next_out()):
                    group.create_task(self._until_done(row, self._places.take(PLACE_FOR_S)))
                await self._decided.wait()

    async def _until_done(self, row: OutboxRow, place: Place | None = None) -> None:
        """Perform the row until it is done or given up; commit how it ended."""
        with place or Place() as held:
            try:
                errand = read_errand(row.body)
            except LineError as fault:  # written by another version, or damaged: others must go on
                note(Happened.GIVEN_UP, fault=fault)
                outcome = Outcome()
            else:
                if isinstance(errand.action, WAITS_ELSEWHERE):
                    held.leave()
                outcome = await self._in_turn(row, errand, held)
            await self._store.performed(row, outcome)
        self._decided.set()
        if outcome.result:
            self._arrived.set()

    async def _in_turn(self, row: OutboxRow, errand: Errand, place: Place) -> Outcome:
        """Hold back a text beyond the pace of its room, and have its writer told so once."""
        writer, slowed = _writer(errand), False
        while writer and (pause := self._pacing.wait(row)):
            slowed = True
            place.leave()
            await asyncio.sleep(min(pause, LOOK_AGAIN))
            if not await self._store.waits(row):
                return Outcome()  # its case ended, and took what was unsent with it
        if writer:
            self._pacing.go(row)
        outcome = await self._outcome(row, errand, place)
        if writer and slowed and not outcome.result and self._pacing.tells(row):
            outcome = replace(outcome, result=_slowed(row, writer))
        return outcome

    async def _outcome(self, row: OutboxRow, errand: Errand, place: Place) -> Outcome:
        pause, tries, began = FIRST_PAUSE, 0, self._clock()
        while True:
            try:
                outcome = await self._tried(row, errand, tries)
                break
            except TryLater as fault:
                if self._too_old(row, errand, began):
                    outcome = _not_delivered(row, errand)
                    break
                place.leave()
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

    async def _tried(self, row: OutboxRow, errand: Errand, tries: int) -> Outcome:
        row = replace(row, old=hour_of(self._clock()) - row.since >= OLD_HOURS)
        if not tries or isinstance(errand.action, WAITS_ELSEWHERE):
            return await self._performing.perform(row, errand)
        await self._again.acquire()
        with Place(self._again.release) as place:
            place.only_for(PLACE_FOR_S)
            return await self._performing.perform(row, errand)

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
    return Side.REPORTER if _from_reporter(action) else None


def _from_reporter(action: object) -> bool:
    """Whether it brings the reporter's own words to the desk."""
    return isinstance(action, PostToCase) and action.ref is not None and not action.echo


def _holds(action: object) -> bool:
    """Whether words for the reporter wait until this was seen."""
    return isinstance(action, PostToCase) and action.holds is not None


def _slowed(row: OutboxRow, writer: Side) -> NewRow:
    assert row.case_id
    told = event_bytes(Slowed(row.case_id, writer))
    return NewRow(OURSELVES, f"slowed:{row.txn}", "", told)


def _not_delivered(row: OutboxRow, errand: Errand) -> Outcome:
    """Say so on the other side, where a person's words are concerned."""
    action, staff = errand.action, None
    if isinstance(action, Relay | ReviseAnswer | Interpret) or _holds(action):
        side = Side.REPORTER
    elif isinstance(action, ReviseCopy) and action.side == "desk":
        return Outcome()
    elif isinstance(action, ReviseCopy | TryCode) or _from_reporter(action):
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
