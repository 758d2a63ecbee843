"""`line.db`: everything that touches reporters. Two kinds of commit, both whole or not at all."""

import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.security.devices import PersonId, Pin, RoomId
from bot.storage import outgoing, schema
from bot.storage.base import (
    Copy,
    InboxRow,
    NewRow,
    OutboxRow,
    Outcome,
    Route,
    Verdict,
)
from bot.storage.reading import read_stored
from bot.storage.sqlite import Database
from handoff.model import Case, CaseId, Stage

_CASE: TypeAdapter[Case] = TypeAdapter(Case)
_ROUTES = "SELECT case_id, room, person, master, device FROM routes"


class LineStore:
    """The line's working memory on disk; also where the channels keep their durable state."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._db = Database(path, key)

    async def open(self) -> None:
        await self._db.open(schema.LINE)

    async def close(self) -> None:
        await self._db.close()

    async def prefix(self) -> str:
        """A random word of this file, so that its transaction ids never repeat another file's."""
        fresh = secrets.token_hex(4)

        def work(db: Any) -> str:
            db.execute("INSERT OR IGNORE INTO meta VALUES ('prefix', ?)", (fresh,))
            row = db.execute("SELECT value FROM meta WHERE key = 'prefix'").fetchone()
            return str(row[0])

        return await self._db.run(work)

    # ---- the channels' journal ----------------------------------------------------------------

    async def load(self, account: str) -> dict[tuple[str, str], bytes]:
        query = "SELECT kind, key, value FROM journal WHERE account = ?"
        rows = await self._db.run(lambda db: db.execute(query, (account,)).fetchall())
        return {(kind, key): value for kind, key, value in rows}

    async def save(self, account: str, changes: Mapping[tuple[str, str], bytes | None]) -> None:
        if changes:
            await self._db.run(lambda db: _write_journal(db, account, changes))

    # ---- the inbox ----------------------------------------------------------------------------

    async def receive(
        self,
        account: str,
        journal: Mapping[tuple[str, str], bytes | None],
        rows: Iterable[NewRow],
    ) -> None:
        """The first kind of commit: what a network answer brought, and the state it left."""
        incoming = tuple(rows)

        def work(db: Any) -> None:
            _write_journal(db, account, journal)
            _write_inbox(db, incoming)

        if journal or incoming:
            await self._db.run(work)

    async def next_row(self) -> InboxRow | None:
        query = (
            "SELECT seq, account, room, body FROM inbox WHERE body IS NOT NULL ORDER BY seq LIMIT 1"
        )
        row = await self._db.run(lambda db: db.execute(query).fetchone())
        return InboxRow(*row) if row else None

    async def decide(self, verdict: Verdict) -> None:
        """The second kind of commit: the inbox row done, the new state, the outbox rows."""
        await self._db.run(lambda db: _write_verdict(db, verdict))

    # ---- cases and routes ---------------------------------------------------------------------

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
        rows = await self._db.run(
            lambda db: db.execute(
                "SELECT case_id, room, person, master, device FROM routes"
            ).fetchall()
        )
        return tuple(_route(row) for row in rows)

    async def claimants(self) -> dict[RoomId, PersonId]:
        """Whose each case room is."""
        query = "SELECT body FROM cases WHERE case_room IS NOT NULL"
        rows = await self._db.run(lambda db: db.execute(query).fetchall())
        cases = [read_stored(_CASE, row[0]) for row in rows]
        return {
            RoomId(case.case_room): PersonId(case.claimant)
            for case in cases
            if case.case_room and case.claimant
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
        query = "SELECT body FROM cases WHERE stage = ? ORDER BY touched"
        stage = Stage.WAITING.value
        rows = await self._db.run(lambda db: db.execute(query, (stage,)).fetchall())
        cases = [read_stored(_CASE, row[0]) for row in rows]
        return tuple(sorted(cases, key=lambda case: str(case.sent)))

    async def untouched_since(self, stages: Iterable[str], hour: int) -> tuple[CaseId, ...]:
        """Cases in these stages whose time began at `hour` or before.

        It begins when a case is sent; before that and after closing, at the latest message.
        """
        query = "SELECT id FROM cases WHERE stage = ? AND touched <= ?"

        def work(db: Any) -> list[str]:
            return [row[0] for stage in stages for row in db.execute(query, (stage, hour))]

        return tuple(CaseId(found) for found in await self._db.run(work))

    async def began_by(self, case_id: CaseId, hour: int) -> bool:
        """Whether a case's time began at `hour` or before."""
        query = "SELECT 1 FROM cases WHERE id = ? AND touched <= ?"
        found = await self._db.run(lambda db: db.execute(query, (case_id, hour)).fetchone())
        return found is not None

    async def counters(self) -> dict[str, int]:
        query = "SELECT counter, SUM(count) FROM counters GROUP BY counter"
        rows = await self._db.run(lambda db: db.execute(query).fetchall())
        return dict(rows)

    # ---- the outbox ---------------------------------------------------------------------------

    async def outbox_heads(self) -> tuple[OutboxRow, ...]:
        """The first row of every destination that has any."""
        return await self._db.run(outgoing.heads)

    async def waits(self, row: OutboxRow) -> bool:
        """Whether the row is still to be performed; the end of its case may have dropped it."""
        return await self._db.run(lambda db: outgoing.waits(db, row))

    async def performed(self, row: OutboxRow, outcome: Outcome) -> None:
        """The row is done; what it made or dropped is committed with its end."""

        def work(db: Any) -> None:
            outgoing.finish(db, row, outcome)
            if outcome.result:
                _write_inbox(db, (outcome.result,))

        await self._db.run(work)

    async def copies_of(self, case_id: CaseId, ref: str) -> tuple[Copy, ...]:
        return await self._db.run(lambda db: outgoing.copies_of(db, case_id, ref))

    async def copies_in(self, room: str) -> tuple[Copy, ...]:
        return await self._db.run(lambda db: outgoing.copies_in(db, room))

    # ---- helpers ------------------------------------------------------------------------------

    async def _case(self, query: str, value: str | int) -> Case | None:
        row = await self._db.run(lambda db: db.execute(query, (value,)).fetchone())
        return read_stored(_CASE, row[0]) if row else None

    async def _route(self, query: str, value: str) -> Route | None:
        row = await self._db.run(lambda db: db.execute(query, (value,)).fetchone())
        return _route(row) if row else None


def _write_journal(db: Any, account: str, changes: Mapping[tuple[str, str], bytes | None]) -> None:
    for (kind, key), value in changes.items():
        if value is None:
            db.execute(
                "DELETE FROM journal WHERE account = ? AND kind = ? AND key = ?",
                (account, kind, key),
            )
        else:
            db.execute(
                "INSERT OR REPLACE INTO journal VALUES (?, ?, ?, ?)", (account, kind, key, value)
            )


def _write_inbox(db: Any, rows: Iterable[NewRow]) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO inbox (account, event, room, body) VALUES (?, ?, ?, ?)",
        [(row.account, row.event, row.room, row.body) for row in rows],
    )


