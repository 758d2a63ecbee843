"""What lies in `locales/`: languages, their files, and the referral directory."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

from fluent.runtime import FluentResource
from fluent.syntax import ast
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from bot.errors import ConfigurationError
from dialogs.model import Language, MessageId
from handoff.referrals import Referral, directory, variables

LOCALES = Path(__file__).resolve().parent.parent / "locales"
STAFF = "staff/"
LEFT_TO_RIGHT, POP = "\u2066", "\u2069"
_LEFT_TO_RIGHT_NAMES = ("tel_", "url_", "mail_")


class LanguageEntry(BaseModel):
    """One table of `languages.toml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    """Its own, as the reporter reads it in the list."""
    names: tuple[str, ...]
    """Under which else it may be asked for."""
    script: str
    """ISO 15924."""
    direction: Literal["ltr", "rtl"]
    digits: str
    translated_by: str
    """The code of the machine translation's model; empty where none is known."""
    reviewer: str
    review: str
    everywhere: bool = False
    letters: Mapping[str, str] = {}


@dataclass(frozen=True)
class Source:
    """The files of one language as they are on disk."""

    language: Language
    files: Mapping[str, str]
    """File name to text; what only professionals and the operator read lies under `staff/`."""

    @property
    def for_staff(self) -> bool:
        """Whether a line can have this as its staff language."""
        return any(name.startswith(STAFF) for name in self.files)

    @property
    def hash(self) -> str:
        """What an approval is bound to: the exact files."""
        seal = sha256()
        for name, text in sorted(self.files.items()):
            for part in (name.encode(), text.encode()):
                seal.update(len(part).to_bytes(8, "big") + part)
        return seal.hexdigest()

    def entries(self) -> Iterable[ast.EntryType]:
        for _, text in sorted(self.files.items()):
            yield from parsed(text).body


@lru_cache(maxsize=512)
def parsed(text: str) -> ast.Resource:
    """A file's entries; parsing takes most of the time of a start, and each file is asked often."""
    resource: ast.Resource = FluentResource(text)
    return resource


def read_languages(folder: Path = LOCALES) -> Mapping[Language, LanguageEntry]:
    """The table of languages, in its own order; one whose texts are not written yet is left out."""
    try:
        data = tomllib.loads((folder / "languages.toml").read_text(encoding="utf-8"))
        read = TypeAdapter(dict[str, LanguageEntry]).validate_python(data)
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise ConfigurationError(f"languages.toml cannot be used: {error}") from None
    written = {code: entry for code, entry in read.items() if (folder / code).is_dir()}
    return {Language(code): entry for code, entry in written.items()}


def read_source(folder: Path, language: Language) -> Source:
    try:
        files = {
            path.relative_to(folder / language).as_posix(): path.read_bytes().decode("utf-8")
            for path in sorted((folder / language).rglob("*.ftl"))
        }
    except (OSError, UnicodeDecodeError):
        raise ConfigurationError(f"The catalogue of language {language} is unreadable.") from None
    if not files:
        raise ConfigurationError(f"Language {language} has no catalogue.")
    return Source(language, files)


def read_referrals(folder: Path = LOCALES) -> Mapping[str, Referral]:
    """The directory of other help, without any check of it."""
    try:
        text = (folder / "referrals.json").read_text(encoding="utf-8")
        return directory(TypeAdapter(list[object]).validate_json(text))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"referrals.json cannot be used: {error}") from None


def shared_variables(places: Mapping[str, Referral]) -> Mapping[str, str]:
    """The directory's variables; numbers and addresses are isolated left to right."""
    return {
        name: f"{LEFT_TO_RIGHT}{value}{POP}" if name.startswith(_LEFT_TO_RIGHT_NAMES) else value
        for name, value in variables(places).items()
    }


def message_ids(source: Source) -> tuple[MessageId, ...]:
    return tuple(MessageId(one.id.name) for one in source.entries() if isinstance(one, ast.Message))


def reporter_part(source: Source) -> Source:
    """The files of which every language must have its own."""
    files = {name: text for name, text in source.files.items() if not name.startswith(STAFF)}
    return Source(source.language, files)


def variables_by_id(source: Source) -> Mapping[MessageId, frozenset[str]]:
    """Which variables each message uses."""
    return {
        MessageId(one.id.name): frozenset(_variables_in(one))
        for one in source.entries()
        if isinstance(one, ast.Message)
    }


def _variables_in(node: object) -> Iterable[str]:
    if isinstance(node, ast.VariableReference):
        yield node.id.name
    elif isinstance(node, ast.BaseNode):
        for child in vars(node).values():
            yield from _variables_in(child)
    elif isinstance(node, list):
        for child in node:
            yield from _variables_in(child)
