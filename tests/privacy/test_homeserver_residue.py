"""What homeservers still hold of a reporter after a case: told as measured, never promised away."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.config import Place, read_config
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.stage import Stage, set_stage
from bot.operating.opening import check_line
from tests.homeserver.line_talk import Desk, Reporter, rows
from tests.privacy.identifiers import identifiers_of

Figure = Callable[[str, object], None]
ADMINISTRATOR = "administrator"
OF_THE_ROOM = {"event_json", "events", "room_memberships", "state_events"}
"""Where the homeserver keeps messages, and who was in the room."""
AFTER_DELETING = {"current_state_delta_stream", "scheduled_tasks"}
"""Where a chat that was deleted is still named."""


async def test_what_the_homeservers_keep(
    tmp_path: Path, figure: Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A case with rooms left to the homeserver, then one with rooms deleted there."""
    # Else a reporter's chat is deleted only when its last words have stood there for half a day.
    monkeypatch.setattr("bot.outbox.OLD_HOURS", 0)
    async with AsyncExitStack() as stack:
        front, desk = [stack.enter_context(ThrowAwayHomeserver()) for _ in range(2)]
        stage = await stack.enter_async_context(set_stage(tmp_path / "line", front, desk))
        kept, kept_of_chat = await _after_a_case(stage, "zonnebloem")
        await _let_it_purge(stage)
        left, left_of_chat = await _after_a_case(stage, "korenbloem")
    figure("homeserver tables with the reporter, rooms left", sorted(kept))
    figure("homeserver tables with the reporter, rooms deleted", sorted(left))
    assert kept_of_chat >= OF_THE_ROOM, "the search sees what is there"
    assert left_of_chat <= AFTER_DELETING
    assert len(left) < len(kept)


async def _after_a_case(stage: Stage, name: str) -> tuple[set[str], set[str]]:
    """Tables of the reporter's homeserver that mention them or the chat, and those with the chat.

    The professionals' homeserver has none.
    """
    anna, desk = await Reporter.arrive(stage, name), Desk(stage)
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    event = await anna.say("Ik wil dat u dit weet.")
    await desk.reads_text("dat u dit weet")
    await anna.say("wis")
    await anna.hears("erase-again")
    await anna.say("wis")
    await anna.leaves_line()
    identity = identifiers_of(anna.person, "Roodborst Duinpan", anna.room, event)
    await anna.person.close()
    await _outbox_empty(stage)
    assert mentions(stage.desk.folder, identity) == {}, "the desk's homeserver knows of a reporter"
    both = set(mentions(stage.front.folder, {anna.person.id, anna.room}))
    return both, set(mentions(stage.front.folder, {anna.room}))


async def _outbox_empty(stage: Stage) -> None:
    """Until the line is done with the case."""
    async with asyncio.timeout(60):
        while (await rows(stage, "outbox"))["outbox"]:
            await asyncio.sleep(0.3)


async def _let_it_purge(stage: Stage) -> None:
    """As an operator does: make the accounts administrators, say so in the settings, check."""
    await stage.close_line()
    settings = stage.place.folder / "line.toml"
    assert not await check_line(_with_purging(settings), lambda _: None), "no administrator"
    for server, account in ((stage.front, stage.line_id), (stage.desk, stage.desk_id)):
        server.user(ADMINISTRATOR, "a password", admin=True)
        login = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": ADMINISTRATOR},
            "password": "a password",
        }
        token = str(server.request("POST", "/_matrix/client/v3/login", login)["access_token"])
        where = f"/_synapse/admin/v1/users/{account}/admin"
        server.request("PUT", where, {"admin": True}, token)
    stage.place = _with_purging(settings)
    assert await check_line(stage.place, lambda _: None)
    await stage.open_line()


def _with_purging(settings: Path) -> Place:
    text = settings.read_text(encoding="utf-8")
    if "purge_rooms" not in text:
        text = "\n".join(
            line + ("\npurge_rooms = true" if line.startswith("user =") else "")
            for line in text.splitlines()
        )
        settings.write_text(text, encoding="utf-8")
    return read_config(settings)


def mentions(folder: Path, needles: Iterable[str]) -> dict[str, int]:
    """Tables of a homeserver's database, and in how many values one of the needles stands."""
    wanted = [needle.encode() for needle in needles]
    found: dict[str, int] = {}
    (path,) = folder.glob("*.db")
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        for name in names:
            for row in db.execute(f'SELECT * FROM "{name}"'):
                hits = sum(_holds(value, wanted) for value in row)
                if hits:
                    found[name] = found.get(name, 0) + hits
    finally:
        db.close()
    return found


def _holds(value: object, wanted: list[bytes]) -> bool:
    raw = value if isinstance(value, bytes) else str(value).encode()
    return any(needle in raw for needle in wanted)
