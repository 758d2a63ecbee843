"""What a resting case costs: little on disk beyond its padded content, nothing in memory."""

import gc
import itertools
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from bot.assets import load_codebook
from bot.security.codes import wrap
from bot.security.sealing import make_pair, seal
from bot.storage.base import NewCode, Seal
from bot.storage.line import LineStore
from bot.storage.vault import write_code, write_seals
from bot.storage.verdicts import write_case
from dialogs.model import Progress
from handoff.model import Case, CaseId, Judgement, RoomRef, StaffId, Stage
from tests.contracts.test_store import KEY
from tests.figure import Figure

CASES, LIMIT = 400, 4096
BOOK = load_codebook()


def resting(number: int) -> Case:
    """A case as it rests: its number, its claimant and their room, and how it is coded so far.

    As many codes as can be chosen, the longest of them; nothing of what the reporter wrote.
    """
    by_length = [sorted((code.id for code in axis.codes), key=len) for axis in BOOK.axes]
    chosen = [ids[-axis.most :] for axis, ids in zip(BOOK.axes, by_length, strict=True)]
    return Case(
        CaseId(f"{number:016x}"),
        Stage.LIVE,
        Progress(),
        number=number,
        alias=f"Kalme Reiger {number}",
        claimant=StaffId("@anna:staff.test"),
        case_room=RoomRef(f"!room{number}:staff.test"),
        countable=True,
        codes=frozenset(itertools.chain.from_iterable(chosen)),
        narrow=True,
        state="multiple",
        judgement=Judgement.ACCEPTED,
        agreed=StaffId("@bram:staff.test"),
    )


def fill(db: Any, numbers: range, length: int) -> None:
    pair = make_pair()
    for number in numbers:
        case = resting(number)
        write_case(db, case, 1)
        locator, wrapped = number.to_bytes(16), wrap(bytes(32), pair.private, case.id)
        assert write_code(db, NewCode(locator, case.id, pair.public, wrapped, word=True))
        write_seals(db, (Seal(case.id, bytes(length)),))


async def size(store: LineStore) -> int:
    def read(db: Any) -> int:
        pages, page = (
            db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
        )
        return int(pages) * int(page)

    return await store._db.run(read)


@pytest.mark.parametrize("length", [300, 3_000, 12_000, 60_000])
async def test_a_resting_case_adds_little_to_its_content(
    tmp_path: Path, figure: Figure, length: int
) -> None:
    store = LineStore(tmp_path / "line.db", KEY)
    await store.open()
    try:
        before = await size(store)
        await store._db.run(lambda db: fill(db, range(CASES), length))
        content = len(seal(make_pair().public, "", bytes(length)))
        beyond = (await size(store) - before) / CASES - content
    finally:
        await store.close()
    figure(
        f"a resting case beyond its {content:,} bytes of padded sealed content, on disk",
        f"{beyond:.0f} bytes",
    )
    assert 1_300 < beyond <= LIMIT  # the public key alone is 1,216


async def test_a_resting_case_takes_no_memory(tmp_path: Path, figure: Figure) -> None:
    """What an open store holds does not depend on how many cases rest in it."""
    held = []
    for cases in (1, CASES, 2 * CASES):
        path = tmp_path / f"{cases}.db"
        store = LineStore(path, KEY)
        await store.open()
        await store._db.run(lambda db, cases=cases: fill(db, range(cases), 300))  # type: ignore[misc]
        await store.close()
        gc.collect()
        tracemalloc.start()
        store = LineStore(path, KEY)
        await store.open()
        assert await store.kept_at((0).to_bytes(16))
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        await store.close()
    each = (held[2] - held[1]) / CASES
    figure("a resting case in memory", f"{each:.0f} bytes")
    assert abs(each) < 16  # the traced total wavers by some hundred bytes; a single object is more
