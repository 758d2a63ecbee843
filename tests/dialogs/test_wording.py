"""The wording rules, checked over every text that a reporter may read."""

import re
from collections.abc import Iterator

import pytest

from bot.catalogue_checks import helping_ids
from bot.locales import Source, message_ids
from dialogs.checks import message_ids as needed
from dialogs.definition import Kind, Question
from dialogs.model import Language, Line, MessageId, Progress, Say
from dialogs.saying import put
from tests.conversations.play import catalogue, dialog

LANGUAGES = sorted(catalogue().languages)
FILLED = {
    "text": "x.",
    "step": "x.",
    "hours": "x",
    "title": "x",
    "answers": "x",
    "remark": "x",
    "story": "x",
    "number": "1",
    "of": "8",
    "code": "x",
    "low": "5",
    "high": "20",
    "time": "12:00",
    "day": "x",
}
MOST_SENTENCES = 3
MOST_WORDS = 18
NEVER = {
    "nl": [
        "wij begrijpen hoe",
        "u bent nu veilig",
        "wij zorgen dat het stopt",
        "waarom heeft u",
        "slachtoffer",
        "verdacht",
        "uw land",
        "illegaal",
        "meldpunt",
    ],
    "en": [
        "we understand how",
        "you are safe now",
        "we will make it stop",
        "why didn",
        "victim",
        "case officer",
        "suspicious",
        "your country",
        "illegal",
    ],
}
ORGANISATIONS = re.compile("slachtofferhulp|slachtofferloket", re.IGNORECASE)
"""Their names hold one of the words."""


def for_reporters() -> tuple[MessageId, ...]:
    """What the line says by itself, and what a professional sends through it."""
    helping = helping_ids(catalogue())
    return (*needed(dialog()), *(one for one in helping if one.startswith(("m-", "place-"))))


def texts(language: Language) -> Iterator[tuple[MessageId, str]]:
    """What the line says; a variable the operator fills is left out of the count."""
    for one in for_reporters():
        text = catalogue().text(language, one, **FILLED)
        limit = catalogue().settings.legal_limit[language]
        yield one, re.sub("[\u2066-\u2069]", "", text).replace(limit, "").strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_has_three_short_sentences_at_most(language: Language) -> None:
    for one, text in texts(language):
        sentences = [part for part in re.split(r"(?<=[.?!:])\s+", text) if part]
        assert len(sentences) <= MOST_SENTENCES + text.count(":"), one
        assert all(len(part.split()) <= MOST_WORDS for part in sentences), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_must_never_be_said_is_not_said(language: Language) -> None:
    for one, text in texts(language):
        own = ORGANISATIONS.sub("", text).lower()
        assert not [words for words in NEVER[language] if words in own], one


FORMAL = re.compile(r"\b[Uu]w?\b")
"""How Dutch addresses a grown-up it does not know."""


def test_someone_under_18_is_addressed_as_such() -> None:
    """Whoever says so at the age question reads `je` from then on, everywhere."""
    for one in for_reporters():
        young = catalogue().young(Language("nl"), one, **FILLED)
        grown = catalogue().text(Language("nl"), one, **FILLED)
        if not one.startswith("language-"):
            assert not FORMAL.search(young), one
        assert (young != grown) == bool(FORMAL.search(grown) and FORMAL.search(young) is None), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_asks_one_thing(language: Language) -> None:
    """Only a question carries a question mark that is meant to be answered, and only one."""
    for question in dialog().questions:
        for again in (False, True):
            asked = put(dialog(), Progress(at=question.id, language=language), again=again)
            for say in asked:
                assert isinstance(say, Say)
                told = Say(say.lines, say.choices, language)
                assert catalogue().render(told).count("?") <= 1, question.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_asks_one_thing_at_most(language: Language) -> None:
    for card in dialog().all_cards:
        for line in card.lines:
            text = catalogue().render(Say((Line(line),), language=language))
            assert text.count("?") <= 1, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_asks_why_or_shows_a_picture(language: Language) -> None:
    for one, text in texts(language):
        assert not re.search(r"\b(?:why|waarom)\b", text, re.IGNORECASE), one
        assert not re.search("[\U0001f000-\U0001faff]", text), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legal_limit_stands_before_the_promise(language: Language) -> None:
    limit = catalogue().settings.legal_limit[language]
    for question in ("send", "send_now"):
        before = dialog().by_id[question].before  # type: ignore[index]
        told = catalogue().render(Say(tuple(map(Line, before)), language=language))
        promise = catalogue().text(language, MessageId("expect-not-passed"))
        usually = catalogue().text(language, MessageId("expect-usually"))
        assert told.index(usually) < told.index(limit) < told.index(promise)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_and_system_name_the_same_figures(language: Language) -> None:
    """How long things are kept comes from the settings, so no text may write a figure itself."""
    source = Source(language, catalogue().sources[language].files)
    kept = [one for one in message_ids(source) if one in ("about-keep", "info-keep")]
    assert len(kept) == 2
    for one in kept:
        text = catalogue().text(language, one)
        assert str(catalogue().settings.draft_hours) in text
        assert str(catalogue().settings.case_days) in text
    for name in ("about-code", "closed-kept", "ended-kept", "info-code"):
        assert str(catalogue().settings.closed_days) in catalogue().text(language, MessageId(name))
    for name in ("code-confirmed-quiet", "code-declined", "info-code"):
        assert str(catalogue().settings.quiet_hours) in catalogue().text(language, MessageId(name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_stop_is_answered_with_ok_and_nothing_else(language: Language) -> None:
    assert catalogue().text(language, dialog().fixed.ok) == "OK."


def test_the_number_of_choices_stays_small() -> None:
    def most(question: Question) -> int:
        return 9 if question.kind is Kind.SEVERAL else 6

    assert all(len(one.options) <= most(one) for one in dialog().questions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_and_addresses_are_isolated_left_to_right(language: Language) -> None:
    card = catalogue().text(language, MessageId("card-suicide"))
    assert "\u2066113\u2069" in card
    assert "\u2068\u2066" not in card
