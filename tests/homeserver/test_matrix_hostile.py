"""Hostile input on the way to the bot, and an honest message in the very same batch."""

import asyncio
import secrets

import pytest

from tests.homeserver.conftest import NewAttacker, NewBot
from tests.homeserver.matrix_attacker import MEGOLM, OLM, Attacker, text_event
from tests.homeserver.matrix_bots import Bot, OurBot, chat_with, until
from tests.homeserver.matrix_line import NewLine, chat
from tests.homeserver.people import NewPerson

ZERO = "A" * 43


def _sealed(
    own: str, body: object, kind: object = 0, sender_key: object = ZERO
) -> dict[str, object]:
    ciphertext = {own: {"type": kind, "body": body}}
    return {"algorithm": OLM, "sender_key": sender_key, "ciphertext": ciphertext}


def _deep(levels: int) -> object:
    nested: object = []
    for _ in range(levels):
        nested = [nested]
    return nested


async def _letters(mallory: Attacker, bot: Bot) -> list[tuple[str, object]]:
    """Forty ways to write to a device."""
    own, _ = await mallory.keys_of(bot.id, bot.device)
    me, you = bot.id, bot.device
    good = await mallory.olm(me, you, b"{}")
    body = good["ciphertext"][own]["body"]
    encrypted: list[object] = [
        {},
        {"algorithm": OLM},
        {"algorithm": 5, "sender_key": 5, "ciphertext": 5},
        {"algorithm": "m.unknown", "sender_key": mallory.curve, "ciphertext": {own: {}}},
        {"algorithm": OLM, "sender_key": mallory.curve, "ciphertext": "text"},
        {"algorithm": OLM, "sender_key": mallory.curve, "ciphertext": []},
        {"algorithm": OLM, "sender_key": mallory.curve, "ciphertext": {own: "text"}},
        {"algorithm": OLM, "sender_key": mallory.curve, "ciphertext": {own: {}}},
        {"algorithm": OLM, "ciphertext": good["ciphertext"]},
        _sealed(own, "%%% no base64 %%%", sender_key=mallory.curve),
        _sealed(own, "", sender_key=mallory.curve),
        _sealed(own, "é", sender_key=mallory.curve),
        _sealed(own, body[: len(body) // 2], sender_key=mallory.curve),
        _sealed(own, body[:-8] + "AAAAAAAA", sender_key=mallory.curve),
        _sealed(own, body, kind=1, sender_key=mallory.curve),
        _sealed(own, "AAAA", kind=1, sender_key=mallory.curve),
        _sealed(own, "%%%", kind=1, sender_key=mallory.curve),
        _sealed(own, body, kind="0", sender_key=mallory.curve),
        _sealed(own, body, kind=7, sender_key=mallory.curve),
        _sealed(own, body, kind=True, sender_key=mallory.curve),
        _sealed(own, body, kind=None, sender_key=mallory.curve),
        _sealed(own, 5, sender_key=mallory.curve),
        _sealed(own, body, sender_key=ZERO),
        _sealed(own, body, sender_key="no key"),
        _sealed(own, body, sender_key=""),
        _sealed(own, body, sender_key=[mallory.curve]),
        _sealed(own, secrets.token_urlsafe(40_000), sender_key=mallory.curve),
        {**good, "extra": _deep(90)},
    ]
    for plain in (
        b"",
        b"no json",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 30_000,
        b'{"type": "m.dummy"}',
    ):
        encrypted.append(await mallory.olm(me, you, plain))
    room_key = {"algorithm": MEGOLM, "room_id": "!r:x", "session_id": "s", "session_key": "k"}
    for kind, content, changes in (
        ("m.room_key", room_key, {}),
        ("m.room_key", {**room_key, "session_key": ZERO}, {}),
        ("m.room_key", {**room_key, "session_key": None, "room_id": 7}, {}),
        ("m.room_key", {**room_key, "algorithm": "m.unknown"}, {}),
        ("m.room_key", [], {}),
        ("m.room_key", room_key, {"keys": {}}),
        ("m.room_key", room_key, {"keys": "text"}),
        ("m.room_key", room_key, {"sender": me}),
        ("m.room_key", room_key, {"recipient": "@other:x"}),
        ("m.room_key", room_key, {"recipient_keys": None}),
        ("m.forwarded_room_key", room_key, {}),
        ("m.unknown", {}, {"type": 5}),
    ):
        encrypted.append(await mallory.payload(me, you, kind, content, **changes))
    others: list[tuple[str, object]] = [
        ("m.room_key", room_key),
        ("m.forwarded_room_key", room_key),
        ("m.room_key_request", {"action": "request", "body": 5}),
        ("m.room_key.withheld", {"room_id": 5, "session_id": [], "algorithm": MEGOLM}),
        ("m.key.verification.start", {"from_device": None}),
        ("m.key.verification.key", {"key": ZERO, "transaction_id": "t"}),
        ("m.dummy", {}),
        ("m.secret.request", {"name": 5}),
    ]
    return [("m.room.encrypted", content) for content in encrypted] + others


async def test_letters_of_every_hostile_kind_do_not_stop_the_bot(
    bot: NewBot, person: NewPerson, attacker: NewAttacker
) -> None:
    """An address is enough to send them. Between them, an honest message is read."""
    victim, anna, mallory = await bot(), await person("anna"), await attacker()
    room = await chat_with(anna, victim)
    await mallory.upload()
    letters = await _letters(mallory, victim)
    assert len(letters) > 40
    await victim.stop()
    for kind, content in letters[::2]:
        await mallory.post(victim.id, victim.device, kind, content)
    await anna.say(room, "Please help")
    for kind, content in letters[1::2]:
        await mallory.post(victim.id, victim.device, kind, content)
    await victim.start() if not isinstance(victim, OurBot) else await victim.restart()
    await victim.hears("Please help")
    await victim.says(room, "We are here")
    await anna.hears(room, "We are here")


@pytest.mark.parametrize("device_key", ["AAAA", ZERO, "%%%", "é" * 43, ""])
async def test_a_malformed_device_key_in_a_room_stops_nobody(
    line: NewLine, person: NewPerson, attacker: NewAttacker, device_key: str
) -> None:
    """The attacker reads nothing; everyone else goes on."""
    front, anna, mallory = await line(), await person("anna"), await attacker()
    name = mallory.device
    await mallory.upload({f"ed25519:{name}": device_key})
    bad = await mallory.open_room(front.id)
    session = await mallory.share(bad, front.id, front.settings.session.device)
    await mallory.send(bad, "m.room.encrypted", mallory.sealed(session, text_event(bad, "evil")))
    room = await chat(anna, front)
    await anna.say(room, "Please help")
    await front.reads("Please help")
    assert (await front.cannot_read()).room == bad
    assert front.texts() == ["Please help"]


async def test_a_malformed_device_key_stops_bare_nio(
    bot: NewBot, person: NewPerson, attacker: NewAttacker
) -> None:
    """The same, held against both."""
    victim, anna, mallory = await bot(), await person("anna"), await attacker()
    await mallory.upload({f"ed25519:{mallory.device}": "AAAA"})
    await mallory.open_room(victim.id)
    room = await chat_with(anna, victim)
    await anna.say(room, "Please help")
    await victim.hears("Please help")
    await victim.restart()
    await anna.say(room, "Still there?")
    await victim.hears("Still there?")


async def test_malformed_one_time_keys_hang_nothing(
    bot: NewBot, person: NewPerson, attacker: NewAttacker
) -> None:
    """Answering the attacker fails; answering the honest person afterwards does not."""
    victim, anna, mallory = await bot(), await person("anna"), await attacker()
    broken = {"signed_curve25519:AAAA": mallory.signed({"key": "AAAA"})}
    await mallory.upload(one_time=broken)
    room = await chat_with(anna, victim)
    bad = await mallory.open_room(victim.id)
    await anna.say(room, "Please help")
    await victim.hears("Please help")
    await until(lambda: _knows(victim, bad))
    for text in ("first", "second"):
        (outcome,) = await asyncio.gather(victim.says(bad, text), return_exceptions=True)
        # Any error will do, hanging will not.
        assert not isinstance(outcome, TimeoutError), "sending hangs"
    await victim.says(room, "We are here")
    await anna.hears(room, "We are here")


def _knows(victim: Bot, room: str) -> bool:
    if isinstance(victim, OurBot):
        return any(known.id == room for known in victim.line.channel._rooms)
    client = victim.client  # type: ignore[attr-defined]
    return room in client.rooms


async def test_hostile_events_in_a_room_become_one_notice_each(
    line: NewLine, attacker: NewAttacker
) -> None:
    """Whatever an encrypted event holds, the room goes on; text with odd insides does no harm."""
    front, mallory = await line(hold_s=0.5), await attacker()
    await mallory.upload()
    room = await mallory.open_room(front.id)
    await until(lambda: any(known.id == room for known in front.channel._rooms))
    session = await mallory.share(room, front.id, front.settings.session.device)
    good = mallory.sealed(session, text_event(room, "fine"))
    unreadable: list[dict[str, object]] = [
        {"algorithm": MEGOLM},
        {**good, "algorithm": "m.unknown"},
        {**good, "session_id": 5},
        {**good, "session_id": "unknown"},
        {**good, "ciphertext": "%%%"},
        {**good, "ciphertext": ""},
        {**good, "ciphertext": ["x"]},
        {**good, "ciphertext": good["ciphertext"][:40]},
    ]
    silent: list[object] = [
        {"type": 5, "room_id": room, "content": {}},
        {"type": "m.room.message", "room_id": room, "content": []},
        {"type": "m.reaction", "room_id": room, "content": {}},
    ]
    odd: list[object] = [None, 5, [], {"a": 1}, "", "\ud800", "\x00", "x" * 30_000]
    for content in unreadable:
        await mallory.send(room, "m.room.encrypted", content)
    await mallory.send(room, "m.room.encrypted", {})
    for inside in [*silent, *(text_event(room, body) for body in odd)]:
        await mallory.send(room, "m.room.encrypted", mallory.sealed(session, inside))
    end = mallory.sealed(session, text_event(room, "fine"))
    await mallory.send(room, "m.room.encrypted", end)
    await front.reads("fine", timeout=30)
    kinds = [thing.kind for thing in front.incoming]
    assert kinds.count("not_read") == len(unreadable)
    assert kinds.count("text") == len(odd) + 1
    assert front.alive
