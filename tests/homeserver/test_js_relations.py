"""Edits, replies and threads of matrix-js-sdk: what they say inside the encryption is enough."""

from typing import Any

import pytest

from bot.channels.base import EventId, NotRead, Outgoing, TextCame, TransactionId
from bot.channels.matrix import intake
from bot.channels.matrix.canonical import Json
from bot.security.devices import RoomId
from tests.homeserver.conftest import NewJsPerson
from tests.homeserver.matrix_line import NewLine


def text(body: str, relation: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    related = {"m.relates_to": relation} if relation else {}
    return {"msgtype": "m.text", "body": body, **related, **more}


@pytest.mark.parametrize("server", ["honest", "strips", "replies", "threads", "edits"])
async def test_relations_of_another_client(
    server: str, line: NewLine, js_person: NewJsPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a server makes of the relation outside, short of hiding the message."""
    outside: dict[str, Json] = {
        "strips": {},
        "replies": {"m.in_reply_to": {}},
        "threads": {"rel_type": "m.thread", "event_id": "$root"},
        "edits": {"rel_type": "m.replace", "event_id": "$other"},
    }
    honest = intake.stripped
    if server != "honest":
        monkeypatch.setattr(
            intake, "stripped", lambda event: {**honest(event), "relation": outside[server]}
        )
    front, berta = await line(), await js_person("berta")
    room = await berta.open_chat_with(front.id)
    first = await berta.say(room, "one")
    await front.reads("one")
    ours = await front.say(room, "an answer")
    await berta.hears("an answer")

    await berta.send(room, text("two", {"m.in_reply_to": {"event_id": ours}}))
    answered = await front.reads("two")
    assert (answered.answers, answered.replaces) == (ours, None)

    root = {"rel_type": "m.thread", "event_id": ours, "is_falling_back": True}
    await berta.send(room, text("three", {**root, "m.in_reply_to": {"event_id": ours}}))
    threaded = await front.reads("three")
    assert (threaded.aside, threaded.answers, threaded.replaces) == (True, None, None)

    edit = {"rel_type": "m.replace", "event_id": first}
    await berta.send(room, text("* four", edit, **{"m.new_content": text("four")}))
    edited = await front.reads("four")
    assert edited.replaces == first

    await berta.say(room, "five")
    plain = await front.reads("five")
    assert (plain.replaces, plain.answers) == (None, None)
    assert plain.aside == (server == "threads")
    assert not [one for one in front.incoming if isinstance(one, NotRead)]
    assert len([one for one in front.incoming if isinstance(one, TextCame)]) == 5


async def test_an_answer_of_the_line_is_shown_as_one(line: NewLine, js_person: NewJsPerson) -> None:
    front, berta = await line(), await js_person("berta")
    room = await berta.open_chat_with(front.id)
    asked = await berta.say(room, "a question")
    await front.reads("a question")
    said = Outgoing("the answer", answers=EventId(asked))
    await front.channel.send(RoomId(room), said, TransactionId("answer"))
    assert (await berta.hears("the answer")).answers == asked
