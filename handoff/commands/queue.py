"""`!queue`: the cases that wait, the longest first."""

from dialogs.model import Line, MessageId
from handoff.commands.base import Command, Overview, Where
from handoff.model import Block, Case


def _survey(overview: Overview) -> tuple[Block, ...]:
    if not overview.waiting:
        return (Line(MessageId("desk-queue-empty")),)
    return (Line(MessageId("desk-queue")), *(_row(case) for case in overview.waiting))


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
