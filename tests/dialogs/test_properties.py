"""Whatever a reporter writes: nothing breaks, a question stays open, nothing said is lost."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.definition import Kind
from dialogs.engine import back_to_waiting, was_closed, went_live
from dialogs.model import (
    Command,
    Corrected,
    Erase,
    Heard,
    PassOn,
    Phase,
    Progress,
    Said,
    Say,
    SentFile,
    TextRef,
    TookBack,
    Turn,
)
from dialogs.report import report
from tests.conversations import play
from tests.dialogs.conftest import Reporter

WORDS = sorted(
    {word for one in play.lexicons().values() for words in one.commands.values() for word in words}
    | {word for one in play.lexicons().values() for words in one.steps.values() for word in words}
)
LABELS = sorted(
    {word for one in play.lexicons().values() for w in one.options.values() for word in w}
)
SIDE_STEPS = (
    "language",
    "number",
    "menu",
    "places_one",
    "places_two",
    "places_three",
    "code",
    "code_word",
    "code_word_type",
)
MARK = "zeshonderd olifanten"

texts = st.one_of(
    st.text(max_size=60),
    st.sampled_from(WORDS),
    st.sampled_from(LABELS),
    st.integers(0, 12).map(str),
    st.lists(st.integers(1, 9), min_size=1, max_size=4).map(lambda n: " en ".join(map(str, n))),
    st.sampled_from(["bel 06-12345678", "ik wil dood", "۲", "x" * 5_000, "\u200c", "\ud800"]),
)
refs = st.integers(0, 12).map(lambda number: TextRef(str(number)))
heards: st.SearchStrategy[Heard] = st.one_of(
    st.builds(Said, refs, texts),
    st.builds(Said, refs, texts),
    st.builds(Said, refs, texts),
    st.builds(Corrected, refs, texts),
    st.builds(TookBack, refs),
    st.builds(SentFile, refs),
)
desk = st.sampled_from(["opens", "closes", "hands back", "opens held", "closes held", "minutes"])
happenings = st.lists(st.one_of(heards, heards, heards, desk), max_size=40)


def new_reporter() -> Reporter:
    return Reporter(play.dialog(), play.lexicons())


def happen(reporter: Reporter, happening: Heard | str) -> Turn:
    if not isinstance(happening, str):
        return reporter.hear(happening)
    what, _, held = happening.partition(" held")
    del held
    may_write = not happening.endswith("held")
    moves = {"opens": went_live, "closes": was_closed, "hands back": back_to_waiting}
    if what in moves and reporter.progress.phase in (Phase.WAITING, Phase.LIVE):
        turn = moves[what](reporter.dialog, reporter.progress, may_write=may_write)
        reporter.progress = turn.progress
        return turn
    reporter.wait(1)
    return Turn(reporter.progress, ())


def render(turn: Turn) -> list[str]:
    return [play.catalogue().render(one) for one in turn.actions if isinstance(one, Say)]


@settings(max_examples=200, deadline=None)
@given(happenings)
def test_nothing_breaks_and_a_question_stays_open(happened: Sequence[Heard | str]) -> None:
    """Every turn renders; then a question is open, or everything is gone, or nothing was heard."""
    reporter = new_reporter()
    for happening in happened:
        before = reporter.progress
        turn = happen(reporter, happening)
        render(turn)
        report(reporter.dialog, reporter.progress)
        erased = any(isinstance(one, Erase) for one in turn.actions)
        silent = not isinstance(happening, Said | SentFile)
        assert reporter.at in reporter.dialog.by_id or erased or (silent and before.at is None)
        assert reporter.progress.aside is None or reporter.at in SIDE_STEPS
        assert len(reporter.progress.trail) <= len(reporter.dialog.questions)


@settings(max_examples=80, deadline=None)
@given(happenings)
def test_erasing_twice_always_erases(happened: Sequence[Heard | str]) -> None:
    reporter = new_reporter()
    for happening in happened:
        happen(reporter, happening)
    reporter.write("hm")  # an earlier first `erase` no longer counts
    reporter.write("wis")
    last = reporter.write("wis")
    assert any(isinstance(one, Erase) for one in last.actions)
    assert reporter.progress == Progress()


@settings(max_examples=80, deadline=None)
@given(happenings)
def test_stopping_is_always_answered_with_ok_alone(happened: Sequence[Heard | str]) -> None:
    reporter = new_reporter()
    for happening in happened:
        happen(reporter, happening)
    said = render(reporter.write("stop"))
    assert all(set(text.split()) == {"OK."} for text in said)
    assert len(said) == 1
    assert reporter.progress.paused


@settings(max_examples=80, deadline=None)
@given(happenings)
def test_skipping_and_going_back_come_to_an_end(happened: Sequence[Heard | str]) -> None:
    """Skipping ends where only the reporter's own word leads on; going back ends at the start."""
    reporter = new_reporter()
    for happening in happened:
        happen(reporter, happening)
    reporter.write("terug", "Nederlands")
    for _ in range(2 * len(reporter.dialog.questions)):
        reporter.write("overslaan")
    resting = reporter.progress
    reporter.write("overslaan")
    if resting.phase is not Phase.FEEDBACK and resting.at is not None:
        assert reporter.at == resting.at or reporter.progress == Progress()
    for _ in range(2 * len(reporter.dialog.questions)):
        reporter.write("terug")
    assert reporter.progress.trail == ()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(texts, st.just(MARK)), max_size=40))
def test_a_text_is_never_lost(written: Sequence[str]) -> None:
    """What is no answer is in the story, with the desk, or was said not to be kept."""
    reporter = new_reporter()
    for text in written:
        turn = reporter.write(text)
        if text != MARK or any(isinstance(one, Erase) for one in turn.actions):
            continue
        kept = MARK in reporter.story or MARK in _remarks(reporter)
        passed = any(isinstance(one, PassOn) for one in turn.actions)
        dropped = reporter.progress.phase is Phase.INFORMATION
        assert kept or passed or dropped


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=12))
def test_the_story_is_kept_word_for_word(written: Sequence[str]) -> None:
    """Long stories in any script arrive as they were written, unless they are commands."""
    reporter = new_reporter()
    reporter.write("hallo", "Nederlands", "1")
    own = [f"{text} {MARK}" for text in written]
    for text in own:
        reporter.write(text)
        if reporter.at == reporter.dialog.places.number:
            reporter.write("2")
    assert reporter.story == own


def _remarks(reporter: Reporter) -> list[str]:
    return [part.text for part in reporter.progress.remarks.values()]


def test_every_word_that_leaves_is_heard_at_every_question() -> None:
    """`stop`, `erase`, `danger` and `help` answer at every single question."""
    dutch = next(iter(play.lexicons().values()))
    for question in play.dialog().questions:
        for word in (Command.STOP, Command.ERASE, Command.DANGER, Command.HELP):
            reporter = new_reporter()
            reporter.write("hallo", "Nederlands")
            phase = question.phase or Phase.INTAKE
            reporter.progress = Progress(phase=phase, at=question.id, language=dutch.language)
            typed = min(dutch.commands[word])
            turn = reporter.write(typed)
            assert any(isinstance(one, Say) for one in turn.actions), (question.id, word)
            assert question.kind is Kind.LISTEN or reporter.story == []
