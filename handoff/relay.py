"""What crosses between the two sides, and in which pieces."""

from dataclasses import replace

from dialogs.model import StoryPart, TextRef
from handoff.actions import (
    CaseAction,
    Decision,
    PostToCase,
    RedactCopies,
    Relay,
    ReviseAnswer,
    Side,
)
from handoff.model import Answer, Quote, RoomRef

PART = 4000
"""The longest piece of text sent as one message, in characters."""


def says_something(text: str) -> bool:
    """False for a text of blanks and invisible signs, which nobody could read."""
    return any(sign.isprintable() and not sign.isspace() for sign in text)


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


def to_staff(said: StoryPart) -> tuple[PostToCase, ...]:
    """The reporter's words as messages for the case room, each a copy of the same source."""
    return tuple(PostToCase((Quote(piece),), said.ref) for piece in _readable(said.text))


def answering(decision: Decision, ref: TextRef, target: TextRef) -> Decision:
    """The first message that is made of `ref` is shown as an answer to `target`."""
    actions = list(decision.actions)
    for place, action in enumerate(actions):
        if isinstance(action, Relay | PostToCase) and action.ref == ref:
            actions[place] = replace(action, answers=target)
            return replace(decision, actions=tuple(actions))
    return decision


def to_reporter(answer: Answer, confirm: RoomRef | None = None) -> tuple[CaseAction, ...]:
    """The professional's words as messages for the reporter, or as an edit of an earlier one.

    In the room `confirm` they see when the last of it was delivered.
    """
    pieces = tuple(Relay(answer.ref, piece) for piece in _readable(answer.text))
    if pieces and not answer.corrects:
        pieces = (*pieces[:-1], replace(pieces[-1], confirm=confirm))
    if not answer.corrects:
        return pieces
    if len(pieces) == 1:
        return (ReviseAnswer(answer.ref, answer.text),)
    return (RedactCopies(answer.ref, Side.REPORTER), *pieces)
