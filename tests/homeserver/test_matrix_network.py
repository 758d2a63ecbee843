"""A homeserver that fails, limits and disappears."""

import asyncio
import time

import pytest

from bot.channels.base import Outgoing, TransactionId
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.errors import LoggedOut, TryLater
from bot.security.devices import RoomId
from tests.homeserver.conftest import NewBot
from tests.homeserver.matrix_bots import chat_with, raw
from tests.homeserver.matrix_line import NewLine, chat
from tests.homeserver.matrix_meddler import Meddler
from tests.homeserver.people import NewPerson


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (429, {"errcode": "M_LIMIT_EXCEEDED", "error": "slow", "retry_after_ms": 100}),
        (500, {"errcode": "M_UNKNOWN", "error": "broken"}),
        (403, {"errcode": "M_FORBIDDEN", "error": "no"}),
    ],
)
async def test_a_failed_key_share_is_repeated_as_it_was(
    homeserver: ThrowAwayHomeserver,
    bot: NewBot,
    person: NewPerson,
    status: int,
    body: dict[str, object],
) -> None:
    """The session stays, the key is shared after all, under the same transaction."""
    async with Meddler(homeserver.url) as meddler:
        victim, anna = await bot(meddler.url), await person("anna")
        room = await chat_with(anna, victim)
        await anna.say(room, "Please help")
        await victim.hears("Please help")
        refused = meddler.refuse("/sendToDevice/", status, body, times=2)
        for _ in range(2):
            # Whatever happens to this message, the next one must be readable.
            await asyncio.gather(victim.says(room, "We are here"), return_exceptions=True)
        await victim.says(room, "We are here")
        await anna.hears(room, "We are here")
        assert len(refused) == 2
        assert len(set(refused)) == 1
        await anna.say(room, "Thank you")
        await victim.hears("Thank you")


async def test_failing_syncs_are_asked_for_ever_more_rarely(
    homeserver: ThrowAwayHomeserver, bot: NewBot, person: NewPerson
) -> None:
    """And when the homeserver is back, so are we."""
    async with Meddler(homeserver.url) as meddler:
        victim, anna = await bot(meddler.url), await person("anna")
        room = await chat_with(anna, victim)
        meddler.refuse("/sync", 502, {"errcode": "M_UNKNOWN", "error": "bad gateway"})
        await asyncio.sleep(2)
        before = meddler.asked["sync"]
        await asyncio.sleep(3)
        assert meddler.asked["sync"] - before < 8
        meddler.rules.clear()
        await anna.say(room, "Please help")
        await victim.hears("Please help")


@pytest.mark.parametrize("where", ["header", "body"])
async def test_a_homeserver_that_asks_for_patience_gets_it(
    homeserver: ThrowAwayHomeserver, line: NewLine, where: str
) -> None:
    """`Retry-After` counts like the older `retry_after_ms`."""
    async with Meddler(homeserver.url) as meddler:
        await line(url=meddler.url, poll_s=0.2)
        more = {"retry_after_ms": 2500} if where == "body" else {}
        body = {"errcode": "M_LIMIT_EXCEEDED", "error": "slow", **more}
        headers = {"Retry-After": "2.5"} if where == "header" else {}
        refused = meddler.refuse("/sync", 429, body, headers=headers)
        await asyncio.sleep(2.4)
        assert len(refused) == 1


async def test_a_limited_send_says_how_long_to_wait_and_keeps_its_place(
    homeserver: ThrowAwayHomeserver, line: NewLine, person: NewPerson
) -> None:
    """The caller repeats the same call; the message is there once."""
    async with Meddler(homeserver.url) as meddler:
        front, anna = await line(url=meddler.url), await person("anna")
        room = await chat(anna, front)
        await anna.say(room, "Please help")
        await front.reads("Please help")
        limit = {"errcode": "M_LIMIT_EXCEEDED", "error": "slow", "retry_after_ms": 1234}
        meddler.refuse("/send/", 429, limit, times=1)
        with pytest.raises(TryLater) as caught:
            await front.say(room, "We are here", txn="limited")
        assert caught.value.after == pytest.approx(1.234)
        await front.say(room, "We are here", txn="limited")
        await anna.hears(room, "We are here")


