"""Short answers are understood however they are typed; a sentence is never a command."""

import pytest

from dialogs.model import Command, Language
from dialogs.words import Lexicon, Step, command, distress, fold, is_step, listening, numbers
from tests.conversations.play import lexicons

NL = Language("nl")


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  WIS ", "wis"),
        ("İPTAL", "iptal"),
        ("ISIR", "isir"),
        ("ısır", "isir"),
        ("stop!", "stop"),
        ("sto\u200cp", "stop"),
        ("كـــلمة", "كلمة"),
        ("كَلِمَة", "كلمة"),
        ("Serokê", "seroke"),
        ("п’ять", "пять"),
        ("don't", "dont"),
        ("don’t know.", "dont know"),
        ("ＳＴＯＰ", "stop"),
        ("۱۲", "12"),
        ("?", "?"),
        ("", ""),
    ],
)
def test_folding(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("1", (1,)),
        ("1.", (1,)),
        ("1 3", (1, 3)),
        ("1, 3 en 5", (1, 3, 5)),
        ("1, 3 and 5", (1, 3, 5)),
        ("1-3", (1, 3)),
        ("۳", (3,)),
        ("٣", (3,)),
        ("३", (3,)),
        ("３", (3,)),
        ("1️⃣", (1,)),
        ("12", (12,)),
        ("06 12345678", ()),
        ("3 mannen", ()),
        ("", ()),
        ("en", ()),
    ],
)
def test_numbers_of_any_script_alone_in_a_message(typed: str, given: tuple[int, ...]) -> None:
    assert numbers(typed, lexicons().values()) == given


def test_chinese_is_read_without_spaces() -> None:
    chinese = Lexicon(
        Language("zh-Hans"),
        steps={Step.AND: frozenset({"和"})},
        distress={"suicide": frozenset({"不想活了"})},
    )
    assert numbers("1和3", [chinese]) == (1, 3)
    assert distress("我觉得我不想活了", [chinese]) == ("suicide",)
    assert distress("我想好好活", [chinese]) == ()


def test_an_arabic_and_stands_before_its_number_without_a_space() -> None:
    arabic = Lexicon(Language("ar"), steps={Step.AND: frozenset({"و"})})
    assert numbers("١ و٣", [arabic]) == (1, 3)
    assert numbers("١، ٣ و ٥", [arabic]) == (1, 3, 5)
    assert numbers("والد", [arabic]) == ()


def test_an_and_may_be_written_against_the_number_before_it() -> None:
    tigrinya = Lexicon(Language("ti"), steps={Step.AND: frozenset({"ን"})})
    assert numbers("1ን 3ን", [tigrinya]) == (1, 3)
    assert numbers("1ንን", [tigrinya]) == ()


@pytest.mark.parametrize("typed", ["stop", "STOP.", " Stop ", "pauze", "st\u200dop"])
def test_a_command_is_a_whole_message(typed: str) -> None:
    assert command(typed, listening(lexicons(), NL)) is Command.STOP


@pytest.mark.parametrize(
    "typed",
    [
        "I want to stop being afraid",
        "stop het alsjeblieft nu",
        "hij zei stop",
        "gevaarlijk",
        "help mij",
    ],
)
def test_a_sentence_is_never_a_command(typed: str) -> None:
    assert command(typed, listening(lexicons(), NL)) is None


def test_english_and_dutch_words_count_in_every_language() -> None:
    other = Lexicon(Language("xx"), commands={Command.STOP: frozenset({"halt"})})
    known = {**lexicons(), Language("xx"): other}
    heard = listening(known, Language("xx"))
    assert [command(word, heard) for word in ("halt", "wis", "erase")] == [
        Command.STOP,
        Command.ERASE,
        Command.ERASE,
    ]
    assert command("halt", listening(known, NL)) is None


def test_every_language_counts_while_none_is_chosen() -> None:
    assert listening(lexicons(), None) == tuple(lexicons().values())


def test_letters_are_mixed_up_only_where_a_language_says_so() -> None:
    """Persian and Arabic keyboards differ in two letters; in Uyghur those differ in meaning."""
    persian = Lexicon(Language("fa"), letters={"ك": "ک", "ي": "ی"})
    assert persian.fold("كي") == persian.fold("کی")
    assert fold("كي") != fold("کی")


def test_distress_is_found_as_words_not_as_letters() -> None:
    heard = listening(lexicons(), NL)
    assert distress("Ik denk aan ZELFMOORD.", heard) == ("suicide",)
    assert distress("zelfmoordcommando's in het nieuws", heard) == ()
    assert distress("Ik wil dood zijn", heard) == ("suicide",)


def test_step_words_count_only_as_a_step() -> None:
    heard = listening(lexicons(), NL)
    assert is_step("Klaar!", Step.DONE, heard)
    assert not is_step("klaar met hem", Step.DONE, heard)
