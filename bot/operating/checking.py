"""`check`: what must be right before people may rely on the line, one finding a line."""

from collections.abc import AsyncIterator, Iterator

from bot.assets import approved_languages, catalogue_for, every_language, load_dialog
from bot.catalogue_checks import check_catalogues
from bot.channels.base import MATRIX, Account
from bot.channels.matrix.login import session_lives, session_purges
from bot.config import Config, Place
from bot.errors import LineError
from bot.inbox import Lifetimes
from bot.locales import LOCALES, read_source
from bot.operating.desk_look import desk_findings
from bot.operating.finding import Finding, Level
from bot.operating.host import host
from bot.operating.modelling import model_findings
from bot.operating.on_roster import on_roster
from bot.operating.referring import directory_findings
from bot.runtime import DESK_ROOM, session_of
from bot.storage.identity import AccountRecord, Approval, IdentityStore
from dialogs.model import Language


async def standing(place: Place, identity: IdentityStore) -> AsyncIterator[Finding]:
    """Everything that can be seen without the network."""
    for finding in (*_keys(place), *_servers(place.config), *host(place)):
        yield finding
    async for finding in _accounts(identity):
        yield finding
    for finding in on_roster(await identity.enrolled(), small_line=place.config.small_line):
        yield finding
    approvals = await identity.approvals()
    for finding in (*_texts(place.config, approvals), *directory_findings(place)):
        yield finding
    for finding in model_findings(place, offered_languages(approvals)):
        yield finding


async def reachable(place: Place, identity: IdentityStore) -> AsyncIterator[Finding]:
    """Whether each homeserver answers and still knows our session."""
    for account in MATRIX:
        record = await identity.account(account)
        if record is None:
            continue
        try:
            alive = await session_lives(record.homeserver, session_of(record))
        except LineError:
            yield Finding(Level.FAULT, f"{account} homeserver {record.homeserver}: no answer")
            continue
        word = "answers" if alive else "has ended our session; run `init` for a new line"
        level = Level.OK if alive else Level.FAULT
        yield Finding(level, f"{account} homeserver {record.homeserver} {word}")
        if alive and place.config.account(account.value).purge_rooms:
            yield await _purging(account, record)
        if alive and account is Account.DESK:
            alone = not place.config.one_homeserver
            for finding in await desk_findings(record, identity, alone=alone):
                yield finding


async def _purging(account: Account, record: AccountRecord) -> Finding:
    """Deleting rooms fails in silence otherwise: nothing may wait for it."""
    try:
        works = await session_purges(record.homeserver, session_of(record))
    except LineError:
        works = False
    if works:
        return Finding(Level.OK, f"{account} account: rooms that are over are deleted")
    words = "purge_rooms is set, but the homeserver does not let this account delete rooms"
    return Finding(Level.FAULT, f"{account} account: {words}")


def offered_languages(approvals: dict[Language, Approval]) -> tuple[Language, ...]:
    """What `run` may offer: catalogues that are to the letter what was approved."""
    hashes = {language: read_source(LOCALES, language).hash for language in every_language()}
    return approved_languages(approvals.values(), hashes)


def _keys(place: Place) -> Iterator[Finding]:
    for path in (place.identity_key, place.line_cell):
        if not path.exists():
            continue  # whoever opens it says so
        if path.stat().st_mode & 0o077:
            yield Finding(Level.FAULT, f"key file {path}: others may read it; chmod 600")
        else:
            yield Finding(Level.OK, f"key file {path}: only its owner may read it")
    if place.config.key_cell == "memory":
        yield Finding(
            Level.OK,
            "the key cell is in memory: a machine that is switched off has forgotten every case",
        )
    else:
        yield Finding(
            Level.NOTE,
            "the key cell is a file: what is erased can be read again by whoever finds the old "
            'bytes of the cell on the disk, as on every SSD; key_cell = "memory" prevents it',
        )


def _servers(config: Config) -> Iterator[Finding]:
    if config.one_homeserver:
        yield Finding(
            Level.NOTE,
            "front and desk share one homeserver: its administrator can link a reporter's room to "
            "a case room by timing",
        )
    else:
        yield Finding(Level.OK, "front and desk have homeservers of their own")


async def _accounts(identity: IdentityStore) -> AsyncIterator[Finding]:
    for account in MATRIX:
        found = await identity.account(account)
        words = "logged in and cross-signed" if found else "missing; run `init`"
        yield Finding(Level.OK if found else Level.FAULT, f"{account} account: {words}")
    room = await identity.noted(DESK_ROOM)
    yield Finding(Level.OK if room else Level.FAULT, f"desk room: {'made' if room else 'missing'}")


def _texts(config: Config, approvals: dict[Language, Approval]) -> Iterator[Finding]:
    offered = offered_languages(approvals)
    for language in approvals:
        if language not in offered:
            yield Finding(
                Level.NOTE,
                f"{language}: its texts changed after approval; not offered until "
                "`languages approve`",
            )
    if not offered:
        yield Finding(Level.FAULT, "no language is approved; see `languages approve`")
        return
    if config.staff_language not in offered:
        yield Finding(Level.FAULT, f"the staff language {config.staff_language} is not approved")
        return
    try:
        catalogue = catalogue_for(config, offered, Lifetimes())
        problems = check_catalogues(catalogue, load_dialog())
    except LineError as fault:
        yield Finding(Level.FAULT, str(fault))
        return
    for problem in problems:
        yield Finding(Level.FAULT, str(problem))
    if not problems:
        yield Finding(Level.OK, f"dialog and texts: complete in {', '.join(offered)}")
