"""The same line from Signal: a whole case, its end, and a code that leads across both networks.

The homeserver, the desk's clients and the line are real; signal-cli is the double.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable

import pytest
import pytest_asyncio

from bot.config import SignalSettings
from bot.demo.stage import Stage
from bot.operating.host import is_encrypted
from bot.operating.showing import show_identity
from bot.operating.signalling import status, username
from dialogs.returncode import Mistyped, ReturnCode, groups, read_code
from tests.homeserver.line_talk import (
    PATIENCE,
    STORY,
    Desk,
    NewReporter,
    files_of,
    rows,
    select,
    words,
)
from tests.homeserver.test_line_return import ANSWER, keeps_code
from tests.signal.disk import residue
from tests.signal.service import NUMBER, Phone, SignalService
from tests.signal.world import program

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def signal(
    stage: Stage, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[SignalService]:
    """The stage's line, on Signal as well."""
    folder = tmp_path_factory.mktemp("signal")
    async with SignalService(folder) as service:
        await stage.close_line()
        settings = SignalSettings(number=NUMBER, program=program(folder, service))
        config = stage.place.config.model_copy(update={"signal": settings})
        stage.place = stage.place.model_copy(update={"config": config})
        await stage.open_line()
        yield service
        await stage.close_line()


async def _says(phone: Phone, *texts: str) -> None:
    for text in texts:
        phone.writes(text)


async def _hears(phone: Phone, message: str) -> str:
    return (await phone.hears(words(message), PATIENCE)).text


async def _sends_case(phone: Phone, story: str = STORY) -> None:
    label = [words(one) for one in ("offer-human-now", "consent-talk-erase")]
    more = [words(one) for one in ("adult-yes", "send-now-yes")]
    await _says(phone, story, "Nederlands", words("word-human"), *label, *more)
    await _hears(phone, "waiting")


async def _keeps_code(phone: Phone) -> ReturnCode:
    def shown() -> list[ReturnCode]:
        first = [read_code(text.split("\n")[0]) for text in phone.texts]
        return [one for one in first if one is not None and not isinstance(one, Mistyped)]

    await phone.service.until(shown, PATIENCE)
    code = shown()[0]
    phone.writes(code[:5])
    await _hears(phone, "code-confirmed")
    await phone.service.until(lambda: not shown(), PATIENCE)  # it was taken back on the phone
    phone.writes(words("code-word-no"))
    return code


async def _everything(stage: Stage) -> str:
    """All that stands in `line.db`, decrypted."""
    for _ in range(50):
        try:
            tables = await select(stage, "SELECT name FROM sqlite_master WHERE type = 'table'")
            return repr([await select(stage, f"SELECT * FROM {table}") for (table,) in tables])
        except Exception:  # noqa: BLE001 - the line is changing the key at this very moment
            await asyncio.sleep(0.2)
    raise AssertionError("the database cannot be read")


def _any(private: Iterable[str], text: str) -> bool:
    return any(one in text for one in private)


async def test_a_whole_case_on_signal_leaves_nothing(
    stage: Stage, signal: SignalService, desk: Desk
) -> None:
    phone = signal.phone(number="+31600000001", name="Leila N.")
    private = (phone.aci, "+31600000001", "Leila N.", STORY)
    await _sends_case(phone)
    await desk.claim()
    await _hears(phone, "live")
    await desk.reads_text(STORY)
    await desk.writes(ANSWER)
    await phone.hears(ANSWER, PATIENCE)
    phone.writes("Dank u.")
    await desk.reads_text("Dank u.")
    seen = b"".join(desk.person.received)
    assert not [one for one in private[:3] if one.encode() in seen]
    await _says(phone, words("word-erase"), words("word-erase"))
    await _hears(phone, "erased-new")
    await desk.hears("desk-erased")
    await signal.until(lambda: ANSWER not in phone.texts, PATIENCE)
    await signal.until(lambda: residue(stage.place.folder / "signal/data", private) > 0)
    left = await rows(stage, "cases", "codes", "sealed")
    assert set(left.values()) == {0}, left
    # What was asked of the chat, and where, goes with the last that is asked of it.
    async with asyncio.timeout(PATIENCE):
        while _any(private, await _everything(stage)):
            await asyncio.sleep(0.2)
    left = await rows(stage, "cases", "codes", "sealed", "routes")
    assert set(left.values()) == {0}, left
    (stage.place.folder / "signal/run/tidy").touch()
    await stage.close_line()
    await stage.open_line()  # a start tidies up first, as the keeper does every ten minutes
    await signal.until(lambda: residue(stage.place.folder / "signal/data", private) == 0, PATIENCE)
    files = files_of(stage.place.folder)
    assert not [name for name, raw in files.items() for one in private if one.encode() in raw]


