"""A figure is printed at the end of the run, whichever process measured it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MEASURING = """
import pytest

@pytest.mark.parametrize("lost", [0, 3])
def test_measured(figure, lost):
    figure("messages lost", f"{lost} of 7")
    assert not lost
"""


@pytest.mark.parametrize("spread", [(), ("-n", "2")])
def test_the_end_of_the_run_prints_every_figure(tmp_path: Path, spread: tuple[str, ...]) -> None:
    """Also those of a test that failed, and those of another process."""
    (tmp_path / "test_measuring.py").write_text(MEASURING, encoding="utf-8")
    call = [sys.executable, "-m", "pytest", "-q", "-p", "tests.figure", "-p", "no:cacheprovider"]
    end = subprocess.run(
        [*call, *spread, "test_measuring.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        check=False,
        capture_output=True,
        text=True,
    )
    _, _, figures = end.stdout.partition("privacy figures")
    assert "messages lost: 0 of 7" in figures
    assert "messages lost: 3 of 7" in figures
