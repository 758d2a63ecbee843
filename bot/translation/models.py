"""The installed models: what there is, and that each is still what was installed.

The index they come from has no hashes, so the first installation is what every later one, and
every start of the line, is compared with.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.errors import ConfigurationError
from bot.translation.base import Direction, Model

LOCK = "models.lock"
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Installed:
    """One package as it was first installed."""

    source: str
    target: str
    version: str
    folder: str
    """Its name inside the models' folder."""
    package: str
    """SHA-256 of the file it came in."""
    content: str
    """SHA-256 over the unpacked files."""

    @property
    def direction(self) -> Direction:
        return Direction(Model(self.source), Model(self.target))


Installation = Mapping[Direction, Installed]
_LOCK: TypeAdapter[list[Installed]] = TypeAdapter(list[Installed])


def read_lock(folder: Path) -> Installation:
    """What was installed; nothing when there is no folder of models."""
    path = folder / LOCK
    try:
        found = _LOCK.validate_json(path.read_bytes()) if path.exists() else []
    except (OSError, ValidationError):
        raise ConfigurationError(f"{path} cannot be read; it lists the models.") from None
    return {one.direction: one for one in found}


def write_lock(folder: Path, installed: Installation) -> None:
    ordered = sorted(installed.values(), key=lambda one: (one.source, one.target))
    new = folder / f"{LOCK}.new"
    new.write_text(json.dumps([asdict(one) for one in ordered], indent=1) + "\n", encoding="utf-8")
    new.replace(folder / LOCK)


def way(installed: Installation, direction: Direction) -> tuple[Installed, ...]:
    """Straight, else by way of English; empty when there is none."""
    if direction.source == direction.target:
        return ()
    if direction in installed:
        return (installed[direction],)
    english = Model("en")
    legs = (Direction(direction.source, english), Direction(english, direction.target))
    return tuple(installed[leg] for leg in legs) if all(leg in installed for leg in legs) else ()


def content_hash(folder: Path) -> str:
    """Over the names and bytes of all files of a package."""
    seal = sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix().encode()
        seal.update(len(name).to_bytes(4, "big") + name + path.stat().st_size.to_bytes(8, "big"))
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                seal.update(chunk)
    return seal.hexdigest()


def damaged(folder: Path, one: Installed) -> str | None:
    """What is wrong with a package on disk, in words for the operator; None when nothing is."""
    place = folder / one.folder
    name = f"{one.source} to {one.target}"
    if not place.is_dir():
        return f"the model from {name} is listed and not there; install it again"
    if content_hash(place) != one.content:
        return f"the model from {name} is not the one that was installed; remove and reinstall it"
    return None
