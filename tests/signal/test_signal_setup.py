"""`signal register|link|username|unlock|status`, as an operator types them."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.base import Account
from bot.channels.signal.channel import CHALLENGE
from bot.channels.signal.keeping import ended_file
from bot.config import AccountSettings, Config, Place, SignalSettings
from bot.errors import ConfigurationError
from bot.operating import signalling
from bot.operating.signalling import PIN_FILE, close, link, register, status, unlock, username
from bot.runtime import line_cell, open_identity, open_stores
from bot.security.keys import make_key
from dialogs.model import Language
from tests.signal.service import NUMBER, SignalService
from tests.signal.world import program


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[SignalService]:
    async with SignalService(tmp_path) as made:
        yield made


@pytest.fixture
async def place(tmp_path: Path, service: SignalService) -> Place:
    nowhere = AccountSettings(homeserver="none", user="none")
    config = Config(
        line_name="De Vertrouwenslijn van Nederland",
        staff_language=Language("nl"),
        legal_limit={Language("nl"): "x"},
        front=nowhere,
        desk=nowhere,
        signal=SignalSettings(number=NUMBER, program=program(tmp_path, service)),
    )
    made = Place(folder=tmp_path, config=config)
    for folder in (made.key_folder, made.identity_db.parent):
        folder.mkdir(mode=0o700)
    make_key(made.identity_key)
    line_cell(made).make()
    return made


@pytest.fixture
def said() -> list[str]:
    return []


async def test_a_number_is_registered_hidden_and_locked(
    place: Place, service: SignalService, said: list[str]
) -> None:
    await register(place, said.append, lambda _: "123-456", "signalcaptcha://x", voice=False)
    asked = dict(service.settings)
    assert asked["registered"] == NUMBER
    assert asked["account"]["numberSharing"] is False
    assert asked["account"]["discoverableByNumber"] is False
    pin = place.key_folder / PIN_FILE
    assert asked["setPin"]["pin"] == pin.read_text().strip()
    assert pin.stat().st_mode & 0o077 == 0
    assert pin.read_text().strip() not in "\n".join(said)
    closed = {"readReceipts": False, "typingIndicators": False, "linkPreviews": False}
    assert closed.items() <= asked["updateConfiguration"].items()
    assert len(asked["updateProfile"]["givenName"]) <= 26


async def test_a_lost_account_opens_with_its_lock(
    place: Place, service: SignalService, said: list[str]
) -> None:
    (place.key_folder / PIN_FILE).write_text("12345678901234567890\n")
    await register(place, said.append, lambda _: "123456", "signalcaptcha://x", voice=False)
    assert dict(service.settings)["verified with"] == "12345678901234567890"


async def test_a_registration_that_broke_off_is_closed(
    place: Place, service: SignalService, said: list[str]
) -> None:
    await close(place, said.append)
    asked = [name for name, _ in service.settings]
    assert asked.index("account") < asked.index("setPin")
    assert dict(service.settings)["account"]["discoverableByNumber"] is False


async def test_without_a_captcha_the_page_is_named(place: Place, said: list[str]) -> None:
    with pytest.raises(ConfigurationError, match="registration/generate"):
        await register(place, said.append, lambda _: "123456", None, voice=False)


async def test_a_wrong_code_is_said(place: Place, said: list[str]) -> None:
    with pytest.raises(ConfigurationError, match="code"):
        await register(place, said.append, lambda _: "1", "signalcaptcha://x", voice=False)


async def test_a_name_is_chosen_and_noted(place: Place, said: list[str]) -> None:
    with pytest.raises(ConfigurationError, match="digits"):
        await username(place, "lijn", said.append)
    await username(place, "lijn.42", said.append)
    async with open_identity(place) as identity:
        noted = await identity.noted("signal_link")
    assert noted == "lijn.42 https://signal.me/#eu/aninventedlink"
    assert "lijn.42" in said[0]


async def test_a_phone_is_linked(place: Place, said: list[str]) -> None:
    await link(place, said.append)
    assert "█" in said[0] or "▄" in said[0]
    assert "safer" in said[-1]


async def test_a_challenge_is_told_and_answered(
    place: Place, service: SignalService, said: list[str]
) -> None:
    with pytest.raises(ConfigurationError, match="nothing"):
        await unlock(place, "signalcaptcha://x", said.append)
    async with open_stores(place) as stores:
        await stores.line.save(Account.SIGNAL, {CHALLENGE: b"a-token"})
    service.challenge = "a-token"
    assert not await status(place, said.append)
    assert [one for one in said if "captcha" in one and "challenge/generate" in one]
    with pytest.raises(ConfigurationError, match="not the page for registering"):
        await unlock(place, "wrong", said.append)
    await unlock(place, "signalcaptcha://x", said.append)
    assert service.challenge is None


async def test_the_state_of_a_closed_line(place: Place, said: list[str]) -> None:
    await username(place, "lijn.42", said.append)
    await status(place, said.append)
    assert [one for one in said if "as the line does not" in one]
    assert [one for one in said if "people write to lijn.42" in one]
    assert [one for one in said if "encrypted disk" in one]
    assert NUMBER not in "\n".join(said)


async def test_an_open_line_without_signal_cli_is_a_fault(place: Place, said: list[str]) -> None:
    cell = line_cell(place)
    cell.hold()
    try:
        assert not await status(place, said.append)
    finally:
        cell.release()
    assert [one for one in said if "nobody can write on Signal" in one]


async def test_an_account_that_signal_ended_is_told(place: Place, said: list[str]) -> None:
    assert place.config.signal
    ended = ended_file(place.signal_socket(place.config.signal))
    ended.parent.mkdir(parents=True)
    ended.touch()
    assert not await status(place, said.append)
    assert [one for one in said if one.startswith("FAULT") and "still registered" in one]


async def test_without_a_section_every_command_says_so(place: Place, said: list[str]) -> None:
    bare = place.model_copy(update={"config": place.config.model_copy(update={"signal": None})})
    with pytest.raises(ConfigurationError, match=r"\[signal\]"):
        await status(bare, said.append)
    assert [one async for one in signalling.findings(bare)] == []


async def test_an_old_program_is_refused(place: Place, said: list[str]) -> None:
    old = place.folder / "old"
    old.write_text("#!/bin/sh\necho signal-cli 0.13.19\n")
    old.chmod(0o700)
    assert place.config.signal
    settings = place.config.signal.model_copy(update={"program": str(old)})
    aged = place.model_copy(update={"config": place.config.model_copy(update={"signal": settings})})
    with pytest.raises(ConfigurationError, match="or newer"):
        await asyncio.wait_for(username(aged, "lijn.42", said.append), 20)
