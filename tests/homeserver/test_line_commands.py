"""The commands as an operator types them, against a real homeserver."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
from bot.security.keycell import FileCell
from tests.homeserver.line_talk import PASSWORD, PATIENCE, STORY, Desk, Reporter, words
from tests.privacy.identifiers import found_in, identifiers_of

pytestmark = pytest.mark.asyncio(loop_scope="module")
ROOT = Path(__file__).resolve().parents[2]
LIMIT = "Is iemands leven in gevaar? Dan kan de wet vragen dat wij dat melden."
COMMAND = (sys.executable, "-m", "bot")


@dataclass
class Office:
    """What an operator has before there is a line: accounts, a password file, a professional."""

    folder: Path
    server: ThrowAwayHomeserver
    suffix: str
    professional: Person
    desk_room: str = ""

    def flags(self, name: str, **changes: str) -> list[str]:
        """`init` with every answer given."""
        given = {
            "front-homeserver": self.server.url,
            "front-user": f"front{self.suffix}",
            "front-password-file": str(self.folder / "password"),
            "desk-user": f"back{self.suffix}",
            "staff": f"{self.professional.id}={self.professional.master_key}",
            "legal-limit": LIMIT,
            "line-name": "Demolijn",
            "staff-language": "nl",
            "approve": "nl,en",
        } | {name.replace("_", "-"): value for name, value in changes.items()}
        flags = [part for key, value in given.items() if value for part in (f"--{key}", value)]
        return ["init", str(self.folder / name), *flags]

    def settings(self, name: str) -> list[str]:
        return ["--config", str(self.folder / name / "line.toml")]

    def sessions(self, user: str) -> int:
        """How many sessions this account of the line has."""
        answer = self.server.request(
            "POST",
            "/_matrix/client/v3/login",
            {
                "type": "m.login.password",
                "identifier": {"type": "m.id.user", "user": user},
                "password": PASSWORD,
            },
        )
        token = str(answer["access_token"])
        known = self.server.request("GET", "/_matrix/client/v3/devices", token=token)["devices"]
        self.server.request("POST", "/_matrix/client/v3/logout", {}, token=token)
        return len(known) - 1


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def office(
    homeserver: ThrowAwayHomeserver, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Office]:
    folder, suffix = tmp_path_factory.mktemp("office"), str(time.monotonic_ns())
    (folder / "password").write_text(PASSWORD + "\n")
    for name in ("front", "back", "pro", "plain"):
        homeserver.user(f"{name}{suffix}", PASSWORD)
    async with await Person.log_in(homeserver.url, f"pro{suffix}", PASSWORD) as professional:
        await professional.start()
        yield Office(folder, homeserver, suffix, professional)


def run(*arguments: str, within: float = 60) -> subprocess.CompletedProcess[str]:
    """A command with nobody at the keyboard."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=within,
        check=False,
    )


def refused(done: subprocess.CompletedProcess[str], reason: str) -> None:
    """One sentence with the reason, and no traceback."""
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert reason in done.stderr
    assert done.stderr.startswith("vertrouwenslijn: ")
    assert done.stderr.count("\n") == 1


def only_the_log(printed: str) -> None:
    """Nothing but events of the closed vocabulary, one object a line."""
    for line in printed.splitlines():
        assert set(json.loads(line)) >= {"day", "event"}


