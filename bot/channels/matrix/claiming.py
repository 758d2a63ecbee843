"""One-time keys of other devices, with which Olm sessions begin."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import Http, object_of, path
from bot.channels.matrix.machine import Machine
from bot.channels.matrix.trust import KnownDevice
from dialogs.hushed import Hushed

AGAIN_AFTER_S = 60.0
WITHIN_MS = 10_000


class Claiming(Hushed):
    """Begins sessions, and remembers for a while which devices gave no key."""

    def __init__(self, http: Http, machine: Machine, clock: Callable[[], float]) -> None:
        self._http, self._machine, self._clock = http, machine, clock
        self._unclaimed: dict[KnownDevice, float] = {}

    async def begin(self, devices: Iterable[KnownDevice]) -> list[KnownDevice]:
        """Begin a new session with each device; those with which that worked."""
        now = self._clock()
        wanted = [device for device in devices if self._unclaimed.get(device, now) <= now]
        if not wanted:
            return []
        asked: dict[str, Json] = {}
        for device in wanted:
            asked.setdefault(device.person, {})[device.id] = "signed_curve25519"
        body: Json = {"one_time_keys": asked, "timeout": WITHIN_MS}
        answer = await self._http.request("POST", path("keys", "claim"), body)
        begun = []
        for device in wanted:
            served = object_of(answer, "one_time_keys", device.person, device.id)
            if any(self._machine.start_session(device, key) for key in served.values()):
                self._unclaimed.pop(device, None)
                begun.append(device)
            else:
                # Without keys, or with bad ones: it must not cost a request at each message.
                self._unclaimed[device] = now + AGAIN_AFTER_S
        return begun

    def keep_only(self, present: AbstractSet[str]) -> None:
        """Forget which devices of other people had no keys for us."""
        for device in [device for device in self._unclaimed if device.person not in present]:
            del self._unclaimed[device]
