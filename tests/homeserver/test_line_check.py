"""`check` looks at the desk room as its homeserver has it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import Account
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.stage import Stage, set_stage
from bot.operating.checking import reachable
from bot.operating.finding import Level
from bot.runtime import open_identity
from tests.homeserver.people import NewPerson

CLIENT = "/_matrix/client/v3"


@pytest.fixture
async def stage(homeserver: ThrowAwayHomeserver, tmp_path: Path) -> AsyncIterator[Stage]:
    async with set_stage(tmp_path / "line", homeserver, suffix=f"-{tmp_path.name}") as opened:
        yield opened


async def findings(stage: Stage, level: Level) -> list[str]:
    async with open_identity(stage.place) as identity:
        found = [one async for one in reachable(stage.place, identity)]
    about = ("desk room", "desk homeserver:")
    return [one.words for one in found if one.level is level and one.words.startswith(about)]


async def test_a_desk_room_as_the_line_made_it(stage: Stage) -> None:
    assert await findings(stage, Level.FAULT) == []
    assert await findings(stage, Level.OK) == [
        "desk room: as the line made it, with nobody else in it"
    ]
    assert await findings(stage, Level.NOTE) == []


async def test_every_change_of_it_is_told(stage: Stage, person: NewPerson) -> None:
    """By whoever has got hold of the desk account, or of the homeserver."""
    mallory = await person("mallory")
    async with open_identity(stage.place) as identity:
        record = await identity.account(Account.DESK)
    assert record

    def change(kind: str, content: dict[str, Any]) -> None:
        where = f"{CLIENT}/rooms/{stage.desk_room}/state/{kind}/"
        stage.desk.request("PUT", where, content, token=record.token)

    change("m.room.history_visibility", {"history_visibility": "shared"})
    change("org.matrix.room.preview_urls", {"disable": False})
    change("m.room.join_rules", {"join_rule": "public"})
    change("m.room.guest_access", {"guest_access": "can_join"})
    levels = stage.desk.request(
        "GET", f"{CLIENT}/rooms/{stage.desk_room}/state/m.room.power_levels/", token=record.token
    )
    change("m.room.power_levels", {**levels, "redact": 0})
    await mallory.client.join(stage.desk_room)
    assert await findings(stage, Level.FAULT) == [
        "desk room: somebody changed who may join",
        "desk room: somebody changed who may read what was said before they came",
        "desk room: somebody changed whether guests may come in",
        "desk room: somebody changed that links are not fetched to show what is behind them",
        "desk room: somebody changed who may change it",
        f"desk room: {mallory.id} is in it, or invited, and not on the roster",
    ]
    await stage.professional.leave(stage.desk_room)
    assert await findings(stage, Level.NOTE) == [
        f"desk room: {stage.professional.id} is on the roster, and not in it"
    ]
    stage.desk.request("POST", f"{CLIENT}/rooms/{stage.desk_room}/leave", {}, token=record.token)
    [lost] = await findings(stage, Level.FAULT)
    assert "not in it any more" in lost
