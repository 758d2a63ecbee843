"""What a reporter's own client is given: the line's words, and nothing of who wrote them when."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import pytest_asyncio

from bot.demo.stage import Stage, whole_stage
from tests.figure import Figure
from tests.homeserver.line_talk import Desk, Reporter
from tests.privacy.identifiers import found_in, identifiers_of

pytestmark = pytest.mark.asyncio(loop_scope="module")
CLIENT = "/_matrix/client/v3"
STAFF_NAME, STAFF_PICTURE = "Doortje Vertrouwensvrouw", "mxc://line.test/StaffPictureStaffPicture"

OF_THE_LINE = {
    "m.room.member": {"membership", "displayname"},
    "m.room.encrypted": {
        "algorithm", "sender_key", "ciphertext", "session_id", "device_id", "m.relates_to",
    },
    "m.room.redaction": {"redacts"},
}  # fmt: skip
"""Every kind of event that the line may send into a reporter's chat, with what it may hold."""
INSIDE = {"msgtype", "body", "m.mentions", "m.relates_to", "m.new_content"}
"""What may stand in a decrypted message."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage() -> AsyncIterator[Stage]:
    async with whole_stage() as opened:
        yield opened


async def test_nothing_of_staff_reaches_the_reporter(stage: Stage, figure: Figure) -> None:
    """They type, read, come and go, show a name and a picture, edit, take back and answer."""
    desk = Desk(stage)
    await show_oneself(desk)
    anna = await Reporter.arrive(stage, "zonnebloem-telt")
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    events = await talk_with_trimmings(anna, desk)
    identity = {
        *identifiers_of(desk.person, STAFF_NAME, STAFF_PICTURE, stage.desk_room, desk.case_room),
        *events,
        stage.desk_id,
    }
    answers = await whole_sync(stage, anna)
    bodies = [*anna.person.received, *(json.dumps(one).encode() for one in answers)]
    crossed = found_in(bodies, identity)
    figure("identifiers of staff in all that a reporter's client was given", len(crossed))
    assert found_in(bodies, [stage.line_id]), "the search sees what is there"
    assert crossed == set()
    only_the_lines_words(stage, anna, answers)
    await desk.close()
    await anna.person.close()


async def show_oneself(desk: Desk) -> None:
    person = desk.person
    await person.client.set_displayname(STAFF_NAME)
    await person.client.set_avatar(STAFF_PICTURE)


async def talk_with_trimmings(anna: Reporter, desk: Desk) -> list[str]:
    """A talk with everything a professional's client does by itself; gives its events."""
    pro, room = desk.person, desk.case_room
    await anna.say("Bent u daar?")
    await desk.reads_text("Bent u daar?")
    copy = next(one for one in pro.texts(room) if "Bent u daar?" in one.text)
    ways: list[tuple[str, str, dict[str, Any]]] = [
        ("PUT", f"presence/{pro.id}/status", {"presence": "online", "status_msg": "aan het lezen"}),
        ("PUT", f"rooms/{room}/typing/{pro.id}", {"typing": True, "timeout": 20_000}),
        ("POST", f"rooms/{room}/receipt/m.read/{copy.event}", {}),
        ("POST", f"rooms/{room}/read_markers", {"m.fully_read": copy.event}),
    ]
    for method, path, body in ways:
        status, _ = await pro.request(method, f"{CLIENT}/{path}", body)
        assert status == 200, path
    reply = {"m.in_reply_to": {"event_id": copy.event}}
    html = f'<a href="https://matrix.to/#/{pro.id}">{STAFF_NAME}</a>: ja'
    dressed = {
        "msgtype": "m.text",
        "body": "Ja, ik ben er.",
        "format": "org.matrix.custom.html",
        "formatted_body": html,
        "m.mentions": {"user_ids": [pro.id]},
        "m.relates_to": reply,
        "org.example.extra": {"user": pro.id},
    }
    first = await pro.send(room, dressed)
    await anna.hears_text("Ja, ik ben er.")
    for text in ("Ja, ik ben hier.", "Ja, ik ben hier voor u."):
        await pro.edit(room, first, text)
        await anna.hears_text(text)
    await desk.writes("// Wie heeft er een minuut?")
    gone = await desk.writes("Dit neem ik terug.")
    await anna.hears_text("Dit neem ik terug.")
    await pro.redact(room, gone)
    await pro.send(room, {"msgtype": "m.image", "body": "x.png", "url": STAFF_PICTURE})
    last = await desk.writes("Tot zo.")
    await anna.hears_text("Tot zo.")
    return [first, gone, last, copy.event]


async def whole_sync(stage: Stage, anna: Reporter) -> list[Any]:
    """All that the reporter's account can ask for about its chat and about the line."""
    token = str(anna.person.client.access_token)
    paths = [
        "sync?full_state=true&set_presence=offline&timeout=7",  # unlike the first, which is cached
        f"rooms/{anna.room}/messages?dir=b&limit=100",
        f"profile/{stage.line_id}",
        f"presence/{stage.line_id}/status",
    ]
    await asyncio.sleep(1)
    return [
        await asyncio.to_thread(stage.front.request, "GET", f"{CLIENT}/{path}", token=token)
        for path in paths
    ]


def only_the_lines_words(stage: Stage, anna: Reporter, answers: list[Any]) -> None:
    """Closed lists: whatever is added to what the line sends has to be thought about here."""
    sync, messages, profile, presence = answers
    chat = sync["rooms"]["join"][anna.room]
    sent = [
        one for one in (*events_of(chat), *events_of(messages)) if one["sender"] == stage.line_id
    ]
    assert {one["type"] for one in sent} <= set(OF_THE_LINE)
    for one in sent:
        assert set(one["content"]) <= OF_THE_LINE[one["type"]], one["type"]
    assert {one["sender"] for one in events_of(chat)} <= {stage.line_id, anna.person.id}
    assert chat["ephemeral"]["events"] == []
    about = [one for one in events_of(sync.get("presence", {})) if one["sender"] == stage.line_id]
    assert about == []
    assert presence == {"presence": "offline"}
    name = stage.line_id.removeprefix("@").partition(":")[0]
    assert profile == {"displayname": name}
    for content in decrypted(anna, stage.line_id):
        assert set(content) <= INSIDE
        assert set(content.get("m.new_content", {})) <= INSIDE - {"m.new_content", "m.relates_to"}
        assert content["m.mentions"] == {}


def events_of(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "sender" in part and "type" in part and "content" in part:
            yield part
        for one in part.values():
            yield from events_of(one)
    elif isinstance(part, list):
        for one in part:
            yield from events_of(one)


def decrypted(anna: Reporter, sender: str) -> Iterator[dict[str, Any]]:
    for body in anna.person.received:
        one = json.loads(body)
        if one.get("type") == "m.room.message" and one.get("sender") == sender:
            yield one["content"]
