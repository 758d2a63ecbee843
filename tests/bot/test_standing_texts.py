"""Standing texts through the whole line: confirmed, taken back, and gone with their room."""

from bot.channels.base import EventId
from bot.render import SENT
from bot.security.devices import RoomId
from tests.bot.memory_line import ANNA, BRAM, CHAT, DESK_ROOM, LEILA, PERSON_NOW, MemoryLine


async def types(line: MemoryLine, room: RoomId, text: str) -> EventId:
    event = await line.writes(text, room, ANNA)
    await line.settle()
    return event


async def test_the_sign_of_delivery_comes_at_the_command(line: MemoryLine) -> None:
    await line.intake(PERSON_NOW)
    room = await line.live()
    for text in ("!m hello", "!refer luisterlijn", "!show danger"):
        command = await types(line, room, text)
        assert line.desk.confirmed[-1] == (room, command)


async def test_a_text_that_cannot_be_delivered_is_said_to_be_so(line: MemoryLine) -> None:
    await line.intake(PERSON_NOW)
    room = await line.live()
    line.front.encrypted.pop(CHAT)
    await types(line, room, "!m hello")
    assert "niet worden bezorgd" in line.texts(room)[-1]
    assert line.desk.confirmed == []


async def test_what_professionals_are_shown_is_no_word_of_the_reporter(line: MemoryLine) -> None:
    """Lost on its way, nobody tells the reporter to send something again."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    line.desk.encrypted.pop(room)
    told = len(line.texts(CHAT))
    await types(line, room, "!m hello")
    assert len(line.texts(CHAT)) == told + 1


async def test_what_is_shown_of_it_goes_with_the_room(line: MemoryLine) -> None:
    await line.intake(PERSON_NOW)
    room = await line.live()
    await types(line, room, "!m next call the man of the shop")
    shown = [one.event for one in line.desk.sent if one.room == room and SENT in one.message.text]
    assert shown
    await types(line, room, "!close anyway")
    assert {(room, event) for event in shown} <= set(line.desk.redacted)


async def test_only_the_claimant_takes_it_back(line: MemoryLine) -> None:
    await line.intake(PERSON_NOW)
    room = await line.live()
    command = await types(line, room, "!m check she is afraid")
    before = len(line.front.redacted)
    await line.takes_back(command, room, BRAM)
    await line.settle()
    assert len(line.front.redacted) == before
    await line.takes_back(command, room, ANNA)
    await line.settle()
    assert len(line.front.redacted) == before + 1


async def test_nothing_that_is_sent_names_who_sent_it(line: MemoryLine) -> None:
    await line.intake(PERSON_NOW)
    room = await line.live()
    for text in ("!m hello", "!m handover", "!m wait", "!pass police"):
        await types(line, room, text)
    said = "\n".join(line.texts(CHAT)).lower()
    assert "anna" not in said
    assert "reiger" not in said


async def test_a_reporter_executes_none_of_it(line: MemoryLine) -> None:
    await line.intake(PERSON_NOW)
    room = await line.live()
    before = await line.case()
    for text in ("!m hello", "!pass police", "!refer aivd accepted", "!show suicide"):
        await line.writes(text, CHAT, LEILA)
        await line.settle()
    after = await line.case()
    assert before
    assert after
    assert (after.passing, after.referrals) == ({}, {})
    assert after.progress.flags == before.progress.flags
    assert not any("→" in text for text in line.texts(room))


async def test_from_the_desk_room_nothing_is_sent(line: MemoryLine) -> None:
    await line.intake(PERSON_NOW)
    await line.live()
    told = len(line.texts(CHAT))
    for text in ("!refer luisterlijn", "!m hello", "!show danger", "!pass police"):
        await types(line, DESK_ROOM, text)
    assert len(line.texts(CHAT)) == told
