"""Order without a homeserver: what hostile rooms may cost, and what may not be lost."""

import json

from bot.channels.base import Account, Incoming, Journal, JournalKey, NotRead
from bot.channels.journal import StateJournal
from bot.channels.matrix.drain import Drain
from bot.channels.matrix.group import GroupSessions
from bot.channels.matrix.http import Http
from bot.channels.matrix.machine import MEGOLM
from bot.channels.matrix.order import MOST_BYTES, MOST_LATE, MOST_WAITING, Order
from bot.channels.matrix.people import People
from bot.channels.matrix.reading import Reader
from bot.security.devices import RoomId

ROOM = RoomId("!room:example.org")


class NoKeeper:
    """Nothing is stored; the journal's changes are looked at instead."""

    async def load(self, account: Account) -> dict[JournalKey, bytes]:
        return {}

    async def save(self, account: Account, changes: Journal) -> None:
        raise AssertionError


class Rig:
    """A room's queue and its reader, with a clock to set."""

    def __init__(self) -> None:
        self.now = 0.0
        self.journal = StateJournal(NoKeeper(), Account.FRONT)
        self.order = Order(self.journal, 30.0, lambda: self.now)
        groups = GroupSessions(self.journal)
        people = People(Http("http://127.0.0.1:9"), self.journal, lambda: self.now)
        self.reader = Reader(self.journal, groups, people, "@line:example.org")
        self.drain = Drain(self.order, self.reader)

    def add(self, number: int, size: int = 10) -> None:
        content = {"algorithm": MEGOLM, "session_id": "s", "ciphertext": "x" * size}
        self.order.add(
            ROOM,
            {
                "event": {
                    "event_id": f"${number}",
                    "sender": "@anna:example.org",
                    "type": "m.room.encrypted",
                    "content": content,
                }
            },
        )

    def run(self) -> list[Incoming]:
        return self.drain.run()


def test_a_flood_without_keys_is_bounded_in_number() -> None:
    """What is too much is reported at once, in order; the rest waits its time."""
    rig = Rig()
    for number in range(MOST_WAITING + 50):
        rig.add(number)
    reported = rig.run()
    assert [thing.event for thing in reported] == [f"${number}" for number in range(50)]
    rig.now = 31.0
    assert len(rig.run()) == MOST_WAITING
    queue = rig.order.queue(ROOM)
    assert queue
    assert not queue.items
    assert len(queue.late) == MOST_LATE


def test_a_flood_of_large_messages_is_bounded_in_bytes() -> None:
    """A row of the database is rewritten at each change."""
    rig = Rig()
    for number in range(150):
        rig.add(number, 60_000)
    rig.run()
    stored = rig.journal.take()[("queue", ROOM)]
    assert stored is not None
    assert len(stored) < 2 * MOST_BYTES + 200_000
    waiting, late = json.loads(stored)
    assert waiting
    assert late


def test_the_time_counts_from_the_coming_of_each() -> None:
    """Many messages without a key hold a room back for one time, not for as many times."""
    rig = Rig()
    for number in range(5):
        rig.add(number)
    assert not rig.run()
    rig.now = 20.0
    rig.add(5)
    assert not rig.run()
    assert rig.order.next_due() == 10.0
    rig.now = 30.0
    assert [thing.event for thing in rig.run()] == ["$0", "$1", "$2", "$3", "$4"]
    assert rig.order.next_due() == 20.0
    rig.now = 50.0
    (last,) = rig.run()
    assert isinstance(last, NotRead)


def test_a_room_forgotten_leaves_no_queue() -> None:
    """On disk and in memory."""
    rig = Rig()
    rig.add(1)
    rig.run()
    rig.order.forget(ROOM)
    assert rig.journal.take()[("queue", ROOM)] is None
    assert rig.order.next_due() is None
    assert rig.order.rooms() == []
