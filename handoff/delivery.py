"""What is said when something on its way did not arrive, or has to wait."""

from dataclasses import replace

from dialogs.model import Line, MessageId, Moment, Say
from handoff.actions import Decision, PostToCase, PostToDesk, Side, Tell
from handoff.ageing import posted
from handoff.desk import hand_back, line
from handoff.guide import Guide
from handoff.model import Case, StaffId, Stage


def undelivered(
    case: Case, to: Side, staff: StaffId | None, moment: Moment, guide: Guide
) -> Decision:
    """Both sides learn of it; `staff` is whose claim came to nothing."""
    if to is Side.REPORTER:
        failed = PostToCase((line("case-not-delivered"),))
        # What was being translated or shown goes no more either: it would come out of its order.
        case = replace(case, speaking=())
        return Decision(case, (failed, *_tell(case, "system-answer-lost", moment)))
    if to is Side.CASE:
        told = (PostToCase((line("case-missed"),)),) if case.stage is Stage.LIVE else ()
        return Decision(case, (*told, *_tell(case, "system-not-delivered", moment)))
    return _no_room(case, staff, moment, guide) if staff else _unread(case, moment, guide)


def slowed(case: Case, writer: Side, moment: Moment) -> Decision:
    """Texts come faster than they are passed on: nothing is lost, and that is said once."""
    if writer is Side.CASE:
        return Decision(case, (PostToCase((line("case-slowed"),)),))
    return Decision(case, _tell(case, "system-slowed", moment))


def _no_room(case: Case, staff: StaffId, moment: Moment, guide: Guide) -> Decision:
    """No room could be made for the claim: the case goes back."""
    if case.stage is not Stage.CLAIMED or staff != case.claimant:
        return Decision(case)  # somebody else's by now
    back = hand_back(case, staff, moment, guide)
    words = PostToDesk((line("desk-no-room", alias=case.alias),))
    return replace(back, actions=(words, *back.actions))


def _unread(case: Case, moment: Moment, guide: Guide) -> Decision:
    """For a day nobody at the desk could read the card: say so, and try again."""
    if case.stage is not Stage.WAITING:
        return Decision(case)
    shown, again = posted(case, moment.now, guide)
    return Decision(shown, (*_tell(case, "system-nobody-yet", moment), again))


def _tell(case: Case, message: str, moment: Moment) -> tuple[Tell, ...]:
    if not case.deliverable(moment.now):  # the line does not write first
        return ()
    return (Tell(Say((Line(MessageId(message)),), language=case.progress.language)),)
