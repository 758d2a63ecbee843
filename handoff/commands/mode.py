"""`!mode message` and `!mode live`: whether reporters are told that somebody comes."""

from dataclasses import replace

from dialogs.model import MessageId
from handoff.commands.base import Arranged, Arranging, Command, Where
from handoff.commands.setting import SUPERVISORS, set_to, spoken


def _arrange(arranging: Arranging) -> Arranged:
    floor = arranging.staffing.floor
    if arranging.words == {"message"}:
        return set_to(arranging, replace(floor, message_mode=True), "floor-mode-message")
    if arranging.words == {"live"}:
        return set_to(arranging, replace(floor, message_mode=False), "floor-mode-live")
    return Arranged(spoken("floor-mode-how"))


COMMAND = Command(
    "mode",
    frozenset({Where.DESK}),
    MessageId("command-mode"),
    numbered=False,
    words=frozenset({"message", "live"}),
    roles=SUPERVISORS,
    arrange=_arrange,
)
