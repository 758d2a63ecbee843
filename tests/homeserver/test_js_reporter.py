"""A client that is not nio: matrix-js-sdk, ignoring every device that is not cross-signed.

Needs Node 22 or newer and `npm ci` in `tests/homeserver/js` (which brings a Node for Linux).
"""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from bot.channels.matrix import channel as matrix
from bot.demo.stage import Stage, whole_stage
from bot.runtime import open_stores
from tests.homeserver.js_reporter import JsReporter
from tests.homeserver.line_talk import select

NewReporter = Callable[..., Awaitable[JsReporter]]
TO_SENDING = ("klaar", "2", "1", "4", "1", "1")
"""From the end of the story: nothing to add, a person, wipe afterwards, an adult, send."""


@pytest.fixture
async def stage(node: str) -> AsyncIterator[Stage]:
    async with whole_stage() as stage:
        yield stage


@pytest.fixture
async def unsigned_stage(node: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """The same line, but nobody vouches for its devices."""

    async def nothing(*_: object) -> None: ...

    monkeypatch.setattr(matrix, "bootstrap", nothing)
    async with whole_stage() as stage:
        yield stage


@pytest.fixture
async def reporter(node: str) -> AsyncIterator[NewReporter]:
    """`await reporter(stage)` registers and logs in; all leave at the end of the test."""
    present: list[JsReporter] = []

    async def arrive(stage: Stage, *, only_signed: bool = True) -> JsReporter:
        name, password = f"anna{len(present)}", "a password"
        stage.front.user(name, password)
        someone = await JsReporter.log_in(
            node, stage.front.url, name, password, only_signed=only_signed
        )
        present.append(someone)
        return someone

    yield arrive
    for someone in present:
        await someone.close()


async def tell_story(anna: JsReporter, stage: Stage) -> str:
    """Open a chat and come to the end of the story."""
    room = await anna.open_chat_with(stage.line_id)
    for words, answer in (
        ("hallo", "Nederlands"),
        ("1", "Kunt u nu veilig schrijven?"),
        ("1", "in uw eigen woorden"),
        ("Een man van het consulaat belt elke week mijn moeder.", "Dank u dat u dit vertelt."),
    ):
        await anna.say(room, words)
        await anna.hears(answer)
    return room


async def say_and_be_answered(anna: JsReporter, room: str, words: str) -> None:
    before = len(anna.saw)
    await anna.say(room, words)
    await anna.until(lambda: len(anna.saw) > before)


async def test_a_whole_case_with_a_client_that_ignores_unsigned_devices(
    stage: Stage, reporter: NewReporter
) -> None:
    anna, pro = await reporter(stage), stage.professional
    room = await tell_story(anna, stage)
    for words in TO_SENDING:
        await say_and_be_answered(anna, room, words)
    await anna.hears("Uw bericht is klaar voor een collega.")

    card = await pro.hears(stage.desk_room, "!claim")
    number = re.search(r"!claim \D*(\d+)", card)
    assert number is not None
    await pro.say(stage.desk_room, f"!claim {number.group(1)} anyway")
    case_room = await pro.join_invitation_of(stage.desk_id)
    await pro.hears(case_room, "belt elke week mijn moeder")
    await anna.hears("Uw collega leest nu uw bericht.")

    await pro.say(case_room, "Goedendag, ik lees mee. Kunt u veilig schrijven?")
    await anna.hears("Goedendag, ik lees mee.")
    await anna.say(room, "Ja, ik ben alleen.")
    await pro.hears(case_room, "Ja, ik ben alleen.")
    await pro.say(case_room, "!close uncoded")
    await anna.hears("Dit gesprek is klaar.")

    assert_all_read_without_warning(anna, stage)


async def test_erasing_with_a_client_that_ignores_unsigned_devices(
    stage: Stage, reporter: NewReporter
) -> None:
    anna = await reporter(stage)
    room = await tell_story(anna, stage)
    await anna.say(room, "wis")
    await anna.hears("nog een keer WIS")
    await anna.say(room, "wis")
    await anna.hears("Ik wis nu uw verhaal")

    assert_all_read_without_warning(anna, stage)
    await left(anna, room, stage)


async def test_who_erased_everything_is_read_at_once_when_they_come_back(
    stage: Stage, reporter: NewReporter
) -> None:
    """Their client still has the session that the line has destroyed, and uses it."""
    anna = await reporter(stage)
    room = await tell_story(anna, stage)
    await anna.say(room, "wis")
    await anna.hears("nog een keer WIS")
    await anna.say(room, "wis")
    await anna.hears("Ik wis nu uw verhaal")
    await left(anna, room, stage)
    async with asyncio.timeout(60):
        while await purge_due(stage):
            await asyncio.sleep(0.5)
    kept = await select(stage, "SELECT kind FROM journal WHERE account = 'front'")
    assert not {kind for (kind,) in kept} & {"olm", "megolm", "devices", "room", "read", "queue"}

    before = len(anna.saw)
    again = await anna.open_chat_with(stage.line_id)
    await anna.say(again, "hallo")
    await anna.until(lambda: len(anna.saw) > before)
    assert "Nederlands" in anna.saw[before].text, "the first answer is that it could not be read"
    assert_all_read_without_warning(anna, stage)


async def purge_due(stage: Stage) -> bool:
    return bool(await select(stage, "SELECT 1 FROM meta WHERE key = 'purge_due'"))


async def test_that_client_neither_hears_nor_tells_a_line_nobody_vouches_for(
    unsigned_stage: Stage, reporter: NewReporter
) -> None:
    """So the tests above show that the line is cross-signed, not that the client is easy."""
    stage = unsigned_stage
    anna = await reporter(stage)
    room = await anna.open_chat_with(stage.line_id)
    await anna.say(room, "hallo")
    await anna.until(lambda: bool(anna.saw))
    assert {seen.failure for seen in anna.saw} == {"UNSIGNED_SENDER_DEVICE"}
    assert not any(seen.text for seen in anna.saw)
    await stage.close_line()
    async with open_stores(stage.place) as stores:
        assert not await stores.line.routes(), "the line read a message it has no key for"
    await stage.open_line()

    # The same line is heard, with a red shield, by a client that takes every device.
    berta = await reporter(stage, only_signed=False)
    room = await berta.open_chat_with(stage.line_id)
    await berta.say(room, "hallo")
    assert (await berta.hears("Nederlands")).shield == "RED"


def assert_all_read_without_warning(anna: JsReporter, stage: Stage) -> None:
    assert {seen.sender for seen in anna.saw} == {stage.line_id}
    assert {(seen.encrypted, seen.failure, seen.shield) for seen in anna.saw} == {
        (True, None, "NONE")
    }


async def left(anna: JsReporter, room: str, stage: Stage) -> None:
    """Until the line has left the chat, as it does when nothing of it is kept."""
    async with asyncio.timeout(20):
        while stage.line_id in await anna.members(room):
            await asyncio.sleep(0.1)
