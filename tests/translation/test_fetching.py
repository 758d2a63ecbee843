"""Fetching models: what was begun is gone on with, and what comes is what the index says."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web

from bot.demo.models import PACKAGES
from bot.errors import ConfigurationError
from bot.translation.base import Direction, Model
from bot.translation.fetching import fetch
from bot.translation.packages import put_in_place

FA_EN = Direction(Model("fa"), Model("en"))
NAME = "translate-fa_en-0_1.argosmodel"
WHOLE = (PACKAGES / NAME).read_bytes()
HALF = len(WHOLE) // 2


@dataclass
class Index:
    """A server with an index and one package, which may break off."""

    url: str = ""
    breaks: bool = False
    listed: object = None
    asked: list[str] = field(default_factory=list)

    def entry(self, version: str = "0.1", name: str = NAME) -> dict[str, object]:
        links = ["ipfs://nowhere", f"{self.url}/{name}"]
        return {"from_code": "fa", "to_code": "en", "package_version": version, "links": links}

    async def index(self, _: web.Request) -> web.Response:
        listed = [self.entry()] if self.listed is None else self.listed
        return web.Response(text=json.dumps(listed), content_type="text/plain")

    async def package(self, request: web.Request) -> web.StreamResponse:
        wanted = request.headers.get("Range", "")
        self.asked.append(wanted)
        start = int(wanted.removeprefix("bytes=").removesuffix("-") or 0)
        answer = web.StreamResponse(status=206 if start else 200)
        answer.content_length = len(WHOLE) - start
        await answer.prepare(request)
        if self.breaks:
            await answer.write(WHOLE[start:HALF])
            assert request.transport
            request.transport.abort()
            return answer
        await answer.write(WHOLE[start:])
        return answer


@pytest_asyncio.fixture
async def index() -> AsyncIterator[Index]:
    made = Index()
    app = web.Application()
    app.router.add_get("/index.json", made.index)
    app.router.add_get("/{name}", made.package)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield made
    await runner.cleanup()


async def get(folder: Path, index: Index) -> dict[Direction, Path]:
    return await fetch(folder, [FA_EN], lambda *_: None, f"{index.url}/index.json")


async def test_what_comes_can_be_installed(tmp_path: Path, index: Index) -> None:
    told: list[tuple[str, int, int | None]] = []
    where = f"{index.url}/index.json"
    found = await fetch(tmp_path, [FA_EN], lambda *one: told.append(one), where)
    assert found[FA_EN].read_bytes() == WHOLE
    assert told[-1] == (NAME, len(WHOLE), len(WHOLE))
    assert put_in_place(tmp_path, found[FA_EN], {}).direction == FA_EN


async def test_a_download_that_broke_off_is_gone_on_with(tmp_path: Path, index: Index) -> None:
    index.breaks = True
    with pytest.raises(ConfigurationError, match="goes on with it"):
        await get(tmp_path, index)
    index.breaks = False
    assert (await get(tmp_path, index))[FA_EN].read_bytes() == WHOLE
    first, second = index.asked
    assert first == ""
    assert 0 < int(second.removeprefix("bytes=").removesuffix("-")) <= HALF


async def test_what_is_there_is_not_fetched_again(tmp_path: Path, index: Index) -> None:
    await get(tmp_path, index)
    await get(tmp_path, index)
    assert len(index.asked) == 1


async def test_the_newest_of_a_direction_is_taken(tmp_path: Path, index: Index) -> None:
    names = ("1.9", "1.10", "1.2")
    index.listed = [index.entry(one, f"fa_en-{one}.argosmodel") for one in names]
    assert (await get(tmp_path, index))[FA_EN].name == "fa_en-1.10.argosmodel"


async def test_what_the_index_lacks_is_not_there(tmp_path: Path, index: Index) -> None:
    index.listed = []
    assert await get(tmp_path, index) == {}


@pytest.mark.parametrize("listed", [{"a": 1}, [1], [{"from_code": "fa"}], [{"links": []}], "x"])
async def test_an_odd_index_breaks_nothing(tmp_path: Path, index: Index, listed: object) -> None:
    index.listed = listed
    assert await get(tmp_path, index) == {}


async def test_without_a_network_it_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="could not be fetched"):
        await fetch(tmp_path, [FA_EN], lambda *_: None, "http://127.0.0.1:1/index.json")
