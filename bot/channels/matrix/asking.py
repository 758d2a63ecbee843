"""Asking a device again for the key of its own message, and taking no other answer.

A forwarded key says by itself nothing about who made it. It counts only when we asked exactly that
person for exactly that session, and the device that made the session is the one that answers.
"""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import Http, path, text_of
from bot.channels.matrix.machine import MEGOLM, Machine, OlmPayload
from bot.channels.matrix.mending import Mending
from bot.channels.matrix.people import People
from bot.channels.matrix.trust import KnownDevice
from bot.errors import LoggedOut, Refused
from bot.security.devices import PersonId, RoomId
from dialogs.hushed import Hushed

PATIENCE_S = 1.0
"""A key that is on its way is not asked for."""
MOST_PER_PERSON = 10
MOST = 2_000
LIFE_S = 600.0
MOST_DEVICES = 20
Wanted = tuple[RoomId, str]
"""A room and a megolm session."""


@dataclass(repr=False)
class Request(Hushed):
    """One session asked for."""

    person: PersonId
    sender_key: str
    """Which device wrote, as the message says in the clear; only a hint whom to ask."""
    made: float
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    asked: tuple[KnownDevice, ...] = ()
    sent: bool = False


class KeyRequests(Hushed):
    """What was asked for and has not come."""

    def __init__(
        self,
        http: Http,
        machine: Machine,
        people: People,
        mending: Mending,
        clock: Callable[[], float],
    ) -> None:
        self._http, self._machine, self._people = http, machine, people
        self._mending, self._clock = mending, clock
        self._open: dict[Wanted, Request] = {}
        self._done: list[tuple[Wanted, Request]] = []

    def want(self, keyless: Mapping[Wanted, tuple[PersonId, str]]) -> None:
        """Messages wait for these sessions' keys."""
        for wanted, (person, sender_key) in keyless.items():
            if wanted not in self._open:
                self._want(wanted, person, sender_key)

    def _want(self, wanted: Wanted, person: PersonId, sender_key: str) -> None:
        now = self._clock()
        own = [one for one, request in self._open.items() if request.person == person]
        if len(own) >= MOST_PER_PERSON:
            if now - self._open[own[0]].made < LIFE_S:
                return
            del self._open[own[0]]
        if len(self._open) >= MOST:
            del self._open[next(iter(self._open))]
        self._open[wanted] = Request(person, sender_key, now)

    def due(self) -> set[PersonId]:
        """Who is to be asked, or told that the key has come."""
        unasked = {request.person for request in self._open.values() if not request.sent}
        return unasked | {request.person for _, request in self._done}

    async def ask(self, person: PersonId) -> None:
        """Send this person's devices what is due for them."""
        await self._take_back(person)
        await asyncio.sleep(PATIENCE_S)
        if not any(request.person == person for request in self._open.values()):
            return  # it came
        # First a session by which the answer can come.
        await self._mending.mend(person)
        await self._people.ensure([person])
        for wanted, request in list(self._open.items()):
            if request.person == person and not request.sent:
                request.asked = self._whom(request)
                await self._send(wanted, request, "request")
                request.sent = True

    def _whom(self, request: Request) -> tuple[KnownDevice, ...]:
        devices = self._people.last_known(request.person)
        named = [one for one in devices if one.curve25519 == request.sender_key]
        return tuple(named or devices)[:MOST_DEVICES]

    async def _take_back(self, person: PersonId) -> None:
        for done in [done for done in self._done if done[1].person == person]:
            await self._send(*done, "request_cancellation")
            self._done.remove(done)

    async def _send(self, wanted: Wanted, request: Request, action: str) -> None:
        if not request.asked:
            return
        content: Json = {
            "action": action,
            "request_id": request.id,
            "requesting_device_id": self._machine.device,
        }
        if action == "request":
            body = {"algorithm": MEGOLM, "room_id": wanted[0], "session_id": wanted[1]}
            content["body"] = body | {"sender_key": request.sender_key}
        where = path("sendToDevice", "m.room_key_request", secrets.token_hex(16))
        messages = {request.person: {device.id: content for device in request.asked}}
        try:
            await self._http.request("PUT", where, {"messages": messages})
        except LoggedOut:
            raise
        except Refused:
            return  # the message is told as unread in its time

    # ---- answers --------------------------------------------------------------------------

    def answered(self, payload: OlmPayload) -> bool:
        """Whether this forwarded key is one that we asked this very device for."""
        content = payload.content
        wanted = RoomId(text_of(content, "room_id")), text_of(content, "session_id")
        request = self._open.get(wanted)
        maker = text_of(content, "sender_key"), text_of(content, "sender_claimed_ed25519_key")
        if request is None or request.person != payload.sender:
            return False
        return maker == (payload.sender_key, payload.ed25519) and any(
            maker == (device.curve25519, device.ed25519) for device in request.asked
        )

    def came(self, room: RoomId, session: str) -> None:
        """The key is here; whoever else was asked need not look any more."""
        request = self._open.pop((room, session), None)
        if request is not None and request.asked:
            self._done.append(((room, session), request))

    def again(self, person: PersonId) -> None:
        """An answer was lost with the session it came by."""
        for request in self._open.values():
            if request.person == person:
                request.sent = False

    # ---- forgetting -----------------------------------------------------------------------

    def forget(self, room: RoomId) -> None:
        self._open = {one: request for one, request in self._open.items() if one[0] != room}
        self._done = [done for done in self._done if done[0][0] != room]

    def keep_only(self, present: AbstractSet[str]) -> None:
        """Forget what was asked of others, and what nobody answered."""
        self._open = {
            one: request
            for one, request in self._open.items()
            if request.person in present and self._clock() - request.made < LIFE_S
        }
        self._done = [done for done in self._done if done[1].person in present]
