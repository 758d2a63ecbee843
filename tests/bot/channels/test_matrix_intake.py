"""Sync answers of every shape: never an exception, always a state that can be stored and loaded."""

import asyncio
import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.base import Account, Journal, JournalKey
from bot.channels.matrix.canonical import encode
from bot.channels.matrix.channel import MatrixChannel, MatrixSettings
from bot.channels.matrix.crosssigning import CrossSigningIdentity
from bot.channels.matrix.login import Session
from bot.channels.matrix.machine import MEGOLM, OLM
from bot.channels.matrix.parse import parse
from bot.security.devices import PersonId, Pins

OWN = "@line:example.org"
IDENTITY = CrossSigningIdentity.new()


class Rows:
    """Rows in memory, as strict about text as SQLite."""

    def __init__(self) -> None:
        self.rows: dict[JournalKey, bytes] = {}

    async def load(self, account: Account) -> dict[JournalKey, bytes]:
        return dict(self.rows)

    async def save(self, account: Account, changes: Journal) -> None:
        for (kind, key), value in changes.items():
            key.encode()
            if value is None:
                self.rows.pop((kind, key), None)
            else:
                self.rows[(kind, key)] = value


def _channel(rows: Rows, account: Account) -> MatrixChannel:
    session = Session(PersonId(OWN), "DEVICE", "token")
    settings = MatrixSettings("http://127.0.0.1:9", session, hold_s=0.0)
    return MatrixChannel(settings, account, Pins(), rows, IDENTITY)


words = st.sampled_from(
    [
        "!room:example.org",
        "!other:example.org",
        OWN,
        "@anna:example.org",
        "$event",
        "m.room.encrypted",
        "m.room.message",
        "m.room.member",
        "m.room.encryption",
        "m.room.create",
        "m.room.redaction",
        "m.room.tombstone",
        "m.room_key",
        "m.room_key.withheld",
        "join",
        "invite",
        "leave",
        "m.space",
        "11",
        "",
        "\0",
        "\ud800",
        MEGOLM,
        OLM,
        encode(bytes(32)),
    ]
)
names = st.sampled_from(
    [
        "type",
        "sender",
        "content",
        "event_id",
        "state_key",
        "membership",
        "algorithm",
        "session_id",
        "ciphertext",
        "sender_key",
        "room_id",
        "redacts",
        "m.relates_to",
        "msgtype",
        "room_version",
    ]
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=5),
    max_leaves=10,
)
events = st.dictionaries(names, anything, max_size=7) | anything
some = st.lists(events, max_size=4) | anything
part = st.fixed_dictionaries(
    {},
    optional={
        "timeline": st.fixed_dictionaries(
            {}, optional={"events": some, "limited": anything, "prev_batch": words}
        )
        | anything,
        "state": st.fixed_dictionaries({}, optional={"events": some}) | anything,
        "summary": st.dictionaries(
            st.sampled_from(["m.heroes", "m.joined_member_count", "m.invited_member_count"]),
            anything,
        ),
    },
)
rooms = st.dictionaries(words, part | anything, max_size=3)
answers = st.fixed_dictionaries(
    {"next_batch": st.just("next")},
    optional={
        "to_device": st.fixed_dictionaries({}, optional={"events": some}) | anything,
        "device_lists": st.dictionaries(st.sampled_from(["changed", "left"]), anything),
        "device_one_time_keys_count": anything,
        "device_unused_fallback_key_types": anything,
        "rooms": st.fixed_dictionaries(
            {}, optional={"join": rooms, "invite": rooms, "leave": rooms}
        )
        | anything,
    },
)


@given(st.lists(answers, min_size=1, max_size=3), st.sampled_from(list(Account)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_answer_stops_the_channel_or_spoils_its_memory(
    given_answers: list[dict[str, Any]], account: Account
) -> None:
    """Taken in, stored, and loaded again by the next start."""

    async def run() -> None:
        rows = Rows()
        channel = _channel(rows, account)
        await channel._load()
        for answer in given_answers:
            incoming = channel._turn(parse(json.dumps(answer).encode()))
            await rows.save(account, channel._journal.take())
            assert all(isinstance(thing.room, str) for thing in incoming)
        again = _channel(rows, account)
        await again._load()
        again._turn(None)

    asyncio.run(run())
