"""A draft is gone a day after the last message that was the reporter's own beyond doubt."""

from datetime import timedelta

from bot.channels.base import Account, EventId, NotRead, Unreadable
from tests.bot.memory_line import CHAT, LEILA, PERSON_NOW, MemoryLine


async def test_a_server_cannot_keep_a_draft_alive(line: MemoryLine) -> None:
    """Clear text, forgeries and redactions are only what the server says."""
    await line.intake(PERSON_NOW[:3])
    for _ in range(3):
        await line.wait(timedelta(hours=9))
        await line.came(Account.FRONT, NotRead(CHAT, line.fresh(), LEILA, Unreadable.CLEAR_TEXT))
        await line.takes_back(EventId("$unknown"))
        await line.settle()
    assert await line.cases() == []


async def test_the_reporters_own_message_does(line: MemoryLine) -> None:
    """They are promised a day from their last message."""
    await line.intake(PERSON_NOW[:3])
    for _ in range(3):
        await line.wait(timedelta(hours=20))
        await line.writes("I am still here.")
        await line.settle()
    assert await line.cases()
