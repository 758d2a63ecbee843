"""Messages in, in order: load, decide, commit. One loop takes every row, so nothing is locked."""

import asyncio
import itertools
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.channels.base import Account, Batch, FileCame, Incoming, NotRead, Redacted, TextCame
from bot.clock import Clock, hour_of, week_of
from bot.deciding.dispatch import Deciding
from bot.deciding.front import TOO_LATE_REF
from bot.deciding.place import DeskPlace
from bot.deciding.ruling import Ruling
from bot.errors import SealError, StorageError
from bot.rows import (
    OURSELVES,
    DeskDue,
    Due,
    Errand,
    Event,
    Lapsed,
    Quiet,
    RosterChanged,
    ShiftsDue,
    errand_bytes,
    event_bytes,
    read_event,
)
from bot.security.devices import PersonId, Pins, RoomId
from bot.security.logging import Happened, note
from bot.storage.base import Destination, InboxRow, NewAction, NewRow, Verdict
from bot.storage.ports import InboxStore
from bot.timers import Timers
from dialogs.model import Line, MessageId, Moment, Say
from handoff.actions import (
    DissolveCaseRoom,
    Interpret,
    InviteToCase,
    IssueCode,
    PostToCase,
    Relay,
    ReviseAnswer,
    ReviseCopy,
    Tell,
    TryCode,
)
from handoff.model import KEPT_CLOSED, LONGEST, OPEN, CaseId, Stage
from handoff.moving import is_due

WORDS = (
    Tell,
    Relay,
    PostToCase,
    ReviseCopy,
    ReviseAnswer,
    InviteToCase,
    IssueCode,
    TryCode,
    Interpret,
)
"""What need not leave any more once its case is gone; what tidies up after it must."""


@dataclass(frozen=True)
class Lifetimes:
    """How long things are kept when nobody acts; the same numbers stand in the texts."""

    draft: timedelta = timedelta(hours=24)
    quiet: timedelta = timedelta(hours=24)
    """How long the line stays in the chat of a silent reporter."""
    closed: timedelta = KEPT_CLOSED
    case: timedelta = LONGEST

    def by_stage(self) -> dict[Stage, timedelta]:
        """How long a case of each stage is kept; every stage has its limit."""
        open_ones = dict.fromkeys((*OPEN, Stage.RESTING), self.case)
        return {Stage.DRAFT: self.draft, **open_ones, Stage.CLOSED: self.closed}

    def limits(self, now: datetime) -> dict[str, int]:
        """For each stage the hour at or before which the time of its cases must have begun."""
        return {stage.value: hour_of(now - time) for stage, time in self.by_stage().items()}


