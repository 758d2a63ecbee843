"""Who waits for whom: a flood of rows delays nobody's single message."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.base import NewRow, Verdict
from bot.storage.line import LineStore
from tests.bot.memory_line import KEY, quick_folder


@pytest.fixture
async def folder() -> AsyncIterator[Path]:
    with quick_folder() as one:
        yield one


@pytest.fixture
async def store(folder: Path) -> AsyncIterator[LineStore]:
    store = LineStore(folder / "line.db", KEY)
    await store.open()
    yield store
    await store.close()


def row(event: str, room: str, person: str = "") -> NewRow:
    return NewRow("front", event, room, event.encode(), person)


async def served(store: LineStore, most: int = 10_000) -> list[str]:
    """The next rows in the order in which they are decided."""
    found: list[str] = []
    while len(found) < most and (one := await store.next_row()):
        found.append(one.body.decode())
        await store.decide(Verdict(seq=one.seq, hour=1))
    return found


async def test_one_message_does_not_wait_for_a_storm_in_another_room(store: LineStore) -> None:
    await store.receive("front", {}, [row(f"storm{n}", "!storm") for n in range(1000)])
    assert await served(store, 3) == ["storm0", "storm1", "storm2"]
    await store.receive("front", {}, [row("help", "!leila")])
    assert "help" in await served(store, 2)


async def test_many_rooms_of_one_sender_are_one_queue(store: LineStore) -> None:
    storm = [row(f"storm{n}", f"!storm{n}", "@evil:evil.test") for n in range(1000)]
    await store.receive("front", {}, storm)
    await served(store, 500)
    await store.receive("front", {}, [row("help", "!leila", "@leila:people.test")])
    more = [row(f"more{n}", f"!more{n}", "@evil:evil.test") for n in range(1000)]
    await store.receive("front", {}, more)
    assert "help" in await served(store, 2)


async def test_a_newcomer_passes_a_crowd_and_nobody_is_passed_for_ever(store: LineStore) -> None:
    """Others come all the time, as many as can be decided."""
    await store.receive("front", {}, [row(f"early{n}", f"!{n}") for n in range(100)])
    seen = await served(store, 2)
    await store.receive("front", {}, [row("help", "!leila")])
    then = await served(store, 2)
    assert "help" in then
    seen += then
    for place in range(80):
        await store.receive("front", {}, [row(f"later{place}", f"!later{place}")])
        seen += await served(store, 1)
    assert {f"early{n}" for n in range(20)} <= set(seen)


async def test_a_talk_goes_on_in_the_middle_of_a_flood(store: LineStore) -> None:
    """Not only the first message passes a thousand rooms with ten messages each."""
    for n in range(10):
        await store.receive("front", {}, [row(f"storm{n}-{m}", f"!{m}") for m in range(100)])
    await served(store, 600)
    for n in range(5):
        await store.receive("front", {}, [row(f"help{n}", "!leila")])
        assert f"help{n}" in await served(store, 2)


async def test_rows_of_one_room_keep_their_order(store: LineStore) -> None:
    """Also when several people write there, and when one of them writes elsewhere too."""
    for n in range(50):
        more = [row(f"elsewhere{n}-{m}", f"!{m}", "@a:a.test") for m in range(3)]
        here = [row(f"a{n:02d}", "!room", "@a:a.test"), row(f"b{n:02d}", "!room", "@b:b.test")]
        await store.receive("front", {}, [*more, *here, row(f"c{n:02d}", "!room")])
    seen = [one for one in await served(store) if one[0] in "abc"]
    assert seen == [f"{who}{n:02d}" for n in range(50) for who in "abc"]


async def test_what_the_line_raises_itself_queues_by_kind(store: LineStore) -> None:
    """A thousand cases that lapse do not keep a claim waiting for its room."""
    lapsed = [NewRow("line", f"lapsed:{n}", "", f"lapsed{n}".encode()) for n in range(1000)]
    await store.receive("line", {}, lapsed)
    await store.receive("line", {}, [NewRow("line", "made:1", "", b"made")])
    assert "made" in await served(store, 2)


async def test_turns_survive_a_restart(store: LineStore, folder: Path) -> None:
    storm = [row(f"storm{n}", "!storm", "@evil:evil.test") for n in range(100)]
    await store.receive("front", {}, storm)
    assert await served(store, 3) == ["storm0", "storm1", "storm2"]
    await store.close()
    again = LineStore(folder / "line.db", KEY)
    await again.open()
    try:
        await again.receive("front", {}, [row("storm100", "!storm"), row("help", "!leila")])
        assert "help" in await served(again, 2)
        assert (await served(again))[-1] == "storm100"
        assert len(again._waiting) == 0
    finally:
        await again.close()


async def test_a_repeated_event_costs_its_room_nothing(store: LineStore) -> None:
    """Back-fill overlaps what we have: the room is not set back for that."""
    old = [row(f"old{n}", "!leila") for n in range(100)]
    await store.receive("front", {}, old)
    await served(store)
    await store.receive("front", {}, [row(f"storm{n}", "!storm") for n in range(100)])
    await store.receive("front", {}, [*old, row("help", "!leila")])
    assert "help" in await served(store, 4)
