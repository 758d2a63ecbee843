"""Other places: shown only while checked, found by need, named with limits, coded as a group."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.locales import LOCALES
from dialogs.model import Language, Progress
from handoff.commands.refer import told
from handoff.model import Case, CaseId, Offer, Stage
from handoff.referrals import (
    CALL_SAFELY,
    CHOICE,
    DUTCH_ONLY,
    ENGLISH_ONLY,
    GOOD_FOR,
    GOOD_FOR_CRISIS,
    GROUPS,
    Category,
    Check,
    Referral,
    checked,
    directory,
    referral_groups,
    unchecked_crisis,
)
from handoff.seeking import NEEDS, WORDS, Search, found, read_search

PLACES = directory(json.loads((LOCALES / "referrals.json").read_text(encoding="utf-8")))
TODAY = date(2026, 3, 1)
NL, EN, FA = Language("nl"), Language("en"), Language("fa")


def on(day: date, *names: str) -> dict[str, Referral]:
    check = Check(last_checked=day, checked_by="Carla")
    return dict(checked(PLACES, dict.fromkeys(names or PLACES, check)))


def case(**referrals: Offer) -> Case:
    named = {PLACES[name].key: offer for name, offer in referrals.items()}
    return Case(CaseId("1"), Stage.LIVE, Progress(), referrals=named)


# ---- checks -------------------------------------------------------------------------------------


def test_what_was_never_checked_is_hidden_but_for_a_crisis() -> None:
    shown = {one.id for one in PLACES.values() if one.shown(TODAY)}
    crisis = {"emergency_112", "police_0900", "veilig_thuis", "suicide_113", "kindertelefoon"}
    assert shown == crisis
    assert set(unchecked_crisis(PLACES, TODAY)) == crisis


@pytest.mark.parametrize(
    ("name", "good"), [("luisterlijn", GOOD_FOR), ("suicide_113", GOOD_FOR_CRISIS)]
)
def test_a_check_counts_to_its_last_day(name: str, good: timedelta) -> None:
    assert not on(TODAY - good)[name].expired(TODAY)
    assert on(TODAY - good - timedelta(days=1))[name].expired(TODAY)
    assert not on(TODAY)[name].expired(TODAY)


def test_a_check_of_a_day_to_come_is_none() -> None:
    assert on(TODAY + timedelta(days=1))["luisterlijn"].expired(TODAY)


def test_a_crisis_number_is_checked_more_often() -> None:
    places = on(TODAY - timedelta(days=60))
    assert not places["luisterlijn"].expired(TODAY)
    assert unchecked_crisis(places, TODAY)


def test_a_check_of_an_unknown_place_is_refused() -> None:
    with pytest.raises(ValueError, match="embassy"):
        on(TODAY, "embassy")
    with pytest.raises(ValidationError):
        Check.model_validate({"last_checked": TODAY, "checked_by": "Carla", "note": "x"})


# ---- found by need ------------------------------------------------------------------------------


def test_every_need_names_places_that_there_are() -> None:
    assert {name for names in NEEDS.values() for name in names} <= set(PLACES)
    assert all(found(Search(word), on(TODAY), TODAY) for word in WORDS)


def test_every_place_is_found_by_some_word() -> None:
    places = on(TODAY)
    everything = {one.id for word in WORDS if word != "all" for one in _found(word, places)}
    assert everything == set(PLACES)


def _found(word: str, places: dict[str, Referral]) -> tuple[Referral, ...]:
    return found(Search(word), places, TODAY)


def test_the_first_choice_stands_first() -> None:
    assert _found("danger", on(TODAY))[0].id == "emergency_112"
    assert _found("inform", on(TODAY))[0].id == "advocaat_voorkeur"
    assert _found("child", on(TODAY))[0].id == "kindertelefoon"


def test_a_search_is_narrowed_by_language_and_name() -> None:
    def ids(text: str) -> set[str]:
        search = read_search(text.split())
        assert search
        return {one.id for one in found(search, on(TODAY), TODAY)}

    assert "slachtofferhulp" in ids("care en")
    assert "luisterlijn" not in ids("care en")
    assert "luisterlijn" in ids("care en nl")
    assert "luisterlijn" in ids("care anonymous")
    assert "huisarts" not in ids("care anonymous")
    assert ids("care fa") == set()


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4))
def test_no_words_but_the_right_ones_are_a_search(words: list[str]) -> None:
    search = read_search(words)
    if search is not None:
        assert words[0] in WORDS
        found(search, PLACES, TODAY)


def test_there_is_no_embassy_in_the_directory() -> None:
    for one in PLACES.values():
        about = f"{one.id} {one.name} {one.for_whom}".lower()
        assert not [word for word in ("embass", "consulate", "mosque", "church") if word in about]


# ---- what a reporter reads ----------------------------------------------------------------------


def ids(name: str, language: Language) -> list[str]:
    return [line.id for line in told(PLACES[name], Progress(language=language))]


def test_the_language_gap_is_told() -> None:
    assert DUTCH_ONLY in ids("luisterlijn", EN)
    assert DUTCH_ONLY not in ids("luisterlijn", NL)
    assert DUTCH_ONLY not in ids("police_0900", EN)
    assert DUTCH_ONLY in ids("police_0900", FA)
    assert ENGLISH_ONLY in ids("access_now", NL)
    # Sealed for a reporter whose language is not known now.
    assert DUTCH_ONLY in [line.id for line in told(PLACES["luisterlijn"], Progress())]


def test_whoever_enforces_is_a_choice() -> None:
    """The reporter may do nothing now; in danger nothing comes before the call."""
    for one in PLACES.values():
        assert (CHOICE in ids(one.id, NL)) == (one.category is Category.ENFORCEMENT)
    assert CALL_SAFELY in ids("police_0900", NL)
    assert CALL_SAFELY not in [*ids("emergency_112", NL), *ids("suicide_113", NL)]


# ---- what is coded ------------------------------------------------------------------------------


def test_only_the_group_is_coded() -> None:
    assert referral_groups(case()) == frozenset()
    assert referral_groups(case(police_0900=Offer.OFFERED)) == {"rf_enforcement"}
    both = case(luisterlijn=Offer.WILL_CALL, veilig_thuis=Offer.ACCEPTED, access_now=Offer.OFFERED)
    assert referral_groups(both) == {"rf_care", "rf_digital"}
    assert referral_groups(case(aivd=Offer.DECLINED)) == frozenset()
    assert referral_groups(case(ess=Offer.ACCEPTED)) == frozenset()


def test_every_kind_of_help_has_a_group_but_advice_for_work() -> None:
    assert set(Category) - set(GROUPS) == {Category.ENFORCEMENT_INFO}


def test_what_was_declined_can_be_wanted_later() -> None:
    first = case(aivd=Offer.DECLINED)
    again = replace(first, referrals={PLACES["aivd"].key: Offer.ACCEPTED})
    assert referral_groups(again) == {"rf_enforcement"}
