"""The desk room is renewed each week: a room that stands for ever becomes a register."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from dialogs.hushed import Hushed
from dialogs.model import Line, MessageId
from handoff.actions import CARD_REF, PostToDesk
from handoff.casefile import card
from handoff.floor import Floor
from handoff.guide import Guide
from handoff.model import Case, CaseId, RoomRef, StaffId
from handoff.roster import Roster

EVERY = timedelta(days=7)
FIRST_HOUR, LAST_HOUR = 4, 5
"""When the fewest are at work."""
ANY_HOUR = timedelta(days=1)
"""A line that is closed at night may not wait for the night for ever."""
FRESH = timedelta(minutes=1)
"""A desk that is about to be told of something is not moved."""
MOST_CARDS = 20
"""`!queue` shows the others too; a flood shall not come over the desk a second time."""


@dataclass(frozen=True, repr=False)
class DeskRoom(Hushed):
    """Where the desk is, and how far its renewal has come."""

    room: RoomRef
    due: datetime | None = None
    """When it is to be renewed next; None before that was ever thought of."""
    making: bool = False
    """A fresh room was asked for."""
    next: RoomRef | None = None
    """The fresh room; it is the desk as soon as somebody is there who can read."""


@dataclass(frozen=True, repr=False)
class MakeDeskRoom(Hushed):
    """Make a fresh room; a `DeskMade` event follows."""

    kind: Literal["make_desk_room"] = "make_desk_room"


@dataclass(frozen=True, repr=False)
class InviteToDesk(Hushed):
    """Invite a colleague; one who is there already stays.

    It names the room itself, since it must not queue there: what waits in that queue may wait for
    this very person to read it.
    """

    room: RoomRef
    staff: StaffId
    kind: Literal["invite_to_desk"] = "invite_to_desk"


@dataclass(frozen=True, repr=False)
class ClearDeskRoom(Hushed):
    """Redact everything in a former desk room, whoever wrote it."""

    kind: Literal["clear_desk_room"] = "clear_desk_room"


@dataclass(frozen=True, repr=False)
class LeaveDeskRoom(Hushed):
    """Note where the desk is now, then leave this room."""

    desk: RoomRef
    kind: Literal["leave_desk_room"] = "leave_desk_room"


@dataclass(frozen=True, repr=False)
class Step(Hushed):
    """Something to be done in one of the rooms, or in the queue of none."""

    room: RoomRef | None
    action: PostToDesk | MakeDeskRoom | InviteToDesk | ClearDeskRoom | LeaveDeskRoom
    case: CaseId | None = None
    """The case it is about."""


@dataclass(frozen=True, repr=False)
class Moving(Hushed):
    """The desk from now on, and what is to be done for it."""

    desk: DeskRoom
    steps: tuple[Step, ...] = ()


def is_due(desk: DeskRoom, now: datetime) -> bool:
    """Whether it is worth deciding about; looked at every few seconds."""
    if desk.due is None:
        return True
    if desk.making or now < desk.due:
        return False
    return FIRST_HOUR <= now.hour <= LAST_HOUR or now - desk.due >= ANY_HOUR


def began(desk: DeskRoom, waiting: tuple[Case, ...], roster: Roster, now: datetime) -> Moving:
    """Ask for a fresh room; or call once more to the one that nobody came into for a week."""
    if not is_due(desk, now) or (desk.due and any(_is_fresh(case, now) for case in waiting)):
        return Moving(desk)
    later = replace(desk, due=_morning(now + EVERY))
    if desk.due is None:
        return Moving(later)
    if desk.next:
        return Moving(later, _called(later, roster))
    return Moving(replace(later, making=True), (Step(None, MakeDeskRoom()),))


def made(desk: DeskRoom, room: RoomRef, roster: Roster) -> Moving:
    """The room exists; nobody was invited before it was known."""
    if not desk.making:
        return Moving(desk, (Step(room, LeaveDeskRoom(desk.room)),))
    ready = replace(desk, making=False, next=room)
    return Moving(ready, _called(ready, roster))


def not_made(desk: DeskRoom, now: datetime) -> Moving:
    """Said at the desk, which stays where it is; tried again the next morning."""
    later = replace(desk, making=False, due=_morning(now + timedelta(days=1)))
    return Moving(later, (Step(desk.room, _said("desk-not-renewed")),))


def moved(
    desk: DeskRoom, waiting: tuple[Case, ...], roster: Roster, floor: Floor, guide: Guide
) -> Moving:
    """Somebody came into the fresh room: it is the desk, and the other one is given up."""
    assert desk.next
    new, old = desk.next, desk.room
    steps = [Step(new, _said("desk-welcome")), *_cards(new, waiting, guide)]
    steps += _invited(new, roster)  # the roster may have grown meanwhile
    words = replace(_said("desk-moved"), mentions=tuple(floor.shifts))
    # The words come behind the clearing, which would take them too.
    steps += [Step(old, ClearDeskRoom()), Step(old, words), Step(old, LeaveDeskRoom(new))]
    return Moving(replace(desk, room=new, next=None), tuple(steps))


def _called(desk: DeskRoom, roster: Roster) -> tuple[Step, ...]:
    assert desk.next
    return (*_invited(desk.next, roster), Step(desk.room, _said("desk-moves")))


def _invited(room: RoomRef, roster: Roster) -> tuple[Step, ...]:
    return tuple(Step(None, InviteToDesk(room, staff)) for staff in roster.colleagues)


def _cards(room: RoomRef, waiting: tuple[Case, ...], guide: Guide) -> list[Step]:
    """Those with a flag first, each group as it waits."""
    ordered = sorted(waiting, key=lambda case: not case.progress.flags)
    shown = [
        Step(room, PostToDesk(card(case, guide), CARD_REF), case.id)
        for case in ordered[:MOST_CARDS]
    ]
    if len(ordered) > MOST_CARDS:
        count = Line(MessageId("desk-more-wait"), {"count": str(len(ordered))})
        shown.append(Step(room, PostToDesk((count,))))
    return shown


def _said(message: str) -> PostToDesk:
    return PostToDesk((Line(MessageId(message)),))


def _is_fresh(case: Case, now: datetime) -> bool:
    return case.last_heard is not None and now - case.last_heard < FRESH


def _morning(day: datetime) -> datetime:
    return day.replace(hour=FIRST_HOUR, minute=0, second=0, microsecond=0)
