"""New Olm sessions with devices that still use one we no longer have.

Whoever comes back after we forgot them has a client that remembers. It encrypts for a session that
is gone, and we cannot read the key of its first message. A new session, begun by us, puts that
right; the client learns of it by an empty message. The earlier that comes, the less is unreadable.
"""

import asyncio
import secrets
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from weakref import WeakValueDictionary

from bot.channels.journal import StateJournal
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.claiming import Claiming
from bot.channels.matrix.http import Http, path
from bot.channels.matrix.machine import Machine
from bot.channels.matrix.people import People
from bot.channels.matrix.trust import KnownDevice
from bot.errors import LoggedOut, Refused
from bot.security.devices import PersonId
from dialogs.hushed import Hushed

AGAIN_AFTER_S = 300.0
"""A device gets a new session at most this often, whatever it sends us."""
MOST_DEVICES = 20
"""Of one person at once."""
MOST_LOST = 2_000


class Mending(Hushed):
    """Knows which sessions were lost, and begins new ones."""

    def __init__(
        self,
        http: Http,
        machine: Machine,
        journal: StateJournal,
        people: People,
        claiming: Claiming,
        clock: Callable[[], float],
    ) -> None:
        self._http, self._machine, self._journal = http, machine, journal
        self._people, self._claiming, self._clock = people, claiming, clock
        self._lost: dict[tuple[PersonId, str], None] = {}
        self._mended: dict[KnownDevice, float] = {}
        self._unsent: dict[str, dict[str, Json]] = {}
        self._turns: WeakValueDictionary[PersonId, asyncio.Lock] = WeakValueDictionary()

    def noticed(self, person: PersonId, key: str) -> None:
        """A device wrote to us by a session that we do not have."""
        if len(self._lost) >= MOST_LOST:
            del self._lost[next(iter(self._lost))]
        self._lost[(person, key)] = None

    @property
    def waiting(self) -> bool:
        return bool(self._lost)

    def due(self, present: AbstractSet[str]) -> set[PersonId]:
        """Whose sessions are to be begun anew; strangers wait until they invite us."""
        return {person for person, _ in self._lost if person in present}

    async def mend(self, person: PersonId, within_ms: int = 10_000) -> bool:
        """Begin a session with every device that has none with us, or that uses a lost one."""
        # One at a time for a person: two new sessions at once would be one too many.
        async with self._turns.setdefault(person, asyncio.Lock()):
            return await self._mend(person, within_ms)

    async def _mend(self, person: PersonId, within_ms: int) -> bool:
        await self._post()
        await self._people.ensure([person], within_ms)
        wanted = [one for one in self._people.last_known(person) if self._needs(one)]
        begun = await self._claiming.begin(wanted[:MOST_DEVICES])
        for device in begun:
            self._mended[device] = self._clock()
        self._lost = {lost: None for lost in self._lost if lost[0] != person}
        if begun:
            empty: Json = {}
            letters = {one.id: self._machine.encrypt(one, "m.dummy", empty) for one in begun}
            self._unsent[secrets.token_hex(16)] = {person: letters}
            await self._post()
        return bool(begun)

    def _needs(self, device: KnownDevice) -> bool:
        lost = (device.person, device.curve25519) in self._lost
        if self._machine.has_session(device) and not lost:
            return False
        return self._clock() - self._mended.get(device, -AGAIN_AFTER_S) >= AGAIN_AFTER_S

    async def _post(self) -> None:
        """Send what is unsent; what failed goes again as it was, under its old txn."""
        for txn, messages in list(self._unsent.items()):
            # The ratchets moved on when this was encrypted; that must not be lost.
            await self._journal.save()
            where = path("sendToDevice", "m.room.encrypted", txn)
            try:
                await self._http.request("PUT", where, {"messages": messages})
            except LoggedOut:
                raise
            except Refused:
                pass  # it never will be taken; the device is mended again when it shows the need
            self._unsent.pop(txn, None)

    def keep_only(self, present: AbstractSet[str]) -> None:
        """Forget everyone else; whoever comes back is mended at once."""
        self._lost = {lost: None for lost in self._lost if lost[0] in present}
        self._mended = {one: at for one, at in self._mended.items() if one.person in present}
        self._unsent = {
            txn: messages for txn, messages in self._unsent.items() if messages.keys() <= present
        }
