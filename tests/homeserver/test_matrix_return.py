"""Forgotten, and met again: the same client writes by sessions that the line no longer has."""

from bot.channels.base import NotRead, TextCame
from bot.demo.person import Person
from bot.security.devices import RoomId
from tests.homeserver.conftest import NewJsPerson
from tests.homeserver.js_reporter import JsReporter
from tests.homeserver.matrix_line import Line, NewLine, chat
from tests.homeserver.people import NewPerson


async def parted(front: Line, room: RoomId, *needles: str) -> None:
    """The line leaves and forgets; nothing of the person is left in what it stores."""
    await front.channel.leave(room)
    await front.channel.forget(room)
    stored = repr(front.keeper.rows)
    assert [needle for needle in needles if needle in stored] == []
    front.incoming.clear()


def keys_of(person: Person) -> tuple[str, str]:
    assert person.client.olm
    keys = person.client.olm.account.identity_keys
    return keys["curve25519"], keys["ed25519"]


async def test_the_first_message_after_being_forgotten_arrives(
    line: NewLine, person: NewPerson
) -> None:
    """Of a client that has been answered, so that it encrypts for a session that is gone."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "hello")
    await front.reads("hello")
    await front.say(room, "good day")
    await anna.hears(room, "good day")
    await anna.say(room, "goodbye")
    await front.reads("goodbye")
    await parted(front, room, anna.id, room, *keys_of(anna))

    again = await chat(anna, front)
    await anna.say(again, "it is me")
    await front.reads("it is me", timeout=10)
    assert [thing.kind for thing in front.incoming] == ["text"]
    await front.say(again, "welcome back")
    await anna.hears(again, "welcome back")


async def test_the_first_message_of_a_client_that_is_not_nio_arrives(
    line: NewLine, js_person: NewJsPerson
) -> None:
    """matrix-js-sdk, in a new chat, once it sees the line there."""
    front = await line()
    berta = await js_person("berta")
    await talked_and_parted(front, berta)
    room = RoomId(await berta.open_chat_with(front.id))
    await berta.say(room, "it is me")
    await front.reads("it is me", timeout=10)
    assert [thing.kind for thing in front.incoming] == ["text"]
    await front.say(room, "welcome back")
    await berta.hears("welcome back")


async def test_after_a_message_from_before_the_line_was_there_the_next_arrives(
    line: NewLine, js_person: NewJsPerson
) -> None:
    """The key went with the invitation, by the session that is gone; a client may not have it more.

    Then the person is asked once to write again, and that is read.
    """
    front = await line(hold_s=4.0)
    carla = await js_person("carla")
    await talked_and_parted(front, carla)
    await front.stop()
    room = RoomId(await carla.invite(front.id))
    await carla.say(room, "it is me")
    await front.restart()
    await front.comes(lambda thing: isinstance(thing, NotRead | TextCame))
    await carla.say(room, "again")
    await front.reads("again")
    assert len(front.incoming) == 2


async def talked_and_parted(front: Line, person: JsReporter) -> None:
    room = RoomId(await person.open_chat_with(front.id))
    await person.say(room, "hello")
    await front.reads("hello")
    await front.say(room, "good day")
    await person.hears("good day")
    await person.say(room, "goodbye")
    await front.reads("goodbye")
    await parted(front, room, person.id, room)
