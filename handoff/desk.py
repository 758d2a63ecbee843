"""What the desk does to a case: claim, arrive, write, hand back, close."""

from dataclasses import replace
from datetime import datetime

from dialogs.model import Line, MessageId, Moment, Progress, TextRef
from handoff.actions import (
    CARD_REF,
    OWN_REFS,
    CaseAction,
    CountOne,
    Decision,
    DissolveCaseRoom,
    InviteToCase,
    LeaveReporter,
    MakeCaseRoom,
    PostToCase,
    PostToDesk,
    RedactCopies,
    Side,
    Tell,
)
from handoff.ageing import posted
from handoff.casefile import casefile
from handoff.grain import hour
from handoff.guide import Guide, Steer
from handoff.model import Answer, Case, RoomRef, StaffId, Stage
from handoff.picture.coding import counted
from handoff.relay import opening, says_something, to_reporter
from handoff.sealed import SealedAnswer, SealedCase, SealedRetraction, sealed
from handoff.signs import waits_from, waits_no_more
from handoff.stages import Trigger, may, move

INTERNAL = ("!", "/")
"""A staff line that begins so stays among staff. Of two slashes Element takes one away and nheko
both, so that staff are taught the other sign."""


def crosses(text: str) -> bool:
    """Whether a staff line is meant for the reporter, and says something."""
    return says_something(text) and not opening(text).startswith(INTERNAL)


def line(message: str, **args: str) -> Line:
    return Line(MessageId(message), args)


def claim(case: Case, staff: StaffId, moment: Moment) -> Decision:
    """Take a waiting case; the reporter hears nothing until the professional is there."""
    if not may(case.stage, Trigger.CLAIM):
        return Decision(case, (_to_desk("desk-already-claimed", case),))
    if staff in case.barred:
        return Decision(case, (_to_desk("life-barred", case),))
    claimed = replace(case, stage=move(case.stage, Trigger.CLAIM), claimant=staff)
    actions = (
        RedactCopies(CARD_REF, Side.DESK),
        _to_desk("desk-claimed", case),
        MakeCaseRoom(case.alias, staff),
    )
    return Decision(waits_from(claimed, moment), actions)


def room_made(case: Case, room: RoomRef, invited: StaffId) -> Decision:
    """The case room exists; when the case moved on meanwhile, the room is dissolved at once."""
    expected = case.stage is Stage.CLAIMED and case.claimant == invited and not case.case_room
    if expected:
        # Invited only now: an arrival then always finds the room known.
        return Decision(replace(case, case_room=room), (InviteToCase(invited),))
    return Decision(case, (DissolveCaseRoom(room),))


def arrived(case: Case, staff: StaffId, moment: Moment, guide: Guide) -> Decision:
    """The claimant joined: show the case, and only now tell the reporter that someone reads."""
    if staff in case.readers and case.stage is Stage.LIVE:
        return Decision(case, (_to_case("life-reader-came"), *casefile(case, guide)))
    if staff != case.claimant or not may(case.stage, Trigger.ARRIVE):
        return Decision(case)
    live = replace(case, stage=move(case.stage, Trigger.ARRIVE), last_contact=hour(moment.now))
    live = waits_from(waits_no_more(live), moment)
    shown = casefile(live, guide)
    steer = guide.went_live(live.progress, may_write=live.deliverable(moment.now))
    return Decision(live.with_progress(steer.progress), (*shown, *_tell(steer)))


def given(case: Case, answer: Answer, moment: Moment) -> Decision:
    """On its way to the reporter: now, at their next message, or sealed to their code."""
    if case.stage is Stage.RESTING:
        return Decision(case, (_to_case("case-sealed"),), seals=(sealed(SealedAnswer(answer)),))
    if case.stage is not Stage.LIVE:
        return Decision(case)
    if not case.reachable:
        return Decision(case, (_to_case("case-unreachable"),))
    if case.deliverable(moment.now) and not case.held:
        return Decision(_remembers(spoke(case, moment), answer), to_reporter(answer, case))
    return _held(_remembers(case, answer), answer, moment)


def _remembers(case: Case, answer: Answer) -> Case:
    """The reporter may ask what stands behind a translation."""
    own = answer.text if answer.made is not None and isinstance(answer.text, str) else ""
    return replace(case, last_words=own)


def _held(case: Case, answer: Answer, moment: Moment) -> Decision:
    """Keep it for the reporter's return, and say how they will get it."""
    held = waits_no_more(replace(case, held=(*case.held, answer)))
    if case.away:
        return Decision(held, (_to_case("case-held-away"),))
    # With a code it is the reporter's silence that counts, and it goes on.
    kept = held if case.coded else spoke(held, moment)
    return Decision(kept, (_to_case("case-held-until-return"),))


def spoke(case: Case, moment: Moment) -> Case:
    """From now on the reporter has a day to read it."""
    return replace(waits_no_more(case), last_contact=hour(moment.now), answered=True)


def staff_took_back(case: Case, ref: TextRef) -> Decision:
    """Nothing of it reaches the reporter any more; what did is redacted."""
    if ref in OWN_REFS:
        return Decision(case)
    echo = RedactCopies(ref, Side.CASE)
    if case.stage is Stage.RESTING:
        return Decision(case, (echo,), seals=(sealed(SealedRetraction(ref)),))
    held = tuple(answer for answer in case.held if answer.ref != ref)
    saying = tuple(one for one in case.speaking if one.answer.ref != ref)
    left = replace(case, held=held, speaking=saying)
    return Decision(left, (RedactCopies(ref, Side.REPORTER), echo))


