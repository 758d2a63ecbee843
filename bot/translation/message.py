"""A whole message: line by line, what no model may touch left out, all its sentences in one go."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.translation.aside import Piece, pieces
from bot.translation.base import Doubt, NotTranslated, Sentences, Translated, Why
from bot.translation.guards import UNSURE_BELOW, doubts, shouted, too_short, useless
from bot.translation.sentences import joiner, sentences
from dialogs.hushed import Hushed


@dataclass(frozen=True, repr=False)
class Leg(Hushed):
    """One model on the way from the one language to the other."""

    source: str
    target: str
    run: Sentences


def translate(text: str, legs: tuple[Leg, ...]) -> Translated:
    """Raises `NotTranslated` when nothing sensible comes of it."""
    source, target = legs[0].source, legs[-1].target
    lines = [pieces(line) for line in text.split("\n")]
    said = "\n".join("".join(one.text for one in line if one.words) for line in lines)
    if too_short(said):
        raise NotTranslated(Why.TOO_SHORT)
    capitals = shouted(said)
    if capitals:
        lines = [[_calm(piece) for piece in line] for line in lines]
    units = [sentences(piece.text) for line in lines for piece in line if piece.words]
    made, score = _through(units, legs)
    if useless(said, " ".join(made)):
        raise NotTranslated(Why.USELESS)
    found = doubts(said, "\n".join(made), source, target)
    found |= {Doubt.UNSURE} if score < UNSURE_BELOW else set()
    found |= {Doubt.CAPITALS} if capitals else set()
    return Translated(_put_back(lines, iter(made)), frozenset(found))


def _calm(piece: Piece) -> Piece:
    """Capitals taken away, but for the first of each sentence."""
    calm = " ".join(one[:1] + one[1:].lower() for one in sentences(piece.text))
    return Piece(calm, words=True) if piece.words else piece


def _through(units: list[list[str]], legs: tuple[Leg, ...]) -> tuple[list[str], float]:
    """Each unit in the last language, and the lowest score on the way."""
    lowest = 0.0
    made = [" ".join(unit) for unit in units]
    for leg in legs:
        flat = [one for unit in units for one in unit]
        results = leg.run(flat)
        lowest = min([lowest, *(score for _, score in results)])
        coming = iter(results)
        made = [joiner(leg.target).join(next(coming)[0].strip() for _ in unit) for unit in units]
        units = [sentences(one) for one in made]
    return made, lowest


def _put_back(lines: list[list[Piece]], made: Iterator[str]) -> str:
    return "\n".join(
        "".join(next(made) if piece.words else piece.text for piece in line) for line in lines
    )
