"""`!shift start` and `!shift end`: come to work, and go home."""

from dialogs.model import MessageId
from handoff.commands.base import Arranged, Arranging, Command, Where
from handoff.commands.setting import spoken
from handoff.shifts import LONGEST_SHIFT, ended, started


def _arrange(arranging: Arranging) -> Arranged:
    if arranging.words == {"start"}:
        return _start(arranging)
    if arranging.words == {"end"}:
        return _end(arranging)
    return Arranged(spoken("floor-shift-how"))


def _start(arranging: Arranging) -> Arranged:
    floor, staff, now = arranging.staffing.floor, arranging.staff, arranging.moment.now
    shift = floor.shifts.get(staff)
    if shift and not shift.out:
        return Arranged(spoken("floor-shift-already"))
    if shift:
        return Arranged(spoken("floor-back"), started(floor, staff, now))
    until = (now + LONGEST_SHIFT).strftime("%H:%M")
    return Arranged(spoken("floor-shift-started", until=until), started(floor, staff, now))


def _end(arranging: Arranging) -> Arranged:
    floor, staff, now = arranging.staffing.floor, arranging.staff, arranging.moment.now
    if staff not in floor.shifts:
        return Arranged(spoken("floor-shift-none"))
    said = spoken("floor-shift-ended")
    taken = [case.alias for case in arranging.staffing.taken if case.claimant == staff]
    if taken:
        said = (*said, *spoken("floor-shift-cases", names=", ".join(taken)))
    return Arranged(said, ended(floor, staff, now))


COMMAND = Command(
    "shift",
    frozenset({Where.DESK}),
    MessageId("command-shift"),
    numbered=False,
    words=frozenset({"start", "end"}),
    arrange=_arrange,
)
