"""The return code: 25 digits that a reporter keeps on paper, and how they are read again."""

import re
import unicodedata
from itertools import groupby
from typing import NewType

ReturnCode = NewType("ReturnCode", str)
"""24 random digits and a check digit, in ASCII and without spaces."""

GROUP, GROUPS = 5, 5
RANDOM_BYTES = 32
_LENGTH = GROUP * GROUPS
_POSSIBLE = 10 ** (_LENGTH - 1)
_NEARLY = range(20, 31)
"""So many digits and nothing else were meant as a code."""

# Damm's table: every wrong digit and every swap of neighbours changes the outcome.
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)

_BETWEEN = r"[\s\-.,_/·•:;|]*"
_RUN = re.compile(rf"\d(?:{_BETWEEN}\d)*", re.ASCII)
_INVISIBLE = {"Cf", "Cc", "Mn", "Me"}


class Mistyped:
    """What was typed is meant as a code, and is none."""

    def __repr__(self) -> str:
        return "<Mistyped>"


def make_code(random: bytes) -> ReturnCode:
    """A code from 32 fresh random bytes; all codes are equally likely."""
    if len(random) != RANDOM_BYTES:
        raise ValueError("a return code is made from 32 random bytes")
    number, fair = int.from_bytes(random), 256**RANDOM_BYTES // _POSSIBLE * _POSSIBLE
    if number >= fair:  # once in 10^52: the remainder would favour small numbers
        raise ValueError("these random bytes cannot be used")
    digits = f"{number % _POSSIBLE:0{_LENGTH - 1}d}"
    return ReturnCode(digits + str(_check(digits)))


def read_code(text: str) -> ReturnCode | Mistyped | None:
    """The code in what a reporter typed, in digits of any script and however it is spaced.

    A message that holds nothing else may be grouped in any way. Among other words only five groups
    of five, or 25 digits in a row, are taken for a code: phone numbers in a story are none.
    """
    plain = _plain(text)
    if any(char.isalnum() and char not in "0123456789" for char in plain):
        return _among_words(plain)
    digits = "".join(char for char in plain if char.isdecimal())
    if len(digits) == _LENGTH:
        return _checked(digits)
    return Mistyped() if len(digits) in _NEARLY else None


def groups(code: ReturnCode) -> str:
    """The code as it is shown: five groups of five."""
    return " ".join(code[start : start + GROUP] for start in range(0, _LENGTH, GROUP))


def first_group(code: ReturnCode) -> str:
    """What a reporter types to confirm that they have the code."""
    return code[:GROUP]


def _among_words(plain: str) -> ReturnCode | Mistyped | None:
    found = [digits for run in _RUN.findall(plain) if (digits := _shaped(run))]
    return _checked(found[0]) if len(found) == 1 else None


def _shaped(run: str) -> str | None:
    """The digits of a run that holds one whole code; numbers may stand beside it."""
    parts = [(len(part), part) for part in re.findall(r"\d+", run)]
    grouped = [[part for _, part in same] for _, same in groupby(parts, key=lambda one: one[0])]
    whole = [
        "".join(same)
        for same in grouped
        if (len(same[0]), len(same)) in ((GROUP, GROUPS), (_LENGTH, 1))
    ]
    return whole[0] if len(whole) == 1 else None


def _checked(digits: str) -> ReturnCode | Mistyped:
    return ReturnCode(digits) if _check(digits) == 0 else Mistyped()


def _check(digits: str) -> int:
    """Damm's check digit; nought for digits that end in theirs."""
    state = 0
    for digit in digits:
        state = int(_DAMM[state][int(digit)])
    return state


def _plain(text: str) -> str:
    """Digits of every script as 0-9, without marks that a keyboard adds unseen."""
    return "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in text
        if char in "\n\r\t" or unicodedata.category(char) not in _INVISIBLE
    )
