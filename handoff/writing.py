"""What the claimant writes for the reporter: new lines, and edits of earlier ones."""

from dataclasses import replace

from dialogs.model import Moment, TextRef
from handoff.actions import Decision
from handoff.desk import crosses, staff_took_back
from handoff.guide import Guide
from handoff.interpreting import reworded, speak
from handoff.model import Answer, Case, StaffId
from handoff.signs import gives_sign


def staff_wrote(
    case: Case, staff: StaffId, ref: TextRef, text: str, moment: Moment, guide: Guide
) -> Decision:
    """Only the claimant's plain line crosses to the reporter."""
    if staff != case.claimant or not crosses(text):
        return Decision(gives_sign(case, staff, moment))
    return speak(case, Answer(ref, text), moment, guide)


def staff_corrected(
    case: Case, staff: StaffId, ref: TextRef, text: str, moment: Moment, guide: Guide
) -> Decision:
    """An edit follows through: in what is under way or held, or in what the reporter has."""
    if staff != case.claimant or not case.reachable:
        return Decision(case)
    if not crosses(text):  # meant for staff after all
        return staff_took_back(case, ref)
    if again := reworded(case, ref, text, guide):
        return again
    unread = next((answer for answer in case.held if answer.ref == ref), None)
    if unread is None:
        return speak(case, Answer(ref, text, corrects=True), moment, guide)
    if not unread.foreign:
        held = (replace(one, text=text) if one.ref == ref else one for one in case.held)
        return Decision(replace(case, held=tuple(held)))
    case = replace(case, held=tuple(one for one in case.held if one.ref != ref))
    return speak(case, Answer(ref, text, corrects=unread.corrects), moment, guide)
