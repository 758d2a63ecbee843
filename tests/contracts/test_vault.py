"""What is sealed under a return code: whole with its case, gone with it, readable by no one."""

import secrets
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.errors import SealError
from bot.security.sealing import make_pair, open_sealed
from bot.storage import outgoing
from bot.storage.base import (
    Destination,
    NewAction,
    NewCode,
    NewRow,
    OutboxRow,
    Outcome,
    Route,
    Seal,
    Verdict,
)
from bot.storage.line import LineStore
from bot.storage.verdicts import write_verdict
from dialogs.model import Progress, StoryPart, TextRef
from handoff.model import Case, CaseId, Stage
from tests.contracts.test_store import KEY, _broken_at_every_statement, snapshot, verdict

CASE, OTHER = CaseId("c1"), CaseId("c2")
PAIR = make_pair()
CANARY = "CANARY-consulaat"
RESULT = NewRow("line", "code_ready:t", "", b"ready")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[LineStore]:
    store = LineStore(tmp_path / "line.db", KEY)
    await store.open()
    for name in (CASE, OTHER):
        await store.decide(Verdict(seq=0, hour=1, save=told(name)))
    yield store
    await store.close()


def told(name: CaseId, story: str = CANARY) -> Case:
    progress = Progress(story=(StoryPart(TextRef("r"), story),))
    return Case(name, Stage.LIVE, progress)


def a_code(case: CaseId = CASE, locator: bytes = b"place", public: bytes = PAIR.public) -> NewCode:
    return NewCode(locator, case, public, b"wrapped", word=False)


async def issued(store: LineStore, code: NewCode) -> OutboxRow:
    """Carry out the making of a code: the row, and the code committed with its end."""
    action = NewAction(Destination("code"), code.case_id, "t", b"x", words=True)
    await store.decide(Verdict(seq=0, hour=1, actions=(action,)))
    (row,) = await store.outbox_heads()
    await store.performed(row, Outcome(code=code, result=RESULT))
    return row


async def sealed(store: LineStore, *plain: bytes, case: CaseId = CASE) -> None:
    seals = tuple(Seal(case, one) for one in plain)
    await store.decide(Verdict(seq=0, hour=1, seals=seals))


async def opened(store: LineStore, locator: bytes = b"place") -> list[bytes]:
    kept = await store.kept_at(locator)
    assert kept
    return [open_sealed(PAIR.private, kept.code.case_id, one) for one in kept.sealed]


async def test_a_code_comes_with_the_end_of_its_row(store: LineStore) -> None:
    await issued(store, a_code())
    assert await store.outbox_heads() == ()
    kept = await store.kept_at(b"place")
    assert kept
    assert (kept.code.case_id, kept.sealed) == (CASE, ())
    assert await store.kept_at(b"elsewhere") is None
    row = await store.next_row()
    assert row
    assert row.body == b"ready"


async def test_a_new_code_replaces_the_old(store: LineStore) -> None:
    await issued(store, a_code(locator=b"old"))
    await issued(store, a_code(locator=b"new"))
    await issued(store, a_code(OTHER, b"other"))
    assert await store.kept_at(b"old") is None
    assert await store.kept_at(b"new")
    assert await store.kept_at(b"other")


async def test_the_same_code_made_twice_is_one(store: LineStore) -> None:
    """Killed between the making and its commit, the row is performed again."""
    row = await issued(store, a_code())
    await store.performed(row, Outcome(code=a_code(public=b"second"), result=RESULT))
    kept = await store.kept_at(b"place")
    assert kept
    assert kept.code.public == PAIR.public


async def test_no_code_replaces_one_under_which_something_is_sealed(store: LineStore) -> None:
    await issued(store, a_code())
    await sealed(store, b"said")
    while row := await store.next_row():
        await store.decide(Verdict(seq=row.seq, hour=1))
    await issued(store, a_code(locator=b"new"))
    assert await store.kept_at(b"new") is None
    assert await opened(store) == [b"said"]
    assert await store.next_row() is None  # nobody is told of a code that there is not


async def test_a_case_that_ended_meanwhile_gets_no_code(store: LineStore) -> None:
    action = NewAction(Destination("code"), CASE, "t", b"x", words=True)
    await store.decide(Verdict(seq=0, hour=1, actions=(action,)))
    (row,) = await store.outbox_heads()
    await store.decide(Verdict(seq=0, hour=1, drop=CASE))
    assert await store.outbox_heads() == ()  # the row held the code
    await store.performed(row, Outcome(code=a_code(), result=RESULT))
    assert await store.kept_at(b"place") is None
    assert await store.next_row() is None


async def test_what_is_sealed_opens_in_order_and_for_its_case_only(store: LineStore) -> None:
    await issued(store, a_code())
    await issued(store, a_code(OTHER, b"other"))
    await sealed(store, b"one", b"two")
    await sealed(store, b"for another", case=OTHER)
    await sealed(store, b"three")
    assert await opened(store) == [b"one", b"two", b"three"]
    assert await opened(store, b"other") == [b"for another"]
    assert await store.sealed_count(CASE) == 3
    assert await store.sealed_count(CaseId("nobody")) == 0


