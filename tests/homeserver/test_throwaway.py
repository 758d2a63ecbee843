"""The throw-away homeserver and the people on it, as every other test here uses them."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.demo.hearing import NotHeard
from bot.demo.homeserver import HomeserverError, ThrowAwayHomeserver
from tests.homeserver.people import NewPerson


async def test_two_people_talk_encrypted_across_a_restart(
    homeserver: ThrowAwayHomeserver, person: NewPerson
) -> None:
    """Texts, an edit and a redaction arrive; a restart in the middle loses nothing."""
    anna, bea = await person("anna"), await person("bea")
    room = await anna.open_chat_with(bea.id)
    assert await bea.join_invitation_of(anna.id) == room

    first = await anna.say(room, "The first words")
    assert await bea.hears(room, "first words") == "The first words"
    await anna.edit(room, first, "The better words")
    await bea.hears(room, "better")

    await asyncio.to_thread(homeserver.kill)
    await asyncio.to_thread(homeserver.start)
    await bea.say(room, "Still here")
    assert await anna.hears(room, lambda text: text.startswith("Still")) == "Still here"

    await anna.redact(room, first)
    await bea.until(lambda: any(b"m.room.redaction" in body for body in bea.received))
    assert [seen.replaces for seen in bea.texts(room)] == [None, first, None]
    assert all(seen.encrypted for seen in bea.texts(room))
    database = (homeserver.folder / "homeserver.db").read_bytes()
    assert anna.id.encode() in database
    assert b"Still here" not in database


async def test_received_keeps_what_the_server_sent_and_what_was_inside(person: NewPerson) -> None:
    """The identifier search needs the raw answers as well as the decrypted events."""
    anna, bea = await person("anna"), await person("bea")
    room = await anna.open_chat_with(bea.id)
    await bea.join_invitation_of(anna.id)
    await anna.say(room, "Marked text")
    await bea.hears(room, "Marked text")
    raw = [json.loads(body) for body in bea.received]
    assert any("next_batch" in body for body in raw)
    assert any(body.get("content", {}).get("body") == "Marked text" for body in raw)


async def test_what_does_not_come_is_an_error_without_the_text(person: NewPerson) -> None:
    """Waiting in vain ends, and the message names nobody."""
    anna, bea = await person("anna"), await person("bea")
    room = await anna.open_chat_with(bea.id, encrypted=False)
    await anna.say(room, "Something else")
    with pytest.raises(NotHeard) as caught:
        await anna.hears(room, "a secret", timeout=0.2)
    assert "secret" not in str(caught.value)
    assert room not in str(caught.value)


def test_a_server_that_cannot_start_says_so_in_one_sentence() -> None:
    """Nothing is left behind, and the reason is Synapse's own last line."""
    server = ThrowAwayHomeserver(overrides={"server_name": 5})
    with pytest.raises(HomeserverError, match="Invalid server name"), server:
        pass
    assert not server.folder.exists()


_PARENT = """
import sys, time
from bot.demo.homeserver import ThrowAwayHomeserver
server = ThrowAwayHomeserver()
server.start()
print(server.folder, server.pid, flush=True)
time.sleep(60)
"""


def test_a_killed_parent_leaves_no_server_and_no_folder() -> None:
    """Also kill -9, against which nobody can clean up after themselves."""
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert parent.stdout is not None
    with parent, parent.stdout:
        folder, pid = parent.stdout.readline().decode().split()
        os.kill(parent.pid, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while _runs(int(pid)) or Path(folder).exists():
        assert time.monotonic() < deadline, "the server outlived its parent"
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # An orphan whose new parent does not reap stays in the table, dead.
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


async def test_two_federating_servers_share_a_chat(person: NewPerson) -> None:
    """A reporter's homeserver and the line's need not be the same."""
    with (
        ThrowAwayHomeserver(federation=True) as here,
        ThrowAwayHomeserver(federation=True) as there,
    ):
        anna, bea = await person("anna", at=here), await person("bea", at=there)
        room = await anna.open_chat_with(bea.id)
        await bea.join_invitation_of(anna.id)
        await bea.say(room, "Hello from another server")
        await anna.hears(room, "another server")


async def test_people_are_cross_signed(person: NewPerson) -> None:
    """Others see a master key for the person, and the person's device signed under it."""
    anna, bea = await person("anna"), await person("bea")
    status, keys = await bea.request(
        "POST", "/_matrix/client/v3/keys/query", {"device_keys": {anna.id: []}}
    )
    assert status == 200
    assert list(keys["master_keys"][anna.id]["keys"].values()) == [anna.master_key]
    (device,) = keys["device_keys"][anna.id].values()
    self_signing = next(iter(keys["self_signing_keys"][anna.id]["keys"]))
    assert self_signing in device["signatures"][anna.id]
