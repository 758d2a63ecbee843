"""What lies under a return code, in order, and how it is one case again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from dialogs.hushed import Hushed
from dialogs.model import StoryPart, TextRef
from handoff.model import Answer, Case


@dataclass(frozen=True, repr=False)
class SealedCase(Hushed):
    """The case as it was when the reporter went, or when it was closed."""

    case: Case
    kind: Literal["case"] = "case"


@dataclass(frozen=True, repr=False)
class SealedAnswer(Hushed):
    """What the desk wrote meanwhile; the same `ref` once more is a correction."""

    answer: Answer
    kind: Literal["answer"] = "answer"


@dataclass(frozen=True, repr=False)
class SealedRetraction(Hushed):
    """The desk took a line back."""

    ref: TextRef
    kind: Literal["retraction"] = "retraction"


@dataclass(frozen=True, repr=False)
class SealedAddition(Hushed):
    """What the reporter still wrote while the line was leaving."""

    part: StoryPart
    kind: Literal["addition"] = "addition"


Sealed = SealedCase | SealedAnswer | SealedRetraction | SealedAddition
_SEALED: TypeAdapter[Sealed] = TypeAdapter(Annotated[Sealed, Field(discriminator="kind")])


def sealed(one: Sealed) -> bytes:
    """The form in which it is sealed."""
    return _SEALED.dump_json(one)


def unsealed(content: Iterable[bytes]) -> Case | None:
    """The whole case, with every answer that is still unread as held; None without a case."""
    whole: Case | None = None
    for body in content:
        one = _SEALED.validate_json(body)
        if isinstance(one, SealedCase):
            whole = joined(whole, one.case) if whole else one.case
        elif whole is not None:
            whole = _with(whole, one)
    return whole


def joined(before: Case, since: Case) -> Case:
    """One case out of two: a talk that was closed, and the one begun without opening it."""
    story = (*before.progress.story, *before.added, *since.progress.story)
    progress = replace(since.progress, story=story)
    return replace(since, progress=progress, held=(*before.held, *since.held))


def _with(case: Case, one: SealedAnswer | SealedRetraction | SealedAddition) -> Case:
    if isinstance(one, SealedAddition):
        return replace(case, added=(*case.added, one.part))
    ref = one.ref if isinstance(one, SealedRetraction) else one.answer.ref
    known = any(answer.ref == ref for answer in case.held)
    if isinstance(one, SealedAnswer):
        if not known:
            return replace(case, held=(*case.held, one.answer))
        new = one.answer
        same = (replace(new, corrects=a.corrects) if a.ref == ref else a for a in case.held)
        return replace(case, held=tuple(same))
    return replace(case, held=tuple(answer for answer in case.held if answer.ref != ref))
