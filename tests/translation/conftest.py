"""Small real packages, trained for this project on its own phrases: no measure of quality."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.translation.models import read_lock
from bot.translation.packages import SUFFIX, put_in_place
from bot.translation.process import WorkerTranslator

PACKAGES = Path(__file__).parent / "packages"


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four of them, installed."""
    folder = tmp_path_factory.mktemp("models")
    for package in sorted(PACKAGES.glob(f"*{SUFFIX}")):
        put_in_place(folder, package, {})
    return folder


@pytest_asyncio.fixture
async def worker(models: Path) -> AsyncIterator[WorkerTranslator]:
    translator = WorkerTranslator(models, read_lock(models))
    yield translator
    await translator.close()
