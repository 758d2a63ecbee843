"""Canonical JSON and Ed25519 as Matrix uses them: what is signed, and how it is checked."""

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

Json = dict[str, Any]


def canonical(thing: Mapping[str, Any]) -> bytes:
    """The bytes that are signed: sorted, compact, without `signatures` and `unsigned`."""
    kept = {key: value for key, value in thing.items() if key not in ("signatures", "unsigned")}
    text = json.dumps(
        kept, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False
    )
    return text.encode("utf-8")


def encode(raw: bytes) -> str:
    """Unpadded base64, as Matrix writes keys and signatures."""
    return base64.b64encode(raw).decode("ascii").rstrip("=")


def decode(text: str) -> bytes:
    """Strict: a stray character is an error, not something to skip."""
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


def sign(key: SigningKey, thing: Mapping[str, Any]) -> str:
    """The unpadded base64 signature over the canonical form."""
    return encode(key.sign(canonical(thing)).signature)


def signed_by(thing: object, person: str, public: str, key_id: str) -> bool:
    """Whether `thing` bears a good signature of `person` under `key_id`; never raises."""
    try:
        if not isinstance(thing, dict):
            return False
        signature = decode(thing["signatures"][person][f"ed25519:{key_id}"])
        VerifyKey(decode(public)).verify(canonical(thing), signature)
    except (
        CryptoError,
        binascii.Error,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
    ):
        return False
    return True
