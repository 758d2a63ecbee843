"""`!help`: the table, in the staff language; needs no case."""

from dialogs.model import MessageId
from handoff.commands.base import Command, Where

COMMAND = Command("help", frozenset(Where), MessageId("command-help"), numbered=False)