async def test_only_the_decision_that_takes_it_in_deletes_what_was_sealed(store: LineStore) -> None:
    await issued(store, a_code())
    await sealed(store, b"one", b"two")
    for _ in range(2):
        assert await opened(store) == [b"one", b"two"]
    await store.decide(Verdict(seq=0, hour=1, save=told(CASE), unseal=CASE))
    assert await opened(store) == []
    await sealed(store, b"again")
    assert await opened(store) == [b"again"]


async def test_what_is_taken_in_may_be_sealed_again_in_the_same_commit(store: LineStore) -> None:
    await issued(store, a_code())
    await sealed(store, b"one", b"two")
    again = (Seal(CASE, b"all of it"),)
    await store.decide(Verdict(seq=0, hour=1, unseal=CASE, seals=again))
    assert await opened(store) == [b"all of it"]


async def test_the_end_of_a_case_takes_its_code_and_seals_along(store: LineStore) -> None:
    await issued(store, a_code())
    await issued(store, a_code(OTHER, b"other"))
    await sealed(store, b"one")
    await sealed(store, b"two", case=OTHER)
    await store.decide(Verdict(seq=0, hour=1, drop=CASE))
    assert await store.kept_at(b"place") is None
    assert await store.sealed_count(CASE) == 0
    assert await opened(store, b"other") == [b"two"]


async def test_a_case_without_a_code_is_not_sealed_and_not_lost(store: LineStore) -> None:
    before = await snapshot(store)
    ended = Case(CASE, Stage.CLOSED, Progress())
    commit = Verdict(seq=0, hour=1, save=ended, seals=(Seal(CASE, CANARY.encode()),))
    with pytest.raises(SealError) as caught:
        await store.decide(commit)
    assert await snapshot(store) == before
    assert CANARY not in str(caught.value)


async def test_a_sealed_case_is_readable_in_no_row(store: LineStore) -> None:
    await issued(store, a_code())
    assert CANARY.encode().hex() in await snapshot(store)
    resting = Case(CASE, Stage.LIVE, Progress())
    await store.decide(Verdict(seq=0, hour=1, drop=OTHER))
    await store.decide(Verdict(seq=0, hour=1, save=resting, seals=(Seal(CASE, CANARY.encode()),)))
    assert CANARY.encode().hex() not in await snapshot(store)
    assert await opened(store) == [CANARY.encode()]


async def test_a_returning_reporter_takes_the_way_back_over(store: LineStore) -> None:
    """The new chat is the way to the case; the old one leads nowhere until it is left."""
    old, draft = verdict(0, "c1", "old"), verdict(0, "draft", "new")
    await store.decide(old)
    await store.decide(draft)
    assert draft.route
    taken = Route(CASE, draft.route.room, draft.route.pin)
    await store.decide(Verdict(seq=0, hour=1, save=told(CASE), drop=CaseId("draft"), route=taken))
    assert old.route
    left = await store.route_to(old.route.room)
    assert left
    assert await store.case(left.case_id) is None
    assert await store.route_of(CASE) == await store.route_to(taken.room) == taken


async def test_the_salt_of_a_line_is_its_own_and_stays(store: LineStore, tmp_path: Path) -> None:
    salt = await store.line_salt()
    assert len(salt) == 32
    assert await store.line_salt() == salt
    again = LineStore(tmp_path / "line.db", KEY)
    await again.open()
    other = LineStore(tmp_path / "other.db", KEY)
    await other.open()
    assert await again.line_salt() == salt
    assert await other.line_salt() != salt
    await again.close()
    await other.close()


async def test_sealing_is_whole_or_not_at_all(store: LineStore) -> None:
    await issued(store, a_code())
    await sealed(store, b"one")
    resting = Case(CASE, Stage.LIVE, Progress())
    commit = replace(
        verdict(0, "c3"),
        save=resting,
        unseal=CASE,
        seals=(Seal(CASE, b"one"), Seal(CASE, b"two")),
        drop=OTHER,
    )
    breaks = await _broken_at_every_statement(store, lambda db: write_verdict(db, commit))
    assert breaks >= 12
    assert await opened(store) == [b"one", b"two"]


async def test_a_code_is_given_whole_or_not_at_all(store: LineStore) -> None:
    await issued(store, a_code(locator=b"old"))
    action = NewAction(Destination("code"), CASE, "t2", b"x", words=True)
    await store.decide(Verdict(seq=0, hour=1, actions=(action,)))
    (row,) = await store.outbox_heads()

    def work(db: Any) -> None:
        assert outgoing.finish(db, row, Outcome(code=a_code(locator=b"new"))) is not None

    assert await _broken_at_every_statement(store, work) >= 4
    assert await store.kept_at(b"new")


def test_nothing_of_it_prints_itself() -> None:
    secret = secrets.token_hex(8)
    values = [Seal(CaseId(secret), secret.encode()), a_code(CaseId(secret), secret.encode())]
    assert secret not in repr(values)
