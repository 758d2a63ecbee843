"""Room keys for those who may read, and for nobody else."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

from nio.crypto import OutboundGroupSession

from bot.channels.journal import StateJournal
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.claiming import Claiming
from bot.channels.matrix.http import Http, path
from bot.channels.matrix.machine import MEGOLM, Machine
from bot.channels.matrix.trust import KnownDevice
from bot.errors import LoggedOut, Refused, TryLater
from bot.security.devices import RoomId
from dialogs.hushed import Hushed

MOST_PER_REQUEST = 100


@dataclass(frozen=True, repr=False)
class Letter(Hushed):
    """One request of shared keys, kept until the homeserver took it."""

    txn: str
    messages: dict[str, Json]
    readers: frozenset[KnownDevice]


@dataclass(repr=False)
class RoomKey(Hushed):
    """The session a room's messages are encrypted with, and who can read it.

    It lives in memory only: after a restart a new one is shared, and nothing on disk can be used
    to read what was said before.
    """

    session: OutboundGroupSession = field(default_factory=OutboundGroupSession)
    readers: set[KnownDevice] = field(default_factory=set)
    unsent: list[Letter] = field(default_factory=list)

    @property
    def may_read(self) -> set[KnownDevice]:
        """Who has it, or may have it when an answer was lost."""
        return self.readers.union(*(letter.readers for letter in self.unsent))


class Sharing(Hushed):
    """The room keys in use."""

    def __init__(
        self, http: Http, machine: Machine, journal: StateJournal, claiming: Claiming
    ) -> None:
        self._http, self._machine, self._journal = http, machine, journal
        self._claiming = claiming
        self._keys: dict[RoomId, RoomKey] = {}

    async def session(self, room: RoomId, allowed: Iterable[KnownDevice]) -> OutboundGroupSession:
        """The session to encrypt with now, once exactly the allowed devices can read it.

        A device that lost its right makes a new session; a new one gets the present session.
        Raises `TryLater` when nobody would be able to read: the message then waits for a device,
        which for the desk means until a pinned professional is there.
        """
        wanted = frozenset(allowed)
        key = self._keys.get(room)
        if key is None or key.session.expired or not key.may_read <= wanted:
            key = self._keys[room] = RoomKey()
        await self._post(key)
        missing = wanted - key.readers
        if missing:
            await self._share(room, key, missing)
        if not key.readers:
            raise TryLater("no trusted device can read this room", 10.0)
        key.session.mark_as_shared()
        return key.session

    def forget(self, room: RoomId) -> None:
        self._keys.pop(room, None)

    async def _share(self, room: RoomId, key: RoomKey, missing: frozenset[KnownDevice]) -> None:
        await self._claiming.begin(one for one in missing if not self._machine.has_session(one))
        reachable = [device for device in missing if self._machine.has_session(device)]
        content: Json = {
            "algorithm": MEGOLM,
            "room_id": room,
            "session_id": key.session.id,
            "session_key": key.session.session_key,
        }
        for start in range(0, len(reachable), MOST_PER_REQUEST):
            key.unsent.append(self._letter(reachable[start : start + MOST_PER_REQUEST], content))
        await self._post(key)

    def _letter(self, devices: list[KnownDevice], content: Json) -> Letter:
        messages: dict[str, Json] = {}
        for device in devices:
            inside = self._machine.encrypt(device, "m.room_key", content)
            messages.setdefault(device.person, {})[device.id] = inside
        return Letter(secrets.token_hex(16), messages, frozenset(devices))

    async def _post(self, key: RoomKey) -> None:
        """Send what is unsent; a letter that failed goes again as it was, under its old txn."""
        while key.unsent:
            letter = key.unsent[0]
            # The ratchets moved on when this was encrypted; that must not be lost.
            await self._journal.save()
            where = path("sendToDevice", "m.room.encrypted", letter.txn)
            try:
                await self._http.request("PUT", where, {"messages": letter.messages})
            except LoggedOut:
                raise
            except Refused:
                # Refusing keys is no reason to lose the message; the cause may pass.
                raise TryLater("the homeserver refused a room key", 5.0) from None
            key.readers |= letter.readers
            key.unsent.pop(0)
