"""`!help`: the table, in the staff language."""

from dialogs.model import Line, MessageId
from handoff.commands.base import Command, Overview, Where
from handoff.model import Block
from handoff.roster import Role


def _survey(overview: Overview) -> tuple[Block, ...]:
    """Only what this person may use in this room."""
    may = overview.staffing.roster.may
    here = (command for command in overview.table if overview.where in command.where)
    usable = (command for command in here if may(overview.staff, command.roles))
    return (Line(MessageId("desk-help")), *(Line(command.summary) for command in usable))


COMMAND = Command(
    "help",
    frozenset(Where),
    MessageId("command-help"),
    numbered=False,
    roles=frozenset(Role),
    survey=_survey,
)
