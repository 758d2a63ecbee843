"""JSON from strangers: whatever is in it, the rest of the answer is read and can be stored."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.matrix.parse import DEEPEST, cut, parse

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=30,
)


@given(JSON)
def test_ordinary_json_is_read_as_ever(thing: object) -> None:
    """With and without escapes."""
    assert parse(json.dumps(thing).encode()) == thing
    assert (
        cut(json.dumps(thing, ensure_ascii=False).encode())
        == json.dumps(thing, ensure_ascii=False).encode()
    )


@pytest.mark.parametrize("levels", [DEEPEST, 500, 5000, 100_000])
@pytest.mark.parametrize("pair", [("[", "]"), ('{"[}\\"": ', "}")])
def test_one_bottomless_message_does_not_cost_the_others(
    levels: int, pair: tuple[str, str]
) -> None:
    """A stranger may send it; without this nothing would ever be read again."""
    deep = pair[0] * levels + "5" + pair[1] * levels
    answer = '{"a": "one", "deep": ' + deep + ', "b": ["two"]}'
    found = parse(answer.encode())
    assert (found["a"], found["b"]) == ("one", ["two"])


def test_lone_surrogates_cannot_reach_the_disk() -> None:
    """Pairs are letters and stay."""
    found = parse(b'{"text": "a\\ud800b\\uDFFFc", "smile": "\\ud83d\\ude00", "\\udabc": 1}')
    assert found == {"text": "a?b?c", "smile": "\U0001f600", "?": 1}
    json.dumps(found, ensure_ascii=False).encode()


@pytest.mark.parametrize("raw", [b"", b"{", b"[" * 100_000, b'"', b"\xff", b"nonsense"])
def test_what_is_no_json_is_a_value_error(raw: bytes) -> None:
    """And nothing else."""
    with pytest.raises((json.JSONDecodeError, UnicodeDecodeError)):
        parse(raw)
