"""`!pause`: step out for a while; nobody asks why."""

from dialogs.model import MessageId
from handoff.commands.base import Arranged, Arranging, Command, Where
from handoff.commands.setting import spoken
from handoff.shifts import back, stepped_out


def _arrange(arranging: Arranging) -> Arranged:
    floor, staff = arranging.staffing.floor, arranging.staff
    shift = floor.shifts.get(staff)
    if shift is None:
        return Arranged(spoken("floor-shift-none"))
    if "end" in arranging.words:
        if not shift.out:
            return Arranged(spoken("floor-not-out"))
        return Arranged(spoken("floor-back"), back(floor, staff, arranging.moment.now))
    if shift.out:
        return Arranged(spoken("floor-out-already"))
    return Arranged(spoken("floor-out"), stepped_out(floor, staff))


COMMAND = Command(
    "pause",
    frozenset({Where.DESK}),
    MessageId("command-pause"),
    numbered=False,
    words=frozenset({"end"}),
    arrange=_arrange,
)
