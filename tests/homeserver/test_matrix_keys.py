"""Our keys on the homeserver: drained, rotated, and uploaded in spite of lost answers."""

import asyncio

from bot.channels.matrix.keys import FALLBACK_LIFE_S
from bot.demo.homeserver import ThrowAwayHomeserver
from tests.homeserver.conftest import NewAttacker, NewBot
from tests.homeserver.matrix_attacker import text_event
from tests.homeserver.matrix_bots import chat_with, until
from tests.homeserver.matrix_line import NewLine
from tests.homeserver.matrix_meddler import Meddler
from tests.homeserver.people import NewPerson

ALL = 60


async def test_drained_one_time_keys_are_refilled(bot: NewBot, attacker: NewAttacker) -> None:
    """Anyone may take all keys there are; soon there are new ones."""
    victim, mallory = await bot(), await attacker()
    await asyncio.sleep(1)
    for _ in range(ALL):
        claimed = await mallory.claim(victim.id, victim.device)
    assert claimed.keys() in (set(), claimed.keys())
    async with asyncio.timeout(8):
        while True:
            served = await mallory.claim(victim.id, victim.device)
            if served and not any(key.get("fallback") for key in served.values()):
                return
            await asyncio.sleep(0.3)


async def test_a_new_person_is_read_while_the_keys_are_drained(
    bot: NewBot, person: NewPerson, attacker: NewAttacker
) -> None:
    """The fallback key serves when the bot is away and nothing else is left."""
    victim, anna, mallory = await bot(), await person("anna"), await attacker()
    room = await chat_with(anna, victim)
    await victim.stop()
    for _ in range(ALL):
        await mallory.claim(victim.id, victim.device)
    await anna.say(room, "Please help")
    await victim.restart()
    await victim.hears("Please help")


async def test_a_used_fallback_key_is_replaced(line: NewLine, attacker: NewAttacker) -> None:
    """But not at once: a message under way may still need the old one. Both can be read."""
    front, mallory = await line(poll_s=1.0), await attacker()
    await mallory.upload()
    device = front.settings.session.device

    async def fallback() -> str:
        async with asyncio.timeout(10):
            while True:
                for key in (await mallory.claim(front.id, device)).values():
                    if key.get("fallback"):
                        return str(key["key"])

    await front.stop()
    first = await fallback()
    room_key = await mallory.payload(front.id, device, "m.dummy", {})
    assert await fallback() == first
    await front.restart()
    await until(lambda: not front.channel._keys._missing)
    # A new channel does not remember when the key was made, so it is replaced at the start.
    await mallory.post(front.id, device, "m.room.encrypted", room_key)
    await until(lambda: bool(front.channel._machine.sessions.of(mallory.curve)))
    await front.stop()
    assert await fallback() != first
    await front.restart()
    assert front.alive
    assert FALLBACK_LIFE_S > 60


async def test_fallback_keys_are_not_replaced_at_every_use(
    line: NewLine, attacker: NewAttacker
) -> None:
    """Else an attacker could make the line forget the key that a reporter is using."""
    front, mallory = await line(poll_s=1.0), await attacker()
    device = front.settings.session.device
    seen: set[str] = set()
    for _ in range(6):
        for _ in range(ALL):
            for key in (await mallory.claim(front.id, device)).values():
                if key.get("fallback"):
                    seen.add(key["key"])
        await asyncio.sleep(0.3)
    assert len(seen) <= 2
    front.clock_ahead += FALLBACK_LIFE_S + 1
    before = len(seen)
    async with asyncio.timeout(15):
        while len(seen) == before:
            for key in (await mallory.claim(front.id, device)).values():
                if key.get("fallback"):
                    seen.add(key["key"])


async def test_an_upload_whose_answer_was_lost_heals_itself(
    homeserver: ThrowAwayHomeserver, bot: NewBot, person: NewPerson
) -> None:
    """The homeserver has keys of which the bot does not know; new people are read all the same."""
    async with Meddler(homeserver.url) as meddler:
        victim = await bot(meddler.url, start=False)
        meddler.lose("/keys/upload", b"one_time_keys")
        beginning = asyncio.create_task(victim.start())
        await until(lambda: not meddler.to_lose)
        beginning.cancel()
        await asyncio.gather(beginning, return_exceptions=True)
        await victim.restart()
        anna = await person("anna")
        room = await chat_with(anna, victim)
        await anna.say(room, "Please help")
        await victim.hears("Please help")


async def test_key_ids_that_are_taken_are_skipped(
    line: NewLine, attacker: NewAttacker, person: NewPerson
) -> None:
    """Also when the account's memory is older than the homeserver's: "already exists" is no end."""
    front, mallory = await line(), await attacker()
    device = front.settings.session.device
    await front.stop()
    old = dict(front.keeper.rows)
    for _ in range(45):
        await mallory.claim(front.id, device)
    await front.restart()
    await until(lambda: not front.channel._keys._missing)
    await front.stop()
    front.keeper.rows = old
    for _ in range(45):
        await mallory.claim(front.id, device)
    await front.restart()
    await until(lambda: not front.channel._keys._missing)
    await mallory.upload()
    room = await mallory.open_room(front.id)
    for _ in range(8):
        await mallory.claim(front.id, device)
    await until(lambda: any(known.id == room for known in front.channel._rooms))
    session = await mallory.share(room, front.id, device)
    await mallory.send(
        room, "m.room.encrypted", mallory.sealed(session, text_event(room, "Please help"))
    )
    await front.reads("Please help")
