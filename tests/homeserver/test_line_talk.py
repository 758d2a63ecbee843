"""What crosses between reporter and professional: all of it, in order, once, and nothing else."""

import asyncio
from datetime import timedelta

import pytest

from bot.demo.hearing import NotHeard
from bot.demo.stage import Stage
from tests.homeserver.line_talk import Desk, NewReporter, redacted, words

pytestmark = pytest.mark.asyncio(loop_scope="module")
MANY = 50


async def test_fifty_quick_messages_each_way_arrive_in_order(
    reporter: NewReporter, desk: Desk
) -> None:
    """Both write as fast as they can at the same time."""
    anna = await reporter("anna")
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    told = [f"Van mij, nummer {number}." for number in range(MANY)]
    answered = [f"Van ons, nummer {number}." for number in range(MANY)]

    async def answer() -> None:
        for text in answered:
            await desk.writes(text)

    await asyncio.gather(anna.say(*told), answer())
    await desk.reads_text(told[-1], 60)
    await anna.hears_text(answered[-1], 60)
    assert desk.quotes()[1:] == told
    assert [text for text in anna.heard() if text.startswith("Van ons")] == answered
    await desk.close()


async def test_a_long_text_arrives_in_parts(reporter: NewReporter, desk: Desk) -> None:
    """Nine thousand characters, in the story and in an answer: nothing is lost."""
    anna = await reporter("anna")
    long = " ".join(f"woord{number}" for number in range(900))
    await anna.send_case("Ik schrijf alles op. " + long)
    await desk.claim()
    await anna.hears("live")
    await desk.reads_text("woord899")
    assert " ".join(desk.quotes()).split() == ["Ik", "schrijf", "alles", "op.", *long.split()]
    await desk.writes(long)
    await anna.hears_text("woord899")
    after = anna.heard()[[words("live") in text for text in anna.heard()].index(True) + 1 :]
    assert " ".join(after).split() == long.split()
    assert len(after) > 1
    await desk.close()


async def test_corrections_follow_through_both_ways(reporter: NewReporter, desk: Desk) -> None:
    """An edit edits the copy, a redaction redacts it; on both sides."""
    anna = await reporter("anna")
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    mine = await anna.say("Het was op maandag.")
    await desk.reads_text("maandag")
    await anna.person.edit(anna.room, mine, "Het was op dinsdag.")
    await desk.reads_text("dinsdag")
    copy = next(s for s in desk.person.texts(desk.case_room) if "maandag" in s.text)
    edit = next(s for s in desk.person.texts(desk.case_room) if "dinsdag" in s.text)
    assert edit.replaces == copy.event
    await anna.person.redact(anna.room, mine)
    await redacted(desk.person, copy.event)
    await redacted(desk.person, edit.event)
    yours = await desk.writes("Belt u morgen?")
    await anna.hears_text("Belt u morgen?")
    await desk.person.edit(desk.case_room, yours, "Schrijft u morgen?")
    await anna.hears_text("Schrijft u morgen?")
    shown = next(s for s in anna.person.texts(anna.room) if s.text == "Belt u morgen?")
    assert anna.person.texts(anna.room)[-1].replaces == shown.event
    await desk.person.redact(desk.case_room, yours)
    await redacted(anna.person, shown.event)
    await desk.close()


async def test_a_long_correction_arrives_whole(reporter: NewReporter, desk: Desk) -> None:
    """An edit may be longer than one message of ours can be."""
    anna = await reporter("anna")
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    long = "\n".join(f"woord{number}" for number in range(2000))
    mine = await anna.say("Kort.")
    await desk.reads_text("Kort.")
    await anna.person.edit(anna.room, mine, long)
    await desk.reads_text("woord1999")
    yours = await desk.writes("Kort antwoord.")
    await anna.hears_text("Kort antwoord.")
    await desk.person.edit(desk.case_room, yours, long)
    await anna.hears_text("woord1999")
    assert " ".join(anna.heard()[-5:]).endswith(long[-200:])
    await desk.close()


