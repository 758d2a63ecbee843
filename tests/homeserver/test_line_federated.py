"""Two homeservers: the front's federates, the desk room does not."""

import asyncio
from pathlib import Path

from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
from bot.demo.stage import set_stage
from tests.homeserver.line_talk import PASSWORD, STORY, Desk, Reporter, words


async def test_a_case_across_two_homeservers(tmp_path: Path) -> None:
    """Front and desk apart; the reporter's account is at the front's, or across the federation."""
    with (
        ThrowAwayHomeserver(federation=True) as here,
        ThrowAwayHomeserver(federation=True) as there,
    ):
        async with set_stage(tmp_path / "line", here, there) as stage:
            desk = Desk(stage)
            assert stage.line_id.partition(":")[2] != stage.desk_id.partition(":")[2]
            near = await Reporter.arrive(stage, "near")
            await asyncio.to_thread(there.user, "far", PASSWORD)
            async with near.person, await Person.log_in(there.url, "far", PASSWORD) as person:
                await person.start()
                far = await Reporter.of(person, stage)
                for anna in (near, far):
                    await whole_case(anna, desk)
                status, state = await desk.person.request(
                    "GET", f"/_matrix/client/v3/rooms/{stage.desk_room}/state/m.room.create"
                )
                assert (status, state["m.federate"]) == (200, False)


async def whole_case(anna: Reporter, desk: Desk) -> None:
    await anna.send_case()
    await desk.claim()
    await desk.reads_text(STORY)
    assert desk.quotes() == [STORY]
    await anna.hears("live")
    await anna.say("Dank u.")
    await desk.reads_text("Dank u.")
    await desk.writes("Graag gedaan.")
    await anna.hears_text("Graag gedaan.")
    await desk.close()
    await anna.hears("feedback-help")
    await anna.say(*[words("feedback-help-yes")] * 3)
    await anna.hears("ended")
    await anna.leaves_line()
