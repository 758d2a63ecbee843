"""Each room in its order: gaps, late keys, withheld keys. Nothing lost, nothing twice."""

import asyncio
import random

import pytest
import vodozemac

from bot.channels.base import Batch, Incoming, NotRead, TextCame, Unreadable
from bot.channels.matrix import backfill
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.security.devices import RoomId
from tests.homeserver.conftest import NewAttacker, NewBot
from tests.homeserver.matrix_attacker import MEGOLM, Attacker, text_event
from tests.homeserver.matrix_bots import chat_with, until
from tests.homeserver.matrix_line import Line, NewLine, chat
from tests.homeserver.matrix_meddler import Meddler
from tests.homeserver.people import NewPerson

MANY = 80


class Talker:
    """Someone who decides when each key is given."""

    def __init__(self, mallory: Attacker, room: str, front: Line) -> None:
        self.mallory, self.room, self.front = mallory, room, front

    @classmethod
    async def begin(cls, mallory: Attacker, front: Line) -> "Talker":
        await mallory.upload()
        room = await mallory.open_room(front.id)
        await until(lambda: front.channel._rooms.get(RoomId(room)) is not None)
        return cls(mallory, room, front)

    @property
    def device(self) -> str:
        return self.front.settings.session.device

    async def session(self) -> vodozemac.GroupSession:
        return await self.mallory.share(self.room, self.front.id, self.device)

    async def say(self, session: vodozemac.GroupSession, text: str) -> None:
        content = self.mallory.sealed(session, text_event(self.room, text))
        await self.mallory.send(self.room, "m.room.encrypted", content)

    async def give(self, letter: dict[str, object]) -> None:
        await self.mallory.post(self.front.id, self.device, "m.room.encrypted", letter)

    async def keyless(self) -> tuple[vodozemac.GroupSession, dict[str, object]]:
        """A session whose key stays here, and the letter that would bring it."""
        session = vodozemac.GroupSession()
        content = {
            "algorithm": MEGOLM,
            "room_id": self.room,
            "session_id": session.session_id,
            "session_key": session.session_key.to_base64(),
        }
        return session, await self.mallory.payload(
            self.front.id, self.device, "m.room_key", content
        )


