"""The reporter goes and has a code: the way back is dropped, what was said is sealed."""

from dataclasses import replace
from datetime import datetime

from dialogs.model import Progress
from handoff.actions import (
    CaseAction,
    ClearCaseRoom,
    CountOne,
    Decision,
    LeaveReporter,
    PostToCase,
    Tell,
)
from handoff.ageing import revised
from handoff.desk import close_in_silence, closed_shell, end_of, line
from handoff.grain import hour
from handoff.guide import Guide
from handoff.model import NO_CARD, AnswerWhen, Case, Stage
from handoff.picture.coding import chosen
from handoff.sealed import SealedCase, sealed
from handoff.second import needs_reader
from handoff.stages import Trigger, move


def went(case: Case, guide: Guide) -> Decision:
    """The reporter stopped: leave the chat; nothing may be sealed before the code is there."""
    if case.codes_due:
        return Decision(replace(case, leaving=True))
    if not case.coded:  # it could not be made: this chat is all they can rely on
        return Decision(case)
    return _left(case, guide, ())


def code_ready(case: Case, guide: Guide) -> Decision:
    """A code that was being made is there."""
    ready = replace(case, coded=True, codes_due=max(0, case.codes_due - 1))
    if not ready.leaving or ready.codes_due:
        return Decision(ready)
    return _left(replace(ready, leaving=False), guide, ())


def fell_silent(case: Case, moment_now: datetime, guide: Guide) -> Decision:
    """A day went by without a word of the reporter."""
    if case.stage is Stage.CLOSED:
        return _left(case, guide, ()) if case.sealable else _over(case)
    if not case.sealable:
        return close_in_silence(case, moment_now, guide)
    told: tuple[CaseAction, ...] = ()
    pushed = case.answer_when is AnswerWhen.ANY_TIME and not case.away
    if pushed and case.deliverable(moment_now):
        told = (Tell(guide.parting(case.progress)),)
    return _left(case, guide, told)


def _over(case: Case) -> Decision:
    """The last words stay unsaid."""
    return Decision(None, (*end_of(case, "desk-lapsed"), CountOne("lapsed")))


def lost_with_code(case: Case, guide: Guide, told: tuple[CaseAction, ...]) -> Decision:
    """The chat is gone or no longer private, but the reporter can come back."""
    return _left(case, guide, told)


def _left(case: Case, guide: Guide, told: tuple[CaseAction, ...]) -> Decision:
    leave = () if case.away else (*told, LeaveReporter())
    if case.stage is Stage.CLOSED:
        return _closed_again(case, leave)
    if case.stage is Stage.LIVE:
        return rest(replace(case, codes=chosen(case, guide.codebook)), leave)
    away = replace(case, away=True)
    if case.stage is Stage.WAITING:
        # The card is corrected in place: a new one would call for attention at night.
        seen = () if away.card_age == NO_CARD else (revised(away, guide),)
        return Decision(away, (*leave, *seen))
    return Decision(away, leave)


def rest(case: Case, before: tuple[CaseAction, ...]) -> Decision:
    """Seal a case that was read; the room stays, empty, for the one who claimed it."""
    shell = Case(
        id=case.id,
        stage=move(case.stage, Trigger.REST),
        progress=Progress(),
        number=case.number,
        alias=case.alias,
        claimant=case.claimant,
        case_room=case.case_room,
        sent=hour(case.sent) if case.sent else None,
        coded=True,
        away=True,
        keeps_nothing=case.keeps_nothing,
        # It may be coded and closed after the reporter left.
        countable=case.countable,
        codes=case.codes,
        narrow=case.narrow,
        state=case.state,
        judgement=case.judgement,
        reason=case.reason,
        needs_second=needs_reader(case),
        agreed=case.agreed,
        readers=case.readers,
    )
    cleared: tuple[CaseAction, ...] = ()
    if case.case_room:
        cleared = (ClearCaseRoom(case.case_room), PostToCase((line("case-resting"),)))
    return Decision(shell, (*before, *cleared), seals=(sealed(SealedCase(case)),))


def _closed_again(case: Case, leave: tuple[CaseAction, ...]) -> Decision:
    """The last words are over: what lies sealed stays until its time is over too."""
    shell = replace(closed_shell(case, Progress()), away=True)
    again = (sealed(SealedCase(replace(case, opened=False))),) if case.opened else ()
    return Decision(shell, leave, seals=again)
