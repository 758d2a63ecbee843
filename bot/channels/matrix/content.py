"""The inside of messages: what we build from an allow-list, and what we take from others'."""

import json

from bot.channels.base import (
    EventId,
    FileCame,
    Incoming,
    NotRead,
    Outgoing,
    TextCame,
    Unreadable,
)
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import object_of, text_of
from bot.errors import Refused
from bot.security.devices import Device, RoomId

SIZES = (1024, 4096, 16384, 45056)
"""Bytes of plain JSON an encrypted message is padded to. The largest leaves, after base64, room for
the rest of the event under Matrix's limit of 64 KiB. It fits about 44,000 bytes of text, half of
that in an edit, which has to carry its text twice."""
TEXTS = frozenset({"m.text", "m.notice", "m.emote"})
THREADS = frozenset({"m.thread", "io.element.thread"})
NO_MESSAGE = frozenset({"m.key.verification.request"})


def message_content(message: Outgoing) -> Json:
    """The event content for a message of ours."""
    mentions: Json = {"user_ids": list(message.mentions)} if message.mentions else {}
    content: Json = {"msgtype": "m.text", "body": message.text, "m.mentions": mentions}
    if message.answers is not None:
        content["m.relates_to"] = {"m.in_reply_to": {"event_id": message.answers}}
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

    `relation` is the `m.relates_to` of the outer event, which travels in the clear: any server on
    the way may have made it. So it may keep a line among staff, and say which message an edit is
    for where the sender's client said that nowhere else. It makes no edit and no reply, and takes
    none away.
    """
    kind, content = text_of(plain, "type"), object_of(plain, "content")
    if kind == "m.sticker":
        return FileCame(room, event, device)
    if kind != "m.room.message" or text_of(content, "msgtype") in NO_MESSAGE:
        return None
    inside = object_of(content, "m.relates_to")
    replaces = _edited(content, inside, relation)
    if replaces is not None:
        content = object_of(content, "m.new_content")
        if not replaces or not content:
            # Half of an edit: its new text must not pass for a line of its own.
            return NotRead(room, event, device.person, Unreadable.NO_KEY)
    if text_of(content, "msgtype") not in TEXTS:
        return None if replaces else FileCame(room, event, device)
    text = without_quote(text_of(content, "body"))
    threaded = any(text_of(one, "rel_type") in THREADS for one in (inside, relation))
    aside = threaded or text_of(content, "msgtype") != "m.text"
    answers = None if replaces else _answered(inside)
    return TextCame(room, event, device, text, replaces, aside, answers)


def _edited(content: Json, inside: Json, relation: Json) -> EventId | None:
    """Which message this is an edit of; empty when it is one, but of nothing that is known."""
    if text_of(inside, "rel_type") == "m.replace":
        return EventId(text_of(inside, "event_id"))
    if "m.new_content" not in content:
        return None
    named = not inside and text_of(relation, "rel_type") == "m.replace"
    return EventId(text_of(relation, "event_id") if named else "")


def _answered(inside: Json) -> EventId | None:
    """Which message the sender answers; not the one a thread names for clients without threads."""
    if inside.get("is_falling_back") is True:
        return None
    return EventId(text_of(inside, "m.in_reply_to", "event_id")) or None


def without_quote(text: str) -> str:
    """The text without the quotation that older clients put before a reply, and before its edit."""
    lines = text.split("\n")
    if not lines[0].startswith(("> <@", "> * <@")):
        return text
    start = 0
    while start < len(lines) and lines[start].startswith("> "):
        start += 1
    if start < len(lines) and not lines[start]:
        start += 1
    return "\n".join(lines[start:])
