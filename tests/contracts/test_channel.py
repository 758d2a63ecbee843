"""What every channel must do, tried on each of them: the one on Matrix with a real homeserver."""

import asyncio
import itertools
import json
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass

import pytest

from bot.channels.base import (
    Account,
    Channel,
    DeskChannel,
    EventId,
    NewRoom,
    Outgoing,
    RoomAlias,
    TextCame,
    TransactionId,
)
from bot.channels.matrix.channel import DELIVERED
from bot.channels.matrix.http import path
from bot.channels.memory import MemoryChannel
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
from bot.errors import ConfigurationError, Refused
from bot.security.devices import Device, DeviceKey, PersonId, RoomId
from tests.homeserver.matrix_line import Line, chat
from tests.signal.world import signal_world

_numbers = itertools.count(1)


@dataclass
class World:
    """A channel, and someone at the other end of it."""

    channel: Channel
    room: RoomId
    """A private chat the person began."""
    person: PersonId
    write: Callable[[str], Awaitable[None]]
    came: Callable[[str], Awaitable[TextCame]]
    shown: Callable[[str], Awaitable[int]]
    """How often the person has been shown a text, once it was shown at all."""
    signs: Callable[[EventId, int], Awaitable[list[str]]]
    """The reactions the person is shown at a message, once there are so many."""


@dataclass
class RoomsWorld(World):
    """One on whose channel rooms can be made."""

    channel: DeskChannel
    clear_room: RoomId
    """A chat without encryption."""
    invited: Callable[[RoomId], Awaitable[bool]]
    """Whether the person is asked into this room."""


@pytest.fixture(scope="module")
def homeserver() -> Iterator[ThrowAwayHomeserver]:
    with ThrowAwayHomeserver() as server:
        yield server


