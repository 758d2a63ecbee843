"""Every conversation in the folder, played through the real dialog, word for word."""

from pathlib import Path

import pytest

from dialogs.definition import CardUse
from dialogs.report import Answered
from tests.conversations.play import HERE, Played, catalogue, dialog, play, transcripts

LANGUAGES = sorted(catalogue().languages)


@pytest.mark.parametrize("path", transcripts(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_line_answers_as_written_down(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert play(written).text == written


def test_every_language_has_every_conversation() -> None:
    names = {
        language: {path.name for path in (HERE / language).glob("*.txt")} for language in LANGUAGES
    }
    assert len({frozenset(one) for one in names.values()}) == 1
    assert all(names.values())


@pytest.fixture(scope="module", params=LANGUAGES)
def played(request: pytest.FixtureRequest) -> list[Played]:
    paths = sorted((HERE / request.param).glob("*.txt"))
    return [play(path.read_text(encoding="utf-8")) for path in paths]


def test_the_conversations_reach_every_question(played: list[Played]) -> None:
    reached = {question for one in played for question in one.questions}
    assert {question.id for question in dialog().questions} - reached == set()


def test_the_conversations_choose_every_option(played: list[Played]) -> None:
    chosen = {option for one in played for option in one.options}
    wanted = {
        f"{question.id}.{option.id}"
        for question in dialog().questions
        for option in question.options
        if not option.hidden
    }
    assert wanted - chosen == set()


def test_the_conversations_show_every_card(played: list[Played]) -> None:
    """The one card that only the line itself uses stands for a technical failure."""
    shown = {message for one in played for message in one.messages}
    cards = [card for card in dialog().all_cards if card.use is not CardUse.LINE]
    assert {line for card in cards for line in card.lines} - shown == set()


def test_a_changed_answer_is_noticed() -> None:
    """The comparison can fail: a transcript with one word changed does not play as written."""
    path = transcripts()[0]
    written = path.read_text(encoding="utf-8").replace("line: ", "line: Oh, ", 1)
    assert play(written).text != written


def test_an_answer_never_prints_itself() -> None:
    assert "geheim" not in repr(Answered("title", (), "geheim"))  # type: ignore[arg-type]
