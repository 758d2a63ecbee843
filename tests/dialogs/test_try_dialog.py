"""The terminal conversation: the same dialog, no network."""

from io import StringIO

from bot.try_dialog import try_dialog
from tests.conversations.play import catalogue, dialog


def talk(*written: str) -> str:
    screen = StringIO()
    try_dialog(catalogue(), dialog(), StringIO("\n".join(written) + "\n"), screen)
    return screen.getvalue()


def test_a_talk_in_the_terminal() -> None:
    shown = talk("hello", "2", "1", "They follow me.", "done", "2", "1", "4", "1", "1", "hm")
    assert "Thank you for telling this." in shown
    assert "[sent to the desk: a person now]" in shown
    assert "[passed on to the desk]" in shown


def test_the_end_of_the_input_ends_the_talk() -> None:
    assert talk("wis", "wis").rstrip().endswith(">")
    assert "[everything erased]" in talk("wis", "wis")
