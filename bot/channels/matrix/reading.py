"""From a raw event to something final: decrypted, its sender proven, given exactly once."""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import Enum

from nio.crypto import InboundGroupSession

from bot.channels.base import (
    EventId,
    Incoming,
    JournalKey,
    NotRead,
    Redacted,
    TextCame,
    Unreadable,
)
from bot.channels.journal import StateJournal
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.content import heard
from bot.channels.matrix.group import GroupSessions, Place, index_of, read_with
from bot.channels.matrix.http import object_of, text_of
from bot.channels.matrix.machine import MEGOLM
from bot.channels.matrix.order import Item
from bot.channels.matrix.people import People
from bot.channels.matrix.trust import KnownDevice
from bot.security.devices import PersonId, RoomId
from dialogs.hushed import Hushed

MOST_WITHHELD = 500
Step = tuple[Place, int]
"""One message of one session of one device."""


class Heard(Hushed):
    """What was read in a room: never again, and by whom."""

    def __init__(self) -> None:
        self.steps: set[Step] = set()
        self.authors: dict[str, str] = {}
        self._by: set[tuple[str, int, str]] = set()

    def add(self, step: Step, event: str, person: str) -> None:
        (_, session_id), index = step
        self.steps.add(step)
        self.authors[event] = person
        self._by.add((session_id, index, person))

    def before(self, session_id: str, index: int, event: str, sender: str) -> bool:
        """Whether this is a repetition of what can no longer be opened."""
        return event in self.authors or (session_id, index, sender) in self._by


class Wait(Enum):
    """Why an event cannot be judged yet."""

    KEY = "key"
    DEVICES = "devices"


