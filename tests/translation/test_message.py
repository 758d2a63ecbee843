"""A message through a machine that is pretended: what goes in, what comes back, in which order."""

import pytest

from bot.translation.base import Doubt, NotTranslated, Why
from bot.translation.message import Leg, translate


def machine(asked: list[str], score: float = -0.3) -> Leg:
    """Writes each word backwards, and remembers what it was asked."""

    def run(texts: list[str]) -> list[tuple[str, float]]:
        asked.extend(texts)
        return [(" ".join(word[::-1] for word in text.split()), score) for text in texts]

    return Leg("nl", "en", run)


def test_lines_and_their_order_stay() -> None:
    asked: list[str] = []
    made = translate("een twee drie.\n\nvier vijf zes. zeven acht negen.", (machine(asked),))
    assert made.text == "nee eewt .eird\n\nreiv fjiv .sez neveZ".replace(
        "neveZ", "nevez thca .negen"
    )
    assert asked == ["een twee drie.", "vier vijf zes.", "zeven acht negen."]


def test_all_sentences_go_in_one_batch() -> None:
    batches: list[int] = []

    def run(texts: list[str]) -> list[tuple[str, float]]:
        batches.append(len(texts))
        return [(text, -0.1) for text in texts]

    translate("een twee. drie vier.\nvijf zes.", (Leg("nl", "en", run),))
    assert batches == [3]


def test_addresses_and_pictures_come_back_as_they_were() -> None:
    asked: list[str] = []
    made = translate("kijk op https://example.org/a_b 🙂 als u kunt", (machine(asked),))
    assert made.text == "kjik po https://example.org/a_b 🙂 sla u tnuk"
    assert asked == ["kijk op", "als u kunt"]


def test_capitals_are_taken_away_and_that_is_said() -> None:
    asked: list[str] = []
    made = translate("IK HEB HULP NODIG", (machine(asked),))
    assert asked == ["Ik heb hulp nodig"]
    assert Doubt.CAPITALS in made.doubts


def test_by_way_of_another_language_sentences_are_looked_for_again() -> None:
    second: list[str] = []

    def split(texts: list[str]) -> list[tuple[str, float]]:
        return [("one two. three four.", -0.1) for _ in texts]

    def join(texts: list[str]) -> list[tuple[str, float]]:
        second.extend(texts)
        return [("vijf zes.", -0.1) for _ in texts]

    made = translate("een twee drie vier", (Leg("nl", "en", split), Leg("en", "fr", join)))
    assert second == ["one two.", "three four."]
    assert made.text == "vijf zes. vijf zes."


def test_a_machine_that_is_not_sure_is_not_hidden() -> None:
    assert Doubt.UNSURE in translate("een twee drie", (machine([], score=-3.0),)).doubts
    assert Doubt.UNSURE not in translate("een twee drie", (machine([], score=-0.5),)).doubts


@pytest.mark.parametrize(
    ("text", "why"),
    [("Ja", Why.TOO_SHORT), ("https://example.org 🙂", Why.TOO_SHORT), ("", Why.TOO_SHORT)],
)
def test_too_little_is_not_translated(text: str, why: Why) -> None:
    with pytest.raises(NotTranslated) as none:
        translate(text, (machine([]),))
    assert none.value.why is why


def test_nonsense_is_thrown_away() -> None:
    def run(texts: list[str]) -> list[tuple[str, float]]:
        return [("no no no no no", -0.2) for _ in texts]

    with pytest.raises(NotTranslated) as none:
        translate("Ik weet het niet meer", (Leg("nl", "en", run),))
    assert none.value.why is Why.USELESS
