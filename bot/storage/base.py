"""What the store keeps, and the one commit each that the inbox and the outbox make."""

from dataclasses import dataclass, field
from typing import NewType

from bot.security.devices import Pin, RoomId
from dialogs.hushed import Hushed
from handoff.floor import Floor
from handoff.model import Case, CaseId
from handoff.moving import DeskRoom

Destination = NewType("Destination", str)
"""A queue of the outbox; rows of one destination leave in order."""


@dataclass(frozen=True, repr=False)
class InboxRow(Hushed):
    """One event waiting for its decision."""

    seq: int
    account: str
    room: str
    body: bytes


@dataclass(frozen=True, repr=False)
class NewRow(Hushed):
    """An event to put in the inbox; the same (account, event) twice counts once."""

    account: str
    event: str
    room: str
    body: bytes
    person: str = ""
    """The reporter who sent it: they take turns with others. It is not stored."""


@dataclass(frozen=True, repr=False)
class OutboxRow(Hushed):
    """One action on its way out, with all that it needs."""

    seq: int
    destination: Destination
    case_id: CaseId | None
    txn: str
    body: bytes
    since: int
    """The hour (since the epoch) it was decided."""
    old: bool = False
    """Its homeserver may have forgotten the transaction: whether it was sent must be looked up."""


@dataclass(frozen=True, repr=False)
class NewAction(Hushed):
    """An action to put in the outbox."""

    destination: Destination
    case_id: CaseId | None
    txn: str
    body: bytes
    words: bool = False
    """It holds what was said in the case, or is said about it: unsent, it goes with the case."""
    ends_room: bool = False
    """Such words that still wait for the same room are not sent any more."""


EDIT = " edit"
"""Edits are remembered apart: they go with the room, and are not edited themselves."""


@dataclass(frozen=True, repr=False)
class Copy(Hushed):
    """A message in a room, remembered so that it can be edited or redacted."""

    account: str
    room: RoomId
    event: str
    case_id: CaseId
    ref: str
    """The message it is a copy of; empty for anything else that must go when the room goes."""

    @property
    def source(self) -> str:
        """The same, also for an edit of such a copy."""
        return self.ref.removesuffix(EDIT)


@dataclass(frozen=True, repr=False)
class Route(Hushed):
    """The way back to a reporter, kept apart from what they said."""

    case_id: CaseId
    room: RoomId
    pin: Pin


@dataclass(frozen=True, repr=False)
class Seal(Hushed):
    """Something to be sealed to the public key of a case; it is stored in no other form."""

    case_id: CaseId
    plain: bytes


@dataclass(frozen=True, repr=False)
class NewCode(Hushed):
    """A return code as it is stored: how it is found, and what it opens."""

    locator: bytes
    """Derived from the code; the code does not follow from it."""
    case_id: CaseId
    public: bytes
    wrapped: bytes
    """The private key, under a key derived from the code and its word."""
    word: bool
    """A code word is needed too."""


@dataclass(frozen=True, repr=False)
class Kept(Hushed):
    """A code with all that is sealed under it, in order."""

    code: NewCode
    sealed: tuple[bytes, ...]


@dataclass(frozen=True, repr=False)
class Verdict(Hushed):
    """All that one decision changes; committed as one, with its inbox row done."""

    seq: int
    hour: int
    save: Case | None = None
    drop: CaseId | None = None
    route: Route | None = None
    copies: tuple[Copy, ...] = ()
    actions: tuple[NewAction, ...] = ()
    counters: tuple[tuple[str, str], ...] = ()
    """Week and counter."""
    heard: bool = True
    """False for what only a server says: it gives a case no more time."""
    forget: bool = False
    """Not even that the event came is remembered."""
    seals: tuple[Seal, ...] = ()
    unseal: CaseId | None = None
    """The case whose sealed rows go, because it is saved whole again."""
    erases: bool = False
    """Words a reporter took back are gone from what is saved: a purge must follow."""
    floor: Floor | None = None
    desk: DeskRoom | None = None
    coded: tuple[bytes, ...] = ()
    """Coded cases for the picture; nothing in them leads back to a case."""
    rows: tuple[NewRow, ...] = ()
    """Events that this decision raises."""


@dataclass(frozen=True, repr=False)
class Outcome(Hushed):
    """What one performed outbox row leaves behind; committed with the row's end."""

    copies: tuple[Copy, ...] = ()
    dropped_copies: tuple[Copy, ...] = ()
    forgotten_room: RoomId | None = None
    """A room that was left: everything stored under it goes."""
    result: NewRow | None = None
    code: NewCode | None = None
    """Replaces the code of its case, unless something is sealed under that one."""
    more: tuple[NewAction, ...] = field(default=())
