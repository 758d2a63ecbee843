"""Where a reporter goes next: forward, aside, back; nothing here says anything."""

from dataclasses import replace

from dialogs.definition import Dialog
from dialogs.model import Phase, Progress, QuestionId
from dialogs.report import passed_over


def arrive(dialog: Dialog, progress: Progress, target: QuestionId) -> Progress:
    """Stand at a question, in the phase it belongs to."""
    phase = dialog.at(target).phase or progress.phase
    return replace(progress, at=target, phase=phase)


def move(dialog: Dialog, progress: Progress, target: QuestionId) -> Progress:
    """Leave the open question for the next one that needs asking."""
    if progress.aside is not None:
        return arrive(dialog, progress, target)
    target = _needed(dialog, progress, target)
    back_to = progress.returning_to
    if back_to is not None and _block(dialog, progress.at) != dialog.at(target).block:
        target = _needed(dialog, progress, back_to)
        progress = replace(progress, returning_to=None)
    return arrive(dialog, _trailed(dialog, progress, target), target)


def change_one(
    dialog: Dialog, progress: Progress, target: QuestionId, come_back: QuestionId
) -> Progress:
    """Answer one block of questions anew, then return."""
    target = _needed(dialog, progress, target)
    progress = _trailed(dialog, progress, target)
    returning_to = come_back if target != come_back else None
    return arrive(dialog, replace(progress, returning_to=returning_to), target)


def step_aside(dialog: Dialog, progress: Progress, target: QuestionId) -> Progress:
    """Ask something in between; the open question is taken up again afterwards."""
    if progress.phase is Phase.INFORMATION:
        return arrive(dialog, progress, target)
    left = progress.aside if progress.aside is not None else progress.at
    return arrive(dialog, replace(progress, aside=left), target)


def take_up(dialog: Dialog, progress: Progress) -> Progress:
    """Return from a side step to the question that was open."""
    if progress.phase is Phase.INFORMATION:
        return arrive(dialog, replace(progress, aside=None), dialog.places.information)
    if progress.aside is None:
        return progress
    return arrive(dialog, replace(progress, aside=None), progress.aside)


def back(dialog: Dialog, progress: Progress) -> Progress:
    """One question back; answers stay until they are given anew."""
    if progress.aside is not None or progress.phase is Phase.INFORMATION:
        return take_up(dialog, progress)
    if not progress.trail:
        return progress
    *trail, target = progress.trail
    return arrive(dialog, replace(progress, trail=tuple(trail), returning_to=None), target)


def _needed(dialog: Dialog, progress: Progress, target: QuestionId) -> QuestionId:
    """The first question from here on that earlier answers do not make needless."""
    question = dialog.at(target)
    while passed_over(question, progress) and question.then is not None:
        question = dialog.at(question.then)
    return question.id


def _block(dialog: Dialog, question_id: QuestionId | None) -> str | None:
    if question_id is None:
        return None
    return dialog.at(question_id).block or f"only {question_id}"


def _trailed(dialog: Dialog, progress: Progress, target: QuestionId) -> Progress:
    """Remember the way; coming to a question a second time forgets the loop in between."""
    trail = progress.trail
    if progress.at is not None and not dialog.at(progress.at).entry:
        trail = (*trail, progress.at)
    if target in trail:
        trail = trail[: trail.index(target)]
    return replace(progress, trail=trail)
