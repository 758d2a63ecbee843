"""When it is time to look at a case again, and what is done then."""

from datetime import datetime

from dialogs.model import Moment
from handoff.actions import Decision
from handoff.ageing import next_step, older
from handoff.floor import Staffing
from handoff.guide import Guide
from handoff.model import Case


def next_look(case: Case) -> datetime | None:
    """The next time at which something is to be done about it; None for never."""
    return next_step(case)


def looked(case: Case, moment: Moment, guide: Guide, staffing: Staffing) -> Decision:
    """What the time that has come asks for; nothing when the case has moved on."""
    return older(case, moment, guide, staffing)
