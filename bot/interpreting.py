"""Words through the translator, both ways, as blocks that staff read and text that reporters do."""

from collections.abc import Iterable, Mapping

from bot.catalogue import Catalogue
from bot.glossary import Glossary
from bot.translation.base import (
    Direction,
    Doubt,
    Model,
    NotTranslated,
    Translated,
    Translator,
    Why,
)
from dialogs.hushed import Hushed
from dialogs.model import Language, Line, MessageId
from handoff.actions import Interpret
from handoff.interpreting import Interpretation
from handoff.model import Block, Made, Pair, Quote

AID = Line(MessageId("mt-aid"))


class Interpreting(Hushed):
    """Translates between the languages of reporters and the one of the desk."""

    def __init__(
        self,
        translator: Translator,
        models: Mapping[Language, Model],
        staff_language: Language,
        glossary: Glossary,
    ) -> None:
        self._translator, self._models = translator, models
        self._staff_language, self._glossary = staff_language, glossary

    @property
    def languages(self) -> frozenset[Language]:
        """Those that can be translated to the desk's and back."""
        return frozenset(language for language in self._models if self._both_ways(language))

    def _both_ways(self, language: Language) -> bool:
        there = self._direction(self._staff_language, language)
        return self._translator.knows(there) and self._translator.knows(there.back)

    async def aided(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks, with a reading aid below each text of the reporter that has a language."""
        aided: list[Block] = []
        for block in blocks:
            aided.append(block)
            if isinstance(block, Quote) and block.language:
                aided += await self._aid(block.text, block.language)
            elif isinstance(block, Pair) and block.language and block.remark:
                aided += await self._aid(block.remark, block.language)
        return tuple(aided)

    async def _aid(self, text: str, language: Language) -> tuple[Block, ...]:
        try:
            made = await self._translated(text, language, self._staff_language)
        except NotTranslated as none:
            return (_why(none.why),)
        return (AID, Made(made.text), *_doubts(made.doubts))

    async def interpret(self, asked: Interpret) -> Interpretation:
        """A professional's words for the reporter, and what the reporter's language makes of it."""
        try:
            there = await self._translated(asked.text, self._staff_language, asked.language)
        except NotTranslated as none:
            return Interpretation(asked.ref, asked.text, remarks=(_why(none.why).id,))
        try:
            back = (await self._translated(there.text, asked.language, self._staff_language)).text
        except NotTranslated:
            back = None
        remarks = tuple(one.id for one in _doubts(there.doubts))
        return Interpretation(asked.ref, asked.text, there.text, back, remarks)

    async def _translated(self, text: str, source: Language, target: Language) -> Translated:
        """What people translated goes before the machine, which is at its worst with few words."""
        known = self._glossary.translated(text, source, target)
        if known is not None:
            return Translated(known)
        return await self._translator.translate(text, self._direction(source, target))

    def _direction(self, source: Language, target: Language) -> Direction:
        return Direction(self._models[source], self._models[target])


def interpreting_for(
    translator: Translator, catalogue: Catalogue, staff_language: Language
) -> Interpreting:
    """Between the offered languages and that of the desk."""
    models = {
        language: Model(entry.translated_by)
        for language, entry in catalogue.languages.items()
        if entry.translated_by
    }
    return Interpreting(translator, models, staff_language, Glossary(catalogue))


def _why(why: Why) -> Line:
    return Line(MessageId(f"mt-why-{why.value.replace('_', '-')}"))


def _doubts(doubts: frozenset[Doubt]) -> tuple[Line, ...]:
    ordered = sorted(doubt.value for doubt in doubts)
    return tuple(Line(MessageId(f"mt-doubt-{one}")) for one in ordered)
