"""Standing texts that the claimant sends: they go as their own lines go, and are shown to them."""

from dataclasses import replace

from dialogs.model import Line, MessageId, Moment, TextRef
from dialogs.saying import spoken
from handoff.actions import Decision, PostToCase
from handoff.guide import Guide
from handoff.interpreting import speak
from handoff.model import Answer, Block, Case, Spoken, Stage


def send(
    case: Case,
    ref: TextRef,
    lines: tuple[Line, ...],
    moment: Moment,
    guide: Guide,
    *more: Block,
) -> Decision:
    """Now, at the reporter's next message, or sealed; `more` is added to what staff see of it."""
    decision = speak(case, Answer(ref, lines), moment, guide)
    if not goes(case):
        return decision
    shown = (Line(MessageId("sent-text")), Spoken(spoken(case.progress, lines)), *more)
    echo = PostToCase(shown, ref, echo=True)
    return replace(decision, actions=(*decision.actions, echo))


def goes(case: Case) -> bool:
    """Whether what is sent now can reach the reporter, however late."""
    return case.stage is Stage.RESTING or (case.stage is Stage.LIVE and case.reachable)


def reply(case: Case, message: str, **args: str) -> Decision:
    """Only a word to staff; the case stays as it is."""
    return Decision(case, (PostToCase((Line(MessageId(message), args),)),))
