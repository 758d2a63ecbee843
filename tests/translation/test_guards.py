"""Each guard catches the fault it is for, taken from what such models really made."""

import pytest

from bot.translation.base import Doubt
from bot.translation.guards import doubts, shouted, too_short, useless

SEEN = [
    # Published outputs of Argos' models, and outputs of the small ones here.
    ("Ik ben 100 jaar oud en woon hier.", "I am 10 years old and live here.", "nl", "en", "number"),
    ("Wij zijn met 31 personen hier.", "There are 13 of us over here.", "nl", "en", "number"),
    ("There were 330000 people there.", "Er waren 33.000 mensen daar.", "en", "nl", "number"),
    (
        "They pulled a cart up a hill. Then it rained all day.",
        "Zij trokken een kar.",
        "en",
        "nl",
        "short",
    ),
    (
        "The consulate calls my mother every week.",
        "The consulate calls my mother every week.",
        "en",
        "ar",
        "echo",
    ),
    ("Ik woon in de stad en werk daar.", "я живу in the city and I work", "nl", "ru", "script"),
    ("من هر روز می‌ترسم و نمی‌خوابم.", "من هر روز می‌ترسم every day", "fa", "nl", "script"),
    ("Kort verhaal over mijn familie.", "A very " + "long and winding " * 6, "nl", "en", "long"),
]
FINE = [
    ("Ik ben bang. Kunt u mij helpen?", "I am afraid. Can you help me?", "nl", "en"),
    ("Ze belden om 12:30, op 3 mei 2026.", "They called at 12:30, on 3 May 2026.", "nl", "en"),
    ("Het kost 1.000 euro per maand.", "It costs 1,000 euros a month.", "nl", "en"),
    ("ساعت ۱۲ به من زنگ زدند.", "They called me at 12.", "fa", "en"),
    ("我很害怕，不知道该怎么办。", "I am afraid and do not know what to do.", "zh", "en"),
    ("I am afraid and do not know what to do.", "我很害怕，不知道该怎么办。", "en", "zh"),
    ("Они звонят моей матери каждую неделю.", "They call my mother every week.", "ru", "en"),
]


@pytest.mark.parametrize(("source", "made", "one", "other", "found"), SEEN)
def test_a_known_fault_is_seen(source: str, made: str, one: str, other: str, found: str) -> None:
    assert Doubt(found) in doubts(source, made, one, other)


@pytest.mark.parametrize(("source", "made", "one", "other"), FINE)
def test_a_good_translation_raises_no_doubt(source: str, made: str, one: str, other: str) -> None:
    assert doubts(source, made, one, other) == frozenset()
    assert not useless(source, made)


@pytest.mark.parametrize(
    "made",
    [
        "",
        " . ",
        "no no no no no no",
        "ABD ABD ABD Gymnastics",
        "Hindistan'da, Hindistan'da, Hindistan'da, Hindistan'da",
        "wewewewewewewe",
    ],
)
def test_what_says_nothing_is_thrown_away(made: str) -> None:
    assert useless("Ik weet niet wat ik moet doen.", made)


def test_who_repeats_themselves_may() -> None:
    assert not useless("nee nee nee nee", "no no no no")


@pytest.mark.parametrize("text", ["Ja", "Ja hoor", "بله", "不", "是的", "!!", "Да"])
def test_a_word_or_two_are_not_given_to_a_machine(text: str) -> None:
    assert too_short(text)


@pytest.mark.parametrize("text", ["Ik ben bang", "我很害怕", "من می ترسم"])
def test_three_words_are(text: str) -> None:
    assert not too_short(text)


def test_capitals_are_seen_where_a_script_has_them() -> None:
    assert shouted("IK HEB HULP NODIG")
    assert not shouted("Ik heb hulp nodig")
    assert not shouted("OK")
    assert not shouted("我很害怕不知道该怎么办")
