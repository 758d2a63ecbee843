"""A text of one sign, again and again, once kept the whole line busy for half a minute."""

import time

import pytest

from bot.security.text import inert
from dialogs.numbers import hide
from tests.bot.memory_line import ANNA, PERSON_NOW, MemoryLine

LONGEST = 40_000
"""About what one event can carry."""
SHAPES = (
    "4", "\u0664", "1.", "11.22.33 ", "1-", "-", "a-", "A1-", "xn--", "!", "! ", "@", "a@", "a@b.",
    ":", "12:34", "a.", "h", "http", " ", "\n", "\t", "+", "(+", "06 ", "NL00 ", "AB1", "\u200c",
    "a\u0301\u0301\u0301\u0301", "\u0301", "\u202e", "\u3164", "\x00", "\U0001f600", "é", "ﷺ",
)  # fmt: skip


def _long(shape: str) -> str:
    return (shape * LONGEST)[:LONGEST]


@pytest.mark.parametrize("shape", SHAPES, ids=ascii)
def test_the_time_a_text_takes_does_not_explode(shape: str) -> None:
    """All of it is read in one go, while everybody waits."""
    for work in (inert, hide):
        began = time.process_time()
        work(_long(shape))
        assert time.process_time() - began < 1.0


async def test_such_texts_are_told_and_read(line: MemoryLine) -> None:
    """As a story, in a talk, and as an answer: somebody else is served within a second or two."""
    await line.intake(PERSON_NOW, _long("4"))
    room = await line.live()
    for shape in ("4", "-", "1.", "!"):
        began = time.process_time()
        await line.writes(_long(shape))
        await line.writes(_long(shape), room, ANNA)
        await line.settle()
        assert time.process_time() - began < 2.0
