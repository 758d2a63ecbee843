"""A translation here against argostranslate's own call, in the same minute, with the same model.

The model has the size of those people install and chance for weights (see `large_model`), for none
can be had where tests run. Both use the same sentences; argostranslate's settings are its own.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ctranslate2

from bot.demo.models import PACKAGES
from bot.translation.argos import THREADS, _run, prepare
from bot.translation.base import Direction, Model, NotTranslated
from bot.translation.message import Leg, translate
from bot.translation.models import read_lock
from bot.translation.packages import SUFFIX, put_in_place
from bot.translation.process import WorkerTranslator
from bot.translation.sentences import sentences
from tests.bench.figures import Figure, quantile
from tests.bench.large_model import Lengthening, Tokens, make

MESSAGE = (
    "Sinds een maand belt er elke week een man van het consulaat naar mijn moeder, en hij zegt "
    "dat ik moet stoppen met schrijven."
)
TALK = (
    "Er staat weer een auto voor mijn deur.",
    "Ik ben bang. Ze weten waar mijn zus woont.",
    MESSAGE,
    "Gisteren belde hij mijn werk. Mijn baas vroeg wie dat was. Ik wist niet wat ik moest zeggen.",
    "Moet ik naar de politie gaan? Ik wil niet dat mijn familie daar problemen krijgt.",
)
"""Messages as people write them in a chat: one to three sentences."""
ROUNDS, BATCHES, IN_BATCH = 8, 3, 32
STALL_MESSAGES, TICK_S = 40, 0.002


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        (room / "large").mkdir()
        prepare(room)
        ours, theirs, memory = _both(make(room / "large"))
        quick = [*_messages(ours, theirs), *_batches(ours, theirs)]
        (room / "models").mkdir()
        return [*quick, memory, asyncio.run(_stall(room / "models"))]


Call = Callable[[str], object]


def _both(package_folder: Path) -> tuple[Call, Call, Figure]:
    import argostranslate.settings as own
    from argostranslate.package import Package
    from argostranslate.translate import apply_packaged_translation

    package, where = Package(package_folder), str(package_folder / "model")
    package.tokenizer = Tokens()
    ours = Lengthening(where, device="cpu", **THREADS)
    theirs = Lengthening(
        where,
        device=own.device,
        inter_threads=own.inter_threads,
        intra_threads=own.intra_threads,
        compute_type=own.compute_type,
    )
    leg = Leg("nl", "en", lambda texts: _run(package, ours, texts))

    class Splitter:
        def split_sentences(self, text: str) -> list[str]:
            return sentences(text)

    def here(text: str) -> object:
        try:
            return translate(text, (leg,))
        except NotTranslated as none:  # of chance nothing sensible comes
            return none

    def there(text: str) -> object:
        return apply_packaged_translation(package, text, theirs, Splitter(), 1)

    before = _memory_mb()
    third = ctranslate2.Translator(where, device="cpu", **THREADS)
    _run(package, _Lengthened(third), sentences(MESSAGE))
    used = _memory_mb() - before
    name = "memory of one more direction in use"
    return here, there, Figure(name, f"{used:.0f} MB", values={"direction_mb": used})


class _Lengthened(Lengthening):
    def __init__(self, engine: Any) -> None:
        self._engine = engine


def _messages(ours: Call, theirs: Call) -> list[Figure]:
    """One message at a time, in turn."""
    figures: list[Figure] = []
    for kind, messages in (("a chat message", TALK), ("one sentence of 21 words", (MESSAGE,))):
        times: tuple[list[float], list[float]] = ([], [])
        for text in messages * (1 + ROUNDS * len(TALK) // len(messages)):
            for taken, call in zip(times, (ours, theirs), strict=True):
                began = time.perf_counter()
                call(text)
                taken.append(1000 * (time.perf_counter() - began))
        figures += _quantiles(kind, *(taken[len(messages) :] for taken in times))
    return figures


def _quantiles(kind: str, ours: list[float], theirs: list[float]) -> Iterator[Figure]:
    for share, name in ((0.5, "p50"), (0.95, "p95")):
        own, other = quantile(ours, share), quantile(theirs, share)
        wanted = kind == "a chat message" and name == "p50"
        yield Figure(
            f"translating {kind}, {name}: here / argostranslate's own call",
            f"{own:.0f} ms / {other:.0f} ms = {other / own:.1f}x faster",
            "≥ 2x" if wanted else "",
            other / own >= 2 if wanted else None,
            {f"{kind} {name} ms": own, f"{kind} {name} argos ms": other},
        )


def _batches(ours: Call, theirs: Call) -> list[Figure]:
    """A long message of many sentences."""
    text = " ".join(f"{MESSAGE[:-1]} {number + 10}." for number in range(IN_BATCH))
    rates: tuple[list[float], list[float]] = ([], [])
    for _ in range(BATCHES):
        for one, call in enumerate((ours, theirs)):
            began = time.perf_counter()
            call(text)
            rates[one].append(IN_BATCH / (time.perf_counter() - began))
    own, other = map(statistics.median, rates)
    return [
        Figure(
            f"sentences a second in a message of {IN_BATCH}: here / argostranslate's own call",
            f"{own:.1f}/s / {other:.1f}/s = {own / other:.1f}x",
            "≥ 3x",
            own / other >= 3,
            {"sentences_per_s": own, "argos_sentences_per_s": other},
        )
    ]


async def _stall(folder: Path) -> Figure:
    """The longest time the loop did not come round while a worker translated."""
    for package in PACKAGES.glob(f"*{SUFFIX}"):
        put_in_place(folder, package, {})
    worker = WorkerTranslator(folder, read_lock(folder))
    direction = Direction(Model("fa"), Model("nl"))
    longest, stop = 0.0, asyncio.Event()

    async def tick() -> None:
        nonlocal longest
        while not stop.is_set():
            began = time.perf_counter()
            await asyncio.sleep(TICK_S)
            longest = max(longest, time.perf_counter() - began - TICK_S)

    await worker.translate("من به کمک نیاز دارم.", direction)
    ticking = asyncio.create_task(tick())
    for _ in range(STALL_MESSAGES):
        await worker.translate("من به کمک نیاز دارم.", direction)
    stop.set()
    await ticking
    await worker.close()
    stall = 1000 * longest
    return Figure(
        f"longest stall of the loop during {STALL_MESSAGES} translations",
        f"{stall:.1f} ms",
        "≤ 10 ms",
        stall <= 10,
        {"translation_stall_ms": stall},
    )


def _memory_mb() -> float:
    rows = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(row for row in rows if row.startswith("VmRSS")).split()[1]) / 1024
