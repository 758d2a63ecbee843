"""A waiting card grows older: the one message in the desk room is edited, step by step."""

from dataclasses import replace
from datetime import datetime

from dialogs.model import Moment
from handoff.actions import CARD_REF, CaseAction, Decision, PostToDesk, ReviseCopy
from handoff.alarm import call
from handoff.casefile import card
from handoff.floor import Staffing
from handoff.guide import Guide
from handoff.model import NO_CARD, Case, Stage
from handoff.queue import AGES, Band, age, band_of


def next_step(case: Case) -> datetime | None:
    """When the card is to show another age; never, where there is no card."""
    place = case.card_age + 1
    if case.stage is not Stage.WAITING or case.sent is None:
        return None
    if case.card_age == NO_CARD or place >= len(AGES):
        return None
    return case.sent + AGES[place][0]


def older(case: Case, moment: Moment, guide: Guide, staffing: Staffing) -> Decision:
    """Show the age that the case has reached; who may be in danger is called for once more."""
    reached = age(case, moment.now)
    if next_step(case) is None or reached <= case.card_age:
        return Decision(case)
    aged = replace(case, card_age=reached)
    again = (call(staffing, moment.now),) if band_of(case) is Band.FIRST else ()
    return Decision(aged, (revised(aged, guide), *again))


def posted(case: Case, now: datetime, guide: Guide) -> tuple[Case, PostToDesk]:
    """A new card, which shows how long the case waits already."""
    shown = replace(case, card_age=age(case, now))
    return shown, PostToDesk(card(shown, guide), CARD_REF)


def corrected(case: Case, now: datetime, guide: Guide) -> tuple[Case, CaseAction]:
    """The card says what is true now; where there is none there is one from now on."""
    if case.card_age == NO_CARD:
        return posted(case, now, guide)
    return case, revised(case, guide)


def revised(case: Case, guide: Guide) -> ReviseCopy:
    return ReviseCopy(CARD_REF, card(case, guide), "desk")
