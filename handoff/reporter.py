"""What a reporter does to a case: writes, sends, stops, erases, or cannot be reached."""

from dataclasses import replace

from dialogs.model import (
    Action,
    Corrected,
    Count,
    Erase,
    GiveCode,
    Heard,
    HideCode,
    Language,
    Leave,
    Line,
    MessageId,
    Moment,
    PassOn,
    Pause,
    Permission,
    Resume,
    Said,
    Say,
    SentFile,
    ShowCode,
    ShowOriginal,
    StoryPart,
    Submit,
    TextRef,
    TookBack,
    TypedCode,
)
from dialogs.report import AnswerChoice, Consent
from handoff.actions import (
    CODE_REF,
    OWN_REFS,
    CaseAction,
    ClearChat,
    CountOne,
    Decision,
    IssueCode,
    LeaveReporter,
    PostToCase,
    PostToDesk,
    RedactCopies,
    ReviseCopy,
    Side,
    Tell,
    TryCode,
)
from handoff.ageing import corrected, posted
from handoff.alias import alias
from handoff.desk import end_of, line
from handoff.grain import hour, minute, quarter
from handoff.guide import Guide
from handoff.interpreting import give_held, show_original
from handoff.model import AnswerWhen, Case, CodeId, Quote, Stage
from handoff.passing import answered
from handoff.picture.prefill import from_answers
from handoff.relay import to_staff
from handoff.resting import lost_with_code, went
from handoff.sealed import SealedAddition, sealed
from handoff.signs import waits_from
from handoff.stages import Trigger, move

MOST_TEXT = 200_000
"""Characters in one case, about eighty pages; the whole case is written anew at each message."""
PER_TEXT = 100
"""What a text costs besides its own characters."""
TOO_MUCH = MessageId("system-too-much")


def wrote(case: Case, heard: Heard, moment: Moment, guide: Guide, number: int) -> Decision:
    """One message of the reporter; `number` is free to become the alias number."""
    if case.stage is Stage.RESTING:
        return _last_words(case, heard)
    decision = _heard(case, heard, moment, guide, number)
    if case.coded and decision.case and not decision.case.coded:
        decision = replace(decision, unseal=True)
    if decision.case is None or weight(decision.case) <= max(MOST_TEXT, weight(case)):
        return decision
    return not_read(replace(case, last_heard=minute(moment.now)), TOO_MUCH)


def weight(case: Case) -> int:
    """How much the reporter's texts in a case come to."""
    progress = case.progress
    texts = (*progress.story, *progress.remarks.values(), *case.added)
    return sum(len(part.text) + PER_TEXT for part in texts)


def _heard(case: Case, heard: Heard, moment: Moment, guide: Guide, number: int) -> Decision:
    before, turn = case, guide.hear(case.progress, heard, moment)
    shown = _shown(case)
    case, actions = _follow_through(case.with_progress(turn.progress), heard, shown, guide)
    if case.coded and case.stage is Stage.CLOSED and not case.progress.coded:
        # Nothing is to be kept, so nothing lies under the code any more.
        case = replace(case, added=(), held=(), coded=False, opened=False)
    # A redaction travels in the clear and could be anyone's: it deletes, and is no return.
    present = not isinstance(heard, TookBack)
    if present:
        case = replace(
            case,
            last_heard=minute(moment.now),
            last_contact=hour(moment.now),
            answered=False,
            notices=frozenset(),
        )
    case, seen = _reflagged(before, case, moment, guide)
    actions += seen
    leaves = False
    for place, action in enumerate(turn.actions):
        if isinstance(action, Erase):
            counts = _counts(turn.actions[place:])
            cleared = (ClearChat(),) if action.chat else ()
            return Decision(None, (*cleared, *actions, *end_of(case, "desk-erased"), *counts))
        case, more = _perform(case, action, moment, guide, number)
        actions += more
        leaves = leaves or isinstance(action, Leave)
    if leaves:
        gone = went(case, guide)
        return replace(gone, actions=(*actions, *gone.actions))
    if present and not case.progress.paused and not case.away:
        case, returned = give_held(case, guide)
        actions += returned
    return Decision(case, actions)


