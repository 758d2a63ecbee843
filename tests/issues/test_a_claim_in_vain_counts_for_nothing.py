"""A case that a colleague had just claimed counted as a talk of whoever came second."""

from tests.bot.memory_line import ANNA, BRAM, DESK_ROOM, PERSON_NOW, MemoryLine


async def test_who_comes_second_is_not_in_a_talk(line: MemoryLine) -> None:
    """They were told that a colleague has it; their day and their rest stay as they were."""
    await line.intake(PERSON_NOW)
    await line.claimed(ANNA)
    before = await line.store.floor()
    await line.writes("!claim 47 anyway", DESK_ROOM, BRAM)
    await line.settle()
    assert await line.store.floor() == before
