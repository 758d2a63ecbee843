"""The catalogues are complete, alike, and free of numbers; each check finds its fault."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from bot.catalogue import Catalogue, CatalogueError, load_catalogue
from bot.catalogue_checks import check_catalogues
from bot.errors import ConfigurationError, LineError
from bot.locales import LOCALES, read_languages, read_source
from dialogs.model import Language, Line, MessageId, Say
from handoff.referrals import directory, variables
from tests.conversations.play import catalogue, dialog

NL, EN = Language("nl"), Language("en")


def changed(tmp_path: Path, file: str, old: str, new: str) -> Catalogue:
    folder = tmp_path / "locales"
    copytree(LOCALES, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_catalogue(catalogue().settings, folder, (NL, EN))


def test_the_texts_of_every_language_have_no_problem() -> None:
    """Drafts too: what is missing or wrong is found before anybody reads them."""
    settings = replace(catalogue().settings, legal_limit=dict.fromkeys(read_languages(), "x"))
    assert check_catalogues(load_catalogue(settings), dialog()) == []


def test_the_catalogues_have_no_problem() -> None:
    assert check_catalogues(catalogue(), dialog()) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("nl/intake.ftl", "\nok = OK.", "\n", "nl: the message ok is missing"),
        (
            "en/safety.ftl",
            "card-duress =",
            "card-dures =",
            "en: the message card-duress is missing",
        ),
        ("nl/safety.ftl", "{ $tel_veilig_thuis }", "{ $tel_luisterlijn }", "other variables"),
        ("nl/safety.ftl", "{ $tel_veilig_thuis }", "0800-2000", "a number or an address"),
        ("en/intake.ftl", "OK.", "OK. See example.org", "a number or an address"),
        ("nl/intake.ftl", "ok = OK.", "ok = { $", "cannot be read"),
        ("nl/intake.ftl", "ok = OK.", "ok = OK.\nok = OK!", "stands there 2 times"),
        ("nl/intake.ftl", "ok = OK.", "ok = \u202eOK.", "hidden direction mark"),
        ("nl/words.ftl", "wis, wissen", "wis, stop", "means"),
        ("nl/safety.ftl", "U kunt hier stoppen.", "You can stop here.", "same as in"),
        ("nl/intake.ftl", ".words = beide", ".words = telefoon", "names two answers"),
        ("nl/intake.ftl", ".words = beide", ".words = terug", "is also a command"),
        ("nl/macros.ftl", "m-pace =", "m-pase =", "nl: the message m-pace is missing"),
        ("en/macros.ftl", "{ $step }", "{ $text }", "other variables"),
        ("en/macros.ftl", "{ $tel_suicide_113_2 }", "0800-0113", "a number or an address"),
        ("en/places.ftl", "place-aivd-limit =", "x =", "en: the message place-aivd-limit is miss"),
        ("nl/places.ftl", "{ $url_aivd }", "www.aivd.nl", "a number or an address"),
        ("nl/places.ftl", "{ $tel_aivd }", "{ $tel_lkha }", "other variables"),
        ("nl/staff/helping.ftl", "need-child =", "x =", "nl: the message need-child is missing"),
        (
            "nl/macros.ftl",
            "Noem liever geen namen. Dat is veiliger.",
            "Please do not name people. It is safer.",
            "same as in",
        ),
    ],
)
def test_a_fault_is_found(tmp_path: Path, file: str, old: str, new: str, told: str) -> None:
    found = check_catalogues(changed(tmp_path, file, old, new), dialog())
    assert any(told in one for one in found)


def test_a_variable_nobody_gives_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "locales"
    copytree(LOCALES, folder)
    for language in ("nl", "en"):
        path = folder / language / "intake.ftl"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("ok = OK.", "ok = OK { $name }."), encoding="utf-8")
    found = check_catalogues(load_catalogue(catalogue().settings, folder, (NL, EN)), dialog())
    assert any("$name" in one for one in found)


@pytest.mark.parametrize(
    ("file", "old", "name"),
    [
        ("macros.ftl", "m-pace =", "m-pace"),
        ("places.ftl", "place-aivd-limit =", "place-aivd-limit"),
        ("places.ftl", "place-choice =", "place-choice"),
        ("staff/helping.ftl", "pass-to-aivd =", "pass-to-aivd"),
    ],
)
def test_what_is_missing_in_every_language_is_found(
    tmp_path: Path, file: str, old: str, name: str
) -> None:
    """No other language could tell that it is missing: the tables do."""
    folder = tmp_path / "locales"
    copytree(LOCALES, folder)
    for language in ("nl", "en"):
        path = folder / language / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, f"no-{old}", 1), encoding="utf-8")
    found = check_catalogues(load_catalogue(catalogue().settings, folder, (NL, EN)), dialog())
    assert [f"{language}: the message {name} is missing." in found for language in ("nl", "en")]


def test_a_language_without_safety_texts_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "locales"
    copytree(LOCALES, folder)
    (folder / "en" / "safety.ftl").unlink()
    found = check_catalogues(load_catalogue(catalogue().settings, folder, (NL, EN)), dialog())
    assert "en: there are no safety texts." in found


def test_a_missing_legal_limit_is_found() -> None:
    settings = replace(catalogue().settings, legal_limit={NL: "x", EN: " "})
    found = check_catalogues(load_catalogue(settings, only=(NL, EN)), dialog())
    assert "en: the operator's text on legal limits is missing." in found


def test_nothing_falls_back_to_another_language(tmp_path: Path) -> None:
    lacking = changed(tmp_path, "nl/safety.ftl", "card-duress =", "card-dures =")
    with pytest.raises(CatalogueError) as raised:
        lacking.text(NL, MessageId("card-duress"))
    assert isinstance(raised.value, LineError)
    with pytest.raises(LineError):
        lacking.text(Language("fa"), MessageId("ok"))


def test_an_error_never_shows_a_variable() -> None:
    with pytest.raises(CatalogueError) as raised:
        catalogue().text(NL, MessageId("summary-remark"), remark="geheim")
    assert "geheim" not in str(raised.value)


def test_a_reporters_words_are_isolated() -> None:
    told = catalogue().text(NL, MessageId("summary-story"), story="שלום 12")
    assert "\u2068שלום 12\u2069" in told


def test_without_a_language_every_language_speaks() -> None:
    choices = (MessageId("autonym-nl"), MessageId("autonym-en"), MessageId("adult-yes"))
    told = catalogue().render(Say((Line(MessageId("ok")),), choices))
    assert told == "OK.\n\nOK.\n\n1  Nederlands\n2  English\n3  Ja / Yes"


def test_only_the_approved_languages_are_offered() -> None:
    few = load_catalogue(catalogue().settings, only=[EN])
    assert list(few.languages) == [EN]
    with pytest.raises(ConfigurationError):
        load_catalogue(catalogue().settings, only=[Language("xx")])


def test_the_hash_changes_with_any_letter(tmp_path: Path) -> None:
    before = read_source(LOCALES, NL).hash
    assert before == read_source(LOCALES, NL).hash
    after = changed(tmp_path, "nl/staff/desk.ftl", "wacht", "Wacht").sources[NL].hash
    assert before != after
    assert len(before) == 64


def test_a_referral_is_read_with_its_numbers() -> None:
    shared = catalogue().shared
    assert shared["tel_suicide_113"] == "\u2066113\u2069"
    assert shared["tel_suicide_113_2"] == "\u20660800-0113\u2069"
    assert shared["tel_bz_contact_2"] == "\u2066+31 6 8238 7796\u2069"
    assert shared["mail_access_now"] == "\u2066help@accessnow.org\u2069"
    assert "[" not in "".join(shared.values())


def test_no_referral_comes_checked_with_the_program() -> None:
    import json

    entries = directory(json.loads((LOCALES / "referrals.json").read_text(encoding="utf-8")))
    assert not [one.id for one in entries.values() if one.check]
    assert len(entries) == 34
    assert variables(entries)["name_vertrouwenslijn_bestaand"] == "De Vertrouwenslijn"


def test_a_doubled_referral_is_refused() -> None:
    import json

    entries = json.loads((LOCALES / "referrals.json").read_text(encoding="utf-8"))
    with pytest.raises(ValueError, match="twice"):
        directory([*entries, entries[0]])