def _reflagged(
    before: Case, case: Case, moment: Moment, guide: Guide
) -> tuple[Case, tuple[CaseAction, ...]]:
    """What a reporter raises while they wait is seen on the card."""
    waits = before.stage is Stage.WAITING and case.stage is Stage.WAITING
    if not waits or case.progress.flags <= before.progress.flags:
        return case, ()
    case, shown = corrected(case, moment.now, guide)
    return case, (shown,)


def _last_words(case: Case, heard: Heard) -> Decision:
    """Written while the line was leaving the chat: it is sealed with the rest."""
    if not isinstance(heard, Said):
        return Decision(case)
    part = StoryPart(heard.ref, heard.text)
    return Decision(case, seals=(sealed(SealedAddition(part)),))


def not_read(case: Case, notice: MessageId) -> Decision:
    """Something could not be read: say so once, until a readable message comes."""
    if notice in case.notices or case.progress.paused:
        return Decision(case)
    told = Tell(Say((Line(notice),), language=case.progress.language))
    return Decision(replace(case, notices=case.notices | {notice}), (told,))


def lost(case: Case, notice: MessageId | None, guide: Guide) -> Decision:
    """The reporter's chat is gone (`notice` None) or no longer private: drop the way back."""
    words = (Tell(Say((Line(notice),), language=case.progress.language)),) if notice else ()
    leave = (*words, LeaveReporter())
    if not case.reachable or case.away:
        return Decision(case)
    if case.sealable:
        return lost_with_code(case, guide, words)
    if case.stage in (Stage.DRAFT, Stage.CLOSED):
        return Decision(None, leave)
    unreachable = replace(case, reachable=False, held=(), speaking=())
    if case.stage is Stage.LIVE:
        return Decision(unreachable, (*leave, PostToCase((line("case-lost"),))))
    return Decision(unreachable, (*leave, PostToDesk((line("desk-lost", alias=case.alias),))))


def lapsed(case: Case) -> Decision:
    """Its time is over: nothing is said to the reporter, nothing is kept.

    A draft leaves no trace in the chat either; an answer stays with whom it was written for.
    """
    cleared = (ClearChat(),) if case.reachable and case.stage is Stage.DRAFT else ()
    return Decision(None, (*cleared, *end_of(case, "desk-lapsed"), CountOne("lapsed")))


def _perform(
    case: Case, action: Action, moment: Moment, guide: Guide, number: int
) -> tuple[Case, tuple[CaseAction, ...]]:
    if isinstance(action, Say | ShowCode | HideCode | ShowOriginal):
        return case, _told(case, action)
    if isinstance(action, GiveCode):
        due = replace(case, codes_due=case.codes_due + 1)
        return due, (IssueCode(action.code, action.word),)
    if isinstance(action, TypedCode):
        return case, (TryCode(action.code, action.word),)
    if isinstance(action, Submit):
        return _submit(case, moment, guide, number)
    if isinstance(action, PassOn | Permission):
        return _for_desk(case, action, moment, guide)
    if isinstance(action, Pause | Resume):
        message = "case-paused" if isinstance(action, Pause) else "case-resumed"
        return case, (PostToCase((line(message),)),) if case.stage is Stage.LIVE else ()
    if isinstance(action, Count):
        return case, (CountOne(action.counter),)
    return case, ()


def _told(case: Case, action: Say | ShowCode | HideCode | ShowOriginal) -> tuple[CaseAction, ...]:
    """What is said to the reporter, or taken back, and changes nothing else."""
    if isinstance(action, Say):
        return (Tell(action),)
    if isinstance(action, ShowCode):
        return (Tell(action.say, CODE_REF),)
    if isinstance(action, HideCode):
        return (RedactCopies(CODE_REF, Side.REPORTER),)
    return show_original(case)


