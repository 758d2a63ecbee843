"""What is counted of a case: only what the reporter allows, and nothing that leads back."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assets import load_codebook
from dialogs.model import Language, MessageId, Progress, StoryPart, TextRef
from handoff.actions import Decision
from handoff.model import Case, CaseId, CodeId, Judgement, Offer, RoomRef, StaffId, Stage
from handoff.picture.codebook import Risk
from handoff.picture.coding import (
    chosen,
    coarsened,
    coded,
    coded_bytes,
    counted,
    missing,
    quarter,
    read_coded,
    to_be_coded,
)
from handoff.picture.form import form
from handoff.picture.prefill import Prefill
from handoff.picture.typed import Typed, changed

BOOK = load_codebook()
SENT = datetime(2026, 3, 31, 23, tzinfo=UTC)
NOW = datetime(2026, 5, 2, 11, 30, tzinfo=UTC)
USUAL = frozenset(map(CodeId, ("mo_threat", "rl_self", "oc_spoken", "tg_office", "pl_netherlands")))
CASE = Case(
    CaseId("7f3a"),
    Stage.LIVE,
    Progress(language=Language("fa"), story=(StoryPart(TextRef("$1"), "My mother in Shiraz"),)),
    number=47,
    alias="Kalme Reiger 47",
    claimant=StaffId("@anna:staff.test"),
    case_room=RoomRef("!room:staff.test"),
    sent=SENT,
    countable=True,
    codes=USUAL,
    state="IR",
)
any_codes = st.sets(st.sampled_from(sorted(BOOK.by_id)), max_size=14).map(frozenset)


def test_a_usual_case_leaves_its_codes_its_state_and_its_quarter() -> None:
    one = coded(CASE, BOOK, NOW)
    assert one
    assert json.loads(coded_bytes(one)) == {
        "quarter": "2026Q1",
        "codes": sorted(USUAL),
        "state": "IR",
    }
    assert read_coded(coded_bytes(one)) == one


@given(any_codes, st.booleans(), st.sampled_from(["", "IR", "unknown", "multiple"]))
def test_nothing_else_of_a_case_is_ever_in_it(
    codes: frozenset[CodeId], narrow: bool, state: str
) -> None:
    one = coded(replace(CASE, codes=codes, narrow=narrow, state=state), BOOK, NOW)
    if one is None:
        return
    written = json.loads(coded_bytes(one))
    assert set(written) == {"quarter", "codes", "state"}
    groups = {code.group for code in BOOK.by_id.values()}
    assert set(written["codes"]) <= set(BOOK.by_id) | groups
    assert written["codes"] == sorted(set(written["codes"]))
    assert written["state"] in ("", state)
    for hint in ("47", "Reiger", "7f3a", "anna", "Shiraz", 'fa"', "03-31", "05-02"):
        assert hint not in coded_bytes(one).decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"countable": False},
        {"judgement": Judgement.SET_ASIDE},
        {"judgement": Judgement.HELD},
        {"codes": frozenset()},
        {"codes": USUAL - {"oc_spoken"}},
        {"codes": USUAL - {"mo_threat"}},
        {"codes": USUAL - {"rl_self"}},
    ],
)
def test_what_is_not_to_be_counted_is_not(changes: dict[str, object]) -> None:
    assert coded(replace(CASE, **changes), BOOK, NOW) is None  # type: ignore[arg-type]


def test_what_is_missing_is_named_where_it_will_be_counted() -> None:
    bare = replace(CASE, codes=frozenset())
    assert missing(bare, BOOK) == ("mo", "rl", "oc")
    assert missing(replace(bare, countable=False), BOOK) == ()
    assert missing(replace(bare, judgement=Judgement.SET_ASIDE), BOOK) == ()
    assert missing(replace(bare, judgement=Judgement.HELD), BOOK) == ()
    assert missing(replace(bare, judgement=Judgement.ACCEPTED), BOOK) == ("mo", "rl", "oc")


def test_a_held_case_may_still_be_coded_and_one_set_aside_not() -> None:
    assert to_be_coded(replace(CASE, judgement=Judgement.HELD))
    assert not to_be_coded(replace(CASE, judgement=Judgement.SET_ASIDE))
    assert not to_be_coded(replace(CASE, countable=False))


def test_a_contact_that_was_broken_off_needs_nothing_else_and_says_little() -> None:
    broken = replace(CASE, codes=frozenset({CodeId("oc_broken_off")}))
    assert missing(broken, BOOK) == ()
    alone = coded(broken, BOOK, NOW)
    assert alone
    assert (alone.codes, alone.state) == (("oc_broken_off",), "")
    more = coded(replace(broken, codes=USUAL - {"oc_spoken"} | broken.codes), BOOK, NOW)
    assert more
    assert more.codes == ("mo_threat", "oc_broken_off", "tg_office")


# ---- what could point to one person -------------------------------------------------------------


@given(any_codes)
def test_a_narrow_case_keeps_nothing_but_low_risks_and_groups(codes: frozenset[CodeId]) -> None:
    one = coded(replace(CASE, codes=codes, narrow=True), BOOK, NOW)
    if one is None:
        return
    assert one.state == ""
    for code in one.codes:
        assert code not in BOOK.by_id or BOOK.by_id[code].risk is Risk.LOW
    of_use = (
        ("mo", "tg", "oc") if CodeId("oc_broken_off") in codes else [axis.id for axis in BOOK.axes]
    )
    kept = [code for code in codes if BOOK.axis_of[code].id in of_use]
    assert sum(BOOK.by_id[code].risk is Risk.HIGH for code in kept) <= 1


def test_a_narrow_case_is_merged_as_the_ladder_says() -> None:
    one = coded(replace(CASE, narrow=True), BOOK, NOW)
    assert one
    assert one.codes == ("mo_any_harm", "oc_spoken", "pl_netherlands", "rl_self", "tg_any_public")


@pytest.mark.parametrize(
    "codes",
    [
        ("mo_violence", "ef_physical"),
        ("mo_recruit", "tg_office"),
        ("mo_return", "mo_legal"),
    ],
)
def test_two_rare_things_together_are_not_counted_when_narrow(codes: tuple[str, str]) -> None:
    both = {CodeId(one) for one in codes}
    assert coarsened(both, BOOK) is None
    for one in both:
        assert coarsened({one}, BOOK) is not None
    needed = frozenset({CodeId("rl_self"), CodeId("oc_spoken"), CodeId("mo_other")})
    narrow = replace(CASE, codes=needed | both, narrow=True)
    assert coded(narrow, BOOK, NOW) is None
    assert coded(replace(narrow, narrow=False), BOOK, NOW)


# ---- when, and of which decision ----------------------------------------------------------------


@given(st.dates())
def test_a_quarter_is_three_months(day: date) -> None:
    told = quarter(day)
    assert told[:4] == f"{day.year:04}"
    assert int(told[-1]) == {1: 1, 4: 2, 7: 3, 10: 4}[day.month - (day.month - 1) % 3]


def test_only_a_decision_that_ends_the_case_counts_it() -> None:
    closed = Case(CASE.id, Stage.CLOSED, Progress())
    assert counted(Decision(CASE), CASE, BOOK, NOW).coded == ()
    assert len(counted(Decision(None), CASE, BOOK, NOW).coded) == 1
    assert len(counted(Decision(closed), CASE, BOOK, NOW).coded) == 1


# ---- referrals made -----------------------------------------------------------------------------


def named(*categories: str, case: Case = CASE) -> Case:
    return replace(case, referrals={f"{one}/a_place": Offer.OFFERED for one in categories})


def test_a_referral_that_was_made_is_coded_by_itself() -> None:
    case = named("care")
    assert chosen(case, BOOK) == USUAL | {"rf_care"}
    one = coded(case, BOOK, NOW)
    assert one
    assert "rf_care" in one.codes
    assert "coding-follows" in [
        line.id
        for line in changed(case, Typed(off=(CodeId("rf_care"),)), BOOK, NOW.date())  # type: ignore[union-attr]
    ]


def test_what_was_typed_goes_before_what_was_named() -> None:
    typed = replace(named("care"), codes=USUAL | {CodeId("rf_rights")})
    assert chosen(typed, BOOK) == typed.codes


def test_more_kinds_of_referral_than_may_be_chosen_are_proposed() -> None:
    case = named("care", "rights", "digital")
    assert chosen(case, BOOK) == USUAL
    (row,) = (
        line
        for line in form(case, BOOK, Prefill(), NOW.date())
        if getattr(line, "args", {}).get("axis") == "rf"
    )
    assert row.args["codes"] == "enforcement ?care ?rights ?digital"  # type: ignore[union-attr]


def test_the_texts_for_a_held_case_and_a_changed_mind_are_there() -> None:
    held = form(replace(CASE, judgement=Judgement.HELD), BOOK, Prefill(), NOW.date())
    assert MessageId("coding-held") in [line.id for line in held]  # type: ignore[union-attr]
