"""Who wrote a message is what the keys say, whatever the homeserver swears."""

import secrets
from typing import Any
from urllib.parse import quote

import pytest

from bot.channels.base import NotRead, Unreadable
from bot.channels.matrix.crosssigning import CrossSigningIdentity
from bot.channels.matrix.trust import devices_of
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
from bot.security.devices import PersonId
from tests.homeserver.conftest import NewAttacker, NewBot
from tests.homeserver.matrix_attacker import MEGOLM, text_event
from tests.homeserver.matrix_bots import Bot, OurBot, chat_with, raw
from tests.homeserver.matrix_line import NewLine, chat
from tests.homeserver.people import NewPerson


async def _send(person: Person, room: str, kind: str, content: object) -> str:
    """An event in this person's name, as a homeserver could invent it."""
    path = f"/_matrix/client/v3/rooms/{quote(room)}/send/{kind}/{secrets.token_hex(8)}"
    return str((await raw(person, "PUT", path, content))["event_id"])


async def _wire(person: Person, room: str, event: str) -> dict[str, Any]:
    """An event's content as the homeserver has it."""
    path = f"/_matrix/client/v3/rooms/{quote(room)}/event/{quote(event)}"
    content: dict[str, Any] = (await raw(person, "GET", path))["content"]
    return content


def _reasons(victim: Bot) -> list[Unreadable]:
    assert isinstance(victim, OurBot)
    return [thing.reason for thing in victim.line.incoming if isinstance(thing, NotRead)]


async def test_a_forged_sender_is_not_believed(
    bot: NewBot, person: NewPerson, attacker: NewAttacker
) -> None:
    """The event says anna, the session is mallory's."""
    victim, anna, mallory = await bot(), await person("anna"), await attacker()
    room = await chat_with(anna, victim)
    await mallory.upload()
    session = await mallory.share(room, victim.id, victim.device)
    forged = mallory.sealed(session, text_event(room, "I take it all back"))
    await _send(anna, room, "m.room.encrypted", forged)
    # Claiming anna's device and key outside does not help either.
    await _send(anna, room, "m.room.encrypted", {**forged, "device_id": anna.client.device_id})
    await anna.say(room, "True words")
    await victim.hears("True words")
    assert victim.texts() == ["True words"]
    assert _reasons(victim) == [Unreadable.FORGED, Unreadable.FORGED]


async def test_a_session_shared_on_by_another_stays_its_makers(
    line: NewLine, person: NewPerson, attacker: NewAttacker
) -> None:
    """Knowing a room key is not owning it: mallory passes anna's key on as her own, in vain."""
    front, anna, mallory = await line(), await person("anna"), await attacker()
    room = await chat(anna, front)
    await anna.say(room, "one")
    await front.reads("one")
    await mallory.upload()
    assert anna.client.olm
    outbound = anna.client.olm.outbound_group_sessions[room]
    content = {
        "algorithm": MEGOLM,
        "room_id": room,
        "session_id": outbound.id,
        "session_key": outbound.session_key,
    }
    device = front.settings.session.device
    letter = await mallory.payload(front.id, device, "m.room_key", content)
    await mallory.post(front.id, device, "m.room.encrypted", letter)
    await anna.say(room, "two")
    came = await front.reads("two")
    assert anna.client.olm.account.identity_keys["ed25519"] == came.device.key


async def test_a_replay_is_dropped_in_silence(bot: NewBot, person: NewPerson) -> None:
    """The same ciphertext as a new event is no second message, also after a restart."""
    victim, anna = await bot(), await person("anna")
    room = await chat_with(anna, victim)
    event = await anna.say(room, "I agree")
    await victim.hears("I agree")
    wire = await _wire(anna, room, event)
    await victim.restart()
    await _send(anna, room, "m.room.encrypted", wire)
    await anna.say(room, "later")
    await victim.hears("later")
    assert victim.texts() == ["I agree", "later"]


async def test_clear_text_in_an_encrypted_room_is_not_read(bot: NewBot, person: NewPerson) -> None:
    """Whoever can make the homeserver send it could be anyone."""
    victim, anna = await bot(), await person("anna")
    room = await chat_with(anna, victim)
    await _send(anna, room, "m.room.message", {"msgtype": "m.text", "body": "in the clear"})
    await anna.say(room, "in secret")
    await victim.hears("in secret")
    assert victim.texts() == ["in secret"]
    assert _reasons(victim) == [Unreadable.CLEAR_TEXT]


async def test_encryption_cannot_be_switched_off(line: NewLine, person: NewPerson) -> None:
    """A later state event that names no algorithm changes nothing."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    path = f"/_matrix/client/v3/rooms/{quote(room)}/state/m.room.encryption"
    await raw(anna, "PUT", path, {"algorithm": "none"})
    await _send(anna, room, "m.room.message", {"msgtype": "m.text", "body": "in the clear"})
    assert (await front.cannot_read()).reason is Unreadable.CLEAR_TEXT
    await anna.say(room, "in secret")
    await front.reads("in secret")


async def test_an_edit_in_the_clear_part_changes_nothing(
    line: NewLine, person: NewPerson, attacker: NewAttacker
) -> None:
    """Only what was encrypted acts; and only the author edits."""
    front, mallory = await line(), await attacker()
    await mallory.upload()
    room = await mallory.open_room(front.id)
    anna = await person("anna")
    await chat(anna, front)
    session = await mallory.share(room, front.id, front.settings.session.device)
    plain = mallory.sealed(session, text_event(room, "first"))
    first = await mallory.send(room, "m.room.encrypted", plain)
    relation = {"rel_type": "m.replace", "event_id": first}
    outside = {"m.new_content": {"msgtype": "m.text", "body": "evil"}, "m.relates_to": relation}
    without = mallory.sealed(session, text_event(room, "plain inside"))
    await mallory.send(room, "m.room.encrypted", {**without, **outside})
    await mallory.send(room, "m.reaction", {"m.relates_to": {**relation, "key": "x"}})
    end = mallory.sealed(session, text_event(room, "end"))
    await mallory.send(room, "m.room.encrypted", end)
    await front.reads("end")
    assert front.texts() == ["first", "plain inside", "end"]


async def test_only_a_device_its_owner_signed_bears_the_master_key(
    homeserver: ThrowAwayHomeserver, line: NewLine, person: NewPerson
) -> None:
    """A second device of the same person, signed by nobody or by another identity, does not."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "signed")
    assert (await front.reads("signed")).device.master == anna.master_key
    async with await Person.log_in(
        homeserver.url, anna.id, "a password", cross_signed=False
    ) as second:
        await second.start()
        await second.say(room, "unsigned")
        came = await front.reads("unsigned")
        assert (came.device.person, came.device.master) == (anna.id, None)


async def test_the_line_itself_is_cross_signed(line: NewLine, person: NewPerson) -> None:
    """Doing it again is harmless; another identity needs the password."""
    front, anna = await line(), await person("anna")
    await front.channel.cross_sign("a password")
    await front.channel.cross_sign()
    query: dict[str, object] = {"device_keys": {front.id: []}}
    answer = await raw(anna, "POST", "/_matrix/client/v3/keys/query", query)
    (device,) = devices_of(PersonId(front.id), answer)
    assert device.master == front.identity.master_public
    front.identity = CrossSigningIdentity.new()
    await front.restart()
    with pytest.raises(Exception, match="password is needed"):
        await front.channel.cross_sign()
    with pytest.raises(Exception, match="did not accept the account's password"):
        await front.channel.cross_sign("wrong")
    await front.channel.cross_sign("a password")
