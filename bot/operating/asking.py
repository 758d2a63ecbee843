"""The questions of `init`: each answer comes from a flag, or is asked for once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import typer

from bot.channels.base import Account
from bot.errors import ConfigurationError
from bot.operating.founding import AccountAnswers, Answers
from bot.operating.naming import read_staff
from dialogs.hushed import Hushed
from dialogs.model import Language


@dataclass(frozen=True, repr=False)
class Given(Hushed):
    """What the flags say; None is asked for, except that the desk defaults to the front."""

    folder: Path
    front_homeserver: str | None
    front_user: str | None
    front_password_file: Path | None
    desk_homeserver: str | None
    desk_user: str | None
    desk_password_file: Path | None
    staff: tuple[str, ...]
    legal_limit: tuple[str, ...]
    line_name: str | None
    staff_language: str | None
    approve: str | None


def ask(given: Given) -> Answers:
    """Complete the answers; asks nothing when all are given."""
    staff_language = Language(given.staff_language or _ask("Language of the staff", "nl"))
    approve = _languages(given.approve or _ask("Reviewed languages to offer", staff_language))
    return Answers(
        folder=given.folder,
        accounts=_accounts(given),
        staff=tuple(map(read_staff, given.staff or (_ask("Matrix id of a professional"),))),
        legal_limit=_limits(given.legal_limit, approve),
        line_name=given.line_name or _ask("Name of the line"),
        staff_language=staff_language,
        approve=approve,
    )


def _accounts(given: Given) -> dict[Account, AccountAnswers]:
    homeserver = given.front_homeserver or _ask("Homeserver of the front account (URL)")
    front = AccountAnswers(
        homeserver,
        given.front_user or _ask("Matrix id of the front account"),
        _password("front", given.front_password_file),
    )
    desk = AccountAnswers(
        given.desk_homeserver or homeserver,
        given.desk_user or _ask("Matrix id of the desk account"),
        _password("desk", given.desk_password_file or _same(given)),
    )
    return {Account.FRONT: front, Account.DESK: desk}


def _same(given: Given) -> Path | None:
    """Desk flags default to the front's; on another homeserver that would leak a password."""
    same_server = given.desk_homeserver in (None, given.front_homeserver)
    return given.front_password_file if same_server else None


def _password(whose: str, file: Path | None) -> str:
    if file is None:
        return _ask(f"Password of the {whose} account", hidden=True)
    try:
        password = file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise ConfigurationError(f"The password file {file} cannot be read.") from None
    if not password:
        raise ConfigurationError(f"The password file {file} is empty.")
    return password


def _limits(given: tuple[str, ...], approve: tuple[Language, ...]) -> dict[Language, str]:
    """One text for every language, or one per language as `nl=...`."""
    limits: dict[Language, str] = {}
    for text in given:
        code, mark, rest = text.partition("=")
        if mark and code in approve:
            limits[Language(code)] = rest.strip()
        else:
            limits = {**dict.fromkeys(approve, text.strip()), **limits}
    for language in approve:
        if language not in limits:
            question = f"What must the line pass on by law? (in {language}; reporters read it)"
            limits[language] = _ask(question)
    return limits


def _languages(codes: str) -> tuple[Language, ...]:
    return tuple(Language(code.strip()) for code in codes.split(",") if code.strip())


def _ask(question: str, default: str | None = None, *, hidden: bool = False) -> str:
    prompt: Callable[..., str] = typer.prompt
    return prompt(question, default=default, hide_input=hidden)
