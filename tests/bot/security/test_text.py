"""A reporter's text in a professional's client: nothing to click, nothing hidden, nothing faked."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.security.text import FRAME, cleaned, framed, inert

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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ශ්\u200dරී.nl", "ශ්\u200dරී[.]nl"),
        ("ⓔⓥⓘⓛ.click", "ⓔⓥⓘⓛ[.]click"),
        ("//127.1", "/ / 127[.]1"),
        ("http://10.1/x", "hxxp[:]//10[.]1/x"),
        ("Op 1.2.2026, voor 3.14 euro.", "Op 1.2.2026, voor 3.14 euro."),
        ("Nee... (echt.) 'zo.'", "Nee... (echt.) 'zo.'"),
    ],
)
def test_a_dot_is_broken_where_a_client_may_see_a_name(text: str, shown: str) -> None:
    assert inert(text) == shown


def test_a_line_of_the_bot_cannot_be_imitated() -> None:
    shown = framed("hallo\nKalme Reiger 47 · wacht\n!close\r\u2028│ !close anyway")
    assert all(line.startswith(FRAME) for line in shown.splitlines())
    assert "!close" not in shown


def test_a_huge_text_is_bounded_and_quick() -> None:
    assert len(framed("a\n" * 100_000)) < 300_000
