"""When it is time to look at a case again, and what is done then."""

from datetime import datetime

from dialogs.model import Moment
from handoff.actions import Decision
from handoff.ageing import next_step, older
from handoff.floor import Staffing
from handoff.guide import Guide
from handoff.heartbeat import no_sign
from handoff.model import Case
from handoff.signs import next_sign


def next_look(case: Case) -> datetime | None:
    """The next time at which something is to be done about it; None for never."""
    return next_sign(case) or next_step(case)


def looked(case: Case, moment: Moment, guide: Guide, staffing: Staffing) -> Decision:
    """What the time that has come asks for; nothing when the case has moved on."""
    if case.sign is not None:
        return no_sign(case, moment, guide)
    return older(case, moment, guide, staffing)
