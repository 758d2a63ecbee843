"""The shortest answers, translated by people: a machine makes something else of one word."""

from collections.abc import Mapping

from bot.catalogue import Catalogue
from bot.locales import message_ids
from dialogs.model import Language, MessageId
from dialogs.words import LONGEST_ANSWER, fold

GLOSS = "gloss-"
"""The ids of the catalogue that it is made of; each with its `.words`."""


class Glossary:
    """Whole messages of a word or two, such as yes and thank you."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: Mapping[Language, Mapping[str, MessageId]] = {
            language: self._of(language) for language in catalogue.languages
        }

    def _of(self, language: Language) -> Mapping[str, MessageId]:
        ids = [
            one for one in message_ids(self._catalogue.sources[language]) if one.startswith(GLOSS)
        ]
        return {
            self._fold(word, language): one
            for one in ids
            for word in self._catalogue.words(language, one)
        }

    def translated(self, text: str, source: Language, target: Language) -> str | None:
        """None when it is not one of them."""
        if len(text) > LONGEST_ANSWER:
            return None
        one = self._known.get(source, {}).get(self._fold(text, source))
        return None if one is None else self._catalogue.text(target, one)

    def _fold(self, text: str, language: Language) -> str:
        return fold(text, self._catalogue.languages[language].letters)
