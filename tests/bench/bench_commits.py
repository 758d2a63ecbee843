"""The decision's own commit against the raw durable commits of the same database file.

Both with the store's settings: encrypted, a write-ahead log, `synchronous=FULL`, `secure_delete`.
The raw commit writes one row as large as all that the verdict writes, on the same connection and
its own thread: a second connection would empty the other's cache at each of its commits, which no
running line meets. The two take turns in rounds, so that a slow moment of the disk meets both.
"""

import asyncio
import secrets
import tempfile
import time
from pathlib import Path
from typing import Any

from bot.channels.base import Account
from bot.rows import Errand, errand_bytes
from bot.security.devices import RoomId
from bot.storage.base import Destination, NewAction, NewRow, Verdict
from bot.storage.cases import CASE
from bot.storage.line import LineStore
from dialogs.model import (
    Language,
    Line,
    MessageId,
    OptionId,
    Progress,
    QuestionId,
    Say,
    StoryPart,
    TextRef,
)
from handoff.actions import Tell
from handoff.model import Case, CaseId, Stage
from tests.bench.figures import Figure

ROUNDS, A_ROUND = 41, 40
CASES = 100
RAW = "CREATE TABLE raw (number INTEGER PRIMARY KEY, body BLOB NOT NULL)"
SENTENCE = "Een man van het consulaat belt elke week mijn moeder. "


def measure() -> list[Figure]:
    ours, raw = asyncio.run(_measure())
    ratio = ours / raw
    return [
        Figure(
            f"durable decisions / raw durable commits of the same file, {ROUNDS * A_ROUND} each",
            f"{ours:.0f}/s / {raw:.0f}/s = {ratio:.0%}",
            "≥ 50%",
            ratio >= 0.5,
            {"decisions_per_s": ours, "raw_commits_per_s": raw, "commit_ratio": ratio},
        )
    ]


async def _measure() -> tuple[float, float]:
    """Of each, per second: all of it in all of its time, checkpoints of the log included."""
    with tempfile.TemporaryDirectory() as folder:
        path, key = Path(folder) / "line.db", secrets.token_bytes(32)
        store = LineStore(path, key)
        await store.open()
        try:
            await store._db.run(lambda db: db.execute(RAW))
            ours = raw = 0.0
            for number in range(ROUNDS):
                ours += await _decide(store, number)
                connection = store._db._connection
                assert connection
                raw += await connection.alone(lambda db: _commit(db, _size()))
        finally:
            await store.close()
    return ROUNDS * A_ROUND / ours, ROUNDS * A_ROUND / raw


async def _decide(store: LineStore, number: int) -> float:
    """Seconds for a round: each an inbox row done, a case saved, an outbox row, in one commit."""
    names = [f"${number}-{place}-{secrets.token_hex(20)}" for place in range(A_ROUND)]
    body = secrets.token_bytes(600)
    rows = [NewRow(Account.FRONT, name, _room(place), body) for place, name in enumerate(names)]
    await store.receive(Account.FRONT, {}, rows)
    verdicts = []
    for place in range(A_ROUND):
        seq = number * A_ROUND + place + 1
        verdicts.append(_verdict(seq, seq % CASES))
    began = time.perf_counter()
    for verdict in verdicts:
        await store.decide(verdict)
    took = time.perf_counter() - began
    assert await store.next_row() is None, "a decision left its row open"
    assert await store._db.run(lambda db: db.execute("DELETE FROM outbox").rowcount) == A_ROUND
    return took


def _verdict(seq: int, place: int) -> Verdict:
    case = _case(place, seq)
    action = NewAction(Destination(_room(place)), case.id, f"{seq}-0", _errand(place))
    return Verdict(seq=seq, hour=500_000, save=case, actions=(action,))


def _room(place: int) -> str:
    return f"!{place:043d}"


def _case(place: int, turn: int) -> Case:
    """A draft in the middle of the dialog: some answers, a story of five messages.

    Each turn changes it: what stays the same would not be written.
    """
    answers = {QuestionId(f"question-{n}"): (OptionId(f"option-{n}"),) for n in range(6)}
    story = tuple(StoryPart(TextRef(f"${turn + n:043d}"), SENTENCE * 3) for n in range(5))
    progress = Progress(
        at=QuestionId("more"),
        language=Language("nl"),
        answers=answers,
        story=story,
        trail=tuple(answers),
    )
    return Case(CaseId(f"{place:016x}"), Stage.DRAFT, progress)


def _errand(place: int) -> bytes:
    words = Say((Line(MessageId("story-more")),), (MessageId("yes"), MessageId("no")))
    return errand_bytes(Errand(Account.FRONT, RoomId(_room(place)), Tell(words)))


def _size() -> int:
    return len(CASE.dump_json(_case(0, 0))) + len(_errand(0))


def _commit(connection: Any, size: int) -> float:
    """Seconds for a round of raw commits: one new row each."""
    bodies = [secrets.token_bytes(size) for _ in range(A_ROUND)]
    began = time.perf_counter()
    for body in bodies:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO raw (body) VALUES (?)", (body,))
        connection.execute("COMMIT")
    return time.perf_counter() - began
