"""A translator that knows some phrases by heart, for conversations a counsellor can read.

It is held to the same contract as the real one.
"""

from collections.abc import Mapping

from bot.translation.base import Direction, Doubt, Model, NotTranslated, Translated, Why
from bot.translation.guards import too_short

Phrases = Mapping[str, str]


class PhraseTranslator:
    """What it does not know fails, as a machine that broke does."""

    def __init__(self, source: Model, target: Model, phrases: Phrases) -> None:
        there = Direction(source, target)
        self._known = {there: phrases, there.back: {b: a for a, b in phrases.items()}}

    def knows(self, direction: Direction) -> bool:
        return direction in self._known

    async def translate(self, text: str, direction: Direction) -> Translated:
        if direction not in self._known:
            raise NotTranslated(Why.NO_MODEL)
        if too_short(text):
            raise NotTranslated(Why.TOO_SHORT)
        made = self._known[direction].get(text)
        if made is None:
            raise NotTranslated(Why.TOO_SLOW if "?" in text else Why.BROKEN)
        return Translated(made, frozenset({Doubt.NUMBER} if "12" in text else ()))

    async def close(self) -> None:
        pass