class Reader(Hushed):
    """Reads the events of encrypted rooms."""

    def __init__(
        self, journal: StateJournal, groups: GroupSessions, people: People, own: str
    ) -> None:
        self._journal, self._groups, self._people, self._own = journal, groups, people, own
        self._withheld: dict[tuple[str, str], str] = {}
        self._read: dict[str, Heard] = {}
        self._passed: dict[str, dict[Place, int]] = {}

    def load(self, rows: Mapping[JournalKey, bytes]) -> None:
        for (kind, key), value in rows.items():
            if kind == "read":
                room, sender_key, session_id, index = key.split("\0")
                step = ((sender_key, session_id), int(index))
                self._note(room, step, *json.loads(value))

    def withheld(self, sender: str, content: Json) -> RoomId | None:
        """A client says that it will not give us a key; the room it concerns."""
        room, session = text_of(content, "room_id"), text_of(content, "session_id")
        if not room or not session or text_of(content, "algorithm") != MEGOLM:
            return None
        if len(self._withheld) >= MOST_WITHHELD:
            del self._withheld[next(iter(self._withheld))]
        self._withheld[(room, session)] = sender
        return RoomId(room)

    def read(self, room: RoomId, item: Item) -> tuple[Incoming, ...] | Wait:
        """What the event means; nothing for replays and for what is no message."""
        event = object_of(item, "event")
        kind, content = text_of(event, "type"), object_of(event, "content")
        event_id, sender = EventId(text_of(event, "event_id")), PersonId(text_of(event, "sender"))
        if kind == "m.room.encrypted":
            # Without content it was redacted before we saw it.
            return self._read_encrypted(room, item, event_id, sender) if content else ()
        if kind == "m.room.redaction":
            target = text_of(event, "redacts")
            return (Redacted(room, event_id, sender, EventId(target)),) if target else ()
        if kind in ("m.room.message", "m.sticker") and content:
            return (NotRead(room, event_id, sender, Unreadable.CLEAR_TEXT),)
        return ()

    def _read_encrypted(
        self, room: RoomId, item: Item, event: EventId, sender: PersonId
    ) -> tuple[Incoming, ...] | Wait:
        content = object_of(item, "event", "content")
        session_id = text_of(content, "session_id")
        ciphertext = text_of(content, "ciphertext")
        if text_of(content, "algorithm") != MEGOLM or not session_id or not ciphertext:
            return (NotRead(room, event, sender, Unreadable.NO_KEY),)
        index = index_of(ciphertext)
        sessions = self._groups.find(room, session_id, index)
        if not sessions:
            if self._heard(room).before(session_id, index, event, sender):
                return ()
            if self._withheld.get((room, session_id)) == sender:
                return (NotRead(room, event, sender, Unreadable.WITHHELD),)
            return Wait.KEY
        devices = self._people.fresh(sender)
        if devices is None:
            return Wait.DEVICES
        owned = _owned(sessions, devices)
        if owned is None:
            if self._heard(room).before(session_id, index, event, sender):
                return ()
            return self._disowned(room, item, event, sender)
        opened = read_with(owned[0], ciphertext)
        if opened is None:
            return Wait.KEY
        return self._authentic(room, event, owned, item, opened)

    def _disowned(
        self, room: RoomId, item: Item, event: EventId, sender: PersonId
    ) -> tuple[Incoming, ...] | Wait:
        """No device of the sender made this session: forged, unless the device is brand new."""
        if not item.get("asked"):
            item["asked"] = True
            self._people.changed([sender])
            return Wait.DEVICES
        return (NotRead(room, event, sender, Unreadable.FORGED),)

    def _authentic(
        self,
        room: RoomId,
        event: EventId,
        owned: tuple[InboundGroupSession, KnownDevice],
        item: Item,
        opened: tuple[Json, int],
    ) -> tuple[Incoming, ...]:
        (plain, index), (session, owner) = opened, owned
        if text_of(plain, "room_id") != room:
            return (NotRead(room, event, owner.person, Unreadable.FORGED),)
        place = (session.sender_key, session.id)
        if (place, index) in self._heard(room).steps:
            # A second event with the same ratchet step is a replay; the same event again is
            # an overlap of back-fill and sync. Neither is news.
            return ()
        self._note(room, (place, index), event, owner.person)
        self._journal.put_json("read", "\0".join((room, *place, str(index))), [event, owner.person])
        relation = object_of(item, "event", "relation")
        message = heard(room, event, owner.device, plain, relation)
        if message is None or not self._may_replace(room, message):
            return ()
        return (message,)

    def _may_replace(self, room: RoomId, message: Incoming) -> bool:
        """Only one's own messages can be edited; one that we never read has no known author."""
        if not isinstance(message, TextCame) or message.replaces is None:
            return True
        authors = self._heard(room).authors
        return authors.get(message.replaces, message.device.person) == message.device.person

    # ---- what was read --------------------------------------------------------------------

    def _heard(self, room: str) -> "Heard":
        return self._read.get(room) or Heard()

    def _note(self, room: str, step: Step, event: str, person: str) -> None:
        self._read.setdefault(room, Heard()).add(step, event, person)
        passed = self._passed.setdefault(room, {})
        passed[step[0]] = max(step[1], passed.get(step[0], -1))

    def pass_by(self, room: RoomId, waiting: list[Item]) -> None:
        """Give up the keys of what was read, once nothing that waits can need them.

        What is late already does not count: it waits for a key that we do not have. A gap may hold
        anything.
        """
        if any("gap" in item for item in waiting):
            return
        needed = {text_of(item, "event", "content", "session_id") for item in waiting}
        passed = self._passed.pop(room, {})
        for place, index in passed.items():
            if place[1] in needed:
                self._passed.setdefault(room, {})[place] = index
            else:
                self._groups.pass_by(room, place, index, needed)

    def knows(self, room: str) -> bool:
        """Whether anything was ever read there."""
        return room in self._read

    def lapse(self, rooms: AbstractSet[str]) -> None:
        """Forget whatever was said about rooms that are not ours."""
        for place in [place for place in self._withheld if place[0] not in rooms]:
            del self._withheld[place]

    def forget(self, room: RoomId) -> None:
        self._read.pop(room, None)
        self._passed.pop(room, None)
        self._journal.delete_under("read", room)
        for place in [place for place in self._withheld if place[0] == room]:
            del self._withheld[place]


def _owned(
    sessions: list[InboundGroupSession], devices: tuple[KnownDevice, ...]
) -> tuple[InboundGroupSession, KnownDevice] | None:
    """The session that one of these devices made, and the device.

    A session says which Olm key brought it and which signing key that message claimed; both must
    be those of one published device.
    """
    for session in sessions:
        for device in devices:
            if (device.curve25519, device.ed25519) == (session.sender_key, session.ed25519):
                return session, device
    return None
