"""Return codes through the real outbox and database: made, tried, opened, and never in the way."""

import asyncio
import logging
import threading
import time
import traceback
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from argon2.exceptions import HashingError

from bot import returning
from bot.channels.base import Account
from bot.deciding.ruling import Ruling
from bot.errors import TryLater
from bot.inbox import _verdict
from bot.rows import CodeReady, CodeTried, Errand, Tried, read_errand, read_event
from bot.security import codes
from bot.security.codes import Derivation, Slowness
from bot.security.devices import PersonId, Pin, RoomId
from bot.storage.base import InboxRow, Route, Seal, Verdict
from dialogs.model import Progress
from dialogs.returncode import ReturnCode, make_code
from handoff.actions import IssueCode, TryCode
from handoff.model import Case, CaseId, Stage
from tests.bot.memory_line import CHAT, LEILA, MemoryLine, device_of, memory_line
from tests.figure import Figure

CASE, DRAFT = CaseId("the case"), CaseId("the draft")
OTHER_CHAT, OMID = RoomId("!other:people.test"), PersonId("@omid:people.test")
CODE, UNKNOWN = make_code(bytes(32)), make_code(bytes(31) + b"1")
OTHERS = make_code(bytes(31) + b"2")
SAID = b"CANARY-consulaat"


@pytest.fixture
async def line(line: MemoryLine) -> MemoryLine:
    """With a case, and a draft of somebody who comes from elsewhere."""
    await line.store.decide(Verdict(seq=0, hour=1, save=Case(CASE, Stage.LIVE, Progress())))
    await begin(line, DRAFT, OTHER_CHAT)
    return line


async def begin(line: MemoryLine, case: CaseId, room: RoomId, who: PersonId = LEILA) -> None:
    pin = Pin.of(device_of(who))
    draft = Case(case, Stage.DRAFT, Progress())
    await line.store.decide(Verdict(seq=0, hour=1, save=draft, route=Route(case, room, pin)))
    line.pins.conversations[room] = pin


async def ask(
    line: MemoryLine, case: CaseId, *actions: IssueCode | TryCode, room: RoomId = OTHER_CHAT
) -> None:
    """Put actions in the outbox, as a decision about the case does."""
    errands = tuple(
        Errand(Account.FRONT, room if isinstance(action, TryCode) else None, action)
        for action in actions
    )
    row = InboxRow(1000 + next(line.events), "line", "", b"")
    await line.store.decide(_verdict(row, Ruling(case, errands=errands), line.clock[0]))


async def performed(line: MemoryLine) -> list[CodeReady | CodeTried]:
    """Perform what waits; the events that follow, each decided with nothing."""
    while heads := await line.store.outbox_heads():
        for head in heads:
            await line.outbox._until_done(head)
    events: list[CodeReady | CodeTried] = []
    while row := await line.store.next_row():
        event = read_event(row.body)
        assert isinstance(event, CodeReady | CodeTried)
        events.append(event)
        await line.store.decide(Verdict(seq=row.seq, hour=1))
    return events


async def issue(line: MemoryLine, code: ReturnCode = CODE, word: str | None = None) -> CodeReady:
    await ask(line, CASE, IssueCode(code, word))
    (ready,) = await performed(line)
    assert isinstance(ready, CodeReady)
    return ready


async def tried(line: MemoryLine, code: ReturnCode = CODE, word: str | None = None) -> CodeTried:
    await ask(line, DRAFT, TryCode(code, word))
    (event,) = await performed(line)
    assert isinstance(event, CodeTried)
    assert (event.case, event.code, event.word) == (DRAFT, code, word)
    return event


async def seal(line: MemoryLine, *plain: bytes) -> None:
    seals = tuple(Seal(CASE, one) for one in plain)
    await line.store.decide(Verdict(seq=0, hour=1, seals=seals))


