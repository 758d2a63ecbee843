"""The codebook is what was agreed on, says so in every language, and cannot be changed unseen."""

from datetime import date
from pathlib import Path

import pytest

from bot.assets import load_codebook
from dialogs.definition import split
from dialogs.model import MessageId
from handoff.model import CodeId
from handoff.picture import codebook
from handoff.picture.codebook import (
    MULTIPLE,
    UNKNOWN,
    CodebookError,
    about,
    label,
    read_codebook,
    state_name,
)
from tests.conversations.play import ROOT, catalogue, dialog

BOOK = load_codebook()
TEXT = (ROOT / "handoff" / "picture" / "codebook.toml").read_text(encoding="utf-8")
DAY = date(2026, 1, 5)
MOST = {
    "mo": 3, "me": 2, "tg": 1, "rl": 1, "aim": 2, "ef": 3, "ac": 1, "pl": 1, "tm": 1, "fq": 1,
    "cr": 1, "rf": 2, "oc": 1, "fu": 3,
}  # fmt: skip
SAYS_NOTHING = {"q_what.else", "q_aim.unknown", "q_effect.little"}
"""Choices that are no code."""


def test_no_code_was_renamed_or_used_again() -> None:
    """Whoever adds a code adds it here; nobody takes one away: what was counted must be read."""
    listed = (Path(__file__).parent / "codes.txt").read_text(encoding="utf-8").splitlines()
    codes = [code for axis in BOOK.every_axis for code in axis.codes]
    shown = [f"{one.id} {one.risk.value} {one.group or ''}".strip() for one in codes]
    assert shown == listed
    assert len(codes) == 60


def test_there_are_fourteen_questions_and_three_must_be_answered() -> None:
    assert {axis.id: axis.most for axis in BOOK.every_axis} == MOST
    assert [axis.id for axis in BOOK.axes if axis.required] == ["mo", "rl", "oc"]


def test_the_follow_up_is_never_coded_of_a_case() -> None:
    assert BOOK.axis("fu") is None
    assert not [code for code in BOOK.by_id if code.startswith("fu_")]
    assert BOOK.meant("fu_diplomatic", DAY) == ()


def test_there_are_five_groups_of_modes_and_three_of_targets() -> None:
    groups = {code.group for code in BOOK.by_id.values() if code.group}
    assert sorted(groups) == [
        "mo_any_harm", "mo_any_influence", "mo_any_law_money", "mo_any_pressure",
        "mo_any_watching", "tg_any_general", "tg_any_minority", "tg_any_public",
    ]  # fmt: skip
    ungrouped = {c.id for a in ("mo", "tg") for c in BOOK.axis(a).codes if not c.group}  # type: ignore[union-attr]
    assert ungrouped == {"mo_other"}


def test_every_code_question_and_state_has_its_texts_in_every_language() -> None:
    ids = [one for axis in BOOK.every_axis for one in (axis.id, *(code.id for code in axis.codes))]
    wanted = {text for one in ids for text in (label(one), about(one))}
    wanted |= {state_name(state) for state in (*BOOK.states, UNKNOWN, MULTIPLE)}
    for language in catalogue().languages:
        assert not [one for one in wanted if not catalogue().has(language, one)]
    named = {catalogue().text(language, label(one)) for one in ids}
    assert len(named) >= len(ids) - 6  # a few are called alike: money, online, professional


def test_no_text_stands_there_for_a_code_that_there_is_not() -> None:
    for language, source in catalogue().sources.items():
        rows = "".join(
            source.files[name] for name in ("staff/codebook.ftl", "staff/states.ftl")
        ).splitlines()
        ids = [MessageId(row.split(" =")[0]) for row in rows if " = " in row]
        known = {label(one.id) for one in BOOK.every_axis}
        known |= {label(code.id) for axis in BOOK.every_axis for code in axis.codes}
        for one in ids:
            if one.startswith("codebook-"):
                assert one.removesuffix("-about") in known, (language, one)
            if one.startswith("state-"):
                assert one.removeprefix("state-") in BOOK.every_state, (language, one)


