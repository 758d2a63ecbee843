"""The desk room is renewed at a real homeserver, with the line cut off on the way."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from bot.channels.base import Account
from bot.demo.person import Person
from bot.demo.stage import Stage, set_stage
from bot.operating.recovering import recover
from bot.runtime import DESK_ROOM, open_identity, open_stores
from bot.storage.cases import DESK, DESK_KEY
from handoff import moving
from handoff.model import RoomRef
from handoff.moving import DeskRoom
from tests.homeserver.line_talk import PATIENCE, Desk, NewReporter, joined, words

pytestmark = pytest.mark.asyncio(loop_scope="module")
CLIENT = "/_matrix/client/v3"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(homeserver: Any, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    folder = tmp_path_factory.mktemp("moves") / "line"
    staff = ("moved", "late")
    async with set_stage(folder, homeserver, professionals=staff, suffix="-moves") as opened:
        yield opened


async def a_week_passes(stage: Stage) -> None:
    """While the line is closed: the desk room is overdue."""
    due = datetime.now(UTC) - timedelta(days=2)
    body = DESK.dump_json(DeskRoom(RoomRef(stage.desk_room), due=due))
    put = "INSERT OR REPLACE INTO meta VALUES (?, ?)"
    async with open_stores(stage.place) as stores:
        await stores.line._db.run(lambda db: db.execute(put, (DESK_KEY, body)) and None)


async def noted(stage: Stage) -> str | None:
    async with open_identity(stage.place) as identity:
        return await identity.noted(DESK_ROOM)


async def standing(person: Person, room: str) -> list[str]:
    """What of the line's own words a client can still be given, as event ids."""
    status, answer = await person.request("GET", f"{CLIENT}/rooms/{room}/messages?dir=b&limit=200")
    assert status == 200
    kinds = ("m.room.encrypted", "m.reaction")
    return [
        event["event_id"]
        for event in answer["chunk"]
        if event["type"] in kinds and event["content"]
    ]


async def test_the_desk_moves_and_the_old_room_is_empty(
    stage: Stage, reporter: NewReporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off again and again: one desk at the end, its card there, nothing left in the old."""
    monkeypatch.setattr(moving, "FRESH", timedelta())  # she has just written
    first, second = stage.staff
    desk, old = Desk(stage), stage.desk_room
    anna = await reporter("anna")
    await anna.send_case()
    number = await desk.card()
    await desk.types("!queue")
    await desk.hears("desk-queue")
    await stage.close_line()
    await a_week_passes(stage)
    for pause in (0.02, 0.1, 0.2, 0.4):
        await stage.open_line()
        await asyncio.sleep(pause)
        await stage.cut_line()
    await stage.open_line()
    new = await first.join_invitation_of(stage.desk_id, PATIENCE)
    for pause in (0.02, 0.1, 0.2):
        await asyncio.sleep(pause)
        await stage.cut_line()
        await stage.open_line()
    stage.desk_room = new
    await desk.hears("desk-welcome")
    assert await desk.card() == number
    await second.hears(old, words("desk-moved"))
    await first.until(lambda: not joined(first, old, stage.desk_id), PATIENCE)
    [last] = await standing(first, old)
    [moved] = [seen for seen in second.texts(old) if seen.text == words("desk-moved")]
    assert last == moved.event
    assert await noted(stage) == new
    await until_late_one_is_in(second, new, stage)
    await second.hears(new, words("desk-queue"))
    assert [seen.text for seen in first.texts(new) if "!claim" in seen.text and "\n" in seen.text]
    await desk.claim(number)
    await desk.close()


async def until_late_one_is_in(person: Person, room: str, stage: Stage) -> None:
    await person.until(lambda: room in person.invitations, PATIENCE)
    await person.join(room)


async def test_a_backup_that_names_a_room_we_left_gets_a_new_desk(stage: Stage) -> None:
    """A new machine, with nothing but a copy of identity.db from before the last move."""
    first = stage.staff[0]
    await stage.close_line()
    async with open_identity(stage.place) as identity:
        await identity.note(DESK_ROOM, "!left:long.ago")
    stage.place.line_cell.write_bytes(bytes(stage.place.line_cell.stat().st_size))
    before = set(first.invitations)
    await recover(stage.place, lambda _: None, asyncio.Event())
    await stage.open_line()
    await first.until(lambda: set(first.invitations) - before, PATIENCE)
    stage.desk_room = await first.join((set(first.invitations) - before).pop())
    assert await noted(stage) == stage.desk_room
    await Desk(stage).hears("desk-welcome")
    async with open_identity(stage.place) as identity:
        assert await identity.account(Account.DESK)
