"""Every message arrives once and in order, whatever is killed, cut off or restarted meanwhile."""

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
from bot.demo.stage import Stage, set_stage
from tests.homeserver.line_talk import Desk, Reporter
from tests.privacy.line_process import LineProcess
from tests.privacy.meddling import BadNetwork

REPORTERS = 2
ARRIVES_WITHIN_S = 120.0
MOST_UNDER_WAY = 30
Figure = Callable[[str, object], None]


@dataclass
class Tally:
    """What was sent, and what became of it."""

    sent: int = 0
    received: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    out_of_order: int = 0

    def add(self, sent: list[str], received: list[str]) -> None:
        """Compare one direction of one conversation."""
        counts = Counter(received)
        self.sent += len(sent)
        self.received += len(received)
        self.lost += [text for text in sent if not counts[text]]
        self.twice += [text for text in counts if counts[text] > 1]
        places = [sent.index(text) for text in dict.fromkeys(received)]
        self.out_of_order += sum(one > other for one, other in itertools.pairwise(places))

    def __str__(self) -> str:
        return (
            f"sent {self.sent}, received {self.received}, lost {len(self.lost)}, "
            f"twice {len(self.twice)}, out of order {self.out_of_order}"
        )


@dataclass
class Writing:
    """One direction of a talk."""

    kind: str
    number: int
    kept: list[str]
    arrived: Callable[[], list[str]]
    person: Person
    room: str

    async def go_on(self, chance: random.Random, until: asyncio.Event) -> None:
        while not until.is_set():
            # More than sixty at once would be passed on one a minute.
            if len(self.kept) - len(self.arrived()) < MOST_UNDER_WAY:
                self.kept.append(f"{self.kind} {self.number}-{len(self.kept)}.")
                await insist(self.person, self.room, self.kept[-1])
            await asyncio.sleep(chance.uniform(0.2, 1.6))


class Talk:
    """One reporter and the professional who has their case, both writing."""

    def __init__(self, reporter: Reporter, desk: Desk, number: int) -> None:
        self.reporter, self.desk, self.number = reporter, desk, number
        self.told: list[str] = []
        self.answered: list[str] = []

    async def go_on(self, chance: random.Random, until: asyncio.Event) -> None:
        """Both write, at moments of their own."""
        reporter, desk = self.reporter, self.desk
        mine = Writing("Vraag", self.number, self.told, self.read, reporter.person, reporter.room)
        ours = Writing(
            "Antwoord", self.number, self.answered, self.heard, desk.person, desk.case_room
        )
        await asyncio.gather(mine.go_on(chance, until), ours.go_on(chance, until))

    def heard(self) -> list[str]:
        return [text for text in self.reporter.heard() if text.startswith("Antwoord")]

    def read(self) -> list[str]:
        return [text for text in self.desk.quotes() if text.startswith("Vraag")]

    async def settled(self) -> None:
        """Wait until everything arrived, or nothing more does."""
        try:
            async with asyncio.timeout(ARRIVES_WITHIN_S):
                while set(self.told) - set(self.read()) or set(self.answered) - set(self.heard()):
                    await asyncio.sleep(0.2)
        except TimeoutError:
            return

    def count(self, tally: Tally) -> None:
        tally.add(self.told, self.read())
        tally.add(self.answered, self.heard())


async def insist(person: Person, room: str, text: str) -> None:
    """As a client does: the same message until its homeserver has it."""
    client, content = person.client, {"msgtype": "m.text", "body": text}
    for number in itertools.count():
        try:
            async with person._keys, asyncio.timeout(10):
                answer = await client.room_send(
                    room, "m.room.message", content, text, ignore_unverified_devices=True
                )
        except Exception:  # noqa: BLE001 - its homeserver is away
            answer = None
        if hasattr(answer, "event_id"):
            return
        await asyncio.sleep(min(0.2 * (number + 1), 2.0))


@dataclass
class Scene:
    """A line of its own process behind a bad network, and conversations that go on."""

    stage: Stage
    line: LineProcess
    network: BadNetwork
    talks: list[Talk]


