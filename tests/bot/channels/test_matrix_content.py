"""The inside of messages, out and in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import EventId, NotRead, Outgoing, TextCame
from bot.channels.matrix.content import SIZES, heard, message_content, padded, without_quote
from bot.errors import Refused
from bot.security.devices import Device, DeviceKey, PersonId, RoomId

ROOM, EVENT = RoomId("!room:example.org"), EventId("$event")
DEVICE = Device(PersonId("@anna:example.org"), DeviceKey("key"), None)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.text(max_size=60_000))
def test_every_text_has_one_of_four_sizes_or_is_refused(text: str) -> None:
    """And comes out as it went in."""
    try:
        plain = padded(ROOM, "m.room.message", message_content(Outgoing(text)))
    except Refused:
        assert len(text.encode("utf-8", "replace")) > 15_000
        return
    assert len(plain.encode()) in SIZES
    assert json.loads(plain)["content"]["body"] == text.encode("utf-8", "replace").decode()


def test_what_we_send_holds_nothing_but_the_allowed_fields() -> None:
    """No formatted body, no reply, and mentions always said."""
    content = message_content(Outgoing("hello", mentions=(PersonId("@p:x"),)))
    assert content == {
        "msgtype": "m.text",
        "body": "hello",
        "m.mentions": {"user_ids": ["@p:x"]},
    }
    edit = message_content(Outgoing("hello", replaces=EVENT))
    assert edit["m.new_content"] == {"msgtype": "m.text", "body": "hello", "m.mentions": {}}
    assert edit["m.relates_to"] == {"rel_type": "m.replace", "event_id": EVENT}
    assert edit["m.mentions"] == {}


def test_a_text_beyond_the_largest_size_is_refused() -> None:
    """Matrix would refuse it later, and less clearly."""
    with pytest.raises(Refused, match="too long"):
        padded(ROOM, "m.room.message", message_content(Outgoing("x" * SIZES[-1])))


@given(JSON, JSON)
def test_nothing_inside_a_message_raises(content: object, relation: object) -> None:
    """A sender may encrypt whatever they like."""
    for kind in ("m.room.message", "m.sticker", "m.room.member", 5):
        outer = relation if isinstance(relation, dict) else {}
        came = heard(ROOM, EVENT, DEVICE, {"type": kind, "content": content}, outer)
        assert came is None or came.room == ROOM


def _text(content: dict[str, object], relation: dict[str, object] | None = None) -> TextCame | None:
    came = heard(
        ROOM, EVENT, DEVICE, {"type": "m.room.message", "content": content}, relation or {}
    )
    return came if isinstance(came, TextCame) else None


def test_threads_and_replies_are_texts() -> None:
    """A quotation that a client put before a reply is not the sender's words."""
    content: dict[str, object] = {"msgtype": "m.text", "body": "> <@a:x> old\n> more\n\nnew"}
    came = _text(content, {"m.in_reply_to": {"event_id": "$old"}})
    assert came
    assert came.untrusted_text == "new"
    threaded = _text({"msgtype": "m.text", "body": "x"}, {"rel_type": "m.thread"})
    assert threaded
    assert threaded.aside


@pytest.mark.parametrize("msgtype", ["m.emote", "m.notice"])
def test_what_is_acted_or_announced_is_no_plain_line(msgtype: str) -> None:
    """It is a text all the same: a reporter's client may send nothing else."""
    came = _text({"msgtype": msgtype, "body": "!close"})
    assert came
    assert came.aside


@pytest.mark.parametrize("outside", [{}, {"m.in_reply_to": {}}, {"rel_type": "m.replace"}])
def test_a_server_cannot_bring_a_line_out_of_its_thread(outside: dict[str, object]) -> None:
    """What the writer's client put inside counts before what travels in the clear."""
    inside = {"rel_type": "m.thread", "event_id": "$first"}
    came = _text({"msgtype": "m.text", "body": "for us", "m.relates_to": inside}, outside)
    assert came
    assert came.aside
    assert came.replaces is None


def test_quoted_lines_of_ones_own_stay() -> None:
    """Who quotes by hand means it."""
    assert without_quote("> my own line\nand more") == "> my own line\nand more"
    assert without_quote("") == ""


def test_an_edit_needs_its_new_text_inside() -> None:
    """The outer relation only says which message is meant, where nothing else does."""
    relation: dict[str, object] = {"rel_type": "m.replace", "event_id": "$first"}
    plain = _text({"msgtype": "m.text", "body": "* evil"}, relation)
    assert plain
    assert plain.replaces is None
    inside: dict[str, object] = {
        "msgtype": "m.text",
        "body": "* x",
        "m.new_content": {"msgtype": "m.text", "body": "x"},
    }
    came = _text(inside, relation)
    assert came
    assert (came.untrusted_text, came.replaces) == ("x", "$first")


