"""Texts are cut where sentences end, in every script, and nothing of them is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.translation.aside import pieces
from bot.translation.sentences import LONGEST, sentences


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Ik ben bang. Kunt u mij helpen?", 2),
        ("He said: “Come back!” Then he left.", 2),
        ("من می‌ترسم. کمک کنید؟ لطفاً!", 3),
        ("هل أنت بخير؟ أنا خائف.", 2),
        ("我很害怕。您能帮我吗？谢谢！", 3),
        ("他說：「回來！」然後走了。", 2),
        ("ኣነ ፈሪሐ ኣለኹ። ክትሕግዙኒ ትኽእሉዶ፧", 2),
        ("Мне страшно… Помогите!", 2),
        ("Ez ditirsim. Alîkariya min bikin!", 2),
        ("قورقۇۋاتىمەن. ياردەم قىلامسىز؟", 2),
        ("Om 12.30 uur, in de Dr. Schaepmanstraat", 2),
        ("", 0),
    ],
)
def test_sentences_end_where_people_end_them(line: str, count: int) -> None:
    assert len(sentences(line)) == count


def test_what_is_too_long_is_cut_between_words() -> None:
    found = sentences("en toen belde hij weer, " * 40)
    assert all(len(one) <= LONGEST for one in found)
    assert all(one.endswith((",", "weer")) for one in found)


@given(st.text(max_size=800))
def test_no_sign_is_lost(line: str) -> None:
    assert "".join("".join(sentences(line)).split()) == "".join(line.split())
    assert all(len(one) <= LONGEST + 1 for one in sentences(line))


@given(st.text(max_size=300))
def test_the_pieces_are_the_line(line: str) -> None:
    assert "".join(piece.text for piece in pieces(line)) == line


@pytest.mark.parametrize(
    "kept",
    [
        "https://example.org/a_b?c=d",
        "www.example.org",
        "anna@example.org",
        "@anna:example.org",
        "#room:example.org",
        "@anna",
        "user_name",
        "🙂",
        "👩‍👩‍👧",
        "❤️",
        "🇳🇱",
    ],
)
def test_what_no_model_may_touch_is_left_out(kept: str) -> None:
    told = [piece.text for piece in pieces(f"Kijk op {kept} als u kunt") if piece.words]
    assert told == ["Kijk op", "als u kunt"]
    assert re.escape(kept)