@asynccontextmanager
async def scene(
    folder: Path, chance: random.Random, reporters: int = REPORTERS
) -> AsyncIterator[Scene]:
    """Everyone has arrived and is live; nothing has failed yet."""
    staff = tuple(f"professional{number}" for number in range(reporters))
    with ThrowAwayHomeserver() as server:
        async with (
            BadNetwork(server.url, chance) as network,
            set_stage(folder / "line", server, professionals=staff, through=network.url) as stage,
        ):
            await stage.close_line()
            line = LineProcess(stage.place.folder)
            line.start()
            await line.opened()
            talks = []
            try:
                for number in range(reporters):
                    reporter = await Reporter.arrive(stage, f"reporter{number}")
                    talks.append(Talk(reporter, Desk(stage, number), number))
                    await reporter.send_case(f"Het verhaal van {number}.")
                    await talks[-1].desk.claim(await talks[0].desk.card())
                    await reporter.hears("live")
                yield Scene(stage, line, network, talks)
            finally:
                await line.kill()
                for talk in talks:
                    await talk.reporter.person.close()


async def killed_again_and_again(
    found: Scene, chance: random.Random, kills: int, restarts: int
) -> Tally:
    """Kill the line at random moments while everyone writes; then let it finish."""
    enough = asyncio.Event()
    writing = [asyncio.create_task(talk.go_on(chance, enough)) for talk in found.talks]
    again = set(chance.sample(range(kills), restarts))
    found.network.badness = 0.08
    for number in range(kills):
        if number in again:
            await asyncio.to_thread(found.stage.front.kill)
        else:
            await asyncio.sleep(chance.uniform(0.0, 1.0))
        await found.line.kill()
        found.line.start()
        if number in again:
            await asyncio.to_thread(found.stage.front.start)
        # Most kills hit a line at work; some one that has not come that far.
        if chance.random() < 0.85:
            await found.line.opened()
        else:
            await asyncio.sleep(chance.uniform(0.0, 1.5))
    enough.set()
    await asyncio.gather(*writing)
    found.network.badness = 0.0
    tally = Tally()
    for talk in found.talks:
        await talk.settled()
        talk.count(tally)
    return tally


async def _once(tmp_path: Path, figure: Figure, kills: int, restarts: int) -> None:
    seed = random.randrange(10**9)
    chance = random.Random(seed)
    async with scene(tmp_path, chance) as found:
        tally = await killed_again_and_again(found, chance, kills, restarts)
        network = found.network
    figure(
        "exactly once",
        f"{tally}, kills {kills}, homeserver restarts {restarts}, connections cut {network.cut}, "
        f"asked for patience {network.limited}, seed {seed}",
    )
    assert tally.sent > kills, "there was next to no load"
    assert network.cut > 0
    assert network.limited > 0
    assert (tally.lost, tally.twice, tally.out_of_order) == ([], [], 0)


async def test_fifteen_kills_lose_nothing_and_repeat_nothing(
    tmp_path: Path, figure: Figure
) -> None:
    """Both ways, in several conversations, with a homeserver and a network that fail too."""
    await _once(tmp_path, figure, kills=15, restarts=1)


async def test_a_full_disk_ends_the_line_and_loses_nothing(tmp_path: Path, figure: Figure) -> None:
    """The operator reads why; when there is room again everything arrives, once."""
    chance, enough = random.Random(1), asyncio.Event()
    async with scene(tmp_path, chance, reporters=1) as found:
        (talk,) = found.talks
        writing = asyncio.create_task(talk.go_on(chance, enough))
        await talk.desk.reads_text("Vraag 0-2.")
        found.line.limit_files(4096)
        code, said = await found.line.ended(), found.line.said
        before = len(talk.told)
        while len(talk.told) < before + 3:
            await asyncio.sleep(0.1)
        found.line.start()
        await found.line.opened()
        enough.set()
        await writing
        tally = Tally()
        await talk.settled()
        talk.count(tally)
    figure("exactly once, with a full disk in between", str(tally))
    assert code not in (0, None)
    assert "the disk is full" in said
    assert "Traceback" not in said
    assert (tally.lost, tally.twice, tally.out_of_order) == ([], [], 0)


@pytest.mark.nightly
async def test_a_hundred_kills_lose_nothing_and_repeat_nothing(
    tmp_path: Path, figure: Figure
) -> None:
    """The same, for as long as it takes."""
    await _once(tmp_path, figure, kills=100, restarts=8)
