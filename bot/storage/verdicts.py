"""Writing what a decision changed."""

from typing import Any

from bot.clock import hour_of
from bot.storage import outgoing, vault
from bot.storage.base import Route, Verdict
from bot.storage.cases import CASE, DESK, DESK_KEY, FLOOR, FLOOR_KEY
from bot.storage.coded import write_coded
from bot.storage.grain import coarse, touched
from bot.storage.leaving import Added
from bot.storage.purging import mark_purge_due
from handoff.model import Case, CaseId


def write_verdict(db: Any, verdict: Verdict) -> list[Added]:
    """Everything one decision changes; answers with what is to be sent."""
    # What the network may bring again is remembered as an empty row; our own events end here.
    kept = "UPDATE inbox SET body = NULL WHERE seq = ? AND room <> ''"
    if verdict.forget or not db.execute(kept, (verdict.seq,)).rowcount:
        db.execute("DELETE FROM inbox WHERE seq = ?", (verdict.seq,))
    if verdict.save:
        hour = verdict.hour if verdict.heard else _touched(db, verdict.save.id, verdict.hour)
        write_case(db, verdict.save, hour)
    if verdict.drop:
        db.execute("DELETE FROM cases WHERE id = ?", (verdict.drop,))
        vault.drop_code(db, verdict.drop)
        outgoing.drop_words(db, verdict.drop)
    if verdict.unseal:
        vault.drop_sealed(db, verdict.unseal)
    vault.write_seals(db, verdict.seals)
    if verdict.drop or verdict.erases or verdict.seals or verdict.unseal:
        mark_purge_due(db)
    if verdict.route:
        if verdict.drop:
            _take_over(db, verdict.route, verdict.drop)
        write_route(db, verdict.route)
    _write_desk(db, verdict)
    write_coded(db, verdict.coded)
    outgoing.write_copies(db, verdict.copies)
    for week, counter in verdict.counters:
        db.execute(
            "INSERT INTO counters VALUES (?, ?, 1)"
            " ON CONFLICT (week, counter) DO UPDATE SET count = count + 1",
            (week, counter),
        )
    return outgoing.add(db, verdict.actions, verdict.hour)


def _write_desk(db: Any, verdict: Verdict) -> None:
    """Who is at work, and where."""
    put = "INSERT OR REPLACE INTO meta VALUES (?, ?)"
    if verdict.floor:
        db.execute(put, (FLOOR_KEY, FLOOR.dump_json(verdict.floor)))
    if verdict.desk:
        db.execute(put, (DESK_KEY, DESK.dump_json(verdict.desk)))


def _touched(db: Any, case_id: CaseId, default: int) -> int:
    row = db.execute("SELECT touched FROM cases WHERE id = ?", (case_id,)).fetchone()
    return int(row[0]) if row else default


def write_case(db: Any, case: Case, hour: int) -> None:
    quiet = hour_of(case.quiet_since) if case.quiet_since else None
    columns = (case.number, case.case_room, case.stage.value, quiet, touched(case, hour))
    body = CASE.dump_json(coarse(case), exclude_defaults=True)
    # Most turns change the body only; naming the other columns would rewrite their indexes.
    same = db.execute(
        "UPDATE cases SET body = ? WHERE id = ?"
        " AND number IS ? AND case_room IS ? AND stage = ? AND quiet IS ?"
        " AND (number NOT NULL OR stage = 'closed' OR touched = ?)",
        (body, case.id, *columns),
    )
    if same.rowcount:
        return
    # Not REPLACE: a number or room already taken must fail, never push another case out.
    db.execute(
        "INSERT INTO cases (id, number, case_room, stage, quiet, touched, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET number = excluded.number,"
        " case_room = excluded.case_room, stage = excluded.stage, quiet = excluded.quiet,"
        # A sent case counts from the day it was sent, and a closed one from its end: nobody's
        # writing makes either last longer.
        " touched = CASE WHEN excluded.number = number"
        " OR (stage = 'closed' AND excluded.stage = 'closed')"
        " THEN touched ELSE excluded.touched END,"
        " body = excluded.body",
        (case.id, *columns, body),
    )


def _take_over(db: Any, route: Route, draft: CaseId) -> None:
    """The chat of a draft becomes the way of a case that is older."""
    db.execute("DELETE FROM routes WHERE case_id = ?", (draft,))
    # Until an earlier chat is left, what comes from there must not count as a new conversation.
    db.execute("UPDATE routes SET case_id = ? WHERE case_id = ?", (draft, route.case_id))
    db.execute("UPDATE copies SET case_id = ? WHERE case_id = ?", (route.case_id, draft))


def write_route(db: Any, route: Route) -> None:
    pin = route.pin
    db.execute(
        "INSERT INTO routes (case_id, room, person, master, device) VALUES (?, ?, ?, ?, ?)",
        (route.case_id, route.room, pin.person, pin.master, pin.device),
    )
