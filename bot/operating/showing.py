"""What the operator can look at: the identity, the languages, the dialog."""

import sys
from collections.abc import Callable
from io import StringIO

import qrcode

from bot.assets import catalogue_for, every_language, load_dialog
from bot.channels.base import Account
from bot.channels.matrix.crosssigning import CrossSigningIdentity
from bot.config import AccountSettings, Config, Place
from bot.errors import ConfigurationError
from bot.inbox import Lifetimes
from bot.locales import read_languages
from bot.operating.checking import offered_languages
from bot.operating.founding import approve
from bot.operating.modelling import standing_of
from bot.runtime import open_identity
from bot.try_dialog import try_dialog
from dialogs.diagram import diagram as dialog_diagram
from dialogs.model import Language
from handoff.roster import grouped
from handoff.stages import diagram as stage_diagram

Echo = Callable[[str], None]
SIGNAL_LINK = "signal_link"
"""Under which `identity.db` notes the username and its link, as `signal username` got them."""


async def show_identity(place: Place, echo: Echo) -> None:
    """The address and the fingerprint to publish, as text, link and QR code."""
    async with open_identity(place) as known:
        record = await known.account(Account.FRONT)
        on_signal = await known.noted(SIGNAL_LINK)
    if record is None:
        raise ConfigurationError("This line has no accounts yet. Run `init` first.")
    fingerprint = CrossSigningIdentity.from_bytes(record.signing).master_public
    link = f"https://matrix.to/#/{record.person}"
    echo(f"Address:      {record.person}")
    echo(f"Fingerprint:  {grouped(fingerprint)}")
    echo(f"              {fingerprint}")
    echo(f"Link:         {link}")
    echo("")
    echo(qr(link))
    echo("Publish address and fingerprint together, on your own site and on paper.")
    echo("A reporter can compare the fingerprint in their client before writing.")
    if place.config.signal and on_signal:
        name, _, address = on_signal.partition(" ")
        echo("")
        echo(f"On Signal:    {name}")
        echo(f"Link:         {address}")
        echo("")
        echo(qr(address))
        echo("Signal has no fingerprint to publish: each chat has a safety number of its own.")


async def show_languages(place: Place, echo: Echo) -> None:
    """What is offered, whether a machine translates it, and how many at the desk speak it."""
    async with open_identity(place) as known:
        approvals, enrolled = await known.approvals(), await known.enrolled()
    offered, staff = offered_languages(approvals), place.config.staff_language
    for language, entry in read_languages().items():
        approval = approvals.get(language)
        if language in offered and approval:
            state = f"offered; approved by {approval.by} on {approval.on_day}"
        elif approval:
            state = "not offered: the texts changed after they were approved"
        else:
            state = f"not offered: not approved ({entry.review})"
        speak = sum(language == staff or language in one.languages for one in enrolled.active)
        machine = "" if language == staff else f"; translation: {standing_of(place, language)}"
        echo(f"{language:8} {entry.name:20} {state}{machine}; at the desk: {speak}")


async def approve_language(place: Place, language: str, by: str, echo: Echo) -> None:
    if language not in every_language():
        known = ", ".join(every_language())
        raise ConfigurationError(f"There is no catalogue for '{language}'. There is: {known}.")
    async with open_identity(place) as identity:
        approval = await approve(identity, Language(language), by)
    echo(f"{language} is approved as it is now ({approval.hash[:16]}…), by {approval.by}.")


def try_in_terminal(language: str | None) -> None:
    """The dialog with every language, or one, on standard input and output."""
    chosen = every_language() if language is None else (Language(language),)
    config = Config(
        line_name="the line",
        staff_language=chosen[0],
        legal_limit=dict.fromkeys(chosen, "[here stands the operator's legal limit]"),
        front=AccountSettings(homeserver="none", user="none"),
        desk=AccountSettings(homeserver="none", user="none"),
    )
    catalogue = catalogue_for(config, chosen, Lifetimes())
    try_dialog(catalogue, load_dialog(), sys.stdin, sys.stdout)


def diagrams() -> str:
    return f"{dialog_diagram(load_dialog())}\n{stage_diagram()}"


def qr(text: str) -> str:
    code = qrcode.QRCode(border=2)
    code.add_data(text)
    drawn = StringIO()
    code.print_ascii(out=drawn, invert=True)
    return drawn.getvalue()
