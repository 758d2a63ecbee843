"""`!note`: what the next professional should know; it dies with the case."""

from dataclasses import replace

from dialogs.model import MessageId
from handoff.actions import Decision, PostToCase
from handoff.commands.base import Command, Order, Where
from handoff.desk import line

LONGEST = 500


def _run(order: Order) -> Decision:
    case, note = order.case, " ".join(order.text.split())
    if order.staff != case.claimant:
        return Decision(case, (PostToCase((line("case-not-yours"),)),))
    if not note:
        none = line("life-note-none", most=str(LONGEST))
        shown = line("life-note", note=case.note) if case.note else none
        return Decision(case, (PostToCase((shown,)),))
    if len(note) > LONGEST:
        return Decision(case, (PostToCase((line("life-note-long", most=str(LONGEST)),)),))
    return Decision(replace(case, note=note), (PostToCase((line("life-note-kept"),)),))


COMMAND = Command(
    "note", frozenset({Where.CASE}), MessageId("command-note"), takes_text=True, run=_run
)
