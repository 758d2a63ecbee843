"""Looking up cases and routes."""

from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

from bot.security.devices import PersonId, Pin, RoomId
from bot.storage.base import Route
from bot.storage.reading import read_stored
from bot.storage.sqlite import Database
from handoff.floor import Floor
from handoff.model import Case, CaseId, Stage
from handoff.moving import DeskRoom

CASE: TypeAdapter[Case] = TypeAdapter(Case)
"""How a case is written into its row."""
FLOOR: TypeAdapter[Floor] = TypeAdapter(Floor)
FLOOR_KEY = "floor"
DESK: TypeAdapter[DeskRoom] = TypeAdapter(DeskRoom)
DESK_KEY = "desk"
_ROUTES = "SELECT case_id, room, person, master, device FROM routes"


class CaseLookup:
    """The reading half of the store."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def case(self, case_id: CaseId) -> Case | None:
        return await self._case("SELECT body FROM cases WHERE id = ?", case_id)

    async def case_numbered(self, number: int) -> Case | None:
        return await self._case("SELECT body FROM cases WHERE number = ?", number)

    async def case_in_room(self, room: str) -> Case | None:
        return await self._case("SELECT body FROM cases WHERE case_room = ?", room)

    async def route_to(self, room: str) -> Route | None:
        return await self._route(_ROUTES + " WHERE room = ?", room)

    async def route_of(self, case_id: CaseId) -> Route | None:
        return await self._route(_ROUTES + " WHERE case_id = ?", case_id)

    async def routes(self) -> tuple[Route, ...]:
        rows = await self._db.run(lambda db: db.execute(_ROUTES).fetchall())
        return tuple(_route(row) for row in rows)

    async def case_readers(self) -> dict[RoomId, frozenset[PersonId]]:
        """Who may read in each case room."""
        query = "SELECT body FROM cases WHERE case_room IS NOT NULL"
        rows = await self._db.run(lambda db: db.execute(query).fetchall())
        cases = [read_stored(CASE, row[0]) for row in rows]
        return {
            RoomId(case.case_room): frozenset(map(PersonId, case.in_room))
            for case in cases
            if case.case_room
        }

    async def free_number(self, candidates: tuple[int, ...]) -> int:
        """The first of them that no open case has; a longer one when all are taken."""

        def work(db: Any) -> int:
            query = "SELECT 1 FROM cases WHERE number = ?"
            for number in candidates:
                if not db.execute(query, (number,)).fetchone():
                    return number
            highest = db.execute("SELECT MAX(number) FROM cases").fetchone()[0]
            return int(highest) + 1

        return await self._db.run(work)

    async def cases_waiting(self) -> tuple[Case, ...]:
        """The queue, the longest waiting first."""
        query = "SELECT body FROM cases WHERE stage = ?"
        stage = Stage.WAITING.value
        rows = await self._db.run(lambda db: db.execute(query, (stage,)).fetchall())
        cases = [read_stored(CASE, row[0]) for row in rows]
        return tuple(sorted(cases, key=lambda case: str(case.sent)))

    async def count_waiting(self, most: int) -> int:
        """How many cases wait; counted no further than `most`, and no case is read for it."""
        query = "SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE stage = ? LIMIT ?)"
        values = (Stage.WAITING.value, most)
        row = await self._db.run(lambda db: db.execute(query, values).fetchone())
        return int(row[0])

    async def cases_taken(self) -> tuple[Case, ...]:
        """Those that somebody at the desk has in hand."""
        query = "SELECT body FROM cases WHERE stage IN (?, ?, ?)"
        stages = tuple(stage.value for stage in (Stage.CLAIMED, Stage.LIVE, Stage.RESTING))
        rows = await self._db.run(lambda db: db.execute(query, stages).fetchall())
        cases = [read_stored(CASE, row[0]) for row in rows]
        return tuple(case for case in cases if case.claimant)

    async def floor(self) -> Floor:
        """The desk as it was left; an empty one before anybody has come to work."""
        query = "SELECT value FROM meta WHERE key = ?"
        row = await self._db.run(lambda db: db.execute(query, (FLOOR_KEY,)).fetchone())
        return read_stored(FLOOR, row[0]) if row else Floor()

    async def desk(self) -> DeskRoom | None:
        """Where the desk is; None as long as it is where it was founded."""
        query = "SELECT value FROM meta WHERE key = ?"
        row = await self._db.run(lambda db: db.execute(query, (DESK_KEY,)).fetchone())
        return read_stored(DESK, row[0]) if row else None

    async def untouched_since(self, stages: Iterable[str], hour: int) -> tuple[CaseId, ...]:
        """Cases in these stages whose time began at `hour` or before.

        It begins on the day a case is sent, and anew on the day it is closed; before, at the
        hour of the latest message.
        """
        query = "SELECT id FROM cases WHERE stage = ? AND touched <= ?"

        def work(db: Any) -> list[str]:
            return [row[0] for stage in stages for row in db.execute(query, (stage, hour))]

        return tuple(CaseId(found) for found in await self._db.run(work))

    async def quiet_by(self, hour: int) -> tuple[CaseId, ...]:
        """Cases whose reporter has been silent since `hour` or before, where that matters."""
        query = "SELECT id FROM cases WHERE quiet <= ?"
        rows = await self._db.run(lambda db: db.execute(query, (hour,)).fetchall())
        return tuple(CaseId(row[0]) for row in rows)

    async def began_by(self, case_id: CaseId, hour: int) -> bool:
        """Whether a case's time began at `hour` or before."""
        query = "SELECT 1 FROM cases WHERE id = ? AND touched <= ?"
        found = await self._db.run(lambda db: db.execute(query, (case_id, hour)).fetchone())
        return found is not None

    async def _case(self, query: str, value: str | int) -> Case | None:
        row = await self._db.run(lambda db: db.execute(query, (value,)).fetchone())
        return read_stored(CASE, row[0]) if row else None

    async def _route(self, query: str, value: str) -> Route | None:
        row = await self._db.run(lambda db: db.execute(query, (value,)).fetchone())
        return _route(row) if row else None


def _route(row: Any) -> Route:
    case_id, room, person, master, device = row
    return Route(CaseId(case_id), RoomId(room), Pin(person, master, device))
