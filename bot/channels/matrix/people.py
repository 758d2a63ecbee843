"""The devices of the people we talk with, asked for when unknown or said to have changed."""

import json
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet

from bot.channels.base import JournalKey
from bot.channels.journal import StateJournal
from bot.channels.matrix.http import Http, object_of, path
from bot.channels.matrix.trust import KnownDevice, devices_of
from bot.security.devices import MasterKey, PersonId
from dialogs.hushed import Hushed

AGAIN_AFTER_S = 5.0
"""A homeserver that could not answer for someone is not asked again at each message."""
MOST_AT_ONCE = 250


class Entry(Hushed):
    """One person's devices, and whether they may have changed since we asked."""

    def __init__(self, devices: tuple[KnownDevice, ...], *, stale: bool) -> None:
        self.devices, self.stale = devices, stale


class People(Hushed):
    """A memory of `/keys/query`, kept true by `device_lists` of each sync."""

    def __init__(self, http: Http, journal: StateJournal, clock: Callable[[], float]) -> None:
        self._http, self._journal, self._clock = http, journal, clock
        self._entries: dict[PersonId, Entry] = {}
        self._changes: dict[PersonId, int] = {}
        self._failed: dict[PersonId, float] = {}
        self._asking: list[set[PersonId]] = []

    def load(self, rows: Mapping[JournalKey, bytes]) -> None:
        for (kind, key), value in rows.items():
            if kind == "devices":
                person = PersonId(key)
                stale, devices = json.loads(value)
                self._entries[person] = Entry(
                    tuple(
                        KnownDevice(person, name, ed, curve, MasterKey(master) if master else None)
                        for name, ed, curve, master in devices
                    ),
                    stale=stale,
                )

    def changed(self, people: Iterable[object]) -> None:
        """Note that these people's devices may be others now."""
        for name in people:
            if isinstance(name, str) and name in self._entries:
                person = PersonId(name)
                self._changes[person] = self._changes.get(person, 0) + 1
                self._entries[person].stale = True
                self._save(person)

    def fresh(self, person: PersonId) -> tuple[KnownDevice, ...] | None:
        """The devices, or None when they must be asked for first."""
        entry = self._entries.get(person)
        return None if entry is None or entry.stale else entry.devices

    def last_known(self, person: PersonId) -> tuple[KnownDevice, ...]:
        entry = self._entries.get(person)
        return entry.devices if entry else ()

    async def ensure(self, people: Iterable[PersonId], within_ms: int = 10_000) -> None:
        """Ask for everyone who is not fresh, in as few requests as possible.

        Nobody waits for what another asked: that may be a server which never answers.
        """
        wanted = self._wanted(people)
        for start in range(0, len(wanted), MOST_AT_ONCE):
            asked = set(wanted[start : start + MOST_AT_ONCE])
            self._asking.append(asked)
            try:
                await self._ask(asked, within_ms)
            finally:
                self._asking = [other for other in self._asking if other is not asked]

    def _wanted(self, people: Iterable[PersonId]) -> list[PersonId]:
        now = self._clock()
        return [
            person
            for person in dict.fromkeys(people)
            if self.fresh(person) is None
            and now - self._failed.get(person, now - AGAIN_AFTER_S) >= AGAIN_AFTER_S
        ]

    async def _ask(self, people: set[PersonId], within_ms: int) -> None:
        seen = {person: self._changes.get(person, 0) for person in people}
        body = {"device_keys": {person: [] for person in people}, "timeout": within_ms}
        answer = await self._http.request("POST", path("keys", "query"), body)
        served = object_of(answer, "device_keys")
        # Whoever was forgotten meanwhile stays forgotten.
        for person in people:
            if person not in served:
                self._failed[person] = self._clock()
                continue
            self._failed.pop(person, None)
            # A change announced while we asked may not be in this answer.
            stale = self._changes.get(person, 0) != seen[person]
            self._entries[person] = Entry(devices_of(person, answer), stale=stale)
            self._save(person)

    def keep_only(self, present: AbstractSet[str]) -> None:
        """Forget everyone else, who may have left long before their room was forgotten."""
        for asked in self._asking:
            asked.intersection_update(present)
        for person in (self._entries.keys() | self._failed.keys()) - present:
            self._entries.pop(person, None)
            self._changes.pop(person, None)
            self._failed.pop(person, None)
            self._journal.delete("devices", person)

    def _save(self, person: PersonId) -> None:
        entry = self._entries[person]
        devices = [[d.id, d.ed25519, d.curve25519, d.master] for d in entry.devices]
        self._journal.put_json("devices", person, [entry.stale, devices])
