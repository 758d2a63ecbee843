"""A reporter comes back with the code: the case is whole again, and reaches them here."""

from dataclasses import replace

from dialogs.coding import Standing
from dialogs.model import Moment, Phase, Progress, StoryPart
from handoff.actions import (
    CARD_REF,
    CaseAction,
    Decision,
    DissolveCaseRoom,
    PostToCase,
    PostToDesk,
    RedactCopies,
    Side,
    Tell,
)
from handoff.casefile import card, casefile, flagged
from handoff.desk import dissolve, line
from handoff.floor import Floor
from handoff.grain import hour, minute
from handoff.guide import Guide, Steer
from handoff.interpreting import give_held
from handoff.model import OPEN, Case, Stage
from handoff.queue import age
from handoff.relay import to_staff
from handoff.sealed import joined, unsealed
from handoff.signs import waits_from, waits_no_more
from handoff.stages import Trigger, move

PHASES = {
    Stage.WAITING: Phase.WAITING,
    Stage.CLAIMED: Phase.WAITING,
    Stage.LIVE: Phase.LIVE,
    Stage.CLOSED: Phase.FEEDBACK,
}


def answered_try(asking: Case, steer: Steer) -> Decision:
    """What came of a code that opened nothing."""
    told = () if asking.progress.paused else tuple(Tell(say) for say in steer.says)
    return Decision(asking.with_progress(steer.progress), told)


def came_back(
    case: Case,
    asking: Case,
    content: tuple[bytes, ...],
    moment: Moment,
    guide: Guide,
    floor: Floor,
) -> Decision:
    """`asking` is what was begun in the chat where the code was typed; what it told is kept."""
    empty_rooms: tuple[DissolveCaseRoom, ...] = ()
    if _gone_home(case, floor):
        empty_rooms, case = dissolve(case), replace(case, claimant=None, case_room=None)
    lay = unsealed(content)
    # Who talks again without opening the earlier talk has both.
    whole = (joined(lay, case) if case.stage in OPEN else lay) if lay else case
    news = () if asking == whole else _told(asking)
    back = _whole(case, whole, asking.progress, news, moment)
    back = replace(back, stage=_stage(case), opened=case.stage is Stage.CLOSED)
    back = waits_from(waits_no_more(back), moment) if case.stage is Stage.RESTING else back
    back = replace(back, card_age=age(back, moment.now) if _unseen(case) else case.card_age)
    first, steer = guide.came_back(
        replace(back.progress, phase=PHASES[back.stage]),
        _standing(case, whole),
        unread=bool(whole.held),
    )
    back, unread = give_held(replace(back, held=whole.held), guide)
    here = (Tell(first), *unread, *(Tell(say) for say in steer.says))
    there = _shown(case, back, asking.progress, news, guide)
    back = back.with_progress(steer.progress)
    return Decision(back, (*here, *empty_rooms, *there), unseal=bool(content))


def _gone_home(case: Case, floor: Floor) -> bool:
    """The same professional goes on where they can; else the case must not wait for them."""
    at_work = not floor.shifts or case.claimant in floor.shifts
    return case.stage is Stage.RESTING and case.claimant is not None and not at_work


def _told(asking: Case) -> tuple[StoryPart, ...]:
    progress = asking.progress
    return (*progress.story, *progress.remarks.values(), *asking.added)


def _whole(
    case: Case,
    whole: Case,
    asked: Progress,
    news: tuple[StoryPart, ...],
    moment: Moment,
) -> Case:
    """What was said, with where the case stands at the desk now."""
    progress = replace(
        whole.progress,
        language=asked.language or whole.progress.language,
        flags=whole.progress.flags | asked.flags,
    )
    return replace(
        whole,
        progress=progress,
        number=case.number,
        alias=case.alias,
        claimant=case.claimant,
        case_room=case.case_room,
        added=(*whole.added, *news),
        coded=True,
        codes_due=case.codes_due,
        codes=case.codes,
        narrow=case.narrow,
        state=case.state,
        judgement=case.judgement,
        agreed=case.agreed,
        leaving=False,
        ended=case.ended,
        away=False,
        reachable=True,
        answered=False,
        notices=frozenset(),
        last_heard=minute(moment.now),
        last_contact=hour(moment.now),
    )


def _stage(case: Case) -> Stage:
    if case.stage is not Stage.RESTING:
        return case.stage
    return move(case.stage, Trigger.RESUME if case.case_room else Trigger.REQUEUE)


def _standing(case: Case, whole: Case) -> Standing:
    if case.stage is Stage.CLOSED:
        return Standing.CLOSED
    if whole.held:
        return Standing.ANSWERED
    return Standing.READ if case.stage in (Stage.LIVE, Stage.RESTING) else Standing.RECEIVED


def _shown(
    before: Case, back: Case, asked: Progress, news: tuple[StoryPart, ...], guide: Guide
) -> tuple[CaseAction, ...]:
    """What the desk sees of it."""
    warned = flagged(asked.flags)
    if before.stage is Stage.RESTING and back.stage is Stage.LIVE:
        return (PostToCase((line("case-returned"), *warned)), *casefile(back, guide))
    if back.stage is Stage.LIVE:
        language = guide.translated_for(back)
        parts = (post for part in news for post in to_staff(part, language))
        return (PostToCase((line("case-resumed"), *warned)), *parts)
    if back.stage is Stage.WAITING and _unseen(before):
        again = PostToDesk((*card(back, guide), line("card-returned")), CARD_REF)
        return (RedactCopies(CARD_REF, Side.DESK), again)
    return ()


def _unseen(case: Case) -> bool:
    """No card of it says that somebody is there."""
    return case.away or case.stage is Stage.RESTING


def may_come_back(asking: Case) -> bool:
    """Only where nothing was sent yet, or all is over: a chat is the way of one case."""
    return asking.stage not in (*OPEN, Stage.RESTING)
