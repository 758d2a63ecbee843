"""A reporter with a client of their own, and the line: talk, restart, edit, redaction."""

import logging
import secrets
import time

import pytest

from bot.channels.base import (
    Account,
    NewRoom,
    Outgoing,
    PersonJoined,
    Redacted,
    RoomAlias,
    TransactionId,
)
from bot.errors import TryLater
from bot.security.devices import PersonId, RoomId
from tests.homeserver.matrix_line import NewLine, chat
from tests.homeserver.people import NewPerson


async def test_a_reporter_writes_and_is_answered(line: NewLine, person: NewPerson) -> None:
    """The invitation is accepted by itself, the text is read, the answer can be read."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "Good evening")
    came = await front.reads("Good evening")
    assert anna.client.olm
    assert anna.identity
    anna_keys = anna.client.olm.account.identity_keys
    assert (came.room, came.device.person, came.replaces) == (room, anna.id, None)
    assert came.device.key == anna_keys["ed25519"]
    assert came.device.master == anna.identity.master_public

    await front.say(room, "Good evening to you")
    assert await anna.hears(room, "to you") == "Good evening to you"
    assert all(seen.encrypted for seen in anna.texts(room))


async def test_what_was_sent_is_found_by_its_transaction(line: NewLine, person: NewPerson) -> None:
    """Also when the homeserver has forgotten which transactions it had."""
    front, anna = await line(), await person("anna")
    room = RoomId(await chat(anna, front))
    await anna.say(room, "Good evening")
    await front.reads("Good evening")
    since = int(time.time())
    sent = await front.channel.send(room, Outgoing("We are here"), TransactionId("first"))
    for number in range(120):  # more than one page
        await front.channel.send(room, Outgoing("later"), TransactionId(f"later-{number}"))
    assert await front.channel.echo(room, TransactionId("first"), since) == sent
    assert await front.channel.echo(room, TransactionId("never"), since) is None


async def test_what_must_be_read_waits_for_a_reader(line: NewLine, person: NewPerson) -> None:
    """Who comes later could never read it: nothing is sent before somebody can."""
    desk, paula = await line(account=Account.DESK), await person("paula")
    assert paula.master_key
    desk.pins.staff[PersonId(paula.id)] = paula.master_key
    room = await desk.channel.create_room(NewRoom(RoomAlias(secrets.token_hex(16)), "Desk"))
    card = Outgoing("A case waits", awaits_reader=True)
    with pytest.raises(TryLater):
        await desk.channel.send(room, card, TransactionId("card"))
    await desk.channel.invite(room, PersonId(paula.id))
    await paula.join_invitation_of(desk.id)
    await desk.comes(lambda thing: isinstance(thing, PersonJoined))
    await desk.channel.send(room, card, TransactionId("card"))
    assert await paula.hears(room, "A case waits") == "A case waits"


async def test_a_restart_in_the_middle_loses_and_repeats_nothing(
    line: NewLine, person: NewPerson
) -> None:
    """What was written while the line was away is read afterwards, once, in order."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "one")
    await front.reads("one")
    await front.say(room, "answer one")
    await front.stop()
    for number in ("two", "three"):
        await anna.say(room, number)
    await front.restart()
    await front.reads("three")
    assert front.texts() == ["one", "two", "three"]
    await front.say(room, "answer two")
    await anna.hears(room, "answer two")


async def test_edits_and_redactions_follow(line: NewLine, person: NewPerson) -> None:
    """An edit names what it replaces; a redaction names what is taken back."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    first = await anna.say(room, "hte words")
    await front.reads("hte words")
    await anna.edit(room, first, "the words")
    assert (await front.reads("the words")).replaces == first
    await anna.redact(room, first)
    gone = await front.comes(lambda thing: isinstance(thing, Redacted))
    assert isinstance(gone, Redacted)
    assert (gone.target, gone.person) == (first, anna.id)


async def test_the_same_transaction_twice_is_one_message(line: NewLine, person: NewPerson) -> None:
    """Also when the line was restarted in between and encrypts with another key."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "hello")
    await front.reads("hello")
    once = await front.say(room, "only once", txn="fixed")
    await front.restart()
    assert await front.say(room, "only once", txn="fixed") == once
    await front.say(room, "the end")
    await anna.hears(room, "the end")
    assert [seen.text for seen in anna.texts(room)].count("only once") == 1


async def test_nothing_that_names_anyone_is_logged(
    line: NewLine, person: NewPerson, caplog: pytest.LogCaptureFixture
) -> None:
    """Not by us and not by the libraries below, at whatever level."""
    caplog.set_level(logging.DEBUG)
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "A marked text")
    await front.reads("A marked text")
    await front.say(room, "A marked answer")
    await front.restart()
    await front.channel.leave(room)
    await front.channel.forget(room)
    for secret in (room, anna.id, front.id, "marked", front.settings.session.token):
        assert secret not in caplog.text


async def test_what_is_forgotten_stays_forgotten(line: NewLine, person: NewPerson) -> None:
    """Also when an answer that still tells of the room was under way."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "Good evening")
    await front.reads("Good evening")
    await front.channel.forget(room)
    await anna.say(room, "Are you there?")
    other = await chat(anna, front)
    await anna.say(other, "Again")
    await front.reads("Again")
    assert front.texts() == ["Good evening", "Again"]
    assert not any(room in key for _, key in front.keeper.rows)
