"""Keys, and the stable one of `identity.db` in its file; the other lies in the key cell."""

import os
import secrets
from pathlib import Path

from bot.errors import ConfigurationError

KEY_BYTES = 32


def fresh_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def make_key(path: Path) -> bytes:
    """A fresh key in a file only its owner can read; durable before it is used."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = fresh_key()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return key


def read_key(path: Path) -> bytes:
    """Raises `ConfigurationError`, which names the file and never its content."""
    try:
        key = path.read_bytes()
    except OSError:
        raise ConfigurationError(f"The key file {path} cannot be read.") from None
    if len(key) != KEY_BYTES:
        raise ConfigurationError(f"The key file {path} is damaged: it must hold 32 bytes.")
    return key
