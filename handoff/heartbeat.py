"""A claim lasts while its claimant gives signs; else the case goes back to the queue."""

from dataclasses import replace

from dialogs.model import Moment
from handoff.actions import Decision, PostToCase, PostToDesk
from handoff.desk import hand_back, line
from handoff.guide import Guide
from handoff.model import Case, Stage
from handoff.signs import next_sign, was_reminded


def no_sign(case: Case, moment: Moment, guide: Guide) -> Decision:
    """Ask for a sign; when there was time for one, the case goes back to the queue."""
    due, claimant = next_sign(case), case.claimant
    if due is None or claimant is None or due > moment.now:
        return Decision(case)
    if case.stage is Stage.LIVE and not case.reminded:
        asked = PostToCase((line("life-sign-asked"),), mentions=(claimant,))
        return Decision(was_reminded(case, moment), (asked,))
    back = hand_back(case, claimant, moment, guide)
    words = "life-no-sign" if case.stage is Stage.LIVE else "life-never-came"
    return replace(back, actions=(PostToDesk((line(words, alias=case.alias),)), *back.actions))
