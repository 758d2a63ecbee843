"""`signal …`: an account on Signal, from its registration to its state while the line runs."""

import asyncio
import os
import secrets
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.channels.base import Account
from bot.channels.signal.channel import CHALLENGE
from bot.channels.signal.keeping import (
    DaemonSettings,
    Keeper,
    end,
    end_with_parent,
    ended_file,
    environment,
    require_version,
)
from bot.channels.signal.rpc import Connection, DaemonError
from bot.config import Place, SignalSettings
from bot.errors import ConfigurationError, LineError, TryLater
from bot.operating.finding import Finding, Level
from bot.operating.host import is_encrypted
from bot.operating.showing import SIGNAL_LINK, qr
from bot.runtime import daemon_settings, line_cell, open_identity, open_stores

Echo = Callable[[str], None]
PIN_FILE = "signal.pin"
NAME_MOST = 26
STARTS_WITHIN_S = 30.0
SCANNED_WITHIN_S = 600.0
CAPTCHA_PAGE = "https://signalcaptchas.org/registration/generate.html"
CHALLENGE_PAGE = "https://signalcaptchas.org/challenge/generate.html"


async def serve(settings: DaemonSettings, *, with_parent: bool) -> None:
    """Keep signal-cli running until a signal comes, or until whoever started us has gone."""
    await require_version(settings)
    keeping = asyncio.create_task(Keeper(settings).keep())
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, keeping.cancel)
    if with_parent:
        loop.add_reader(0, lambda: None if os.read(0, 64) else keeping.cancel())
    with suppress(asyncio.CancelledError):
        await keeping


async def register(
    place: Place,
    echo: Echo,
    ask: Callable[[str], str],
    captcha: str | None,
    *,
    voice: bool,
) -> None:
    """A new account under the number of `line.toml`, closed and quiet as far as Signal lets it."""
    settings, pin = _settings(place), _make_pin(place)
    async with _setting_up(place, settings) as daemon:
        wanted: dict[str, Any] = {"account": settings.number, "voice": voice}
        if captcha:
            wanted["captcha"] = captcha
        await _asked(daemon, "register", wanted, _CAPTCHA_FIRST)
        code = ask("The code that Signal sent to the number: ")
        # An account that was lost opens with the lock that it had; a new one does not look at it.
        verified = {
            "account": settings.number,
            "verificationCode": code.replace("-", "").strip(),
            "pin": pin,
        }
        await _asked(daemon, "verify", verified, "Signal does not accept the code.")
        await _close_account(daemon, settings.number, pin, place.config.line_name)
    echo("The account is registered; nobody can find it by its number.")
    echo(f"Its registration lock lies in {place.key_folder / PIN_FILE}. Keep a copy in the safe,")
    echo("and keep the number: without both the account is lost when Signal asks for it anew.")
    echo("Now choose what people write to: vertrouwenslijn signal username NAME")


async def close(place: Place, echo: Echo) -> None:
    """Hide and lock an account that is registered already, or whose registration broke off."""
    settings, pin = _settings(place), _make_pin(place)
    async with _daemon(place, settings) as daemon:
        await _close_account(daemon, settings.number, pin, place.config.line_name)
    echo("Nobody can find the account by its number; it has a registration lock.")


async def link(place: Place, echo: Echo) -> None:
    """Be a second device of a phone that is registered; the phone then reads everything."""
    settings = _settings(place)
    async with _setting_up(place, settings) as daemon:
        started = await _asked(daemon, "startLink", {}, "Signal does not answer.")
        uri = str(started.get("deviceLinkUri"))
        echo(qr(uri))
        echo("Scan this in Signal on the phone: Settings, Linked devices.")
        wanted = {"deviceLinkUri": uri, "deviceName": "line"}
        await _asked(
            daemon, "finishLink", wanted, "Nobody scanned it in time.", within_s=SCANNED_WITHIN_S
        )
    echo("On the phone: Settings, Privacy, Phone number: nobody may see it, nobody find you by it.")
    echo("Linked. The phone sees all that reporters write and can delete nothing of it: `register`")
    echo("is safer.")


