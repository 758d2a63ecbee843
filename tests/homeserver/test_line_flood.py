"""A flood of accounts at a real homeserver, and reporters who come in the middle of it.

Homeserver, line and flood share one machine, so most of a waiting time is the homeserver's own. It
is told apart in the same minute: the same reporter writes in turn to the line and to a bare echo
bot, which does nothing but answer. `FLOOD_ACCOUNTS=200` makes the nightly flood smaller.
"""

import asyncio
import itertools
import os
import sqlite3
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
from bot.demo.stage import Stage, set_stage
from tests.bench.bench_latency import TO_THE_STORY, TURNS, process
from tests.figure import Figure
from tests.homeserver.flooding import FloodProcess, Plan, flooding
from tests.homeserver.line_talk import PATIENCE, Desk, Reporter, joined, select
from tests.privacy.line_process import LineProcess

GREAT = int(os.environ.get("FLOOD_ACCOUNTS", "1000"))
WITHIN_S = 5.0
LET_IN_WITHIN_S = 900.0
"""How long the homeserver itself takes is a figure, no fault of the line."""
MOST_PAIRS = 150
FEW = 5
"""Of so few answers the slowest says nothing."""
MOST_MEMORY_MB = 300
MOST_LOG_LINES = 200
POURS_WITHIN_S = 1800.0
WORKED_OFF_WITHIN_S = 900.0


@dataclass
class Waits:
    """Seconds of the same thing at the line, and at a bot that costs nothing but the homeserver."""

    line: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    @property
    def own(self) -> float:
        """What the line adds to a usual answer."""
        return statistics.median(self.line) - statistics.median(self.bare)

    def __str__(self) -> str:
        line, bare = (f"{statistics.median(v):.2f} / {max(v):.2f}" for v in (self.line, self.bare))
        return f"line {line} s, bare bot {bare} s (median / slowest of {len(self.line)})"


@asynccontextmanager
async def _line(folder: Path) -> AsyncIterator[tuple[Stage, LineProcess]]:
    """The line as operators run it, at a homeserver of its own."""
    with ThrowAwayHomeserver() as server:
        async with set_stage(folder / "line", server) as stage:
            await stage.close_line()
            line = LineProcess(folder / "line")
            line.start()
            await line.opened()
            yield stage, line
            assert await line.stop() == 0


async def _register(server: ThrowAwayHomeserver, count: int) -> list[dict[str, object]]:
    def one(number: int) -> dict[str, object]:
        return server.device_of_new_user(f"flood{number}", "a password")

    return [await asyncio.to_thread(one, number) for number in range(count)]


async def _chat(person: Person, other: str) -> tuple[str, float]:
    """A chat, and how long it took to be let in."""
    began = time.perf_counter()
    room = await person.open_chat_with(other)
    await person.until(lambda: joined(person, room, other), LET_IN_WITHIN_S)
    return room, time.perf_counter() - began


async def _answer(person: Person, room: str, text: str, answer: str) -> float:
    began = time.perf_counter()
    await person.say(room, text)
    await person.hears(room, answer, 4 * PATIENCE)
    return time.perf_counter() - began


async def _talk(person: Person, stage: Stage, flood: FloodProcess) -> tuple[Waits, Waits]:
    """To be let in, and to be answered, while the flood goes on."""
    let_in, answered = Waits(), Waits()
    echoed, seconds = await _chat(person, f"@echo:{stage.front.server_name}")
    let_in.bare.append(seconds)
    told, seconds = await _chat(person, stage.line_id)
    let_in.line.append(seconds)
    for text, answer in itertools.chain(TO_THE_STORY, itertools.cycle(TURNS)):
        answered.line.append(await _answer(person, told, text, answer))
        answered.bare.append(await _answer(person, echoed, text, text))
        if len(answered.line) == 1:
            assert flood.stage == "pouring", "the flood was over before her answer"
        if flood.stage == "over" or len(answered.line) == MOST_PAIRS:
            return let_in, answered
    raise AssertionError


async def _case(person: Person, stage: Stage) -> float:
    """From the first hello until a professional is there."""
    began = time.perf_counter()
    room, _ = await _chat(person, stage.line_id)
    reporter = Reporter(person, stage, room, "nl")
    await reporter.send_case()
    await Desk(stage).claim()
    await reporter.hears("live")
    return time.perf_counter() - began


async def _worked_off(stage: Stage, sent: dict[str, int]) -> int:
    """Wait until all was decided and answered; how many messages never were."""
    deadline = time.monotonic() + WORKED_OFF_WITHIN_S
    while time.monotonic() < deadline:
        heard, answered = await _heard(stage), _answers(stage)
        # One message may have several answers, so of a room no more of them count.
        lost = sum(n - min(n, heard.get(r, 0), answered.get(r, 0)) for r, n in sent.items())
        if not lost:
            break
        await asyncio.sleep(2.0)
    return lost


