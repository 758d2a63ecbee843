"""What a person's published keys prove: their devices, and which of them the person signed."""

from dataclasses import dataclass

from bot.channels.matrix.canonical import decode, signed_by
from bot.channels.matrix.http import list_of, object_of, text_of
from bot.security.devices import Device, DeviceKey, MasterKey, PersonId
from dialogs.hushed import Hushed

MOST_DEVICES = 200
"""More than anyone has; a homeserver listing more only costs us requests."""


@dataclass(frozen=True, repr=False)
class KnownDevice(Hushed):
    """A device with a good self-signature, and the master key that vouches for it."""

    person: PersonId
    id: str
    ed25519: str
    curve25519: str
    master: MasterKey | None

    @property
    def device(self) -> Device:
        return Device(self.person, DeviceKey(self.ed25519), self.master)


def devices_of(person: PersonId, answer: object) -> tuple[KnownDevice, ...]:
    """The person's proven devices in a `/keys/query` answer; a malformed one is none."""
    found = []
    chain = signing_chain(person, answer)
    for device_id, served in list(object_of(answer, "device_keys", person).items())[:MOST_DEVICES]:
        device = _device(person, str(device_id), served, chain)
        if device is not None:
            found.append(device)
    return tuple(found)


def _device(
    person: PersonId, device_id: str, served: object, chain: tuple[MasterKey, str] | None
) -> KnownDevice | None:
    if text_of(served, "user_id") != person or text_of(served, "device_id") != device_id:
        return None
    ed25519 = text_of(served, "keys", f"ed25519:{device_id}")
    curve25519 = text_of(served, "keys", f"curve25519:{device_id}")
    if not (_is_key(ed25519) and _is_key(curve25519)):
        return None
    if not signed_by(served, person, ed25519, device_id):
        return None
    vouched = chain is not None and signed_by(served, person, chain[1], chain[1])
    master = chain[0] if chain is not None and vouched else None
    return KnownDevice(person, device_id, ed25519, curve25519, master)


def signing_chain(person: PersonId, answer: object) -> tuple[MasterKey, str] | None:
    """The master key and the self-signing key it signed, or None."""
    master = _only_key(person, "master", object_of(answer, "master_keys", person))
    served = object_of(answer, "self_signing_keys", person)
    self_signing = _only_key(person, "self_signing", served)
    if master is None or self_signing is None:
        return None
    if not signed_by(served, person, master, master):
        return None
    return MasterKey(master), self_signing


def _only_key(person: PersonId, usage: str, served: object) -> str | None:
    if text_of(served, "user_id") != person or usage not in list_of(served, "usage"):
        return None
    keys = object_of(served, "keys")
    if len(keys) != 1:
        return None
    name, public = next(iter(keys.items()))
    return public if name == f"ed25519:{public}" and _is_key(public) else None


def _is_key(public: object) -> bool:
    """32 bytes that are not all zero (an all-zero Curve25519 key makes a known secret)."""
    if not isinstance(public, str):
        return False
    try:
        raw = decode(public)
    except ValueError:
        return False
    return len(raw) == 32 and any(raw)