# ---- what a server may do to the relation that travels in the clear ------------------------------

THREAD: dict[str, object] = {"rel_type": "m.thread", "event_id": "$root"}
ANSWER: dict[str, object] = {"m.in_reply_to": {"event_id": "$old"}}
EDIT: dict[str, object] = {"rel_type": "m.replace", "event_id": "$first"}
OTHER_EDIT: dict[str, object] = {"rel_type": "m.replace", "event_id": "$other"}
NEW: dict[str, object] = {"msgtype": "m.text", "body": "new"}
PLAIN: dict[str, object] = {"msgtype": "m.text", "body": "plain"}
CHANGED: dict[str, object] = {"msgtype": "m.text", "body": "* new", "m.new_content": NEW}


def _came(content: dict[str, object], relation: dict[str, object] | None = None) -> object:
    plain = {"type": "m.room.message", "content": content}
    return heard(ROOM, EVENT, DEVICE, plain, relation or {})


@pytest.mark.parametrize("outside", [None, ANSWER, EDIT, OTHER_EDIT, THREAD, {"rel_type": "x"}])
def test_a_line_in_a_thread_stays_in_it(outside: dict[str, object] | None) -> None:
    """Stripped, made a bare reply, made an edit: what is inside holds."""
    for kind in ("m.thread", "io.element.thread"):
        came = _came({**PLAIN, "m.relates_to": {**THREAD, "rel_type": kind}}, outside)
        assert isinstance(came, TextCame)
        assert (came.aside, came.replaces, came.untrusted_text) == (True, None, "plain")


@pytest.mark.parametrize("inside", [None, ANSWER])
def test_a_thread_outside_counts_too(inside: dict[str, object] | None) -> None:
    """Some clients say it nowhere else; a server that makes it up only keeps a line inside."""
    came = _came({**PLAIN, **({"m.relates_to": inside} if inside else {})}, THREAD)
    assert isinstance(came, TextCame)
    assert came.aside


@pytest.mark.parametrize("outside", [EDIT, OTHER_EDIT, {"rel_type": "m.replace"}])
def test_a_plain_line_cannot_be_made_an_edit(outside: dict[str, object]) -> None:
    """It neither takes the place of an earlier line, nor gets lost."""
    for relation in ({}, {"m.relates_to": ANSWER}):
        came = _came({**PLAIN, **relation}, outside)
        assert isinstance(came, TextCame)
        assert (came.untrusted_text, came.replaces, came.aside) == ("plain", None, False)


@pytest.mark.parametrize("outside", [None, ANSWER, EDIT, OTHER_EDIT, THREAD])
def test_an_edit_is_for_the_message_named_inside(outside: dict[str, object] | None) -> None:
    came = _came({**CHANGED, "m.relates_to": EDIT}, outside)
    assert isinstance(came, TextCame)
    assert (came.untrusted_text, came.replaces) == ("new", "$first")


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        (None, None),
        (None, ANSWER),
        (None, THREAD),
        (ANSWER, EDIT),
        ({"rel_type": "m.replace"}, EDIT),
    ],
)
def test_half_an_edit_is_no_line_of_its_own(
    inside: dict[str, object] | None, outside: dict[str, object] | None
) -> None:
    """`* // for colleagues` would not even look internal; the writer is asked to send it again."""
    came = _came({**CHANGED, **({"m.relates_to": inside} if inside else {})}, outside)
    assert isinstance(came, NotRead)


def test_an_answer_is_only_what_the_encrypted_part_calls_one() -> None:
    cases: tuple[tuple[dict[str, object], dict[str, object] | None, str | None], ...] = (
        ({**PLAIN, "m.relates_to": ANSWER}, None, "$old"),
        ({**PLAIN, "m.relates_to": ANSWER}, {"m.in_reply_to": {"event_id": "$else"}}, "$old"),
        (PLAIN, ANSWER, None),
        ({**PLAIN, "m.relates_to": {"m.in_reply_to": {"event_id": 5}}}, None, None),
        ({**PLAIN, "m.relates_to": {**THREAD, **ANSWER, "is_falling_back": True}}, None, None),
        ({**CHANGED, "m.relates_to": {**EDIT, **ANSWER}}, None, None),
    )
    for content, outside, answers in cases:
        came = _came(content, outside)
        assert isinstance(came, TextCame)
        assert came.answers == answers


def test_what_answers_says_so_inside_and_quotes_nothing() -> None:
    content = message_content(Outgoing("hello", answers=EventId("$old")))
    assert content["m.relates_to"] == {"m.in_reply_to": {"event_id": "$old"}}
    assert (content["body"], content["m.mentions"]) == ("hello", {})
