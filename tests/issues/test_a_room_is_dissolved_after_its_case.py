"""The row that dissolves a case room went with the case, when the reporter ended the talk first."""

from bot.inbox import WORDS
from handoff.actions import DissolveCaseRoom


def test_dissolving_a_room_is_no_word_of_its_case() -> None:
    """What tidies up after a case is still done when the case is gone."""
    words: frozenset[type] = frozenset(WORDS)
    assert DissolveCaseRoom not in words
