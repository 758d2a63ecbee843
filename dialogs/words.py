"""What a short message means: folding, numbers in any script, the words a language accepts."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from dialogs.model import Command, Language, MessageId

MOST_COMMAND_WORDS = 3
MOST_CHOICE_DIGITS = 2
LONGEST_ANSWER = 120
"""No label or command is longer; a longer text is not even compared."""
_DROPPED_MARKS = (
    frozenset(map(chr, range(0x0300, 0x0370)))  # Latin marks, among them the dot of a Turkish I
    | frozenset(map(chr, range(0x064B, 0x0660)))  # Arabic vowel signs and hamza forms
    | {"\u0640", "\u0670", "\ufe0f", "\u20e3"}  # tatweel, small alef, and what keycaps are made of
)
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
"""Writing without spaces between words."""
_APOSTROPHES = frozenset("'’ʼ‘`´")


class Step(Enum):
    """Words that count only where they are asked for, and as no option of their own."""

    DONE = "done"
    UNKNOWN = "unknown"
    AND = "and"


@dataclass(frozen=True)
class Lexicon:
    """The accepted words of one language, folded."""

    language: Language
    everywhere: bool = False
    """True when these words count in every language, as English and Dutch do."""
    letters: Mapping[str, str] = field(default_factory=dict)
    """Letters that keyboards of this language mix up; used for comparing only."""
    names: frozenset[str] = frozenset()
    commands: Mapping[Command, frozenset[str]] = field(default_factory=dict)
    options: Mapping[MessageId, frozenset[str]] = field(default_factory=dict)
    steps: Mapping[Step, frozenset[str]] = field(default_factory=dict)
    distress: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Card id to the clear phrases after which the card is offered."""

    def fold(self, text: str) -> str:
        return fold(text, self.letters)


Lexicons = Mapping[Language, Lexicon]


def fold(text: str, letters: Mapping[str, str] | None = None) -> str:
    """Bring a short text into the form in which words are compared; never shown to anyone."""
    opened = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
    kept = "".join(map(_folded, unicodedata.normalize("NFKD", opened)))
    if letters:
        kept = kept.translate({ord(one): other for one, other in letters.items()})
    words = " ".join(unicodedata.normalize("NFKC", kept).split())
    return words or " ".join(text.split())


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    kind = unicodedata.category(char)
    if kind == "Cf" or char in _DROPPED_MARKS or char in _APOSTROPHES:
        return ""
    if kind[0] in "PSZC":
        return " "
    return str(unicodedata.decimal(char)) if kind == "Nd" else char


def listening(lexicons: Lexicons, language: Language | None) -> tuple[Lexicon, ...]:
    """The lexicons that count: the reporter's own first; all while the language is not known."""
    if language is None or language not in lexicons:
        return tuple(lexicons.values())
    others = (one for one in lexicons.values() if one.everywhere and one.language != language)
    return (lexicons[language], *others)


def command(text: str, lexicons: Iterable[Lexicon]) -> Command | None:
    """A command counts only as a whole message of at most three words."""
    if len(text) > LONGEST_ANSWER or len(text.split()) > MOST_COMMAND_WORDS:
        return None
    for lexicon in lexicons:
        said = lexicon.fold(text)
        for name, words in lexicon.commands.items():
            if said in words:
                return name
    return None


def is_step(text: str, step: Step, lexicons: Iterable[Lexicon]) -> bool:
    if len(text) > LONGEST_ANSWER:
        return False
    return any(one.fold(text) in one.steps.get(step, ()) for one in lexicons)


def numbers(text: str, lexicons: Iterable[Lexicon] = ()) -> tuple[int, ...]:
    """The numbers of a message that holds nothing else ("1 3", "1, 3 en 5"); () for a text."""
    if len(text) > LONGEST_ANSWER:
        return ()
    joiners = {word for one in lexicons for word in one.steps.get(Step.AND, ())}
    folded = fold(text)
    for word in filter(_UNSPACED.search, joiners):
        folded = folded.replace(word, " ")
    said = [_bare(token, joiners) for token in folded.split() if token not in joiners]
    if not all(token.isdecimal() and len(token) <= MOST_CHOICE_DIGITS for token in said):
        return ()
    return tuple(int(token) for token in said)


def _bare(token: str, joiners: Iterable[str]) -> str:
    """Arabic writes its "and" against the number behind it, Tigrinya against the one before."""
    for word in joiners:
        for bare in (token.removeprefix(word), token.removesuffix(word)):
            if bare != token and bare.isdecimal():
                return bare
    return token


def named(text: str, label: MessageId, lexicons: Iterable[Lexicon]) -> bool:
    """True when the text is the label of an option or one of its own words."""
    if len(text) > LONGEST_ANSWER:
        return False
    return any(one.fold(text) in one.options.get(label, ()) for one in lexicons)


def asks(text: str) -> bool:
    """True when there is a question mark in it, of any script."""
    return any("QUESTION MARK" in unicodedata.name(char, "") for char in text)


def _holds(said: str, phrase: str) -> bool:
    """As words of their own, where words stand apart."""
    return f" {phrase} " in said or (bool(_UNSPACED.search(phrase)) and phrase in said)


def distress(text: str, lexicons: Iterable[Lexicon]) -> tuple[str, ...]:
    """The cards to offer after clear words of distress somewhere in a text."""
    found: list[str] = []
    for lexicon in lexicons:
        said = f" {lexicon.fold(text)} "
        for card, phrases in lexicon.distress.items():
            if card not in found and any(_holds(said, phrase) for phrase in phrases):
                found.append(card)
    return tuple(found)
