"""What is checked of every translation: the faults that such models are known to make.

Each is a warning, for a translation may trip over it and be right: people see the original too.
"""

import re
import unicodedata
from collections import Counter

from bot.translation.base import Doubt
from bot.translation.sentences import sentences

LEAST_WORDS = 3
LEAST_HAN = 4
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_NUMBER = re.compile(r"\d+")
_GROUPED = re.compile(r"(?<=\d)[.,٬٫\u00a0\u202f’' ](?=\d{3}(?!\d))")
_REPEATED = re.compile(r"(.{2,12}?)\1{3,}")
_LONGEST_LOOP = 6
_TIMES = 3
_JUDGED_FROM = 25
"""Below so many characters the length of a translation says nothing."""
_MANY_CAPITALS = 0.8
_LEAST_CAPITALS = 8
UNSURE_BELOW = -2.0
"""Score per token. Of wrong translations of the test models most score lower; few good ones do."""
_SHARE_OF_SCRIPT = 0.5
DENSE = {"zh": 0.35, "zt": 0.35, "ar": 0.85, "fa": 0.95}
"""How long a text is in these languages, measured by the same text in English."""
SCRIPTS = {
    "zh": ("CJK",),
    "zt": ("CJK",),
    "ar": ("ARABIC",),
    "fa": ("ARABIC",),
    "ur": ("ARABIC",),
    "ru": ("CYRILLIC",),
    "uk": ("CYRILLIC",),
}
"""All others are written in Latin letters."""


def too_short(text: str) -> bool:
    """Of one or two words a model makes something else."""
    if _UNSPACED.search(text):
        return len(_UNSPACED.findall(text)) < LEAST_HAN
    return len(re.findall(r"\w+", text)) < LEAST_WORDS


def shouted(text: str) -> bool:
    """Capitals only: models leave such words as they are, or make something else of them."""
    cased = [sign for sign in text if sign.islower() or sign.isupper()]
    upper = sum(sign.isupper() for sign in cased)
    return len(cased) >= _LEAST_CAPITALS and upper >= _MANY_CAPITALS * len(cased)


def useless(source: str, made: str) -> bool:
    """Nothing is said by it: better no translation."""
    return not re.search(r"\w", made) or (_loops(made) and not _loops(source))


def doubts(source: str, made: str, source_code: str, target_code: str) -> frozenset[Doubt]:
    """What may be wrong with it."""
    found: set[Doubt] = set()
    if _numbers(source) != _numbers(made):
        found.add(Doubt.NUMBER)
    if len(source) > _JUDGED_FROM:
        found |= _length(source, made, source_code, target_code)
    if source_code != target_code and _same(source, made):
        found.add(Doubt.ECHO)
    elif not _in_script(made, target_code):
        found.add(Doubt.SCRIPT)
    return frozenset(found)


def _numbers(text: str) -> Counter[str]:
    """The numbers of two digits and more: smaller ones are written in words as often."""
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    return Counter(one for one in _NUMBER.findall(_GROUPED.sub("", plain)) if len(one) > 1)


def _loops(text: str) -> bool:
    words = text.casefold().split()
    for length in range(1, _LONGEST_LOOP + 1):
        for start in range(len(words) - _TIMES * length + 1):
            first = words[start : start + length]
            if all(
                words[start + turn * length : start + (turn + 1) * length] == first
                for turn in range(1, _TIMES)
            ):
                return True
    return bool(_REPEATED.search(re.sub(r"[\W\d_]", "", text)))


def _length(source: str, made: str, source_code: str, target_code: str) -> set[Doubt]:
    expected = len(source) * DENSE.get(target_code, 1.0) / DENSE.get(source_code, 1.0)
    if len(made) < 0.45 * expected or _count(made) < _count(source):
        return {Doubt.SHORT}
    return {Doubt.LONG} if len(made) > 2.2 * expected else set()


def _count(text: str) -> int:
    return sum(len(one) > 3 for line in text.split("\n") for one in sentences(line))


def _same(source: str, made: str) -> bool:
    flat = source.casefold().split()
    return len(source) > 12 and flat == made.casefold().split()


def _in_script(text: str, code: str) -> bool:
    wanted = SCRIPTS.get(code, ("LATIN",))
    letters = [unicodedata.name(sign, "").split(" ")[0] for sign in text if sign.isalpha()]
    return not letters or (
        sum(name in wanted for name in letters) >= _SHARE_OF_SCRIPT * len(letters)
    )
