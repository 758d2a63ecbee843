"""The roster and what is proposed for it, in `identity.db`."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from bot.security.devices import MasterKey, PersonId
from bot.storage.people import Enrolled, Professional, Proposed
from bot.storage.sqlite import Database
from dialogs.model import Language
from handoff.roster import Role, Training

_ROSTER = """
SELECT person, master, compared, roles, training, languages, suspended FROM roster ORDER BY person
"""
_PROPOSALS = """
SELECT person, master, compared, roles, training, languages, code FROM proposals ORDER BY person
"""


class RosterTable:
    """Who works at the desk; `staff` writes it while the line runs."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def enrolled(self) -> Enrolled:
        """Everybody on the roster, and what is proposed for it."""

        def work(db: Any) -> Enrolled:
            return Enrolled(
                tuple(_professional(*row) for row in db.execute(_ROSTER).fetchall()),
                tuple(_proposed(*row) for row in db.execute(_PROPOSALS).fetchall()),
            )

        return await self._db.run(work)

    async def save_professional(self, professional: Professional) -> None:
        """As they are from now on; what was proposed for them is over."""

        def work(db: Any) -> None:
            _drop_proposal(db, professional.person)
            _enrol(db, professional)

        await self._db.run(work)

    async def remove_professional(self, person: PersonId) -> None:
        def work(db: Any) -> None:
            _drop_proposal(db, person)
            db.execute("DELETE FROM roster WHERE person = ?", (person,))

        await self._db.run(work)

    async def suspend(self, person: PersonId) -> None:
        query = "UPDATE roster SET suspended = 1 WHERE person = ?"
        await self._db.run(lambda db: db.execute(query, (person,)) and None)

    async def mark_compared(self, person: PersonId, master: MasterKey) -> None:
        """This key, on the roster or proposed for it, is what they read out."""

        def work(db: Any) -> None:
            where = " SET compared = 1 WHERE person = ? AND master = ?"
            db.execute("UPDATE roster" + where, (person, master))
            db.execute("UPDATE proposals" + where, (person, master))

        await self._db.run(work)

    async def propose(self, proposed: Proposed) -> None:
        values = (*_values(proposed.professional), proposed.code)
        query = "INSERT OR REPLACE INTO proposals VALUES (?, ?, ?, ?, ?, ?, ?)"
        await self._db.run(lambda db: db.execute(query, values) and None)

    async def settle(self, person: PersonId, code: str, *, accepted: bool) -> None:
        """Carry out or drop this proposal; nothing when it is another one by now."""

        def work(db: Any) -> None:
            for one in [_proposed(*row) for row in db.execute(_PROPOSALS).fetchall()]:
                if (one.professional.person, one.code) == (person, code):
                    _drop_proposal(db, person)
                    if accepted:
                        _enrol(db, one.professional)

        await self._db.run(work)

    async def version(self) -> int:
        """Another number after another process wrote here."""
        return await self._db.run(lambda db: int(db.execute("PRAGMA data_version").fetchone()[0]))


def _drop_proposal(db: Any, person: str) -> None:
    db.execute("DELETE FROM proposals WHERE person = ?", (person,))


def _enrol(db: Any, professional: Professional) -> None:
    values = (*_values(professional), int(professional.suspended))
    db.execute("INSERT OR REPLACE INTO roster VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def _values(one: Professional) -> tuple[Any, ...]:
    roles, training = _words(one.roles), _words(one.training)
    languages = " ".join(sorted(one.languages))
    return (one.person, one.master, int(one.compared), roles, training, languages)


def _words(enums: Iterable[Enum]) -> str:
    return " ".join(sorted(one.value for one in enums))


def _professional(
    person: str,
    master: str,
    compared: int,
    roles: str,
    training: str,
    languages: str,
    suspended: int = 0,
) -> Professional:
    return Professional(
        PersonId(person),
        MasterKey(master),
        bool(compared),
        frozenset(map(Role, roles.split())),
        frozenset(map(Training, training.split())),
        frozenset(map(Language, languages.split())),
        suspended=bool(suspended),
    )


def _proposed(*row: Any) -> Proposed:
    return Proposed(_professional(*row[:-1]), str(row[-1]))
