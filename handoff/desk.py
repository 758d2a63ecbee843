"""What the desk does to a case: claim, arrive, write, hand back, close."""

from dataclasses import replace

from dialogs.model import Line, MessageId, Moment, Progress, Say, TextRef
from handoff.actions import (
    CARD_REF,
    CaseAction,
    CountOne,
    Decision,
    DissolveCaseRoom,
    LeaveReporter,
    MakeCaseRoom,
    PostToCase,
    PostToDesk,
    RedactCopies,
    ReviseAnswer,
    Side,
    Tell,
)
from handoff.casefile import card, casefile
from handoff.guide import Guide
from handoff.model import Answer, Case, RoomRef, Spoken, Stage, StaffId, ToReporter
from handoff.relay import to_reporter
from handoff.stages import Trigger, may, move

INTERNAL = "//"
"""A staff line that begins so stays among staff."""


def line(message: str, **args: str) -> Line:
    return Line(MessageId(message), args)


def claim(case: Case, staff: StaffId) -> Decision:
    """Take a waiting case; the reporter hears nothing until the professional is there."""
    if not may(case.stage, Trigger.CLAIM):
        return Decision(case, (_to_desk("desk-already-claimed", case),))
    claimed = replace(case, stage=move(case.stage, Trigger.CLAIM), claimant=staff)
    actions = (
        RedactCopies(CARD_REF, Side.DESK),
        _to_desk("desk-claimed", case),
        MakeCaseRoom(case.alias, staff),
    )
    return Decision(claimed, actions)


def room_made(case: Case, room: RoomRef, invited: StaffId) -> Decision:
    """The case room exists; when the case moved on meanwhile, the room is dissolved at once."""
    expected = case.stage is Stage.CLAIMED and case.claimant == invited and not case.case_room
    if expected:
        return Decision(replace(case, case_room=room))
    return Decision(case, (DissolveCaseRoom(room),))


def arrived(case: Case, staff: StaffId, moment: Moment, guide: Guide) -> Decision:
    """The claimant joined: show the case, and only now tell the reporter that someone reads."""
    if staff != case.claimant or not may(case.stage, Trigger.ARRIVE):
        return Decision(case)
    live = replace(case, stage=move(case.stage, Trigger.ARRIVE))
    shown = casefile(live, guide)
    turn = guide.went_live(live.progress)
    live, told = _say_all(live.with_progress(turn.progress), turn.says, moment)
    return Decision(live, (*shown, *told))


def staff_wrote(
    case: Case, staff: StaffId, ref: TextRef, text: str, moment: Moment
) -> Decision:
    """Only the claimant's plain line crosses to the reporter."""
    if staff != case.claimant or case.stage is not Stage.LIVE or text.startswith(INTERNAL):
        return Decision(case)
    if not case.reachable:
        return Decision(case, (_to_case("case-unreachable"),))
    written, actions = hand_over(case, Answer(ref, text), moment)
    if written.held:
        return Decision(written, (*actions, _to_case("case-held-until-return")))
    return Decision(written, actions)


def staff_corrected(case: Case, staff: StaffId, ref: TextRef, text: str) -> Decision:
    """An edit follows through: in what is held, or in what the reporter already has."""
    if staff != case.claimant or case.stage is not Stage.LIVE:
        return Decision(case)
    held = tuple(
        replace(item, text=text) if isinstance(item, Answer) and item.ref == ref else item
        for item in case.held
    )
    if held != case.held:
        return Decision(replace(case, held=held))
    return Decision(case, (ReviseAnswer(ref, text),))


def staff_took_back(case: Case, ref: TextRef) -> Decision:
    held = tuple(i for i in case.held if not (isinstance(i, Answer) and i.ref == ref))
    if len(held) < len(case.held):
        return Decision(replace(case, held=held))
    return Decision(case, (RedactCopies(ref, Side.REPORTER),))


def hand_back(case: Case, staff: StaffId, guide: Guide) -> Decision:
    """Back to the queue: the claimant cannot go on, or never came."""
    if staff != case.claimant or not may(case.stage, Trigger.RETURN):
        return Decision(case, (_to_desk("desk-not-yours", case),))
    progress = guide.back_to_waiting(case.progress)
    waiting = replace(
        case,
        stage=move(case.stage, Trigger.RETURN),
        claimant=None,
        case_room=None,
        progress=progress,
    )
    again = PostToDesk(card(waiting, guide), CARD_REF)
    return Decision(waiting, (*dissolve(case), again))


def close(case: Case, staff: StaffId, moment: Moment, guide: Guide, anyway: bool) -> Decision:
    """End the case: tell the reporter, dissolve the room, keep nothing of what was said."""
    if staff != case.claimant or not may(case.stage, Trigger.CLOSE):
        return Decision(case, (_to_case("case-not-yours"),))
    if any(isinstance(item, Answer) for item in case.held) and not anyway:
        return Decision(case, (_to_case("case-close-unread"),))
    emptied = _emptied(case, move(case.stage, Trigger.CLOSE))
    turn = guide.was_closed(case.progress)
    shell, told = _say_all(emptied.with_progress(turn.progress), turn.says, moment)
    ended = (*dissolve(case), _to_desk("desk-closed", case), CountOne("closed"))
    if not case.reachable:
        return Decision(None, ended)
    return Decision(shell, (*told, *ended))


def hand_over(
    case: Case, item: ToReporter, moment: Moment
) -> tuple[Case, tuple[CaseAction, ...]]:
    """Send it now if the reporter may be written to, else keep it for their return."""
    if case.deliverable(moment.now) and not case.held:
        return case, release(item)
    return replace(case, held=(*case.held, item)), ()


def release(item: ToReporter) -> tuple[CaseAction, ...]:
    return to_reporter(item) if isinstance(item, Answer) else (Tell(item.say),)


def end_of(case: Case, notice: str) -> tuple[CaseAction, ...]:
    """What must go at the desk when a case ends without `close`."""
    actions: list[CaseAction] = [LeaveReporter()] if case.reachable else []
    if case.stage is Stage.WAITING:
        actions += [RedactCopies(CARD_REF, Side.DESK), _to_desk(notice, case)]
    if case.stage in (Stage.CLAIMED, Stage.LIVE):
        actions += [_to_desk(notice, case), *dissolve(case)]
    return tuple(actions)


def dissolve(case: Case) -> tuple[DissolveCaseRoom, ...]:
    return (DissolveCaseRoom(case.case_room),) if case.case_room else ()


def _say_all(
    case: Case, says: tuple[Say, ...], moment: Moment
) -> tuple[Case, tuple[CaseAction, ...]]:
    actions: tuple[CaseAction, ...] = ()
    for say in says:
        case, more = hand_over(case, Spoken(say), moment)
        actions += more
    return case, actions


def _emptied(case: Case, stage: Stage) -> Case:
    """What is left after closing: the way back and the language, for the last words."""
    kept = Progress(language=case.progress.language, paused=case.progress.paused)
    return Case(
        id=case.id,
        stage=stage,
        progress=kept,
        answer_when=case.answer_when,
        held=case.held,
        last_heard=case.last_heard,
    )


def _to_desk(message: str, case: Case) -> PostToDesk:
    return PostToDesk((line(message, alias=case.alias),))


def _to_case(message: str) -> PostToCase:
    return PostToCase((line(message),))

