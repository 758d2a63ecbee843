"""What no model may touch: addresses, ids and small pictures are taken out, and put back."""

import re
from dataclasses import dataclass

from dialogs.hushed import Hushed

_PICTURE = (
    "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u231a-\u23ff"
    "\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
)
_KEPT = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # a mail address
    r"|[@#!][\w.=/+-]+:[\w.-]+(?::\d+)?"  # a Matrix id
    r"|(?<!\w)@\w+"
    r"|\w+(?:_\w+)+"  # models make a blank of each underscore
    rf"|[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff][{_PICTURE}]*"
)
_WORDS = re.compile(r"\w")


@dataclass(frozen=True, repr=False)
class Piece(Hushed):
    """A part of a line: `words` are translated, all else stays as it is."""

    text: str
    words: bool


def pieces(line: str) -> list[Piece]:
    """The line in parts that together are the line."""
    found: list[Piece] = []
    at = 0
    for match in _KEPT.finditer(line):
        found += _between(line[at : match.start()])
        found.append(Piece(match[0], words=False))
        at = match.end()
    return [*found, *_between(line[at:])]


def _between(text: str) -> list[Piece]:
    if not text:
        return []
    if not _WORDS.search(text):
        return [Piece(text, words=False)]
    inner = text.strip()
    start = text.index(inner)
    around = (Piece(text[:start], words=False), Piece(text[start + len(inner) :], words=False))
    parts = (around[0], Piece(inner, words=True), around[1])
    return [part for part in parts if part.text]
