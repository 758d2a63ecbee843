"""What we knew of a person is gone with the last room shared with them, however they left it."""

import asyncio
import json

from vodozemac import GroupSession

from bot.channels.matrix.channel import MatrixChannel
from bot.channels.matrix.machine import MEGOLM, OlmPayload
from bot.channels.matrix.people import Entry
from bot.security.devices import PersonId, RoomId
from tests.bot.channels.unreached import (
    LEILA,
    OMID,
    OTHER,
    OWN,
    ROOM,
    Rows,
    answer,
    member,
    state,
    unreached,
)


async def _channel(rows: Rows) -> MatrixChannel:
    channel = unreached(rows)
    await channel._load()
    return channel


def _knows(channel: MatrixChannel, person: PersonId) -> None:
    channel._people._entries[person] = Entry((), stale=False)
    channel._people._save(person)


async def _left_and_forgotten(channel: MatrixChannel, room: RoomId, person: PersonId) -> None:
    encryption = state("encryption", algorithm=MEGOLM)
    members = (member(OWN, "join"), member(person, "join"))
    channel._turn(answer(room, state("create", room_version="11"), *members, encryption))
    _knows(channel, person)
    assert channel._turn(answer(room, member(person, "leave")))
    await channel.forget(room)


def test_who_left_before_the_room_was_forgotten_is_forgotten_too() -> None:
    """Leaving the chat is how most reporters go."""
    rows = Rows()

    async def run() -> None:
        channel = await _channel(rows)
        channel._turn(answer(OTHER, member(OMID, "join")))
        _knows(channel, OMID)
        await _left_and_forgotten(channel, ROOM, LEILA)
        assert OMID in channel._people._entries
        assert LEILA not in channel._people._entries

    asyncio.run(run())
    stored = json.dumps([[*key, value.decode("latin-1")] for key, value in rows.rows.items()])
    assert LEILA not in stored
    assert ROOM not in stored
    assert OMID in stored


def test_rows_of_people_without_a_room_go_at_the_start() -> None:
    """Whatever an earlier version, or a crash, left behind."""
    rows = Rows()
    rows.rows[("devices", LEILA)] = json.dumps([False, []]).encode()

    async def run() -> None:
        channel = await _channel(rows)
        await channel._journal.save()

    asyncio.run(run())
    assert ("devices", LEILA) not in rows.rows


def test_who_shared_a_key_is_not_remembered_without_it() -> None:
    """In memory either."""

    async def run() -> None:
        channel = await _channel(Rows())
        content = {"algorithm": MEGOLM, "room_id": ROOM, "session_id": "s", "session_key": "bad"}
        channel._groups.add(OlmPayload(LEILA, "curve", "ed", "m.room_key", content))
        assert channel._groups._aside == {}
        session = GroupSession()
        content |= {
            "session_id": session.session_id,
            "session_key": session.session_key.to_base64(),
        }
        assert channel._groups.add(OlmPayload(LEILA, "curve", "ed", "m.room_key", content))
        assert channel._groups._aside
        await channel.forget(ROOM)
        assert channel._groups._aside == {}

    asyncio.run(run())
