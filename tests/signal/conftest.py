"""Signal, the double of signal-cli, and the line's channel to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.signal.world import World, signal_world


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with signal_world(tmp_path) as made:
        yield made