async def test_a_code_opens_what_was_sealed_under_it(line: MemoryLine) -> None:
    ready = await issue(line)
    assert (ready.case, ready.code) == (CASE, CODE)
    before = await tried(line)
    assert (before.outcome, before.found, before.content) == (Tried.OPENED, CASE, ())
    await seal(line, SAID, b"\xff\x00 any bytes")
    for _ in range(2):  # opening deletes nothing
        after = await tried(line)
        assert (after.outcome, after.found) == (Tried.OPENED, CASE)
        assert after.content == (SAID, b"\xff\x00 any bytes")


async def test_an_unknown_code_opens_nothing(line: MemoryLine) -> None:
    await issue(line)
    event = await tried(line, UNKNOWN)
    assert (event.outcome, event.found, event.content) == (Tried.WRONG, None, ())


async def test_with_a_code_word_nothing_opens_without_it(line: MemoryLine) -> None:
    await issue(line, word="Apple  Tree")
    await seal(line, SAID)
    outcomes = []
    for word in (None, "  ", "pear", "apple tree"):
        event = await tried(line, word=word)
        outcomes.append(event.outcome)
        if event.outcome is not Tried.OPENED:
            assert (event.found, event.content) == (None, ())
    needed = Tried.WORD_NEEDED
    assert outcomes == [needed, needed, Tried.WORD_WRONG, Tried.OPENED]
    assert event.content == (SAID,)


async def test_a_word_where_there_is_none_is_no_obstacle(line: MemoryLine) -> None:
    await issue(line)
    assert (await tried(line, word="anything")).outcome is Tried.OPENED
    await issue(line, word=" ")
    assert (await tried(line)).outcome is Tried.OPENED


