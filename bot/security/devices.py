"""Which devices may read and which are heard: the one place that decides on trust."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NewType

from dialogs.hushed import Hushed

PersonId = NewType("PersonId", str)
"""A messenger account: a Matrix user id, a Signal account."""
RoomId = NewType("RoomId", str)
MasterKey = NewType("MasterKey", str)
"""Unpadded base64 of a cross-signing master key (ed25519)."""
DeviceKey = NewType("DeviceKey", str)
"""Unpadded base64 of a device's ed25519 key."""


@dataclass(frozen=True, repr=False)
class Device(Hushed):
    """A device as proven by its keys, never as told by a homeserver."""

    person: PersonId
    key: DeviceKey
    master: MasterKey | None
    """The master key whose self-signing key signed this device; None when nothing signed it."""


@dataclass(frozen=True, repr=False)
class Pin(Hushed):
    """What a reporter's first message fixes for the rest of the conversation."""

    person: PersonId
    master: MasterKey | None
    device: DeviceKey

    @classmethod
    def of(cls, device: Device) -> "Pin":
        return cls(device.person, device.master, device.key)

    def covers(self, device: Device) -> bool:
        """A pinned master key covers every device it signed; else only the one device counts."""
        if device.person != self.person:
            return False
        if self.master is not None:
            return device.master == self.master
        return device.key == self.device


@dataclass(repr=False)
class Pins(Hushed):
    """The pins in force, kept in memory beside the stored ones."""

    staff: dict[PersonId, MasterKey] = field(default_factory=dict)
    conversations: dict[RoomId, Pin] = field(default_factory=dict)
    case_readers: dict[RoomId, frozenset[PersonId]] = field(default_factory=dict)
    """Who may read in each case room; in other rooms of the desk all staff may."""

    def staff_device(self, device: Device) -> bool:
        """Staff count only with a device signed by the master key on the roster."""
        pinned = self.staff.get(device.person)
        return pinned is not None and device.master == pinned

    def desk_reader(self, room: RoomId, device: Device) -> bool:
        """Staff, and in a case room only its own, whoever else is said to be in it."""
        readers = self.case_readers.get(room)
        return self.staff_device(device) and (readers is None or device.person in readers)

    def reporter_device(self, room: RoomId, device: Device) -> bool:
        """Before the first message only fixed public texts are sent: any device may read them."""
        pin = self.conversations.get(room)
        return pin is None or pin.covers(device)

    def keep_only(self, rooms: Iterable[RoomId]) -> None:
        kept = set(rooms)
        for room in [room for room in self.conversations if room not in kept]:
            del self.conversations[room]
