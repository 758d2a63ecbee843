"""The example unit keeps the line in a small house: systemd's own measure says how small."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.deploy.synapse_example import DEPLOY
from tests.figure import Figure

UNIT, SIGNAL_UNIT = "vertrouwenslijn.service", "vertrouwenslijn-signal.service"
AT_MOST, SIGNAL_AT_MOST = 1.5, 2.0
"""signal-cli has to reach the internet, and makes code as it goes."""
NEEDS_SYSTEMD = "VERTROUWENSLIJN_NEEDS_SYSTEMD"
"""Set where a missing systemd-analyze is a failure, as in CI."""
MISSING = "needs systemd-analyze (on Debian and Ubuntu: the package systemd)"


@pytest.fixture
def analyze() -> str:
    found = shutil.which("systemd-analyze")
    if found is None and os.environ.get(NEEDS_SYSTEMD):
        pytest.fail(MISSING)
    if found is None:
        pytest.skip(MISSING)
    return found


def score(analyze: str, unit: Path) -> float:
    """systemd's exposure level: 0 is none, 10 is everything. It must know every setting."""
    done = subprocess.run(
        [analyze, "security", "--offline=true", "--no-pager", str(unit)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    assert not re.search(r"[Uu]nknown|[Ii]nvalid|[Ff]ailed to parse", done.stderr), done.stderr
    (told,) = re.findall(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    return float(told)


def test_the_unit_is_hardened(analyze: str, figure: Figure) -> None:
    measured = score(analyze, DEPLOY / "systemd" / UNIT)
    figure("exposure of the line's unit (systemd-analyze security, 0 to 10)", measured)
    assert measured <= AT_MOST


def test_so_is_the_one_of_signal(analyze: str, figure: Figure) -> None:
    measured = score(analyze, DEPLOY / "systemd" / SIGNAL_UNIT)
    figure("exposure of the unit of signal-cli (systemd-analyze security, 0 to 10)", measured)
    assert measured <= SIGNAL_AT_MOST


def test_what_comes_by_signal_lies_in_memory_and_away_from_the_line() -> None:
    text = (DEPLOY / "systemd" / SIGNAL_UNIT).read_text(encoding="utf-8")
    settings = [line for line in text.split("\n") if not line.startswith("#")]
    assert [one for one in settings if one.startswith("TemporaryFileSystem=") and "noexec" in one]
    (hidden,) = [one for one in settings if one.startswith("InaccessiblePaths=")]
    assert "-/var/lib/vertrouwenslijn " in f"{hidden} "
    assert "User=vertrouwenslijn-signal" in settings
    assert not [one for one in settings if "+31" in one]


def test_the_line_may_reach_its_socket(analyze: str, tmp_path: Path) -> None:
    shutil.copy(DEPLOY / "systemd" / UNIT, tmp_path)
    extra = tmp_path / f"{UNIT}.d"
    extra.mkdir()
    shutil.copy(DEPLOY / "systemd" / "on-signal.conf", extra)
    assert score(analyze, tmp_path / UNIT) <= AT_MOST


def test_so_it_is_without_a_proxy(analyze: str, tmp_path: Path) -> None:
    """Homeservers reached by their addresses instead."""
    shutil.copy(DEPLOY / "systemd" / UNIT, tmp_path)
    extra = tmp_path / f"{UNIT}.d"
    extra.mkdir()
    shutil.copy(DEPLOY / "systemd" / "homeservers.conf", extra)
    alone = score(analyze, DEPLOY / "systemd" / UNIT)
    assert alone < score(analyze, tmp_path / UNIT) <= AT_MOST


@pytest.mark.parametrize("lost", ["CapabilityBoundingSet=", "SystemCallFilter=", "IPAddressDeny="])
def test_the_measure_sees_a_lost_setting(analyze: str, tmp_path: Path, lost: str) -> None:
    text = (DEPLOY / "systemd" / UNIT).read_text(encoding="utf-8")
    weaker = "\n".join(line for line in text.split("\n") if not line.startswith(lost))
    (tmp_path / UNIT).write_text(weaker, encoding="utf-8")
    assert score(analyze, tmp_path / UNIT) > score(analyze, DEPLOY / "systemd" / UNIT)


def test_secrets_come_as_credentials_and_memory_reaches_no_disk() -> None:
    """What the score does not weigh."""
    lines = (DEPLOY / "systemd" / UNIT).read_text(encoding="utf-8").split("\n")
    assert any(line.startswith("LoadCredentialEncrypted=identity.key:") for line in lines)
    wanted = {"LimitCORE=0", "MemorySwapMax=0", "RuntimeDirectoryPreserve=yes"}
    assert wanted | {"LogNamespace=vertrouwenslijn"} <= set(lines)
