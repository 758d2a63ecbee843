"""What `check` sees of the machine around the line: memory, files, journal."""

from collections.abc import Iterator
from pathlib import Path

from bot.config import Place
from bot.operating.finding import Finding, Level
from bot.security.hardening import Hardened, hardened

_SWAPS = Path("/proc/swaps")
_MOUNTS, _BLOCKS = Path("/proc/self/mountinfo"), Path("/sys/class/block")
_OWN_JOURNAL = Path("/etc/systemd/journald@vertrouwenslijn.conf")
_JOURNAL_ON_DISK, _JOURNAL_IN_MEMORY = Path("/var/log/journal"), Path("/run/log/journal")


def host(place: Place) -> Iterator[Finding]:
    """One line for each; what the line cannot be sure of is a note, what exposes it is a fault."""
    now = hardened()
    yield from _cores(now)
    yield from _code(now)
    yield from _swap(now)
    yield from _files(place)
    yield from _journal()


def _cores(now: Hardened) -> Iterator[Finding]:
    if now.not_dumpable or (now.no_core and now.not_dumpable is None):
        yield Finding(Level.OK, "core dumps: off for the line")
    else:
        yield Finding(
            Level.NOTE,
            "core dumps: the system does not let the line switch them off; a crash may write its "
            "memory to disk",
        )


def _code(now: Hardened) -> Iterator[Finding]:
    if now.runs_nothing_written:
        yield Finding(Level.OK, "memory: what the line writes it never runs")
    elif now.runs_nothing_written is False:
        words = "memory: a fault could make the line run what was sent; a kernel from 6.6 on helps"
        yield Finding(Level.NOTE, words)


def _swap(now: Hardened) -> Iterator[Finding]:
    swap = _SWAPS.exists() and len(_SWAPS.read_text(encoding="utf-8").splitlines()) > 1
    if not swap:
        yield Finding(Level.OK, "swap: none")
    elif now.locked:
        yield Finding(Level.OK, "swap: there is some; the line's memory is locked out of it")
    else:
        yield Finding(
            Level.NOTE,
            "swap: memory may be written to disk. Switch it off, or let the line lock its memory "
            "(LimitMEMLOCK=infinity, as in deploy/)",
        )


def _files(place: Place) -> Iterator[Finding]:
    """What the line made itself is its own; somebody else's `chmod` is a fault."""
    state = place.identity_db.parent
    open_to_others = [path for path in (state, *sorted(state.glob("*"))) if _others(path)]
    if open_to_others:
        for path in open_to_others:
            yield Finding(Level.FAULT, f"{path}: others on this machine may reach it; chmod go=")
    else:
        yield Finding(Level.OK, f"state folder {state}: only its owner may enter")


def _others(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & 0o077)
    except FileNotFoundError:  # the database's own side files come and go
        return False


def is_encrypted(folder: Path) -> bool | None:
    """Whether the disk below a folder is encrypted; None where that cannot be seen."""
    device = _device_below(folder)
    if device is None:
        return None
    return _crypts(device, set())


def _device_below(folder: Path) -> str | None:
    """The block device of the mount that holds the folder, by its name in `/sys`."""
    wanted = folder.resolve()
    best, device = Path(), None
    for line in _MOUNTS.read_text(encoding="utf-8").splitlines() if _MOUNTS.exists() else ():
        before, _, after = line.partition(" - ")
        point, source = Path(before.split()[4]), after.split()[1]
        if wanted.is_relative_to(point) and len(point.parts) >= len(best.parts):
            best, device = point, source
    if device is None or not device.startswith("/dev/"):
        return None
    return Path(device).resolve().name


def _crypts(device: str, seen: set[str]) -> bool:
    """The device itself, or one of those that it lies upon."""
    seen.add(device)
    about = _BLOCKS / device
    kind = about / "dm" / "uuid"
    if kind.exists() and kind.read_text(encoding="utf-8").startswith("CRYPT-"):
        return True
    below = [one.name for one in (about / "slaves").glob("*")]
    return any(_crypts(one, seen) for one in below if one not in seen)


def _journal() -> Iterator[Finding]:
    """The log holds counts and days; a journal adds to each line when it was written."""
    if _OWN_JOURNAL.exists() and "Storage=volatile" in _OWN_JOURNAL.read_text(encoding="utf-8"):
        yield Finding(Level.OK, "journal: the line's own, in memory only")
    elif _JOURNAL_ON_DISK.is_dir():
        yield Finding(
            Level.NOTE,
            "journal: this machine keeps one on disk, with the exact time of each line of the "
            "log; give the line one in memory, as in deploy/",
        )
    elif _JOURNAL_IN_MEMORY.is_dir():
        yield Finding(Level.OK, "journal: in memory only")
