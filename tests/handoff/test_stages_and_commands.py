"""What moves a case, what is a command, how texts are cut: everything else does nothing."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from transitions import MachineError

from dialogs.model import Progress, StoryPart, TextRef
from handoff.commands import TABLE as COMMANDS
from handoff.commands import Misread, NoCommand, parse
from handoff.commands.base import Invocation, Where
from handoff.desk import crosses
from handoff.model import Answer, Case, CaseId, Stage
from handoff.relay import PART, parts, to_reporter, to_staff
from handoff.stages import _MACHINE, TABLE, Trigger, may, move

MOVES = {(trigger, stage): target for trigger, sources, target in TABLE for stage in sources}
WORDS = {one.word for one in COMMANDS}


@pytest.mark.parametrize(("trigger", "stage"), list(itertools.product(Trigger, Stage)))
def test_only_what_the_table_holds_moves_a_case(trigger: Trigger, stage: Stage) -> None:
    assert may(stage, trigger) == ((trigger, stage) in MOVES)
    if (trigger, stage) in MOVES:
        assert move(stage, trigger) is MOVES[trigger, stage]
    else:
        with pytest.raises(MachineError):
            move(stage, trigger)
    assert _MACHINE.models == []  # nothing of a case stays in the machine


def test_a_case_must_be_claimed_before_anyone_reads_and_cannot_skip_the_queue() -> None:
    assert {stage for stage in Stage if may(stage, Trigger.ARRIVE)} == {Stage.CLAIMED}
    assert {stage for stage in Stage if may(stage, Trigger.CLAIM)} == {Stage.WAITING}


# ---- commands -----------------------------------------------------------------------------------

near = st.one_of(
    st.text(),
    st.sampled_from(sorted(WORDS)).flatmap(
        lambda word: st.tuples(
            st.sampled_from(["", "!", " !", "! ", "!!", "x !", "\u2068!", "！"]),
            st.sampled_from([word, word.upper(), word + "s", word[:-1], word + "."]),
            st.sampled_from(["", " 47", " 47\n", " anyway", " 47 anyway", " ٤٧", " please", "47"]),
        ).map("".join)
    ),
)


@given(near, st.sampled_from(Where))
def test_nothing_but_exact_whole_messages_executes(text: str, where: Where) -> None:
    read = parse(text, where)
    plain = text.translate(dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))).strip()
    if not plain.startswith("!"):
        assert isinstance(read, NoCommand) or read is Misread.UNKNOWN
    if not isinstance(read, Invocation):
        return
    word, *rest = plain[1:].split()
    assert plain.startswith("!" + word)
    assert word == read.command.word
    assert where in read.command.where
    numbers = [rest.pop(0)] if read.number is not None else []
    assert [int(one) for one in numbers] == ([] if read.number is None else [read.number])
    if read.command.takes_text:
        assert read.text.split() == rest
    else:
        assert set(rest) <= read.command.words


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_command_is_read_where_it_belongs_and_nowhere_else(word: str) -> None:
    command = next(one for one in COMMANDS if one.word == word)
    for where in Where:
        number = " 47" if command.numbered and where is Where.DESK else ""
        read = parse(f"!{word}{number}", where)
        if where in command.where:
            assert read == Invocation(command, 47 if number else None, frozenset())
        else:
            assert read is Misread.NOT_HERE


@pytest.mark.parametrize(
    "text",
    [
        "!close anyway " + "anyway " * 9 + "and tell her mother",
        "!close\nThank you for everything.",
        "!close anyway please",
    ],
)
def test_a_letter_that_begins_like_a_command_is_none(text: str) -> None:
    assert parse(text, Where.CASE) is Misread.TOO_MUCH


@pytest.mark.parametrize(
    "text",
    ["！close", "\u200b!close", "﹗back", "\u2067\u200b!x", "ǃclose", "❗close", "\u3164!", "‼ nu"],
)
def test_what_only_looks_like_a_command_is_not_for_the_reporter(text: str) -> None:
    """A paste or a keyboard can do that; the words behind it may be a note about somebody."""
    assert parse(text, Where.CASE) is Misread.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "// us",
        "/ us",
        "! us",
        " //us",
        "\u200b// us",
        "／／ us",
        "/\u200b/ us",
        "⁄⁄",
        "/／x",
        "\n//\u0301 x",
    ],
)
def test_a_note_is_one_however_its_signs_came_to_be(text: str) -> None:
    assert not crosses(text)


@pytest.mark.parametrize("text", ["¡Hola!", "Dag!", "?!", "a // b", "🙂", "« Oui ! »", "سلام"])
def test_plain_lines_stay_plain(text: str) -> None:
    assert isinstance(parse(text, Where.CASE), NoCommand)
    assert crosses(text)


@pytest.mark.parametrize(
    "number", ["٤٧", "４７", "047", "0", "47.0", "1e2", "+47", "4" * 7, "4\u200b7"]
)
def test_a_number_is_written_as_on_the_card(number: str) -> None:
    assert parse(f"!claim {number}", Where.DESK) is Misread.NUMBER_MISSING


# ---- cutting ------------------------------------------------------------------------------------

long_texts = st.lists(
    st.sampled_from(["a", " ", "\n", "woord ", "\u200c", "👩‍👩‍👧", "کتاب‌ها "]), max_size=400
).map("".join)


@given(long_texts, st.integers(min_value=1, max_value=60))
def test_cutting_loses_nothing(text: str, limit: int) -> None:
    pieces = parts(text, limit)
    assert "".join(pieces) == text
    assert all(len(piece) <= limit for piece in pieces)
    assert all(pieces[:-1])


@given(st.integers(min_value=0, max_value=5 * PART))
def test_both_directions_carry_the_whole_text(length: int) -> None:
    text = ("een twee drie " * (length // 14 + 1))[:length]
    shown = to_staff(StoryPart(TextRef("1"), text), None)
    assert "".join(block.text for post in shown for block in post.blocks) == text  # type: ignore[union-attr,misc]
    assert {post.ref for post in shown} == ({"1"} if text else set())
    sent = to_reporter(Answer(TextRef("2"), text), Case(CaseId("1"), Stage.LIVE, Progress()))
    assert "".join(one.text for one in sent) == text  # type: ignore[union-attr,misc]
