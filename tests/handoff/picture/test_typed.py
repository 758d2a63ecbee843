"""A line of codes is understood as a whole or changes nothing; a usual case takes three lines."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assets import load_codebook
from dialogs.model import Line, OptionId, Progress, QuestionId
from handoff.model import Case, CaseId, CodeId, StaffId, Stage
from handoff.picture.codebook import HELP, NARROW, STATE
from handoff.picture.coding import missing
from handoff.picture.prefill import from_answers
from handoff.picture.typed import MOST_WORDS, Changed, Typed, changed, read
from tests.conversations.play import dialog

BOOK = load_codebook()
DAY = date(2026, 1, 5)
NAMES = BOOK.names(DAY)
CASE = Case(CaseId("1"), Stage.LIVE, Progress(), countable=True)

codes = st.sampled_from(sorted(NAMES))
sets_of_codes = st.sets(codes, max_size=12).filter(
    lambda chosen: all(len(chosen & axis.ids) <= axis.most for axis in BOOK.axes)
)
cases = st.builds(
    lambda chosen, state, narrow: replace(CASE, codes=chosen, state=state, narrow=narrow),
    sets_of_codes.map(frozenset),
    st.sampled_from(("", "IR", "unknown")),
    st.booleans(),
)
words = st.one_of(
    st.text(max_size=12),
    codes.map(str),
    st.sampled_from([*NAMES.values(), *(axis.id for axis in BOOK.axes), STATE, NARROW, HELP]),
    st.sampled_from(["IR", "zz", "multiple", "-", "–", "online", "money", "diplomatic", "@room"]),
)
lines = st.lists(
    st.tuples(st.sampled_from(["", "-", "–", "−"]), words).map("".join), max_size=8
).map(" ".join)


def after(case: Case, text: str) -> Changed | tuple[Line, ...]:
    typed = read(text, BOOK, DAY)
    return changed(case, typed, BOOK, DAY) if isinstance(typed, Typed) else typed


def done(case: Case, text: str) -> Case:
    result = after(case, text)
    assert isinstance(result, Changed), [(line.id, line.args) for line in result]
    return result.case


def troubles(case: Case, text: str) -> list[str]:
    result = after(case, text)
    assert not isinstance(result, Changed)
    return [line.id for line in result]


@given(cases, lines)
def test_whatever_is_typed_is_done_whole_or_not_at_all(case: Case, text: str) -> None:
    result = after(case, text)
    if not isinstance(result, Changed):
        assert result  # why is said
        return
    coded = result.case
    assert coded.codes <= set(NAMES)
    assert all(len(coded.codes & axis.ids) <= axis.most for axis in BOOK.axes)
    assert coded.state in BOOK.every_state | {""}
    assert replace(coded, codes=case.codes, state=case.state, narrow=case.narrow) == case


@given(lines)
def test_an_answer_repeats_nothing_but_plain_words(text: str) -> None:
    """What was typed could be anything: a link, a mention, a control character."""
    result = after(CASE, text)
    for line in () if isinstance(result, Changed) else result:
        word = line.args.get("word", "")
        assert word.replace("-", "").replace("_", "").isalnum() or word == ""
        assert len(word) <= 30


@given(cases, sets_of_codes, st.data())
def test_every_choice_can_be_typed_in_one_line(
    case: Case, wanted: set[CodeId], data: st.DataObject
) -> None:
    def typed(code: CodeId) -> str:
        name = data.draw(st.sampled_from((NAMES[code], code, NAMES[code].replace("_", "-"))))
        return data.draw(st.sampled_from((name, name.upper(), name.title() + ",")))

    gone = [data.draw(st.sampled_from("-–−")) + one for one in case.codes - wanted]
    text = " ".join(data.draw(st.permutations([*gone, *map(typed, wanted)])))
    assert done(case, text).codes == wanted


@given(cases, codes)
def test_taking_off_undoes_putting_on(case: Case, code: CodeId) -> None:
    assert code not in done(case, f"-{code}").codes
    if code not in case.codes and len(case.codes & BOOK.axis_of[code].ids) == 0:
        assert done(done(case, code), f"-{NAMES[code]}") == case


@given(codes.filter(lambda code: len(NAMES[code]) > 6), st.data())
def test_a_slip_of_the_finger_is_not_taken_for_something_else(
    code: CodeId, data: st.DataObject
) -> None:
    """One letter left out: nothing happens, and what was meant is named."""
    name = NAMES[code]
    at = data.draw(st.integers(1, len(name) - 1))
    slip = name[:at] + name[at + 1 :]
    result = after(CASE, f"threat {slip}")
    if BOOK.meant(slip, DAY):
        return
    assert not isinstance(result, Changed)
    assert result[0].id == "coding-near"
    assert name in result[0].args["near"].split(", ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("threat bedreiging", ["coding-unknown"]),
        ("online", ["coding-ambiguous"]),
        ("money", ["coding-ambiguous"]),
        ("diplomatic", ["coding-unknown"]),
        ("tg", ["coding-is-axis"]),
        ("threat -threat", ["coding-both"]),
        ("threat harass smear hack", ["coding-too-many"]),
        ("self professional", ["coding-too-many"]),
        ("state", ["coding-state-which"]),
        ("state NL", ["coding-state-unknown"]),
        ("state @room:x", ["coding-unreadable"]),
        ("http://x.test", ["coding-unreadable"]),
        ("--", ["coding-unreadable"]),
        ("bedreiging druk", ["coding-unknown", "coding-unknown"]),
        (("threat " * (MOST_WORDS + 1)), ["coding-unreadable"]),
    ],
)
def test_what_is_not_clear_is_said_and_not_done(text: str, told: list[str]) -> None:
    assert troubles(CASE, text) == told


def test_a_fourth_mode_is_refused_with_what_there_would_be() -> None:
    full = done(CASE, "threat harass smear")
    result = after(full, "hack")
    assert not isinstance(result, Changed)
    args = result[0].args
    assert args["codes"] == "threat, harass, hack, smear"
    assert args["most"] == "3"
    assert done(full, "hack -smear").codes == {"mo_threat", "mo_harass", "mo_hack"}


def test_where_one_is_chosen_another_takes_its_place_and_that_is_told() -> None:
    result = after(done(CASE, "self"), "other_private")
    assert isinstance(result, Changed)
    assert result.case.codes == {"rl_other_private"}
    assert result.instead == (("rl_other_private", "rl_self"),)


def test_the_state_and_the_box_are_put_on_and_taken_off() -> None:
    coded = done(CASE, "threat state ir narrow")
    assert (coded.state, coded.narrow) == ("IR", True)
    assert done(coded, "state Multiple").state == "multiple"
    assert done(coded, "-state -narrow") == replace(coded, state="", narrow=False)


def test_a_second_reader_agreed_to_how_it_was_coded_then() -> None:
    agreed = replace(done(CASE, "threat self"), agreed=StaffId("@bram:staff.test"))
    assert done(agreed, "threat") == agreed
    assert done(agreed, "spoken").agreed is None
    assert done(agreed, "state IR").agreed is None
    assert done(agreed, "narrow").agreed is None


# ---- ninety seconds -----------------------------------------------------------------------------


def answered(**given: str) -> Progress:
    answers = {QuestionId(q): tuple(map(OptionId, o.split())) for q, o in given.items()}
    return Progress(answers=answers)


FULL = answered(
    q_what="threat family", q_how="online", q_who="official", q_aim="silent", q_when="now",
    q_often="more", q_where="netherlands", q_effect="worry say_less", who="me",
)  # fmt: skip


@pytest.mark.parametrize(
    ("progress", "typed"),
    [
        (FULL, ["!code", "!code threat general spoken state IR", "!close"]),
        (Progress(), ["!code", "!code threat relatives self spoken state IR", "!close"]),
    ],
    ids=["every question answered", "straight to a person"],
)
def test_a_usual_case_takes_three_lines_at_most(progress: Progress, typed: list[str]) -> None:
    prefilled = from_answers(BOOK, dialog(), progress).chosen
    case = replace(CASE, codes=prefilled)
    assert missing(case, BOOK)
    coded = done(case, typed[1].removeprefix("!code "))
    assert missing(coded, BOOK) == ()
    assert len(typed) <= 3
    assert sum(map(len, typed)) <= 60  # at a slow typist's two letters a second: 30 seconds


# ---- what is filled in --------------------------------------------------------------------------


def test_what_can_mean_one_thing_is_set_and_what_may_mean_two_is_proposed() -> None:
    prefill = from_answers(BOOK, dialog(), FULL)
    assert prefill.chosen == {
        "mo_relatives", "me_online", "ac_open", "aim_silence", "tm_ongoing", "fq_repeated",
        "pl_netherlands", "ef_mental", "ef_self_censorship", "rl_self",
    }  # fmt: skip
    assert prefill.fits == {"mo_threat", "mo_violence"}


def test_more_than_may_be_chosen_is_only_proposed() -> None:
    effects = answered(q_effect="worry say_less avoid money pain")
    prefill = from_answers(BOOK, dialog(), effects)
    assert prefill.chosen == frozenset()
    assert {code.id for code in BOOK.axis("ef").codes} == prefill.fits  # type: ignore[union-attr]


def test_a_question_that_was_passed_over_says_nothing() -> None:
    """The answer of an earlier way through the dialog, before the reporter asked for a person."""
    assert from_answers(BOOK, dialog(), answered(who="me")).chosen == {"rl_self"}
    later = answered(who="me", offer_human="now")
    assert from_answers(BOOK, dialog(), later).chosen == frozenset()
