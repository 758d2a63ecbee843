"""Fetching packages from the index of argostranslate, or taking them from a folder."""

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp

from bot.errors import ConfigurationError
from bot.translation.base import Direction, Model
from bot.translation.packages import SUFFIX, direction_of

INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""As argostranslate itself has it."""
DOWNLOADS = "downloads"
CHUNK = 1 << 16
STALLED_AFTER_S = 60.0
Progress = Callable[[str, int, int | None], None]
"""Of a file: so many bytes of so many, where that is known."""


def in_folder(folder: Path, wanted: Iterable[Direction]) -> dict[Direction, Path]:
    """The packages that are there: for a machine without internet."""
    found: dict[Direction, Path] = {}
    for package in sorted(folder.glob(f"*{SUFFIX}")):
        with suppress(ConfigurationError):
            found[direction_of(package)] = package
    return {one: found[one] for one in wanted if one in found}


async def fetch(
    folder: Path, wanted: Iterable[Direction], progress: Progress, index: str = INDEX
) -> dict[Direction, Path]:
    """Download what the index has of them; what was begun before is gone on with."""
    place = folder / DOWNLOADS
    place.mkdir(parents=True, exist_ok=True)
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=30, sock_read=STALLED_AFTER_S)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session:
            links = await _links(session, index)
            return {
                one: await _download(session, links[one], place, progress)
                for one in wanted
                if one in links
            }
    except (aiohttp.ClientError, TimeoutError, OSError):
        raise ConfigurationError(
            "The models could not be fetched: the network or the server failed. What has come is "
            "kept; the same command goes on with it. Or fetch the files elsewhere and use --from."
        ) from None


async def _links(session: aiohttp.ClientSession, index: str) -> dict[Direction, str]:
    """The newest package of each direction."""
    newest: dict[Direction, tuple[tuple[int, ...], str]] = {}
    async with session.get(index) as answer:
        answer.raise_for_status()
        listed = json.loads(await answer.text())
    for one in listed if isinstance(listed, list) else ():
        with suppress(KeyError, ValueError, IndexError, TypeError):
            direction = Direction(Model(one["from_code"]), Model(one["to_code"]))
            version = tuple(int(part) for part in str(one["package_version"]).split("."))
            link = next(str(link) for link in one["links"] if _trusted(str(link), index))
            if direction not in newest or newest[direction][0] < version:
                newest[direction] = version, link
    return {direction: link for direction, (_, link) in newest.items()}


def _trusted(link: str, index: str) -> bool:
    """Over the same kind of connection as the index."""
    return urlsplit(link).scheme == urlsplit(index).scheme


async def _download(
    session: aiohttp.ClientSession, link: str, place: Path, progress: Progress
) -> Path:
    name = Path(urlsplit(link).path).name
    done, part = place / name, place / f"{name}.part"
    if done.exists():
        return done
    have = part.stat().st_size if part.exists() else 0
    async with session.get(link, headers={"Range": f"bytes={have}-"} if have else {}) as answer:
        goes_on = answer.status == 206
        if not (have and answer.status == 416):
            answer.raise_for_status()
            have = have if goes_on else 0
            length = answer.content_length
            whole = have + length if length is not None else None
            with part.open("ab" if goes_on else "wb") as file:
                async for chunk in answer.content.iter_chunked(CHUNK):
                    file.write(chunk)
                    have += len(chunk)
                    progress(name, have, whole)
    part.replace(done)
    return done
