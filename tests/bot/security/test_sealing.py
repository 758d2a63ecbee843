"""What is sealed to a case opens with its key alone, and shows little of its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SealError
from bot.security.sealing import make_pair, open_sealed, padded_size, seal

PAIR = make_pair()
CASE = "a case"


@given(st.binary(max_size=70_000))
def test_what_was_sealed_opens(plain: bytes) -> None:
    assert open_sealed(PAIR.private, CASE, seal(PAIR.public, CASE, plain)) == plain


def test_one_length_stands_for_many() -> None:
    """The seal itself adds the same to each."""
    added = len(seal(PAIR.public, CASE, b"")) - padded_size(0)
    lengths = (0, 1, 828, 829, 4092, 4093, 16_380, 16_381, 65_020, 65_021, 130_044, 130_045)
    seen = [len(seal(PAIR.public, CASE, b"x" * length)) - added for length in lengths]
    assert seen == [padded_size(length) for length in lengths]
    small, large = [832] * 3, [65_024] * 2
    assert seen == [*small, 4096, 4096, 16_384, 16_384, *large, 130_048, 130_048, 195_072]


def test_nothing_else_opens_it() -> None:
    sealed = seal(PAIR.public, CASE, b"said")
    for place in (0, 40, 1120, len(sealed) - 1):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(SealError) as caught:
            open_sealed(PAIR.private, CASE, bytes(changed))
        assert caught.value.__cause__ is None
    for private, case in ((make_pair().private, CASE), (PAIR.private, "another case")):
        with pytest.raises(SealError):
            open_sealed(private, case, sealed)
    with pytest.raises(SealError):
        open_sealed(PAIR.private, CASE, b"")


def test_the_same_twice_looks_different() -> None:
    one, two = (seal(PAIR.public, CASE, b"said") for _ in range(2))
    assert one[:40] != two[:40]
    assert one[-40:] != two[-40:]


def test_the_halves_show_nothing_of_each_other() -> None:
    assert repr(PAIR) == "<KeyPair>"
    assert len(PAIR.public) == 1216
    assert PAIR.private not in PAIR.public
