"""The translating process: right, alone, silent; and when it fails, the conversation goes on."""

import asyncio
import json
import os
import platform
import signal
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from bot.security.confining import can_confine
from bot.translation.base import Direction, Model, NotTranslated, Why
from bot.translation.models import damaged, read_lock
from bot.translation.process import WorkerTranslator

GOLDEN = json.loads((Path(__file__).parent / "golden.json").read_text(encoding="utf-8"))
ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN = ("stanza", "spacy", "minisbd", "onnxruntime", "torch")
NL_EN = Direction(Model("nl"), Model("en"))
ASKED = "Ik heb hulp nodig."


def pairs(name: str) -> list[tuple[str, str]]:
    """Those of three words and more, which a machine is given."""
    return [(a, b) for a, b in GOLDEN[name] if len(a.split()) > 2]


@pytest.mark.parametrize("name", sorted(GOLDEN))
async def test_the_packages_translate_as_argostranslate_does(
    name: str, worker: WorkerTranslator
) -> None:
    """Straight and by way of English; what is expected was made by its own code."""
    direction = Direction(*map(Model, name.split("_")))
    wrong = [
        asked
        for asked, expected in pairs(name)
        if (await worker.translate(asked, direction)).text != expected
    ]
    assert wrong == []


async def test_what_there_is_no_model_for_is_said(worker: WorkerTranslator) -> None:
    ti = Direction(Model("ti"), Model("nl"))
    assert not worker.knows(ti)
    with pytest.raises(NotTranslated) as none:
        await worker.translate(ASKED, ti)
    assert none.value.why is Why.NO_MODEL


async def test_a_changed_model_is_not_used(models: Path, worker: WorkerTranslator) -> None:
    listed = dict(read_lock(models))
    listed[NL_EN] = replace(listed[NL_EN], content="0" * 64)
    assert damaged(models, listed[NL_EN])
    careful = WorkerTranslator(models, listed)
    with pytest.raises(NotTranslated) as none:
        await careful.translate(ASKED, NL_EN)
    assert none.value.why is Why.NO_MODEL
    await careful.close()
    assert (await worker.translate(ASKED, NL_EN)).text == "I need help."


async def test_a_crash_costs_one_translation(worker: WorkerTranslator) -> None:
    await worker.translate(ASKED, NL_EN)
    assert worker._worker
    os.kill(worker._worker.pid, signal.SIGKILL)
    with pytest.raises(NotTranslated) as none:
        await worker.translate(ASKED, NL_EN)
    assert none.value.why is Why.BROKEN
    assert (await worker.translate(ASKED, NL_EN)).text == "I need help."


async def test_a_hang_ends_in_time(models: Path) -> None:
    worker = WorkerTranslator(models, read_lock(models), within_s=3.0)
    await worker.translate(ASKED, NL_EN)
    assert worker._worker
    os.kill(worker._worker.pid, signal.SIGSTOP)
    with pytest.raises(NotTranslated) as none:
        await worker.translate(ASKED, NL_EN)
    assert none.value.why is Why.TOO_SLOW
    assert (await worker.translate(ASKED, NL_EN)).text == "I need help."
    await worker.close()


async def test_those_who_wait_are_served_in_order(worker: WorkerTranslator) -> None:
    some = pairs("nl_en")[:20]
    made = await asyncio.gather(*(worker.translate(asked, NL_EN) for asked, _ in some))
    assert [one.text for one in made] == [expected for _, expected in some]


async def test_who_is_cut_off_leaves_no_answer_for_the_next(worker: WorkerTranslator) -> None:
    await worker.translate(ASKED, NL_EN)
    task = asyncio.create_task(worker.translate("Bel de politie nu.", NL_EN))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert (await worker.translate(ASKED, NL_EN)).text == "I need help."