@pytest.fixture(params=["memory", "matrix", "signal"])
async def world(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    make = {"memory": _memory, "matrix": _matrix, "signal": _signal}[request.param]
    async for made in make(request):
        yield made


@pytest.fixture(params=["memory", "matrix"])
async def rooms(request: pytest.FixtureRequest) -> AsyncIterator[RoomsWorld]:
    """Where rooms are made, and may be without encryption: on Signal neither can be."""
    make = {"memory": _memory, "matrix": _matrix}[request.param]
    async for made in make(request):
        yield made


async def _memory(_: object) -> AsyncIterator[RoomsWorld]:
    channel = MemoryChannel(Account.FRONT, PersonId("@line:test"), for_tests=True)
    room, clear, anna = RoomId("!chat"), RoomId("!clear"), PersonId("@anna:test")
    channel.enter(room)
    channel.enter(clear, encrypted=False)
    incoming: list[TextCame] = []
    batches = channel.batches()

    async def write(text: str) -> None:
        device = Device(anna, DeviceKey("key"), None)
        channel.put(TextCame(room, EventId(f"$came{next(_numbers)}"), device, text))

    async def came(text: str) -> TextCame:
        while not any(thing.untrusted_text == text for thing in incoming):
            batch = await anext(batches)
            incoming.extend(thing for thing in batch.incoming if isinstance(thing, TextCame))
        return next(thing for thing in incoming if thing.untrusted_text == text)

    async def shown(text: str) -> int:
        return channel.texts(room).count(text)

    async def invited(room: RoomId) -> bool:
        return channel.has(room, anna)

    async def signs(event: EventId, least: int) -> list[str]:
        at = channel.confirmed.count((room, event))
        assert at >= least
        return [DELIVERED] * at

    yield RoomsWorld(channel, room, anna, write, came, shown, signs, clear, invited)


async def _matrix(request: pytest.FixtureRequest) -> AsyncIterator[RoomsWorld]:
    server: ThrowAwayHomeserver = request.getfixturevalue("homeserver")
    names = [f"{hint}{next(_numbers)}" for hint in ("anna", "line")]
    for name in names:
        await asyncio.to_thread(server.user, name, "a password")
    line = await Line.log_in(server.url, names[1], "a password")
    async with await Person.log_in(server.url, names[0], "a password") as anna:
        await anna.start()
        await line.start()
        room = await chat(anna, line)
        clear = await chat(anna, line, encrypted=False)
        # A first message, because nobody answers before having been written to.
        await anna.say(room, "first")
        await line.reads("first")

        async def write(text: str) -> None:
            await anna.say(room, text)

        async def shown(text: str) -> int:
            await anna.hears(room, text)
            return [seen.text for seen in anna.texts(room)].count(text)

        async def invited(room: RoomId) -> bool:
            where = path("rooms", room, "state", "m.room.member", anna.id)
            answer = await line.channel._http.request("GET", where)
            return answer["membership"] in ("invite", "join")

        async def signs(event: EventId, least: int) -> list[str]:
            await anna.until(lambda: len(reactions(anna, event)) >= least)
            return reactions(anna, event)

        person = PersonId(anna.id)
        yield RoomsWorld(
            line.channel, room, person, write, line.reads, shown, signs, clear, invited
        )
        await line.stop()


async def _signal(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    async with signal_world(request.getfixturevalue("tmp_path"), tidy_after_s=600) as made:
        phone = made.service.phone()

        async def write(text: str) -> None:
            phone.writes(text)

        async def came(text: str) -> TextCame:
            def texts() -> list[TextCame]:
                found = [one for one in made.came if isinstance(one, TextCame)]
                return [one for one in found if one.untrusted_text == text]

            await made.service.until(texts)
            return texts()[0]

        async def shown(text: str) -> int:
            await phone.hears(text)
            return phone.texts.count(text)

        async def signs(event: EventId, least: int) -> list[str]:
            at = phone.reactions.get(int(event.partition(":")[0]))
            found = [] if at is None else [at]
            assert len(found) >= least
            return found

        await write("first")
        first = await came("first")
        yield World(made.channel, first.room, first.device.person, write, came, shown, signs)


def reactions(person: Person, event: str) -> list[str]:
    """What a client was sent of reactions to a message, each reaction once."""
    found: dict[str, str] = {}
    for body in person.received:
        one = json.loads(body)
        relation = (one.get("content") or {}).get("m.relates_to") or {}
        if one.get("type") == "m.reaction" and relation.get("event_id") == event:
            found[one["event_id"]] = relation["key"]
    return list(found.values())


def _txn() -> TransactionId:
    return TransactionId(f"contract{next(_numbers)}")


async def test_texts_come_with_who_wrote_them(world: World) -> None:
    await world.write("A text")
    came = await world.came("A text")
    assert (came.room, came.device.person, came.replaces) == (world.room, world.person, None)
    assert came.event
    assert came.device.key


async def test_a_text_goes_out_once_per_transaction(world: World) -> None:
    txn = _txn()
    first = await world.channel.send(world.room, Outgoing("An answer"), txn)
    again = await world.channel.send(world.room, Outgoing("An answer"), txn)
    assert first == again
    assert await world.shown("An answer") == 1
    assert await world.channel.send(world.room, Outgoing("An answer"), _txn()) != first


async def test_nothing_goes_in_clear_unless_it_is_meant_to(rooms: RoomsWorld) -> None:
    with pytest.raises(Refused):
        await rooms.channel.send(rooms.clear_room, Outgoing("A secret"), _txn())
    assert await rooms.channel.send(rooms.clear_room, Outgoing("A word", clear=True), _txn())


async def test_a_room_where_we_are_not_is_refused(world: World) -> None:
    with pytest.raises(Refused):
        await world.channel.send(RoomId("!elsewhere:nowhere"), Outgoing("A text"), _txn())


async def test_a_room_is_made_once_per_alias(rooms: RoomsWorld) -> None:
    alias = RoomAlias(secrets.token_hex(16))
    wanted = NewRoom(alias, "A room", (rooms.person,))
    room = await rooms.channel.create_room(wanted)
    assert await rooms.channel.create_room(wanted) == room
    await rooms.channel.invite(room, rooms.person)
    other = NewRoom(RoomAlias(secrets.token_hex(16)), "A room")
    assert await rooms.channel.create_room(other) != room


async def test_someone_put_out_of_a_room_may_be_invited_again(rooms: RoomsWorld) -> None:
    """Whoever is not there is out already; in a room that is not ours nothing can be done."""
    alias = RoomAlias(secrets.token_hex(16))
    room = await rooms.channel.create_room(NewRoom(alias, "A room", (rooms.person,)))
    assert await rooms.invited(room)
    for _ in range(2):
        await rooms.channel.remove(room, rooms.person)
    assert not await rooms.invited(room)
    await rooms.channel.remove(room, PersonId("@nobody:nowhere.test"))
    await rooms.channel.invite(room, rooms.person)
    assert await rooms.invited(room)
    with pytest.raises(Refused):
        await rooms.channel.remove(RoomId("!elsewhere:nowhere"), rooms.person)


async def test_a_message_is_confirmed_once_per_transaction(world: World) -> None:
    """One and the same sign, at a message of the other one, also when the call is repeated."""
    await world.write("A line")
    event, other = (
        (await world.came("A line")).event,
        await world.channel.send(world.room, Outgoing("Of our own"), _txn()),
    )
    txn = _txn()
    for _ in range(3):
        await world.channel.confirm(world.room, event, txn)
    await world.shown("Of our own")
    assert await world.signs(event, 1) == [DELIVERED]
    assert await world.signs(other, 0) == []
    with pytest.raises(Refused):
        await world.channel.confirm(RoomId("!elsewhere:nowhere"), event, _txn())


async def test_what_stands_in_a_room_is_what_nobody_took_back(world: World) -> None:
    first = await world.channel.send(world.room, Outgoing("One"), _txn())
    second = await world.channel.send(world.room, Outgoing("Two"), _txn())
    assert [one for one in await world.channel.standing(world.room) if one in (first, second)] == [
        second,
        first,
    ]
    await world.channel.redact(world.room, second, _txn())
    assert second not in await world.channel.standing(world.room)
    with pytest.raises(Refused):
        await world.channel.standing(RoomId("!elsewhere:nowhere"))


async def test_an_answer_is_shown_as_one(world: World) -> None:
    await world.write("A question")
    event = (await world.came("A question")).event
    await world.channel.send(world.room, Outgoing("The reply", answers=event), _txn())
    assert await world.shown("The reply") == 1


async def test_redacting_leaving_and_forgetting_can_be_repeated(world: World) -> None:
    event = await world.channel.send(world.room, Outgoing("Too much"), _txn())
    txn = _txn()
    for _ in range(2):
        await world.channel.redact(world.room, event, txn)
    for _ in range(2):
        await world.channel.leave(world.room)
    for _ in range(2):
        await world.channel.forget(world.room)
    with pytest.raises(Refused):
        await world.channel.send(world.room, Outgoing("Too late"), _txn())


def test_the_channel_for_tests_refuses_to_serve_people() -> None:
    with pytest.raises(ConfigurationError):
        MemoryChannel(Account.FRONT, PersonId("@line:test"))
