"""Small real packages, trained for this project on its own phrases: no measure of quality."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.demo.models import install_models
from bot.translation.models import read_lock
from bot.translation.process import WorkerTranslator


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four of them, installed."""
    folder = tmp_path_factory.mktemp("models")
    install_models(folder)
    return folder


@pytest_asyncio.fixture
async def worker(models: Path) -> AsyncIterator[WorkerTranslator]:
    translator = WorkerTranslator(models, read_lock(models))
    yield translator
    await translator.close()
