"""Small models for the demo and the tests, trained for this project on its own phrases.

They go through the same installing and translating as real ones, and are no measure of quality:
of what is not among their phrases they make nonsense.
"""

from pathlib import Path

from bot.translation.packages import SUFFIX, put_in_place

PACKAGES = Path(__file__).parent / "packages"


def install_models(folder: Path) -> None:
    """Dutch, English and Persian, both ways."""
    folder.mkdir(parents=True, exist_ok=True)
    for package in sorted(PACKAGES.glob(f"*{SUFFIX}")):
        put_in_place(folder, package, {})
