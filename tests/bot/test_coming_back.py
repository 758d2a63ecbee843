"""What a transcript does not show of leaving and coming back: things that happen at once."""

from datetime import timedelta

from bot.channels.base import EventId
from bot.rows import read_errand
from bot.security.devices import PersonId, RoomId
from dialogs.model import Flag, Language, MessageId
from dialogs.returncode import ReturnCode, read_code
from handoff.model import Case, Stage
from tests.bot.memory_line import (
    ANNA,
    ANSWERED_HERE,
    ANSWERED_ON_RETURN,
    CHAT,
    DUTCH,
    LEILA,
    MESSAGE,
    PERSON_NOW,
    MemoryLine,
)
from tests.conversations.play import catalogue

ELSEWHERE, SAME_PERSON = RoomId("!elsewhere:people.test"), PersonId("@noor:people.test")
STORY = "A man calls my mother."


def shown_code(line: MemoryLine, room: RoomId = CHAT) -> str:
    shown = [text for text in line.texts(room) if text.startswith("This is your code")]
    code = read_code(shown[-1].split("\n")[0])
    assert isinstance(code, str)
    return ReturnCode(code)


async def says(line: MemoryLine, *texts: str, room: RoomId = CHAT) -> None:
    person = SAME_PERSON if room == ELSEWHERE else PersonId("@leila:people.test")
    for text in texts:
        await line.writes(text, room, person)
        await line.settle()


async def coded(line: MemoryLine, way: tuple[str, ...] = PERSON_NOW) -> str:
    """A sent case whose reporter has a confirmed code and no code word."""
    await line.intake(way, STORY)
    code = shown_code(line)
    await says(line, code[:5], "no")
    return code


async def case_of(line: MemoryLine) -> Case:
    case = await line.case()
    assert case
    return case


async def test_a_resting_case_holds_nothing_that_was_said(line: MemoryLine) -> None:
    code = await coded(line)
    await line.live()
    await says(line, "I am afraid.", "stop")
    case = await case_of(line)
    assert case.stage is Stage.RESTING
    assert (case.progress.story, case.added, case.progress.language) == ((), (), None)
    body = await line.store._db.run(lambda db: db.execute("SELECT body FROM cases").fetchone()[0])
    assert b"mother" not in body
    assert code.encode() not in body
    assert await line.store.routes() == ()


async def test_what_the_desk_writes_between_trying_and_opening_is_not_lost(
    line: MemoryLine,
) -> None:
    code = await coded(line)
    room = await line.live()
    await says(line, "stop")
    await line.writes(code, ELSEWHERE, SAME_PERSON)
    row = await line.store.next_row()
    assert row
    await line.inbox._decide(row)  # the code is about to be tried
    (trying,) = await line.store.outbox_heads()
    tried = await line.outbox._performing.perform(trying, read_errand(trying.body))
    await line.writes("We think along with you.", room, ANNA)
    row = await line.store.next_row()
    assert row
    await line.inbox._decide(row)
    await line.store.performed(trying, tried)
    await line.settle()
    assert "We think along with you." in line.texts(ELSEWHERE)
    assert (await case_of(line)).stage is Stage.LIVE


async def test_stopping_waits_for_the_code_that_is_being_made(line: MemoryLine) -> None:
    """What was sealed under a code that is replaced a moment later could never be opened."""
    await coded(line)
    await line.live()
    await says(line, "code")
    code = shown_code(line)
    await line.writes(code[:5])
    await line.writes("stop")
    for _ in range(2):
        row = await line.store.next_row()
        assert row
        await line.inbox._decide(row)
    assert (await case_of(line)).stage is Stage.LIVE
    await line.settle()
    assert (await case_of(line)).stage is Stage.RESTING
    await says(line, "hello", code, room=ELSEWHERE)
    assert (await case_of(line)).stage is Stage.LIVE
    assert any(part.text == STORY for part in (await case_of(line)).progress.story)


async def test_the_desk_cannot_close_while_the_code_is_being_made(line: MemoryLine) -> None:
    await line.intake((*PERSON_NOW[:-3], "1", "1", "1"), STORY)
    room = await line.live()
    for text, where, who in ((shown_code(line)[:5], CHAT, LEILA), ("!close uncoded", room, ANNA)):
        await line.writes(text, where, who)
        row = await line.store.next_row()
        assert row
        await line.inbox._decide(row)
    assert (await case_of(line)).stage is Stage.LIVE
    await line.settle()
    moment = catalogue().text(DUTCH, MessageId("case-close-moment"))
    assert moment in line.texts(room)
    await line.writes("!close uncoded", room, ANNA)
    await line.settle()
    assert (await case_of(line)).stage is Stage.CLOSED


