"""A channel without a network, for tests: what comes in is put in, what goes out is kept."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.channels.base import (
    Account,
    Batch,
    EventId,
    Incoming,
    Journal,
    NewRoom,
    Outgoing,
    RoomAlias,
    TransactionId,
)
from bot.errors import ChannelError, ConfigurationError, Refused
from bot.security.devices import PersonId, RoomId
from dialogs.hushed import Hushed


@dataclass(frozen=True, repr=False)
class Sent(Hushed):
    """One message that went out."""

    room: RoomId
    message: Outgoing
    txn: TransactionId
    event: EventId


class MemoryChannel(Hushed):
    """`Channel` for tests; a running line must not be built on it."""

    def __init__(self, account: Account, own_id: PersonId, *, for_tests: bool = False) -> None:
        if not for_tests:
            raise ConfigurationError("the in-memory channel reaches nobody: it is for tests only")
        self._account, self._own_id = account, own_id
        self._batches: asyncio.Queue[Batch] = asyncio.Queue()
        self._aliases: dict[RoomAlias, RoomId] = {}
        self._failures: list[ChannelError] = []
        self._events = 0
        self._out: set[tuple[RoomId, PersonId]] = set()
        self.encrypted: dict[RoomId, bool] = {}
        """The rooms we are in."""
        self.sent: list[Sent] = []
        self.redacted: list[tuple[RoomId, EventId]] = []
        self.confirmed: list[tuple[RoomId, EventId]] = []
        self.invited: list[tuple[RoomId, PersonId]] = []
        self.removed: list[tuple[RoomId, PersonId]] = []
        self.left: list[RoomId] = []
        self.forgotten: list[RoomId] = []
        self.purges_rooms = False
        self.purged: list[RoomId] = []

    # ---- the test's side ------------------------------------------------------------------

    def enter(self, room: RoomId, *, encrypted: bool = True) -> None:
        """We are in this room."""
        self.encrypted[room] = encrypted

    def put(self, *incoming: Incoming, journal: Journal | None = None) -> None:
        """The network brings these, as one batch."""
        for thing in incoming:
            self.encrypted.setdefault(thing.room, True)
        self._batches.put_nowait(Batch(journal or {}, incoming))

    def fail_next(self, *errors: ChannelError) -> None:
        """The next outgoing calls raise these, one each, before they do anything."""
        self._failures += errors

    def has(self, room: RoomId, person: PersonId) -> bool:
        """Whether we invited them there, and did not put them out since."""
        return (room, person) in self.invited and (room, person) not in self._out

    def texts(self, room: RoomId) -> list[str]:
        return [sent.message.text for sent in self.sent if sent.room == room]

    # ---- the port -------------------------------------------------------------------------

    @property
    def account(self) -> Account:
        return self._account

    @property
    def own_id(self) -> PersonId:
        return self._own_id

    async def open(self) -> None:
        """Nothing to open."""

    async def close(self) -> None:
        """Nothing to close."""

    async def rest(self) -> None:
        """What was not taken stays where it is."""

    async def batches(self) -> AsyncIterator[Batch]:
        while True:
            yield await self._batches.get()

    async def send(self, room: RoomId, message: Outgoing, txn: TransactionId) -> EventId:
        self._may_fail()
        for sent in self.sent:
            if (sent.room, sent.txn) == (room, txn):
                return sent.event
        if not self._in(room) and not message.clear:
            raise Refused("the room is not encrypted")
        self._events += 1
        event = EventId(f"$sent{self._events}")
        self.sent.append(Sent(room, message, txn, event))
        return event

    async def echo(self, room: RoomId, txn: TransactionId, since: int) -> EventId | None:  # noqa: ARG002
        self._may_fail()
        found = (sent.event for sent in self.sent if (sent.room, sent.txn) == (room, txn))
        return next(found, None)

    async def redact(self, room: RoomId, event: EventId, txn: TransactionId) -> None:  # noqa: ARG002
        self._may_fail()
        self._in(room)
        if (room, event) not in self.redacted:
            self.redacted.append((room, event))

    async def confirm(self, room: RoomId, event: EventId, txn: TransactionId) -> None:  # noqa: ARG002
        self._may_fail()
        self._in(room)
        if (room, event) not in self.confirmed:
            self.confirmed.append((room, event))

    async def standing(self, room: RoomId) -> tuple[EventId, ...]:
        self._may_fail()
        self._in(room)
        gone = {event for there, event in self.redacted if there == room}
        events = [sent.event for sent in self.sent if sent.room == room]
        return tuple(event for event in reversed(events) if event not in gone)

    async def create_room(self, wanted: NewRoom) -> RoomId:
        self._may_fail()
        if wanted.alias not in self._aliases:
            room = RoomId(f"!made{len(self._aliases) + 1}")
            self._aliases[wanted.alias] = room
            self.enter(room)
            self.invited += [(room, person) for person in wanted.invite]
        return self._aliases[wanted.alias]

    async def invite(self, room: RoomId, person: PersonId) -> None:
        self._may_fail()
        self._in(room)
        if not self.has(room, person):
            self.invited.append((room, person))
            self._out.discard((room, person))

    async def remove(self, room: RoomId, person: PersonId) -> None:
        self._may_fail()
        self._in(room)
        if self.has(room, person):
            self.removed.append((room, person))
            self._out.add((room, person))

    async def leave(self, room: RoomId) -> None:
        self._may_fail()
        if self.encrypted.pop(room, None) is not None:
            self.left.append(room)

    async def purge_room(self, room: RoomId) -> None:
        self._may_fail()
        if room not in self.purged:
            self.purged.append(room)

    async def forget(self, room: RoomId) -> None:
        self.forgotten.append(room)

    def _in(self, room: RoomId) -> bool:
        """Whether the room is encrypted; one we are not in is refused, as by a homeserver."""
        if room not in self.encrypted:
            raise Refused("we are not in this room")
        return self.encrypted[room]

    def _may_fail(self) -> None:
        if self._failures:
            raise self._failures.pop(0)