def _submit(
    case: Case, moment: Moment, guide: Guide, number: int
) -> tuple[Case, tuple[CaseAction, ...]]:
    told = guide.report(case.progress)
    sent = replace(
        case,
        stage=move(case.stage, Trigger.SUBMIT),
        number=number,
        alias=alias(number, moment.random),
        answer_when=_when(told.answer_choice),
        sent=quarter(moment.now),
        keeps_nothing=told.consent is Consent.TALK_ERASE,
        countable=told.consent is Consent.YES,
        codes=_prefilled(case, guide) if told.consent is Consent.YES else frozenset(),
        opened=False,
        ended=None,
    )
    sent, card = posted(sent, moment.now, guide)
    return sent, (card,)


def _prefilled(case: Case, guide: Guide) -> frozenset[CodeId]:
    return from_answers(guide.codebook, guide.dialog, case.progress).chosen


def _when(choice: AnswerChoice) -> AnswerWhen:
    return AnswerWhen.ANY_TIME if choice is AnswerChoice.HERE else AnswerWhen.ON_RETURN


def _for_desk(
    case: Case, action: PassOn | Permission, moment: Moment, guide: Guide
) -> tuple[Case, tuple[CaseAction, ...]]:
    """Keep it with the case, and show it where someone is reading."""
    if isinstance(action, Permission):
        return answered(case, action)
    if not isinstance(action.heard, Said):
        return case, ()
    part = StoryPart(action.heard.ref, action.heard.text)
    case = waits_from(case, moment)
    kept = replace(case, added=(*case.added, part))
    if case.stage is Stage.LIVE and weight(kept) > MOST_TEXT:
        kept = case  # whoever reads now gets it, even if a next colleague will not
    shown = to_staff(part, guide.translated_for(case)) if case.stage is Stage.LIVE else ()
    return kept, shown


def _shown(case: Case) -> frozenset[TextRef]:
    """The messages of which the case room has, or would get, a copy."""
    parts = (*case.progress.story, *case.progress.remarks.values(), *case.added)
    return frozenset(part.ref for part in parts)


def _follow_through(
    case: Case, heard: Heard, shown: frozenset[TextRef], guide: Guide
) -> tuple[Case, tuple[CaseAction, ...]]:
    """Edits and redactions after sending change what is kept and what the desk was shown."""
    if case.stage not in (Stage.WAITING, Stage.CLAIMED, Stage.LIVE):
        return case, ()
    if isinstance(heard, Corrected):
        added = tuple(
            StoryPart(part.ref, heard.text) if part.ref == heard.ref else part
            for part in case.added
        )
        known = case.stage is Stage.LIVE and heard.ref in shown
        part = StoryPart(heard.ref, heard.text)
        revised = _revised(part, guide.translated_for(case)) if known else ()
        return replace(case, added=added), revised
    if isinstance(heard, TookBack) and heard.ref not in OWN_REFS:
        added = tuple(part for part in case.added if part.ref != heard.ref)
        gone = (RedactCopies(heard.ref, Side.CASE),) if case.case_room else ()
        if heard.ref not in shown:
            return case, gone
        told = (PostToCase((line("case-taken-back"),)),) if case.stage is Stage.LIVE else ()
        return replace(case, added=added, taken_back=True), (*gone, *told)
    if isinstance(heard, SentFile) and case.stage is Stage.LIVE:
        return case, (PostToCase((line("case-file-refused"),)),)
    return case, ()


def _revised(part: StoryPart, language: Language | None) -> tuple[CaseAction, ...]:
    """What is too long for one message cannot be one edit: it is taken back and shown anew."""
    pieces = to_staff(part, language)
    if len(pieces) == 1:
        return (ReviseCopy(part.ref, (Quote(part.text, language),)),)
    return (RedactCopies(part.ref, Side.CASE), *pieces)


def _counts(actions: tuple[Action, ...]) -> tuple[CountOne, ...]:
    return tuple(CountOne(action.counter) for action in actions if isinstance(action, Count))
