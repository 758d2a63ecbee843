"""`!mt off` and `!mt on`: whether a machine translates in this case."""

from dataclasses import replace

from dialogs.model import MessageId
from handoff.actions import Decision, PostToCase
from handoff.commands.base import Command, Order, Where
from handoff.desk import line

OFF, ON = "off", "on"


def _run(order: Order) -> Decision:
    case, words = order.case, order.words
    if order.staff != case.claimant:
        return _said(order, "case-not-yours")
    if case.progress.language not in order.guide.translates:
        return _said(order, "mt-no-model")
    if len(words) != 1:
        return _said(order, "mt-is-off" if case.untranslated else "mt-is-on")
    case = replace(case, untranslated=OFF in words)
    said = "mt-now-off" if case.untranslated else "mt-now-on"
    return Decision(case, (PostToCase((line(said),)),))


def _said(order: Order, message: str) -> Decision:
    return Decision(order.case, (PostToCase((line(message),)),))


COMMAND = Command(
    "mt", frozenset({Where.CASE}), MessageId("command-mt"), words=frozenset({OFF, ON}), run=_run
)