async def test_many_messages_while_away_are_all_read_in_order(
    bot: NewBot, person: NewPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than one answer holds: the gap is filled, page by page, before anything newer."""
    monkeypatch.setattr(backfill, "PAGE", 20)
    victim, anna = await bot(), await person("anna")
    room = await chat_with(anna, victim)
    await anna.say(room, "first")
    await victim.hears("first")
    await victim.stop()
    for number in range(MANY):
        await anna.say(room, f"number {number}")
    await victim.restart()
    await anna.say(room, "last")
    await victim.hears("last")
    assert victim.texts() == ["first", *(f"number {number}" for number in range(MANY)), "last"]


async def test_a_gap_that_cannot_be_filled_holds_back_only_its_room(
    homeserver: ThrowAwayHomeserver, line: NewLine, person: NewPerson
) -> None:
    """After its time the room goes on; the missing part is given when it can be had."""
    async with Meddler(homeserver.url) as meddler:
        front = await line(url=meddler.url, hold_s=4.0, poll_s=1.0)
        anna, bea = await person("anna"), await person("bea")
        room, other = await chat(anna, front), await chat(bea, front)
        await anna.say(room, "first")
        await front.reads("first")
        await front.stop()
        meddler.refuse("/messages", 502, {})
        for number in range(60):
            await anna.say(room, f"number {number}")
        await bea.say(other, "me too")
        await front.restart()
        await front.reads("me too")
        assert "number 59" not in front.texts()
        await front.reads("number 59")
        assert "number 5" not in front.texts()
        meddler.rules.clear()
        await front.reads("number 5", timeout=20)
        numbered = [text for text in front.texts() if text.startswith("number")]
        assert sorted(numbered) == sorted(f"number {number}" for number in range(60))


async def test_a_late_key_holds_back_its_room_and_no_other(
    line: NewLine, person: NewPerson, attacker: NewAttacker
) -> None:
    """When it comes in time, order is kept; also across a restart."""
    front, anna = await line(), await person("anna")
    talker = await Talker.begin(await attacker(), front)
    early = await talker.session()
    late, letter = await talker.keyless()
    await talker.say(late, "one")
    await talker.say(early, "two")
    room = await chat(anna, front)
    await anna.say(room, "elsewhere")
    await front.reads("elsewhere")
    await until(lambda: any(kind == "queue" for kind, _ in front.keeper.rows))
    assert front.texts() == ["elsewhere"]
    await front.restart()
    await talker.say(early, "three")
    await asyncio.sleep(0.5)
    assert front.texts() == ["elsewhere"]
    await talker.give(letter)
    await front.reads("three")
    assert front.texts() == ["elsewhere", "one", "two", "three"]
    assert not any(kind == "queue" for kind, _ in front.keeper.rows)


async def test_a_key_that_is_too_late_is_said_and_used_all_the_same(
    line: NewLine, attacker: NewAttacker
) -> None:
    """First the notice, in place; then later messages; then, once, the text."""
    front = await line(hold_s=3.0)
    talker = await Talker.begin(await attacker(), front)
    early = await talker.session()
    late, letter = await talker.keyless()
    await talker.say(late, "one")
    await talker.say(early, "two")
    await front.reads("two")
    assert [thing.kind for thing in front.incoming] == ["not_read", "text"]
    assert (await front.cannot_read()).reason is Unreadable.NO_KEY
    await front.restart()
    await talker.give(letter)
    await front.reads("one")
    await talker.say(late, "three")
    await front.reads("three")
    assert front.texts() == ["two", "one", "three"]


async def test_time_is_what_the_clock_says(line: NewLine, attacker: NewAttacker) -> None:
    """Thirty seconds, not a retry more."""
    front = await line(hold_s=30.0, poll_s=0.3)
    talker = await Talker.begin(await attacker(), front)
    late, _ = await talker.keyless()
    await talker.say(late, "one")
    await until(lambda: any(kind == "queue" for kind, _ in front.keeper.rows))
    front.clock_ahead = 29.0
    await asyncio.sleep(0.5)
    assert not front.incoming
    front.clock_ahead = 31.0
    assert (await front.cannot_read(timeout=3)).reason is Unreadable.NO_KEY


async def test_a_withheld_key_is_known_at_once(line: NewLine, attacker: NewAttacker) -> None:
    """From the sender it counts; from anyone else it does not."""
    front = await line(hold_s=30.0)
    talker, stranger = await Talker.begin(await attacker(), front), await attacker()
    late, _ = await talker.keyless()
    await talker.say(late, "one")
    notice = {
        "algorithm": MEGOLM,
        "room_id": talker.room,
        "session_id": late.session_id,
        "sender_key": talker.mallory.curve,
        "code": "m.unverified",
        "reason": "not cross-signed",
    }
    await stranger.post(front.id, talker.device, "m.room_key.withheld", notice)
    await asyncio.sleep(0.5)
    assert not front.incoming
    await talker.mallory.post(front.id, talker.device, "m.room_key.withheld", notice)
    came = await front.cannot_read(timeout=5)
    assert (came.reason, came.person) == (Unreadable.WITHHELD, talker.mallory.id)


async def test_a_crash_before_the_commit_repeats_the_whole_batch(
    line: NewLine, person: NewPerson
) -> None:
    """What was decrypted but not stored is decrypted again from the stored state."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "one")
    await front.reads("one")
    crashes = 0

    async def crash(batch: Batch) -> None:
        nonlocal crashes
        crashes += 1
        raise RuntimeError("the disk is full")

    commit, front._commit = front._commit, crash  # type: ignore[method-assign]
    await anna.say(room, "two")
    await until(lambda: not front.alive)
    assert crashes == 1
    front._commit = commit  # type: ignore[method-assign]
    await front.restart()
    await front.reads("two")
    assert front.texts() == ["one", "two"]
    assert not [thing for thing in front.incoming if isinstance(thing, NotRead)]


async def test_crashes_at_any_moment_lose_nothing_and_repeat_nothing(
    line: NewLine, person: NewPerson
) -> None:
    """Messages keep coming while the line is cut off again and again, wherever it happens to be."""
    front, anna, bea = await line(), await person("anna"), await person("bea")
    rooms = [(anna, await chat(anna, front)), (bea, await chat(bea, front))]
    for someone, room in rooms:
        await someone.say(room, "begin")

    async def talk() -> None:
        for number in range(30):
            for someone, room in rooms:
                await someone.say(room, f"number {number}")
            await asyncio.sleep(0.05)

    talking = asyncio.create_task(talk())
    chance = random.Random(7)
    while not talking.done():
        await asyncio.sleep(chance.uniform(0.05, 0.6))
        await front.restart()
    await talking
    for someone, room in rooms:
        await someone.say(room, "end")
    for _, room in rooms:
        await front.comes(lambda thing, room=room: _is_end(thing, room))  # type: ignore[misc]
        texts = [
            thing.untrusted_text
            for thing in front.incoming
            if isinstance(thing, TextCame) and thing.room == room
        ]
        assert texts == ["begin", *(f"number {number}" for number in range(30)), "end"]
    assert not [thing for thing in front.incoming if isinstance(thing, NotRead)]


def _is_end(thing: Incoming, room: str) -> bool:
    return isinstance(thing, TextCame) and (thing.untrusted_text, thing.room) == ("end", room)


async def test_a_power_cut_between_arrival_and_handling_loses_nothing(
    bot: NewBot, person: NewPerson
) -> None:
    """The place in the stream is stored with what came, never before it."""
    victim, anna = await bot(), await person("anna")
    room = await chat_with(anna, victim)
    await anna.say(room, "The first")
    await victim.hears("The first")
    victim.die_at_next_text()
    await anna.say(room, "The second")
    await until(lambda: victim.dead)
    await victim.restart()
    await victim.hears("The second")
