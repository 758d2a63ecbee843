"""Where the operator lets us, rooms that are over are deleted at the homeserver."""

import asyncio
from datetime import timedelta

import pytest

from bot.errors import Refused, TryLater
from bot.rows import PurgeRoom, read_errand
from tests.bot.memory_line import ANNA, CHAT, PERSON_NOW, MemoryLine
from tests.bot.test_delivery import decide_all


@pytest.fixture(autouse=True)
def _no_waiting(line: MemoryLine, monkeypatch: pytest.MonkeyPatch) -> None:
    line.front.purges_rooms = line.desk.purges_rooms = True

    async def sleep(seconds: float) -> None:
        line.clock[0] += timedelta(seconds=seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)


async def test_the_case_room_goes_at_once_and_the_chat_when_the_last_words_were_read(
    line: MemoryLine,
) -> None:
    """A reporter on the same homeserver would lose what to do next from the screen."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    for _ in range(2):
        await line.writes("erase")
    await decide_all(line)
    began = line.clock[0]
    while not line.front.purged:
        for head in await line.store.outbox_heads():
            purges = isinstance(read_errand(head.body).action, PurgeRoom)
            if purges and read_errand(head.body).room == room:
                assert line.clock[0] - began < timedelta(hours=1)
            await line.outbox._until_done(head)
    assert line.desk.purged == [room]
    assert line.front.purged == [CHAT]
    assert timedelta(hours=11) < line.clock[0] - began < timedelta(hours=14)
    await line.settle()
    assert set((await line.rows()).values()) == {0}


@pytest.mark.parametrize("fault", [Refused("not an administrator"), TryLater()])
async def test_a_homeserver_that_does_not_delete_holds_up_nothing(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    """Tried for a day at most; then nothing of the room is kept here either."""

    async def refused(_room: object) -> None:
        raise fault

    monkeypatch.setattr(line.desk, "purge_room", refused)
    await line.intake(PERSON_NOW)
    room = await line.live()
    await line.writes("!close", room, ANNA)
    await line.settle()
    assert room in line.desk.left
    assert (await line.rows())["outbox"] == 0


async def test_without_leave_of_the_operator_nothing_is_deleted(line: MemoryLine) -> None:
    line.front.purges_rooms = line.desk.purges_rooms = False
    await line.intake(PERSON_NOW)
    await line.live()
    for _ in range(2):
        await line.writes("erase")
    await line.settle()
    assert line.front.purged == line.desk.purged == []
