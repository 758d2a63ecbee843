"""A store whose key lies in a cell of its own, as in a running line."""

from pathlib import Path

from bot.security.keycell import FileCell
from bot.storage.line import LineStore


async def open_held(folder: Path) -> LineStore:
    """Open it as the one process that may purge; the cell is made when there is none."""
    cell = FileCell(folder / "cell")
    if not cell.exists():
        cell.make()
    cell.hold()
    store = LineStore(folder / "line.db", cell)
    try:
        await store.open()
    except BaseException:
        cell.release()
        raise
    return store
