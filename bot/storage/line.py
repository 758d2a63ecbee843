"""`line.db`: everything that touches reporters. Two kinds of commit, both whole or not at all."""

import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bot.security.keycell import KeyCell
from bot.storage import outgoing, retention, schema
from bot.storage.base import Copy, InboxRow, NewAction, NewRow, OutboxRow, Outcome, Verdict
from bot.storage.cases import CaseLookup
from bot.storage.incoming import Waiting, write_journal
from bot.storage.leaving import Leaving
from bot.storage.purging import PurgingDatabase, purge_is_due
from bot.storage.sqlite import Database
from bot.storage.vault import VaultLookup
from bot.storage.verdicts import write_verdict
from handoff.model import CaseId


class LineStore(CaseLookup, VaultLookup):
    """The line's working memory on disk; also where the channels keep their durable state."""

    def __init__(self, path: Path, key: bytes | KeyCell) -> None:
        """With a bare key nothing can be purged: that is for tests."""
        if isinstance(key, bytes):
            super().__init__(Database(path, key))
        else:
            super().__init__(PurgingDatabase(path, key))
        self._waiting = Waiting()
        self._leaving = Leaving()

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

    async def queue_once(self, name: str, actions: Iterable[NewAction], hour: int) -> None:
        """Actions that no event asked for; under the same name a second time nothing happens."""

        def work(db: Any) -> None:
            first = "INSERT OR IGNORE INTO meta VALUES (?, '')"
            if db.execute(first, (f"queued {name}",)).rowcount:
                self._leaving.add(db, outgoing.add(db, actions, hour))

        await self._db.run(work)

    # ---- purging ------------------------------------------------------------------------------

    async def purge_due(self) -> bool:
        """Whether something of a reporter was deleted since the last purge."""
        return await self._db.run(purge_is_due)

    async def purge(self) -> bool:
        """Make all that was deleted so far unreadable for ever; False when it must wait."""
        assert isinstance(self._db, PurgingDatabase)
        return await self._db.purge()

    # ---- retention ----------------------------------------------------------------------------

    async def end_day(self, day: int) -> None:
        """What is kept for a number of days only."""
        await self._db.run(lambda db: retention.end_day(db, day))

    async def overdue(self, hour: int, stages: Mapping[str, int]) -> dict[str, int]:
        """How many objects of each kind outstayed their limit; see `retention.overdue`."""
        return await self._db.run(lambda db: retention.overdue(db, hour, stages))

    # ---- the channels' journal ----------------------------------------------------------------

    async def load(self, account: str) -> dict[tuple[str, str], bytes]:
        query = "SELECT kind, key, value FROM journal WHERE account = ?"
        rows = await self._db.run(lambda db: db.execute(query, (account,)).fetchall())
        return {(kind, key): value for kind, key, value in rows}

    async def save(self, account: str, changes: Mapping[tuple[str, str], bytes | None]) -> None:
        if changes:
            await self._db.run(lambda db: write_journal(db, account, changes))

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
            write_journal(db, account, journal)
            self._waiting.add(db, incoming)

        if journal or incoming:
            await self._db.run(work)

    async def next_row(self) -> InboxRow | None:
        """The row whose turn it is; those of one room come in order."""
        return await self._db.run(self._waiting.next)

    async def decide(self, verdict: Verdict) -> None:
        """The second kind of commit: the inbox row done, the new state, the outbox rows."""

        def work(db: Any) -> None:
            self._leaving.add(db, write_verdict(db, verdict))
            self._waiting.decided(verdict.seq)
            self._waiting.add(db, verdict.rows)

        await self._db.run(work)

    async def counters(self) -> dict[str, int]:
        query = "SELECT counter, SUM(count) FROM counters GROUP BY counter"
        rows = await self._db.run(lambda db: db.execute(query).fetchall())
        return dict(rows)

    # ---- the outbox ---------------------------------------------------------------------------

    async def next_out(self) -> OutboxRow | None:
        """The row that is to leave next; its destination has no other one before `performed`."""
        return await self._db.run(self._leaving.next)

    async def outbox_heads(self) -> tuple[OutboxRow, ...]:
        """The first row of every destination that has any, to look at."""
        return await self._db.run(outgoing.heads)

    async def waits(self, row: OutboxRow) -> bool:
        """Whether the row is still to be performed; the end of its case may have dropped it."""
        return await self._db.run(lambda db: outgoing.waits(db, row))

    async def performed(self, row: OutboxRow, outcome: Outcome) -> None:
        """The row is done; what it made or dropped is committed with its end."""

        def work(db: Any) -> None:
            more = outgoing.finish(db, row, outcome)
            self._leaving.done(row)
            self._leaving.add(db, more or [])
            if more is not None and outcome.result:
                self._waiting.add(db, (outcome.result,))

        await self._db.run(work)

    async def copies_of(self, case_id: CaseId, ref: str) -> tuple[Copy, ...]:
        return await self._db.run(lambda db: outgoing.copies_of(db, case_id, ref))

    async def copies_in(self, room: str) -> tuple[Copy, ...]:
        return await self._db.run(lambda db: outgoing.copies_in(db, room))

    async def copy_at(self, room: str, event: str) -> Copy | None:
        """What is remembered of a message in a room of ours."""
        return await self._db.run(lambda db: outgoing.copy_at(db, room, event))

    async def came_from(self, room: str, event: str) -> bool:
        """Whether the event came from this room, within the days for which that is remembered."""
        query = "SELECT 1 FROM inbox WHERE room = ? AND event = ?"
        row = await self._db.run(lambda db: db.execute(query, (room, event)).fetchone())
        return row is not None

    async def heard_in(self, room: str) -> tuple[str, ...]:
        """The events that came from a room, as they are remembered; the oldest first."""
        query = "SELECT event FROM inbox WHERE room = ? ORDER BY seq"
        rows = await self._db.run(lambda db: db.execute(query, (room,)).fetchall())
        return tuple(str(row[0]) for row in rows)