async def _heard(stage: Stage) -> dict[str, int]:
    """What the line has decided, as it remembers it."""
    return dict(
        await select(stage, "SELECT room, COUNT(*) FROM inbox WHERE body IS NULL GROUP BY room")
    )


def _answers(stage: Stage) -> dict[str, int]:
    """As the homeserver has them."""
    query = (
        "SELECT room_id, COUNT(*) FROM events WHERE sender = ? AND type = 'm.room.encrypted'"
        " GROUP BY room_id"
    )
    file = f"file:{stage.front.folder / 'homeserver.db'}?mode=ro"
    with closing(sqlite3.connect(file, uri=True)) as db:
        return dict(db.execute(query, (stage.line_id,)).fetchall())


def _peak_mb(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    (line,) = (one for one in status.splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def _seconds_of(pid: int) -> float:
    """Processor time so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass
class Cost:
    """What a process takes from now on."""

    pid: int | None
    memory_mb: int = 0
    seconds: float = 0.0

    def __post_init__(self) -> None:
        assert self.pid
        self.memory_mb, self.seconds = _peak_mb(self.pid), _seconds_of(self.pid)

    def since(self) -> float:
        assert self.pid
        return _seconds_of(self.pid) - self.seconds

    def peak_mb(self) -> int:
        assert self.pid
        return _peak_mb(self.pid)


@dataclass
class Seen:
    """What came of one flood."""

    let_in: Waits = field(default_factory=Waits)
    answered: Waits = field(default_factory=Waits)
    case_s: float = 0.0
    poured_s: float = 0.0
    worked_off_s: float = 0.0
    lost: int = 0
    came: int = 0


async def _through(stage: Stage, flood: FloodProcess, plan: Plan, people: list[Person]) -> Seen:
    """Two reporters come while it pours: one goes on talking, one is passed on to the desk."""
    began = time.perf_counter()
    flood.begin()
    await flood.until("pouring", len(plan.accounts) * (plan.invitations + plan.messages) // 4)
    case = asyncio.create_task(_case(people[1], stage))
    seen = Seen(*await _talk(people[0], stage, flood))
    seen.case_s = await case
    await flood.until("over")
    seen.poured_s = time.perf_counter() - began
    while not flood.rooms:
        await asyncio.sleep(0.1)
    seen.lost = await _worked_off(stage, flood.rooms)
    seen.came = flood.acts
    seen.worked_off_s = time.perf_counter() - began
    return seen


async def _flooded(
    folder: Path, figure: Figure, accounts: int, invitations: int, messages: int
) -> None:
    async with _line(folder) as (stage, line):
        server = stage.front
        await asyncio.to_thread(server.user, "echo", "a password")
        people = [await stage.reporter(name, "a password of a test") for name in ("leila", "omid")]
        those = await _register(server, accounts)
        plan = Plan(server.url, stage.line_id, those, invitations, messages, POURS_WITHIN_S)
        echo = ("-m", "tests.bench.echo_bot", server.url, "echo", "a password", str(folder))
        async with people[0], people[1], process(*echo), flooding(plan) as flood:
            await flood.until("ready")
            ours, theirs = Cost(line.pid), Cost(server.pid)
            seen = await _through(stage, flood, plan, people)
            peak, lines = ours.peak_mb(), len(line.said.splitlines())
            processor = f"processor: line {ours.since():.0f} s, homeserver {theirs.since():.0f} s"
    name = f"flood of {accounts * (invitations + messages)} at a real homeserver"
    answered, let_in = seen.answered, seen.let_in
    figure(
        name,
        f"{accounts * invitations} invitations and {accounts * messages} messages of {accounts} "
        f"accounts: {seen.came} came in {seen.poured_s:.0f} s, worked off after "
        f"{seen.worked_off_s:.0f} s, lost {seen.lost}; {processor}",
    )
    figure(f"{name}, answers", f"{answered}; the line's own part {answered.own:.2f} s")
    figure(f"{name}, let in", f"line {let_in.line[0]:.1f} s, bare bot {let_in.bare[0]:.1f} s")
    figure(f"{name}, from hello to a professional", f"{seen.case_s:.1f} s")
    figure(f"{name}, memory and log", f"{ours.memory_mb} to {peak} MB, {lines} lines")
    assert seen.lost == 0
    assert answered.own < WITHIN_S
    if len(answered.line) > FEW:
        assert max(answered.line) - max(answered.bare) < WITHIN_S
    assert peak < MOST_MEMORY_MB
    assert lines < MOST_LOG_LINES


async def test_a_reporter_comes_through_a_flood(tmp_path: Path, figure: Figure) -> None:
    """Let in, answered, and with a professional; nobody's message is lost."""
    await _flooded(tmp_path, figure, 12, 2, 12)


@pytest.mark.nightly
async def test_a_reporter_comes_through_a_great_flood(tmp_path: Path, figure: Figure) -> None:
    """Ten thousand invitations and messages."""
    await _flooded(tmp_path, figure, GREAT, 2, 8)
