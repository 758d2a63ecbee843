"""What was sent is remembered, so that it can be taken back."""

from bot.channels.base import Account
from bot.rows import Errand, errand_bytes
from bot.storage.base import Destination, NewAction, NewRow, Verdict
from dialogs.model import Line, MessageId, Say, TextRef
from handoff.actions import CaseAction, RedactCopies, Side, Tell
from tests.bot.memory_line import CHAT, PERSON_NOW, MemoryLine

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
