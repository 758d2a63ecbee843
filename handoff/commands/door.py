"""`!close-desk` and `!open-desk`: whether new reporters hear that the line is closed."""

from dataclasses import replace

from dialogs.model import MessageId
from handoff.commands.base import Arranged, Arranging, Command, Where
from handoff.commands.setting import SUPERVISORS, set_to


def _close(arranging: Arranging) -> Arranged:
    return set_to(arranging, replace(arranging.staffing.floor, closed=True), "floor-closed")


def _open(arranging: Arranging) -> Arranged:
    return set_to(arranging, replace(arranging.staffing.floor, closed=False), "floor-opened")


CLOSE = Command(
    "close-desk",
    frozenset({Where.DESK}),
    MessageId("command-close-desk"),
    numbered=False,
    roles=SUPERVISORS,
    arrange=_close,
)
OPEN = Command(
    "open-desk",
    frozenset({Where.DESK}),
    MessageId("command-open-desk"),
    numbered=False,
    roles=SUPERVISORS,
    arrange=_open,
)
