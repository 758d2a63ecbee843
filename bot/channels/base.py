"""The channel port: what a messenger network must give us, and what we hand it."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Literal, NewType, Protocol

from bot.security.devices import Device, PersonId, RoomId
from dialogs.hushed import Hushed

EventId = NewType("EventId", str)
TransactionId = NewType("TransactionId", str)
RoomAlias = NewType("RoomAlias", str)
"""The local part of a random alias under which a room is created, so that a retry finds it."""


class Account(StrEnum):
    """The line's accounts: where reporters come in, and where staff work."""

    FRONT = "front"
    DESK = "desk"
    SIGNAL = "signal"
    """A second way in for reporters, where the operator has one."""


MATRIX = (Account.FRONT, Account.DESK)
"""What every line has."""

SIGNAL_PREFIX = "signal:"
"""How chats and people of Signal are named, so that none is taken for one of Matrix."""


class Unfit(Enum):
    """Why a room is no place to talk."""

    UNENCRYPTED = "unencrypted"
    GROUP = "group"
    SPACE = "space"
    VERSION = "version"


class Unreadable(Enum):
    """Why a message was not read."""

    NO_KEY = "no_key"
    """Its key did not come in time."""
    WITHHELD = "withheld"
    """The sender's client refused us the key (`m.room_key.withheld`)."""
    CLEAR_TEXT = "clear_text"
    """It came unencrypted in an encrypted room."""
    FORGED = "forged"
    """The session that encrypted it does not belong to its sender."""
    CALL = "call"
    """It was a call."""
    ELSEWHERE = "elsewhere"
    """It was said in a group; nothing of it was kept."""


# ---- what comes in ----------------------------------------------------------------------------
# Every event is final: read, authenticated, in the order of its room, and given exactly once.


@dataclass(frozen=True, repr=False)
class TextCame(Hushed):
    """A person's text. `replaces` is set for an edit (proven by the encrypted `m.new_content`)."""

    room: RoomId
    event: EventId
    device: Device
    untrusted_text: str
    replaces: EventId | None = None
    aside: bool = False
    """In a thread, an emote or a notice: a plain line it is not."""
    answers: EventId | None = None
    """The message that the person answers with their client's reply, as the encrypted part says."""
    kind: Literal["text"] = "text"


@dataclass(frozen=True, repr=False)
class FileCame(Hushed):
    """A picture, voice note, sticker, location or other thing that is not text; never fetched."""

    room: RoomId
    event: EventId
    device: Device
    kind: Literal["file"] = "file"


@dataclass(frozen=True, repr=False)
class Redacted(Hushed):
    """A message was taken back. Redactions travel in the clear, so they may only delete."""

    room: RoomId
    event: EventId
    person: PersonId
    target: EventId
    kind: Literal["redacted"] = "redacted"


@dataclass(frozen=True, repr=False)
class NotRead(Hushed):
    """A message that could not or may not be read; the person is asked kindly to act."""

    room: RoomId
    event: EventId
    person: PersonId
    reason: Unreadable
    kind: Literal["not_read"] = "not_read"


@dataclass(frozen=True, repr=False)
class RoomUnfit(Hushed):
    """A room we are in is, or became, no private encrypted chat of two."""

    room: RoomId
    event: EventId
    reason: Unfit
    kind: Literal["unfit"] = "unfit"


@dataclass(frozen=True, repr=False)
class PersonJoined(Hushed):
    """Someone joined a room the line made."""

    room: RoomId
    event: EventId
    person: PersonId
    kind: Literal["joined"] = "joined"


@dataclass(frozen=True, repr=False)
class PersonLeft(Hushed):
    """Someone left, or was removed from, a room we are in."""

    room: RoomId
    event: EventId
    person: PersonId
    kind: Literal["left"] = "left"


Incoming = TextCame | FileCame | Redacted | NotRead | RoomUnfit | PersonJoined | PersonLeft

