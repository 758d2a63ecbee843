"""Forged commands at real clients: what a seized homeserver and its friends can put into rooms."""

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import quote

from bot.demo.person import Person
from bot.demo.stage import Stage
from tests.homeserver.line_talk import PATIENCE, Desk, joined
from tests.homeserver.matrix_attacker import Attacker, text_event
from tests.homeserver.matrix_bots import raw

Forge = Callable[[str], Awaitable[object]]
"""Put one command into a room, in a way of its own."""


async def put(person: Person, room: str, kind: str, content: object) -> str:
    """Any event in this person's name, as their homeserver could invent it."""
    path = f"/_matrix/client/v3/rooms/{quote(room)}/send/{kind}/{secrets.token_hex(8)}"
    return str((await raw(person, "PUT", path, content))["event_id"])


async def wire(person: Person, room: str, event: str) -> dict[str, Any]:
    """An event's content as the homeserver has it."""
    path = f"/_matrix/client/v3/rooms/{quote(room)}/event/{quote(event)}"
    content: dict[str, Any] = (await raw(person, "GET", path))["content"]
    return content


async def force_into(admin: Person, room: str) -> None:
    """What a homeserver's administrator can do to any room."""
    path = f"/_synapse/admin/v1/rooms/{room}/make_room_admin"
    status, _ = await admin.request("POST", path, {"user_id": admin.id})
    assert status == 200
    await admin.until(lambda: room in admin.invitations, PATIENCE)
    await admin.join(room)
    await admin.until(lambda: joined(admin, room, admin.id), PATIENCE)


async def let_in(admin: Person, room: str, person: Person) -> None:
    """An administrator who is in the room brings somebody else."""
    await admin.client.room_invite(room, person.id)
    await person.until(lambda: room in person.invitations, PATIENCE)
    await person.join(room)


# ---- by a person, whoever it is -----------------------------------------------------------------


def reacting(person: Person, room: str, target: str) -> Forge:
    """Reactions travel in the clear, and their key can be any text."""

    async def forge(command: str) -> None:
        relation = {"rel_type": "m.annotation", "event_id": target, "key": command}
        await put(person, room, "m.reaction", {"m.relates_to": relation})

    return forge


def in_the_clear(person: Person, room: str) -> Forge:
    async def forge(command: str) -> None:
        await put(person, room, "m.room.message", {"msgtype": "m.text", "body": command})

    return forge


def saying(person: Person, room: str, **changes: object) -> Forge:
    """Encrypted, with other fields than a plain text has."""

    async def forge(command: str) -> None:
        await person.send(room, {"msgtype": "m.text", "body": command, **changes})

    return forge


def formatted(person: Person, room: str) -> Forge:
    """Only in the rich form, which some clients show in place of the plain one."""

    async def forge(command: str) -> None:
        rich = {"format": "org.matrix.custom.html", "formatted_body": command}
        await person.send(room, {"msgtype": "m.text", "body": "// voor ons", **rich})

    return forge


def quoting(person: Person, room: str, target: str) -> Forge:
    """As what an internal line replies to."""

    async def forge(command: str) -> None:
        body = f"> <{person.id}> {command}\n\n// voor ons"
        relation = {"m.in_reply_to": {"event_id": target}}
        await person.send(room, {"msgtype": "m.text", "body": body, "m.relates_to": relation})

    return forge


def editing(person: Person, room: str, target: str) -> Forge:
    async def forge(command: str) -> None:
        await person.edit(room, target, command)

    return forge


def editing_outside(person: Person, room: str, target: str) -> Forge:
    """An edit whose new text a homeserver added in the clear."""

    async def forge(command: str) -> None:
        old = await wire(person, room, target)
        new = {"m.new_content": {"msgtype": "m.text", "body": command}}
        relation = {"rel_type": "m.replace", "event_id": target}
        await put(person, room, "m.room.encrypted", {**old, **new, "m.relates_to": relation})

    return forge


def in_a_thread(person: Person, room: str, target: str) -> Forge:
    relation = {"rel_type": "m.thread", "event_id": target}
    return saying(person, room, **{"m.relates_to": relation})


def out_of_a_thread(person: Person, room: str, target: str) -> Forge:
    """Said in a thread, for colleagues; the homeserver says that it is none."""

    async def forge(command: str) -> None:
        relation = {"rel_type": "m.thread", "event_id": target}
        inside = {"msgtype": "m.text", "body": command, "m.relates_to": relation}
        assert person.client.olm
        plain = {"type": "m.room.message", "content": inside}
        async with person._keys:
            sealed = person.client.olm.group_encrypt(room, plain)
        outside = {"m.relates_to": {"m.in_reply_to": {"event_id": target}}}
        await put(person, room, "m.room.encrypted", {**sealed, **outside})

    return forge


def replaying(person: Person, room: str, *sealed: dict[str, Any]) -> Forge:
    """What was obeyed once, as a new event, in its room or in another."""
    left = list(sealed)

    async def forge(_: str) -> None:
        left.append(left.pop(0))
        await put(person, room, "m.room.encrypted", left[-1])

    return forge


@asynccontextmanager
async def under_a_name(
    mallory: Attacker, person: Person, desk: Desk, rooms: Sequence[str]
) -> AsyncIterator[list[Forge]]:
    """Encrypted by mallory, and sent as if by this person: only the homeserver says so."""
    stage = desk.stage
    await mallory.upload()
    answer = await mallory.request("POST", "/keys/query", {"device_keys": {stage.desk_id: []}})
    (device,) = answer["device_keys"][stage.desk_id]
    sessions = {room: await mallory.share(room, stage.desk_id, device) for room in rooms}

    def forger(room: str) -> Forge:
        async def forge(command: str) -> None:
            sealed = mallory.sealed(sessions[room], text_event(room, command))
            named = {**sealed, "device_id": person.client.device_id}
            await put(person, room, "m.room.encrypted", secrets.choice([sealed, named]))

        return forge

    yield [forger(room) for room in rooms]


@asynccontextmanager
async def unsigned_device(stage: Stage, name: str) -> AsyncIterator[Person]:
    """It has a professional's account and password, but not their signature."""
    whole = f"{name}{stage.suffix}"
    password = f"{whole} on a throw-away homeserver"
    async with await Person.log_in(stage.desk.url, whole, password, cross_signed=False) as rogue:
        await rogue.start()
        yield rogue
