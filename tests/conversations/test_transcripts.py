"""Every conversation in the folder, played through the real dialog, word for word."""

from pathlib import Path

import pytest

from bot.locales import read_languages
from dialogs.definition import CardUse
from dialogs.report import Answered
from tests.conversations.play import BESIDE, HERE, Played, dialog, more, play, transcripts

WHOLE = sorted(BESIDE)
"""In these every path is written down; in the others what most people meet."""
OTHERS = sorted(set(read_languages()) - set(WHOLE))


@pytest.mark.parametrize("path", transcripts(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_line_answers_as_written_down(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert play(written, *more(path)).text == written


@pytest.mark.parametrize("languages", [WHOLE, OTHERS], ids=["whole", "others"])
def test_every_language_has_every_conversation(languages: list[str]) -> None:
    names = [{path.name for path in (HERE / language).glob("*.txt")} for language in languages]
    assert names
    assert all(one == names[0] and len(one) >= 3 for one in names)


@pytest.mark.parametrize("language", OTHERS)
def test_a_conversation_takes_the_same_way_in_every_language(language: str) -> None:
    """The same questions, answered in words and digits of one's own, to the same end."""
    for path in (HERE / language).glob("*.txt"):
        here, there = path.read_text(encoding="utf-8"), HERE / "en" / path.name
        own, english = play(here, *more(path)), play(there.read_text(encoding="utf-8"))
        # The first text may have told the language; then it is not asked.
        assert english.questions - own.questions <= {"language"}, path.name
        assert own.options == english.options, path.name
        assert not own.messages & {"not-listed", "choose-one"}


@pytest.fixture(scope="module", params=WHOLE)
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
