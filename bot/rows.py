"""How events and actions are written into the rows of the inbox and the outbox."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from bot.channels.base import (
    Account,
    FileCame,
    NotRead,
    PersonJoined,
    PersonLeft,
    Redacted,
    RoomUnfit,
    TextCame,
)
from bot.security.devices import RoomId
from bot.storage.reading import read_stored
from dialogs.hushed import Hushed
from handoff.actions import CaseAction, Side
from handoff.model import CaseId, RoomRef, StaffId

OURSELVES = "line"
"""The account of events that the line raises itself."""


@dataclass(frozen=True, repr=False)
class RoomMade(Hushed):
    """The case room that a claim asked for exists."""

    case: CaseId
    room: RoomRef
    invited: StaffId
    kind: Literal["room_made"] = "room_made"


@dataclass(frozen=True, repr=False)
class Lapsed(Hushed):
    """A case reached the end of the time it may be kept."""

    case: CaseId
    limit: int
    """The hour (since the epoch) up to which its time must have begun."""
    kind: Literal["lapsed"] = "lapsed"


@dataclass(frozen=True, repr=False)
class NotDelivered(Hushed):
    """Something could not be sent, and will not be tried again."""

    case: CaseId
    to: Side
    staff: StaffId | None = None
    """Whose claim came to nothing, for the desk: a colleague may have the case by then."""
    kind: Literal["not_delivered"] = "not_delivered"


Event = (
    TextCame
    | FileCame
    | Redacted
    | NotRead
    | RoomUnfit
    | PersonJoined
    | PersonLeft
    | RoomMade
    | Lapsed
    | NotDelivered
)


@dataclass(frozen=True, repr=False)
class Errand(Hushed):
    """One action with the place where it is to be done."""

    account: Account
    room: RoomId | None
    """None for an action that makes a room."""
    action: Annotated[CaseAction, Field(discriminator="kind")]
    clear: bool = False
    """Only for the one explanation in an unencrypted room."""


_EVENT: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="kind")])
_ERRAND: TypeAdapter[Errand] = TypeAdapter(Errand)


def event_bytes(event: Event) -> bytes:
    return _EVENT.dump_json(event)


def read_event(body: bytes) -> Event:
    return read_stored(_EVENT, body)


def errand_bytes(errand: Errand) -> bytes:
    return _ERRAND.dump_json(errand)


def read_errand(body: bytes) -> Errand:
    return read_stored(_ERRAND, body)