def _write_verdict(db: Any, verdict: Verdict) -> None:
    # What the network may bring again is remembered as an empty row; our own events end here.
    kept = "UPDATE inbox SET body = NULL WHERE seq = ? AND room <> ''"
    if verdict.forget or not db.execute(kept, (verdict.seq,)).rowcount:
        db.execute("DELETE FROM inbox WHERE seq = ?", (verdict.seq,))
    if verdict.save:
        hour = verdict.hour if verdict.heard else _touched(db, verdict.save.id, verdict.hour)
        _write_case(db, verdict.save, hour)
    if verdict.drop:
        db.execute("DELETE FROM cases WHERE id = ?", (verdict.drop,))
        outgoing.drop_words(db, verdict.drop)
    if verdict.route:
        _write_route(db, verdict.route)
    outgoing.write_copies(db, verdict.copies)
    outgoing.add(db, verdict.actions, verdict.hour)
    for week, counter in verdict.counters:
        db.execute(
            "INSERT INTO counters VALUES (?, ?, 1)"
            " ON CONFLICT (week, counter) DO UPDATE SET count = count + 1",
            (week, counter),
        )


def _touched(db: Any, case_id: CaseId, default: int) -> int:
    row = db.execute("SELECT touched FROM cases WHERE id = ?", (case_id,)).fetchone()
    return int(row[0]) if row else default


def _write_case(db: Any, case: Case, hour: int) -> None:
    columns = (case.number, case.case_room, case.stage.value, hour)
    body = _CASE.dump_json(case)
    # Most turns change the body only; naming the other columns would rewrite their indexes.
    same = db.execute(
        "UPDATE cases SET body = ? WHERE id = ?"
        " AND number IS ? AND case_room IS ? AND stage = ? AND (number NOT NULL OR touched = ?)",
        (body, case.id, *columns),
    )
    if same.rowcount:
        return
    # Not REPLACE: a number or room already taken must fail, never push another case out.
    db.execute(
        "INSERT INTO cases (id, number, case_room, stage, touched, body) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET number = excluded.number,"
        " case_room = excluded.case_room, stage = excluded.stage,"
        # A sent case counts from the hour it was sent, so that nobody's writing makes it older.
        " touched = CASE WHEN excluded.number = number THEN touched ELSE excluded.touched END,"
        " body = excluded.body",
        (case.id, *columns, body),
    )


def _write_route(db: Any, route: Route) -> None:
    pin = route.pin
    db.execute(
        "INSERT INTO routes (case_id, room, person, master, device) VALUES (?, ?, ?, ?, ?)",
        (route.case_id, route.room, pin.person, pin.master, pin.device),
    )


def _route(row: Any) -> Route:
    case_id, room, person, master, device = row
    return Route(CaseId(case_id), RoomId(room), Pin(person, master, device))
