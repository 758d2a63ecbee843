"""What a newcomer installs is whole, and locked."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def test_the_wheel_finds_its_dialog_and_catalogues(tmp_path: Path) -> None:
    """Installed without a checkout beside it, the line still has all its texts."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    look = (
        "import bot; from bot.assets import every_language, load_codebook, load_dialog; "
        "print(bot.__file__); load_dialog(); load_codebook(); print(*every_language())"
    )
    # -P and an own folder: the checkout must not help.
    answer = subprocess.run(
        [sys.executable, "-P", "-c", look],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\n")
    assert Path(answer[0]).is_relative_to(installed)
    assert {"en", "nl"} <= set(answer[1].split())
    here = {path.relative_to(ROOT) for path in (ROOT / "locales").rglob("*.ftl")}
    assert here == {path.relative_to(installed) for path in installed.rglob("*.ftl")}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_a_lock_has_hashes_and_no_address(lock: Path) -> None:
    """A lock with an address would tie everybody to one machine's index."""
    text = lock.read_text()
    assert "://" not in text
    assert "--index-url" not in text
    packages = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert packages
    assert all("==" in package and "--hash=sha256:" in package for package in packages)


def test_every_dependency_is_locked() -> None:
    """A dependency added without `make lock` would be missing after set-up."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = {
        "run": settings["dependencies"],
        "demo": settings["dependencies"] + settings["optional-dependencies"]["demo"],
        "dev": settings["dependencies"] + settings["optional-dependencies"]["dev"],
    }
    for lock, dependencies in wanted.items():
        text = (ROOT / "requirements" / f"{lock}.txt").read_text()
        locked = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
        names = {_plain(dependency) for dependency in dependencies} - {"vertrouwenslijn"}
        assert names <= locked, f"{lock} lacks {names - locked}; run `make lock`"


@pytest.mark.parametrize("unwanted", ["onnxruntime", "minisbd", "stanza", "spacy", "torch"])
def test_what_reports_home_stays_out(unwanted: str) -> None:
    """These reach the network, or report to their vendor, by themselves."""
    assert all(f"\n{unwanted}==" not in lock.read_text() for lock in LOCKS)


def _plain(dependency: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", dependency)
    assert match is not None
    return re.sub(r"[._]", "-", match.group()).lower()
