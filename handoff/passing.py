"""Passing something on needs the reporter's separate word, which is kept with the case alone."""

from dataclasses import replace

from dialogs.model import Line, MessageId, Permission
from handoff.actions import CaseAction, PostToCase
from handoff.model import Case


def answered(case: Case, said: Permission) -> tuple[Case, tuple[CaseAction, ...]]:
    """What the reporter said to the question; no clear answer is none."""
    if said.given is None:
        return case, (PostToCase((named("pass-unanswered", said.to),)),)
    message = "pass-given" if said.given else "pass-refused"
    known = with_word(case, said.to, given=said.given)
    return known, (PostToCase((named(message, said.to),)),)


def remembered(case: Case) -> tuple[Line, ...]:
    """For whoever takes the case over."""
    return tuple(
        named("pass-given" if given else "pass-refused", to) for to, given in case.passing.items()
    )


def with_word(case: Case, to: str, *, given: bool) -> Case:
    return replace(case, passing={**case.passing, to: given})


def without_word(case: Case, to: str) -> Case:
    return replace(case, passing={key: said for key, said in case.passing.items() if key != to})


def named(message: str, to: str) -> Line:
    return Line(MessageId(message), {"word": to}, {"to": (recipient(to),)})


def recipient(to: str) -> MessageId:
    """How the recipient is called at the desk."""
    return MessageId(f"pass-to-{to}")