def test_a_states_name_ends_in_what_is_typed() -> None:
    """So that whoever looks it up in the list, or mistyped it, sees both."""
    for language in catalogue().languages:
        for state in BOOK.states:
            assert catalogue().text(language, state_name(state)).endswith(f"({state})")


def test_the_states_are_those_of_iso_3166_but_for_our_own() -> None:
    assert len(BOOK.states) == 248
    assert list(BOOK.states) == sorted(BOOK.states)
    assert "NL" not in BOOK.states


def test_what_the_reporter_chose_is_read_whole() -> None:
    """Each option of a question that says something about the codes does, or is known not to."""
    said = {one.choice for one in BOOK.answers}
    questions = {split(choice)[0] for choice in said}
    options = {f"{q}.{option.id}" for q in questions for option in dialog().at(q).options}
    assert said | SAYS_NOTHING == options
    assert not said & SAYS_NOTHING


def test_the_outcome_is_never_filled_in_by_itself() -> None:
    assert not [code for one in BOOK.answers for code in (*one.sets, *one.fits) if "oc_" in code]


# ---- retiring -----------------------------------------------------------------------------------

RETIRED = TEXT.replace(
    'id = "mo_hack"\nrisk = "mid"\n',
    'id = "mo_hack"\nrisk = "mid"\nuntil = 2026-06-30\nsuccessor = "mo_surveil"\n',
).replace('fits = ["mo_hack", "mo_harass"]', 'fits = ["mo_harass"]')


def test_a_retired_code_is_chosen_no_more_and_counts_as_its_successor() -> None:
    book = read_codebook(RETIRED)
    last, after = date(2026, 6, 30), date(2026, 7, 1)
    assert book.meant("hack", last) == ("mo_hack",)
    assert book.meant("hack", after) == ()
    codes = {CodeId("mo_hack"), CodeId("mo_threat")}
    assert book.renewed(codes, last) == codes
    assert book.renewed(codes, after) == {"mo_surveil", "mo_threat"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "mo_threat"', 'id = "mo_violence"', "stands there 2 times"),
        ('id = "mo_threat"', 'id = "tg_threat"', "not named as one of mo"),
        ('id = "mo_threat"', 'id = "mo_Threat"', "not named as one of mo"),
        ('id = "mo_threat"', 'id = "mo_state"', "means something else"),
        ('id = "mo_threat"', 'id = "mo_any_thing"', "means something else"),
        ('group = "mo_any_harm"', 'group = "harm"', "the group harm"),
        ('"AD", ', '"AD", "AD", ', "stands there 2 times"),
        ('"AD", ', '"ad", ', "pattern"),
        ('risk = "high"', 'risk = "huge"', "wrong at axis.0.code.0.risk"),
        ('risk = "high"', 'risk = "high"\nuntil = 2026-01-01', "an end and a successor"),
        ('risk = "high"', 'risk = "high"\nuntil = 2026-01-01\nsuccessor = "tg_media"', "successor"),
        ('sets = ["mo_relatives"]', 'sets = ["fu_diplomatic"]', "no code of a case"),
        ('version = "0.1.0"', "version = ", "no valid TOML"),
        ("most = 3", "most = 0", "wrong at axis.0.most"),
    ],
)
def test_a_codebook_with_a_fault_is_refused(old: str, new: str, told: str) -> None:
    assert old in TEXT
    with pytest.raises(CodebookError, match=told):
        read_codebook(TEXT.replace(old, new, 1))


def test_nothing_but_one_code_answers_to_a_short_name() -> None:
    names = BOOK.names(DAY)
    assert len(set(names.values())) == len(names) == 57
    assert {name for one, name in names.items() if name == one} == {
        "me_online", "pl_online", "mo_money", "aim_money",
    }  # fmt: skip
    for one, name in names.items():
        assert BOOK.meant(name, DAY) == (one,)
    assert not {codebook.STATE, codebook.NARROW, codebook.HELP} & set(names.values())
