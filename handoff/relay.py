"""What crosses between the two sides, and in which pieces."""

import unicodedata
from dataclasses import replace
from itertools import islice

from dialogs.model import Language, Line, MessageId, Say, StoryPart, TextRef
from dialogs.saying import spoken
from handoff.actions import (
    CaseAction,
    Decision,
    PostToCase,
    RedactCopies,
    Relay,
    ReviseAnswer,
    Side,
)
from handoff.model import Answer, Case, Quote

PART = 4000
"""The longest piece of text sent as one message, in characters."""


def says_something(text: str) -> bool:
    """False for a text of blanks and invisible signs, which nobody could read."""
    return any(sign.isprintable() and not sign.isspace() for sign in text)


_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_LOOK_ALIKES = str.maketrans(
    {"\u01c3": "!", "\ua71d": "!", "\u2757": "!", "\u2755": "!", "\u2762": "!", "\u2763": "!"}
    | {"\u2044": "/", "\u2215": "/", "\u2571": "/", "\u29f8": "/"}
)


def opening(text: str) -> str:
    """The two signs a text begins with for whoever sees it, in their plain form.

    Staff mean a command or a note also where a keyboard or a paste made it look only like one.
    """
    seen = (sign for sign in text if not _unseen(sign))
    plain = unicodedata.normalize("NFKC", "".join(islice(seen, 2)))
    return plain.translate(_LOOK_ALIKES)[:2]


def _unseen(sign: str) -> bool:
    blank = sign.isspace() or not sign.isprintable() or sign in _FILLERS
    return blank or unicodedata.category(sign) in ("Mn", "Me")


def parts(text: str, limit: int = PART) -> tuple[str, ...]:
    """Cut a long text into pieces, at a line or word end where there is one; nothing is dropped."""
    pieces: list[str] = []
    rest = text
    while len(rest) > limit:
        cut = _good_cut(rest, limit)
        pieces.append(rest[:cut])
        rest = rest[cut:]
    pieces.append(rest)
    return tuple(pieces)


def _good_cut(text: str, limit: int) -> int:
    """Just behind the last line end, else the last space, in the second half; else the limit."""
    for mark in ("\n", " "):
        found = text.rfind(mark, limit // 2, limit)
        if found != -1:
            return found + 1
    return limit


def _readable(text: str) -> tuple[str, ...]:
    """The pieces to send: none of a blank text, which would only puzzle whoever gets it."""
    return parts(text) if says_something(text) else ()


def to_staff(said: StoryPart, language: Language | None) -> tuple[PostToCase, ...]:
    """The reporter's words as messages for the case room, each a copy of the same source.

    With a `language` a machine adds a reading aid.
    """
    pieces = _readable(said.text)
    return tuple(PostToCase((Quote(piece, language),), said.ref) for piece in pieces)


def answering(decision: Decision, ref: TextRef, target: TextRef) -> Decision:
    """The first message that is made of `ref` is shown as an answer to `target`."""
    actions = list(decision.actions)
    for place, action in enumerate(actions):
        if isinstance(action, Relay | PostToCase) and action.ref == ref:
            actions[place] = replace(action, answers=target)
            return replace(decision, actions=tuple(actions))
    if decision.case and any(one.answer.ref == ref for one in decision.case.speaking):
        return replace(decision, case=_answering(decision.case, ref, target))
    return decision


def _answering(case: Case, ref: TextRef, target: TextRef) -> Case:
    """What goes later is shown so when it goes."""
    speaking = tuple(
        replace(one, answer=replace(one.answer, answers=target)) if one.answer.ref == ref else one
        for one in case.speaking
    )
    return replace(case, speaking=speaking)


def to_reporter(answer: Answer, case: Case) -> tuple[CaseAction, ...]:
    """The professional's words as messages for the reporter, or as an edit of an earlier one.

    In the case room they see when the last of it was delivered.
    """
    if not isinstance(answer.text, str):
        say = spoken(case.progress, answer.text)
        return (Relay(answer.ref, say, confirm=case.case_room),)
    pieces = tuple(Relay(answer.ref, said) for said in _said(answer, case))
    pieces = (*(replace(one, answers=answer.answers) for one in pieces[:1]), *pieces[1:])
    if not answer.corrects:
        last = tuple(replace(piece, confirm=case.case_room) for piece in pieces[-1:])
        return (*pieces[:-1], *last)
    if len(pieces) == 1:
        return (ReviseAnswer(answer.ref, pieces[0].text),)
    return (RedactCopies(answer.ref, Side.REPORTER), *pieces)


def _said(answer: Answer, case: Case) -> tuple[str | Say, ...]:
    """A translation is labelled as one; and so are words that may not be understood."""
    assert isinstance(answer.text, str)
    pieces = _readable(answer.text if answer.made is None else answer.made)
    if not answer.foreign:
        return pieces
    label = MessageId("translated" if answer.made is not None else "translated-not")
    return tuple(spoken(case.progress, (Line(label, {"text": piece}),)) for piece in pieces)