JournalKey = tuple[str, str]
"""Kind and key of one piece of an adapter's durable state."""
Journal = Mapping[JournalKey, bytes | None]
"""Changes to an adapter's durable state; None deletes."""


@dataclass(frozen=True, repr=False)
class Batch(Hushed):
    """What one answer of the network brought; journal and incoming are committed as one."""

    journal: Journal
    incoming: tuple[Incoming, ...]


class JournalKeeper(Protocol):
    """Where an adapter's durable state lives between batches (the one database)."""

    async def load(self, account: Account) -> dict[JournalKey, bytes]: ...

    async def save(self, account: Account, changes: Journal) -> None:
        """Durable when it returns; called before a request leaves that depends on the changes."""


# ---- what goes out ----------------------------------------------------------------------------


@dataclass(frozen=True, repr=False)
class Outgoing(Hushed):
    """A message built by us from an allow-list of fields."""

    text: str
    replaces: EventId | None = None
    answers: EventId | None = None
    """A message in the same room, which clients show above this one."""
    mentions: tuple[PersonId, ...] = ()
    clear: bool = False
    """Only for the one explanation in an unencrypted room; else sending there is refused."""
    awaits_reader: bool = False
    """Not to be sent while nobody could read it: whoever comes later cannot."""


@dataclass(frozen=True, repr=False)
class NewRoom(Hushed):
    """A fresh encrypted, unfederated, invite-only room made by the line."""

    alias: RoomAlias
    name: str
    invite: tuple[PersonId, ...] = field(default=())


class Channel(Protocol):
    """One account on one messenger network.

    Every method may raise `TryLater` (repeat the same call), `Refused` (do not) or `LoggedOut`.
    """

    @property
    def account(self) -> Account: ...

    @property
    def own_id(self) -> PersonId: ...

    @property
    def purges_rooms(self) -> bool:
        """Whether the operator lets us have rooms deleted at the network."""

    async def open(self) -> None:
        """Load the journal, restore the session; reaches the network."""

    async def close(self) -> None: ...

    def batches(self) -> AsyncIterator[Batch]:
        """Receive for ever, backing off by itself.

        The caller commits each batch before it asks for the next, and between the two only
        commits: asking says that the last batch is durable, and a request that depends on stored
        state waits for it.
        """

    async def rest(self) -> None:
        """Receive no more; returns when all that the network counts as given was handed over."""

    async def send(self, room: RoomId, message: Outgoing, txn: TransactionId) -> EventId:
        """Send once: the same transaction id twice gives the same event."""

    async def echo(self, room: RoomId, txn: TransactionId, since: int) -> EventId | None:
        """The event that this transaction made, if it did, in or after this second of the epoch.

        Networks remember transactions for about a day only; what they keep of the room lasts.
        """

    async def redact(self, room: RoomId, event: EventId, txn: TransactionId) -> None: ...

    async def confirm(self, room: RoomId, event: EventId, txn: TransactionId) -> None:
        """Put the one sign of delivery at a message; it travels in the clear and says no more."""

    async def standing(self, room: RoomId) -> tuple[EventId, ...]:
        """Every message in the room that nobody has taken back, whoever wrote it; newest first."""

    async def leave(self, room: RoomId) -> None:
        """Leave and forget the room on the homeserver; leaving twice is no error."""

    async def purge_room(self, room: RoomId) -> None:
        """Have the network delete a room we left; `TryLater` until that is done."""

    async def forget(self, room: RoomId) -> None:
        """Drop what the adapter keeps about the room, on disk and in memory."""


class DeskChannel(Channel, Protocol):
    """A channel on which rooms can be made, as the desk needs them."""

    async def create_room(self, wanted: NewRoom) -> RoomId:
        """Create under the alias, or find the room an interrupted call made under it."""

    async def invite(self, room: RoomId, person: PersonId) -> None: ...

    async def remove(self, room: RoomId, person: PersonId) -> None:
        """Put somebody out of a room we made, or take their invitation back.

        Someone who is not there is no error.
        """