async def test_an_answer_lost_on_the_way_back_makes_no_second_message(
    homeserver: ThrowAwayHomeserver, line: NewLine, person: NewPerson
) -> None:
    """The homeserver has the message; the repeated call finds it."""
    async with Meddler(homeserver.url) as meddler:
        front, anna = await line(url=meddler.url), await person("anna")
        room = await chat(anna, front)
        await anna.say(room, "Please help")
        await front.reads("Please help")
        meddler.lose("/send/")
        send = front.channel.send(RoomId(room), Outgoing("We are here"), TransactionId("lost"))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(send, 1)
        await front.say(room, "We are here", txn="lost")
        await front.say(room, "the end")
        await anna.hears(room, "the end")
        assert [seen.text for seen in anna.texts(room)].count("We are here") == 1


async def test_a_homeserver_restart_in_the_middle(line: NewLine, person: NewPerson) -> None:
    """A server that dies and comes back finds us waiting, in both directions."""
    with ThrowAwayHomeserver() as server:
        front, anna = await line(at=server), await person("anna", at=server)
        room = await chat(anna, front)
        await anna.say(room, "before")
        await front.reads("before")
        await asyncio.to_thread(server.kill)
        with pytest.raises(TryLater):
            await front.say(room, "answer", txn="across")
        await asyncio.to_thread(server.start)
        await front.say(room, "answer", txn="across")
        await anna.hears(room, "answer")
        await anna.say(room, "after")
        await front.reads("after", timeout=30)
        assert front.texts() == ["before", "after"]


async def test_nonsense_in_place_of_a_sync_answer_is_waited_out(
    homeserver: ThrowAwayHomeserver, line: NewLine, person: NewPerson
) -> None:
    """A proxy's error page, a list, an answer without its token."""
    async with Meddler(homeserver.url) as meddler:
        front, anna = await line(url=meddler.url, poll_s=0.2), await person("anna")
        room = await chat(anna, front)
        answers: list[object] = [[], {"next_batch": 5}]
        for nonsense in answers:
            meddler.refuse("/sync", 200, nonsense, times=1)
        await anna.say(room, "Please help")
        await front.reads("Please help", timeout=30)
        assert front.alive


async def test_a_session_that_ended_stops_the_channel(line: NewLine) -> None:
    """A person must act, so it is said at once."""
    front = await line()
    headers_of = front.channel._http
    await headers_of.request("POST", "/_matrix/client/v3/logout", {})
    begun = time.monotonic()
    assert front._pump
    with pytest.raises(LoggedOut):
        await asyncio.wait_for(front._pump, 15)
    assert time.monotonic() - begun < 10


async def test_odd_parts_of_an_answer_do_not_hide_the_rest(
    homeserver: ThrowAwayHomeserver, line: NewLine, person: NewPerson
) -> None:
    """Wrong types anywhere in a sync answer cost only that part."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    taken = front.channel._intake.take(
        {
            "next_batch": "odd",
            "to_device": {"events": [None, 5, {}, {"type": [], "sender": {}}]},
            "device_lists": {"changed": [None, {}], "left": 5},
            "device_one_time_keys_count": [],
            "rooms": {
                "join": {
                    "!a:x": None,
                    "!b:x": {"timeline": {"events": [None, {"state_key": 5}]}},
                    "!c:x": {"state": {"events": [{"type": "m.room.member", "content": 7}]}},
                    "!d:x": {"summary": {"m.heroes": 5, "m.joined_member_count": "x"}},
                },
                "leave": {"!a:x": []},
                "invite": [],
            },
        },
        "since",
    )
    assert {thing.kind for thing in taken} <= {"unfit"}
    for name in ("!a:x", "!b:x", "!c:x", "!d:x"):
        await front.channel.forget(RoomId(name))
    await anna.say(room, "Please help")
    await front.reads("Please help")
    profile = await raw(anna, "GET", f"/_matrix/client/v3/profile/{front.id}")
    assert "errcode" not in profile
