"""Element sends `// text` as `/ text`, and nheko as `text`: staff need a sign no client removes."""

import pytest

from tests.bot.memory_line import ANNA, CHAT, PERSON_NOW, MemoryLine

REMARKS = (
    "! He sounds calm.",
    "!\nHe sounds calm.",
    " ! He sounds calm.",
    "\u2068! He sounds calm.",
    "/ He sounds calm.",
    "// He sounds calm.",
    "\u2068// He sounds calm.",
)


@pytest.mark.parametrize("remark", REMARKS)
async def test_a_remark_reaches_nobody_else(line: MemoryLine, remark: str) -> None:
    """Nothing goes to the reporter, and the desk has nothing to say to it."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    before = line.texts(room), line.texts(CHAT)
    await line.writes(remark, room, ANNA)
    await line.settle()
    assert (line.texts(room), line.texts(CHAT)) == before


@pytest.mark.parametrize("remark", REMARKS)
async def test_a_line_edited_into_a_remark_is_taken_back(line: MemoryLine, remark: str) -> None:
    """It was never meant for the reporter."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    event = await line.writes("He sounds calm.", room, ANNA)
    await line.settle()
    shown = line.front.sent[-1]
    await line.writes(remark, room, ANNA, replaces=event)
    await line.settle()
    assert shown.event in [target for _, target in line.front.redacted]


async def test_a_command_after_a_space_is_not_taken_for_a_remark(line: MemoryLine) -> None:
    """Whoever types `! close` is told that nothing was done."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    before = len(line.texts(room))
    await line.writes("! close", room, ANNA)
    await line.settle()
    assert len(line.texts(room)) == before + 1
