"""A reporter's text in a professional's client: nothing to click, nothing hidden, nothing faked."""

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.security.text import FRAME, cleaned, framed, inert

FUZZED = 20_000
PIECES = (
    "http://", "HTTPS://evil.nl", "javascript:", "mxc://a/b", "matrix:u/a", "geo:1,2", "tel:0031",
    "mailto:a@b.nl", "@anna:staff.test", "#room:x.nl", "!close", "!claim 47", "/me", "//", "$x",
    "www.evil.nl", "evil。nl", "1.2.3.4", "xn--a.nl", "a.b", "+31612345678", "12:30", "\u202e",
    "\u2066", "\u200b", "\u200c", "\u200d", "\u00ad", "\ufeff", "\U000e0041", "\ufe0f", "\x00",
    "\x07", "\x1b[31m", "\r\n", "\n", "\u2028", "\t", " ", "│ ", "├ ", "Z\u0301\u0302\u0303\u0304",
    "سلام", "می\u200cخواهم", "क्\u200dष", "👩\u200d👧", "שלום", "Kalme Reiger 47", "<b>", "&lt;",
    "[x](http://y.nl)", "a", "é", "的", ":", ".", "@", "：", "．", "＠", "ʰttp", "\ud800", "｡",
)  # fmt: skip
CONTROLS = {"Cc", "Cf", "Cs", "Co", "Cn"}


def _faults(text: str) -> list[str]:
    shown = framed(text)
    faults = []
    lines = shown.split("\n")
    if not all(line.startswith(FRAME) for line in lines):
        faults.append("unframed")
    bare = "\n".join(line.removeprefix(FRAME) for line in lines)
    if len(shown.splitlines()) != len(lines):
        faults.append("hidden line end")
    if re.search(r"(?im)https?:|(?<![\w.])www\.\w|(?:^|\s)[!/#$]\S|@\S", bare):
        faults.append("linkable")
    if re.search(r"(?i)[^\W\d_]\.[^\W\d_]{2}|\d{1,3}(?:\.\d{1,3}){3}|[a-z]:/", bare):
        faults.append("linkable")
    bad = [c for c in bare if unicodedata.category(c) in CONTROLS and c not in "\n\u200c\u200d"]
    if bad:
        faults.append("control")
    once = cleaned(text)
    if cleaned(once) != once:
        faults.append("not idempotent")
    return faults


def test_twenty_thousand_hostile_texts() -> None:
    chance = random.Random(20261121)
    found: dict[str, int] = {}
    for _ in range(FUZZED):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 9)))
        for fault in _faults(text):
            found[fault] = found.get(fault, 0) + 1
    assert found == {}


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    assert _faults(text) == []


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क\u200dष", "کتاب\u200cها و خانه\u200cها"])
def test_what_a_script_needs_is_kept(text: str) -> None:
    assert inert(text) == text


@pytest.mark.parametrize("text", ["a\u200cb", "\u200cسلام", "سلام\u200d", "1\u200d2"])
def test_a_joiner_elsewhere_goes(text: str) -> None:
    assert not {"\u200c", "\u200d"} & set(inert(text))


@pytest.mark.parametrize(
    "text",
    ["Ik ben bang.", "Om 12:30 belde hij.", "مامان من می‌ترسد.", "Ze zei: nee.", "你好，我害怕。"],
)
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert inert(text) == text


def test_a_line_of_the_bot_cannot_be_imitated() -> None:
    shown = framed("hallo\nKalme Reiger 47 · wacht\n!close\r\u2028│ !close anyway")
    assert all(line.startswith(FRAME) for line in shown.splitlines())
    assert "!close" not in shown


def test_a_huge_text_is_bounded_and_quick() -> None:
    assert len(framed("a\n" * 100_000)) < 300_000
