"""What is counted of a case that is over: when, how coarsely, and what must be coded before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from pydantic import TypeAdapter

from dialogs.hushed import Hushed
from handoff.actions import Decision
from handoff.model import Case, CodeId, Judgement, Stage
from handoff.picture.codebook import Codebook, Risk
from handoff.picture.prefill import referred

BROKEN_OFF = CodeId("oc_broken_off")
"""The contact stopped before the end: nothing more is asked of the professional."""
REFERRAL = "rf"
_KEPT_BROKEN_OFF = ("mo", "tg", "oc")
MOST_RISKS = 1
"""How many codes of high risk a case may have that could point to one person, to be counted."""


@dataclass(frozen=True, repr=False)
class CodedCase(Hushed):
    """All that is ever counted of a case; nothing in it leads back to one."""

    quarter: str
    """Of the sending, such as 2026Q1."""
    codes: tuple[CodeId, ...]
    """By name, so that they do not tell in which order they were chosen."""
    state: str = ""


_CODED: TypeAdapter[CodedCase] = TypeAdapter(CodedCase)


def coded_bytes(one: CodedCase) -> bytes:
    return _CODED.dump_json(one)


def read_coded(body: bytes) -> CodedCase:
    return _CODED.validate_json(body)


def quarter(day: date) -> str:
    return f"{day.year:04}Q{(day.month + 2) // 3}"


def chosen(case: Case, book: Codebook) -> frozenset[CodeId]:
    """What was typed or prefilled; and without a word on it, where the reporter was pointed to."""
    axis = book.axis(REFERRAL)
    made = referred(case)
    if axis is None or case.codes & axis.ids or len(made) > axis.most:
        return case.codes
    return case.codes | (made & axis.ids)


def to_be_coded(case: Case) -> bool:
    """Where the reporter does not want to be counted, or it is set aside, nothing is coded."""
    return case.countable and case.judgement is not Judgement.SET_ASIDE


def counts(case: Case) -> bool:
    """A case whose authenticity is still open is not counted either."""
    return to_be_coded(case) and case.judgement is not Judgement.HELD


def missing(case: Case, book: Codebook) -> tuple[str, ...]:
    """The questions of the form that must be answered before it is closed, and are not."""
    if not counts(case) or BROKEN_OFF in case.codes:
        return ()
    return tuple(axis.id for axis in book.axes if axis.required and not case.codes & axis.ids)


def coded(case: Case, book: Codebook, now: datetime) -> CodedCase | None:
    """What is counted of it; None for nothing."""
    codes, state = book.renewed(chosen(case, book), now.date()), case.state
    if not counts(case) or missing(case, book) or not codes:
        return None
    if BROKEN_OFF in codes:
        codes = frozenset(one for one in codes if book.axis_of[one].id in _KEPT_BROKEN_OFF)
        state = ""
    if case.narrow:
        coarse = coarsened(codes, book)
        if coarse is None:
            return None
        codes, state = coarse, ""
    return CodedCase(quarter((case.sent or now).date()), tuple(sorted(codes)), state)


def coarsened(codes: Iterable[CodeId], book: Codebook) -> frozenset[CodeId] | None:
    """For a case that could point to one person; None when it still could.

    What has a low risk stays. Anything else is merged into its group, or goes where it has none.
    Two rare things together are a mark of somebody even when each is merged.
    """
    known = [book.by_id[code] for code in codes]
    if sum(code.risk is Risk.HIGH for code in known) > MOST_RISKS:
        return None
    kept = (code.id if code.risk is Risk.LOW else code.group for code in known)
    return frozenset(one for one in kept if one)


def counted(decision: Decision, case: Case, book: Codebook, now: datetime) -> Decision:
    """A decision that ends `case`, with what is counted of it."""
    over = decision.case is None or decision.case.stage is Stage.CLOSED
    one = coded(case, book, now) if over else None
    return replace(decision, coded=(coded_bytes(one),)) if one else decision
