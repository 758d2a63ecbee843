"""Sealing to a case: anyone may put something in, only the private key takes it out.

HPKE with X25519 and ML-KEM-768 together: what is kept today is also safe from a machine of later.
"""

import hashlib
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from bot.errors import SealError
from dialogs.hushed import Hushed

_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_INFO = b"vertrouwenslijn case 1 "
_PRIVATE, _MLKEM_SEED, _MLKEM_PUBLIC = 32, 64, 1184
# About 1, 4, 16 and 64 KiB, the first and last a little less: so a row fills its database pages.
_SIZES = (832, 4096, 16_384, 65_024)
_LENGTH_BYTES = 4


@dataclass(frozen=True, repr=False)
class KeyPair(Hushed):
    """The two halves as X-Wing defines them: the private one is a seed for both its keys."""

    public: bytes
    private: bytes


def make_pair() -> KeyPair:
    private = secrets.token_bytes(_PRIVATE)
    mlkem, x25519 = _expanded(private)
    public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
    return KeyPair(public, private)


def seal(public: bytes, case: str, plain: bytes) -> bytes:
    """Seal for a case; the outcome shows no more of the length than one of a few sizes."""
    key = MLKEM768X25519PublicKey(
        MLKEM768PublicKey.from_public_bytes(public[:_MLKEM_PUBLIC]),
        X25519PublicKey.from_public_bytes(public[_MLKEM_PUBLIC:]),
    )
    return _SUITE.encrypt(_padded(plain), key, _info(case))


def open_sealed(private: bytes, case: str, sealed: bytes) -> bytes:
    """Raises `SealError` for what was not sealed to this key and case, or was changed."""
    key = MLKEM768X25519PrivateKey(*_expanded(private))
    try:
        padded = _SUITE.decrypt(sealed, key, _info(case))
    except (InvalidTag, ValueError):
        raise SealError("something sealed cannot be opened") from None
    length = int.from_bytes(padded[:_LENGTH_BYTES])
    return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]


def padded_size(length: int) -> int:
    """How long something of this length is when it is sealed, without the seal itself."""
    whole = length + _LENGTH_BYTES
    for size in _SIZES:
        if whole <= size:
            return size
    return -(-whole // _SIZES[-1]) * _SIZES[-1]


def _expanded(private: bytes) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
    both = hashlib.shake_256(private).digest(_MLKEM_SEED + _PRIVATE)
    return (
        MLKEM768PrivateKey.from_seed_bytes(both[:_MLKEM_SEED]),
        X25519PrivateKey.from_private_bytes(both[_MLKEM_SEED:]),
    )


def _padded(plain: bytes) -> bytes:
    whole = len(plain).to_bytes(_LENGTH_BYTES) + plain
    return whole.ljust(padded_size(len(plain)), b"\0")


def _info(case: str) -> bytes:
    return _INFO + case.encode()
