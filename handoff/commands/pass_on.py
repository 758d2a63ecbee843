"""`!pass police`: ask the reporter whether something may be passed on, and to whom."""

from dialogs.model import Line, MessageId
from handoff.actions import Decision, PostToCase, Tell
from handoff.commands.base import Command, Order, Where
from handoff.desk import spoke
from handoff.model import Block, Spoken, Stage
from handoff.passing import named, with_word, without_word
from handoff.sending import reply

NO = "no"
"""The reporter took it back in words of their own; nobody can say yes for them."""


def _run(order: Order) -> Decision:
    case, (to, *more) = order.case, order.text.split() or [""]
    if order.staff != case.claimant:
        return reply(case, "case-not-yours")
    if to not in order.guide.recipients or more not in ([], [NO]):
        return Decision(case, (PostToCase(_listed(order)),))
    if more:
        withdrawn = with_word(case, to, given=False)
        return Decision(withdrawn, (PostToCase((named("pass-withdrawn", to),)),))
    return _ask(order, to) if _may_ask(order) else reply(case, "pass-not-now")


def _ask(order: Order, to: str) -> Decision:
    """What they said to it before no longer counts."""
    asked = spoke(without_word(order.case, to), order.moment)
    steer = order.guide.ask_permission(asked.progress, to)
    shown = tuple(Spoken(say) for say in steer.says)
    told = tuple(Tell(say) for say in steer.says)
    there = PostToCase((named("pass-asked", to), *shown))
    return Decision(asked.with_progress(steer.progress), (*told, there))


def _may_ask(order: Order) -> bool:
    """Only in a talk, and only when the question is the next thing that the reporter reads."""
    case = order.case
    free = not (case.held or case.progress.unheard)
    return case.stage is Stage.LIVE and case.deliverable(order.moment.now) and free


def _listed(order: Order) -> tuple[Block, ...]:
    rows = (named("pass-row", to) for to in order.guide.recipients)
    return (Line(MessageId("pass-list")), *rows)


COMMAND = Command(
    "pass", frozenset({Where.CASE}), MessageId("command-pass"), takes_text=True, run=_run
)
