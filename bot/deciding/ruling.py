"""What one event changes: the step between a pure decision and its commit."""

from dataclasses import dataclass, replace

from bot.channels.base import Account
from bot.rows import Errand, Event
from bot.security.devices import RoomId
from bot.storage.base import Copy, Route, Seal
from dialogs.hushed import Hushed
from handoff.actions import (
    FAREWELL_REF,
    CaseAction,
    ClearCaseRoom,
    ClearChat,
    CountOne,
    Decision,
    DissolveCaseRoom,
    Interpret,
    IssueCode,
    LeaveReporter,
    MakeCaseRoom,
    PostToDesk,
    RedactCopies,
    Relay,
    RemoveFromRoom,
    ReviseAnswer,
    ReviseCopy,
    Side,
    Tell,
    TryCode,
)
from handoff.floor import Floor
from handoff.model import Case, CaseId
from handoff.moving import DeskRoom


@dataclass(frozen=True, repr=False)
class Ruling(Hushed):
    """All that is to be committed for one inbox row."""

    case_id: CaseId | None = None
    save: Case | None = None
    drop: CaseId | None = None
    route: Route | None = None
    copies: tuple[Copy, ...] = ()
    errands: tuple[Errand, ...] = ()
    counters: tuple[str, ...] = ()
    heard: bool = True
    """False for what only a server says: it gives a case no more time."""
    forget: bool = False
    """The event belongs to no conversation: not even that it came is remembered."""
    seals: tuple[Seal, ...] = ()
    unseal: CaseId | None = None
    floor: Floor | None = None
    coded: tuple[bytes, ...] = ()
    desk: DeskRoom | None = None
    """Where the desk is from now on, and how far its renewal has come."""
    was: Case | None = None
    """How the case was before; for what follows from the change."""
    erases: bool = False
    """A reporter took words back: what was stored of them must become unreadable."""
    raised: tuple[Event, ...] = ()
    """What is to be decided next because of it, each by itself."""


@dataclass(frozen=True, repr=False)
class Places(Hushed):
    """The rooms a case's actions may go to."""

    desk: RoomId
    front: RoomId | None = None
    case: RoomId | None = None


def rule(before: Case, decision: Decision, places: Places) -> Ruling:
    """Turn a decision about a case into rows; an action whose place is gone is left out."""
    errands: list[Errand] = []
    counters: list[str] = []
    leaves = any(isinstance(action, LeaveReporter) for action in decision.actions)
    for decided in decision.actions:
        action = _farewell(decided) if leaves else decided
        if isinstance(action, CountOne):
            counters.append(action.counter)
        elif errand := _errand(action, places):
            errands.append(errand)
    return Ruling(
        case_id=before.id,
        save=decision.case,
        drop=before.id if decision.case is None else None,
        errands=tuple(errands),
        counters=tuple(counters),
        seals=tuple(Seal(before.id, plain) for plain in decision.seals),
        unseal=before.id if decision.unseal else None,
        floor=decision.floor,
        coded=decision.coded,
        was=before,
    )


def _farewell(action: CaseAction) -> CaseAction:
    """What is told with leaving behind it is a farewell, which leaving waits for only so long."""
    if isinstance(action, Tell) and action.ref is None:
        return replace(action, ref=FAREWELL_REF)
    return action


def _errand(action: CaseAction, places: Places) -> Errand | None:
    if isinstance(action, MakeCaseRoom):
        return Errand(Account.DESK, None, action)
    if isinstance(action, IssueCode | Interpret):
        return Errand(Account.FRONT, None, action)
    if isinstance(action, DissolveCaseRoom | ClearCaseRoom | RemoveFromRoom):
        return Errand(Account.DESK, RoomId(action.room), action)
    side = _side(action)
    if side is Side.DESK:
        return Errand(Account.DESK, places.desk, action)
    if side is Side.CASE:
        return Errand(Account.DESK, places.case, action) if places.case else None
    return Errand(Account.FRONT, places.front, action) if places.front else None


def _side(action: CaseAction) -> Side:
    if isinstance(action, RedactCopies):
        return action.side
    if isinstance(action, ReviseCopy):
        return Side(action.side)
    if isinstance(action, PostToDesk):
        return Side.DESK
    if isinstance(action, Tell | Relay | ReviseAnswer | ClearChat | LeaveReporter | TryCode):
        return Side.REPORTER
    return Side.CASE
