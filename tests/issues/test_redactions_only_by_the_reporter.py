"""A redaction travels in the clear: only one of the reporter's own takes their words back."""

from bot.channels.base import EventId
from bot.security.devices import PersonId
from tests.bot.memory_line import CHAT, PERSON_NOW, MemoryLine


async def _story_event(line: MemoryLine) -> EventId:
    case = await line.case()
    assert case
    return EventId(case.progress.story[0].ref)


async def test_a_redaction_by_anybody_else_deletes_nothing(line: MemoryLine) -> None:
    """Neither a third person nor a server notice can empty a story."""
    await line.intake(PERSON_NOW)
    await line.takes_back(await _story_event(line), CHAT, PersonId("@admin:people.test"))
    await line.settle()
    case = await line.case()
    assert case
    assert case.progress.story


async def test_the_professional_sees_that_something_was_taken_back(line: MemoryLine) -> None:
    """A homeserver can forge a redaction; it shall not shorten a story unseen."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    before = len(line.texts(room))
    await line.takes_back(await _story_event(line))
    await line.settle()
    assert line.desk.redacted
    assert len(line.texts(room)) == before + 1
    # What was never shown is no news.
    await line.takes_back(EventId("$unknown"))
    await line.settle()
    assert len(line.texts(room)) == before + 1
