"""A talk on Signal: what comes, what goes, and what stays out."""

import asyncio
import json

import pytest

from bot.channels.base import (
    FileCame,
    NotRead,
    Outgoing,
    Redacted,
    TextCame,
    TransactionId,
    Unreadable,
)
from bot.errors import Refused
from tests.signal.service import Phone
from tests.signal.world import TIMER_S, World


async def _talk(world: World, phone: Phone, words: str = "Hallo") -> TextCame:
    """They wrote, and it came."""
    before = len(world.came)
    phone.writes(words)
    came = (await world.gets(before + 1))[before]
    assert isinstance(came, TextCame)
    return came


async def test_a_text_comes_and_an_answer_goes(world: World) -> None:
    phone = world.service.phone()
    came = await _talk(world, phone)
    assert came.untrusted_text == "Hallo"
    event = await world.channel.send(came.room, Outgoing("Goedendag"), TransactionId("1"))
    assert await world.channel.send(came.room, Outgoing("Goedendag"), TransactionId("1")) == event
    assert phone.texts == ["Goedendag"]


async def test_numbers_and_names_stay_outside(world: World) -> None:
    """Also when the number shows in a later message only: it is the same person."""
    phone = world.service.phone(name="Leila N.")
    first = await _talk(world, phone)
    phone.number = "+31600000001"
    second = await _talk(world, phone, "Nog iets")
    assert (first.room, first.device) == (second.room, second.device)
    kept = json.dumps([[*key, value.decode()] for key, value in world.rows.kept.items()])
    for private in ("+31600000001", "Leila"):
        assert private not in kept
        assert private not in repr([vars(one) for one in world.came])


async def test_texts_stay_in_order_and_so_do_answers(world: World) -> None:
    """The daemon answers requests that come at once in any order."""
    phone = world.service.phone()
    for number in range(20):
        phone.writes(f"text {number}")
    came = [one for one in await world.gets(20) if isinstance(one, TextCame)]
    assert [one.untrusted_text for one in came] == [f"text {number}" for number in range(20)]
    channel, room = world.channel, came[0].room
    sends = [channel.send(room, Outgoing(f"{n}"), TransactionId(f"{n}")) for n in range(8)]
    await asyncio.gather(*sends)
    assert phone.texts == [f"{number}" for number in range(8)]


async def test_an_edit_replaces_the_first_text_however_often(world: World) -> None:
    phone = world.service.phone()
    first = phone.writes("one")
    second = phone.edits(first, "two")
    phone.edits(second, "three")  # apps name the last revision
    texts = [one for one in await world.gets(3) if isinstance(one, TextCame)]
    assert [one.replaces for one in texts] == [None, texts[0].event, texts[0].event]
    phone.takes_back(second)
    withdrawn = (await world.gets(4))[3]
    assert isinstance(withdrawn, Redacted)
    assert withdrawn.target == texts[0].event


async def test_a_revision_is_known_after_a_restart(world: World) -> None:
    phone = world.service.phone()
    first = phone.writes("one")
    second = phone.edits(first, "two")
    await world.gets(2)
    await world.restart()
    phone.edits(second, "three")
    texts = [one for one in await world.gets(3) if isinstance(one, TextCame)]
    assert texts[2].replaces == texts[0].event


async def test_ours_can_be_edited_and_taken_back(world: World) -> None:
    phone = world.service.phone()
    room = (await _talk(world, phone)).room
    event = await world.channel.send(room, Outgoing("one"), TransactionId("1"))
    edit = Outgoing("two", replaces=event)
    revision = await world.channel.send(room, edit, TransactionId("2"))
    assert [(one.text, one.edited) for one in phone.chat] == [("two", True)]
    await world.channel.redact(room, revision, TransactionId("3"))
    assert phone.texts == ["two"]
    await world.channel.redact(room, event, TransactionId("4"))
    assert phone.texts == []
    assert await world.channel.standing(room) == ()


async def test_theirs_only_they_can_delete(world: World) -> None:
    came = await _talk(world, world.service.phone())
    with pytest.raises(Refused):
        await world.channel.redact(came.room, came.event, TransactionId("1"))


async def test_an_answer_to_a_message_is_known_as_one(world: World) -> None:
    phone = world.service.phone()
    first = await _talk(world, phone)
    event = await world.channel.send(
        first.room, Outgoing("Goedendag", answers=first.event), TransactionId("1")
    )
    assert phone.chat[0].quotes == int(first.event.partition(":")[0])
    phone.answers(phone.chat[0].timestamp, "somebody else", "ja")
    phone.answers(phone.chat[0].quotes or 0, phone.aci, "nee")
    (ours, own) = (await world.gets(3))[1:]
    assert isinstance(ours, TextCame)
    assert isinstance(own, TextCame)
    assert (ours.answers, own.answers) == (event, first.event)


