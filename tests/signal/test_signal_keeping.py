"""How signal-cli is started, watched and tidied up after."""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.channels.signal.keeping import (
    DaemonSettings,
    Hearing,
    command,
    environment,
    has_clients,
    require_version,
)
from bot.channels.signal.kept import serving
from bot.channels.signal.tidying import ask_to_tidy, is_wanted, sweep, tidy
from bot.errors import ConfigurationError
from tests.signal.service import NUMBER
from tests.signal.world import ROOT, World

A, B = frozenset({"receive-1"}), frozenset({"receive-2"})
NOBODY: frozenset[str] = frozenset()


class Times:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def _lost(*looks: tuple[float, frozenset[str], bool]) -> bool:
    times = Times()
    hearing = Hearing(times, 10)
    lost = False
    for at, threads, connected in looks:
        times.now = at
        lost = hearing.is_lost(threads, connected=connected)
    return lost


def test_one_thread_that_stays_is_as_it_should_be() -> None:
    assert not _lost((0, A, True), (20, A, True), (40, A, True))


def test_no_thread_while_nobody_is_connected_is_as_it_should_be() -> None:
    assert not _lost((0, NOBODY, False), (100, NOBODY, False), (105, NOBODY, True))


def test_no_thread_while_somebody_listens_is_deafness() -> None:
    assert _lost((0, A, True), (5, A, True), (10, NOBODY, True), (16, NOBODY, True))
    assert not _lost((0, A, True), (5, A, True), (10, NOBODY, True), (12, A, True), (14, A, True))


def test_threads_that_end_as_soon_as_they_begin_are_deafness() -> None:
    numbered = [frozenset({f"receive-{number}"}) for number in range(5)]
    assert _lost(*((float(number), one, True) for number, one in enumerate(numbered)))
    assert not _lost((0, A, True), (1, B, True), (2, B, True), (3, B, True))


def _settings(folder: Path, program: str = "signal-cli") -> DaemonSettings:
    return DaemonSettings(program, folder / "data", folder / "run/socket", NUMBER)


def test_the_daemon_is_told_to_be_silent_and_to_wait(tmp_path: Path) -> None:
    words = command(_settings(tmp_path))
    glob, daemon = words[: words.index("daemon")], words[words.index("daemon") :]
    for flag in ("--scrub-log", "--disable-send-log", "on-first-use"):
        assert flag in glob
    for flag in ("--no-receive-stdout", "manual", "--ignore-attachments", "--socket"):
        assert flag in daemon
    assert not [word for word in words if word.startswith("-v") or "http" in word or "tcp" in word]


def test_no_setting_of_ours_or_of_a_file_reaches_the_daemon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SIGNAL_CLI_CONFIG", "CREDENTIALS_DIRECTORY", "JAVA_TOOL_OPTIONS", "SECRET"):
        monkeypatch.setenv(name, "x")
    given = environment(tmp_path)
    assert given.keys() <= {"PATH", "HOME", "XDG_CONFIG_HOME", "LANG", "JAVA_HOME"}
    assert not Path(given["XDG_CONFIG_HOME"]).exists()


@pytest.mark.parametrize("says", ["signal-cli 0.13.19", "signal-cli", "x", ""])
async def test_an_old_signal_cli_is_refused(tmp_path: Path, says: str) -> None:
    program = tmp_path / "signal-cli"
    program.write_text(f"#!/bin/sh\necho '{says}'\n")
    program.chmod(0o700)
    with pytest.raises(ConfigurationError):
        await require_version(_settings(tmp_path, str(program)))


async def test_no_signal_cli_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no program"):
        await require_version(_settings(tmp_path, str(tmp_path / "none")))


async def test_the_double_is_new_enough(world: World) -> None:
    await require_version(world.settings)


async def test_who_is_connected_is_seen(world: World) -> None:
    assert has_clients(world.settings.socket)
    await world.receiving.stop()
    await world.service.until(lambda: not has_clients(world.settings.socket))


async def test_the_socket_is_for_the_group_that_the_folder_lets_in(world: World) -> None:
    assert world.settings.socket.stat().st_mode & 0o777 == 0o770
    assert world.settings.data.stat().st_mode & 0o777 == 0o700


async def test_signal_cli_ends_with_whoever_keeps_it(world: World, tmp_path: Path) -> None:
    """However the line ends: the pipe to its keeper ends with it."""
    other = DaemonSettings(
        world.settings.program, tmp_path / "other/data", tmp_path / "other/socket", NUMBER
    )
    keeper = await asyncio.create_subprocess_exec(
        *serving(other), stdin=asyncio.subprocess.PIPE, cwd="/", env={"PYTHONPATH": str(ROOT)}
    )
    await world.service.until(other.socket.exists, 30)
    assert keeper.stdin
    keeper.stdin.close()
    assert await asyncio.wait_for(keeper.wait(), 20) == 0
    assert not other.socket.exists()


async def test_nothing_is_printed_of_what_comes(world: World) -> None:
    """The double prints each text without the one flag, and each request with `-vv`."""
    world.service.phone().writes("a secret")
    await world.gets(1)
    printed = [file for file in world.folder.rglob("*") if file.is_file()]
    assert not [file for file in printed if b"a secret" in file.read_bytes()]


async def test_the_double_does_print_when_it_is_let(world: World) -> None:
    process = await asyncio.create_subprocess_exec(
        *(world.settings.program, "-d", str(world.folder / "d2"), "-a", NUMBER, "daemon"),
        *("--socket", str(world.folder / "s2")),
        stdout=asyncio.subprocess.PIPE,
    )
    await world.receiving.stop()
    world.service.phone().writes("a secret")
    assert process.stdout
    said = await asyncio.wait_for(process.stdout.readline(), 10)
    process.terminate()
    await process.wait()
    assert b"a secret" in said


# ---- files ---------------------------------------------------------------------------------------


def test_old_files_are_swept_and_others_are_not(tmp_path: Path) -> None:
    old, new = tmp_path / "attachments/old.png", tmp_path / "attachments/new.png"
    key = tmp_path / "data/account"
    for file in (old, new, key):
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    for file in (old, key):
        os.utime(file, (1, 1))
    assert sweep(tmp_path) == 1
    assert (old.exists(), new.exists(), key.exists()) == (False, True, True)


def test_nothing_of_the_database_is_written_elsewhere(tmp_path: Path) -> None:
    """SQLite makes the new file in a folder of the system's, if it is let."""
    database = tmp_path / "data/1.d/account.db"
    database.parent.mkdir(parents=True)
    with closing(sqlite3.connect(database)) as db:
        db.execute("CREATE TABLE recipient (name TEXT)")
        db.executemany("INSERT INTO recipient VALUES (?)", [("x" * 1000,)] * 5000)
        db.commit()
    before = Path("/var/tmp").stat().st_mtime_ns
    assert tidy(tmp_path, tmp_path / "socket")
    assert Path("/var/tmp").stat().st_mtime_ns == before


def test_a_database_that_cannot_be_rewritten_is_asked_for_again(tmp_path: Path) -> None:
    data, socket = tmp_path / "data", tmp_path / "run/socket"
    broken = data / "data/1.d/account.db"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"no database" * 100)
    socket.parent.mkdir()
    ask_to_tidy(socket)
    assert not tidy(data, socket)
    assert is_wanted(socket)
    assert broken.read_bytes() == b"no database" * 100


def test_nobody_to_ask_is_no_fault(tmp_path: Path) -> None:
    ask_to_tidy(tmp_path / "no folder/socket")
