"""Package files of argostranslate: what one holds, and putting it in place."""

import json
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from bot.errors import ConfigurationError
from bot.translation.base import Direction, Model
from bot.translation.models import Installed, content_hash, read_lock, write_lock

SUFFIX = ".argosmodel"
MOST_BYTES = 2 << 30
"""Of all files in a package; the largest there is has a tenth of it."""
PARTS = ("model", "metadata.json")
Pinned = Mapping[str, str]
"""File name to the SHA-256 that the operator was given for it."""


def direction_of(package: Path) -> Direction:
    """What it translates, by its own word."""
    about = _about(package)
    return Direction(Model(about["from_code"]), Model(about["to_code"]))


def sha256_of(package: Path) -> str:
    with package.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def put_in_place(folder: Path, package: Path, pinned: Pinned) -> Installed:
    """Unpack and list it; refused when it is not what was pinned, or installed before.

    Whatever fails, what was there stays as it was.
    """
    about, seal = _about(package), sha256_of(package)
    if pinned.get(package.name, seal) != seal:
        raise ConfigurationError(
            f"{package.name} is not the file whose SHA-256 you gave; it was not installed."
        )
    installed = dict(read_lock(folder))
    direction = direction_of(package)
    known = installed.get(direction)
    version = about["package_version"]
    if known and known.version == version and known.package != seal:
        raise ConfigurationError(
            f"{package.name} is not the file that was installed before as version {version}. "
            f"Somebody may have changed it. If you trust it, remove {folder / known.folder} and "
            f"its entry in {folder / 'models.lock'}, and install again."
        )
    made = Installed(direction.source, direction.target, version, "", seal, "")
    with tempfile.TemporaryDirectory(dir=folder, prefix="unpacking-") as room:
        top = _unpacked(package, Path(room))
        name = f"{direction.source}_{direction.target}-{version}-{seal[:12]}"
        made = replace(made, folder=name, content=content_hash(top))
        place = folder / name
        shutil.rmtree(place, ignore_errors=True)
        top.replace(place)
    write_lock(folder, {**installed, direction: made})
    if known and known.folder != made.folder:
        shutil.rmtree(folder / known.folder, ignore_errors=True)
    return made


def _about(package: Path) -> Mapping[str, str]:
    """Its metadata; raises ConfigurationError for what is no such package."""
    try:
        with zipfile.ZipFile(package) as archive:
            names = [PurePosixPath(one.filename) for one in archive.infolist()]
            size = sum(one.file_size for one in archive.infolist())
            tops = {one.parts[0] for one in names if one.parts}
            odd = any(one.is_absolute() or ".." in one.parts for one in names)
            if odd or len(tops) != 1 or size > MOST_BYTES:
                raise ConfigurationError(f"{package.name} is no package that can be trusted.")
            about = json.loads(archive.read(f"{tops.pop()}/metadata.json"))
            return {name: str(about[name]) for name in ("from_code", "to_code", "package_version")}
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError):
        raise ConfigurationError(
            f"{package.name} is no whole package of argostranslate; download it again."
        ) from None


def _unpacked(package: Path, room: Path) -> Path:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(room)  # its names were looked at
    (top,) = room.iterdir()
    if not all((top / part).exists() for part in PARTS):
        raise ConfigurationError(f"{package.name} holds no model.")
    return top