def hand_back(case: Case, staff: StaffId, moment: Moment, guide: Guide) -> Decision:
    """Back to the queue: the claimant cannot go on, or never came."""
    if staff == case.claimant and case.stage is Stage.RESTING:
        # Nobody can read it, so nobody can claim it: it waits for its reporter.
        alone = replace(case, claimant=None, case_room=None)
        return Decision(alone, (_to_desk("desk-resting-alone", case), *dissolve(case)))
    if staff != case.claimant or not may(case.stage, Trigger.RETURN):
        return Decision(case, (_to_desk("desk-not-yours", case),))
    let_go, told = released(case, moment, guide)
    waiting, again = posted(let_go, moment.now, guide)
    return Decision(waiting, (*told, again))


def released(
    case: Case, moment: Moment, guide: Guide
) -> tuple[Case, tuple[Tell | DissolveCaseRoom, ...]]:
    """A claimed case in nobody's hands, its room dissolved, before anybody is told of it."""
    told: tuple[Tell, ...] = ()
    waiting = replace(
        waits_no_more(case),
        stage=move(case.stage, Trigger.RETURN),
        claimant=None,
        case_room=None,
        readers=frozenset(),
        transfer=None,
        speaking=(),
    )
    if case.stage is Stage.LIVE:  # before that the reporter never heard of the claim
        steer = guide.back_to_waiting(case.progress, may_write=case.deliverable(moment.now))
        waiting, told = waiting.with_progress(steer.progress), _tell(steer)
    return waiting, (*told, *dissolve(case))


def close(case: Case, staff: StaffId, moment: Moment, guide: Guide, *, anyway: bool) -> Decision:
    """End the case: tell the reporter, dissolve the room, keep nothing of what was said."""
    if staff != case.claimant or not may(case.stage, Trigger.CLOSE):
        return Decision(case, (_to_case("case-not-yours"),))
    if case.codes_due and not anyway:
        return Decision(case, (_to_case("case-close-moment"),))
    if case.sealable and not case.keeps_nothing:
        return _close_sealed(case, moment, guide)
    if case.stage is Stage.RESTING and case.keeps_nothing and not anyway:
        return Decision(case, (_to_case("case-close-keeps-nothing"),))
    if case.held and not anyway:
        return Decision(case, (_to_case("case-close-unread"),))
    return _close_for_good(case, moment.now, guide, "desk-closed")


def close_in_silence(case: Case, now: datetime, guide: Guide) -> Decision:
    """Without a code the case ends a day after the desk's answer."""
    ended = _close_for_good(case, now, guide, "desk-closed-silent")
    return counted(ended, case, guide.codebook, now)


def _close_for_good(case: Case, now: datetime, guide: Guide, notice: str) -> Decision:
    """Nothing is kept of what was said; the reporter in the chat is told."""
    ended = _ended(case, notice)
    if not case.reachable or case.away:
        return Decision(None, ended)
    steer = guide.was_closed(case.progress, may_write=case.deliverable(now), kept=False)
    closed = replace(case, coded=False, last_contact=hour(now), ended=case.closing(hour(now)))
    return Decision(closed_shell(closed, steer.progress), (*_tell(steer), *ended))


def _ended(case: Case, notice: str) -> tuple[CaseAction, ...]:
    return (*dissolve(case), _to_desk(notice, case), CountOne("closed"))


def _close_sealed(case: Case, moment: Moment, guide: Guide) -> Decision:
    """What was said, and what is unread, lies under the code for a while."""
    ended = _ended(case, "desk-closed-sealed")
    case = replace(case, ended=case.closing(hour(moment.now)))
    if case.stage is Stage.RESTING:
        return Decision(closed_shell(case, Progress()), ended)
    whole = (sealed(SealedCase(case)),)
    if case.away:
        return Decision(closed_shell(case, Progress()), ended, seals=whole)
    steer = guide.was_closed(case.progress, may_write=case.deliverable(moment.now), kept=True)
    closed = replace(case, last_contact=hour(moment.now))
    return Decision(closed_shell(closed, steer.progress), (*_tell(steer), *ended), seals=whole)


def end_of(case: Case, notice: str) -> tuple[CaseAction, ...]:
    """What must go at the desk when a case ends without `close`."""
    actions: list[CaseAction] = [LeaveReporter()] if case.reachable and not case.away else []
    if case.stage is Stage.WAITING:
        actions += [RedactCopies(CARD_REF, Side.DESK), _to_desk(notice, case)]
    if case.stage in (Stage.CLAIMED, Stage.LIVE, Stage.RESTING):
        actions += [_to_desk(notice, case), *dissolve(case)]
    return tuple(actions)


def dissolve(case: Case) -> tuple[DissolveCaseRoom, ...]:
    return (
        (DissolveCaseRoom(case.case_room, tuple(sorted(case.in_room))),) if case.case_room else ()
    )


def _tell(steer: Steer) -> tuple[Tell, ...]:
    return tuple(Tell(say) for say in steer.says)


def closed_shell(case: Case, progress: Progress) -> Case:
    """What is left after closing: the language for the last words, and whether there is a code."""
    return Case(
        id=case.id,
        stage=Stage.CLOSED,
        progress=progress,
        answer_when=case.answer_when,
        last_heard=case.last_heard,
        last_contact=case.last_contact,
        coded=case.coded,
        away=case.away,
        ended=case.ended,
    )


def _to_desk(message: str, case: Case) -> PostToDesk:
    return PostToDesk((line(message, alias=case.alias),))


def _to_case(message: str) -> PostToCase:
    return PostToCase((line(message),))
