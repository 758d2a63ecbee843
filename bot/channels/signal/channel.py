"""`Channel` on Signal: one account, behind signal-cli's daemon."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from bot.channels.base import Account, Batch, EventId, JournalKeeper, Outgoing, TransactionId
from bot.channels.journal import StateJournal
from bot.channels.signal.envelope import read
from bot.channels.signal.intake import AN_HOUR_S, Errand, Intake, LeaveGroup, Trust
from bot.channels.signal.judging import Challenge, Challenged, meaning, sent_at
from bot.channels.signal.link import STEADY, Link, Pace
from bot.channels.signal.names import (
    OURS,
    REVISION,
    Aci,
    Timestamp,
    ours,
    read_aci,
    read_event,
)
from bot.channels.signal.people import People, Person
from bot.channels.signal.rpc import DaemonError
from bot.channels.signal.sent import Sent
from bot.channels.signal.tidying import ask_to_tidy
from bot.errors import ChannelError, Refused
from bot.security.devices import PersonId, Pins, RoomId
from bot.security.logging import Happened, note
from dialogs.hushed import Hushed

DELIVERED = "✅"
LOOK_EVERY_S, RESTS_WITHIN_S, LEAVES_AFTER_S = 15.0, 10.0, 3.0
UNUSED_HOURS = 24
CHALLENGE = ("state", "challenge")
"""Where the journal holds what Signal wants solved, for `check` to tell."""


@dataclass(frozen=True, repr=False)
class SignalRoute(Hushed):
    """Where the daemon listens, by which number it is registered, and our timer for chats."""

    socket: Path
    number: str
    timer_s: int


class SignalChannel(Hushed):
    """Between receiving a batch and asking for the next the caller must only commit.

    The daemon gives each message once, and a request that it did not answer may have been done:
    what came is committed before anything is asked of it, and what was perhaps sent goes again.
    """

    purges_rooms = False

    def __init__(
        self,
        route: SignalRoute,
        pins: Pins,
        keeper: JournalKeeper,
        clock: Callable[[], float] = time.time,
        look_every_s: float = LOOK_EVERY_S,
        leaves_after_s: float = LEAVES_AFTER_S,
        pace: Pace = STEADY,
    ) -> None:
        self._route, self._pins, self._clock = route, pins, clock
        self._journal = journal = StateJournal(keeper, Account.SIGNAL)
        self._people, self._sent = People(journal), Sent(journal)
        self._intake = Intake(self._people, route.timer_s, clock)
        self._link = Link(route.socket, self._subscribed, pace)
        self._locks: WeakValueDictionary[Aci, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[None]] = set()
        self._leaving: dict[RoomId, Person] = {}
        self._look_every_s, self._lapse_at = look_every_s, clock()
        self._leaves_after_s = leaves_after_s

    @property
    def account(self) -> Account:
        return Account.SIGNAL

    @property
    def own_id(self) -> PersonId:
        return PersonId("signal:line")

    async def open(self) -> None:
        """Load the journal. The daemon may be away: the line's other ways in do not wait for it."""
        rows = await self._journal.load()
        for part in (self._people, self._sent):
            part.load(rows)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._link.stop()

    # ---- receiving ------------------------------------------------------------------------

    async def batches(self) -> AsyncIterator[Batch]:
        """Receive for ever; asking for the next batch says that the last one is committed."""
        self._link.start()
        while True:
            told = await self._next()
            async with self._journal.turn():
                incoming, errands = self._intake.take(read(told)) if told else ([], [])
                incoming = [*incoming, *self._intake.late()]
                batch = Batch(self._journal.take(), tuple(incoming))
                if batch.journal or batch.incoming:
                    yield batch
            if told is not None:
                self._link.told.task_done()
            for errand in errands if told else self._intake.untrusted():
                self._begin(errand)
            if self._clock() >= self._lapse_at:
                self._lapse_at = self._clock() + AN_HOUR_S
                self._background(self._lapse())

    async def rest(self) -> None:
        """Receive no more; what came before is still given out, and this waits for it."""
        await self._link.rest()
        with suppress(TimeoutError):
            async with asyncio.timeout(RESTS_WITHIN_S):
                await self._link.told.join()

    async def _next(self) -> Any:
        """What the daemon told next; None when it is time to look by ourselves."""
        try:
            async with asyncio.timeout(self._look_every_s):
                return await self._link.told.get()
        except TimeoutError:
            return None

    async def _subscribed(self) -> None:
        for errand in self._intake.untrusted():
            self._begin(errand)

    # ---- sending --------------------------------------------------------------------------

    async def send(self, room: RoomId, message: Outgoing, txn: TransactionId) -> EventId:
        """Once, or twice when the daemon died or hung over it: never not at all."""
        person = self._person(room)
        if known := self._sent.by(room, txn):
            return known
        params: dict[str, Any] = {"message": message.text}
        if message.replaces:
            params["editTimestamp"] = _own(message.replaces)
        elif message.answers and (quoted := read_event(message.answers)):
            params["quoteTimestamp"] = quoted[0]
            params["quoteAuthor"] = read_aci(quoted[1]) or self._route.number
        sent = await self._ask_about(person, "send", params)
        event = ours(sent, revision=message.replaces is not None)
        self._sent.put(room, txn, event)
        await self._journal.save()
        return event

    async def echo(self, room: RoomId, txn: TransactionId, since: int) -> EventId | None:  # noqa: ARG002
        return self._sent.by(room, txn)

    async def redact(self, room: RoomId, event: EventId, txn: TransactionId) -> None:  # noqa: ARG002
        """What the reporter sent stays on their phone: only they can delete it."""
        known = read_event(event)
        if known is None or known[1] not in (OURS, REVISION):
            raise Refused("it is not ours")
        person = self._person(room)
        if event not in self._sent.standing(room):
            return  # a repeated call: Signal counts each one against us
        if known[1] == OURS:  # with it go its revisions
            await self._ask_about(person, "remoteDelete", {"targetTimestamp": known[0]})
        self._sent.drop(room, event)
        await self._journal.save()

    async def confirm(self, room: RoomId, event: EventId, txn: TransactionId) -> None:  # noqa: ARG002
        known = read_event(event)
        if known is None:
            raise Refused("there is no such message")
        author = read_aci(known[1]) or self._route.number
        params = {"emoji": DELIVERED, "targetAuthor": author, "targetTimestamp": known[0]}
        await self._ask_about(self._person(room), "sendReaction", params)

    async def standing(self, room: RoomId) -> tuple[EventId, ...]:
        """Ours; what the reporter wrote nobody else can see."""
        self._person(room)
        return self._sent.standing(room)

    async def leave(self, room: RoomId) -> None:
        """Have the daemon forget the person; a chat on a former phone is left already.

        Not at once: who was still writing hears first that it came too late.
        """
        if self._people.in_room(room) is not None:
            await asyncio.sleep(self._leaves_after_s)
        person = self._people.in_room(room)
        if person is not None:
            self._leaving[room] = person
            await self._forget(person.aci)

    async def purge_room(self, room: RoomId) -> None:
        """There is no room at Signal's server to delete."""

    async def forget(self, room: RoomId) -> None:
        """Whoever wrote again while we left has begun anew."""
        self._sent.forget(room)
        present, left = self._people.in_room(room), self._leaving.pop(room, None)
        if left is None or left == present:
            self._people.forget(room)
        await self._journal.save()

    def _person(self, room: RoomId) -> Person:
        person = self._people.in_room(room)
        if person is None:
            raise Refused("there is no such chat")
        return person

    async def _ask_about(self, person: Person, method: str, params: dict[str, Any]) -> Timestamp:
        """One request of a chat at a time: the daemon would answer several in any order."""
        async with self._alone_with(person.aci):
            now = self._people.in_room(person.chat.room)
            if now is None:
                raise Refused("their phone is another one by now")
            if method == "send":
                await self._set_timer(now)
            try:
                answer = await self._link.ask(method, {"recipient": [person.aci], **params})
                sent = sent_at(answer)
                self._journal.delete(*CHALLENGE)  # it is solved, or over
                return sent
            except DaemonError as error:
                fault = meaning(error)
            except Challenged as challenged:
                fault = challenged
        if isinstance(fault, Challenged):
            await self._challenged(fault.challenge)
        raise fault from None

    def _alone_with(self, aci: Aci) -> asyncio.Lock:
        return self._locks.setdefault(aci, asyncio.Lock())

    async def _challenged(self, challenge: Challenge) -> None:
        note(Happened.SIGNAL_CHALLENGED)
        self._journal.put(*CHALLENGE, challenge.token.encode())
        await self._journal.save()

    # ---- errands --------------------------------------------------------------------------

    def _begin(self, errand: Errand) -> None:
        match errand:
            case Trust(aci):
                self._background(self._trust(aci))
            case LeaveGroup(group):
                self._background(self._leave_group(group))

    def _background(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _trust(self, aci: Aci) -> None:
        # Not while something is on its way that was meant for the key before.
        async with self._alone_with(aci):
            await self._trust_now(aci)

    async def _trust_now(self, aci: Aci) -> None:
        with suppress(ChannelError):  # the next connection tries again
            await self._link.ask("trust", {"recipient": aci, "trustAllKnownKeys": True})
            if person := self._people.get(aci):
                self._people.put(replace(person, trusting=False))
                await self._journal.save()

    async def _set_timer(self, person: Person) -> None:
        """Before the first thing that we say, and after the first that they said.

        What they wrote brought their own timer along; what we set before would count for nothing.
        """
        timer_s = self._route.timer_s
        if not timer_s or person.timer_is_set or person.timer_is_theirs:
            return
        wanted = {"recipient": person.aci, "expiration": timer_s}
        with suppress(ChannelError):  # the next thing that we say is another occasion
            await self._link.ask("updateContact", wanted)
            if now := self._people.in_room(person.chat.room):
                self._people.put(replace(now, timer_is_set=True))

    async def _leave_group(self, group: str) -> None:
        for method, params in (
            ("quitGroup", {"groupId": group, "delete": True}),
            ("block", {"groupId": [group]}),
        ):
            with suppress(ChannelError):  # an invitation that was taken back already
                await self._link.ask(method, params)

    # ---- forgetting -----------------------------------------------------------------------

    async def _lapse(self) -> None:
        """Whoever never became a case is forgotten after a day, and so is any stranger."""
        for person in self._people:
            with suppress(ChannelError):
                await self._forget_if_unused(person)
        with suppress(ChannelError):
            for aci in await self._strangers():
                if self._people.get(aci) is None and self._link.told.empty():
                    await self._forget(aci)

    async def _forget_if_unused(self, person: Person) -> None:
        room, hour = person.chat.room, int(self._clock()) // AN_HOUR_S
        async with self._alone_with(person.aci):
            unused = room not in self._pins.conversations and hour - person.hour >= UNUSED_HOURS
            if unused and self._people.get(person.aci) == person and self._link.told.empty():
                await self.leave(room)
                await self.forget(room)

    async def _strangers(self) -> list[Aci]:
        """Whom the daemon knows of and we do not: from a receipt, a story or a group."""
        contacts = await self._link.ask("listContacts", {"allRecipients": True})
        # Whose first message waits here is no stranger.
        if not isinstance(contacts, list) or not self._link.told.empty():
            return []
        shown = [one for one in contacts if isinstance(one, dict)]
        others = [one for one in shown if one.get("number") != self._route.number]
        if len(others) == len(shown):
            return []  # we are not among them: one of them may be us
        acis = [aci for one in others if (aci := read_aci(one.get("uuid")))]
        return [aci for aci in acis if self._people.get(aci) is None]

    async def _forget(self, aci: Aci) -> None:
        try:
            await self._link.ask("removeContact", {"recipient": aci, "forget": True})
        except DaemonError as error:
            raise meaning(error) from None
        # What it deleted can still be read in its file until that is written anew.
        await asyncio.to_thread(ask_to_tidy, self._route.socket)


def _own(event: EventId) -> int:
    known = read_event(event)
    if known is None or known[1] != OURS:
        raise Refused("it is not ours")
    return known[0]