async def test_stop_holds_back_answers_and_the_desk_is_told(
    reporter: NewReporter, desk: Desk
) -> None:
    """Nothing is said after `stop`; the next message of the reporter brings what was held."""
    anna = await reporter("anna")
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    await anna.say("stop")
    await anna.hears("ok")
    await desk.reads("case-paused")
    await desk.writes("Neem de tijd.")
    await desk.reads("case-held-until-return")
    assert await anna.person.hears_nothing(anna.room, "Neem", 1.0)
    await anna.say("Ik ben er weer.")
    await anna.hears_text("Neem de tijd.")
    await desk.reads("case-resumed")
    await desk.reads_text("er weer")
    await desk.close()


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reporter counts as gone as soon as they have written."""
    monkeypatch.setattr("handoff.model.PRESENCE", timedelta(seconds=-1))


@pytest.mark.usefixtures("absent")
async def test_only_when_i_write_again(reporter: NewReporter, desk: Desk) -> None:
    """Answers wait for the reporter's next message; closing before that warns once."""
    anna = await reporter("anna")
    await anna.send_quiet_case()
    await desk.claim()
    first = await desk.writes("Dit is ons antwoord.")
    await desk.reads("case-held-until-return")
    await desk.person.edit(desk.case_room, first, "Dit is ons betere antwoord.")
    await desk.writes("En nog iets.")
    await desk.reads("case-held-until-return")
    await desk.writes("!code threat spoken")
    await desk.reads("coding-complete")
    await desk.writes("!close")
    await desk.reads("case-close-unread")
    assert await anna.person.hears_nothing(anna.room, lambda _: True, 1.0)
    await anna.say("Is er iets?")
    await anna.hears("live")
    await anna.hears_text("Dit is ons betere antwoord.")
    await anna.hears_text("En nog iets.")
    await desk.reads_text("Is er iets?")
    await desk.close()


@pytest.mark.usefixtures("absent")
async def test_close_anyway_ends_an_unread_case(reporter: NewReporter, desk: Desk) -> None:
    """The reporter learns at their next message that the talk was closed."""
    anna = await reporter("anna")
    await anna.send_quiet_case()
    await desk.claim()
    await desk.writes("Dit is ons antwoord.")
    await desk.reads("case-held-until-return")
    await desk.close(anyway=True)
    heard = len(anna.heard())
    await anna.say("Hallo, bent u daar?")
    await anna.hears("talk-again")
    assert len(anna.heard()) == heard + 1
    assert not any("Dit is ons antwoord" in text for text in anna.heard())


@pytest.mark.usefixtures("absent")
async def test_a_redaction_brings_no_answer(reporter: NewReporter, desk: Desk) -> None:
    """Redactions travel in the clear: a homeserver must not be able to make the line write."""
    anna = await reporter("anna")
    await anna.send_quiet_case()
    mine = await anna.say("Nog iets.")
    await desk.claim()
    await desk.reads_text("Nog iets.")
    await desk.writes("Dit is ons antwoord.")
    await desk.reads("case-held-until-return")
    await anna.person.redact(anna.room, mine)
    assert await anna.person.hears_nothing(anna.room, lambda _: True, 2.0)
    await anna.say("Ik lees weer.")
    await anna.hears_text("Dit is ons antwoord.")
    await desk.close()


async def test_two_professionals_claim_at_once(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """One gets the case, the other learns it; handed back, the other gets all of it."""
    other = Desk(stage, 1)
    anna = await reporter("anna")
    await anna.send_case()
    number = await desk.card()
    await asyncio.gather(
        desk.types(f"!claim {number} anyway"), other.types(f"!claim {number} anyway")
    )
    await desk.hears("desk-claimed")
    await desk.hears("desk-already-claimed")
    invited = [one for one in (desk, other) if await _is_invited(one)]
    assert len(invited) == 1
    winner = invited[0]
    loser = other if winner is desk else desk
    winner.case_room = await winner.person.join_invitation_of(stage.desk_id)
    await winner.reads("case-story")
    await anna.hears("live")
    await anna.say("Voor de eerste.")
    await winner.reads_text("Voor de eerste.")
    await winner.writes("!back")
    await anna.hears("waiting-again")
    assert await desk.card() == number
    await anna.say("Tussendoor.")
    await loser.claim(number)
    await loser.reads_text("Tussendoor.")
    assert loser.quotes()[1:] == ["Voor de eerste.", "Tussendoor."]
    assert loser.case_room != winner.case_room
    await loser.close()
    with pytest.raises(NotHeard):
        await winner.reads_text("Tussendoor.", 0.1)


async def test_a_professional_who_leaves_gives_the_case_back(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """A reporter must not talk into a room where nobody is any more."""
    anna = await reporter("anna")
    await anna.send_case()
    number = await desk.claim()
    await anna.hears("live")
    await desk.person.leave(desk.case_room)
    await anna.hears("waiting-again")
    assert await desk.card() == number
    await anna.say("Bent u daar nog?")
    await desk.claim(number)
    await desk.reads_text("Bent u daar nog?")
    await desk.close()


async def _is_invited(one: Desk) -> bool:
    try:
        await one.person.until(lambda: one.stage.desk_id in one.person.invitations.values(), 3)
    except NotHeard:
        return False
    return True
