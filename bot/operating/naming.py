"""How the operator names a professional: `MXID`, or `MXID=FINGERPRINT`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from bot.errors import ConfigurationError
from bot.locales import read_languages
from bot.security.devices import MasterKey, PersonId
from dialogs.hushed import Hushed
from dialogs.model import Language
from handoff.roster import Role, Training

Word = TypeVar("Word", bound=Enum)

_PERSON = re.compile(r"(@[^\s:]+:[^\s=]+)(?:=(.*))?", re.DOTALL)
"""The name before the colon may hold a `=` itself."""
_FINGERPRINT = re.compile(r"[A-Za-z0-9+/]{43}")
"""32 bytes in base64. Whoever is pinned to a mistyped one can read nothing at the desk."""


def read_staff(named: str) -> tuple[PersonId, MasterKey | None]:
    """The person, and the fingerprint where one is given; in groups of four too."""
    found = _PERSON.fullmatch(named.strip())
    if found is None:
        given = named.partition("=")[0]
        raise ConfigurationError(f"'{given}' is no Matrix id; it looks like @name:server.")
    person, fingerprint = found.groups(default="")
    plain = "".join(fingerprint.split()).rstrip("=")
    if plain and not _FINGERPRINT.fullmatch(plain):
        raise ConfigurationError(
            f"The fingerprint given for {person} is none: it has 43 letters, digits, + and /."
        )
    return PersonId(person), MasterKey(plain) if plain else None


@dataclass(frozen=True, repr=False)
class Wanted(Hushed):
    """How the operator wants somebody on the roster; None leaves what is there."""

    person: PersonId
    master: MasterKey | None = None
    roles: frozenset[Role] | None = None
    training: frozenset[Training] | None = None
    languages: frozenset[Language] | None = None


def read_wanted(
    who: str,
    roles: Iterable[str] | None,
    training: Iterable[str] | None,
    languages: Iterable[str] | None,
) -> Wanted:
    """What `staff add` was given; a word there is not is refused, with those there are."""
    person, master = read_staff(who)
    return Wanted(
        person,
        master,
        _read("duty", Role, roles) if roles else None,
        _read("training", Training, training) if training else None,
        _spoken(languages) if languages else None,
    )


def _read(what: str, kind: type[Word], named: Iterable[str]) -> frozenset[Word]:
    known = {one.value: one for one in kind}
    given = [one.strip().lower().replace("-", "_").replace(" ", "_") for one in named]
    for one in given:
        if one not in known:
            raise ConfigurationError(f"There is no {what} '{one}'; there is: {', '.join(known)}.")
    return frozenset(known[one] for one in given)


def _spoken(named: Iterable[str]) -> frozenset[Language]:
    given, known = [one.strip() for one in named], read_languages()
    for one in given:
        if one not in known:
            there = ", ".join(known)
            raise ConfigurationError(f"There is no language '{one}'; there is: {there}.")
    return frozenset(map(Language, given))