async def username(place: Place, name: str, echo: Echo) -> None:
    """What people write to instead of a number; its link is what `identity` shows."""
    settings = _settings(place)
    wanted = {"account": settings.number, "username": name}
    async with _daemon(place, settings) as daemon:
        refused = f"Signal does not give the name {name}: is it taken, or without two digits?"
        answer = await _asked(daemon, "updateAccount", wanted, refused)
    given, address = answer.get("username"), answer.get("usernameLink")
    if not isinstance(address, str):
        raise ConfigurationError("Signal named no link for the username.")
    async with open_identity(place) as identity:
        await identity.note(SIGNAL_LINK, f"{given} {address}")
    echo(f"People write to {given}, or follow {address}")


async def unlock(place: Place, captcha: str, echo: Echo) -> None:
    """Answer the challenge that keeps Signal from sending."""
    settings = _settings(place)
    token = await _challenge(place)
    if token is None:
        raise ConfigurationError("Signal has asked for nothing.")
    async with _daemon(place, settings) as daemon:
        wanted = {"challenge": token, "captcha": captcha}
        await _asked(daemon, "submitRateLimitChallenge", wanted, _CHALLENGE_FIRST)
    echo("Signal accepts it. What waits goes out by itself.")


async def status(place: Place, echo: Echo) -> bool:
    """Every finding about Signal; true when none is a fault."""
    _settings(place)
    fine = True
    async for finding in findings(place):
        echo(str(finding))
        fine = fine and finding.level is not Level.FAULT
    return fine


async def findings(place: Place) -> AsyncIterator[Finding]:
    """For `check` as well; nothing when the line is not on Signal."""
    settings = place.config.signal
    if settings is None:
        return
    yield _disk(place.signal_data(settings))
    async with open_identity(place) as identity:
        noted = await identity.noted(SIGNAL_LINK)
    if noted:
        yield Finding(Level.OK, f"Signal: people write to {noted.partition(' ')[0]}")
    else:
        yield Finding(Level.FAULT, "Signal: no username yet; see `signal username`")
    try:
        if await _challenge(place):
            words = f"Signal sends nothing before a captcha is solved: open {CHALLENGE_PAGE} on "
            yield Finding(Level.FAULT, words + "this network, then `signal unlock LINK`")
    except LineError:
        pass  # line.db cannot be read now; another line of `check` says so
    yield await _answers(place, settings)


async def _answers(place: Place, settings: SignalSettings) -> Finding:
    try:
        daemon = await Connection.open(place.signal_socket(settings), asyncio.Queue())
    except TryLater:
        if ended_file(place.signal_socket(settings)).exists():
            words = "signal-cli ends as soon as it starts: is the account still registered?"
            return Finding(Level.FAULT, words)
        if settings.keep and not _line_runs(place):
            return Finding(Level.NOTE, "signal-cli does not run, as the line does not")
        return Finding(Level.FAULT, "signal-cli does not run: nobody can write on Signal")
    try:
        told = await daemon.ask("version", {}, 20.0)
        await daemon.ask("listContacts", {"recipient": []}, 20.0)
    except (DaemonError, TryLater):
        return Finding(Level.FAULT, "signal-cli runs and knows no account, or does not answer")
    finally:
        await daemon.close()
    version = told.get("version") if isinstance(told, dict) else None
    return Finding(Level.OK, f"signal-cli {version} answers; renew it within days of a release")


def _line_runs(place: Place) -> bool:
    """Whoever runs it holds the key cell."""
    cell = line_cell(place)
    try:
        cell.hold()
    except ConfigurationError:
        return True
    cell.release()
    return False


def _disk(data: Path) -> Finding:
    encrypted = is_encrypted(data)
    if encrypted is None:
        return Finding(Level.NOTE, f"Signal: cannot see whether {data} is on an encrypted disk")
    if encrypted:
        return Finding(Level.OK, f"Signal: {data} is on an encrypted disk")
    words = f"Signal: {data} is not on an encrypted disk; whoever takes it sees who wrote"
    return Finding(Level.FAULT, words)


async def _challenge(place: Place) -> str | None:
    async with open_stores(place) as stores:
        kept = (await stores.line.load(Account.SIGNAL)).get(CHALLENGE)
    return kept.decode() if kept else None


