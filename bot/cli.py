"""The command line. Commands read settings, ask what is missing, and call; they build nothing."""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot.errors import LineError
from bot.security.hardening import harden, run_nothing_written
from bot.security.logging import tell_operator

if TYPE_CHECKING:
    from bot.operating.staffing import Staff

app = typer.Typer(
    name="vertrouwenslijn",
    help="A confidential line for people under pressure from a foreign state.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
staff_app = typer.Typer(
    help="Who works at the desk. A change that lets somebody in takes two people; a change that "
    "cuts somebody off works at once.",
    no_args_is_help=True,
)
languages_app = typer.Typer(help="Which languages are reviewed and offered.", no_args_is_help=True)
dialog_app = typer.Typer(help="The conversation itself, without a network.", no_args_is_help=True)
app.add_typer(staff_app, name="staff")
app.add_typer(languages_app, name="languages")
app.add_typer(dialog_app, name="dialog")
referrals_app = typer.Typer(help="Other places of help, and their checks.", no_args_is_help=True)
app.add_typer(referrals_app, name="referrals")
signal_app = typer.Typer(help="The line's account on Signal, if it has one.", no_args_is_help=True)
app.add_typer(signal_app, name="signal")

Settings = Annotated[Path, typer.Option("--config", help="The line's settings file.")]


def main() -> None:
    """The console script: every expected fault is one sentence, never a traceback."""
    harden()
    run_nothing_written()
    try:
        app()
    except* LineError as faults:
        _fail(str(_first(faults)))
    except* (KeyboardInterrupt, asyncio.CancelledError):
        raise SystemExit(130) from None
    except* Exception as faults:  # noqa: BLE001 - the last place before the terminal
        # A library's error may quote what a person wrote: only its kind and place are shown.
        fault = _first(faults)
        _fail(f"a fault of ours, please report it: {type(fault).__name__} at {_place(fault)}")


def _first(faults: BaseExceptionGroup[Any]) -> BaseException:
    fault: BaseException = faults
    while isinstance(fault, BaseExceptionGroup):
        fault = fault.exceptions[0]
    return fault


def _place(fault: BaseException) -> str:
    """The innermost line of our own code on the way to the fault."""
    ours = [
        (frame.f_globals["__name__"], number)
        for frame, number in walk_tb(fault.__traceback__)
        if str(frame.f_globals.get("__name__")).split(".")[0] in ("bot", "dialogs", "handoff")
    ]
    return ":".join(str(part) for part in ours[-1]) if ours else "an unknown place"


def _fail(words: str) -> NoReturn:
    tell_operator(f"vertrouwenslijn: {words}", stderr=True)
    raise SystemExit(1)


def _stoppable(work: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Run until done; SIGTERM and Ctrl-C set the event instead of tearing things down."""

    async def run() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await work(stop)

    asyncio.run(run())


@app.command()
def run(config: Settings = Path("line.toml")) -> None:
    """Run the line in the foreground; says one line when it is ready."""
    from bot.config import read_config
    from bot.operating.opening import open_line
    from bot.security.logging import install

    install()
    place = read_config(config)
    _stoppable(lambda stop: open_line(place, tell_operator, stop))


@app.command()
def check(config: Settings = Path("line.toml")) -> None:
    """Look at everything that must be right; exits with 1 when something is not."""
    from bot.config import read_config
    from bot.operating.opening import check_line

    if not asyncio.run(check_line(read_config(config), typer.echo)):
        raise SystemExit(1)


@app.command()
def identity(config: Settings = Path("line.toml")) -> None:
    """What to publish, so that people can see they write to the real line."""
    from bot.config import read_config
    from bot.operating.showing import show_identity

    asyncio.run(show_identity(read_config(config), typer.echo))


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the line will live.")],
    front_homeserver: Annotated[str | None, typer.Option(metavar="URL")] = None,
    front_user: Annotated[str | None, typer.Option(metavar="MXID")] = None,
    front_password_file: Annotated[Path | None, typer.Option(metavar="FILE")] = None,
    desk_homeserver: Annotated[str | None, typer.Option(metavar="URL")] = None,
    desk_user: Annotated[str | None, typer.Option(metavar="MXID")] = None,
    desk_password_file: Annotated[Path | None, typer.Option(metavar="FILE")] = None,
    staff: Annotated[list[str] | None, typer.Option(metavar="MXID[=FINGERPRINT]")] = None,
    legal_limit: Annotated[list[str] | None, typer.Option(metavar="[LANGUAGE=]TEXT")] = None,
    line_name: Annotated[str | None, typer.Option()] = None,
    staff_language: Annotated[str | None, typer.Option()] = None,
    approve: Annotated[str | None, typer.Option(metavar="nl,en")] = None,
) -> None:
    """Make a line: settings, keys, accounts, desk room, roster. Asks for what is not given."""
    from bot.operating.asking import Given, ask
    from bot.operating.founding import found

    given = Given(
        folder=folder,
        front_homeserver=front_homeserver,
        front_user=front_user,
        front_password_file=front_password_file,
        desk_homeserver=desk_homeserver,
        desk_user=desk_user,
        desk_password_file=desk_password_file,
        staff=tuple(staff or ()),
        legal_limit=tuple(legal_limit or ()),
        line_name=line_name,
        staff_language=staff_language,
        approve=approve,
    )
    place = asyncio.run(found(ask(given), typer.echo))
    typer.echo(f"The line is ready in {place.folder}. Look at it with:")
    typer.echo(f"  vertrouwenslijn check --config {place.folder / 'line.toml'}")


@app.command()
def demo(
    *, script: Annotated[bool, typer.Option("--script", help="Play the case and end.")] = False
) -> None:
    """Everything on this machine: a throw-away homeserver, the line, and a whole conversation."""
    from bot.demo.play import play

    stay = not script and sys.stdin.isatty()
    fine: list[bool] = []

    async def work(stop: asyncio.Event) -> None:
        fine.append(await play(typer.echo, stop, stay=stay))

    _stoppable(work)
    if not all(fine):
        raise SystemExit(1)


MxidAndKey = Annotated[str, typer.Argument(metavar="MXID=FINGERPRINT")]


@staff_app.command("list")
def staff_list(config: Settings = Path("line.toml")) -> None:
    """Everybody on the roster, with their duties and keys, and who is proposed."""
    _staff(config, lambda staff: staff.show())


@staff_app.command("add")
def staff_add(
    who: Annotated[str, typer.Argument(metavar="MXID[=FINGERPRINT]")],
    role: Annotated[list[str] | None, typer.Option(help="A duty; may be repeated.")] = None,
    training: Annotated[
        list[str] | None, typer.Option(help="minor, suicide or recruitment; may be repeated.")
    ] = None,
    language: Annotated[list[str] | None, typer.Option(help="Such as nl; may be repeated.")] = None,
    config: Settings = Path("line.toml"),
) -> None:
    """Somebody new, or other duties, training or languages of somebody on the roster."""
    from bot.operating.naming import read_wanted

    wanted = read_wanted(who, role, training, language)
    _staff(config, lambda staff: staff.add(wanted))


@staff_app.command("remove")
def staff_remove(
    who: Annotated[str, typer.Argument(metavar="MXID")], config: Settings = Path("line.toml")
) -> None:
    """Cut somebody off, at once; also takes back what is proposed for them."""
    from bot.operating.naming import read_staff

    person, _ = read_staff(who)
    _staff(config, lambda staff: staff.remove(person))


@staff_app.command("compare")
def staff_compare(who: MxidAndKey, config: Settings = Path("line.toml")) -> None:
    """Note that a pinned key is the one its owner read to you."""
    from bot.operating.naming import read_staff

    person, key = read_staff(who)
    _staff(config, lambda staff: staff.compare(person, key))


@staff_app.command("replace")
def staff_replace(who: MxidAndKey, config: Settings = Path("line.toml")) -> None:
    """A new phone: the old one is cut off at once, the new one waits for a colleague."""
    from bot.operating.naming import read_staff

    person, key = read_staff(who)
    _staff(config, lambda staff: staff.replace(person, key))


def _staff(config: Path, work: "Callable[[Staff], Awaitable[None]]") -> None:
    from bot.config import read_config
    from bot.operating.staffing import open_staff

    async def run() -> None:
        async with open_staff(read_config(config), typer.echo) as staff:
            await work(staff)

    asyncio.run(run())


@languages_app.command("list")
def languages_list(config: Settings = Path("line.toml")) -> None:
    """Every language there are texts for, and whether the line offers it."""
    from bot.config import read_config
    from bot.operating.showing import show_languages

    asyncio.run(show_languages(read_config(config), typer.echo))


@languages_app.command("approve")
def languages_approve(
    language: str,
    by: Annotated[str, typer.Option(help="Who reviewed the texts.")],
    config: Settings = Path("line.toml"),
) -> None:
    """Record that these exact texts were reviewed; a later change needs approval again."""
    from bot.config import read_config
    from bot.operating.showing import approve_language

    asyncio.run(approve_language(read_config(config), language, by, typer.echo))


@languages_app.command("install")
def languages_install(
    language: str,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="DIR", help="Files that you fetched yourself.")
    ] = None,
    sha256: Annotated[
        list[str] | None, typer.Option(metavar="FILE=HASH", help="What a file must be.")
    ] = None,
    config: Settings = Path("line.toml"),
) -> None:
    """Install the translation models between a language and that of the staff."""
    from bot.config import read_config
    from bot.operating.modelling import install

    asyncio.run(install(read_config(config), language, typer.echo, source, sha256 or ()))


@languages_app.command("preview")
def languages_preview(
    language: str, beside: Annotated[str, typer.Option(help="The language to compare with.")] = "nl"
) -> None:
    """Every text that a reporter may read, each below its Dutch, for a review panel."""
    from bot.operating.previewing import preview

    preview(language, beside, typer.echo)


@referrals_app.command("list")
def referrals_list(config: Settings = Path("line.toml")) -> None:
    """Every place of other help, who checked it, and whether professionals are shown it."""
    from bot.config import read_config
    from bot.operating.referring import list_referrals

    list_referrals(read_config(config), typer.echo)


@referrals_app.command("checked")
def referrals_checked(
    place: Annotated[str, typer.Argument(metavar="ID")],
    by: Annotated[str, typer.Option(help="Who called the number, or looked at the address.")],
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Today if left out.")
    ] = None,
    config: Settings = Path("line.toml"),
) -> None:
    """Record that its number and address are right; a crisis number counts 30 days, others 90."""
    from bot.config import read_config
    from bot.operating.referring import check_referral

    day = on.date() if on else None
    check_referral(read_config(config), place, by, day, typer.echo)


@signal_app.command("register")
def signal_register(
    captcha: Annotated[str | None, typer.Option(help="The link of the captcha page.")] = None,
    config: Settings = Path("line.toml"),
    *,
    voice: Annotated[bool, typer.Option("--voice", help="Be called instead of texted.")] = False,
) -> None:
    """Register the number of line.toml, hidden and with a registration lock."""
    from bot.config import read_config
    from bot.operating.signalling import register

    asyncio.run(register(read_config(config), typer.echo, input, captcha, voice=voice))


@signal_app.command("close")
def signal_close(config: Settings = Path("line.toml")) -> None:
    """Hide and lock an account whose registration broke off; doing it again harms nothing."""
    from bot.config import read_config
    from bot.operating.signalling import close

    asyncio.run(close(read_config(config), typer.echo))


@signal_app.command("link")
def signal_link(config: Settings = Path("line.toml")) -> None:
    """Be a second device of a phone; `register` is safer, for the phone reads everything."""
    from bot.config import read_config
    from bot.operating.signalling import link

    asyncio.run(link(read_config(config), typer.echo))


@signal_app.command("username")
def signal_username(
    name: Annotated[str, typer.Argument(metavar="NAME.12")], config: Settings = Path("line.toml")
) -> None:
    """Choose what people write to instead of a number; `identity` shows it."""
    from bot.config import read_config
    from bot.operating.signalling import username

    asyncio.run(username(read_config(config), name, typer.echo))


@signal_app.command("unlock")
def signal_unlock(
    captcha: Annotated[str, typer.Argument(metavar="LINK", help="The link of the captcha page.")],
    config: Settings = Path("line.toml"),
) -> None:
    """Answer the challenge that keeps Signal from sending; `status` tells when there is one."""
    from bot.config import read_config
    from bot.operating.signalling import unlock

    asyncio.run(unlock(read_config(config), captcha, typer.echo))


@signal_app.command("status")
def signal_status(config: Settings = Path("line.toml")) -> None:
    """Whether people can write to the line on Signal; exits with 1 when something is wrong."""
    from bot.config import read_config
    from bot.operating.signalling import status

    if not asyncio.run(status(read_config(config), typer.echo)):
        raise SystemExit(1)


@signal_app.command("serve")
def signal_serve(
    number: Annotated[str, typer.Option(help="By which the account is registered.")],
    data: Annotated[Path, typer.Option(help="signal-cli's folder, on an encrypted disk.")],
    socket: Annotated[Path, typer.Option(help="Where the line finds it.")],
    program: Annotated[str, typer.Option()] = "signal-cli",
    *,
    with_parent: Annotated[bool, typer.Option("--with-parent", hidden=True)] = False,
) -> None:
    """Keep signal-cli running; the line does it by itself unless `keep = false`."""
    from bot.channels.signal.keeping import DaemonSettings
    from bot.operating.signalling import serve
    from bot.security.logging import install

    install()
    settings = DaemonSettings(program, data.resolve(), socket.resolve(), number)
    asyncio.run(serve(settings, with_parent=with_parent))


@dialog_app.command("try")
def dialog_try(language: Annotated[str | None, typer.Option()] = None) -> None:
    """Talk to the dialog in this terminal; nothing is stored or sent."""
    from bot.operating.showing import try_in_terminal

    try_in_terminal(language)


@dialog_app.command("diagram")
def dialog_diagram() -> None:
    """The dialog and the stages of a case as Mermaid diagrams."""
    from bot.operating.showing import diagrams

    typer.echo(diagrams())