class Inbox:
    """The only way in."""

    def __init__(
        self,
        store: InboxStore,
        deciding: Deciding,
        pins: Pins,
        clock: Clock,
        decided: asyncio.Event,
        lifetimes: Lifetimes,
        timers: Timers,
        place: DeskPlace,
        fresh: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._store = store
        self._deciding = deciding
        self._pins = pins
        self._clock = clock
        self._decided = decided
        self._lifetimes = lifetimes
        self._timers = timers
        self._place = place
        self._fresh = fresh
        self._changes = itertools.count(1)
        self.arrived = asyncio.Event()
        """Set whenever a row may be waiting."""

    async def receive(self, account: Account, batch: Batch) -> None:
        """Commit what the network brought, with the channel's state, before anything else."""
        rows = [
            NewRow(account, _name(event), event.room, event_bytes(event), _reporter(account, event))
            for event in batch.incoming
        ]
        await self._store.receive(account, batch.journal, rows)
        if rows:
            self.arrived.set()

    async def run(self) -> None:
        while True:
            self.arrived.clear()
            while row := await self._store.next_row():
                await self._decide(row)
            await self.arrived.wait()

    async def sweep(self) -> None:
        """Put what reached the end of its time before the decision loop."""
        now = self._clock()
        for stage, limit in self._lifetimes.limits(now).items():
            for case in await self._store.untouched_since((stage,), limit):
                await self._raise(f"lapsed:{case}:{limit}", Lapsed(case, limit))
        limit = hour_of(now - self._lifetimes.quiet)
        for case in await self._store.quiet_by(limit):
            await self._raise(f"quiet:{case}:{limit}", Quiet(case, limit))
        self.arrived.set()

    async def look(self) -> None:
        """Put the cases at which it is time to look before the decision loop."""
        for case, minute in self._timers.due(self._clock()):
            await self._raise(f"due:{case}:{minute}", Due(case))
        if is_due(self._place.desk, now := self._clock()):
            await self._raise(f"desk:{now.timestamp()}", DeskDue())
        if self._timers.shifts_due(self._clock()):
            await self._raise("shifts", ShiftsDue())
        self.arrived.set()

    async def roster_changed(self) -> None:
        """Have the loop act on what is otherwise on the roster now."""
        # One that is just being decided has looked already: each time is another event.
        await self._raise(f"roster:{next(self._changes)}", RosterChanged())
        self.arrived.set()

    async def end_day(self) -> None:
        """Once a day: what is kept for a number of days only."""
        await self._store.end_day(hour_of(self._clock()) // 24)

    async def _raise(self, name: str, event: Event) -> None:
        row = NewRow(OURSELVES, name, "", event_bytes(event))
        await self._store.receive(OURSELVES, {}, [row])

    async def _decide(self, row: InboxRow) -> None:
        now = self._clock()
        moment = Moment(now, self._fresh(64))
        try:
            ruling = await self._deciding.decide(row.account, read_event(row.body), moment)
        except StorageError:
            raise  # nothing can be kept: the line must end, and the row is decided after a restart
        except Exception as fault:  # noqa: BLE001 - one bad row must not silence everyone
            note(Happened.SET_ASIDE, fault=fault)
            ruling = _set_aside(row)
        try:
            await self._store.decide(_verdict(row, ruling, now))
        except SealError as fault:  # for a code that there is not: ours, and nothing was changed
            note(Happened.SET_ASIDE, fault=fault)
            ruling = _set_aside(row)
            await self._store.decide(_verdict(row, ruling, now))
        if ruling.desk:
            self._place.desk = ruling.desk
        if ruling.route:
            self._pins.conversations[ruling.route.room] = ruling.route.pin
        if ruling.save and ruling.save.case_room:
            readers = frozenset(map(PersonId, ruling.save.in_room))
            self._pins.case_readers[RoomId(ruling.save.case_room)] = readers
        self._timers.follow(ruling)
        if ruling.errands:
            self._decided.set()


def _name(event: Incoming) -> str:
    """A message reported as unread may be read later: its text then is news, not a repetition."""
    return f"unread {event.event}" if isinstance(event, NotRead) else event.event


def _reporter(account: Account, event: Incoming) -> str:
    """Who takes turns with others, whatever number of rooms they write in; staff need not."""
    if account is Account.DESK:
        return ""
    if isinstance(event, TextCame | FileCame):
        return event.device.person
    return event.person if isinstance(event, NotRead | Redacted) else ""


def _set_aside(row: InboxRow) -> Ruling:
    """A fault of ours: a reporter is told that their message may not have arrived."""
    if row.account not in (Account.FRONT, Account.SIGNAL) or not row.room:
        return Ruling()
    sorry = Tell(Say((Line(MessageId("system-not-delivered")),)))
    return Ruling(errands=(Errand(Account.FRONT, RoomId(row.room), sorry),))


def _verdict(row: InboxRow, ruling: Ruling, now: datetime) -> Verdict:
    actions = tuple(
        NewAction(
            _queue(errand, ruling.case_id),
            errand.case or ruling.case_id,
            f"{row.seq}-{place}",
            errand_bytes(errand),
            words=isinstance(errand.action, WORDS),
            ends_room=isinstance(errand.action, DissolveCaseRoom),
        )
        for place, errand in enumerate(ruling.errands)
    )
    return Verdict(
        seq=row.seq,
        hour=hour_of(now),
        save=ruling.save,
        drop=ruling.drop,
        route=ruling.route,
        copies=ruling.copies,
        actions=actions,
        counters=tuple((week_of(now), counter) for counter in ruling.counters),
        heard=ruling.heard,
        forget=ruling.forget,
        seals=ruling.seals,
        unseal=ruling.unseal,
        erases=ruling.erases,
        floor=ruling.floor,
        coded=ruling.coded,
        desk=ruling.desk,
        rows=tuple(
            NewRow(OURSELVES, f"{event.kind}:{row.seq}-{place}", "", event_bytes(event))
            for place, event in enumerate(ruling.raised)
        ),
    )


def _queue(errand: Errand, case_id: CaseId | None) -> Destination:
    """Rows of one room leave in order; the making of a case's room waits for no other.

    Codes are slow to make and to try, and so are translations: they hold up no message.
    """
    if isinstance(errand.action, IssueCode | TryCode):
        return Destination(f"code {case_id}")
    if isinstance(errand.action, Tell) and errand.action.ref == TOO_LATE_REF:
        return Destination(f"late {errand.room}")
    if isinstance(errand.action, Interpret):
        return Destination(f"interpret {case_id}")
    return Destination(errand.room or f"new {case_id}")
