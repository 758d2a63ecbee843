"""What cannot be taken in: one clear message to the right person, nothing stored, nothing hangs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio

from bot.demo.person import Person
from bot.demo.stage import Stage
from tests.homeserver.line_talk import (
    PASSWORD,
    PATIENCE,
    STORY,
    Desk,
    NewReporter,
    Reporter,
    catalogue,
    joined,
    rows,
    words,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")
STORED = ("cases", "routes")
NewClient = Callable[..., Awaitable[Person]]


@pytest_asyncio.fixture(loop_scope="module")
async def client(stage: Stage, new_name: Callable[[str], str]) -> AsyncIterator[NewClient]:
    """`await client()` is someone with an account and no chat yet."""
    present: list[Person] = []

    async def arrive(hint: str = "client") -> Person:
        present.append(await stage.reporter(new_name(hint), PASSWORD))
        return present[-1]

    yield arrive
    for someone in present:
        await someone.close()


@pytest_asyncio.fixture(loop_scope="module")
async def bystander(stage: Stage, new_name: Callable[[str], str]) -> AsyncIterator[Reporter]:
    """A genuine reporter, whose conversation goes on during all of this."""
    genuine = await Reporter.arrive(stage, new_name("bystander"))
    desk = Desk(stage)
    await genuine.send_case()
    await desk.claim()
    await genuine.hears("live")
    yield genuine
    await genuine.say("Het is goed zo.")
    await desk.reads_text("Het is goed zo.")
    await desk.close()
    await genuine.person.close()


async def refuses(stage: Stage, person: Person, room: str, message: str) -> None:
    """The line says this once and goes; nothing is stored of it."""
    said = "\n\n".join(words(message, language) for language in catalogue().languages)
    await person.hears(room, said, PATIENCE)
    await person.until(lambda: stage.line_id not in person.client.rooms[room].users, PATIENCE)
    assert [seen.text for seen in person.texts(room) if seen.sender == stage.line_id] == [said]


async def goes_on(bystander: Reporter) -> None:
    """The bystander is still heard and answered."""
    await bystander.say("hulp")
    await bystander.hears("help-live")


async def test_an_unencrypted_room(stage: Stage, client: NewClient, bystander: Reporter) -> None:
    """Nothing said there is read."""
    before = await rows(stage, *STORED)
    anna = await client()
    room = await anna.open_chat_with(stage.line_id, encrypted=False)
    await anna.say(room, STORY)
    await refuses(stage, anna, room, "system-unencrypted")
    assert await rows(stage, *STORED) == before
    await goes_on(bystander)


@pytest.mark.parametrize("encrypted", [True, False])
async def test_a_group(
    stage: Stage, client: NewClient, bystander: Reporter, encrypted: bool
) -> None:
    """Three people from the start, encrypted or not."""
    before = await rows(stage, *STORED)
    anna, bea = await client(), await client()
    room = await anna.open_chat_with(bea.id, encrypted=encrypted)
    await bea.join_invitation_of(anna.id)
    await anna.client.room_invite(room, stage.line_id)
    await refuses(stage, anna, room, "system-group")
    assert await rows(stage, *STORED) == before
    await goes_on(bystander)


async def test_a_space(stage: Stage, client: NewClient, bystander: Reporter) -> None:
    """A space is no chat, and is never encrypted."""
    before = await rows(stage, *STORED)
    anna = await client()
    answer = await anna.client.room_create(space=True, invite=[stage.line_id])
    room = str(answer.room_id)
    await anna.until(lambda: room in anna.client.rooms, PATIENCE)
    await refuses(stage, anna, room, "system-space")
    assert await rows(stage, *STORED) == before
    await goes_on(bystander)


async def test_an_old_room_version(stage: Stage, client: NewClient) -> None:
    """A version whose rules we do not vouch for."""
    before = await rows(stage, *STORED)
    anna = await client()
    encryption = {"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
    body = {"room_version": "4", "invite": [stage.line_id], "initial_state": [encryption]}
    status, answer = await anna.request("POST", "/_matrix/client/v3/createRoom", body)
    assert status == 200
    room = answer["room_id"]
    await anna.until(lambda: room in anna.client.rooms, PATIENCE)
    await refuses(stage, anna, room, "system-version")
    assert await rows(stage, *STORED) == before


async def test_a_third_member_in_the_middle(
    stage: Stage, reporter: NewReporter, client: NewClient, desk: Desk
) -> None:
    """The reporter is told, the newcomer reads nothing, the desk learns that the way is gone."""
    anna, bea = await reporter("anna"), await client()
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    await anna.person.client.room_invite(anna.room, bea.id)
    await anna.hears("system-group")
    await anna.leaves_line()
    await desk.reads("case-lost")
    await desk.writes("Bent u er nog?")
    await desk.reads("case-unreachable")
    assert [seen for seen in bea.texts(anna.room) if seen.sender == stage.line_id] == []
    await desk.close()


async def test_a_reporter_who_leaves(stage: Stage, reporter: NewReporter, desk: Desk) -> None:
    """A draft goes at once; a case stays readable, and the desk learns that the way is gone."""
    before = await rows(stage, *STORED)
    draft = await reporter("draft")
    await draft.say("hallo")
    await draft.hears("language-ask")
    await draft.person.leave(draft.room)
    anna = await reporter("anna")
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    await anna.person.leave(anna.room)
    await desk.reads("case-lost")
    await desk.writes("Bent u er nog?")
    await desk.reads("case-unreachable")
    await desk.close()
    deadline = asyncio.get_running_loop().time() + 10
    while await rows(stage, *STORED) != before:
        assert asyncio.get_running_loop().time() < deadline
        await asyncio.sleep(0.2)


async def test_what_is_no_text_changes_nothing(reporter: NewReporter, bystander: Reporter) -> None:
    """Reactions, unknown events, edits of old messages: no answer, no turn."""
    anna = await reporter("anna")
    first = await anna.say("hallo")
    await anna.hears("language-ask")
    question = next(s for s in anna.person.texts(anna.room) if s.sender != anna.person.id)
    relation = {"rel_type": "m.annotation", "event_id": question.event, "key": "1"}
    await anna.person.send(anna.room, {"m.relates_to": relation}, "m.reaction")
    await anna.person.send(anna.room, {"body": "1", "msgtype": "m.text"}, "org.example.unknown")
    await anna.person.edit(anna.room, first, "Nederlands")
    assert await anna.person.hears_nothing(anna.room, lambda _: True, 2.0)
    await anna.say("1")
    await anna.hears("safe-now-ask")
    await goes_on(bystander)


@pytest.mark.parametrize(
    "content",
    [
        {"msgtype": "m.image", "body": "foto.jpg", "url": "mxc://line.test/abc"},
        {"msgtype": "m.file", "body": "brief.pdf", "file": {"url": "mxc://line.test/abc"}},
        {"msgtype": "m.audio", "body": "stem.ogg", "org.matrix.msc3245.voice": {}},
        {"msgtype": "m.location", "body": "hier", "geo_uri": "geo:52.1,4.3"},
        {"msgtype": "org.example.unknown", "body": "iets"},
        None,
    ],
    ids=["image", "file", "voice", "location", "unknown", "sticker"],
)
async def test_a_file_is_refused_kindly(
    reporter: NewReporter, content: dict[str, object] | None
) -> None:
    """Once, and the question stays open."""
    anna = await reporter("anna")
    await anna.say("Nederlands")
    await anna.hears("safe-now-ask")
    sticker = {"body": "glimlach", "url": "mxc://line.test/abc", "info": {}}
    if content is None:
        await anna.person.send(anna.room, sticker, "m.sticker")
    else:
        await anna.person.send(anna.room, content)
    await anna.hears("no-file")
    await anna.say("1")
    await anna.hears("story-done")
    assert sum(words("no-file") in text for text in anna.heard()) == 1


async def test_empty_and_very_long_texts(reporter: NewReporter, desk: Desk) -> None:
    """An empty text is no answer and crosses to nobody; the longest possible arrives whole."""
    anna = await reporter("anna")
    long = "langste " * 5500
    await anna.send_case()
    await anna.say("", "   ", "\u200b")
    number = await desk.card()
    await desk.claim(number)
    await anna.hears("live")
    await anna.say(long, "", "Daarna dit.")
    await desk.reads_text("Daarna dit.", 60)
    assert all(text.strip() for text in desk.quotes())
    assert " ".join(desk.quotes()[1:-1]).split() == long.split()
    for empty in ("", "   ", "//"):
        await desk.writes(empty)
    await desk.writes(long)
    await desk.writes("En dit.")
    await anna.hears_text("En dit.", 60)
    after = anna.heard()[[words("live") in text for text in anna.heard()].index(True) + 1 :]
    assert all(text.strip() for text in after)
    assert " ".join(after[:-1]).split() == long.split()
    await desk.close()


async def test_a_language_that_is_not_offered(reporter: NewReporter) -> None:
    """The words are kept, the languages are shown again."""
    anna = await reporter("anna")
    await anna.say("کئی ہفتوں سے کوئی میرا پیچھا کر رہا ہے")
    await anna.hears("language-ask")
    await anna.say("اردو")
    await anna.hears("language-ask")
    await anna.say("English")
    anna.language = "en"
    await anna.hears("safe-now-ask")


async def test_clear_text_in_an_encrypted_room(reporter: NewReporter, desk: Desk) -> None:
    """It is not read, the reporter learns it once, the desk never sees it."""
    anna = await reporter("anna")
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    for number in range(3):
        await in_the_clear(anna, f"Dit is niet versleuteld {number}.")
    await anna.hears("system-clear-text")
    await anna.say("Dit wel.")
    await desk.reads_text("Dit wel.")
    assert not any("niet versleuteld" in text for text in desk.quotes())
    assert sum(words("system-clear-text") in text for text in anna.heard()) == 1
    await desk.close()


async def test_another_device_of_the_reporter_is_not_heard(
    stage: Stage, new_name: Callable[[str], str], desk: Desk
) -> None:
    """Someone with the reporter's password cannot speak, or read, in the reporter's place."""
    name = new_name("anna")
    anna = await Reporter.arrive(stage, name)
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    rogue = await Person.log_in(stage.front.url, name, PASSWORD, cross_signed=False)
    async with anna.person, rogue:
        await rogue.start()
        await rogue.until(lambda: joined(rogue, anna.room, stage.line_id), PATIENCE)
        await rogue.say(anna.room, "Vertel mij alles.")
        await anna.hears("system-other-device")
        await desk.writes("Alleen voor uw eigen telefoon.")
        await anna.hears_text("Alleen voor uw eigen telefoon.")
        await anna.say("Ik ben het echt.")
        await desk.reads_text("Ik ben het echt.")
        assert not any("Vertel mij alles" in text for text in desk.quotes())
        assert not any("eigen telefoon" in seen.text for seen in rogue.texts(anna.room))
        await desk.close()


async def in_the_clear(reporter: Reporter, text: str) -> None:
    where = f"/_matrix/client/v3/rooms/{reporter.room}/send/m.room.message/clear-{abs(hash(text))}"
    body = {"msgtype": "m.text", "body": text}
    status, _ = await reporter.person.request("PUT", where, body)
    assert status == 200
    await asyncio.sleep(0)
