"""The inside of messages: what we build from an allow-list, and what we take from others'."""

import json

from bot.channels.base import EventId, FileCame, Incoming, Outgoing, TextCame
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import object_of, text_of
from bot.errors import Refused
from bot.security.devices import Device, RoomId

SIZES = (1024, 4096, 16384, 45056)
"""Bytes of plain JSON an encrypted message is padded to. The largest leaves, after base64, room for
the rest of the event under Matrix's limit of 64 KiB. It fits about 44,000 bytes of text, half of
that in an edit, which has to carry its text twice."""
TEXTS = frozenset({"m.text", "m.notice", "m.emote"})
NO_MESSAGE = frozenset({"m.key.verification.request"})


def message_content(message: Outgoing) -> Json:
    """The event content for a message of ours."""
    mentions: Json = {"user_ids": list(message.mentions)} if message.mentions else {}
    content: Json = {"msgtype": "m.text", "body": message.text, "m.mentions": mentions}
    if message.replaces is None:
        return content
    return {
        "msgtype": "m.text",
        "body": f"* {message.text}",
        # Whoever was mentioned already knows; an edit calls nobody again.
        "m.mentions": {},
        "m.new_content": content,
        "m.relates_to": {"rel_type": "m.replace", "event_id": message.replaces},
    }


def padded(room: RoomId, kind: str, content: Json) -> str:
    """The plain text to encrypt, brought to one of four sizes so that its length tells little."""
    bare: Json = {"type": kind, "room_id": room, "content": content, "padding": ""}
    size = len(_json(bare).encode())
    for wanted in SIZES:
        if size <= wanted:
            return _json(bare | {"padding": "0" * (wanted - size)})
    raise Refused("the message is too long")


def _json(thing: Json) -> str:
    # A lone surrogate cannot be sent as UTF-8.
    text = json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode("utf-8")


def heard(
    room: RoomId, event: EventId, device: Device, plain: Json, relation: Json
) -> Incoming | None:
    """What a decrypted event says; None for what is no message.

    `relation` is the `m.relates_to` of the outer event, which travels in the clear: it may say
    which message is edited, never what the new text is; and nothing where the inside says it too.
    """
    kind, content = text_of(plain, "type"), object_of(plain, "content")
    if kind == "m.sticker":
        return FileCame(room, event, device)
    if kind != "m.room.message" or text_of(content, "msgtype") in NO_MESSAGE:
        return None
    relation = object_of(content, "m.relates_to") or relation
    replaces = None
    if text_of(relation, "rel_type") == "m.replace":
        replaces = EventId(text_of(relation, "event_id"))
        content = object_of(content, "m.new_content")
        if not replaces or not content:
            return None
    if text_of(content, "msgtype") not in TEXTS:
        return None if replaces else FileCame(room, event, device)
    text = text_of(content, "body")
    # An edit of a reply says no longer that it is one, but may still bring the quotation.
    if "m.in_reply_to" in relation or text.startswith("> <@"):
        text = without_quote(text)
    threaded = text_of(relation, "rel_type") == "m.thread"
    aside = threaded or text_of(content, "msgtype") != "m.text"
    return TextCame(room, event, device, text, replaces, aside)


def without_quote(text: str) -> str:
    """The text without the quotation that older clients put before a reply."""
    lines = text.split("\n")
    if not lines[0].startswith("> <"):
        return text
    start = 0
    while start < len(lines) and lines[start].startswith("> "):
        start += 1
    if start < len(lines) and not lines[start]:
        start += 1
    return "\n".join(lines[start:])
