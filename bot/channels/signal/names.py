"""How people, chats and messages of Signal are named in the line.

A person is known by their account's uuid (ACI) only: numbers and names stay outside. A chat is the
person and the installation they write from. A phone that is set up anew is another chat, which has
to show its return code before it sees anything of the first.
"""

from dataclasses import dataclass
from typing import NewType
from uuid import UUID

from bot.channels.base import SIGNAL_PREFIX, EventId
from bot.security.devices import Device, DeviceKey, PersonId, RoomId
from dialogs.hushed import Hushed

Aci = NewType("Aci", str)
"""The uuid of a Signal account."""
Timestamp = NewType("Timestamp", int)
"""Milliseconds of the sender's clock: with the author it names a message for ever."""
OURS, REVISION = "ours", "revision"


@dataclass(frozen=True, repr=False)
class Chat(Hushed):
    """Somebody, on one installation of Signal."""

    person: Aci
    installation: int = 0
    """How often their key was seen to change."""

    @property
    def room(self) -> RoomId:
        return RoomId(f"{person_id(self.person)}#{self.installation}")

    @property
    def device(self) -> Device:
        """The installation stands for its key: signal-cli lets no other one through."""
        return Device(person_id(self.person), DeviceKey(f"#{self.installation}"), None)


def person_id(person: Aci) -> PersonId:
    return PersonId(f"{SIGNAL_PREFIX}{person}")


def read_chat(room: RoomId) -> Chat | None:
    """The chat of a room's name, or None when it is no name of ours."""
    person, mark, installation = room.removeprefix(SIGNAL_PREFIX).partition("#")
    known = read_aci(person)
    if not room.startswith(SIGNAL_PREFIX) or not mark or known is None:
        return None
    return Chat(known, int(installation)) if installation.isdecimal() else None


def read_aci(value: object) -> Aci | None:
    """An account's uuid as the daemon gives it; a number, a PNI or anything else is none."""
    try:
        return Aci(str(UUID(value))) if isinstance(value, str) and len(value) == 36 else None
    except ValueError:
        return None


def theirs(person: Aci, timestamp: Timestamp) -> EventId:
    """A message that this person sent."""
    return EventId(f"{timestamp}:{person}")


def ours(timestamp: Timestamp, *, revision: bool = False) -> EventId:
    return EventId(f"{timestamp}:{REVISION if revision else OURS}")


def read_event(event: EventId) -> tuple[Timestamp, str] | None:
    """When a message was sent, and by whom: an account, `OURS` or `REVISION`."""
    timestamp, _, author = event.partition(":")
    if not timestamp.isdecimal() or not author:
        return None
    return Timestamp(int(timestamp)), author.partition(":")[0]
