"""How long a purge holds up the line, for a small file and a large one.

A purge rewrites the file under a fresh key, so its time grows with the file; measured against
writing as many bytes durably to the same disk.
"""

import asyncio
import os
import secrets
import tempfile
import time
from pathlib import Path
from typing import Any

from bot.security.keycell import FileCell
from bot.storage.line import LineStore
from tests.bench.figures import Figure, quantile

ROWS = (0, 5_000)
ROUNDS = 7
BODY = 4_000


def measure() -> list[Figure]:
    return [figure for rows in ROWS for figure in asyncio.run(_measure(rows))]


async def _measure(rows: int) -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cell = FileCell(folder / "line.cell")
        cell.make()
        cell.hold()
        store = LineStore(folder / "line.db", cell)
        await store.open()
        try:
            await store._db.run(lambda db: _fill(db, rows))
            took, yardstick = [], []
            for _ in range(ROUNDS):
                began = time.perf_counter()
                assert await store.purge()
                took.append(time.perf_counter() - began)
                yardstick.append(_write(folder, (folder / "line.db").stat().st_size))
        finally:
            await store.close()
            cell.release()
        size = (folder / "line.db").stat().st_size / 2**20
    ms, bare = quantile(took, 0.5) * 1000, quantile(yardstick, 0.5) * 1000
    return [
        Figure(
            f"purge of a file of {size:.1f} MiB / writing as many bytes durably",
            f"{ms:.0f} ms / {bare:.0f} ms = {ms / bare:.1f}x",
            values={f"purge_ms_with_{rows}_rows": ms, f"purge_ratio_with_{rows}_rows": ms / bare},
        )
    ]


def _fill(db: Any, rows: int) -> None:
    bodies = [(f"$filler-{number}", secrets.token_bytes(BODY)) for number in range(rows)]
    db.executemany("INSERT INTO journal VALUES ('bench', 'filler', ?, ?)", bodies)


def _write(folder: Path, size: int) -> float:
    data = secrets.token_bytes(size)
    began = time.perf_counter()
    with (folder / "bare").open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - began
