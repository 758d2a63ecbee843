"""A room full of what cannot be read costs once, not again at each message of anybody."""

from typing import Any

from bot.channels.base import Account, Incoming, Journal, JournalKey, Redacted
from bot.channels.journal import StateJournal
from bot.channels.matrix.drain import Drain
from bot.channels.matrix.group import GroupSessions
from bot.channels.matrix.http import Http
from bot.channels.matrix.machine import MEGOLM
from bot.channels.matrix.order import MOST_LATE, Item, Order
from bot.channels.matrix.people import People
from bot.channels.matrix.reading import Reader, Wait
from bot.security.devices import RoomId

ROOM = RoomId("!room:example.org")


class NoKeeper:
    """The journal's changes are looked at instead."""

    async def load(self, account: Account) -> dict[JournalKey, bytes]:
        return {}

    async def save(self, account: Account, changes: Journal) -> None:
        raise AssertionError


class CountingReader(Reader):
    """How often something was tried."""

    tries = 0

    def read(self, room: RoomId, item: Item) -> tuple[Incoming, ...] | Wait:
        self.tries += 1
        return super().read(room, item)


class Rig:
    """A room's queue and its reader, with a clock to set."""

    def __init__(self) -> None:
        self.now = 0.0
        self.journal = StateJournal(NoKeeper(), Account.FRONT)
        self.order = Order(self.journal, 30.0, lambda: self.now)
        people = People(Http("http://127.0.0.1:9"), self.journal, lambda: self.now)
        groups = GroupSessions(self.journal)
        self.reader = CountingReader(self.journal, groups, people, "@line:example.org")
        self.drain = Drain(self.order, self.reader)

    def add(self, number: int, **event: Any) -> None:
        content = {"algorithm": MEGOLM, "session_id": "s", "ciphertext": "x"}
        named = {"event_id": f"${number}", "sender": "@anna:example.org"}
        kind = {"type": "m.room.encrypted", "content": content}
        self.order.add(ROOM, {"event": named | kind | event})

    def overdue(self, count: int) -> None:
        for number in range(count):
            self.add(number)
        self.drain.run()
        self.now += 31.0
        assert len(self.drain.run()) == count
        self.journal.take()
        self.reader.tries = 0


def test_what_nothing_new_came_for_is_neither_tried_nor_written_again() -> None:
    """Each turn of the channel passes over every room."""
    rig = Rig()
    rig.overdue(50)
    for _ in range(3):
        assert rig.drain.run() == []
    assert rig.reader.tries == 0
    assert rig.journal.take() == {}
    rig.order.retry(ROOM)
    rig.drain.run()
    assert rig.reader.tries == 50


def test_what_was_taken_back_is_not_read_late() -> None:
    """Its key may come after the redaction; nobody is to see it then."""
    rig = Rig()
    rig.overdue(2)
    rig.add(9, type="m.room.redaction", redacts="$1", content={})
    (redacted,) = rig.drain.run()
    assert isinstance(redacted, Redacted)
    queue = rig.order.queue(ROOM)
    assert queue
    assert [item["event"]["event_id"] for item in queue.late] == ["$0"]


def test_somebody_else_takes_nothing_back() -> None:
    """A redaction by another person leaves the unread message alone."""
    rig = Rig()
    rig.overdue(1)
    rig.add(9, type="m.room.redaction", redacts="$0", content={}, sender="@evil:example.org")
    rig.drain.run()
    queue = rig.order.queue(ROOM)
    assert queue
    assert len(queue.late) == 1


def test_a_gap_filled_late_is_bounded_too() -> None:
    """What it brings joins what is overdue, and that has its bounds."""
    rig = Rig()
    rig.order.add(ROOM, {"gap": ["from", "to"]})
    rig.drain.run()
    rig.now = 31.0
    rig.drain.run()
    queue = rig.order.queue(ROOM)
    assert queue
    (gap,) = queue.late
    content = {"algorithm": MEGOLM, "session_id": "s", "ciphertext": "x"}
    events: list[Item] = [
        {"event": {"event_id": f"${n}", "sender": "@a", "type": "m.room.encrypted",
                   "content": content}}
        for n in range(MOST_LATE + 100)
    ]  # fmt: skip
    rig.order.replace(ROOM, gap, events)
    rig.drain.run()
    assert len(queue.late) == MOST_LATE
