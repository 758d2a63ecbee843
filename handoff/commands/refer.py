"""`!refer`: other places of help; `!refer NEED` lists them, `!refer ID` sends one to the reporter.

`!refer ID accepted`, `declined` or `calls` keeps with the case what the reporter says to it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dialogs.model import Language, Line, MessageId, Progress, Say
from handoff.actions import Decision, PostToCase
from handoff.commands.base import Command, Order, Overview, Where
from handoff.model import Block, Case, Glimpse, Offer, Spoken, Stage
from handoff.referrals import (
    CALL_SAFELY,
    CHOICE,
    DUTCH_ONLY,
    ENGLISH_ONLY,
    Category,
    Referral,
    named,
    unchecked_crisis,
)
from handoff.roster import Role
from handoff.seeking import WORDS, found, need, read_search
from handoff.sending import goes, reply, send

MARKS: Mapping[str, Offer] = {
    "accepted": Offer.ACCEPTED,
    "declined": Offer.DECLINED,
    "calls": Offer.WILL_CALL,
}
DUTCH = Language("nl")
SUPERVISORS = frozenset({Role.SUPERVISOR})


def _run(order: Order) -> Decision:
    case, words = order.case, order.text.split()
    place = order.guide.places.get(words[0]) if words else None
    if place is None:
        may = order.staffing.roster.may(order.staff, SUPERVISORS)
        shown = _listed(order.text, order.guide.places, order.moment.now.date(), supervisor=may)
        return Decision(case, (PostToCase(shown),))
    if order.staff != case.claimant:
        return reply(case, "case-not-yours")
    if len(words) == 1:
        return _sent(order, place)
    if len(words) > 2 or words[1] not in MARKS:
        return reply(case, "refer-mark", place=place.id)
    if case.stage is not Stage.LIVE:
        return reply(case, "refer-not-kept")
    return _kept(case, place, MARKS[words[1]])


def _sent(order: Order, place: Referral) -> Decision:
    case, today = order.case, order.moment.now.date()
    if not place.shown(today):
        return reply(case, "refer-expired")
    careful = (Line(MessageId("refer-unchecked")),) if place.expired(today) else ()
    lines = told(place, case.progress)
    mark = Line(MessageId("refer-mark"), {"place": place.id})
    decision = send(case, order.ref, lines, order.moment, order.guide, *careful, mark)
    if case.stage is not Stage.LIVE or not goes(case) or decision.case is None:
        return decision  # of a sealed case nothing is known here, nor is anything kept
    offered = {**decision.case.referrals, place.key: Offer.OFFERED}
    return replace(decision, case=replace(decision.case, referrals=offered))


def _kept(case: Case, place: Referral, offer: Offer) -> Decision:
    marked = replace(case, referrals={**case.referrals, place.key: offer})
    return Decision(marked, (PostToCase((named(place, offer),)),))


def told(place: Referral, progress: Progress) -> tuple[Line, ...]:
    """What a reporter reads of a place: what it is, its limits, its languages, and their choice."""
    ids = [place.text, place.limit]
    if progress.language not in place.speaks:
        ids.append(DUTCH_ONLY if DUTCH in place.speaks else ENGLISH_ONLY)
    if place.numbers and not place.call_now:
        ids.append(CALL_SAFELY)
    if place.category is Category.ENFORCEMENT:
        ids.append(CHOICE)
    return tuple(map(Line, ids))


# ---- lists --------------------------------------------------------------------------------------


def _survey(overview: Overview) -> tuple[Block, ...]:
    """In the desk room: the same lists, and how a place reads; nothing is sent from there."""
    today, places = overview.moment.now.date(), overview.guide.places
    place = places.get(overview.text)
    if place is not None:
        return (Spoken(Say((Line(place.text), Line(place.limit)))),)
    may = overview.staffing.roster.may(overview.staff, SUPERVISORS)
    return _listed(overview.text, places, today, supervisor=may)


def _listed(
    text: str, places: Mapping[str, Referral], today: date, *, supervisor: bool
) -> tuple[Block, ...]:
    if not text:
        warned = _warned(places, today) if supervisor else ()
        needs = (Line(need(word)) for word in WORDS)
        return (_line("refer-needs"), *needs, _line("refer-narrow"), *warned)
    search = read_search(text.split())
    if search is None:
        return (_line("refer-unknown"),)
    fitting = found(search, places, today)
    if not fitting:
        return (_line("refer-none"),)
    rows = (
        Glimpse(
            f"!refer {one.id}",
            Line(one.text),
            MessageId("refer-unchecked-row") if one.expired(today) else None,
        )
        for one in fitting
    )
    return (_line("refer-list"), *rows, _line("refer-ask-first"))


def _warned(places: Mapping[str, Referral], today: date) -> tuple[Block, ...]:
    """Which numbers are shown although nobody has checked them in time."""
    unchecked = ", ".join(unchecked_crisis(places, today))
    return (Line(MessageId("refer-supervisor"), {"places": unchecked}),) if unchecked else ()


def _line(message: str) -> Line:
    return Line(MessageId(message))


COMMAND = Command(
    "refer",
    frozenset(Where),
    MessageId("command-refer"),
    numbered=False,
    takes_text=True,
    run=_run,
    survey=_survey,
)
