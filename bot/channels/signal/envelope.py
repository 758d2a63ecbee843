"""What one notification says, without the numbers and names that came with it.

Everything in it is in the sender's hand: whatever is not as expected is as if it were not there.
Shapes: signal-cli 0.14.6 `json/*.java`, and recordings of 0.13.19.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from bot.channels.guard import nothing_escapes
from bot.channels.signal.names import Aci, Timestamp, read_aci
from dialogs.hushed import Hushed

LATEST, LONGEST_TEXT = 1 << 53, 1 << 16
THINGS = (
    "attachments",
    "sticker",
    "contacts",
    "payment",
    "pollCreate",
    "pollVote",
    "pollTerminate",
)
"""What is neither a text nor a sign at one; nothing of it is fetched."""
LONG_TEXT = "text/x-signal-plain"
"""The attachment that carries the rest of a long text, which `message` holds already."""


class Trouble(Enum):
    """What became of a message that the daemon could not open."""

    UNTRUSTED = "untrusted"
    """Its key is another than before. It is kept, and comes once the key is trusted."""
    TWICE = "twice"
    UNREADABLE = "unreadable"
    """The sender's app has been asked to send it again."""


@dataclass(frozen=True, repr=False)
class Quoted(Hushed):
    """The message that somebody answers."""

    timestamp: Timestamp
    by_sender: bool
    """Their own; in a chat of two the other one is ours."""


@dataclass(frozen=True, repr=False)
class Parcel(Hushed):
    """One notification. Most fields are empty in most of them."""

    sender: Aci | None
    timestamp: Timestamp
    text: str | None = None
    edits: Timestamp | None = None
    withdraws: Timestamp | None = None
    quoted: Quoted | None = None
    thing: bool = False
    call: bool = False
    group: str | None = None
    trouble: Trouble | None = None
    timer_s: int | None = None
    """The chat's timer for disappearing messages, as this message has it."""
    changes_timer: bool = False
    by_us: bool = False
    """Somebody wrote with the line's account from another device."""


NOTHING = Parcel(None, Timestamp(0))


def read(params: Mapping[str, Any]) -> Parcel:
    """Both shapes are read: those of a subscription, and those of automatic receiving."""
    with nothing_escapes():
        return _read(params)
    return NOTHING


def _read(params: Mapping[str, Any]) -> Parcel:
    body = _object(params.get("result")) or params
    envelope = _object(body.get("envelope"))
    sender = read_aci(envelope.get("sourceUuid"))
    sent = _timestamp(envelope.get("timestamp"))
    exception = _object(body.get("exception"))
    if exception:
        return Parcel(sender, sent, trouble=_trouble(exception.get("type")))
    if edit := _object(envelope.get("editMessage")):
        revised = _data(sender, sent, _object(edit.get("dataMessage")))
        return _edited(revised, _timestamp(edit.get("targetSentTimestamp")))
    if data := _object(envelope.get("dataMessage")):
        return _data(sender, sent, data)
    calls = bool(_object(_object(envelope.get("callMessage")).get("offerMessage")))
    by_us = bool(_object(_object(envelope.get("syncMessage")).get("sentMessage")))
    return Parcel(sender, sent, call=calls, by_us=by_us)


def _data(sender: Aci | None, sent: Timestamp, data: Mapping[str, Any]) -> Parcel:
    group = _object(data.get("groupInfo"))
    if group:
        return Parcel(sender, sent, group=_text(group.get("groupId")) or "")
    if "storyContext" in data or "reaction" in data:
        return Parcel(sender, sent)
    deleted = _object(data.get("remoteDelete"))
    text = _text(data.get("message"))
    thing = any(data.get(name) for name in THINGS if name != "attachments") or _files(data)
    timer = data.get("expiresInSeconds")
    timer_s = timer if isinstance(timer, int) and 0 <= timer < LATEST else None
    nothing = not text and not thing and not deleted
    return Parcel(
        sender,
        sent,
        text=text or None,
        withdraws=_timestamp(deleted.get("timestamp")) if deleted else None,
        quoted=_quoted(sender, _object(data.get("quote"))),
        thing=thing,
        timer_s=timer_s,
        # Before 0.13.21 a change of the timer looks like a change of the profile but for the time.
        changes_timer=data.get("isExpirationUpdate") is True or (nothing and bool(timer_s)),
    )


def _edited(revised: Parcel, target: Timestamp) -> Parcel:
    return Parcel(
        revised.sender,
        revised.timestamp,
        text=revised.text,
        edits=target,
        group=revised.group,
        timer_s=revised.timer_s,
    )


def _files(data: Mapping[str, Any]) -> bool:
    files = data.get("attachments")
    if not isinstance(files, list):
        return False
    return any(_object(one).get("contentType") != LONG_TEXT for one in files)


def _quoted(sender: Aci | None, quote: Mapping[str, Any]) -> Quoted | None:
    if not quote:
        return None
    return Quoted(_timestamp(quote.get("id")), read_aci(quote.get("authorUuid")) == sender)


def _trouble(kind: object) -> Trouble:
    if kind == "UntrustedIdentityException":
        return Trouble.UNTRUSTED
    if kind == "ProtocolDuplicateMessageException":
        return Trouble.TWICE
    return Trouble.UNREADABLE


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str | None:
    """What can be stored: half a character is replaced, and more than a long text is cut off."""
    if not isinstance(value, str):
        return None
    return value[:LONGEST_TEXT].encode("utf-8", "replace").decode()


def _timestamp(value: object) -> Timestamp:
    known = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LATEST
    return Timestamp(value if known and isinstance(value, int) else 0)
