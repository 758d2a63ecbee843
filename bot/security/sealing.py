"""Sealing to a case: anyone may put something in, only the private key takes it out.

HPKE with X25519 and ML-KEM-768 together: what is kept today is also safe from a machine of later.
"""

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
_X25519, _SEED = 32, 64
_SIZES = (1024, 4096, 16_384, 65_536)
_LENGTH_BYTES = 4


@dataclass(frozen=True, repr=False)
class KeyPair(Hushed):
    """The two halves as bytes, each the X25519 part first."""

    public: bytes
    private: bytes


def make_pair() -> KeyPair:
    mlkem, x25519 = MLKEM768PrivateKey.generate(), X25519PrivateKey.generate()
    return KeyPair(
        x25519.public_key().public_bytes_raw() + mlkem.public_key().public_bytes_raw(),
        x25519.private_bytes_raw() + mlkem.private_bytes_raw(),
    )


def seal(public: bytes, case: str, plain: bytes) -> bytes:
    """Seal for a case; the outcome shows no more of the length than one of a few sizes."""
    key = MLKEM768X25519PublicKey(
        MLKEM768PublicKey.from_public_bytes(public[_X25519:]),
        X25519PublicKey.from_public_bytes(public[:_X25519]),
    )
    return _SUITE.encrypt(_padded(plain), key, _info(case))


def open_sealed(private: bytes, case: str, sealed: bytes) -> bytes:
    """Raises `SealError` for what was not sealed to this key and case, or was changed."""
    key = MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(private[_X25519:]),
        X25519PrivateKey.from_private_bytes(private[:_X25519]),
    )
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


def _padded(plain: bytes) -> bytes:
    whole = len(plain).to_bytes(_LENGTH_BYTES) + plain
    return whole.ljust(padded_size(len(plain)), b"\0")


def _info(case: str) -> bytes:
    return _INFO + case.encode()
