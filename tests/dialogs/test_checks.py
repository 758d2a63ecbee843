"""Each check of a definition finds the one fault that was put into a good one."""

from pathlib import Path

import pytest

from dialogs.checks import counters, message_ids, problems
from dialogs.definition import Dialog, DialogError, read_dialog
from dialogs.diagram import diagram
from tests.conversations.play import ROOT, dialog

GOOD = (ROOT / "dialogs" / "intake.toml").read_text(encoding="utf-8")


def broken(old: str, new: str) -> Dialog:
    assert old in GOOD
    return read_dialog(GOOD.replace(old, new, 1))


def test_the_intake_has_no_problem() -> None:
    assert problems(dialog()) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('then = "safe_now"', 'then = "nowhere"', "does not exist"),
        ('go = "after_danger"', 'go = "nowhere"', "does not exist"),
        ('cards = ["danger"]', 'cards = ["nothing"]', "names a card nothing"),
        ('when = ["q_who.official"', 'when = ["q_who.nobody"', "names an answer"),
        ('skip_as = "talk_erase"', 'skip_as = "nothing"', "names an answer"),
        ('also = "offer_human.now"', 'also = "offer_human.then"', "names an answer"),
        ('id = "worry"', 'id = "story"', "stands there 2 times"),
        ('label = "device-on"', 'label = "device-stop"', "stands there 2 times"),
        ('go = "device"\n', "", "device cannot be reached"),
        ('lines = ["device"]\nthen = "story"', 'lines = ["device"]', "cannot be skipped"),
        ('then = "q_how"', 'then = "q_what"', "for ever"),
        ('cards = ["press"]\n', "", "card press cannot be reached"),
        ('skip_as = "on"\n', "", "menu cannot be skipped"),
    ],
)
def test_a_fault_is_found(old: str, new: str, told: str) -> None:
    assert any(told in one for one in problems(broken(old, new)))


def test_too_many_choices_are_found() -> None:
    more = "".join(f'[[question.option]]\nid = "more{n}"\nlabel = "more-{n}"\n' for n in range(4))
    added = broken('[[question]]\nid = "q_who"', f'{more}[[question]]\nid = "q_who"')
    assert any("more than 6" in one for one in problems(added))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('start = "language"', 'begin = "language"'),
        ('kind = "story"', 'kind = "poem"'),
        ('flags = ["unsure"]', 'flags = ["strange"]'),
        ('lines = ["worry"]', "lines = []"),
        ('start = "language"', "start = "),
    ],
)
def test_a_definition_that_cannot_be_read_is_refused(old: str, new: str) -> None:
    with pytest.raises(DialogError):
        broken(old, new)


def test_every_message_the_dialog_names_is_listed() -> None:
    listed = set(message_ids(dialog()))
    assert {"safe-now", "safe-now-danger", "about-read", "card-marry", "word-stop", "ok"} <= listed


def test_counters_hold_no_person() -> None:
    assert "sent" in counters(dialog())
    assert "feedback_help_yes" in counters(dialog())
    assert len(set(counters(dialog()))) == len(counters(dialog()))


def test_the_diagram_shows_every_question_and_every_way() -> None:
    drawn = diagram(dialog())
    assert drawn.startswith("flowchart TD\n")
    for question in dialog().questions:
        assert f'{question.id}["' in drawn
    assert "safe_now -->|danger| after_danger" in drawn
    assert "send -->|send| waiting" in drawn
    assert "story -.->|skip| offer_human" in drawn


def test_decisions_hold_no_sentence() -> None:
    """No file of the dialog's code holds a text for a reporter: ids only."""
    for path in Path(ROOT / "dialogs").glob("*.toml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert line.startswith("#") or ". " not in line
