"""The texts and definitions that come with the program, with the operator's settings in them."""

from collections.abc import Iterable
from pathlib import Path

import dialogs
import handoff
from bot.catalogue import Catalogue, Settings, load_catalogue
from bot.config import Config
from bot.errors import ConfigurationError
from bot.inbox import Lifetimes
from bot.locales import read_languages
from bot.storage.identity import Approval
from dialogs.definition import Dialog, read_dialog
from dialogs.model import Language
from handoff.picture.codebook import Codebook, read_codebook


def load_dialog() -> Dialog:
    """The intake, as data."""
    path = Path(dialogs.__file__).with_name("intake.toml")
    return read_dialog(path.read_text(encoding="utf-8"))


def load_codebook() -> Codebook:
    """What can be coded of a case, as data."""
    path = Path(handoff.__file__).with_name("picture") / "codebook.toml"
    return read_codebook(path.read_text(encoding="utf-8"))


def every_language() -> tuple[Language, ...]:
    """All that there is a catalogue for, reviewed or not."""
    return tuple(read_languages())


def catalogue_for(config: Config, languages: Iterable[Language], lifetimes: Lifetimes) -> Catalogue:
    """The texts with this line's name, limits and times in them.

    Raises `ConfigurationError` when a language has no legal limit: the text has no default.
    """
    offered = tuple(languages)
    missing = [language for language in offered if language not in config.legal_limit]
    if missing:
        raise ConfigurationError(
            f"The setting 'legal_limit' has no text for: {', '.join(missing)}."
        )
    settings = Settings(
        line=config.line_name,
        legal_limit=config.legal_limit,
        staff_language=config.staff_language,
        draft_hours=int(lifetimes.draft.total_seconds()) // 3600,
        quiet_hours=int(lifetimes.quiet.total_seconds()) // 3600,
        # Days are counted from midnight, so of the last one only a part is certain.
        closed_days=lifetimes.closed.days - 1,
        case_days=lifetimes.case.days,
        hours=config.opening.hours,
    )
    return load_catalogue(settings, only=offered)


def approved_languages(
    approvals: Iterable[Approval], hashes: dict[Language, str]
) -> tuple[Language, ...]:
    """Languages whose catalogue is, to the letter, the one that was approved."""
    return tuple(a.language for a in approvals if hashes.get(a.language) == a.hash)
