"""The key of line.db is lost: the line stays who it is, says so to whoever waits, and goes on."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import pytest_asyncio

from bot.channels.base import MATRIX, Account
from bot.channels.matrix.crosssigning import CrossSigningIdentity
from bot.config import Place
from bot.demo.person import Person
from bot.demo.stage import Stage, whole_stage
from bot.errors import ConfigurationError
from bot.operating import recovering
from bot.operating.recovering import is_lost, recover
from bot.runtime import line_cell, open_identity
from bot.security.keycell import MemoryCell
from bot.storage.identity import AccountRecord, IdentityStore
from bot.storage.line import LineStore
from tests.bot.memory_line import quick_folder
from tests.homeserver.line_talk import PATIENCE, Desk, Reporter, joined

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage() -> AsyncIterator[Stage]:
    async with whole_stage() as opened:
        yield opened


async def known(place: Place) -> dict[Account, AccountRecord]:
    async with open_identity(place) as identity:
        found = {account: await identity.account(account) for account in MATRIX}
    return {account: record for account, record in found.items() if record}


def lose_the_key(place: Place) -> None:
    """What a reboot does to a cell in memory, and a bad disk to one in a file."""
    place.line_cell.write_bytes(bytes(place.line_cell.stat().st_size))


class Cut(BaseException):
    """The power goes."""


STEPS: tuple[tuple[Any, str], ...] = (
    (recovering, "line_cell"),
    (recovering, "open_stores"),
    (recovering, "log_in"),
    (recovering, "log_out"),
    (IdentityStore, "save_account"),
    (recovering, "joined_rooms"),
    (LineStore, "queue_once"),
    (IdentityStore, "unnote"),
)


@contextmanager
def cut_after(where: Any, name: str) -> Iterator[None]:
    """The step is taken, and then the power goes."""
    real = getattr(where, name)

    def taken(*args: Any, **named: Any) -> Any:
        if not asyncio.iscoroutinefunction(real):
            real(*args, **named)
            raise Cut

        async def then() -> None:
            await real(*args, **named)
            raise Cut

        return then()

    setattr(where, name, taken)
    try:
        yield
    finally:
        setattr(where, name, real)


async def test_a_lost_key_costs_the_cases_and_not_the_line(stage: Stage) -> None:
    """Cut off after every step, each is taken again without harm."""
    anna = await Reporter.arrive(stage, "vergeten")
    desk = Desk(stage)
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    fresh = await Reporter.arrive(stage, "net-begonnen")
    await fresh.say("hallo")
    before = await known(stage.place)
    await stage.close_line()
    lose_the_key(stage.place)
    said: list[str] = []
    for where, name in STEPS:
        with cut_after(where, name), pytest.raises(Cut):
            await recover(stage.place, said.append, asyncio.Event())
    await recover(stage.place, said.append, asyncio.Event())
    await recover(stage.place, said.append, asyncio.Event())
    assert [line for line in said if "begins anew" in line] != []
    assert not is_lost(stage.place)
    after = await known(stage.place)
    for account in MATRIX:
        assert after[account].device != before[account].device
        assert after[account].signing == before[account].signing
        assert after[account].token != before[account].token
    await stage.open_line()
    for one in (anna, fresh):
        await one.hears("system-forgotten")
        await one.person.until(
            lambda one=one: not joined(one.person, one.room, stage.line_id), PATIENCE
        )
    assert texts_like(anna, "vergeten, ook wat u schreef") == 1
    await desk.hears("system-desk-forgotten")
    await out_of(desk.person, desk.case_room, stage.desk_id)
    await only_new_devices(stage, anna, before, after)
    again = await Reporter.of(anna.person, stage)
    await again.send_case("Ik vertel het nog een keer.")
    await desk.claim()
    await desk.reads_text("Ik vertel het nog een keer.")
    await desk.close()
    for one in (anna, fresh):
        await one.person.close()


async def out_of(person: Person, room: str, who: str) -> None:
    await person.until(lambda: not joined(person, room, who), PATIENCE)


def texts_like(one: Reporter, words: str) -> int:
    return len([seen for seen in one.person.texts(one.room) if words in seen.text])


async def only_new_devices(
    stage: Stage,
    anna: Reporter,
    before: dict[Account, AccountRecord],
    after: dict[Account, AccountRecord],
) -> None:
    """The old devices are logged out; the new ones are signed by the same identity."""
    front = after[Account.FRONT]
    body: dict[str, Any] = {"device_keys": {front.person: []}}
    status, answer = await anna.person.request("POST", "/_matrix/client/v3/keys/query", body)
    assert status == 200
    devices = answer["device_keys"][front.person]
    assert set(devices) == {front.device}
    master = CrossSigningIdentity.from_bytes(before[Account.FRONT].signing).master_public
    assert list(answer["master_keys"][front.person]["keys"].values()) == [master]
    assert len(devices[front.device]["signatures"][front.person]) == 2


async def test_a_cell_in_memory_is_lost_with_the_machine(stage: Stage) -> None:
    """Away with the whole folder's content, as a reboot leaves it; and it survives a restart."""
    await stage.close_line()
    kept = stage.place
    with quick_folder() as memory:
        config = kept.config.model_copy(update={"key_cell": "memory", "key_cell_folder": memory})
        stage.place = place = kept.model_copy(update={"config": config})
        assert isinstance(line_cell(place), MemoryCell)
        for lost in (True, False, True):
            if lost:
                place.line_cell.unlink(missing_ok=True)
            assert is_lost(place) == lost
            before = await known(place)
            await recover(place, lambda _: None, asyncio.Event())
            after = await known(place)
            assert (before[Account.FRONT].device == after[Account.FRONT].device) == (not lost)
            await stage.open_line()
            await stage.close_line()
        place.line_cell.unlink()
    with pytest.raises(ConfigurationError, match="is not there"):
        is_lost(place)
    assert place.line_db.exists()
    stage.place = kept
    kept.line_cell.unlink()
    with pytest.raises(ConfigurationError, match="Put it back"):
        is_lost(kept)
    kept.line_db.unlink()
    await recover(kept, lambda _: None, asyncio.Event())
    await stage.open_line()
