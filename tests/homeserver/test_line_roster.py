"""Whoever is taken off the roster reads nothing from then on; a lost phone is soon replaced."""

import asyncio
import itertools
import re
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest_asyncio

from bot.channels.matrix.crosssigning import CrossSigningIdentity
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
from bot.demo.stage import Stage, set_stage
from tests.figure import Figure
from tests.homeserver.line_talk import PASSWORD, PATIENCE, STORY, Desk, Reporter, joined
from tests.homeserver.test_line_trust import force_into, gets_no_key

NOTICED_WITHIN_S = 60.0
_numbers = itertools.count(1)


@pytest_asyncio.fixture
async def stage(homeserver: ThrowAwayHomeserver, tmp_path: Path) -> AsyncIterator[Stage]:
    """A line with two professionals, for one test: it changes who they are."""
    async with set_stage(
        tmp_path / "line",
        homeserver,
        professionals=("professional", "colleague"),
        suffix=f"roster{next(_numbers)}",
    ) as opened:
        yield opened


@pytest_asyncio.fixture
async def anna(stage: Stage, new_name: Callable[[str], str]) -> AsyncIterator[Reporter]:
    reporter = await Reporter.arrive(stage, new_name("anna"))
    yield reporter
    await reporter.person.close()


async def staff(stage: Stage, *words: str) -> str:
    """What the command prints, when it does what it should."""
    code, out, fault = await typed(stage, *words)
    assert code == 0, fault
    return out


async def typed(stage: Stage, *words: str) -> tuple[int | None, str, str]:
    """The command as the operator types it, in a process of its own beside the running line."""
    settings = ("--config", str(stage.place.folder / "line.toml"))
    command = (sys.executable, "-m", "bot", "staff", *words, *settings)
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe)
    out, fault = await process.communicate()
    return process.returncode, out.decode(), fault.decode()


async def test_whoever_is_removed_reads_nothing_sent_afterwards(
    stage: Stage, anna: Reporter, new_name: Callable[[str], str], figure: Figure
) -> None:
    """Not even when the homeserver puts them back; their case waits for a colleague."""
    other, removed = Desk(stage, 0), Desk(stage, 1)
    await anna.send_case()
    number = await removed.claim()
    await anna.hears("live")
    await removed.reads_text(STORY)
    await removed.reads("case-how")
    room, person = removed.case_room, removed.person
    before, began = _read(person, stage), time.monotonic()
    printed = await staff(stage, "remove", person.id)
    assert "off the roster" in printed
    await other.person.until(
        lambda: not joined(other.person, stage.desk_room, person.id), NOTICED_WITHIN_S
    )
    figure("from `staff remove` to the desk room without them, in seconds", _since(began))
    await other.hears("desk-staff-removed", person=person.id)
    await anna.hears("waiting-again")
    await out_of(person, room)
    await out_of(person, stage.desk_room)
    await put_back(stage, person, new_name)
    await other.types("!queue")
    await other.hears("desk-queue")
    await gets_no_key(person, other, stage.desk_room, "Wachtend")
    await other.claim(number)
    await anna.say("Dit is alleen voor wie er nog is.")
    await other.reads_text("alleen voor wie er nog is")
    assert STORY in "".join(other.quotes())
    figure(
        "messages a removed professional's client decrypts afterwards",
        len(_read(person, stage) - before),
    )
    assert _read(person, stage) == before


async def test_a_phone_lost_in_mid_shift_is_replaced_within_minutes(
    stage: Stage, anna: Reporter, figure: Figure
) -> None:
    """The old one reads nothing from the command on; a colleague lets the new one in."""
    lost, colleague = Desk(stage, 0), Desk(stage, 1)
    await anna.send_case()
    await lost.claim()
    await anna.hears("live")
    await lost.reads_text(STORY)
    await lost.reads("case-how")
    before = _read(lost.person, stage)
    name = f"professional{stage.suffix}"
    password = f"{name} on a throw-away homeserver"
    identity = CrossSigningIdentity.new()
    async with await Person.log_in(stage.desk.url, name, password, identity=identity) as phone:
        await phone.start()
        began = time.monotonic()
        printed = await staff(stage, "replace", f"{phone.id}={phone.master_key}")
        code = re.search(r"!confirm (\d+)", printed)
        assert code
        await colleague.hears("desk-staff-replacing", person=phone.id)
        await colleague.types(f"!confirm {code[1]}")
        assert await phone.join_invitation_of(stage.desk_id, PATIENCE) == stage.desk_room
        stage.staff = (phone, colleague.person)
        new = Desk(stage, 0)
        await new.hears("desk-welcome")
        took = _since(began)
        figure("from `staff replace` to the new phone's first message read, in seconds", took)
        assert took < 60
        await new.types("!queue")
        await new.hears("desk-queue")
        number = await colleague.card()
        await new.claim(number)
        await anna.say("Bent u er nog?")
        await new.reads_text("Bent u er nog?")
        await new.writes("Ja, ik ben er.")
        await anna.hears_text("Ja, ik ben er.")
        figure(
            "messages the lost phone decrypts afterwards", len(_read(lost.person, stage) - before)
        )
        assert _read(lost.person, stage) == before


async def out_of(person: Person, room: str) -> None:
    """Wait until the homeserver says that they are not in the room."""
    async with asyncio.timeout(PATIENCE):
        while True:
            status, answer = await person.request("GET", "/_matrix/client/v3/joined_rooms")
            assert status == 200
            if room not in answer["joined_rooms"]:
                return
            await asyncio.sleep(0.2)


async def test_who_cannot_be_added_is_one_clear_sentence(
    stage: Stage, new_name: Callable[[str], str]
) -> None:
    """Nobody of that name, and somebody whom nothing vouches for; the roster stays as it is."""
    name, server = new_name("unsigned"), stage.desk.server_name
    await asyncio.to_thread(stage.desk.user, name, PASSWORD)
    said = {
        "@nobody:" + server: "knows nobody called",
        f"@{name}:{server}": "no cross-signing identity yet",
        "nobody": "is no Matrix id",
        f"@{name}:{server}=abc": "it has 43 letters",
    }
    for person, words in said.items():
        code, out, fault = await typed(stage, "add", person)
        assert (code, out, fault.count("\n")) == (1, "", 1), fault
        assert words in fault
    assert (await staff(stage, "list")).count("compared by hand") == 2


async def put_back(stage: Stage, person: Person, new_name: Callable[[str], str]) -> None:
    """What a homeserver's administrator can do: the removed one is a member again."""
    name = new_name("admin")
    await asyncio.to_thread(lambda: stage.desk.user(name, PASSWORD, admin=True))
    async with await Person.log_in(stage.desk.url, name, PASSWORD) as admin:
        await admin.start()
        await force_into(admin, stage.desk_room)
        body = {"user_id": person.id}
        status, _ = await admin.request(
            "POST", f"/_matrix/client/v3/rooms/{stage.desk_room}/invite", body
        )
        assert status == 200
        await person.until(lambda: stage.desk_room in person.invitations, PATIENCE)
        await person.join(stage.desk_room)


def _read(person: Person, stage: Stage) -> set[str]:
    """The texts of the desk's bot that the person's client could decrypt.

    Each counts once: a room that is joined anew shows again what was readable before.
    """
    return {
        f"{one.text} {one.event}" for one in person.hearing._seen if one.sender == stage.desk_id
    }


def _since(began: float) -> float:
    return round(time.monotonic() - began, 1)
