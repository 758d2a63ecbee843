"""What is kept for a time only, and whether anything outstayed it.

No row of the inbox has a time: which events came before a certain day is told by how far the
counter had come on that day. Where a time is stored it is a day, except where a promise is shorter
(`grain.py`): `cases.touched` of a draft and `cases.quiet` are hours, for the 24 hours of a draft
and of a silent reporter;
`outbox.since` is an hour, because what cannot be sent is given up after one or 24; so is the
`since` of a chat nobody uses, in the journal, which is left after 24.
"""

import json
from collections.abc import Mapping
from typing import Any

from bot.storage.coded import count_old_coded, drop_old_coded

EVENTS_KEPT_DAYS = 7
"""How long the line remembers which events it has decided, should a homeserver bring them again."""
WORDS_KEPT_HOURS = 48
"""Words that cannot be sent are given up after a day; another may pass in a queue behind others."""
ROOM_KEPT_HOURS = 48
"""An unused chat is left after a day, if its homeserver answers."""
_DAYS = "inbox by day"


def end_day(db: Any, day: int) -> None:
    """Once a day: forget which events came more than `EVENTS_KEPT_DAYS` ago."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_DAYS,)).fetchone()
    reached: dict[str, int] = json.loads(row[0]) if row else {}
    last = db.execute("SELECT MAX(seq) FROM inbox").fetchone()[0] or 0
    reached.setdefault(str(day), last)
    limit = _limit(reached, day - EVENTS_KEPT_DAYS)
    db.execute("DELETE FROM inbox WHERE seq <= ? AND body IS NULL", (limit,))
    drop_old_coded(db, day * 24)
    kept = {one: seq for one, seq in reached.items() if int(one) >= day - EVENTS_KEPT_DAYS}
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_DAYS, json.dumps(kept).encode()))


def _limit(reached: Mapping[str, int], day: int) -> int:
    return max((seq for one, seq in reached.items() if int(one) <= day), default=0)


_ORPHANS = {
    "codes": "SELECT COUNT(*) FROM codes WHERE case_id NOT IN (SELECT id FROM cases)",
    "sealed": "SELECT COUNT(*) FROM sealed WHERE case_id NOT IN (SELECT id FROM cases)",
    # What is about to be left or redacted has a row in the outbox that says so.
    "routes": "SELECT COUNT(*) FROM routes WHERE case_id NOT IN (SELECT id FROM cases)"
    " AND room NOT IN (SELECT destination FROM outbox)",
    "copies": "SELECT COUNT(*) FROM copies WHERE case_id NOT IN (SELECT id FROM cases)"
    " AND room NOT IN (SELECT destination FROM outbox)",
}


def overdue(db: Any, hour: int, stages: Mapping[str, int]) -> dict[str, int]:
    """How many objects of each kind are older than their limit, or belong to nothing any more.

    `stages` names for each stage the hour at or before which its cases should have gone.
    """
    found = {kind: int(db.execute(query).fetchone()[0]) for kind, query in _ORPHANS.items()}
    query = "SELECT COUNT(*) FROM cases WHERE stage = ? AND touched <= ?"
    for stage, limit in stages.items():
        found[f"cases {stage}"] = int(db.execute(query, (stage, limit)).fetchone()[0])
    query = "SELECT COUNT(*) FROM outbox WHERE words AND since <= ?"
    found["outbox"] = int(db.execute(query, (hour - WORDS_KEPT_HOURS,)).fetchone()[0])
    found["inbox"] = _old_events(db, hour // 24)
    found["coded"] = count_old_coded(db, hour - 24)  # they are dropped once a day
    found["rooms"] = _unused_rooms(db, hour - ROOM_KEPT_HOURS)
    return found


def _old_events(db: Any, day: int) -> int:
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_DAYS,)).fetchone()
    limit = _limit(json.loads(row[0]), day - EVENTS_KEPT_DAYS - 1) if row else 0
    query = "SELECT COUNT(*) FROM inbox WHERE seq <= ? AND body IS NULL"
    return int(db.execute(query, (limit,)).fetchone()[0])


def _unused_rooms(db: Any, limit: int) -> int:
    """Chats of the front in which nothing was ever said; the channel notes since when."""
    query = (
        "SELECT value FROM journal WHERE account = 'front' AND kind = 'room'"
        " AND key NOT IN (SELECT room FROM routes)"
    )
    rooms = [json.loads(row[0]) for row in db.execute(query)]
    return sum(0 < room.get("since", 0) <= limit for room in rooms)
