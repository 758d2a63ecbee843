"""The key cell: where the key of `line.db` lies, and the only thing that is ever really erased.

Two slots, so that a purge can be cut off anywhere: the fresh key is durable before the database is
rewritten under it, and the old one is overwritten only after. Each slot is overwritten in place; a
file that is replaced leaves its old blocks on the disk.
"""

import fcntl
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.errors import ConfigurationError
from bot.security.keys import KEY_BYTES, fresh_key
from dialogs.hushed import Hushed

SLOT_BYTES = 4096
"""A block of its own for each slot: writing one never rewrites the other."""
_MARK = b"vertrouwenslijn key cell 1\n"
_IN_MEMORY = frozenset({"tmpfs", "ramfs"})


@dataclass(frozen=True, repr=False)
class Slots(Hushed):
    """The keys as they stand; None for a slot that is empty, torn or damaged."""

    current: bytes | None
    next: bytes | None

    @property
    def keys(self) -> tuple[bytes, ...]:
        """In the order in which to try them."""
        return tuple(key for key in (self.current, self.next) if key is not None)


class KeyCell(Protocol):
    """Two slots. Every change is durable when the call returns.

    Every method raises `ConfigurationError` when the cell cannot be reached: that says nothing
    about the keys, and nothing may be deleted because of it.
    """

    @property
    def held(self) -> bool:
        """Whether this process is the one that may change the cell and its database."""

    def hold(self) -> None:
        """Become that process, until `release`; refused while another is."""

    def release(self) -> None: ...

    def exists(self) -> bool: ...

    def make(self) -> None:
        """Begin anew, with a fresh current key; whatever was there is overwritten."""

    def read(self) -> Slots: ...

    def propose(self, key: bytes) -> None:
        """Put a key in the next slot."""

    def adopt(self) -> None:
        """The next key becomes the current one; the old one is overwritten."""

    def discard(self) -> None:
        """Empty the next slot: nothing is encrypted under it."""


class FileCell:
    """A cell in one small file. On many disks the bytes that were overwritten can be found."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: int | None = None

    def __repr__(self) -> str:
        return "<FileCell>"

    @property
    def held(self) -> bool:
        return self._lock is not None

    def hold(self) -> None:
        lock = self._open(os.O_RDWR)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            raise ConfigurationError("This line is running already.") from None
        self._lock = lock

    def release(self) -> None:
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)

    def exists(self) -> bool:
        self._check_folder()
        try:
            return stat.S_ISREG(self._path.lstat().st_mode)
        except FileNotFoundError:
            return False
        except OSError:
            raise self._unreachable() from None

    def make(self) -> None:
        file = self._open(os.O_RDWR | os.O_CREAT)
        try:
            os.fchmod(file, 0o600)
            os.ftruncate(file, 2 * SLOT_BYTES)
            self._write(file, 1, None)
            self._write(file, 0, fresh_key())
        finally:
            os.close(file)
        folder = os.open(self._path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def read(self) -> Slots:
        file = self._open(os.O_RDONLY)
        try:
            return Slots(self._slot(file, 0), self._slot(file, 1))
        finally:
            os.close(file)

    def propose(self, key: bytes) -> None:
        self._change(((1, key),))

    def adopt(self) -> None:
        fresh = self.read().next
        if fresh is None:
            raise ConfigurationError("The key cell holds no next key.")
        self._change(((0, fresh), (1, None)))

    def discard(self) -> None:
        self._change(((1, None),))

    def _change(self, slots: tuple[tuple[int, bytes | None], ...]) -> None:
        file = self._open(os.O_RDWR)
        try:
            for place, key in slots:
                self._write(file, place, key)
        finally:
            os.close(file)

    def _write(self, file: int, place: int, key: bytes | None) -> None:
        body = b"" if key is None else _MARK + key + _sum(key)
        block = body.ljust(SLOT_BYTES, b"\0")
        try:
            if os.pwrite(file, block, place * SLOT_BYTES) != SLOT_BYTES:
                raise self._unreachable()
            os.fsync(file)
        except OSError:
            raise self._unreachable() from None

    def _slot(self, file: int, place: int) -> bytes | None:
        try:
            block = os.pread(file, SLOT_BYTES, place * SLOT_BYTES)
        except OSError:
            raise self._unreachable() from None
        if not block.startswith(_MARK):
            return None
        key = block[len(_MARK) : len(_MARK) + KEY_BYTES]
        told = block[len(_MARK) + KEY_BYTES :][: hashlib.sha256().digest_size]
        return key if len(key) == KEY_BYTES and told == _sum(key) else None

    def _open(self, flags: int) -> int:
        self._check_folder()
        try:
            file = os.open(self._path, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        except OSError:
            raise self._unreachable() from None
        if stat.S_ISREG(os.fstat(file).st_mode):
            return file
        os.close(file)
        raise self._unreachable()

    def _check_folder(self) -> None:
        if not self._path.parent.is_dir():
            raise ConfigurationError(
                f"The folder of the key cell {self._path.parent} is not there. Nothing was changed."
            )

    def _unreachable(self) -> ConfigurationError:
        return ConfigurationError(
            f"The key cell {self._path} cannot be read or written. Nothing was changed."
        )


class MemoryCell(FileCell):
    """A cell in a folder that is only memory: it outlives the process, and never the machine."""

    def _check_folder(self) -> None:
        super()._check_folder()
        if filesystem_of(self._path.parent) not in _IN_MEMORY:
            raise ConfigurationError(
                f"The key cell's folder {self._path.parent} is not in memory (tmpfs or ramfs)."
            )


def filesystem_of(folder: Path) -> str:
    """The type of the file system a folder is on; empty where the system does not tell."""
    device = folder.stat().st_dev
    wanted = f"{os.major(device)}:{os.minor(device)}"
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    for mount in mounts:
        front, _, back = mount.partition(" - ")
        if front.split()[2] == wanted:
            return back.split()[0]
    return ""


def _sum(key: bytes) -> bytes:
    """Tells a whole slot from a torn one; it lies beside the key and is erased with it."""
    return hashlib.sha256(_MARK + key).digest()
