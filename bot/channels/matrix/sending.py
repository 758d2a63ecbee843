"""Messages out: encrypted for those who may read, or not at all."""

import asyncio
from collections.abc import Callable
from weakref import WeakValueDictionary

from bot.channels.base import Account, EventId, Outgoing, TransactionId
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.content import message_content, padded
from bot.channels.matrix.http import Http, MatrixRefused, path, text_of
from bot.channels.matrix.machine import MEGOLM, Machine
from bot.channels.matrix.people import People
from bot.channels.matrix.rooms import Room, Rooms
from bot.channels.matrix.sharing import Sharing
from bot.channels.matrix.trust import KnownDevice
from bot.errors import Refused, TryLater
from bot.security.devices import Pins, RoomId
from dialogs.hushed import Hushed


class Sender(Hushed):
    """Sends into rooms, one message of a room at a time."""

    def __init__(
        self,
        http: Http,
        machine: Machine,
        rooms: Rooms,
        people: People,
        sharing: Sharing,
        may_read: Callable[[RoomId, KnownDevice], bool],
    ) -> None:
        self._http, self._machine, self._rooms = http, machine, rooms
        self._people, self._sharing, self._may_read = people, sharing, may_read
        self._locks: WeakValueDictionary[RoomId, asyncio.Lock] = WeakValueDictionary()
        """A lock lives as long as someone sends; no room is remembered here."""

    async def send(self, room_id: RoomId, message: Outgoing, txn: TransactionId) -> EventId:
        """Send once; the homeserver drops a repeated transaction id."""
        room = await self._room(room_id)
        content = message_content(message)
        async with self._locks.setdefault(room_id, asyncio.Lock()):
            if room.encrypted:
                readers = await self._readers(room)
                if message.awaits_reader and not readers:
                    raise TryLater("nobody there can read it yet")
                return await self._send_encrypted(room, content, txn, readers)
            if not message.clear:
                raise Refused("the room is not encrypted")
            return await self._put(room_id, "m.room.message", txn, content)

    async def _send_encrypted(
        self, room: Room, content: Json, txn: TransactionId, readers: list[KnownDevice]
    ) -> EventId:
        plain = padded(room.id, "m.room.message", content)
        session = await self._sharing.session(room.id, readers)
        outer: Json = {
            "algorithm": MEGOLM,
            "sender_key": self._machine.curve25519,
            "ciphertext": session.encrypt(plain),
            "session_id": session.id,
            "device_id": self._machine.device,
        }
        if "m.relates_to" in content:
            # Clients find the edited message by what is outside; the text stays inside.
            outer["m.relates_to"] = content["m.relates_to"]
        return await self._put(room.id, "m.room.encrypted", txn, outer)

    async def _readers(self, room: Room) -> list[KnownDevice]:
        """The devices of joined members that trust allows; our own other devices are none."""
        members = room.others_joined(self._machine.user)
        await self._people.ensure(members)
        return [
            device
            for person in members
            for device in self._people.last_known(person)
            if self._may_read(room.id, device)
        ]

    async def _put(self, room: RoomId, kind: str, txn: str, content: Json) -> EventId:
        where = path("rooms", room, "send", kind, txn)
        event = text_of(await self._http.request("PUT", where, content), "event_id")
        if not event:
            raise TryLater("the homeserver named no event")
        return EventId(event)

    async def _room(self, room_id: RoomId) -> Room:
        room = self._rooms.get(room_id)
        if room is not None:
            return room
        own = path("rooms", room_id, "state", "m.room.member", self._machine.user)
        try:
            answer = await self._http.request("GET", own)
        except MatrixRefused:
            raise Refused("we are not in this room") from None
        if text_of(answer, "membership") == "join":
            raise TryLater("the room has not been seen yet", 1.0)
        raise Refused("we are not in this room")

    def forget(self, room: RoomId) -> None:
        self._sharing.forget(room)


def reading_rule(account: Account, pins: Pins) -> Callable[[RoomId, KnownDevice], bool]:
    """Who may read what an account writes; asked at each message, so a changed pin acts at once."""
    if account is Account.DESK:
        return lambda room, known: pins.desk_reader(room, known.device)
    return lambda room, known: pins.reporter_device(room, known.device)
