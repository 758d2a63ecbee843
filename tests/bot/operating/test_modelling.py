"""`languages install`, as the operator meets it."""

from pathlib import Path

import pytest

from bot.config import AccountSettings, Config, Place
from bot.demo.models import PACKAGES
from bot.errors import ConfigurationError
from bot.operating.modelling import install, model_findings, standing_of
from dialogs.model import Language

FA, NL = Language("fa"), Language("nl")


def place(folder: Path) -> Place:
    account = AccountSettings(homeserver="none", user="none")
    config = Config(
        line_name="Line", staff_language=NL, legal_limit={NL: "x"}, front=account, desk=account
    )
    return Place(folder=folder, config=config)


async def test_from_a_folder_it_is_installed_with_all_that_lacks(tmp_path: Path) -> None:
    told: list[str] = []
    await install(place(tmp_path), "fa", told.append, PACKAGES, ())
    assert [one.split(":")[0] for one in told] == [
        *("fa to en", "en to fa", "nl to en", "en to nl"),
        "fa",
    ]
    assert standing_of(place(tmp_path), FA) == "installed"
    words = [str(one) for one in model_findings(place(tmp_path), (NL, FA, Language("en")))]
    assert any("translated by a machine: fa" in one for one in words)
    told.clear()
    await install(place(tmp_path), "fa", told.append, PACKAGES, ())
    assert told == ["fa: nothing lacks; its models are installed."]


async def test_a_damaged_model_is_told_by_check(tmp_path: Path) -> None:
    await install(place(tmp_path), "fa", lambda _: None, PACKAGES, ())
    model = next(place(tmp_path).models.rglob("model.bin"))
    model.write_bytes(b"something else")
    words = [str(one) for one in model_findings(place(tmp_path), (NL, FA))]
    assert any("not the one that was installed" in one for one in words)


@pytest.mark.parametrize(
    ("language", "source", "sha256", "told"),
    [
        ("xx", PACKAGES, (), "no language 'xx'"),
        ("fa", Path("/nowhere"), (), "no model in /nowhere from fa to en, en to fa"),
        ("fa", PACKAGES, ("nonsense",), "FILE=HASH"),
        ("fa", PACKAGES, (f"translate-fa_en-0_1.argosmodel={'0' * 64}",), "SHA-256 you gave"),
    ],
)
async def test_what_cannot_be_installed_is_one_clear_sentence(
    tmp_path: Path, language: str, source: Path, sha256: tuple[str, ...], told: str
) -> None:
    with pytest.raises(ConfigurationError, match=told):
        await install(place(tmp_path), language, lambda _: None, source, sha256)