@pytest.mark.parametrize("name", [None, "../../etc/passwd.pdf", "foto.png"])
@pytest.mark.parametrize("fails", [False, True])
async def test_a_file_is_seen_and_never_fetched(
    world: World, name: str | None, *, fails: bool
) -> None:
    """A name like a path and a file that did not arrive are no different: nothing is opened."""
    world.service.phone().sends_file(name, "kijk", fails=fails)
    text, file = await world.gets(2)
    assert isinstance(text, TextCame)
    assert isinstance(file, FileCame)
    assert text.event != file.event
    assert not list((world.settings.data / "attachments").iterdir())
    assert not list(world.folder.glob("**/passwd*"))


@pytest.mark.parametrize(
    "content",
    [
        {"typingMessage": {"action": "STARTED", "timestamp": 1}},
        {"receiptMessage": {"when": 1, "isDelivery": True, "timestamps": [1]}},
        {"storyMessage": {"allowsReplies": True}},
        {"callMessage": {"hangupMessage": {"id": 5, "type": "NORMAL", "deviceId": 1}}},
        {"dataMessage": {"timestamp": 1, "message": None, "expiresInSeconds": 0}},
        {"dataMessage": {"timestamp": 1, "message": "", "expiresInSeconds": 0}},
        {"dataMessage": {"timestamp": 1, "message": None, "reaction": {"emoji": "👍"}}},
        {"dataMessage": {"timestamp": 1, "message": "x", "storyContext": {"sentTimestamp": 1}}},
        {"syncMessage": {}},
        {"somethingNew": {"message": "of a later version"}},
        {"dataMessage": {"message": 7, "attachments": "none", "remoteDelete": []}},
        {"dataMessage": None, "editMessage": "x", "callMessage": [1]},
        {},
    ],
)
async def test_what_says_nothing_is_left_alone(world: World, content: dict[str, object]) -> None:
    phone = world.service.phone()
    phone.sends(**content)
    came = await _talk(world, phone, "and then a text")
    assert world.came == [came]


async def test_a_call_is_answered_in_writing(world: World) -> None:
    phone = world.service.phone()
    phone.sends(callMessage={"offerMessage": {"id": 5, "type": "AUDIO_CALL", "opaque": "b3A="}})
    (came,) = await world.gets(1)
    assert isinstance(came, NotRead)
    assert came.reason is Unreadable.CALL


async def test_a_group_is_left_without_a_word_in_it(world: World) -> None:
    """Whoever does not talk with us already may not even know that their group wrote to us."""
    phone = world.service.phone()
    phone.writes_in_group("hello line")
    await world.service.until(lambda: len(world.service.settings) == 2)
    asked = [name for name, _ in world.service.settings]
    assert asked == ["quitGroup", "block"]
    assert world.came == []
    assert phone.chat == []


async def test_who_talks_with_us_hears_that_groups_are_no_place(world: World) -> None:
    phone = world.service.phone()
    await _talk(world, phone)
    phone.writes_in_group("hello line")
    came = (await world.gets(2))[1]
    assert isinstance(came, NotRead)
    assert came.reason is Unreadable.ELSEWHERE


async def test_two_texts_that_a_forger_gave_one_name_are_two(world: World) -> None:
    phone = world.service.phone()
    phone.writes("one", timestamp=1_700_000_000_000)
    phone.writes("two", timestamp=1_700_000_000_000)
    phone.writes("two", timestamp=1_700_000_000_000)
    came = await world.gets(3)
    names = [one.event for one in came if isinstance(one, TextCame)]
    assert names[0] != names[1]
    assert names[1] == names[2]  # a repetition, which the inbox knows by its name


async def test_a_wrong_clock_does_not_change_the_order(world: World) -> None:
    phone = world.service.phone()
    phone.writes("tomorrow", timestamp=1_900_000_000_000)
    phone.writes("long ago", timestamp=1)
    came = [one for one in await world.gets(2) if isinstance(one, TextCame)]
    assert [one.untrusted_text for one in came] == ["tomorrow", "long ago"]


# ---- disappearing messages -----------------------------------------------------------------------


async def test_our_timer_is_set_with_our_first_answer(world: World) -> None:
    phone = world.service.phone()
    room = (await _talk(world, phone)).room
    assert phone.timer_s == 0
    await world.channel.send(room, Outgoing("Goedendag"), TransactionId("1"))
    assert phone.chat[0].expires_s == phone.timer_s == TIMER_S


async def test_their_own_timer_is_left_alone(world: World) -> None:
    phone = world.service.phone(timer_s=3600)
    room = (await _talk(world, phone)).room
    await _talk(world, phone, "more")
    await world.channel.send(room, Outgoing("Goedendag"), TransactionId("1"))
    assert phone.chat[0].expires_s == 3600
    assert phone.timer_s == 3600


async def test_who_switches_ours_off_has_it_off(world: World) -> None:
    phone = world.service.phone()
    room = (await _talk(world, phone)).room
    await world.channel.send(room, Outgoing("Hallo"), TransactionId("0"))
    assert phone.timer_s == TIMER_S
    phone.changes_timer(0)
    await _talk(world, phone, "more")
    await _talk(world, phone, "and more")
    await world.channel.send(room, Outgoing("Goedendag"), TransactionId("1"))
    assert phone.timer_s == 0
    assert phone.chat[-1].expires_s == 0
