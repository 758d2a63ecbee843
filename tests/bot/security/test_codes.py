"""What follows from a return code: only from that code, that word and that line's salt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SealError
from bot.security.codes import Derivation, Slowness, normal, unwrap, wrap
from dialogs.returncode import make_code

SALT = bytes(range(32))
QUICK = Slowness(memory_kib=8, passes=1)
CODE, OTHER = make_code(bytes(32)), make_code(bytes(31) + b"1")


def test_each_code_line_and_cost_gives_another_place_and_key() -> None:
    made = [
        Derivation(SALT, QUICK).of(CODE),
        Derivation(SALT, QUICK).of(OTHER),
        Derivation(bytes(32), QUICK).of(CODE),
        Derivation(SALT, Slowness(memory_kib=16, passes=1)).of(CODE),
    ]
    assert len({one.locator for one in made}) == len({one.key for one in made}) == 4
    assert made[0].locator != made[0].key[:16]
    assert Derivation(SALT, QUICK).of(CODE) == made[0]


def test_a_guess_costs_what_was_promised() -> None:
    """64 MiB and three passes unless a test asks for less."""
    promised = Slowness()
    assert (promised.memory_kib, promised.passes) == (65_536, 3)
    assert Derivation(SALT).of(CODE) == Derivation(SALT, promised).of(CODE)


def test_a_word_changes_the_key_and_not_the_place() -> None:
    derivation = Derivation(SALT, QUICK)
    derived = derivation.of(CODE)
    key = derivation.with_word(derived, "apple tree")
    assert key != derived.key
    assert key != derivation.with_word(derived, "apple trees")
    assert key != derivation.with_word(derivation.of(OTHER), "apple tree")


@pytest.mark.parametrize(
    "typed",
    [
        "Apple  Tree",
        " APPLE\ttree\n",
        "ａｐｐｌｅ tree",
        "\u2067apple tree\u2069",
        "apple\u00a0tree",
    ],
)
def test_a_word_is_the_same_on_another_keyboard(typed: str) -> None:
    assert normal(typed) == "apple tree"


def test_words_of_other_scripts() -> None:
    assert normal("Straße") == normal("STRASSE")
    assert normal("e\u0301te\u0301") == normal("été")
    assert normal("درخت\u200cسیب") == normal("درختسیب")
    assert normal("درخت") != normal("سیب")


@given(st.text())
def test_normalising_again_changes_nothing(word: str) -> None:
    assert normal(normal(word)) == normal(word)


def test_a_private_key_comes_back_only_with_its_key_and_case() -> None:
    key, private = b"k" * 32, b"p" * 96
    wrapped = wrap(key, private, "a case")
    assert private not in wrapped
    assert unwrap(key, wrapped, "a case") == private
    for other, case, body in (
        (b"K" * 32, "a case", wrapped),
        (key, "another", wrapped),
        (key, "a case", wrapped[:-1] + bytes([wrapped[-1] ^ 1])),
    ):
        with pytest.raises(SealError):
            unwrap(other, body, case)
    assert wrap(key, private, "a case") != wrapped  # the same nonce twice would give both away


def test_a_derivation_prints_nothing() -> None:
    derivation = Derivation(SALT, QUICK)
    assert repr([derivation, derivation.of(CODE)]) == "[<Derivation>, <Derived>]"
