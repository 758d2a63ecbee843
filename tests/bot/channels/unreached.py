"""A Matrix channel that never reaches a network, and the events it is shown."""

import time
from collections.abc import Callable
from typing import Any

from bot.channels.base import Account, Journal, JournalKey
from bot.channels.matrix.channel import MatrixChannel, MatrixSettings
from bot.channels.matrix.crosssigning import CrossSigningIdentity
from bot.channels.matrix.login import Session
from bot.channels.matrix.unused import hour_now
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

    def of(self, kind: str) -> set[str]:
        return {key for one, key in self.rows if one == kind}


def unreached(
    rows: Rows,
    clock: Callable[[], float] = time.monotonic,
    hour: Callable[[], int] = hour_now,
) -> MatrixChannel:
    """The front's channel over these rows, not loaded yet."""
    session = Session(PersonId(OWN), "DEVICE", "token")
    settings = MatrixSettings("http://127.0.0.1:9", session)
    identity = CrossSigningIdentity.new()
    return MatrixChannel(settings, Account.FRONT, Pins(), rows, identity, clock, hour)


def state(kind: str, **content: object) -> dict[str, Any]:
    event = {"type": f"m.room.{kind}", "state_key": "", "event_id": f"${kind}"}
    return {**event, "content": content, "sender": "@someone:example.org"}


def member(person: str, membership: str) -> dict[str, Any]:
    event = {"type": "m.room.member", "state_key": person, "sender": person}
    named = f"${membership} of {person}"
    return {**event, "event_id": named, "content": {"membership": membership}}


def answer(room: str, *timeline: dict[str, Any]) -> dict[str, Any]:
    """What a sync says when this was said in a room."""
    return {"next_batch": "n", "rooms": {"join": {room: {"timeline": {"events": list(timeline)}}}}}