async def test_a_worker_is_renewed(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.translation.process.RENEWED_AFTER", 2)
    worker = WorkerTranslator(models, read_lock(models))
    pids = set()
    for _ in range(5):
        await worker.translate(ASKED, NL_EN)
        pids.add(worker._worker.pid if worker._worker else None)
    assert len(pids - {None}) == 3
    await worker.close()


INSIDE = """
import sys, json, os, socket, logging
from pathlib import Path
folder = Path(sys.argv[1])
from bot.security.hardening import harden
harden()
from bot.translation.argos import Models, prepare
from bot.translation.message import translate
from bot.translation.models import read_lock
from bot.security.confining import confine
logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
prepare(folder)
models = Models(folder, 8)
lock = list(read_lock(folder).values())
translate("Ik heb hulp nodig.", models.legs([one for one in lock if one.source == "nl"]))
before = set(os.listdir("/proc/self/fd"))
confine()
found = {}
def tried(name, do):
    try:
        do()
        found[name] = "done"
    except OSError as fault:
        found[name] = type(fault).__name__
tried("socket", lambda: socket.socket())
tried("udp", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
tried("unix", lambda: socket.socket(socket.AF_UNIX))
tried("program", lambda: os.execv("/bin/true", ["/bin/true"]))
made = translate("Ik heb hulp nodig.", models.legs([one for one in lock if one.source == "nl"]))
found["made"] = made.text
found["modules"] = sorted(set(sys.modules) & set(%r) - {None})
found["loaded"] = [n for n in %r if getattr(sys.modules.get(n), "__file__", None)]
print(json.dumps(found))
"""


@pytest.mark.skipif(not can_confine(), reason="no filter for this machine")
def test_inside_there_is_no_network_no_program_no_log(models: Path) -> None:
    script = INSIDE % (FORBIDDEN, FORBIDDEN)
    ran = subprocess.run(
        [sys.executable, "-c", script, str(models)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(ran.stdout)
    refused = {found[name] for name in ("socket", "udp", "unix", "program")}
    assert refused == {"PermissionError"}
    assert found["made"] == "I need help."
    assert found["loaded"] == []
    assert "hulp" not in ran.stderr
    assert "help" not in ran.stderr


STARVED = """
import sys
from pathlib import Path
from bot.translation import worker
worker.MOST_BYTES = int(sys.argv[2]) << 20
worker.main(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("megabytes", [50, 400])
def test_a_full_memory_costs_one_translation(models: Path, megabytes: int) -> None:
    """It says that it failed, or is gone; nothing hangs, and nothing half done comes out."""
    way = [asdict(one) for one in read_lock(models).values() if one.source == "nl"]
    ran = subprocess.run(
        [sys.executable, "-c", STARVED, str(models), str(megabytes)],
        input=json.dumps({"text": ASKED * 100, "way": way}) + "\n",
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ran.stdout in ("", '{"why": "broken"}\n')


def test_no_more_models_are_in_memory_than_there_is_room_for(models: Path) -> None:
    """Those used last; the one used longest ago goes first."""
    script = """
import sys
from pathlib import Path
from bot.translation.argos import Models, prepare
from bot.translation.models import read_lock
folder = Path(sys.argv[1])
prepare(folder)
models, known = Models(folder, 2), list(read_lock(folder).values())
for one in (known[0], known[1], known[0], known[2]):
    models.legs([one])
print([f"{one.source}_{one.target}" for one in models._loaded])
print([f"{one.source}_{one.target}" for one in (known[0], known[2])])
"""
    ran = subprocess.run(
        [sys.executable, "-c", script, str(models)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    kept, wanted = ran.stdout.splitlines()
    assert kept == wanted


HARDENED = """
import ctypes, os, sys
if ctypes.CDLL(None).prctl(65, 1, 0, 0, 0):  # PR_SET_MDWE
    raise SystemExit(7)
os.execv(sys.executable, [sys.executable, "-P", "-m", "bot.translation.worker", sys.argv[1]])
"""


@pytest.mark.skipif(
    platform.machine() != "x86_64", reason="elsewhere nothing makes code as it goes"
)
def test_it_is_right_where_memory_is_written_or_run_but_never_both(models: Path) -> None:
    """As under the unit in `deploy/`; another arithmetic is chosen then, or all is nonsense."""
    way = [asdict(one) for one in read_lock(models).values() if one.source == "nl"]
    ran = subprocess.run(
        [sys.executable, "-c", HARDENED, str(models)],
        input=json.dumps({"text": ASKED, "way": way}) + "\n",
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode == 7:
        pytest.skip("this kernel cannot be asked for it")
    assert json.loads(ran.stdout) == {"text": "I need help.", "doubts": []}


def test_the_lock_leaves_out_what_calls_home() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        names = [row.split("==")[0] for row in lock.read_text().splitlines() if "==" in row]
        assert not set(FORBIDDEN) & set(names), lock.name


async def test_nothing_is_written_while_translating(models: Path, worker: WorkerTranslator) -> None:
    before = sorted((str(p), p.stat().st_mtime_ns) for p in models.rglob("*"))
    await worker.translate(ASKED, NL_EN)
    assert sorted((str(p), p.stat().st_mtime_ns) for p in models.rglob("*")) == before
