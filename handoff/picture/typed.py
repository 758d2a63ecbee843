"""Reading what a professional types behind `!code`: all of it is understood, or nothing is done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from dialogs.hushed import Hushed
from dialogs.model import Line, MessageId
from handoff.model import Case, CodeId
from handoff.picture.codebook import (
    HELP,
    MULTIPLE,
    NARROW,
    STATE,
    UNKNOWN,
    Axis,
    Codebook,
    label,
)
from handoff.picture.coding import chosen

_OFF = "-\u2010\u2011\u2012\u2013\u2014\u2212"
"""A telephone makes other dashes of the one that was typed."""
_WORD = re.compile(r"[^\s,;]+")
_SHOWN = re.compile(r"\w[\w-]{0,29}")
"""What may be said again in an answer: a word, and nothing that a client makes something of."""
MOST_WORDS = 40
"""More is no coding; looking for what each may have been meant as would hold up the line."""


@dataclass(frozen=True, repr=False)
class Typed(Hushed):
    """What a line asks for."""

    on: tuple[CodeId, ...] = ()
    off: tuple[CodeId, ...] = ()
    state: str | None = None
    """Empty to take it off; None when it was not spoken of."""
    narrow: bool | None = None


@dataclass(frozen=True, repr=False)
class Changed(Hushed):
    """The case as it is coded now, and which code took the place of another."""

    case: Case
    instead: tuple[tuple[CodeId, CodeId], ...] = ()


Troubles = tuple[Line, ...]
"""Why a line was not understood, each in a sentence."""


def read(text: str, book: Codebook, day: date) -> Typed | Troubles:
    """The line as a whole; never empty troubles."""
    typed, troubles = Typed(), list[Line]()
    found = _WORD.findall(text)
    words = iter(found)
    if len(found) > MOST_WORDS:
        return (_unreadable(),)
    for word in words:
        off = word[0] in _OFF
        plain = word.lstrip(_OFF).rstrip(".").casefold()
        if plain == STATE:
            read_on = _state("-" if off else next(words, ""), typed, book)
        elif plain == NARROW:
            read_on = replace(typed, narrow=not off)
        else:
            read_on = _code(plain, typed, book, day, off=off)
        if not isinstance(read_on, Line):
            typed = read_on
        elif read_on not in troubles:
            troubles.append(read_on)
    troubles += _contradictions(typed, book, day)
    return tuple(troubles) or typed


def _state(word: str, typed: Typed, book: Codebook) -> Typed | Line:
    if word == "-":
        return replace(typed, state="")
    if not word:
        return _line("coding-state-which")
    plain = word.casefold()
    found = plain if plain in (UNKNOWN, MULTIPLE) else plain.upper()
    if found in book.every_state:
        return replace(typed, state=found)
    return _line("coding-state-unknown", word=word) if _SHOWN.fullmatch(word) else _unreadable()


def _code(word: str, typed: Typed, book: Codebook, day: date, *, off: bool) -> Typed | Line:
    found = book.meant(word.replace("-", "_"), day)
    if len(found) == 1 and off:
        return replace(typed, off=(*typed.off, *found))
    if len(found) == 1:
        return replace(typed, on=(*typed.on, *found))
    if not _SHOWN.fullmatch(word):
        return _unreadable()
    if found:
        return _line("coding-ambiguous", word=word, near=", ".join(found))
    if book.axis(word):
        return _line("coding-is-axis", word=word)
    near = _near(word, book, day)
    if near:
        return _line("coding-near", word=word, near=near)
    return _line("coding-unknown", word=word)


def _near(word: str, book: Codebook, day: date) -> str:
    """What may have been meant, as it is to be typed."""
    names = book.names(day)
    typeable = {*names.values(), *names, STATE, NARROW, HELP}
    close = get_close_matches(word.replace("-", "_"), sorted(typeable), n=3, cutoff=0.7)
    return ", ".join(dict.fromkeys(names.get(CodeId(one), one) for one in close))


def _contradictions(typed: Typed, book: Codebook, day: date) -> Iterator[Line]:
    for code in dict.fromkeys(typed.on):
        if code in typed.off:
            yield _line("coding-both", word=book.names(day)[code])


def changed(case: Case, typed: Typed, book: Codebook, day: date) -> Changed | Troubles:
    """The case as it is coded then; where only one may be chosen, a new one takes its place."""
    codes = case.codes - set(typed.off)
    instead: list[tuple[CodeId, CodeId]] = []
    troubles = [*_follows(case, typed, book, day)]
    for axis in book.axes:
        new = [code for code in dict.fromkeys(typed.on) if code in axis.ids]
        before = codes & axis.ids
        if axis.most == 1 and len(new) == 1 and before - set(new):
            instead += [(new[0], old) for old in before]
            codes -= before
        codes |= set(new)
        if new and len(codes & axis.ids) > axis.most:
            troubles.append(_too_many(axis, codes & axis.ids, book, day))
    if troubles:
        return tuple(troubles)
    state = case.state if typed.state is None else typed.state
    narrow = case.narrow if typed.narrow is None else typed.narrow
    coded = replace(case, codes=codes, state=state, narrow=narrow)
    # Who agreed did so to how it was coded then.
    return Changed(coded if coded == case else replace(coded, agreed=None), tuple(instead))


def _follows(case: Case, typed: Typed, book: Codebook, day: date) -> Iterator[Line]:
    """A referral that was made cannot be coded away."""
    for code in chosen(case, book) - case.codes:
        if code in typed.off:
            yield _line("coding-follows", word=book.names(day)[code])


def _too_many(axis: Axis, codes: frozenset[CodeId], book: Codebook, day: date) -> Line:
    names = book.names(day)
    typed = [names.get(code.id, code.id) for code in axis.codes if code.id in codes]
    args = {
        "axis": axis.id,
        "most": str(axis.most),
        "codes": ", ".join(typed),
        "first": typed[0],
    }
    return Line(MessageId("coding-too-many"), args, {"label": (label(axis.id),)})


def _unreadable() -> Line:
    return _line("coding-unreadable")


def _line(message: str, **args: str) -> Line:
    return Line(MessageId(message), args)
