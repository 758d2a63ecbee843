"""How events and actions are written into the rows of the inbox and the outbox."""

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Literal

from pydantic import Base64Bytes, Field, TypeAdapter

from bot.channels.base import (
    Account,
    EventId,
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
from dialogs.returncode import ReturnCode
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
class Quiet(Hushed):
    """A reporter was silent for as long as the line waits in their chat."""

    case: CaseId
    limit: int
    """The hour (since the epoch) up to which the silence must have begun."""
    kind: Literal["quiet"] = "quiet"


@dataclass(frozen=True, repr=False)
class Due(Hushed):
    """It is time to look at a case: its card ages, or its claimant gave no sign."""

    case: CaseId
    kind: Literal["due"] = "due"


@dataclass(frozen=True, repr=False)
class ShiftsDue(Hushed):
    """It is time to look at who is on shift: somebody has worked long enough."""

    kind: Literal["shifts_due"] = "shifts_due"


@dataclass(frozen=True, repr=False)
class NotDelivered(Hushed):
    """Something could not be sent, and will not be tried again."""

    case: CaseId
    to: Side
    staff: StaffId | None = None
    """Whose claim came to nothing, for the desk: a colleague may have the case by then."""
    kind: Literal["not_delivered"] = "not_delivered"


@dataclass(frozen=True, repr=False)
class CodeReady(Hushed):
    """The case has the return code that was made for it: from now on it opens."""

    case: CaseId
    code: ReturnCode
    kind: Literal["code_ready"] = "code_ready"


class Tried(Enum):
    """What came of a code that a reporter typed."""

    WRONG = "wrong"
    """There is no such code."""
    WORD_NEEDED = "word_needed"
    WORD_WRONG = "word_wrong"
    OPENED = "opened"
    WAIT = "wait"
    """Too many wrong tries; this one was not looked at."""


@dataclass(frozen=True, repr=False)
class CodeTried(Hushed):
    """A code that was typed in the chat of `case` has been tried."""

    case: CaseId
    """The draft or case of the asking chat."""
    outcome: Tried
    code: ReturnCode
    word: str | None = None
    found: CaseId | None = None
    """The case that it opened."""
    content: tuple[Base64Bytes, ...] = ()
    """What was sealed, in order; empty when nothing was."""
    kind: Literal["code_tried"] = "code_tried"


@dataclass(frozen=True, repr=False)
class Slowed(Hushed):
    """Texts come faster than they are passed on; their writer is to know that none is lost."""

    case: CaseId
    writer: Side
    kind: Literal["slowed"] = "slowed"


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
    | Quiet
    | Due
    | ShiftsDue
    | NotDelivered
    | Slowed
    | CodeReady
    | CodeTried
)


@dataclass(frozen=True)
class PurgeRoom:
    """Have the homeserver delete a room we have left."""

    kind: Literal["purge_room"] = "purge_room"


@dataclass(frozen=True, repr=False)
class ConfirmDelivery(Hushed):
    """Show a professional, at their own message, that the reporter has it."""

    target: EventId
    kind: Literal["confirm_delivery"] = "confirm_delivery"


@dataclass(frozen=True, repr=False)
class Errand(Hushed):
    """One action with the place where it is to be done."""

    account: Account
    room: RoomId | None
    """None for an action that makes a room."""
    action: Annotated[CaseAction | PurgeRoom | ConfirmDelivery, Field(discriminator="kind")]
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
