"""After the script: the line stays open, and a person can join with a client of their own."""

import asyncio
import secrets
import sys
from collections.abc import Callable

from bot.channels.base import Account
from bot.demo.stage import Stage
from bot.errors import LineError
from bot.operating.serving import says
from bot.runtime import open_identity, session_of
from bot.security.devices import PersonId
from bot.storage.people import Professional

Echo = Callable[[str], None]
REPORTER, COLLEAGUE = "visitor", "colleague"


async def receive_visitors(stage: Stage, echo: Echo, stop: asyncio.Event) -> None:
    """Print how to join, and put a visiting professional on the roster when asked."""
    passwords = {name: secrets.token_hex(4) for name in (REPORTER, COLLEAGUE)}
    for name, password in passwords.items():
        await asyncio.to_thread(stage.front.user, name, password)
    for line in _instructions(stage, passwords):
        echo(line)
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_reader(sys.stdin.fileno(), _pressed, asked)
    try:
        while not stop.is_set():
            await _either(stop, asked)
            if asked.is_set():
                asked.clear()
                await _enrol(stage, echo)
    finally:
        loop.remove_reader(sys.stdin.fileno())


def _instructions(stage: Stage, passwords: dict[str, str]) -> list[str]:
    return [
        "",
        "── The line stays open. Join by hand with any Matrix client that encrypts.",
        "",
        f"   Homeserver    {stage.front.url}",
        f"   As reporter   {REPORTER} / {passwords[REPORTER]}",
        f"                 then start a chat with {stage.line_id}",
        f"   As colleague  {COLLEAGUE} / {passwords[COLLEAGUE]}",
        "                 let the client set up its secure backup, then press Enter here",
        "",
        "   Ctrl-C ends everything and leaves nothing behind.",
    ]


def _pressed(asked: asyncio.Event) -> None:
    sys.stdin.readline()
    asked.set()


async def _either(first: asyncio.Event, second: asyncio.Event) -> None:
    waits = {asyncio.create_task(event.wait()) for event in (first, second)}
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()


async def _enrol(stage: Stage, echo: Echo) -> None:
    """Pin the colleague's key as served here; the running line notices, and invites them.

    A real line asks a second person, see `staff add`; here nobody else is awake.
    """
    person = PersonId(f"@{COLLEAGUE}:{stage.desk.server_name}")
    try:
        async with open_identity(stage.place) as identity:
            record = await identity.account(Account.DESK)
            if record is None:
                return
            master = await says(record.homeserver, session_of(record))(person)
            await identity.save_professional(Professional(person, master, compared=False))
        echo("   The colleague is on the roster and invited to the desk.")
    except LineError as fault:
        echo(f"   {fault}")
