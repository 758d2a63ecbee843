"""From the start of the process to its first reply, with 10,000 stored cases and with none.

A reporter wrote while the line was down. The same line and homeserver, started as operators start
it; the two take turns.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.stage import Stage, set_stage
from bot.runtime import holding, line_cell, open_stores
from handoff.model import Case
from tests.bench.bench_cases import _write_one
from tests.bench.figures import Figure, quantile
from tests.bot.memory_line import PERSON_NOW, memory_line, quick_folder
from tests.homeserver.line_talk import Reporter

CASES = 10_000
ROUNDS = 3


def measure() -> list[Figure]:
    empty, full = asyncio.run(_measure())
    bare, many = quantile(empty, 0.5), quantile(full, 0.5)
    return [
        Figure(
            f"restart to first reply, {CASES:,} stored cases / none",
            f"{many:.1f} s / {bare:.1f} s = {many / bare:.2f}x",
            values={"restart_s": many, "restart_ratio": many / bare},
        )
    ]


async def _measure() -> tuple[list[float], list[float]]:
    empty: list[float] = []
    full: list[float] = []
    live = await _live_case()
    with ThrowAwayHomeserver() as server, tempfile.TemporaryDirectory() as folder:
        async with set_stage(Path(folder) / "line", server) as stage:
            anna = await Reporter.arrive(stage, "anna")
            await anna.say("hallo")
            await anna.hears_text("Nederlands")
            await stage.close_line()
            for number in range(ROUNDS):
                await _change(stage, _empty)
                empty.append(await _restart(stage, anna, 2 * number))
                await _change(stage, lambda db: _fill(db, live))
                full.append(await _restart(stage, anna, 2 * number + 1))
            await anna.person.close()
    return empty, full


async def _live_case() -> Case:
    with quick_folder() as folder:
        async with memory_line(folder) as line:
            await line.intake(PERSON_NOW)
            await line.live()
            case = await line.case()
            assert case is not None
            return case


async def _change(stage: Stage, work: Any) -> None:
    async with holding(line_cell(stage.place)) as cell, open_stores(stage.place, cell) as stores:
        await stores.line._db.run(work)


def _fill(db: Any, live: Case) -> None:
    for place in range(CASES):
        _write_one(db, live, place)


def _empty(db: Any) -> None:
    for table in ("copies", "routes", "cases"):
        db.execute(f"DELETE FROM {table} WHERE {_CASE[table]} LIKE 'open%'")
    db.execute("DELETE FROM inbox WHERE event LIKE '$heard-%'")


_CASE = {"copies": "case_id", "routes": "case_id", "cases": "id"}


async def _restart(stage: Stage, anna: Reporter, number: int) -> float:
    """Seconds until the answer to what was written meanwhile."""
    before = len(anna.heard())
    await anna.say(f"nog een bericht {number}")
    settings = str(stage.place.folder / "line.toml")
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", "--config", settings, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        await anna.person.until(lambda: len(anna.heard()) > before, 120)
        return time.perf_counter() - began
    finally:
        process.terminate()
        await process.wait()
