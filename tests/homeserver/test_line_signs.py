"""What a professional's and a reporter's own client see of delivery, answers and threads."""

import json
from typing import Any

import pytest

from bot.channels.matrix.channel import DELIVERED
from bot.demo.person import Person
from bot.demo.stage import Stage
from tests.homeserver.line_talk import PATIENCE, Desk, NewReporter, Reporter

pytestmark = pytest.mark.asyncio(loop_scope="module")


def signs(person: Person, event: str) -> list[tuple[str, str]]:
    """Who put which reaction at a message, each event once."""
    found: dict[str, tuple[str, str]] = {}
    for seen in events_in(person):
        relation = seen.get("content", {}).get("m.relates_to") or {}
        if seen.get("type") == "m.reaction" and relation.get("event_id") == event:
            assert set(relation) == {"rel_type", "event_id", "key"}
            assert set(seen["content"]) == {"m.relates_to"}
            found[seen["event_id"]] = (seen["sender"], relation["key"])
    return list(found.values())


def events_in(person: Person) -> list[dict[str, Any]]:
    """Every event in what a client was sent, decrypted where it could."""
    found: list[dict[str, Any]] = []

    def look(thing: Any) -> None:
        if isinstance(thing, dict):
            if "event_id" in thing and "type" in thing:
                found.append(thing)
            for part in thing.values():
                look(part)
        elif isinstance(thing, list):
            for part in thing:
                look(part)

    for body in person.received:
        look(json.loads(body))
    return found


def inside(person: Person, text: str) -> dict[str, Any]:
    """The decrypted content that says this."""
    contents = [one.get("content", {}) for one in events_in(person)]
    return next(one for one in contents if one.get("body") == text)


async def talk(desk: Desk, reporter: NewReporter, name: str) -> Reporter:
    anna = await reporter(name)
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    return anna


async def test_one_sign_at_what_was_delivered(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """At the claimant's plain lines only, and only once each."""
    anna, pro = await talk(desk, reporter, "anna"), desk.person
    written = await desk.writes("Ik lees mee.")
    await anna.hears_text("Ik lees mee.")
    await pro.until(lambda: signs(pro, written), PATIENCE)
    inner = await desk.writes("// Wie kent dit?")
    long = await desk.writes("a b c d " * 1500)  # in parts: the last one counts
    await pro.until(lambda: signs(pro, long), PATIENCE)
    assert len([text for text in anna.heard() if "a b c d" in text]) == 3
    await stage.cut_line()
    await stage.open_line()
    last = await desk.writes("Tot slot.")
    await pro.until(lambda: signs(pro, last), PATIENCE)
    for event in (written, long, last):
        assert signs(pro, event) == [(stage.desk_id, DELIVERED)]
    assert signs(pro, inner) == []
    assert not [one for one in events_in(anna.person) if one["type"] == "m.reaction"]
    await desk.close()


async def test_no_sign_while_it_is_held(stage: Stage, reporter: NewReporter, desk: Desk) -> None:
    """It comes with the delivery, when the reporter writes again."""
    anna, pro = await talk(desk, reporter, "anna"), desk.person
    await anna.say("stop")
    await desk.reads("case-paused")
    held = await desk.writes("Wij denken aan u.")
    await desk.reads("case-held-until-return")
    assert signs(pro, held) == []
    assert not any("Wij denken aan u" in text for text in anna.heard())
    await anna.say("verder")
    await anna.hears_text("Wij denken aan u.")
    await pro.until(lambda: signs(pro, held), PATIENCE)
    assert signs(pro, held) == [(stage.desk_id, DELIVERED)]
    await desk.close(anyway=True)


def answer(text: str, event: str) -> dict[str, Any]:
    """As clients of today send it: no quotation in the text."""
    relation = {"m.in_reply_to": {"event_id": event}}
    return {"msgtype": "m.text", "body": text, "m.relates_to": relation}


async def test_an_answer_names_the_other_sides_own_message(
    stage: Stage, reporter: NewReporter, desk: Desk
) -> None:
    """Both clients show what is meant, and neither learns an event of the other side."""
    anna, pro = await talk(desk, reporter, "anna"), desk.person
    first = await anna.say("Is zij veilig?")
    await anna.say("En ik?")
    await desk.reads_text("En ik?")
    copy = next(one for one in pro.texts(desk.case_room) if "Is zij veilig?" in one.text)
    written = await pro.send(desk.case_room, answer("Dat weten wij niet.", copy.event))
    await anna.hears_text("Dat weten wij niet.")
    got = inside(anna.person, "Dat weten wij niet.")
    assert got["m.relates_to"] == {"m.in_reply_to": {"event_id": first}}
    shown = next(one for one in anna.person.texts(anna.room) if one.text == "Dat weten wij niet.")
    await anna.person.send(anna.room, answer("Jammer.", shown.event))
    await desk.reads_text("Jammer.")
    got = inside(pro, "│ Jammer.")
    assert got["m.relates_to"] == {"m.in_reply_to": {"event_id": written}}
    await pro.send(desk.case_room, answer("Een losse regel.", "$of-nothing"))
    await anna.hears_text("Een losse regel.")
    assert "m.relates_to" not in inside(anna.person, "Een losse regel.")
    mine = {one.event for one in anna.person.texts(anna.room)}
    theirs = {one.event for one in pro.texts(desk.case_room)}
    for person, others in ((anna.person, theirs), (pro, mine)):
        assert not [one for one in others if one.encode() in b"".join(person.received)]
    await desk.close()


async def test_a_thread_stays_among_staff(stage: Stage, reporter: NewReporter, desk: Desk) -> None:
    anna, pro = await talk(desk, reporter, "anna"), desk.person
    root = await desk.writes("Dag.")
    await anna.hears_text("Dag.")
    relation = {"rel_type": "m.thread", "event_id": root, "is_falling_back": True}
    threaded = answer("Kent iemand deze naam?", root)
    threaded["m.relates_to"] |= relation
    event = await pro.send(desk.case_room, threaded)
    await pro.edit(desk.case_room, event, "Kent iemand van ons deze naam?")
    await desk.writes("Tot morgen.")
    await anna.hears_text("Tot morgen.")
    assert not any("deze naam" in text for text in anna.heard())
    await desk.close()