@contextmanager
def running(office: Office, name: str) -> Iterator["Running"]:
    """`run` until the block ends; whatever happens, it is gone afterwards."""
    with (
        (office.folder / f"{name}.out").open("w+") as out,
        (office.folder / f"{name}.err").open("w+") as err,
    ):
        process = subprocess.Popen(
            [*COMMAND, "run", *office.settings(name)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        line = Running(process, Path(out.name), Path(err.name))
        try:
            yield line
        finally:
            process.kill()
            process.wait()


@dataclass
class Running:
    process: "subprocess.Popen[bytes]"
    out: Path
    err: Path

    def says(self, wanted: str, within: float = 60) -> None:
        deadline = time.monotonic() + within
        while wanted not in self.out.read_text():
            assert self.process.poll() is None, self.err.read_text()
            assert time.monotonic() < deadline, self.out.read_text()
            time.sleep(0.05)

    def ends(self, within: float = 20) -> int:
        """End it as a service manager does."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(within)


async def test_init_check_identity_and_run(office: Office) -> None:
    """Everything given, nothing asked; then a conversation of which no word is printed."""
    before = office.sessions(f"front{office.suffix}")
    made = run(*office.flags("whole"))
    assert (made.returncode, made.stderr) == (0, "")
    assert office.sessions(f"front{office.suffix}") == before + 1
    looked = run("check", *office.settings("whole"))
    assert (looked.returncode, looked.stderr) == (0, ""), looked.stdout
    shown = run("identity", *office.settings("whole"))
    assert f"@front{office.suffix}:{office.server.server_name}" in shown.stdout
    assert "https://matrix.to/#/" in shown.stdout
    languages = run("languages", "list", *office.settings("whole"))
    assert languages.stdout.count("offered; approved by init") == 2
    with running(office, "whole") as line:
        line.says("The line is open.")
        anna, desk = await whole_case(office)
        assert line.ends() == 0
        printed = line.out.read_text() + line.err.read_text()
        only_the_log(line.err.read_text())
        assert line.out.read_text().splitlines() == ["The line is open.", "The line is closed."]
    identity = identifiers_of(anna.person, "anna, die bang is", anna.room, desk.case_room, STORY)
    assert found_in([printed.encode()], identity) == set()
    await anna.person.close()


async def test_a_second_init_does_not_touch_the_first(office: Office) -> None:
    """A line that is there stays as it is."""
    refused(run(*office.flags("whole")), "There is a line in")
    assert run("check", *office.settings("whole")).returncode == 0


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"front_password_file": "{folder}/wrong"}, "refused this user name and password"),
        ({"front_password_file": "{folder}/none"}, "cannot be read"),
        ({"front_password_file": "{folder}/empty"}, "is empty"),
        ({"desk_password_file": "{folder}/wrong"}, "refused this user name and password"),
        ({"front_homeserver": "http://127.0.0.1:9"}, "homeserver"),
        ({"front_homeserver": "no address at all"}, "homeserver"),
        ({"staff": "@plain{suffix}:{server}"}, "no cross-signing identity"),
        ({"staff": "@nobody{suffix}:{server}"}, "knows nobody called"),
        ({"staff": "somebody"}, "is no Matrix id"),
        ({"staff": "@pro{suffix}:{server}=abc"}, "fingerprint"),
        ({"approve": "nl,xx"}, "There is no catalogue for: xx"),
        ({"staff_language": "en", "approve": "nl"}, "staff language"),
        ({"desk_user": "front{suffix}"}, "two different accounts"),
        ({"legal_limit": " "}, "legal limit"),
    ],
)
async def test_an_init_that_fails_leaves_nothing(
    office: Office, changes: dict[str, str], reason: str
) -> None:
    """One sentence; no folder, and no session at the homeserver."""
    (office.folder / "wrong").write_text("not the password")
    (office.folder / "empty").write_text("\n")
    known = {
        "folder": str(office.folder),
        "suffix": office.suffix,
        "server": office.server.server_name,
    }
    filled = {name: value.format(**known) for name, value in changes.items()}
    users = [f"{name}{office.suffix}" for name in ("front", "back")]
    before = [office.sessions(user) for user in users]
    refused(run(*office.flags("failed", **filled)), reason)
    assert not (office.folder / "failed").exists()
    assert [office.sessions(user) for user in users] == before


async def test_run_refuses_what_check_finds(office: Office) -> None:
    """A missing legal limit, an unknown setting, a language nobody approved."""
    settings = office.folder / "whole" / "line.toml"
    good = settings.read_text()
    try:
        for change, reason in (
            (lambda text: text.replace("[legal_limit]", "[legal_limits]"), "legal_limit"),
            (lambda text: 'colour = "red"\n' + text, "there is no setting called 'colour'"),
            (lambda text: text.replace(f'nl = "{LIMIT}"', 'nl = " "'), "legal_limit.nl"),
            (lambda text: text.replace(f'nl = "{LIMIT}"\n', ""), "legal"),
            (lambda text: text.replace('language = "nl"', 'language = "fa"'), "fa"),
            (lambda text: text + "[", "no valid TOML"),
        ):
            settings.write_text(change(good))
            refused(run("run", *office.settings("whole")), reason)
        settings.unlink()
        refused(run("run", *office.settings("whole")), "There is no settings file")
    finally:
        settings.write_text(good)
    cell = office.folder / "whole" / "keys" / "line.cell"
    kept = cell.read_bytes()
    try:
        FileCell(cell).make()
        refused(run("run", *office.settings("whole")), "cannot be opened")
        cell.unlink()
        refused(run("run", *office.settings("whole")), "key")
    finally:
        cell.write_bytes(kept)
        cell.chmod(0o600)


async def test_a_killed_line_loses_nothing(office: Office) -> None:
    """Kill -9 while both write, three times: everything arrives once and in order."""
    told = [f"Vraag, nummer {number}." for number in range(15)]
    answered = [f"Antwoord, nummer {number}." for number in range(15)]

    async def talk() -> None:
        for mine, ours in zip(told, answered, strict=True):
            await anna.say(mine)
            await desk.writes(ours)
            await asyncio.sleep(0.2)

    with running(office, "whole") as line:
        await asyncio.to_thread(line.says, "The line is open.")
        anna, desk = await newcomers(office, "killed")
        await anna.send_case()
        await desk.claim()
        await anna.hears("live")
    talking = asyncio.create_task(talk())
    for pause in (0.2, 0.6, 0.4):
        with running(office, "whole") as line:
            await asyncio.to_thread(line.says, "The line is open.")
            await asyncio.sleep(pause)
    await talking
    with running(office, "whole") as line:
        await asyncio.to_thread(line.says, "The line is open.")
        await desk.reads_text(told[-1])
        await anna.hears_text(answered[-1])
        await desk.close()
        assert line.ends() == 0
    assert desk.quotes()[1:] == told
    assert [text for text in anna.heard() if text.startswith("Antwoord")] == answered
    await anna.person.close()


async def test_run_waits_for_its_homeserver(office: Office) -> None:
    """One sentence while it is down; open when it comes; SIGTERM also ends the waiting."""
    office.server.kill()
    try:
        with running(office, "whole") as line:
            line.says("does not answer; waiting")
            time.sleep(4)
            asked = time.monotonic()
            assert line.ends() == 0
            assert time.monotonic() - asked < 2
            assert "open" not in line.out.read_text()
        with running(office, "whole") as line:
            line.says("does not answer; waiting")
            office.server.start()
            line.says("The line is open.")
            assert line.out.read_text().count("does not answer") == 1
            assert line.ends() == 0
            only_the_log(line.err.read_text())
    finally:
        office.server.start()


async def test_run_says_so_when_its_session_was_ended(office: Office) -> None:
    """Somebody logged the account out: a sentence, not a traceback."""
    made = run(*office.flags("ended"))
    assert made.returncode == 0, made.stderr
    answer = office.server.request(
        "POST",
        "/_matrix/client/v3/login",
        {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": f"front{office.suffix}"},
            "password": PASSWORD,
        },
    )
    token = str(answer["access_token"])
    with running(office, "ended") as line:
        line.says("The line is open.")
        office.server.request("POST", "/_matrix/client/v3/logout/all", {}, token=token)
        assert line.process.wait(30) == 1
        assert "Traceback" not in line.err.read_text()
        assert "session is no longer valid" in line.err.read_text()
    refused(run("run", *office.settings("ended")), "session is no longer valid")
    looked = run("check", *office.settings("ended"))
    assert looked.returncode == 1
    assert "has ended our session" in looked.stdout


async def newcomers(office: Office, name: str) -> tuple[Reporter, Desk]:
    """A new reporter, and the professional in the desk room."""
    stage = Elsewhere(office)
    if not office.desk_room:
        office.desk_room = await office.professional.join_invitation_of(stage.desk_id, PATIENCE)
    stage.desk_room = office.desk_room
    office.server.user(f"{name}{office.suffix}", PASSWORD)
    person = await Person.log_in(office.server.url, f"{name}{office.suffix}", PASSWORD)
    await person.start()
    return await Reporter.of(person, stage), Desk(stage)  # type: ignore[arg-type]


async def whole_case(office: Office) -> tuple[Reporter, Desk]:
    """A case with the line that runs as a process of its own."""
    anna, desk = await newcomers(office, "anna")
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    await desk.writes("Dank u.")
    await anna.hears_text("Dank u.")
    await anna.person.send(anna.room, {"msgtype": "m.image", "body": "foto.jpg"})
    await anna.hears("no-file")
    await desk.close()
    await anna.hears("feedback-help")
    await anna.say(*[words("feedback-help-yes")] * 3)
    await anna.hears("ended")
    await anna.leaves_line()
    return anna, desk


class Elsewhere:
    """What `Reporter` and `Desk` need of a line that is not ours to hold."""

    def __init__(self, office: Office) -> None:
        self.staff = (office.professional,)
        self.line_id = f"@front{office.suffix}:{office.server.server_name}"
        self.desk_id = f"@back{office.suffix}:{office.server.server_name}"
        self.desk_room = ""
