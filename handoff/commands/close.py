"""`!close`: end the case; `anyway` with an answer unread, `uncoded` when it is no signal."""

from dialogs.model import Line, MessageId
from handoff.actions import Decision, PostToCase
from handoff.commands.base import Command, Order, Where
from handoff.desk import close
from handoff.picture.coding import counted, missing
from handoff.picture.form import standing

ANYWAY, UNCODED = "anyway", "uncoded"


def _run(order: Order) -> Decision:
    case, book, uncoded = order.case, order.guide.codebook, UNCODED in order.words
    if order.staff == case.claimant and not uncoded and missing(case, book):
        return Decision(case, (PostToCase(_asked(order)),))
    anyway = ANYWAY in order.words
    decision = close(case, order.staff, order.moment, order.guide, anyway=anyway)
    return decision if uncoded else counted(decision, case, book, order.moment.now)


def _asked(order: Order) -> tuple[Line, ...]:
    """What to type when there is nothing to code, with what was typed already."""
    command = " ".join(("!close", UNCODED, *sorted(order.words)))
    asked = Line(MessageId("coding-before-close"), {"command": command})
    return (asked, *standing(order.case, order.guide.codebook))


COMMAND = Command(
    "close",
    frozenset({Where.CASE}),
    MessageId("command-close"),
    words=frozenset({ANYWAY, UNCODED}),
    run=_run,
)
