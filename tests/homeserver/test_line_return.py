"""Leaving with a code and coming back with it, through real clients and a real homeserver."""

import pytest

from bot.demo.stage import Stage
from dialogs.returncode import Mistyped, ReturnCode, groups, read_code
from tests.homeserver.line_talk import (
    STORY,
    Desk,
    NewReporter,
    Reporter,
    redacted,
    rows,
    select,
    words,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")
ANSWER = "Wij denken met u mee."


def holds_code(text: str) -> bool:
    return isinstance(read_code(text.split("\n", maxsplit=1)[0]), str)


async def keeps_code(reporter: Reporter, *word: str) -> ReturnCode:
    """Write the code down, confirm it, and wait until the message that showed it is redacted."""
    shown = await reporter.person.hearing.next(reporter.room, holds_code, 30)
    code = read_code(shown.text.split("\n")[0])
    assert code is not None
    assert not isinstance(code, Mistyped)
    await reporter.say(code[:5])
    await redacted(reporter.person, shown.event)
    await reporter.say(*(word or (words("code-word-no"),)))
    return code


async def rests(stage: Stage) -> bool:
    found = await select(stage, "SELECT COUNT(*) FROM cases WHERE stage = 'resting'")
    return found == [(1,)]


async def test_a_reporter_comes_back_from_another_account_with_a_code_and_a_word(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    anna = await reporter("anna")
    await anna.send_case()
    code = await keeps_code(anna, words("code-word-yes"), "Appelboom")
    await anna.hears("code-word-kept")
    await desk.claim()
    await anna.hears("live")
    await anna.say("stop")
    await anna.leaves_line()
    assert await rests(stage)
    await desk.writes(ANSWER)
    bodies = await select(stage, "SELECT body FROM cases UNION ALL SELECT body FROM sealed")
    assert not [body for (body,) in bodies if STORY.encode() in body or ANSWER.encode() in body]

    bea = await reporter("bea")
    await bea.say(groups(code))
    await bea.hears("code-word-ask")
    await bea.say("appelboom")
    await bea.hears_text(ANSWER)
    await desk.reads("case-returned")
    await bea.say("Ik ben er weer.")
    await desk.reads_text("Ik ben er weer.")
    await desk.writes("Fijn.")
    await bea.hears_text("Fijn.")
    await bea.say("wis", "wis")
    await bea.leaves_line()
    await desk.hears("desk-erased")
    left = await rows(stage, "cases", "codes", "sealed", "routes")
    assert set(left.values()) == {0}, left
