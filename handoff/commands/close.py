"""`!close`: end the case; with `anyway`, `uncoded` or `alone` when something is left undone."""

from dataclasses import replace

from dialogs.model import Line, MessageId
from handoff.actions import Decision, PostToCase, PostToDesk
from handoff.commands.base import Command, Order, Where
from handoff.desk import close, line
from handoff.model import Stage
from handoff.picture.coding import counted, missing
from handoff.picture.form import standing
from handoff.second import lacks_reader

ANYWAY, UNCODED, ALONE = "anyway", "uncoded", "alone"
"""An answer is unread; it is no signal; nobody can read it second."""


def _run(order: Order) -> Decision:
    case, book, uncoded = order.case, order.guide.codebook, UNCODED in order.words
    own = order.staff == case.claimant
    if own and not uncoded and missing(case, book):
        return Decision(case, (PostToCase(_asked(order)),))
    lacking = own and lacks_reader(case, order.staffing)
    if lacking and ALONE not in order.words:
        return Decision(case, (PostToCase((line("life-close-second"),)),))
    closed = close(case, order.staff, order.moment, order.guide, anyway=ANYWAY in order.words)
    if lacking and (closed.case is None or closed.case.stage is Stage.CLOSED):
        told = PostToDesk((line("life-closed-alone", alias=case.alias),))
        closed = replace(closed, actions=(*closed.actions, told))
    return closed if uncoded else counted(closed, case, book, order.moment.now)


def _asked(order: Order) -> tuple[Line, ...]:
    """What to type when there is nothing to code, with what was typed already."""
    command = " ".join(("!close", UNCODED, *sorted(order.words)))
    asked = Line(MessageId("coding-before-close"), {"command": command})
    return (asked, *standing(order.case, order.guide.codebook))


COMMAND = Command(
    "close",
    frozenset({Where.CASE}),
    MessageId("command-close"),
    words=frozenset({ANYWAY, UNCODED, ALONE}),
    ends_talk=True,
    run=_run,
)
