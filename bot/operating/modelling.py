"""`languages install`: the models between a language and that of the staff."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

from bot.config import Place
from bot.errors import ConfigurationError
from bot.locales import read_languages
from bot.operating.finding import Finding, Level
from bot.security.confining import can_confine
from bot.translation.base import Direction, Model
from bot.translation.fetching import fetch, in_folder
from bot.translation.models import damaged, read_lock, way
from bot.translation.packages import Pinned, put_in_place
from dialogs.model import Language

ENGLISH = Model("en")
Echo = Callable[[str], None]


async def install(
    place: Place, language: str, echo: Echo, source: Path | None, sha256: Iterable[str]
) -> None:
    """Fetch, or take from a folder, what lacks between the two, and list it with its hash."""
    folder = place.models
    wanted = _lacking(folder, _model(language), _model(place.config.staff_language))
    if not wanted:
        echo(f"{language}: nothing lacks; its models are installed.")
        return
    folder.mkdir(parents=True, exist_ok=True)
    pinned = _pinned(sha256)
    if source is None:
        found = await _fetched(folder, wanted)
    else:
        found = in_folder(source, wanted)
    missing = [one for one in wanted if one not in found]
    if missing:
        names = ", ".join(f"{one.source} to {one.target}" for one in missing)
        where = "the index" if source is None else f"{source}"
        raise ConfigurationError(f"There is no model in {where} from {names}.")
    for direction, package in found.items():
        made = put_in_place(folder, package, pinned)
        echo(f"{direction.source} to {direction.target}: version {made.version}, {made.package}")
        if source is None:
            package.unlink()
    echo(f"{language}: installed. The line uses it from its next start.")


def standing_of(place: Place, language: Language) -> str:
    """Whether a machine translates between it and the language of the staff."""
    entries = read_languages()
    one, other = entries[language].translated_by, entries[place.config.staff_language].translated_by
    if not (one and other):
        return "there is no model"
    return "not installed" if _lacking(place.models, Model(one), Model(other)) else "installed"


def model_findings(place: Place, offered: Iterable[Language]) -> Iterator[Finding]:
    """For `check`: without its models the line runs, and people read each other's own words."""
    installed = read_lock(place.models)
    for one in installed.values():
        if wrong := damaged(place.models, one):
            yield Finding(Level.NOTE, f"{wrong}; until then the line runs without it")
    others = [one for one in offered if one != place.config.staff_language]
    standing = {one: standing_of(place, one) for one in others}
    for language, state in standing.items():
        if state != "installed":
            yield Finding(Level.NOTE, f"{language} is not translated by a machine: {state}")
    translated = [language for language, state in standing.items() if state == "installed"]
    if translated:
        yield Finding(Level.OK, f"translated by a machine: {', '.join(translated)}")
    if translated and not can_confine():
        words = "this machine has no filter that keeps the translating process off the network"
        yield Finding(Level.NOTE, words)


def _lacking(folder: Path, model: Model, staff: Model) -> list[Direction]:
    """Straight models are not in the index: all go by way of English."""
    ends = [one for one in dict.fromkeys((model, staff)) if one != ENGLISH]
    both = [Direction(one, ENGLISH) for one in ends]
    installed = read_lock(folder)
    needed = [direction for one in both for direction in (one, one.back)]
    return [direction for direction in needed if not way(installed, direction)]


def _model(language: str) -> Model:
    entry = read_languages().get(Language(language))
    if entry is None:
        raise ConfigurationError(f"There is no language '{language}' in languages.toml.")
    if not entry.translated_by:
        raise ConfigurationError(
            f"For {entry.name} there is no model. The dialog works in full; for the talk a "
            "colleague or an interpreter who speaks it is needed."
        )
    return Model(entry.translated_by)


def _pinned(given: Iterable[str]) -> Pinned:
    pinned = {}
    for one in given:
        name, mark, seal = one.partition("=")
        if not mark or len(seal) != 64:
            raise ConfigurationError("Write --sha256 as FILE=HASH, with a hash of 64 signs.")
        pinned[name] = seal.lower()
    return pinned


async def _fetched(folder: Path, wanted: Iterable[Direction]) -> dict[Direction, Path]:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        known = {}

        def show(name: str, have: int, whole: int | None) -> None:
            if name not in known:
                known[name] = bars.add_task(name)
            bars.update(known[name], completed=have, total=whole)

        return await fetch(folder, wanted, show)