async def test_a_code_from_signal_opens_on_matrix(
    stage: Stage, signal: SignalService, reporter: NewReporter, desk: Desk
) -> None:
    phone = signal.phone()
    await _sends_case(phone)
    code = await _keeps_code(phone)
    await desk.claim()
    await _hears(phone, "live")
    phone.writes("stop")
    await signal.until(lambda: any("OK" in text for text in phone.texts), PATIENCE)
    await desk.writes(ANSWER)
    bea = await reporter("bea")
    await bea.say(groups(code))
    await bea.hears_text(ANSWER)
    await desk.reads("case-returned")
    await bea.say("Ik ben er weer.")
    await desk.reads_text("Ik ben er weer.")
    await desk.writes("Fijn.")
    await bea.hears_text("Fijn.")
    assert "Fijn." not in phone.texts
    await bea.say("wis", "wis")
    await bea.leaves_line()
    await desk.hears("desk-erased")


async def test_a_code_from_matrix_opens_on_signal(
    signal: SignalService, reporter: NewReporter, desk: Desk
) -> None:
    anna = await reporter("anna")
    await anna.send_case()
    code = await keeps_code(anna)
    await desk.claim()
    await anna.hears("live")
    await anna.say("stop")
    await anna.leaves_line()
    await desk.writes(ANSWER)
    phone = signal.phone()
    phone.writes(groups(code))
    await phone.hears(ANSWER, PATIENCE)
    await desk.reads("case-returned")
    phone.writes("Ik ben er weer.")
    await desk.reads_text("Ik ben er weer.")
    await desk.writes("Fijn.")
    await phone.hears("Fijn.", PATIENCE)
    await _says(phone, words("word-erase"), words("word-erase"))
    await desk.hears("desk-erased")


async def test_a_phone_that_was_set_up_anew_sees_nothing_before_its_code(
    signal: SignalService, desk: Desk
) -> None:
    """Whoever took over a number begins at the beginning; the code leads back."""
    phone = signal.phone()
    await _sends_case(phone)
    code = await _keeps_code(phone)
    await desk.claim()
    await _hears(phone, "live")
    phone.is_set_up_anew()
    phone.writes("Ben ik hier goed?")
    await _hears(phone, "language-hello")
    await desk.writes(ANSWER)
    assert not [text for text in phone.texts if STORY in text or ANSWER in text]
    phone.writes(groups(code))
    await phone.hears(ANSWER, PATIENCE)
    await _says(phone, words("word-erase"), words("word-erase"))
    await desk.hears("desk-erased")


async def test_nobody_writes_into_a_chat_that_is_being_left(signal: SignalService) -> None:
    """The leaving cannot be seen on Signal: they are told, or have begun anew."""
    phone = signal.phone()
    phone.writes("Goedendag")
    await _hears(phone, "language-hello")
    await _says(phone, "Nederlands", words("word-erase"), words("word-erase"), "Nog iets.")
    await _hears(phone, "erased-new")

    def answered() -> bool:
        """What the line said before the erasure has been taken back by then."""
        told = "\n".join(phone.texts)
        return words("system-not-delivered") in told or words("language-hello") in told

    await signal.until(answered, PATIENCE)


async def test_calls_and_files_are_answered_kindly(signal: SignalService) -> None:
    phone = signal.phone()
    phone.writes("Hallo")
    await _hears(phone, "language-hello")
    phone.sends(callMessage={"offerMessage": {"id": 5, "type": "AUDIO_CALL", "opaque": "b3A="}})
    await _hears(phone, "system-no-calls")
    phone.sends_file("foto.png")
    await _hears(phone, "no-file")
    phone.writes_in_group("Hallo lijn")
    await _hears(phone, "system-not-in-groups")


async def test_the_username_is_published_and_the_number_is_not(
    stage: Stage, signal: SignalService
) -> None:
    said: list[str] = []
    await username(stage.place, "lijn.42", said.append)
    assert ("username", "lijn.42") in signal.settings
    await show_identity(stage.place, said.append)
    assert await status(stage.place, said.append) is (is_encrypted(stage.place.folder) is not False)
    shown = "\n".join(said)
    assert "lijn.42" in shown
    assert "https://signal.me/#eu/aninventedlink" in shown
    assert "0.14.6 answers" in shown
    assert NUMBER not in shown


async def test_without_signal_its_chats_wait_for_nobody(
    stage: Stage, reporter: NewReporter
) -> None:
    """An operator who takes the line off Signal keeps the rest of it running."""
    await stage.close_line()
    config = stage.place.config.model_copy(update={"signal": None})
    stage.place = stage.place.model_copy(update={"config": config})
    await stage.open_line()
    assert await select(stage, "SELECT * FROM journal WHERE account = 'signal'") == []
    anna = await reporter("anna")
    await anna.say("Hallo")
    await anna.hears("language-hello")
