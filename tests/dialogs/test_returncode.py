"""Return codes: read however they are written, and no mistake of one digit or swap passes."""

import sys
import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.returncode import (
    _DAMM,
    Mistyped,
    ReturnCode,
    first_group,
    groups,
    make_code,
    read_code,
)

CODE = make_code(bytes(range(32)))
ZEROS = [
    char
    for char in map(chr, range(sys.maxunicode + 1))
    if char.isdecimal() and unicodedata.decimal(char) == 0
]
"""Nought in every script there is; the other nine digits follow it."""

codes = st.binary(min_size=32, max_size=32).map(make_code)
between = st.text(
    st.sampled_from(" -\n\t\u00a0\u202f\u200f\u2066\u2069\u200e\u2013.,\ufeff/"), max_size=3
)


def in_script(code: str, zero: str) -> str:
    return "".join(chr(ord(zero) + int(digit)) for digit in code)


def test_a_code_has_25_digits_of_which_24_are_chance() -> None:
    assert len(CODE) == 25
    assert CODE.isascii()
    assert CODE.isdecimal()
    assert groups(CODE).split(" ") == [CODE[n : n + 5] for n in range(0, 25, 5)]
    assert first_group(CODE) == CODE[:5]
    lowest, highest = make_code(bytes(32)), make_code((10**24 - 1).to_bytes(32))
    assert (lowest[:24], highest[:24]) == ("0" * 24, "9" * 24)
    assert make_code((10**24).to_bytes(32)) == lowest


def test_no_code_is_more_likely_than_another() -> None:
    """The numbers that would be left over are refused."""
    with pytest.raises(ValueError, match="cannot be used"):
        make_code(b"\xff" * 32)
    over = 256**32 // 10**24 * 10**24
    assert make_code((over - 1).to_bytes(32))[:24] == "9" * 24
    with pytest.raises(ValueError, match="cannot be used"):
        make_code(over.to_bytes(32))
    with pytest.raises(ValueError, match="32"):
        make_code(bytes(16))


def test_the_table_catches_every_wrong_digit_and_every_swap() -> None:
    table = [[int(digit) for digit in row] for row in _DAMM]
    ten = range(10)
    for row in table:
        assert sorted(row) == list(ten)  # a wrong digit moves on to another state
    for state, one, two in product(ten, ten, ten):
        if one != two:
            assert table[table[state][one]][two] != table[table[state][two]][one]
    assert all(table[digit][digit] == 0 for digit in ten)


@given(codes)
def test_every_single_mistake_is_noticed(code: ReturnCode) -> None:
    for place in range(25):
        for digit in "0123456789":
            wrong = code[:place] + digit + code[place + 1 :]
            if wrong != code:
                assert isinstance(read_code(wrong), Mistyped)
    for place in range(24):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        if swapped != code:
            assert isinstance(read_code(swapped), Mistyped)


@given(codes, st.sampled_from(ZEROS), st.data())
def test_a_code_is_read_in_digits_of_any_script_however_spaced(
    code: ReturnCode, zero: str, data: st.DataObject
) -> None:
    typed = "".join(digit + data.draw(between) for digit in in_script(code, zero))
    assert read_code(data.draw(between) + typed) == code


def test_every_script_is_read() -> None:
    assert len(ZEROS) > 60
    for zero in ZEROS:
        assert read_code(in_script(groups(CODE).replace(" ", ""), zero)) == CODE


@given(codes, st.sampled_from(["my code is {}", "{} thank you", "کد من: {}", "Code:\n{}\nHallo"]))
def test_a_code_is_found_among_words(code: ReturnCode, words: str) -> None:
    for shape in (
        code,
        groups(code),
        groups(code).replace(" ", "-"),
        groups(code).replace(" ", "\n"),
    ):
        assert read_code(words.format(shape)) == code
    wrong = str((int(code[0]) + 1) % 10) + code[1:]
    assert isinstance(read_code(words.format(groups(ReturnCode(wrong)))), Mistyped)


def test_a_code_is_found_beside_other_numbers() -> None:
    assert read_code(f"I am 25 {groups(CODE)} 7 people") == CODE
    keycaps = "".join(f"{digit}\ufe0f\u20e3" for digit in CODE)
    assert read_code(keycaps) == CODE
    assert read_code(f"\u2066{groups(CODE)}\u2069 👍") == CODE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "06 12345678",
        "+31 6 12 34 56 78",
        "He calls from 06 12345678, 06 87654321 and 070 1234567",
        "NL91 ABNA 0417 1643 00",
        "1",
        "12345",
        "1234567890123456789",
        "x" + "1" * 26,
        "It came " + "12345 " * 6 + "times",
        "²³" * 13,
        "I count " + " ".join(CODE),
        "\u202e\x00\ud800",
    ],
)
def test_other_numbers_are_no_code(text: str) -> None:
    assert read_code(text) is None


@pytest.mark.parametrize("count", [20, 23, 24, 26, 30])
def test_nearly_a_code_and_nothing_else_is_said_to_be_mistyped(count: int) -> None:
    typed = ("12" * count)[:count]
    assert isinstance(read_code(typed), Mistyped)
    assert read_code(typed + " was the number") is None


@given(st.text())
def test_nothing_that_is_typed_raises(text: str) -> None:
    read_code(text)


@given(st.text(st.sampled_from("0123456789۵٥ \n-a\u200f²"), max_size=80))
def test_nothing_with_digits_raises(text: str) -> None:
    read = read_code(text)
    assert read is None or isinstance(read, Mistyped) or len(read) == 25


def test_what_was_mistyped_does_not_print_itself() -> None:
    assert repr(read_code("1" * 24)) == "<Mistyped>"