async def test_known_and_unknown_codes_cost_the_same(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    work: list[int] = []
    stretched = codes.Derivation._stretched

    def counted(self: codes.Derivation, secret: bytes, length: int) -> bytes:
        work.append(length)
        return stretched(self, secret, length)

    monkeypatch.setattr(codes.Derivation, "_stretched", counted)
    await issue(line, word="apple")
    done = []
    for code, word in ((CODE, None), (UNKNOWN, None), (CODE, "pear"), (UNKNOWN, "pear")):
        work.clear()
        line.clock[0] += timedelta(hours=1)
        await tried(line, code, word)
        done.append(tuple(work))
    assert done[0] == done[1]
    assert done[2] == done[3]
    assert (len(done[0]), len(done[2])) == (1, 2)


async def test_after_three_wrong_tries_the_sender_waits_and_nobody_else(line: MemoryLine) -> None:
    await issue(line, word="apple")
    outcomes = [(await tried(line, UNKNOWN)).outcome for _ in range(2)]
    outcomes += [(await tried(line, word="pear")).outcome for _ in range(2)]
    assert outcomes == [Tried.WRONG, Tried.WRONG, Tried.WORD_WRONG, Tried.WAIT]
    assert (await tried(line, word="apple")).outcome is Tried.WAIT
    await begin(line, CaseId("new draft"), CHAT)  # a new chat is no new chance
    await ask(line, CaseId("new draft"), TryCode(CODE, "apple"), room=CHAT)
    await begin(line, CaseId("another's"), RoomId("!omid"), OMID)
    await ask(line, CaseId("another's"), TryCode(CODE, "apple"), room=RoomId("!omid"))
    same, another = await performed(line)
    assert isinstance(same, CodeTried)
    assert isinstance(another, CodeTried)
    assert (same.outcome, another.outcome) == (Tried.WAIT, Tried.OPENED)
    line.clock[0] += timedelta(minutes=16)
    assert (await tried(line, word="apple")).outcome is Tried.OPENED


async def test_a_word_is_not_guessed_by_many_accounts(line: MemoryLine) -> None:
    """Whoever stole a code has as many accounts as they like; the word has ten tries a day."""
    await issue(line, word="kers")
    await issue_another(line)
    outcomes = []
    for number in range(12):
        case, room = CaseId(f"draft {number}"), RoomId(f"!{number}:people.test")
        await begin(line, case, room, PersonId(f"@thief{number}:people.test"))
        await ask(
            line, case, TryCode(CODE, "kers" if number == 11 else f"peer {number}"), room=room
        )
        (event,) = await performed(line)
        assert isinstance(event, CodeTried)
        outcomes.append(event.outcome)
    assert outcomes == [Tried.WORD_WRONG] * 10 + [Tried.WAIT] * 2
    assert (await tried(line, OTHERS, "pruim")).outcome is Tried.OPENED, "only that one code waits"


async def issue_another(line: MemoryLine) -> None:
    other = CaseId("another case")
    await line.store.decide(Verdict(seq=0, hour=1, save=Case(other, Stage.LIVE, Progress())))
    await ask(line, other, IssueCode(OTHERS, "pruim"))
    await performed(line)


async def test_what_was_opened_before_more_was_sealed_is_tried_again(line: MemoryLine) -> None:
    """A colleague's line came between: nothing of it may be missed, and nothing deleted."""
    await issue(line)
    await seal(line, SAID)
    await ask(line, DRAFT, TryCode(CODE))
    (head,) = await line.store.outbox_heads()
    await line.outbox._until_done(head)
    await seal(line, b"more")
    row = await line.store.next_row()
    assert row
    await line.inbox._decide(row)
    assert line.faults == []
    (event,) = await performed(line)
    assert isinstance(event, CodeTried)
    assert event.content == (SAID, b"more")


async def test_a_try_whose_chat_has_ended_is_not_made(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    await issue(line)
    await ask(line, DRAFT, TryCode(CODE))
    (head,) = await line.store.outbox_heads()
    await line.store.decide(Verdict(seq=0, hour=1, drop=DRAFT))
    monkeypatch.setattr(returning, "_derived", None)
    await line.outbox._until_done(head)
    assert await performed(line) == []


async def test_performed_twice_nothing_is_harmed(line: MemoryLine) -> None:
    """Killed after the work and before its commit, both are done again."""
    perform = line.outbox._performing.perform
    await ask(line, CASE, IssueCode(CODE))
    (head,) = await line.store.outbox_heads()
    lost = await perform(head, read_errand(head.body))
    assert lost.code
    await performed(line)
    kept = await line.store.kept_at(lost.code.locator)
    assert kept
    assert kept.code.public != lost.code.public
    await seal(line, SAID)
    await ask(line, DRAFT, TryCode(CODE))
    (head,) = await line.store.outbox_heads()
    await perform(head, read_errand(head.body))
    (event,) = await performed(line)
    assert isinstance(event, CodeTried)
    assert event.content == (SAID,)


async def test_without_memory_it_is_tried_later(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "hash_secret_raw", _no_memory)
    await ask(line, DRAFT, TryCode(CODE))
    (head,) = await line.store.outbox_heads()
    with pytest.raises(TryLater) as caught:
        await line.outbox._performing.perform(head, read_errand(head.body))
    assert CODE not in "".join(traceback.format_exception(caught.value))


def _no_memory(**_: object) -> bytes:
    raise HashingError("Memory allocation error")


# ---- many at once -------------------------------------------------------------------------------


class Gate:
    """Holds the first derivation back until it is opened; remembers the order of all."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.order: list[type] = []
        self._derived = returning._derived
        self._running = 0

    def __call__(self, derivation: Derivation, action: IssueCode | TryCode) -> Any:
        self._running += 1
        assert self._running == 1  # each takes 64 MiB
        self.order.append(type(action))
        assert self.open.wait(60)
        derived = self._derived(derivation, action)
        self._running -= 1
        return derived


async def _many_drafts(line: MemoryLine, count: int) -> None:
    for number in range(count):
        room, draft = RoomId(f"!room{number}"), CaseId(f"draft{number}")
        await begin(line, draft, room, PersonId(f"@person{number}"))
        await ask(line, draft, TryCode(UNKNOWN), room=room)


async def test_a_hundred_waiting_tries_hold_up_neither_a_new_code_nor_a_message(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    monkeypatch.setattr(returning, "_derived", gate)
    turn = line.outbox._performing._ways[IssueCode].__self__._turn  # type: ignore[attr-defined]
    await _many_drafts(line, 100)
    async with asyncio.timeout(60):
        running = asyncio.create_task(line.outbox.run())
        while not gate.order:
            await asyncio.sleep(0)
        await line.writes("hello")
        row = await line.store.next_row()
        assert row
        await line.inbox._decide(row)
        while not line.texts():  # though no code is done yet
            await asyncio.sleep(0)
        await ask(line, CASE, IssueCode(CODE))
        line.decided.set()
        while not turn._waiters:  # the new code; the tries wait elsewhere
            await asyncio.sleep(0)
        gate.open.set()
        while await line.store.outbox_heads():
            await asyncio.sleep(0.01)
        running.cancel()
    assert len(gate.order) == 101
    assert gate.order.index(IssueCode) == 1


async def _stall(line: MemoryLine) -> float:
    """The longest that the loop stood still while the outbox emptied itself."""
    longest, last = 0.0, time.perf_counter()
    running = asyncio.create_task(line.outbox.run())
    while await line.store.outbox_heads():
        for _ in range(100):
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
    running.cancel()
    return longest


@pytest.mark.parametrize("tries", [4, pytest.param(100, marks=pytest.mark.nightly)])
async def test_the_loop_goes_on_while_codes_are_tried_at_their_full_cost(
    tmp_path: Path, figure: Figure, tries: int
) -> None:
    async with memory_line(tmp_path, slowness=Slowness()) as line:
        await _many_drafts(line, tries)
        idle = await _idle_stall()
        began = time.perf_counter()
        stall = await _stall(line)
        each = (time.perf_counter() - began) / tries
        while row := await line.store.next_row():
            event = read_event(row.body)
            assert isinstance(event, CodeTried)
            assert event.outcome is Tried.WRONG
            await line.store.decide(Verdict(seq=row.seq, hour=1))
    figure(
        f"loop stall during {tries} tries of a code at {each * 1000:.0f} ms each",
        f"{stall * 1000:.1f} ms (idle {idle * 1000:.1f} ms)",
    )


async def _idle_stall() -> float:
    longest, last = 0.0, time.perf_counter()
    for _ in range(300):
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest


# ---- nothing is told ----------------------------------------------------------------------------


async def test_neither_code_nor_word_nor_content_is_printed(
    line: MemoryLine, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    await issue(line, word="CANARY-word")
    await seal(line, SAID)
    event = await tried(line, word="CANARY-word")
    assert event.content == (SAID,)
    shown = repr(event) + caplog.text + "".join(capfd.readouterr())
    assert not [secret for secret in (CODE, "CANARY") if secret in shown]


async def test_a_seal_that_fails_is_set_aside_and_said_nowhere(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A decision that seals for a code that there is not: a fault of ours stops nobody else."""
    await line.writes("hello")
    row = await line.store.next_row()
    assert row

    async def sealing(*_: Any) -> Ruling:
        return Ruling(CASE, seals=(Seal(CASE, SAID),))

    monkeypatch.setattr(line.inbox._deciding, "decide", sealing)
    await line.inbox._decide(row)
    await line.settle()
    assert await line.store.sealed_count(CASE) == 0
    assert len(line.texts()) == 1  # the reporter is told
    assert "CANARY" not in "".join(capfd.readouterr())


@pytest.mark.parametrize("code", [CODE, UNKNOWN])
async def test_no_code_that_was_tried_lingers_on_the_disk(
    line: MemoryLine, code: ReturnCode
) -> None:
    """With a code and the disk of the line, what rests could be read."""
    await issue(line)
    await line.store._db.run(lambda db: db.execute("DELETE FROM meta WHERE key = 'purge_due'"))
    assert not await line.store.purge_due()
    await ask(line, DRAFT, TryCode(code))
    await line.settle()
    assert line.faults == []
    assert await line.store.purge_due()
