"""What a decision about a case asks the outside world to do, in order."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from dialogs.hushed import Hushed
from dialogs.model import Language, Say, TextRef
from dialogs.returncode import ReturnCode
from handoff.floor import Floor
from handoff.model import Block, Case, RoomRef, StaffId

CODE_REF = TextRef("code")
"""The copies under which the messages that show a return code are remembered."""
CARD_REF = TextRef("card")
"""The copy under which the queue card of a case is remembered."""
FAREWELL_REF = TextRef("farewell")
"""The last words in a chat: they are not waited for long, since leaving comes after them."""
SPOKEN_REF = TextRef("spoken")
"""The copy under which a line that staff wrote for the reporter is remembered."""
OWN_REFS = frozenset({CODE_REF, CARD_REF, FAREWELL_REF, SPOKEN_REF, TextRef("")})
"""Names that no message has: whoever takes back or corrects one of these, forges."""


@dataclass(frozen=True, repr=False)
class Tell(Hushed):
    """Send the reporter a standing text; `ref` lets a later action find the message again."""

    say: Say
    ref: TextRef | None = None
    kind: Literal["tell"] = "tell"


@dataclass(frozen=True, repr=False)
class Relay(Hushed):
    """Send the reporter a professional's words, or a standing text that they chose."""

    ref: TextRef
    text: str | Say
    confirm: RoomRef | None = None
    """Where the professional sees a sign at their own message once this was delivered."""
    answers: TextRef | None = None
    """A message of the reporter in the same chat, above which clients show this one."""
    kind: Literal["relay"] = "relay"


@dataclass(frozen=True, repr=False)
class PostToDesk(Hushed):
    """Write in the desk room; `ref` lets a later action find the message again."""

    blocks: tuple[Block, ...]
    ref: TextRef | None = None
    mentions: tuple[StaffId, ...] = ()
    kind: Literal["post_to_desk"] = "post_to_desk"


@dataclass(frozen=True, repr=False)
class PostToCase(Hushed):
    """Write in the case room; `ref` names the reporter's message this is a copy of."""

    blocks: tuple[Block, ...]
    ref: TextRef | None = None
    answers: TextRef | None = None
    """A message of the professional in the same room, which this one answers."""
    mentions: tuple[StaffId, ...] = ()
    echo: bool = False
    """Not of the reporter's message but of the professional's own: they see what it sent."""
    holds: "Holding | None" = None
    """What goes to the reporter some time after this was shown."""
    kind: Literal["post_to_case"] = "post_to_case"


@dataclass(frozen=True, repr=False)
class Holding(Hushed):
    """A professional's words that wait until a translation of them was seen for a while."""

    ref: TextRef
    text: str
    seconds: int


@dataclass(frozen=True, repr=False)
class ReviseCopy(Hushed):
    """Replace what a copy says; posts anew when the copy is gone."""

    ref: TextRef
    blocks: tuple[Block, ...]
    side: Literal["desk", "case"] = "case"
    kind: Literal["revise_copy"] = "revise_copy"


@dataclass(frozen=True, repr=False)
class ReviseAnswer(Hushed):
    """The professional corrected a relayed line: correct the reporter's copy."""

    ref: TextRef
    text: str | Say
    kind: Literal["revise_answer"] = "revise_answer"


@dataclass(frozen=True, repr=False)
class Interpret(Hushed):
    """Have a machine translate a professional's words, and back; an `Interpreted` event follows."""

    ref: TextRef
    text: str
    language: Language
    """The reporter's."""
    kind: Literal["interpret"] = "interpret"


class Side(Enum):
    """Where the copies of a message are."""

    DESK = "desk"
    CASE = "case"
    REPORTER = "reporter"


@dataclass(frozen=True, repr=False)
class RedactCopies(Hushed):
    """Redact every copy that was made of `ref` on one side."""

    ref: TextRef
    side: Side
    kind: Literal["redact_copies"] = "redact_copies"


@dataclass(frozen=True, repr=False)
class MakeCaseRoom(Hushed):
    """Make a fresh room for this case and its claimant; a `RoomMade` event follows."""

    name: str
    invite: StaffId
    kind: Literal["make_case_room"] = "make_case_room"


@dataclass(frozen=True, repr=False)
class InviteToCase(Hushed):
    """Invite the claimant, or a second reader, into the case room."""

    staff: StaffId
    kind: Literal["invite_to_case"] = "invite_to_case"


@dataclass(frozen=True, repr=False)
class RemoveFromRoom(Hushed):
    """Put somebody out of a room of the desk: they are no longer trusted."""

    room: RoomRef
    staff: StaffId
    kind: Literal["remove_from_room"] = "remove_from_room"


@dataclass(frozen=True, repr=False)
class DissolveCaseRoom(Hushed):
    """Redact everything in a case room, put out who is in it, then leave it."""

    room: RoomRef
    staff: tuple[StaffId, ...] = ()
    """Else the room would stay in their client, and they could go on typing to nobody."""
    kind: Literal["dissolve_case_room"] = "dissolve_case_room"


@dataclass(frozen=True, repr=False)
class ClearCaseRoom(Hushed):
    """Redact everything in a case room, and stay there."""

    room: RoomRef
    kind: Literal["clear_case_room"] = "clear_case_room"


@dataclass(frozen=True)
class ClearChat:
    """Redact what the line wrote in the reporter's chat, and their own words where it lets us."""

    kind: Literal["clear_chat"] = "clear_chat"


@dataclass(frozen=True)
class LeaveReporter:
    """Leave the reporter's chat and drop the route, after all that is still to be said there."""

    kind: Literal["leave_reporter"] = "leave_reporter"


@dataclass(frozen=True, repr=False)
class IssueCode(Hushed):
    """Give the case this return code in place of any other; a `CodeReady` event follows.

    Only for a case of which nothing is sealed: what is sealed opens with the old code alone.
    """

    code: ReturnCode
    word: str | None = None
    """A code word; without it the code opens nothing."""
    kind: Literal["issue_code"] = "issue_code"


@dataclass(frozen=True, repr=False)
class TryCode(Hushed):
    """See what a code opens, for the reporter who typed it; a `CodeTried` event follows."""

    code: ReturnCode
    word: str | None = None
    kind: Literal["try_code"] = "try_code"


@dataclass(frozen=True)
class CountOne:
    """Add one to an anonymous weekly counter."""

    counter: str
    kind: Literal["count_one"] = "count_one"


CaseAction = (
    Tell
    | Relay
    | PostToDesk
    | PostToCase
    | ReviseCopy
    | ReviseAnswer
    | Interpret
    | RedactCopies
    | MakeCaseRoom
    | InviteToCase
    | RemoveFromRoom
    | DissolveCaseRoom
    | ClearCaseRoom
    | ClearChat
    | LeaveReporter
    | IssueCode
    | TryCode
    | CountOne
)


@dataclass(frozen=True, repr=False)
class Decision(Hushed):
    """The outcome: the new case, or None when nothing of it may be kept."""

    case: Case | None
    actions: tuple[CaseAction, ...] = ()
    seals: tuple[bytes, ...] = ()
    """What is put under the case's return code, for nobody to read without it."""
    unseal: bool = False
    """What was sealed is part of the case again: the sealed form goes."""
    floor: Floor | None = None
    """The desk as it is from now on, where that changes."""
    coded: tuple[bytes, ...] = ()
    """Coded cases for the picture, without anything that leads back here."""
