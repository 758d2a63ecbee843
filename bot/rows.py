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
from handoff.actions import CaseAction, Holding, Side
from handoff.interpreting import Interpretation
from handoff.model import CaseId, RoomRef, StaffId
from handoff.moving import ClearDeskRoom, InviteToDesk, LeaveDeskRoom, MakeDeskRoom

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
class DeskDue(Hushed):
    """It is time to renew the desk room, or to think of when."""

    kind: Literal["desk_due"] = "desk_due"


@dataclass(frozen=True, repr=False)
class DeskMade(Hushed):
    """A fresh desk room exists."""

    room: RoomRef
    kind: Literal["desk_made"] = "desk_made"


@dataclass(frozen=True, repr=False)
class DeskNotMade(Hushed):
    """No fresh desk room could be made."""

    kind: Literal["desk_not_made"] = "desk_not_made"


@dataclass(frozen=True, repr=False)
class RosterChanged(Hushed):
    """The operator, or a colleague who confirmed, changed who works at the desk."""

    kind: Literal["roster_changed"] = "roster_changed"


@dataclass(frozen=True, repr=False)
class StaffGone(Hushed):
    """Somebody who may read a case is trusted no more, or comes with another phone."""

    case: CaseId
    staff: StaffId
    kind: Literal["staff_gone"] = "staff_gone"


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


@dataclass(frozen=True, repr=False)
class Interpreted(Hushed):
    """What a machine made of words that a professional wrote for a reporter."""

    case: CaseId
    made: Interpretation
    kind: Literal["interpreted"] = "interpreted"


@dataclass(frozen=True, repr=False)
class ShownLongEnough(Hushed):
    """A professional saw for the time agreed what the reporter would read."""

    case: CaseId
    what: Holding
    kind: Literal["shown_long_enough"] = "shown_long_enough"


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
    | RosterChanged
    | StaffGone
    | ShiftsDue
    | NotDelivered
    | Slowed
    | Interpreted
    | ShownLongEnough
    | CodeReady
    | CodeTried
    | DeskDue
    | DeskMade
    | DeskNotMade
)


@dataclass(frozen=True)
class PurgeRoom:
    """Have the homeserver delete a room we have left."""

    later: bool = False
    """There are last words in it, which people have to see first."""
    kind: Literal["purge_room"] = "purge_room"


@dataclass(frozen=True, repr=False)
class ConfirmDelivery(Hushed):
    """Show a professional, at their own message, that the reporter has it."""

    target: EventId
    kind: Literal["confirm_delivery"] = "confirm_delivery"


@dataclass(frozen=True, repr=False)
class Hold(Hushed):
    """Wait while a professional sees what the reporter would read; a `ShownLongEnough` follows."""

    what: Holding
    kind: Literal["hold"] = "hold"


@dataclass(frozen=True, repr=False)
class SettleProposal(Hushed):
    """Write on the roster what a colleague confirmed, or drop it; a `RosterChanged` follows."""

    staff: StaffId
    """Whom it concerns."""
    code: str
    accepted: bool
    kind: Literal["settle_proposal"] = "settle_proposal"


@dataclass(frozen=True, repr=False)
class Errand(Hushed):
    """One action with the place where it is to be done."""

    account: Account
    room: RoomId | None
    """None for an action that makes a room."""
    action: Annotated[
        CaseAction
        | PurgeRoom
        | ConfirmDelivery
        | Hold
        | SettleProposal
        | MakeDeskRoom
        | InviteToDesk
        | ClearDeskRoom
        | LeaveDeskRoom,
        Field(discriminator="kind"),
    ]
    clear: bool = False
    """Only for the one explanation in an unencrypted room."""
    case: CaseId | None = None
    """The case it is about, where the decision is about more than one."""


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
