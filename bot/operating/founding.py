"""`init`: from the operator's answers to a line that can run; all of it, or nothing is left."""

import json
import secrets
import shutil
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.assets import every_language
from bot.channels.base import Account, NewRoom, RoomAlias
from bot.channels.matrix.crosssigning import CrossSigningIdentity
from bot.channels.matrix.login import Session, log_in, log_out
from bot.config import SETTINGS_FILE, Place, read_config
from bot.errors import ConfigurationError
from bot.locales import LOCALES, read_source
from bot.operating.serving import says
from bot.runtime import DESK_ROOM, Stores, holding, line_cell, matrix_channel, open_stores
from bot.security.devices import MasterKey, PersonId, Pins
from bot.security.keys import make_key
from bot.storage.identity import AccountRecord, Approval, IdentityStore
from bot.storage.people import Professional
from dialogs.hushed import Hushed
from dialogs.model import Language

DEVICE_NAME = "line"
"""Neutral: anyone in a room with the account can read it."""


@dataclass(frozen=True, repr=False)
class AccountAnswers(Hushed):
    """Where an account lives, and its password."""

    homeserver: str
    user: str
    password: str


@dataclass(frozen=True, repr=False)
class Answers(Hushed):
    """Everything `init` must know."""

    folder: Path
    accounts: Mapping[Account, AccountAnswers]
    staff: tuple[tuple[PersonId, MasterKey | None], ...]
    legal_limit: Mapping[Language, str]
    line_name: str
    staff_language: Language
    approve: tuple[Language, ...]


async def found(answers: Answers, tell: Callable[[str], None]) -> Place:
    """Make the line in its folder; a failure removes what was made and logs out again."""
    _refuse_what_cannot_work(answers)
    made_folder = not answers.folder.exists()
    async with AsyncExitStack() as undo:
        sessions = {}
        for account, given in answers.accounts.items():
            sessions[account] = await log_in(
                given.homeserver, given.user, given.password, DEVICE_NAME
            )
            undo.push_async_callback(log_out, given.homeserver, sessions[account])
        undo.callback(_remove, answers.folder, whole=made_folder)
        place = _write_settings(answers)
        await _fill(place, answers, sessions, tell)
        undo.pop_all()
    return place


def _refuse_what_cannot_work(answers: Answers) -> None:
    if (answers.folder / SETTINGS_FILE).exists():
        raise ConfigurationError(f"There is a line in {answers.folder} already.")
    front, desk = answers.accounts[Account.FRONT], answers.accounts[Account.DESK]
    if (front.homeserver, front.user) == (desk.homeserver, desk.user):
        raise ConfigurationError("The front and the desk need two different accounts.")
    if not answers.staff:
        raise ConfigurationError("Name at least one professional: --staff @name:server")
    unknown = [one for one in answers.approve if one not in every_language()]
    if unknown:
        raise ConfigurationError(f"There is no catalogue for: {', '.join(unknown)}.")
    if answers.staff_language not in answers.approve:
        raise ConfigurationError("The staff language must be among the approved languages.")
    missing = [one for one in answers.approve if not answers.legal_limit.get(one, "").strip()]
    if missing:
        raise ConfigurationError(f"The legal limit has no text for: {', '.join(missing)}.")


def _write_settings(answers: Answers) -> Place:
    front, desk = answers.accounts[Account.FRONT], answers.accounts[Account.DESK]
    lines = [
        "# The settings of the line. Keys and sessions are not in here.",
        f"line_name = {_quoted(answers.line_name)}",
        f"staff_language = {_quoted(answers.staff_language)}",
        "",
        "[legal_limit]",
        *(f"{lang} = {_quoted(text)}" for lang, text in answers.legal_limit.items()),
    ]
    for name, account in (("front", front), ("desk", desk)):
        lines += ["", f"[{name}]", f"homeserver = {_quoted(account.homeserver)}"]
        lines += [f"user = {_quoted(account.user)}"]
    answers.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = answers.folder / SETTINGS_FILE
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    place = read_config(path)
    place.identity_db.parent.mkdir(mode=0o700)
    make_key(place.identity_key)
    line_cell(place).make()
    return place


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


async def _fill(
    place: Place,
    answers: Answers,
    sessions: Mapping[Account, Session],
    tell: Callable[[str], None],
) -> None:
    async with holding(line_cell(place)) as cell, open_stores(place, cell) as stores:
        await _enrol(answers, sessions[Account.DESK], stores, tell)
        for account, given in answers.accounts.items():
            await _establish(account, given, sessions[account], stores, answers)
        for language in answers.approve:
            await approve(stores.identity, language, by="init")


async def _enrol(
    answers: Answers, desk: Session, stores: Stores, tell: Callable[[str], None]
) -> None:
    served = says(answers.accounts[Account.DESK].homeserver, desk)
    for person, given in answers.staff:
        master = given or await served(person)
        await stores.identity.save_professional(Professional(person, master, bool(given)))
        if not given:
            tell(f"{person} is pinned to the key their homeserver gave: {master}. Compare it.")


async def _establish(
    account: Account,
    given: AccountAnswers,
    session: Session,
    stores: Stores,
    answers: Answers,
) -> None:
    """Store the account before its keys are published: a lost seed would be a lost identity."""
    signing = CrossSigningIdentity.new().to_bytes()
    record = AccountRecord(
        account,
        given.homeserver,
        session.user,
        session.device,
        session.token,
        given.password,
        signing,
    )
    await stores.identity.save_account(record)
    channel = matrix_channel(record, account, Pins(), stores.line)
    try:
        await channel.open()
        await channel.cross_sign(given.password)
        if account is Account.DESK:
            staff = tuple(person for person, _ in answers.staff)
            alias = RoomAlias(f"desk-{secrets.token_hex(8)}")
            room = await channel.create_room(NewRoom(alias, answers.line_name, staff))
            await stores.identity.note(DESK_ROOM, room)
    finally:
        await channel.close()


async def approve(identity: IdentityStore, language: Language, by: str) -> Approval:
    """Bind the operator's word to the exact files of the catalogue."""
    seal = read_source(LOCALES, language).hash
    approval = Approval(language, seal, by, datetime.now(UTC).date().isoformat())
    await identity.save_approval(approval)
    return approval


def _remove(folder: Path, *, whole: bool) -> None:
    if whole:
        shutil.rmtree(folder, ignore_errors=True)
        return
    (folder / SETTINGS_FILE).unlink(missing_ok=True)
    for part in ("state", "keys"):
        shutil.rmtree(folder / part, ignore_errors=True)
