"""The coding form as it is shown in a case room: whole, shortly after a change, and its help."""

from datetime import date

from dialogs.model import Line, MessageId
from handoff.model import Block, Case, CodeId, Judgement, Pair
from handoff.picture.codebook import NARROW, STATE, Axis, Codebook, about, label, state_name
from handoff.picture.coding import chosen, coarsened, missing
from handoff.picture.prefill import Prefill, referred
from handoff.picture.typed import Changed

CHOSEN, FITS = "✔", "?"


def form(case: Case, book: Codebook, prefill: Prefill, day: date) -> tuple[Block, ...]:
    """Every question with its answers, what is still missing on top."""
    fits = prefill.chosen | prefill.fits | referred(case)
    return (
        _line("coding-heading", alias=case.alias),
        *standing(case, book),
        _line("coding-legend"),
        *(_axis(axis, case, fits, book, day) for axis in book.axes),
        _state(case),
        _line(_narrow(case, book) if case.narrow else "coding-narrow-off"),
        _line("coding-how"),
    )


def summary(before: Case, done: Changed, book: Codebook, day: date) -> tuple[Block, ...]:
    """What a line changed, and what is still missing."""
    case, names = done.case, book.names(day)
    if case == before:
        return (_line("coding-unchanged"), *standing(case, book))
    told: list[Block] = [_chosen(case, book, names)]
    told += [_instead(now, old, names) for now, old in done.instead]
    if case.state:
        told.append(_state(case))
    if case.narrow:
        told.append(_line(_narrow(case, book)))
    if before.agreed and not case.agreed:
        told.append(_line("coding-agree-again"))
    return (*told, *standing(case, book))


def standing(case: Case, book: Codebook) -> tuple[Line, ...]:
    """What is still to be answered before it is closed."""
    if case.judgement is Judgement.HELD:
        return (_line("coding-held"),)
    lacking = missing(case, book)
    if not lacking:
        return (_line("coding-complete"),)
    args, refs = {"ids": ", ".join(lacking)}, {"axes": tuple(map(label, lacking))}
    return (Line(MessageId("coding-missing"), args, refs),)


def help_with(word: str, book: Codebook, day: date) -> tuple[Block, ...] | None:
    """What the questions are, or what the answers to one of them mean; None for no question."""
    if not word:
        rows = [_about(axis) for axis in book.axes]
        return (_line("coding-help"), *rows, _line("coding-help-narrow"))
    if word == STATE:
        states = Pair(MessageId("coding-help-states"), tuple(map(state_name, book.states)))
        return (_line("coding-help-state"), states)
    if word == NARROW:
        return (_line("coding-help-narrow"),)
    axis = book.axis(word)
    if axis is None:
        return None
    names = book.names(day)
    current = [code.id for code in axis.codes if code.current(day)]
    return (_about(axis), *(_meaning(one, names[one]) for one in current))


def _chosen(case: Case, book: Codebook, names: dict[CodeId, str]) -> Line:
    """Question by question, as they stand in the form."""
    codes = chosen(case, book)
    answered = [[code.id for code in axis.codes if code.id in codes] for axis in book.axes]
    told = [", ".join(names.get(one, one) for one in ids) for ids in answered if ids]
    return _line("coding-chosen", codes=" · ".join(told)) if told else _line("coding-chosen-none")


def _axis(axis: Axis, case: Case, fits: frozenset[CodeId], book: Codebook, day: date) -> Line:
    names, codes = book.names(day), chosen(case, book)
    shown = [code.id for code in axis.codes if code.current(day) or code.id in codes]
    marked = " ".join(_mark(one, codes, fits) + names.get(one, one) for one in shown)
    message = "coding-axis-needed" if axis.required else "coding-axis"
    args = {"axis": axis.id, "most": str(axis.most), "codes": marked}
    return Line(MessageId(message), args, {"label": (label(axis.id),)})


def _mark(code: CodeId, codes: frozenset[CodeId], fits: frozenset[CodeId]) -> str:
    if code in codes:
        return CHOSEN
    return FITS if code in fits else ""


def _instead(now: CodeId, old: CodeId, names: dict[CodeId, str]) -> Line:
    return _line("coding-instead", now=names[now], before=names.get(old, old))


def _state(case: Case) -> Line:
    if not case.state:
        return _line("coding-state-none")
    return Line(MessageId("coding-state"), {}, {"name": (state_name(case.state),)})


def _narrow(case: Case, book: Codebook) -> str:
    left = coarsened(book.renewed(chosen(case, book), date.max), book)
    return "coding-narrow" if left is not None else "coding-narrow-uncounted"


def _about(axis: Axis) -> Line:
    refs = {"label": (label(axis.id),), "about": (about(axis.id),)}
    return Line(MessageId("coding-help-axis"), {"axis": axis.id}, refs)


def _meaning(code: CodeId, name: str) -> Line:
    refs = {"label": (label(code),), "about": (about(code),)}
    return Line(MessageId("coding-help-code"), {"code": name}, refs)


def _line(message: str, **args: str) -> Line:
    return Line(MessageId(message), args)
