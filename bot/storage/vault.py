"""Return codes, and what is sealed under them: rows that this machine cannot read by itself."""

import secrets
from collections.abc import Iterable
from typing import Any

from bot.errors import SealError
from bot.security.sealing import seal
from bot.storage.base import Kept, NewCode, Seal
from bot.storage.sqlite import Database
from handoff.model import CaseId

_SALT_BYTES = 32


class VaultLookup:
    """The reading half."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def line_salt(self) -> bytes:
        """What makes the codes of this file different from any other's; made once."""
        fresh = secrets.token_bytes(_SALT_BYTES)

        def work(db: Any) -> bytes:
            db.execute("INSERT OR IGNORE INTO meta VALUES ('salt', ?)", (fresh,))
            return bytes(db.execute("SELECT value FROM meta WHERE key = 'salt'").fetchone()[0])

        return await self._db.run(work)

    async def kept_at(self, locator: bytes) -> Kept | None:
        """The code and what is sealed, read as one: a new code could come in between."""
        return await self._db.run(lambda db: _kept(db, locator))

    async def sealed_count(self, case_id: CaseId) -> int:
        """How much is sealed of a case, so that nothing new is missed when it is opened."""
        return await self._db.run(lambda db: _count(db, case_id))


def _kept(db: Any, locator: bytes) -> Kept | None:
    query = "SELECT case_id, public, wrapped, word FROM codes WHERE locator = ?"
    row = db.execute(query, (locator,)).fetchone()
    if row is None:
        return None
    case_id, public, wrapped, word = row
    bodies = db.execute("SELECT body FROM sealed WHERE case_id = ? ORDER BY seq", (case_id,))
    code = NewCode(locator, CaseId(case_id), public, wrapped, bool(word))
    return Kept(code, tuple(row[0] for row in bodies.fetchall()))


def write_code(db: Any, code: NewCode) -> bool:
    """Replace the case's code; False, and nothing, when something would be lost by it."""
    case = db.execute("SELECT 1 FROM cases WHERE id = ?", (code.case_id,)).fetchone()
    if case is None or _count(db, code.case_id):
        return False
    db.execute("DELETE FROM codes WHERE case_id = ?", (code.case_id,))
    db.execute(
        "INSERT INTO codes (locator, case_id, public, wrapped, word) VALUES (?, ?, ?, ?, ?)",
        (code.locator, code.case_id, code.public, code.wrapped, int(code.word)),
    )
    return True


def write_seals(db: Any, seals: Iterable[Seal]) -> None:
    """Raises `SealError` for a case without a code: nobody could ever open it."""
    for one in seals:
        row = db.execute("SELECT public FROM codes WHERE case_id = ?", (one.case_id,)).fetchone()
        if row is None:
            raise SealError("a case without a return code cannot be sealed")
        body = seal(bytes(row[0]), one.case_id, one.plain)
        db.execute("INSERT INTO sealed (case_id, body) VALUES (?, ?)", (one.case_id, body))


def drop_sealed(db: Any, case_id: CaseId) -> None:
    db.execute("DELETE FROM sealed WHERE case_id = ?", (case_id,))


def drop_code(db: Any, case_id: CaseId) -> None:
    """Without the wrapped key nobody opens what was sealed, whatever of it a disk may keep."""
    db.execute("DELETE FROM codes WHERE case_id = ?", (case_id,))
    drop_sealed(db, case_id)


def _count(db: Any, case_id: CaseId) -> int:
    row = db.execute("SELECT COUNT(*) FROM sealed WHERE case_id = ?", (case_id,)).fetchone()
    return int(row[0])
