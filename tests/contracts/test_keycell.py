"""The contract of the key cell, held against every adapter."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.security.keycell import SLOT_BYTES, FileCell, KeyCell, MemoryCell, Slots, filesystem_of
from bot.security.keys import KEY_BYTES, fresh_key
from tests.bot.memory_line import quick_folder

Make = Callable[[Path], KeyCell]


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as made:
        if filesystem_of(made) not in ("tmpfs", "ramfs"):
            pytest.fail("this machine has no folder in memory to try the memory cell in")
        yield made


@pytest.fixture(params=[FileCell, MemoryCell])
def make(request: pytest.FixtureRequest) -> Make:
    adapter: Make = request.param
    return adapter


def keys(cell: KeyCell) -> tuple[bytes | None, bytes | None]:
    slots = cell.read()
    return slots.current, slots.next


def test_a_new_cell_holds_one_fresh_key_that_only_its_owner_reads(folder: Path, make: Make) -> None:
    old = os.umask(0)
    try:
        cells = [make(folder / name) for name in ("a", "b")]
        for cell in cells:
            assert not cell.exists()
            cell.make()
            assert cell.exists()
    finally:
        os.umask(old)
    found = [keys(cell) for cell in cells]
    assert all(current and len(current) == KEY_BYTES for current, _ in found)
    assert all(fresh is None for _, fresh in found)
    assert found[0] != found[1]
    assert stat.S_IMODE((folder / "a").stat().st_mode) == 0o600


def test_the_next_key_becomes_the_current_one_and_the_old_is_gone(folder: Path, make: Make) -> None:
    path = folder / "cell"
    cell = make(path)
    cell.make()
    first, _ = keys(cell)
    assert first
    second = fresh_key()
    cell.propose(second)
    assert keys(make(path)) == (first, second), "another process sees both"
    file = path.stat().st_ino
    cell.adopt()
    assert keys(make(path)) == (second, None)
    assert first not in path.read_bytes()
    assert path.stat().st_ino == file, "overwritten in place, never replaced"
    assert path.stat().st_size == 2 * SLOT_BYTES


def test_a_key_that_came_to_nothing_is_discarded(folder: Path, make: Make) -> None:
    cell = make(folder / "cell")
    cell.make()
    first, _ = keys(cell)
    fresh = fresh_key()
    cell.propose(fresh)
    cell.discard()
    assert keys(cell) == (first, None)
    assert fresh not in (folder / "cell").read_bytes()
    with pytest.raises(ConfigurationError):
        cell.adopt()
    assert keys(cell) == (first, None)


@pytest.mark.parametrize("size", [0, 10, 50, SLOT_BYTES - 1])
def test_a_torn_slot_is_no_key(folder: Path, make: Make, size: int) -> None:
    path = folder / "cell"
    cell = make(path)
    cell.make()
    second = fresh_key()
    cell.propose(second)
    whole = path.read_bytes()
    path.write_bytes(whole[:size].ljust(SLOT_BYTES, b"\0") + whole[SLOT_BYTES:])
    assert cell.read().next == second
    assert (cell.read().current is None) == (size < SLOT_BYTES - 1)
    path.write_bytes(whole[: SLOT_BYTES + size])
    assert cell.read().current is not None
    assert (cell.read().next is None) == (size < SLOT_BYTES - 1)


@pytest.mark.parametrize("content", [b"", b"x" * 32, os.urandom(2 * SLOT_BYTES)])
def test_garbage_is_an_empty_cell_and_can_be_made_anew(
    folder: Path, make: Make, content: bytes
) -> None:
    path = folder / "cell"
    path.write_bytes(content)
    cell = make(path)
    assert keys(cell) == (None, None)
    cell.make()
    assert cell.read().current
    assert cell.read().next is None
    assert path.stat().st_size == 2 * SLOT_BYTES


def test_one_flipped_bit_is_no_key(folder: Path, make: Make) -> None:
    path = folder / "cell"
    cell = make(path)
    cell.make()
    whole = path.read_bytes()
    used = len(whole[:SLOT_BYTES].rstrip(b"\0"))
    for place in range(used):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert cell.read().current is None


def test_what_cannot_be_reached_is_no_empty_cell(folder: Path, make: Make) -> None:
    """A missing folder or another kind of thing in its place says nothing about the keys."""
    (folder / "dir").mkdir()
    (folder / "real").write_bytes(b"")
    (folder / "link").symlink_to(folder / "real")
    for path in (folder / "none" / "cell", folder / "dir", folder / "link"):
        cell = make(path)
        for step in (cell.read, cell.make, cell.hold, lambda cell=cell: cell.propose(fresh_key())):
            with pytest.raises(ConfigurationError) as caught:
                step()
            assert "Nothing was changed" in str(caught.value)
    assert (folder / "real").read_bytes() == b""


def test_only_one_process_holds_a_cell(folder: Path, make: Make) -> None:
    cell, other = make(folder / "cell"), make(folder / "cell")
    cell.make()
    before = cell.held
    cell.hold()
    assert (before, cell.held) == (False, True)
    with pytest.raises(ConfigurationError, match="running already"):
        other.hold()
    assert not other.held
    assert other.read().current, "looking is allowed"
    cell.release()
    other.hold()
    other.release()


def test_a_killed_holder_holds_nothing(folder: Path, make: Make) -> None:
    cell = make(folder / "cell")
    cell.make()
    script = (
        "import sys, time; from pathlib import Path; from bot.security.keycell import FileCell\n"
        "FileCell(Path(sys.argv[1])).hold(); print('held', flush=True); time.sleep(60)"
    )
    args = [sys.executable, "-c", script, str(folder / "cell")]
    with subprocess.Popen(args, stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        with pytest.raises(ConfigurationError):
            cell.hold()
        child.kill()
    cell.hold()
    cell.release()


def test_a_folder_that_is_not_in_memory_is_refused() -> None:
    disk = Path(__file__).parent
    assert filesystem_of(disk) not in ("tmpfs", "ramfs")
    cell = MemoryCell(disk / "never-made")
    for step in (cell.exists, cell.make, cell.read, cell.hold):
        with pytest.raises(ConfigurationError, match="not in memory"):
            step()
    assert not (disk / "never-made").exists()


def test_a_cell_and_its_slots_print_nothing(folder: Path, make: Make) -> None:
    cell = make(folder / "cell")
    cell.make()
    shown = f"{cell!r} {cell.read()!r} {Slots(b'k' * 32, None)}"
    assert shown.count("<") == 3
    assert "kk" not in shown
