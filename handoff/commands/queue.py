"""`!queue`: the cases that wait, in the order in which they came."""

from dialogs.model import Line, MessageId
from handoff.commands.base import Command, Overview, Where
from handoff.model import Block, Case

MOST_ROWS = 40
"""More would not fit one message when the line is flooded, and then nothing would be shown."""


def _survey(overview: Overview) -> tuple[Block, ...]:
    if not overview.waiting:
        return (Line(MessageId("desk-queue-empty")),)
    rows = [_row(case) for case in overview.waiting]
    more = len(rows) - MOST_ROWS
    if more > 0:
        # The first and the last: whoever comes in the middle of a flood is seen as well.
        left_out = Line(MessageId("desk-queue-more"), {"count": str(more)})
        half = MOST_ROWS // 2
        rows = [*rows[:half], left_out, *rows[-half:]]
    return (Line(MessageId("desk-queue")), *rows)


def _row(case: Case) -> Line:
    since = case.sent.strftime("%H:%M") if case.sent else ""
    language = case.progress.language or ""
    args = {"alias": case.alias, "language": language, "since": since}
    return Line(MessageId("desk-queue-row"), args)


COMMAND = Command(
    "queue",
    frozenset({Where.DESK}),
    MessageId("command-queue"),
    numbered=False,
    survey=_survey,
)
