"""From a return code to what it finds and opens. Slow on purpose, and the same for every code."""

import secrets
import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from bot.errors import SealError
from dialogs.hushed import Hushed
from dialogs.returncode import ReturnCode

LOCATOR_BYTES, KEY_BYTES, _NONCE_BYTES = 16, 32, 12


@dataclass(frozen=True, repr=False)
class Slowness(Hushed):
    """What one guess costs; tests may have it cheaper."""

    memory_kib: int = 64 * 1024
    passes: int = 3


@dataclass(frozen=True, repr=False)
class Derived(Hushed):
    """What follows from a code; the key is never stored."""

    locator: bytes
    key: bytes


class Derivation(Hushed):
    """Argon2id with the salt of one line: nothing can be computed for all lines at once."""

    def __init__(self, line_salt: bytes, slowness: Slowness | None = None) -> None:
        self._salt = line_salt
        self._slowness = slowness or Slowness()

    def of(self, code: ReturnCode) -> Derived:
        both = self._stretched(code.encode(), LOCATOR_BYTES + KEY_BYTES)
        return Derived(both[:LOCATOR_BYTES], both[LOCATOR_BYTES:])

    def with_word(self, derived: Derived, word: str) -> bytes:
        """The key when there is a code word too: who has only the code must guess as slowly."""
        return self._stretched(derived.key + normal(word).encode(), KEY_BYTES)

    def _stretched(self, secret: bytes, length: int) -> bytes:
        return hash_secret_raw(
            secret=secret,
            salt=self._salt,
            time_cost=self._slowness.passes,
            memory_cost=self._slowness.memory_kib,
            parallelism=1,
            hash_len=length,
            type=Type.ID,
        )


def normal(word: str) -> str:
    """A code word as it is compared: another keyboard, case or spacing makes no other word."""
    seen = "".join(
        char for char in unicodedata.normalize("NFKC", word) if unicodedata.category(char) != "Cf"
    )
    return " ".join(unicodedata.normalize("NFKC", seen.casefold()).split())


def wrap(key: bytes, private: bytes, case: str) -> bytes:
    """A private key under a derived one, bound to its case."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, private, case.encode())


def unwrap(key: bytes, wrapped: bytes, case: str) -> bytes:
    """Raises `SealError` when the key is another's."""
    nonce, sealed = wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:]
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, case.encode())
    except InvalidTag:
        raise SealError("the code does not open this") from None
