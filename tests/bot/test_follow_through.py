"""What was sent is remembered, so that it can be taken back."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.channels.base import Account, EventId, TransactionId
from bot.clearing import REFUSALS
from bot.errors import Refused
from bot.rows import Errand, errand_bytes, read_errand
from bot.security.devices import RoomId
from bot.storage.base import Destination, NewAction, NewRow, OutboxRow, Verdict
from dialogs.model import Line, MessageId, Say, TextRef
from handoff.actions import CaseAction, ClearChat, RedactCopies, Side, Tell
from tests.bot.memory_line import ANNA, CHAT, PERSON_NOW, MemoryLine

CODE = TextRef("shown")


async def _perform(line: MemoryLine, *actions: CaseAction) -> None:
    """Put these in the outbox as a decision about the one case does, and send."""
    case = await line.case()
    assert case
    await line.store.receive("line", {}, [NewRow("line", line.fresh(), "", b"{}")])
    row = await line.store.next_row()
    assert row
    bodies = [errand_bytes(Errand(Account.FRONT, CHAT, action)) for action in actions]
    rows = tuple(
        NewAction(Destination(CHAT), case.id, f"{row.seq}-{place}", body)
        for place, body in enumerate(bodies)
    )
    await line.store.decide(Verdict(seq=row.seq, hour=0, actions=rows))
    await line.settle()


async def test_a_told_text_can_be_taken_back_by_its_name(line: MemoryLine) -> None:
    """What shows a secret must not stay on the screen; the rest of the chat does."""
    await line.intake(PERSON_NOW)
    case = await line.case()
    assert case
    await _perform(line, Tell(Say((Line(MessageId("ok")),)), CODE))
    shown = line.front.sent[-1].event
    assert [copy.event for copy in await line.store.copies_of(case.id, CODE)] == [shown]
    await _perform(line, RedactCopies(CODE, Side.REPORTER))
    assert line.front.redacted == [(CHAT, shown)]
    assert await line.store.copies_of(case.id, CODE) == ()


async def test_every_text_in_a_reporters_chat_is_remembered(line: MemoryLine) -> None:
    """By its room, for the day it must go; nothing is remembered before a conversation exists."""
    await line.intake(PERSON_NOW)
    sent = [sent.event for sent in line.front.sent if sent.room == CHAT]
    assert [copy.event for copy in await line.store.copies_in(CHAT)] == sent


async def heads(line: MemoryLine) -> list[OutboxRow]:
    """What waits to be sent in the chat."""
    found = await line.store.outbox_heads()
    return [row for row in found if row.destination == Destination(CHAT)]


async def _erase(line: MemoryLine) -> None:
    for _ in range(2):
        await line.writes("erase")
        await line.settle()


async def test_erasing_takes_back_what_both_wrote_and_then_says_so(line: MemoryLine) -> None:
    """The newest first; the last words stay, for they say what is left to do."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    await line.writes("Good morning.", room, ANNA)
    mine = await line.writes("He called again.")
    await line.settle()
    ours = [sent.event for sent in line.front.sent if sent.room == CHAT]
    await _erase(line)
    *asked, farewell = [sent.event for sent in line.front.sent if sent.room == CHAT][len(ours) :]
    gone = [event for where, event in line.front.redacted if where == CHAT]
    assert gone[: len(ours) + len(asked)] == [*reversed(asked), *reversed(ours)]
    assert mine in gone
    assert farewell not in gone
    assert "removed what I wrote" in line.front.sent[-1].message.text
    assert CHAT in line.front.left
    assert set((await line.rows()).values()) == {0}


async def test_a_room_that_guards_the_reporters_words_is_not_asked_for_each(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the right to redact others' messages the rest goes on all the same."""
    await line.intake(PERSON_NOW)
    tries: list[EventId] = []
    real = line.front.redact

    async def redact(room: RoomId, event: EventId, txn: TransactionId) -> None:
        if event.startswith("$event"):
            tries.append(event)
            raise Refused("not allowed")
        await real(room, event, txn)

    monkeypatch.setattr(line.front, "redact", redact)
    await _erase(line)
    assert len(tries) == REFUSALS
    assert line.front.redacted
    assert CHAT in line.front.left


async def test_the_end_of_its_time_clears_the_chat_without_a_word(line: MemoryLine) -> None:
    """Nothing is said, nothing is kept, and nothing of ours stays on the screen."""
    await line.intake(PERSON_NOW[:2])
    sent = len(line.front.sent)
    await line.wait(timedelta(hours=25))
    assert len(line.front.sent) == sent
    assert {event for _, event in line.front.redacted} >= {one.event for one in line.front.sent}
    assert CHAT in line.front.left


async def test_an_answer_stays_with_whom_it_was_written_for(line: MemoryLine) -> None:
    """Closing keeps nothing with us, and takes no advice away from anybody."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    await line.writes("Call 0800-0113 if it gets too much.", room, ANNA)
    await line.settle()
    answer = line.front.sent[-1].event
    await line.writes("!close anyway", room, ANNA)
    await line.settle()
    for word in ("1", "1", "1"):
        await line.writes(word)
        await line.settle()
    assert CHAT in line.front.left
    assert answer not in {event for _, event in line.front.redacted}
    assert set((await line.rows()).values()) == {0}


async def test_killed_while_clearing_nothing_is_left_out(line: MemoryLine) -> None:
    """The second run redacts the same under the same transactions."""
    await line.intake(PERSON_NOW)
    await line.writes("erase")
    await line.writes("erase")
    while row := await line.store.next_row():
        await line.inbox._decide(row)
    (head,) = [
        row for row in await line.store.outbox_heads() if row.destination == Destination(CHAT)
    ]
    while not isinstance(read_errand(head.body).action, ClearChat):
        await line.outbox._until_done(head)
        (head,) = [
            row for row in await line.store.outbox_heads() if row.destination == Destination(CHAT)
        ]
    await line.outbox._performing.perform(head, read_errand(head.body))
    before = list(line.front.redacted)
    await line.settle()
    assert line.front.redacted == before


async def test_an_edit_of_what_was_never_read_does_not_cross(line: MemoryLine) -> None:
    """It may have been a line among staff; the writer is told to send it again."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    before = len(line.texts())
    await line.writes("for colleagues", room, ANNA, replaces=EventId("$unread"))
    await line.settle()
    assert len(line.texts()) == before
    assert "kon niet worden gelezen" in line.desk.texts(room)[-1]


async def test_an_answer_never_names_an_event_of_another_chat(line: MemoryLine) -> None:
    """What the reporter wrote elsewhere, or what is of another case, is answered plainly."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    asked = await line.writes("Where?")
    await line.settle()
    shown = next(one.event for one in line.desk.sent if "Where?" in one.message.text)
    other = RoomId("!other:people.test")
    for known, target in ((True, asked), (False, None)):
        if not known:
            await line.store._db.run(partial(_moved, other, asked))
        await line.writes("Here.", room, ANNA, answers=shown)
        await line.settle()
        assert line.front.sent[-1].message.answers == target
    await line.writes("Nowhere.", room, ANNA, answers=asked)  # an event of the other side
    await line.settle()
    assert line.front.sent[-1].message.answers is None


def _moved(room: RoomId, event: EventId, db: Any) -> None:
    db.execute("UPDATE inbox SET room = ? WHERE event = ?", (room, event))
