"""The Matrix channel: one account, composed from its parts."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from bot.channels.base import (
    Account,
    Batch,
    EventId,
    Incoming,
    JournalKeeper,
    NewRoom,
    Outgoing,
    TransactionId,
)
from bot.channels.journal import StateJournal
from bot.channels.matrix.asking import KeyRequests
from bot.channels.matrix.backfill import Backfill
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.claiming import Claiming
from bot.channels.matrix.crosssigning import CrossSigningIdentity, bootstrap
from bot.channels.matrix.drain import Drain
from bot.channels.matrix.echoes import find_echo, standing_in
from bot.channels.matrix.errands import Errands
from bot.channels.matrix.group import GroupSessions
from bot.channels.matrix.http import Http, path
from bot.channels.matrix.intake import Intake
from bot.channels.matrix.invites import Invites
from bot.channels.matrix.keys import OwnKeys
from bot.channels.matrix.login import Session
from bot.channels.matrix.machine import Machine
from bot.channels.matrix.making import Making
from bot.channels.matrix.mending import Mending
from bot.channels.matrix.order import Order
from bot.channels.matrix.people import People
from bot.channels.matrix.purging import purge
from bot.channels.matrix.quiet import hush
from bot.channels.matrix.reading import Reader
from bot.channels.matrix.rooms import Rooms
from bot.channels.matrix.sending import Sender, reading_rule
from bot.channels.matrix.sharing import Sharing
from bot.channels.matrix.sync import Poller
from bot.channels.matrix.unused import Unused, hour_now
from bot.security.devices import PersonId, Pins, RoomId
from dialogs.hushed import Hushed

LAPSE_S = 3600.0
DELIVERED = "✅"
"""Always the same, since reactions travel in the clear."""


@dataclass(frozen=True, repr=False)
class MatrixSettings(Hushed):
    """Where the account lives, and how long we wait."""

    homeserver: str
    session: Session
    hold_s: float = 30.0
    """How long an unreadable message holds back its room."""
    poll_s: float = 30.0
    purge_rooms: bool = False


class MatrixChannel(Hushed):
    """`Channel` on Matrix.

    Between receiving a batch and asking for the next the caller must only commit: requests that
    depend on stored state wait until then.
    """

    def __init__(
        self,
        settings: MatrixSettings,
        account: Account,
        pins: Pins,
        keeper: JournalKeeper,
        identity: CrossSigningIdentity,
        clock: Callable[[], float] = time.monotonic,
        hour: Callable[[], int] = hour_now,
    ) -> None:
        session = settings.session
        self._purges_rooms = settings.purge_rooms
        self._account, self._session, self._identity = account, session, identity
        self._http = http = Http(settings.homeserver, session.token)
        self._journal = journal = StateJournal(keeper, account)
        self._machine = machine = Machine(journal, session.user, session.device)
        self._groups = GroupSessions(journal)
        self._people = People(http, journal, clock)
        self._rooms = Rooms(journal)
        self._keys = OwnKeys(http, machine, journal, clock)
        self._order = Order(journal, settings.hold_s, clock)
        self._reader = Reader(journal, self._groups, self._people, session.user)
        self._claiming = claiming = Claiming(http, machine, clock)
        self._mending = Mending(http, machine, journal, self._people, claiming, clock)
        self._requests = KeyRequests(http, machine, self._people, self._mending, clock)
        self._invites = Invites(http, journal, session.user, self._mending.mend, clock)
        self._sharing = Sharing(http, machine, journal, claiming)
        self._making = Making(http, self._rooms, journal, session.user)
        rule = reading_rule(account, pins)
        self._sender = Sender(http, machine, self._rooms, self._people, self._sharing, rule)
        self._intake = Intake(
            account,
            journal,
            machine,
            self._groups,
            self._reader,
            self._people,
            self._keys,
            self._rooms,
            self._order,
            self._invites,
            self._mending,
            self._requests,
        )
        self._drain = Drain(self._order, self._reader)
        self._poller = Poller(http, account, settings.poll_s)
        self._unused = unused = Unused(self._rooms, self._reader, session.user, hour)
        self._errands = Errands(
            Backfill(http, self._intake, self._order),
            self._people,
            self._keys,
            self._mending,
            self._requests,
            self._present,
            unused,
            self._leave_for_good,
        )
        machine.sessions.present = self._present
        self._groups.expected = self._rooms.has
        self._clock, self._lapse_at = clock, clock()
        self._since: str | None = None
        self._loaded = False

    @property
    def account(self) -> Account:
        return self._account

    @property
    def own_id(self) -> PersonId:
        return self._session.user

    @property
    def purges_rooms(self) -> bool:
        return self._purges_rooms

    async def open(self) -> None:
        """Load the journal and show our keys to the homeserver; after a fault, call it again."""
        hush()
        if not self._loaded:
            await self._load()
            self._loaded = True
        await self._journal.save()
        await self._keys.publish_device()

    async def _load(self) -> None:
        rows = await self._journal.load()
        self._machine.load(rows)
        self._groups.load(rows, self._machine.pickle_key)
        for part in (self._people, self._rooms, self._order, self._reader, self._invites):
            part.load(rows)
        self._groups.keep_only({room.id for room in self._rooms} | self._invites.rooms)
        self._keep_only_present()
        token = rows.get(("token", ""))
        self._since = token.decode() if token else None

    async def cross_sign(self, password: str | None = None) -> None:
        """Have the account bear our identity and sign this device; after `open`, once is enough."""
        machine = self._machine
        ours = {"curve25519": machine.curve25519, "ed25519": machine.ed25519}
        user, device = self._session.user, self._session.device
        request = self._http.answer
        await bootstrap(request, user, device, ours, self._identity, password, machine.sign)

    async def close(self) -> None:
        await self._errands.stop()
        await self._invites.stop()
        await self._http.close()

    # ---- receiving ------------------------------------------------------------------------

    async def batches(self) -> AsyncIterator[Batch]:
        """Receive for ever; asking for the next batch says that the last one is committed."""
        poll: asyncio.Task[Json] | None = None
        try:
            while True:
                if poll is None:
                    # A new token tells the homeserver to drop what the last answer held, so it may
                    # leave only after the commit.
                    poll = asyncio.create_task(self._poller.next(self._since))
                await self._errands.wait(poll, self._order.next_due())
                answer = poll.result() if poll.done() else None
                poll = None if poll.done() else poll
                async with self._journal.turn():
                    incoming = self._turn(answer)
                    batch = Batch(self._journal.take(), tuple(incoming))
                    if batch.journal or batch.incoming:
                        yield batch
                self._invites.start()
                self._errands.start(self._order.gaps(), self._drain.wanted)
        finally:
            if poll is not None:
                poll.cancel()
                await asyncio.gather(poll, return_exceptions=True)

    def _turn(self, answer: Json | None) -> list[Incoming]:
        """Everything that is to be committed together; must not suspend."""
        found: list[Incoming] = []
        self._errands.apply()
        if self._clock() >= self._lapse_at:
            self._lapse()
        if answer is not None:
            found += self._intake.take(answer, self._since)
            self._since = str(answer["next_batch"])
        found += self._drain.run()
        self._requests.want(self._drain.keyless)
        return found

    async def rest(self) -> None:
        """What was not committed is sent again: nothing to wait for."""

    # ---- sending --------------------------------------------------------------------------

    async def send(self, room: RoomId, message: Outgoing, txn: TransactionId) -> EventId:
        event = await self._sender.send(room, message, txn)
        known = self._rooms.get(room)
        if known is not None and known.alias:
            # Whoever sends into it has stored its id.
            await self._making.drop_alias(known)
        return event

    async def echo(self, room: RoomId, txn: TransactionId, since: int) -> EventId | None:
        return await find_echo(self._http, room, txn, since)

    async def redact(self, room: RoomId, event: EventId, txn: TransactionId) -> None:
        await self._http.request("PUT", path("rooms", room, "redact", event, txn), {})

    async def confirm(self, room: RoomId, event: EventId, txn: TransactionId) -> None:
        annotation = {"rel_type": "m.annotation", "event_id": event, "key": DELIVERED}
        where = path("rooms", room, "send", "m.reaction", txn)
        await self._http.request("PUT", where, {"m.relates_to": annotation})

    async def standing(self, room: RoomId) -> tuple[EventId, ...]:
        return await standing_in(self._http, room)

    async def create_room(self, wanted: NewRoom) -> RoomId:
        return await self._making.create(wanted)

    async def invite(self, room: RoomId, person: PersonId) -> None:
        await self._making.invite(room, person)

    async def remove(self, room: RoomId, person: PersonId) -> None:
        await self._making.remove(room, person)

    async def leave(self, room: RoomId) -> None:
        known = self._rooms.get(room)
        if known is not None:
            await self._making.drop_alias(known)
        await self._making.leave(room)

    async def purge_room(self, room: RoomId) -> None:
        await purge(self._http, room)

    async def forget(self, room: RoomId) -> None:
        """Drop what we keep about the room and about people who are in no other room of ours.

        Their clients go on using the Olm sessions that are dropped here; see `mending`.
        """
        self._intake.forget(room)
        self._sender.forget(room)
        self._groups.forget(room)
        self._reader.forget(room)
        self._order.forget(room)
        self._invites.done(room)
        self._requests.forget(room)
        self._rooms.forget(room)
        self._keep_only_present()
        await self._journal.save()

    def _present(self) -> set[str]:
        """Everyone who is in a room of ours, or waits for us in one."""
        return self._rooms.members() | self._invites.inviters

    def _keep_only_present(self) -> None:
        """Forget everyone else, who may have left long before their room was forgotten."""
        present = self._present()
        self._machine.sessions.keep_only(present)
        for part in (self._people, self._claiming, self._mending, self._requests):
            part.keep_only(present)

    async def _leave_for_good(self, room: RoomId) -> None:
        await self.leave(room)
        await self.forget(room)

    def _lapse(self) -> None:
        """Drop what came from people who then shared no room with us; now and then."""
        self._lapse_at = self._clock() + LAPSE_S
        self._machine.sessions.lapse()
        self._groups.lapse()
        self._reader.lapse({room.id for room in self._rooms})
        if self._account is Account.FRONT:
            self._unused.look()
        present = self._present()
        for part in (self._people, self._claiming, self._mending, self._requests):
            part.keep_only(present)
