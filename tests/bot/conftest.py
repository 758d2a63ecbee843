"""A line in memory for every test that asks for one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.memory_line import MemoryLine, memory_line


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[MemoryLine]:
    async with memory_line(tmp_path) as opened:
        yield opened
