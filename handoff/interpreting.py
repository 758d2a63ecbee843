"""Machine translation between a reporter and their professional: a line is shown before it goes.

Both always have the original: staff above the reading aid, reporters on request.
"""

from dataclasses import dataclass, replace

from dialogs.hushed import Hushed
from dialogs.model import Line, MessageId, Moment, TextRef
from dialogs.saying import spoken
from handoff.actions import CaseAction, Decision, Holding, Interpret, PostToCase, Tell
from handoff.desk import given, line
from handoff.guide import Guide
from handoff.model import Answer, Block, Case, Made, Speaking, Stage
from handoff.relay import to_reporter

ORIGINAL, NO_ORIGINAL = MessageId("original"), MessageId("original-none")


@dataclass(frozen=True, repr=False)
class Interpretation(Hushed):
    """What a machine made of a professional's words; without `there`, nothing came of it."""

    ref: TextRef
    text: str
    """The words as they were then; they may have been edited since."""
    there: str | None = None
    """For the reporter."""
    back: str | None = None
    """The translation translated back."""
    remarks: tuple[MessageId, ...] = ()
    """What may be wrong with it, or why there is none."""


def speak(case: Case, answer: Answer, moment: Moment, guide: Guide) -> Decision:
    """The claimant's words, by way of the machine where the reporter speaks another language."""
    language = guide.translated_for(case)
    if case.stage is not Stage.LIVE or not case.reachable:
        # Of a reporter who is away not even the language is known: see `give_held`.
        return given(case, answer, moment)
    if isinstance(answer.text, str) and language:
        turn = Interpret(answer.ref, answer.text, language)
        return Decision(_with(case, Speaking(replace(answer, foreign=True))), (turn,))
    if case.speaking:
        return Decision(_with(case, Speaking(answer, ready=True)))
    return given(case, answer, moment)


def interpreted(case: Case, made: Interpretation, moment: Moment, guide: Guide) -> Decision:
    """Show the claimant what the reporter would read; it goes when nobody stops it for a while."""
    waits = _waiting(case, made.ref, made.text)
    if waits is None:
        return Decision(case)  # taken back, edited, or stopped meanwhile
    answer = replace(waits.answer, made=made.there)
    shown = replace(case, speaking=_put(case, replace(waits, answer=answer)))
    holding = Holding(made.ref, made.text, guide.hold_seconds)
    preview = _preview(made, guide.hold_seconds)
    shows = case.stage is Stage.LIVE
    if shows and guide.hold_seconds:
        return Decision(shown, (PostToCase(preview, made.ref, echo=True, holds=holding),))
    said = released(shown, holding, moment)
    told = (PostToCase(preview, made.ref, echo=True),) if shows else ()
    return replace(said, actions=(*told, *said.actions))


def released(case: Case, what: Holding, moment: Moment) -> Decision:
    """It was shown long enough; what waits behind it and is ready goes too."""
    waits = _waiting(case, what.ref, what.text)
    if waits is None:
        return Decision(case)
    case = replace(case, speaking=_put(case, replace(waits, ready=True)))
    return _go(case, moment)


def give_held(case: Case, guide: Guide) -> tuple[Case, tuple[CaseAction, ...]]:
    """What was kept for the reporter, now that they are here; what was sealed is translated now."""
    language = guide.translated_for(case)
    unread = (*(one.answer for one in case.speaking), *case.held)
    case, actions = replace(case, held=(), speaking=()), list[CaseAction]()
    for answer in unread:
        if isinstance(answer.text, str) and language and answer.made is None:
            case = _with(case, Speaking(replace(answer, foreign=True)))
            actions.append(Interpret(answer.ref, answer.text, language))
        elif case.speaking:
            case = _with(case, Speaking(answer, ready=True))
        else:
            actions += to_reporter(answer, case)
    return case, tuple(actions)


def stopped(case: Case) -> Decision:
    """The claimant wants nothing of it to go."""
    if not case.speaking:
        return Decision(case, (PostToCase((line("mt-nothing-to-stop"),)),))
    return Decision(replace(case, speaking=()), (PostToCase((line("mt-stopped"),)),))


def unsaid(case: Case, ref: TextRef) -> Case:
    """Taken back before it went."""
    return replace(case, speaking=tuple(one for one in case.speaking if one.answer.ref != ref))


def reworded(case: Case, ref: TextRef, text: str, guide: Guide) -> Decision | None:
    """Edited before it went: it is translated anew; None when it is not under way."""
    for one in case.speaking:
        if one.answer.ref == ref:
            changed = replace(one.answer, text=text, made=None)
            language = guide.translated_for(case)
            turn = (Interpret(ref, text, language),) if language else ()
            again = Speaking(changed, ready=not language)
            return Decision(replace(case, speaking=_put(case, again)), turn)
    return None


def show_original(case: Case) -> tuple[CaseAction, ...]:
    """The professional's own words behind the last translation."""
    words = Line(ORIGINAL, {"text": case.last_words}) if case.last_words else Line(NO_ORIGINAL)
    return (Tell(spoken(case.progress, (words,))),)


def _go(case: Case, moment: Moment) -> Decision:
    """Give what is ready, in order, up to the first that is not."""
    actions: tuple[CaseAction, ...] = ()
    while case.speaking and case.speaking[0].ready:
        first, *rest = case.speaking
        said = _give(replace(case, speaking=tuple(rest)), first.answer, moment)
        assert said.case
        case, actions = said.case, (*actions, *said.actions)
    return Decision(case, actions)


def _give(case: Case, answer: Answer, moment: Moment) -> Decision:
    """Who came back for an answer reads it wherever their case stands by now."""
    if case.stage is Stage.LIVE:
        return given(case, answer, moment)
    return Decision(case, to_reporter(answer, case))


def _with(case: Case, one: Speaking) -> Case:
    return replace(case, speaking=(*case.speaking, one))


def _waiting(case: Case, ref: TextRef, text: str) -> Speaking | None:
    found = (one for one in case.speaking if one.answer.ref == ref and one.answer.text == text)
    return next(found, None)


def _put(case: Case, changed: Speaking) -> tuple[Speaking, ...]:
    ref = changed.answer.ref
    return tuple(changed if one.answer.ref == ref else one for one in case.speaking)


def _preview(made: Interpretation, seconds: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if made.there is None:
        blocks.append(line("mt-none"))
    else:
        blocks += [line("mt-preview"), Made(made.there)]
        if made.back:
            blocks += [line("mt-back"), Made(made.back)]
    blocks += map(Line, made.remarks)
    if seconds:
        blocks.append(line("mt-goes", seconds=str(seconds)))
    return tuple(blocks)
