"""A message reported as unread is still taken in when its key comes."""

from bot.channels.base import Account, NotRead, TextCame, Unreadable
from tests.bot.memory_line import ANNA, CHAT, DESK_ROOM, LEILA, PERSON_NOW, MemoryLine, device_of


async def test_a_text_whose_key_came_late_reaches_the_professional(line: MemoryLine) -> None:
    """The notice and the text bear the same event id; the second is no repetition."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    event = line.fresh()
    await line.came(Account.FRONT, NotRead(CHAT, event, LEILA, Unreadable.NO_KEY))
    await line.settle()
    late = TextCame(CHAT, event, device_of(LEILA), "They came again last night.")
    for _ in range(2):
        await line.came(Account.FRONT, late)
        await line.settle()
    assert sum("They came again last night." in text for text in line.texts(room)) == 1


async def test_a_command_whose_key_came_late_is_done(line: MemoryLine) -> None:
    """At the desk too, where every event is remembered."""
    await line.intake(PERSON_NOW)
    event = line.fresh()
    await line.came(Account.DESK, NotRead(DESK_ROOM, event, ANNA, Unreadable.NO_KEY))
    await line.settle()
    await line.came(Account.DESK, TextCame(DESK_ROOM, event, device_of(ANNA), "!claim 47"))
    await line.settle()
    assert line.desk.invited