async def test_an_earlier_chat_is_cut_off_at_once(line: MemoryLine) -> None:
    """What still comes from there is no new conversation, and reaches nobody."""
    code = await coded(line)
    room = await line.live()
    await line.writes(code, ELSEWHERE, SAME_PERSON)
    for _ in range(2):
        row = await line.store.next_row()
        assert row
        await line.inbox._decide(row)
        if heads := [h for h in await line.store.outbox_heads() if "code" in h.destination]:
            await line.outbox._until_done(heads[0])
    await line.writes("It is me.")
    await line.settle()
    (case,) = await line.cases()
    assert case.stage is Stage.LIVE
    assert line.front.left == [CHAT]
    assert not any("It is me." in text for text in line.texts(room))
    assert [route.room for route in await line.store.routes()] == [ELSEWHERE]


async def test_what_was_begun_elsewhere_is_kept_with_the_case(line: MemoryLine) -> None:
    code = await coded(line)
    room = await line.live()
    await says(line, "stop")
    await says(line, "They stand before my door again today.", code, room=ELSEWHERE)
    assert any("before my door" in text for text in line.texts(room))


async def test_the_reporter_who_leaves_the_chat_can_come_back(line: MemoryLine) -> None:
    code = await coded(line, (*MESSAGE, *ANSWERED_HERE))
    await line.leaves(CHAT, PersonId("@leila:people.test"))
    await line.settle()
    case = await case_of(line)
    assert (case.stage, case.away, case.reachable) == (Stage.WAITING, True, True)
    await says(line, code, room=ELSEWHERE)
    assert (await case_of(line)).away is False


async def test_a_restart_of_the_clock_brings_no_case_back(line: MemoryLine) -> None:
    """Ninety days after sending a resting case is gone, with its room and its code."""
    await coded(line)
    room = await line.live()
    await says(line, "stop")
    await line.wait(timedelta(days=91))
    assert await line.cases() == []
    assert room in line.desk.left
    assert set((await line.rows()).values()) == {0}


async def test_an_edit_at_rest_is_what_the_reporter_gets(line: MemoryLine) -> None:
    code = await coded(line)
    room = await line.live()
    await says(line, "stop")
    first = await line.writes("Come on Mondy.", room, ANNA)
    second = await line.writes("This was for a colleague.", room, ANNA)
    await line.settle()
    await line.writes("Come on Monday.", room, ANNA, EventId(first))
    await line.takes_back(second, room, ANNA)
    await line.settle()
    await says(line, code, room=ELSEWHERE)
    assert "Come on Monday." in line.texts(ELSEWHERE)
    assert not {"Come on Mondy.", "This was for a colleague."} & set(line.texts(ELSEWHERE))


async def test_a_closed_case_lasts_no_longer_than_any_other(line: MemoryLine) -> None:
    """Closed on its last day but one, it is gone after ninety days, code or not."""
    code = await coded(line, (*MESSAGE, *ANSWERED_HERE))
    room = await line.live()
    await says(line, "stop")
    await line.wait(timedelta(days=88))
    await line.writes("!close uncoded", room, ANNA)
    await line.settle()
    assert (await case_of(line)).stage is Stage.CLOSED
    await line.wait(timedelta(days=3))
    assert await line.cases() == []
    await says(line, code, room=ELSEWHERE)
    assert any("cannot find anything" in text for text in line.texts(ELSEWHERE))


async def test_danger_said_on_the_way_back_reaches_the_desk(line: MemoryLine) -> None:
    code = await coded(line)
    room = await line.live()
    await says(line, "stop")
    await says(line, "hello", "2", "danger", code, room=ELSEWHERE)
    flag = catalogue().text(DUTCH, MessageId("flag-danger"))
    back = catalogue().text(DUTCH, MessageId("case-returned"))
    assert any(back in text and flag in text for text in line.texts(room))
    assert Flag.DANGER in (await case_of(line)).progress.flags


async def test_a_talk_begun_without_opening_the_earlier_one_loses_neither(
    line: MemoryLine,
) -> None:
    code = await coded(line, (*MESSAGE, *ANSWERED_ON_RETURN))
    room = await line.live()
    await line.wait(timedelta(hours=1))
    await line.writes("Come on Monday.", room, ANNA)
    await line.writes("!close uncoded", room, ANNA)
    await line.settle()
    await says(line, "Something new has happened here today.", "1", "1", "1", "1", "1")
    assert (await case_of(line)).stage is Stage.WAITING
    await says(line, "code")  # the old code has to open what lies under it
    assert line.texts(CHAT)[-1] == catalogue().text(Language("en"), MessageId("code-unchanged"))
    await line.live()
    await says(line, "stop")
    await says(line, "hello", code, room=ELSEWHERE)
    case = await case_of(line)
    assert [part.text for part in case.progress.story if part.text != "hello"] == [
        STORY,
        "Something new has happened here today.",
    ]
    assert "Come on Monday." in line.texts(ELSEWHERE)


async def test_who_wants_nothing_kept_after_coming_back_leaves_nothing(line: MemoryLine) -> None:
    code = await coded(line, (*MESSAGE, *ANSWERED_HERE))
    room = await line.live()
    await line.writes("!close uncoded", room, ANNA)
    await line.settle()
    await says(line, code, "1", "3", "1", "3", room=ELSEWHERE)
    case = await case_of(line)
    assert (case.progress.story, case.added, case.coded) == ((), (), False)
    await line.wait(timedelta(hours=25))
    assert await line.cases() == []
