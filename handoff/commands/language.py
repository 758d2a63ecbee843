"""`!language pause fa` and `!language resume fa`: live talks in one language."""

from dataclasses import replace

from dialogs.model import Language, MessageId
from handoff.commands.base import Arranged, Arranging, Command, Where
from handoff.commands.setting import SUPERVISORS, set_to, spoken


def _arrange(arranging: Arranging) -> Arranged:
    offered = arranging.guide.lexicons
    match arranging.text.split():
        case [("pause" | "resume") as what, code] if code in offered:
            return _paused(arranging, Language(code), pause=what == "pause")
        case ["pause" | "resume", _]:
            return Arranged(spoken("floor-language-unknown", languages=", ".join(offered)))
        case _:
            return Arranged(spoken("floor-language-how"))


def _paused(arranging: Arranging, language: Language, *, pause: bool) -> Arranged:
    floor = arranging.staffing.floor
    paused = floor.paused | {language} if pause else floor.paused - {language}
    message = "floor-language-paused" if pause else "floor-language-resumed"
    return set_to(arranging, replace(floor, paused=paused), message, language=language)


COMMAND = Command(
    "language",
    frozenset({Where.DESK}),
    MessageId("command-language"),
    numbered=False,
    takes_text=True,
    roles=SUPERVISORS,
    arrange=_arrange,
)
