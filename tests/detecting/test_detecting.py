"""Who just writes is understood or asked, and is not taken for somebody of another language."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.detecting import Detector
from bot.locales import read_languages
from dialogs.model import Language
from tests.figure import Figure

SET: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "messages.toml").read_text(encoding="utf-8")
)
LEAST = 0.8
"""Of each language; whoever is not recognised is asked, which costs one answer."""
MOST_WRONG = 0.02
AS_GOOD = {("prs", "fa"), ("fa", "prs")}
"""Each reads the other; a few words of one message tell them apart."""


@pytest.fixture(scope="module")
def detector() -> Detector:
    made = Detector(map(Language, SET["offered"]))
    made.load()
    return made


def test_the_set_is_large_enough_and_has_every_language() -> None:
    assert set(SET["offered"]) >= set(read_languages())
    assert sum(map(len, SET["offered"].values())) >= 100
    assert all(len(texts) >= 10 for texts in SET["offered"].values())


def test_most_people_are_recognised_and_hardly_anybody_wrongly(
    detector: Detector, figure: Figure
) -> None:
    wrong = asked = 0
    low = []
    for language, texts in SET["offered"].items():
        guesses = [detector.guess(text) for text in texts]
        right = sum(one == language or (language, one) in AS_GOOD for one in guesses)
        unknown = sum(one is None for one in guesses)
        wrong, asked = wrong + len(texts) - right - unknown, asked + unknown
        figure(f"language recognised, {language}", f"{right} of {len(texts)}, asked {unknown}")
        if right < LEAST * len(texts):
            low.append(language)
    total = sum(map(len, SET["offered"].values()))
    figure("language recognised, all", f"{total - wrong - asked} of {total}, wrong {wrong}")
    assert low == []
    assert wrong <= MOST_WRONG * total


@pytest.mark.parametrize("language", sorted(SET["other"]))
def test_a_language_that_is_not_offered_is_asked(detector: Detector, language: str) -> None:
    guesses = [detector.guess(text) for text in SET["other"][language]]
    assert guesses == [None] * len(guesses)


@pytest.mark.parametrize("language", ["ug", "ckb", "ps"])
def test_these_are_never_taken_for_arabic_or_persian(detector: Detector, language: str) -> None:
    texts = SET["offered"].get(language) or SET["other"][language]
    for text in texts:
        words = text.split()
        for count in range(3, len(words) + 1):
            assert detector.guess(" ".join(words[:count])) not in ("ar", "fa", "prs"), count


@pytest.mark.parametrize("text", SET["short"]["greetings"])
def test_below_three_words_is_always_asked(detector: Detector, text: str) -> None:
    assert detector.guess(text) is None


def test_only_what_is_offered_is_guessed() -> None:
    few = Detector([Language("nl"), Language("en")])
    few.load()
    for language, texts in {**SET["offered"], **SET["other"]}.items():
        if language not in ("nl", "en"):
            assert {few.guess(text) for text in texts} == {None}, language


def test_where_letters_decide_nothing_is_loaded() -> None:
    alone = Detector([Language("nl"), Language("ti")])
    assert alone.guess(SET["offered"]["ti"][0]) == "ti"
