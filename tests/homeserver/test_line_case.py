"""A whole case through real encrypted clients, as both sides see it."""

import pytest

from bot.demo.stage import Stage
from tests.homeserver.line_talk import PATIENCE, STORY, Desk, NewReporter, Reporter, joined, words

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_dutch_case_from_hello_to_the_end(reporter: NewReporter, desk: Desk) -> None:
    """Every question answered in turn; the desk claims, both talk, the desk closes, all is gone."""
    anna = await reporter("anna")
    await anna.say("hallo")
    await anna.hears("language-ask")
    await anna.say("Nederlands")
    await anna.hears("safe-now-ask")
    await anna.say("1")
    await anna.hears("story-done")
    await anna.say(STORY)
    await anna.hears("thanks")
    await anna.say("Sinds maart.", "klaar")
    await anna.hears("add-more")
    await anna.say("2")
    await anna.hears("offer-human-ask")
    await anna.say("1")
    await anna.hears("consent-ask")
    await anna.say("4")
    await anna.hears("adult")
    await anna.say("1")
    await anna.hears("send-now")
    await anna.say("1")
    await anna.hears("waiting")
    number = await desk.card()
    shown = [seen.text for seen in desk.person.texts(desk.stage.desk_room)]
    assert not any("consulaat" in text for text in shown)
    await anna.say("Ik ben bang vandaag.")
    await desk.claim(number)
    await anna.hears("live")
    await desk.reads_text("bang vandaag")
    assert desk.quotes() == [STORY, "Sinds maart.", "Ik ben bang vandaag."]
    await desk.writes("Goedendag, ik lees met u mee.")
    await anna.hears_text("Goedendag, ik lees met u mee.")
    await anna.say("Dank u.")
    await desk.reads_text("Dank u.")
    await desk.close()
    await anna.hears("feedback-help")
    await anna.say("1", "1", "1")
    await anna.hears("ended")
    await anna.leaves_line()


async def test_an_english_reporter_erases(reporter: NewReporter, desk: Desk) -> None:
    """Before a claim, and while a professional reads: all of it goes, the desk is told."""
    bea = await reporter("bea", "en")
    await bea.send_case("Someone from the embassy wants names of my friends.")
    await desk.card()
    await bea.say("erase", "erase")
    await bea.hears("erased")
    await desk.hears("desk-erased")
    await bea.leaves_line()
    cleo = await reporter("cleo", "en")
    await cleo.send_case("Someone from the embassy wants names of my friends.")
    await desk.claim()
    await cleo.hears("live")
    await cleo.say("erase")
    await cleo.hears("erase-again")
    await cleo.say("erase")
    await cleo.hears("erased")
    await desk.hears("desk-erased")
    await cleo.leaves_line()


async def test_help_queue_and_what_stays_among_staff(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """Commands, `//` lines, threads and mistyped commands never reach the reporter."""
    await desk.types("!help")
    await desk.hears("desk-help")
    anna = await reporter("anna")
    await anna.send_case()
    number = await desk.card()
    await desk.types("!queue")
    await desk.hears("desk-queue")
    await desk.types("!claim")
    await desk.hears("command-number-missing")
    await desk.types("!claim 7")
    await desk.hears("desk-no-such-case")
    await desk.claim(number)
    await anna.hears("live")
    await desk.writes("// even overleggen")
    first = await desk.writes("!clsoe")
    await desk.reads("command-unknown")
    relation = {"rel_type": "m.thread", "event_id": first}
    threaded = {"msgtype": "m.text", "body": "in een draad", "m.relates_to": relation}
    await desk.person.send(desk.case_room, threaded)
    await desk.writes("!close nu")
    await desk.reads("command-too-much")
    await desk.writes("!claim 12")
    await desk.reads("command-not-here")
    await desk.writes("Dit is voor u.")
    await anna.hears_text("Dit is voor u.")
    after = anna.heard()[[words("live") in text for text in anna.heard()].index(True) + 1 :]
    assert after == ["Dit is voor u."]
    await desk.close()


async def test_whoever_erased_may_come_back(stage: Stage, reporter: NewReporter) -> None:
    """In a new chat, or by inviting the line into the old one: as a stranger, heard at once."""
    anna = await reporter("anna")
    await anna.say("hallo")
    await anna.hears("language-ask")
    await anna.say("wis", "wis")
    await anna.hears("erased")
    await anna.leaves_line()
    again = await Reporter.of(anna.person, stage)
    await again.say("hallo")
    await again.hears("language-ask")
    await anna.person.client.room_invite(anna.room, stage.line_id)
    await anna.person.until(lambda: joined(anna.person, anna.room, stage.line_id), PATIENCE)
    await anna.say("hallo")
    await anna.hears("language-ask")
