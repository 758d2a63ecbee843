"""How a supervisor's control answers: what holds from now on, in the room where all read it."""

from dialogs.model import Line, MessageId
from handoff.commands.base import Arranged, Arranging
from handoff.floor import Floor
from handoff.roster import Role

SUPERVISORS = frozenset({Role.SUPERVISOR})


def set_to(arranging: Arranging, floor: Floor, message: str, **args: str) -> Arranged:
    """Without opening hours the line takes messages whatever is set, and that is said."""
    said = spoken(message, **args)
    if not arranging.staffing.hours.spans:
        said = (*said, *spoken("floor-no-hours"))
    return Arranged(said, floor)


def spoken(message: str, **args: str) -> tuple[Line, ...]:
    return (Line(MessageId(message), args),)
