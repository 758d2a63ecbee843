"""Rows of the outbox, and the copies that sending leaves behind."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.security.devices import RoomId
from bot.storage import vault
from bot.storage.base import Copy, Destination, NewAction, OutboxRow, Outcome
from bot.storage.leaving import Added
from bot.storage.purging import mark_purge_due
from handoff.model import CaseId

_HEADS = """
SELECT seq, destination, case_id, txn, body, since FROM outbox
WHERE seq IN (SELECT MIN(seq) FROM outbox GROUP BY destination) ORDER BY seq
"""


def heads(db: Any) -> tuple[OutboxRow, ...]:
    """The first row of every destination, to look at: this reads the whole table."""
    return tuple(
        OutboxRow(seq, Destination(destination), case_id and CaseId(case_id), txn, body, since)
        for seq, destination, case_id, txn, body, since in db.execute(_HEADS).fetchall()
    )


def add(db: Any, actions: Iterable[NewAction], hour: int) -> list[Added]:
    """Put them into the outbox; answers with what was put there."""
    actions = tuple(actions)
    for action in actions:
        if action.ends_room:  # else words that nobody there can read would hold up its end
            db.execute("DELETE FROM outbox WHERE destination = ? AND words", (action.destination,))
    insert = (
        "INSERT INTO outbox (destination, case_id, txn, body, since, words)"
        " VALUES (?, ?, ?, ?, ?, ?)"
    )
    added: list[Added] = []
    for a in actions:
        values = (a.destination, a.case_id, a.txn, a.body, hour, int(a.words))
        added.append((db.execute(insert, values).lastrowid, a.destination))
    return added


def drop_words(db: Any, case_id: CaseId) -> None:
    """Nothing that was said in a case is sent, or stays here, once the case is gone."""
    db.execute("DELETE FROM outbox WHERE case_id = ? AND words", (case_id,))


def waits(db: Any, row: OutboxRow) -> bool:
    query = "SELECT 1 FROM outbox WHERE seq = ? AND txn = ?"
    return db.execute(query, (row.seq, row.txn)).fetchone() is not None


def finish(db: Any, row: OutboxRow, outcome: Outcome) -> list[Added] | None:
    """End a row together with everything it made or dropped; answers with the rows it made.

    None when a code could not be given: its result then tells of nothing that happened.
    """
    # A row dropped meanwhile has left its number to another.
    ended = db.execute("DELETE FROM outbox WHERE seq = ? AND txn = ?", (row.seq, row.txn))
    if outcome.code and not (ended.rowcount and vault.write_code(db, outcome.code)):
        return None
    write_copies(db, outcome.copies)
    db.executemany(
        "DELETE FROM copies WHERE account = ? AND room = ? AND event = ?",
        [(c.account, c.room, c.event) for c in outcome.dropped_copies],
    )
    if outcome.forgotten_room:
        forget_room(db, outcome.forgotten_room)
    return add(db, outcome.more, row.since)


def forget_room(db: Any, room: RoomId) -> None:
    """Every trace of a room that was left: its received events, copies and way back."""
    # On Signal a room is left unseen: what came meanwhile begins anew in it.
    left = "DELETE FROM inbox WHERE room = ? AND (body IS NULL OR room NOT LIKE 'signal:%')"
    db.execute(left, (room,))
    db.execute("DELETE FROM copies WHERE room = ?", (room,))
    db.execute("DELETE FROM routes WHERE room = ?", (room,))
    mark_purge_due(db)


def write_copies(db: Any, copies: Sequence[Copy]) -> None:
    if not copies:
        return  # of most decisions
    db.executemany(
        "INSERT OR REPLACE INTO copies (account, room, event, case_id, ref) VALUES (?, ?, ?, ?, ?)",
        [(c.account, c.room, c.event, c.case_id, c.ref) for c in copies],
    )


def copies_of(db: Any, case_id: CaseId, ref: str) -> tuple[Copy, ...]:
    query = "SELECT account, room, event, case_id, ref FROM copies WHERE case_id = ? AND ref = ?"
    return _copies(db.execute(query + " ORDER BY made", (case_id, ref)))


def copies_in(db: Any, room: str) -> tuple[Copy, ...]:
    return _copies(
        db.execute(
            "SELECT account, room, event, case_id, ref FROM copies WHERE room = ? ORDER BY made",
            (room,),
        )
    )


def copy_at(db: Any, room: str, event: str) -> Copy | None:
    query = "SELECT account, room, event, case_id, ref FROM copies WHERE room = ? AND event = ?"
    found = _copies(db.execute(query + " AND account IN ('front', 'desk')", (room, event)))
    return found[0] if found else None


def _copies(rows: Any) -> tuple[Copy, ...]:
    return tuple(
        Copy(account, RoomId(room), event, CaseId(case_id), ref)
        for account, room, event, case_id, ref in rows.fetchall()
    )
