"""What we knew of a person is gone with the last room shared with them, however they left it."""

import asyncio
import json
from typing import Any

from vodozemac import GroupSession

from bot.channels.base import Account, Journal, JournalKey
from bot.channels.matrix.channel import MatrixChannel, MatrixSettings
from bot.channels.matrix.crosssigning import CrossSigningIdentity
from bot.channels.matrix.login import Session
from bot.channels.matrix.machine import MEGOLM, OlmPayload
from bot.channels.matrix.people import Entry
from bot.security.devices import PersonId, Pins, RoomId

OWN, LEILA, OMID = "@line:example.org", PersonId("@leila:example.org"), PersonId("@omid:o.org")
ROOM, OTHER = RoomId("!room:example.org"), RoomId("!other:example.org")


class Rows:
    """The journal's rows in memory."""

    def __init__(self) -> None:
        self.rows: dict[JournalKey, bytes] = {}

    async def load(self, account: Account) -> dict[JournalKey, bytes]:
        return dict(self.rows)

    async def save(self, account: Account, changes: Journal) -> None:
        for key, value in changes.items():
            if value is None:
                self.rows.pop(key, None)
            else:
                self.rows[key] = value


async def _channel(rows: Rows) -> MatrixChannel:
    session = Session(PersonId(OWN), "DEVICE", "token")
    settings = MatrixSettings("http://127.0.0.1:9", session, hold_s=0.0)
    identity = CrossSigningIdentity.new()
    channel = MatrixChannel(settings, Account.FRONT, Pins(), rows, identity)
    await channel._load()
    return channel


def _member(person: str, membership: str, event: str) -> dict[str, Any]:
    content = {"membership": membership}
    kind = "m.room.member"
    return {
        "type": kind, "state_key": person, "sender": person, "event_id": event, "content": content
    }  # fmt: skip


def _state(kind: str, **content: str) -> dict[str, Any]:
    return {"type": f"m.room.{kind}", "state_key": "", "sender": LEILA, "content": content}


ENCRYPTION = _state("encryption", algorithm=MEGOLM)


def _answer(room: str, *timeline: dict[str, Any]) -> dict[str, Any]:
    return {"next_batch": "n", "rooms": {"join": {room: {"timeline": {"events": list(timeline)}}}}}


def _knows(channel: MatrixChannel, person: PersonId) -> None:
    channel._people._entries[person] = Entry((), stale=False)
    channel._people._save(person)


async def _left_and_forgotten(channel: MatrixChannel, room: RoomId, person: PersonId) -> None:
    members = (_member(OWN, "join", "$0"), _member(person, "join", "$1"))
    channel._turn(_answer(room, _state("create", room_version="11"), *members, ENCRYPTION))
    _knows(channel, person)
    assert channel._turn(_answer(room, _member(person, "leave", "$2")))
    await channel.forget(room)


def test_who_left_before_the_room_was_forgotten_is_forgotten_too() -> None:
    """Leaving the chat is how most reporters go."""
    rows = Rows()

    async def run() -> None:
        channel = await _channel(rows)
        channel._turn(_answer(OTHER, _member(OMID, "join", "$3")))
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
