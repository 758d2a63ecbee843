"""The homeserver or the line goes away in the middle: nothing is lost, nothing comes twice."""

import asyncio

import pytest

from bot.demo.stage import Stage
from tests.homeserver.line_talk import Desk, NewReporter, Reporter, words

pytestmark = pytest.mark.asyncio(loop_scope="module")
MISSED = 54  # more than one answer of the homeserver holds


async def test_the_homeserver_restarts_in_the_middle(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """The conversation goes on where it was, without the operator."""
    anna = await reporter("anna")
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    await asyncio.to_thread(stage.front.kill)
    await asyncio.sleep(1)
    await asyncio.to_thread(stage.front.start)
    await say_again(anna, "Bent u er nog?")
    await desk.reads_text("Bent u er nog?", 60)
    await desk.writes("Ja, ik ben er.")
    await anna.hears_text("Ja, ik ben er.", 60)
    await desk.close()


async def test_every_stage_goes_on_after_the_line_was_closed(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """A draft, a waiting case and a live one; what both wrote meanwhile arrives."""
    draft, waits, talks = await reporter("draft"), await reporter("waits"), await reporter("talks")
    await talks.send_case()
    await desk.claim()
    await talks.hears("live")
    await waits.send_case("Mijn broer wordt elke dag gevolgd.")
    number = await desk.card()
    await draft.say("hallo")
    await draft.hears("language-ask")
    await stage.close_line()
    await draft.say("Nederlands")
    await waits.say("Ik wacht nog.")
    await talks.say("Ik schrijf door.")
    await desk.writes("Ik ook.")
    await stage.open_line()
    await draft.hears("safe-now-ask")
    await talks.hears_text("Ik ook.")
    await desk.reads_text("Ik schrijf door.")
    await desk.close()
    await desk.claim(number)
    await desk.reads_text("Ik wacht nog.")
    await waits.hears("live")
    await desk.close()


async def test_many_messages_while_the_line_was_closed(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """More than one answer of the homeserver holds: the gap is filled, in order."""
    anna = await reporter("anna")
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    await stage.close_line()
    told = [f"Gemist, nummer {number}." for number in range(MISSED)]
    answered = [f"Antwoord, nummer {number}." for number in range(MISSED)]
    for mine, ours in zip(told, answered, strict=True):
        await anna.say(mine)
        await desk.writes(ours)
    await stage.open_line()
    await desk.reads_text(told[-1], 90)
    await anna.hears_text(answered[-1], 90)
    assert desk.quotes()[1:] == told
    assert [text for text in anna.heard() if text.startswith("Antwoord")] == answered
    await desk.close()


@pytest.mark.nightly
async def test_the_line_is_cut_again_and_again(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """Ended without warning while both write: everything arrives once and in order."""
    anna = await reporter("anna")
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    told = [f"Vraag, nummer {number}." for number in range(12)]
    answered = [f"Antwoord, nummer {number}." for number in range(12)]

    async def talk() -> None:
        for mine, ours in zip(told, answered, strict=True):
            await anna.say(mine)
            await desk.writes(ours)

    talking = asyncio.create_task(talk())
    for pause in (0.3, 0.7, 0.1):
        await asyncio.sleep(pause)
        await stage.cut_line()
        await stage.open_line()
    await talking
    await desk.reads_text(told[-1], 60)
    await anna.hears_text(answered[-1], 60)
    assert desk.quotes()[1:] == told
    assert [text for text in anna.heard() if text.startswith("Antwoord")] == answered
    await desk.close()


@pytest.mark.nightly
async def test_a_claim_survives_a_cut_at_every_step(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """However far the making of the room had come, the professional gets in and sees the case."""
    for pause in (0.05, 0.15, 0.3):
        anna = await reporter("anna")
        await anna.send_case()
        number = await desk.card()
        await desk.types(f"!claim {number} anyway")
        await asyncio.sleep(pause)
        await stage.cut_line()
        await stage.open_line()
        desk.case_room = await desk.person.join_invitation_of(stage.desk_id, 30)
        await desk.reads("case-story")
        await anna.hears("live")
        assert sum(words("live") in text for text in anna.heard()) == 1
        await desk.close()


async def say_again(reporter: Reporter, text: str) -> None:
    """As a client does while its homeserver is away."""
    while True:
        try:
            await reporter.say(text)
        except Exception:  # noqa: BLE001
            await asyncio.sleep(0.3)
        else:
            return
