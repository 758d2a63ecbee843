"""`identity.db`: who the line is and whom it trusts. Holds nothing of any reporter; backed up."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.security.devices import PersonId
from bot.storage import schema
from bot.storage.roster import RosterTable
from bot.storage.sqlite import Database
from dialogs.hushed import Hushed
from dialogs.model import Language


@dataclass(frozen=True, repr=False)
class AccountRecord(Hushed):
    """One of the line's accounts: its session, its password and its cross-signing seeds.

    The password is kept for the day the session is lost with the key cell: nobody may be there to
    type it.
    """

    account: str
    homeserver: str
    person: PersonId
    device: str
    token: str
    password: str
    signing: bytes


@dataclass(frozen=True)
class Approval:
    """An operator's word that a language's catalogue, exactly as hashed, was reviewed."""

    language: Language
    hash: str
    by: str
    on_day: str


class IdentityStore(RosterTable):
    """Written by `init`, `staff` and `languages`; the running line sees to it that it notices."""

    def __init__(self, path: Path, key: bytes) -> None:
        super().__init__(Database(path, key))

    async def open(self) -> None:
        await self._db.open(schema.IDENTITY)

    async def close(self) -> None:
        await self._db.close()

    async def save_account(self, record: AccountRecord) -> None:
        values = (
            record.account,
            record.homeserver,
            record.person,
            record.device,
            record.token.encode(),
            record.password.encode(),
            record.signing,
        )
        await self._write("INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    async def account(self, account: str) -> AccountRecord | None:
        rows = await self._read("SELECT * FROM accounts WHERE account = ?", (account,))
        if not rows:
            return None
        name, homeserver, person, device, token, password, signing = rows[0]
        return AccountRecord(
            name,
            homeserver,
            PersonId(person),
            device,
            token.decode(),
            password.decode(),
            signing,
        )

    async def save_approval(self, approval: Approval) -> None:
        values = (approval.language, approval.hash, approval.by, approval.on_day)
        await self._write("INSERT OR REPLACE INTO approvals VALUES (?, ?, ?, ?)", values)

    async def approvals(self) -> dict[Language, Approval]:
        rows = await self._read("SELECT language, hash, by, on_day FROM approvals", ())
        return {Language(row[0]): Approval(Language(row[0]), *row[1:]) for row in rows}

    async def note(self, key: str, value: str) -> None:
        await self._write("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    async def noted(self, key: str) -> str | None:
        rows = await self._read("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    async def unnote(self, key: str) -> None:
        await self._write("DELETE FROM meta WHERE key = ?", (key,))

    async def _read(self, query: str, values: tuple[Any, ...]) -> list[Any]:
        rows: list[Any] = await self._db.run(lambda db: db.execute(query, values).fetchall())
        return rows

    async def _write(self, query: str, values: tuple[Any, ...]) -> None:
        await self._db.run(lambda db: db.execute(query, values) and None)
