"""`!help`: the table, in the staff language."""

from dialogs.model import Line, MessageId
from handoff.commands.base import Command, Overview, Where
from handoff.model import Block


def _survey(overview: Overview) -> tuple[Block, ...]:
    here = (command for command in overview.table if overview.where in command.where)
    return (Line(MessageId("desk-help")), *(Line(command.summary) for command in here))


COMMAND = Command(
    "help", frozenset(Where), MessageId("command-help"), numbered=False, survey=_survey
)
