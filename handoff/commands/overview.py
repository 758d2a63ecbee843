"""`!floor`: the desk at a glance, for who looks after it; no story, nobody's achievements."""

from collections import Counter
from collections.abc import Iterable

from dialogs.model import Line, MessageId
from handoff.casefile import flagged
from handoff.commands.base import Command, Overview, Where
from handoff.commands.setting import SUPERVISORS, spoken
from handoff.floor import called
from handoff.hours import day_name, next_opening, open_until
from handoff.load import IN_HAND, is_live
from handoff.model import Block, Case, Row, StaffId
from handoff.queue import AGES, age


def _survey(overview: Overview) -> tuple[Block, ...]:
    return (*_setting(overview), *_waiting(overview), *_in_hand(overview), *_people(overview))


def _setting(overview: Overview) -> tuple[Block, ...]:
    """What is told to reporters now."""
    hours, floor, now = overview.staffing.hours, overview.staffing.floor, overview.moment.now
    said: list[Block] = []
    until, following = open_until(hours, now), next_opening(hours, now)
    if until:
        said += spoken("floor-open-until", until=until.strftime("%H:%M"))
    elif following:
        day = (MessageId(f"day-{day_name(following, now)}"),)
        args = {"at": following.strftime("%H:%M")}
        said.append(Line(MessageId("floor-opens"), args, {"day": day}))
    else:
        said += spoken("floor-no-hours")
    if floor.closed:
        said += spoken("floor-closed")
    if floor.message_mode:
        said += spoken("floor-mode-message")
    for language in sorted(floor.paused):
        said += spoken("floor-language-paused", language=language)
    return tuple(said)


def _waiting(overview: Overview) -> tuple[Block, ...]:
    waiting = overview.waiting
    if not waiting:
        return spoken("desk-queue-empty")
    counted = spoken("floor-waiting", count=str(len(waiting)), languages=_languages(waiting))
    longest = AGES[max(age(case, overview.moment.now) for case in waiting)][1]
    flags = frozenset(flag for case in waiting for flag in case.progress.flags)
    lasts = Line(MessageId("floor-longest"), refs={"age": (longest,)})
    return (Row((*counted, lasts)), *flagged(flags))


def _in_hand(overview: Overview) -> tuple[Block, ...]:
    taken = [case for case in overview.staffing.taken if case.stage in IN_HAND]
    if not taken:
        return ()
    return spoken("floor-in-hand", count=str(len(taken)), languages=_languages(taken))


def _people(overview: Overview) -> tuple[Block, ...]:
    shifts, taken = overview.staffing.floor.shifts, overview.staffing.taken
    elsewhere = {case.claimant for case in taken if case.claimant} - set(shifts)
    heading = "floor-at-work" if shifts else "floor-nobody"
    people = (*shifts, *sorted(elsewhere))
    return (*spoken(heading), *(_person(overview, staff) for staff in people))


def _person(overview: Overview, staff: StaffId) -> Row:
    now = overview.moment.now
    mine = [c for c in overview.staffing.taken if c.claimant == staff and c.stage in IN_HAND]
    args = {"who": called(staff), "count": str(len(mine))}
    live = spoken("floor-live") if any(is_live(case, now) for case in mine) else ()
    return Row((Line(MessageId("floor-person"), args), *live, *_rest(overview, staff)))


def _rest(overview: Overview, staff: StaffId) -> tuple[Line, ...]:
    """Whether they rest now, or how long ago that was."""
    floor, now = overview.staffing.floor, overview.moment.now
    shift, until = floor.shifts.get(staff), floor.load(staff).rest_until
    if shift and shift.out:
        return spoken("floor-person-out")
    if until and floor.rests(staff, now):
        return spoken("floor-person-rests", until=until.strftime("%H:%M"))
    if shift is None:
        return spoken("floor-person-off")
    minutes = int((now - max(shift.since, until or shift.since)).total_seconds()) // 60
    return spoken("floor-person-since", minutes=str(minutes))


def _languages(cases: Iterable[Case]) -> str:
    """How many of each."""
    counted = Counter(case.progress.language or "?" for case in cases)
    return ", ".join(f"{language} {count}" for language, count in sorted(counted.items()))


COMMAND = Command(
    "floor",
    frozenset({Where.DESK}),
    MessageId("command-floor"),
    numbered=False,
    roles=SUPERVISORS,
    survey=_survey,
)