def _settings(place: Place) -> SignalSettings:
    if place.config.signal is None:
        raise ConfigurationError("line.toml has no [signal] section with a number.")
    return place.config.signal


# ---- a daemon for setting up ------------------------------------------------------------------


@asynccontextmanager
async def _daemon(place: Place, settings: SignalSettings) -> AsyncIterator[Connection]:
    """The one that runs, or one of our own while the line is closed."""
    try:
        running = await Connection.open(place.signal_socket(settings), asyncio.Queue())
    except TryLater:
        async with _setting_up(place, settings) as own:
            yield own
        return
    try:
        yield running
    finally:
        await running.close()


@asynccontextmanager
async def _setting_up(place: Place, settings: SignalSettings) -> AsyncIterator[Connection]:
    """A daemon without an account yet; it receives nothing and ends with us."""
    wanted = daemon_settings(place, settings)
    await require_version(wanted)
    wanted.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="signal-") as folder:
        socket = Path(folder) / "socket"
        process = await asyncio.create_subprocess_exec(
            *(wanted.program, "-d", str(wanted.data), "--scrub-log", "daemon"),
            *("--socket", str(socket), "--receive-mode", "manual", "--no-receive-stdout"),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment(wanted.data),
            preexec_fn=end_with_parent,
        )
        try:
            daemon = await _reached(socket, process)
            try:
                yield daemon
            finally:
                await daemon.close()
        finally:
            await end(process)


async def _reached(socket: Path, process: asyncio.subprocess.Process) -> Connection:
    loop = asyncio.get_running_loop()
    until = loop.time() + STARTS_WITHIN_S
    while process.returncode is None and loop.time() < until:
        with suppress(TryLater):
            return await Connection.open(socket, asyncio.Queue())
        await asyncio.sleep(0.1)
    raise ConfigurationError("signal-cli does not start. Is the line running? Then close it first.")


async def _asked(
    daemon: Connection,
    method: str,
    params: dict[str, Any],
    refused: str,
    within_s: float = 60.0,
) -> dict[str, Any]:
    """The answer; its refusals are worded here, for signal-cli's own name numbers."""
    try:
        answer = await daemon.ask(method, params, within_s)
    except DaemonError as error:
        raise ConfigurationError(f"{refused} (signal-cli: {error.code})") from None
    except TryLater:
        raise ConfigurationError("signal-cli does not answer; try it again.") from None
    return answer if isinstance(answer, dict) else {}


async def _close_account(daemon: Connection, number: str, pin: str, name: str) -> None:
    account = {"account": number}
    steps: tuple[tuple[str, dict[str, Any]], ...] = (
        (
            "updateAccount",
            {
                "numberSharing": False,
                "discoverableByNumber": False,
                # So Signal's server is told less of who writes, from their first message on.
                "unrestrictedUnidentifiedSender": True,
            },
        ),
        ("setPin", {"pin": pin}),
        ("updateProfile", {"givenName": name[:NAME_MOST]}),
        (
            "updateConfiguration",
            {"readReceipts": False, "typingIndicators": False, "linkPreviews": False},
        ),
    )
    for method, params in steps:
        refused = f"Signal refuses {method}. Until `signal close` works, the account may be found."
        await _asked(daemon, method, {**account, **params}, refused)


def _make_pin(place: Place) -> str:
    """Kept as the other keys are; one that is there stays, for the account may have it already."""
    file = place.key_folder / PIN_FILE
    if file.exists() and (known := file.read_text(encoding="ascii").strip()):
        return known
    pin = "".join(secrets.choice("0123456789") for _ in range(20))
    fresh = file.with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text(pin + "\n", encoding="ascii")
    fresh.replace(file)
    return pin


_CAPTCHA_FIRST = (
    f"Signal does not register the number. Mostly it wants a captcha: open {CAPTCHA_PAGE} on this "
    'network, copy the link "Open Signal", and give it with --captcha.'
)
_CHALLENGE_FIRST = (
    f"Signal does not accept it. Open {CHALLENGE_PAGE} (not the page for registering) on this "
    "network, and try the new link at once."
)
