"""What a case is coded as before anybody has: from the reporter's own choices, and nothing else."""

from dataclasses import dataclass

from dialogs.definition import Dialog, split
from dialogs.hushed import Hushed
from dialogs.model import Progress
from dialogs.report import chosen, passed_over
from handoff.model import Case, CodeId
from handoff.picture.codebook import Codebook, Said
from handoff.referrals import referral_groups


@dataclass(frozen=True, repr=False)
class Prefill(Hushed):
    """What is chosen already, and what only fits."""

    chosen: frozenset[CodeId] = frozenset()
    fits: frozenset[CodeId] = frozenset()


def from_answers(book: Codebook, dialog: Dialog, progress: Progress) -> Prefill:
    """A question that no longer counts says nothing; too many choices are only proposed."""
    given = [one for one in book.answers if _counts(dialog, progress, one)]
    sets = {code for one in given for code in one.sets}
    fits = {code for one in given for code in one.fits}
    for axis in book.axes:
        mine = sets & axis.ids
        if len(mine) > axis.most:
            sets -= mine
            fits |= mine
    return Prefill(frozenset(sets), frozenset(fits - sets))


def referred(case: Case) -> frozenset[CodeId]:
    """The groups of the places that were named to the reporter."""
    return referral_groups(case)


def _counts(dialog: Dialog, progress: Progress, said: Said) -> bool:
    question = dialog.at(split(said.choice)[0])
    return said.choice in chosen(progress) and not passed_over(question, progress)
