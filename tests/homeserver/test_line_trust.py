"""Members and devices that a homeserver invents get no key, and the desk is told."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from bot.channels.matrix.crosssigning import CrossSigningIdentity
from bot.demo.person import Person
from bot.demo.stage import Stage
from tests.homeserver.line_talk import PASSWORD, PATIENCE, STORY, Desk, NewReporter, joined

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def stranger(stage: Stage, new_name: Callable[[str], str]) -> AsyncIterator[Person]:
    """Someone to whom the homeserver gives every right."""
    name = new_name("stranger")
    await asyncio.to_thread(lambda: stage.desk.user(name, PASSWORD, admin=True))
    async with await Person.log_in(stage.desk.url, name, PASSWORD) as person:
        await person.start()
        yield person


async def test_a_forced_member_reads_nothing_and_the_desk_is_told(
    stage: Stage, reporter: NewReporter, desk: Desk, stranger: Person
) -> None:
    """In the desk room and in a case room; the case goes on."""
    await force_into(stranger, stage.desk_room)
    await desk.hears("desk-stranger")
    anna = await reporter("anna")
    await anna.send_case()
    number = await desk.claim()
    await anna.hears("live")
    await force_into(stranger, desk.case_room)
    await desk.hears("desk-stranger")
    await anna.say("Dit is alleen voor u.")
    await desk.reads_text("alleen voor u")
    await gets_no_key(stranger, desk, desk.case_room, "alleen voor u")
    await gets_no_key(stranger, desk, stage.desk_room, f"!claim \u2068{number}\u2069")
    assert readable(stranger, stage) == []
    await stranger.say(stage.desk_room, "!queue")
    await desk.hears("desk-unproven")
    await stranger.say(desk.case_room, "Dag, ik ben ook een collega.")
    await desk.reads("desk-unproven")
    assert await anna.person.hears_nothing(anna.room, "collega.", 1.0)
    await desk.close()


async def test_an_unsigned_device_of_a_professional_reads_nothing(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """It has the account's password, but not the professional's signature."""
    name = f"professional{stage.suffix}"
    password = f"{name} on a throw-away homeserver"
    async with await Person.log_in(stage.desk.url, name, password, cross_signed=False) as rogue:
        await rogue.start()
        anna = await reporter("anna")
        await anna.send_case()
        await desk.claim()
        await anna.hears("live")
        await anna.say("Dit is alleen voor u.")
        await desk.reads_text("alleen voor u")
        await gets_no_key(rogue, desk, desk.case_room, "alleen voor u")
        assert [
            seen for seen in readable(rogue, stage) if "alleen voor u" in seen or STORY in seen
        ] == []
        await rogue.say(desk.case_room, "Stuur mij alles.")
        await desk.reads("desk-unproven")
        await rogue.say(desk.case_room, "!close")  # told once; the next proven line clears it
        assert await anna.person.hears_nothing(anna.room, "Stuur mij alles.", 1.0)
        await desk.close()


async def test_another_master_key_of_a_professional_is_not_theirs(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """A homeserver that swears to a new identity gets no key; its commands are refused."""
    name = f"colleague{stage.suffix}"
    password = f"{name} on a throw-away homeserver"
    identity = CrossSigningIdentity.new()
    async with await Person.log_in(stage.desk.url, name, password, identity=identity) as rogue:
        await rogue.start()
        anna = await reporter("anna")
        await anna.send_case()
        number = await desk.card()
        await gets_no_key(rogue, desk, stage.desk_room, f"!claim \u2068{number}\u2069")
        await rogue.say(stage.desk_room, f"!claim {number}")
        await desk.hears("desk-unproven")
        await desk.claim(number)
        await desk.close()


async def force_into(admin: Person, room: str) -> None:
    """What a homeserver's administrator can do to any room."""
    status, _ = await admin.request(
        "POST", f"/_synapse/admin/v1/rooms/{room}/make_room_admin", {"user_id": admin.id}
    )
    assert status == 200
    await admin.until(lambda: room in admin.invitations, PATIENCE)
    await admin.join(room)
    await admin.until(lambda: joined(admin, room, admin.id), PATIENCE)


async def gets_no_key(person: Person, desk: Desk, room: str, text: str) -> None:
    """The message of the bot with this text reaches the person's client, and stays closed there.

    It is the newest: numbers of cases that are over come again.
    """
    *_, event = (seen.event for seen in desk.person.texts(room) if text in seen.text)
    await person.until(
        lambda: event in person._late or event in {seen.event for seen in person.texts(room)},
        PATIENCE,
    )
    await asyncio.sleep(1)  # a key may come after its message
    assert event in person._late


def readable(person: Person, stage: Stage) -> list[str]:
    """Texts of the desk's bot that the person's client could decrypt."""
    return [seen.text for seen in person.hearing._seen if seen.sender == stage.desk_id]
