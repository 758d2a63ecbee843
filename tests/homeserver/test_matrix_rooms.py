"""Which rooms are a place to talk, and the rooms the line makes itself."""

import secrets
from typing import Any
from urllib.parse import quote

import pytest

from bot.channels.base import (
    Account,
    Incoming,
    NewRoom,
    Outgoing,
    PersonJoined,
    PersonLeft,
    RoomAlias,
    RoomUnfit,
    TextCame,
    TransactionId,
    Unfit,
)
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
from bot.errors import Refused, TryLater
from bot.security.devices import PersonId, Pin, RoomId
from tests.homeserver.conftest import NewAttacker
from tests.homeserver.matrix_attacker import text_event
from tests.homeserver.matrix_bots import raw, until
from tests.homeserver.matrix_line import Line, NewLine, chat
from tests.homeserver.matrix_meddler import Meddler
from tests.homeserver.people import NewPerson


def _unfit(thing: Incoming) -> bool:
    return isinstance(thing, RoomUnfit)


async def _verdict(front: Line) -> RoomUnfit:
    came = await front.comes(_unfit)
    assert isinstance(came, RoomUnfit)
    return came


async def test_an_unencrypted_room_is_said_once_and_not_read(
    line: NewLine, person: NewPerson
) -> None:
    """One explanation may go out in clear, nothing else."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front, encrypted=False)
    await anna.say(room, "in the clear")
    verdict = await _verdict(front)
    assert (verdict.room, verdict.reason) == (room, Unfit.UNENCRYPTED)
    with pytest.raises(Refused):
        await front.say(room, "secret")
    await front.channel.send(
        RoomId(room), Outgoing("Please encrypt", clear=True), TransactionId("explain")
    )
    await anna.hears(room, "Please encrypt")
    await anna.say(room, "more")
    other = await chat(anna, front)
    await anna.say(other, "encrypted")
    await front.reads("encrypted")
    assert [thing.kind for thing in front.incoming] == ["unfit", "text"]


async def test_a_room_encrypted_in_a_second_step_becomes_fit(
    line: NewLine, person: NewPerson
) -> None:
    """Some clients make the room first and switch encryption on then."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front, encrypted=False)
    await _verdict(front)
    path = f"/_matrix/client/v3/rooms/{quote(room)}/state/m.room.encryption"
    await raw(anna, "PUT", path, {"algorithm": "m.megolm.v1.aes-sha2"})
    await anna.until(lambda: anna.client.rooms[room].encrypted)
    await anna.say(room, "encrypted now")
    await front.reads("encrypted now")


async def test_a_group_is_no_place_to_talk(
    line: NewLine, person: NewPerson, attacker: NewAttacker
) -> None:
    """Also when the third is only invited, or comes later."""
    front, mallory = await line(), await attacker()
    anna = await person("anna")
    room = await mallory.open_room(front.id, anna.id)
    verdict = await _verdict(front)
    assert (verdict.room, verdict.reason) == (room, Unfit.GROUP)

    other = await chat(anna, front)
    await anna.say(other, "alone")
    await front.reads("alone")
    await raw(
        anna, "POST", f"/_matrix/client/v3/rooms/{quote(other)}/invite", {"user_id": mallory.id}
    )
    came = await front.comes(lambda thing: _unfit(thing) and thing.room == other)
    assert isinstance(came, RoomUnfit)
    assert came.reason is Unfit.GROUP
    await anna.say(other, "not alone")
    third = await chat(anna, front)
    await anna.say(third, "alone again")
    await front.reads("alone again")
    assert front.texts() == ["alone", "alone again"]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"creation_content": {"type": "m.space"}}, Unfit.SPACE),
        ({"room_version": "5"}, Unfit.VERSION),
    ],
)
async def test_spaces_and_odd_versions_are_no_place_to_talk(
    line: NewLine, attacker: NewAttacker, more: dict[str, object], reason: Unfit
) -> None:
    """Each with its own reason, so that the explanation helps."""
    front, mallory = await line(), await attacker()
    await mallory.open_room(front.id, **more)
    assert (await _verdict(front)).reason is reason


@pytest.mark.parametrize("version", ["6", "9", "10", "11", "12"])
async def test_stable_room_versions_work(
    line: NewLine, attacker: NewAttacker, version: str
) -> None:
    """Text, and a redaction as that version writes it."""
    front, mallory = await line(), await attacker()
    await mallory.upload()
    room = await mallory.open_room(front.id, room_version=version)
    await until(lambda: front.channel._rooms.get(RoomId(room)) is not None)
    session = await mallory.share(room, front.id, front.settings.session.device)
    event = await mallory.send(
        room, "m.room.encrypted", mallory.sealed(session, text_event(room, "hello"))
    )
    await front.reads("hello")
    await mallory.request("PUT", f"/rooms/{quote(room)}/redact/{quote(event)}/r1", {})
    came = await front.comes(lambda thing: thing.kind == "redacted")
    assert getattr(came, "target", None) == event


async def test_an_upgraded_room_is_dead(line: NewLine, attacker: NewAttacker) -> None:
    """Its successor comes as an invitation of its own."""
    front, mallory = await line(), await attacker()
    room = await mallory.open_room(front.id, room_version="11")
    await until(lambda: front.channel._rooms.get(RoomId(room)) is not None)
    await mallory.request("POST", f"/rooms/{quote(room)}/upgrade", {"new_version": "12"})
    assert (await _verdict(front)).reason is Unfit.VERSION


async def test_many_invitations_at_once_are_all_accepted(
    line: NewLine, person: NewPerson, attacker: NewAttacker
) -> None:
    """None blocks another, not even one taken back at once."""
    front, mallory = await line(start=False), await attacker()
    gone = await mallory.open_room(front.id)
    others = [await attacker() for _ in range(3)]
    rooms = [await other.open_room(front.id) for other in others for _ in range(4)]
    await mallory.request("POST", f"/rooms/{quote(gone)}/kick", {"user_id": front.id})
    await front.start()
    for room in rooms:
        await until(lambda room=room: front.channel._rooms.get(RoomId(room)) is not None, 20)  # type: ignore[misc]
    await until(lambda: not any(kind == "invite" for kind, _ in front.keeper.rows))


async def test_files_stickers_and_others_are_told_apart(
    line: NewLine, attacker: NewAttacker
) -> None:
    """What is no text is a file; what is no message is nothing."""
    front, mallory = await line(), await attacker()
    await mallory.upload()
    room = await mallory.open_room(front.id)
    await until(lambda: front.channel._rooms.get(RoomId(room)) is not None)
    session = await mallory.share(room, front.id, front.settings.session.device)

    async def send(kind: str, content: dict[str, object]) -> None:
        plain = {"type": kind, "room_id": room, "content": content}
        await mallory.send(room, "m.room.encrypted", mallory.sealed(session, plain))

    await send("m.room.message", {"msgtype": "m.image", "body": "x", "url": "mxc://x/y"})
    await send("m.sticker", {"body": "x", "url": "mxc://x/y"})
    await send("m.room.message", {"msgtype": "m.location", "body": "x", "geo_uri": "geo:1,2"})
    await send("m.room.message", {"msgtype": "m.key.verification.request", "body": "x"})
    await send("m.poll.start", {"body": "x"})
    await send("m.room.message", {"msgtype": "m.notice", "body": "notice"})
    await send("m.room.message", {"msgtype": "m.emote", "body": "emote"})
    await front.reads("emote")
    kinds = [thing.kind for thing in front.incoming]
    assert kinds == ["file", "file", "file", "text", "text"]


# ---- what the line makes -----------------------------------------------------------------------


async def _made(desk: Line, *invited: Person) -> RoomId:
    wanted = NewRoom(
        RoomAlias(secrets.token_hex(16)), "Desk", tuple(PersonId(who.id) for who in invited)
    )
    return await desk.channel.create_room(wanted)


async def test_a_room_of_ours_is_closed_and_encrypted(line: NewLine, person: NewPerson) -> None:
    """As the homeserver shows it; members can write, and nothing more."""
    desk, paula = await line(account=Account.DESK), await person("paula")
    room = await _made(desk, paula)
    await paula.join_invitation_of(desk.id)
    state: Any = await raw(paula, "GET", f"/_matrix/client/v3/rooms/{quote(room)}/state")
    content = {event["type"]: event["content"] for event in state if event["state_key"] == ""}
    assert content["m.room.encryption"]["algorithm"] == "m.megolm.v1.aes-sha2"
    assert content["m.room.create"]["m.federate"] is False
    assert content["m.room.join_rules"]["join_rule"] == "invite"
    assert content["m.room.history_visibility"]["history_visibility"] == "joined"
    assert content["m.room.guest_access"]["guest_access"] == "forbidden"
    assert content["org.matrix.room.preview_urls"] == {"disable": True}
    for path, body in (
        ("invite", {"user_id": "@someone:line.test"}),
        ("state/m.room.topic", {"topic": "x"}),
    ):
        method = "POST" if path == "invite" else "PUT"
        answer = await raw(paula, method, f"/_matrix/client/v3/rooms/{quote(room)}/{path}", body)
        assert answer["errcode"] == "M_FORBIDDEN"


async def test_only_pinned_staff_can_read_the_desk(line: NewLine, person: NewPerson) -> None:
    """A member the roster does not know, and an unsigned device, get no key."""
    desk = await line(account=Account.DESK)
    paula, rogue = await person("paula"), await person("rogue")
    assert paula.master_key
    room = await _made(desk, paula, rogue)
    for someone in (paula, rogue):
        await someone.join_invitation_of(desk.id)
        came = await desk.comes(
            lambda thing, who=someone: isinstance(thing, PersonJoined) and thing.person == who.id  # type: ignore[misc]
        )
        assert getattr(came, "room", None) == room
    with pytest.raises(TryLater, match="no trusted device"):
        await desk.say(room, "Case 47")
    desk.pins.staff[PersonId(paula.id)] = paula.master_key
    await desk.say(room, "Case 47", txn="card")
    assert await paula.hears(room, "Case") == "Case 47"
    assert await rogue.hears_nothing(room, "Case", during=1)
    assert not any(b"m.room_key" in body for body in rogue.received)
    await paula.say(room, "!claim 47")
    came = await desk.comes(lambda thing: isinstance(thing, TextCame))
    assert isinstance(came, TextCame)
    assert desk.pins.staff_device(came.device)
    await paula.leave(room)
    await desk.comes(lambda thing: isinstance(thing, PersonLeft))


async def test_a_pin_taken_away_changes_the_key(line: NewLine, person: NewPerson) -> None:
    """Who may no longer read cannot, from the very next message."""
    desk = await line(account=Account.DESK)
    paula, peter = await person("paula"), await person("peter")
    room = await _made(desk, paula, peter)
    for someone in (paula, peter):
        assert someone.master_key
        desk.pins.staff[PersonId(someone.id)] = someone.master_key
        await someone.join_invitation_of(desk.id)
        await desk.comes(
            lambda thing, who=someone: isinstance(thing, PersonJoined) and thing.person == who.id  # type: ignore[misc]
        )
    await desk.say(room, "for both")
    await paula.hears(room, "for both")
    await peter.hears(room, "for both")
    del desk.pins.staff[PersonId(peter.id)]
    await desk.say(room, "for one")
    await paula.hears(room, "for one")
    assert await peter.hears_nothing(room, "for one", during=1)


async def test_other_devices_of_a_reporter_get_no_key(
    homeserver: ThrowAwayHomeserver, line: NewLine, person: NewPerson
) -> None:
    """The first message pins; a device that appears later under the account is not heard to."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "Please help")
    came = await front.reads("Please help")
    await front.say(room, "A greeting")
    await anna.hears(room, "A greeting")
    front.pins.conversations[RoomId(room)] = Pin.of(came.device)
    async with await Person.log_in(
        homeserver.url, anna.id, "a password", cross_signed=False
    ) as spy:
        await spy.start()
        await front.say(room, "A secret")
        await anna.hears(room, "A secret")
        assert await spy.hears_nothing(room, "A secret", during=1)


async def test_an_interrupted_creation_is_found_again(line: NewLine, person: NewPerson) -> None:
    """Under its alias, which is gone once the room is in use."""
    desk, paula = await line(account=Account.DESK), await person("paula")
    assert paula.master_key
    desk.pins.staff[PersonId(paula.id)] = paula.master_key
    wanted = NewRoom(RoomAlias(secrets.token_hex(16)), "Case", (PersonId(paula.id),))
    room = await desk.channel.create_room(wanted)
    desk.keeper.rows = {key: value for key, value in desk.keeper.rows.items() if key[0] != "room"}
    await desk.restart()
    assert await desk.channel.create_room(wanted) == room
    await paula.join_invitation_of(desk.id)
    await desk.comes(lambda thing: isinstance(thing, PersonJoined))
    await desk.say(room, "The story")
    await paula.hears(room, "The story")
    alias = quote(f"#{wanted.alias}:line.test")
    answer = await raw(paula, "GET", f"/_matrix/client/v3/directory/room/{alias}")
    assert answer["errcode"] == "M_NOT_FOUND"


async def test_the_desk_accepts_no_invitation(line: NewLine, person: NewPerson) -> None:
    """Nobody can pull the desk's account into a room."""
    desk, anna = await line(account=Account.DESK), await person("anna")
    room = await anna.open_chat_with(desk.id)
    other = await _made(desk, anna)
    await anna.join_invitation_of(desk.id)
    await desk.comes(lambda thing: isinstance(thing, PersonJoined))
    assert desk.channel._rooms.get(RoomId(room)) is None
    assert desk.channel._rooms.get(other) is not None


async def test_nothing_of_a_forgotten_room_is_kept(line: NewLine, person: NewPerson) -> None:
    """Neither in the journal nor in memory, except the ratchets with the person's devices."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "Please help")
    await front.reads("Please help")
    await front.say(room, "We are here")
    await front.channel.leave(room)
    await front.channel.forget(room)
    await until(lambda: not any(kind == "room" for kind, _ in front.keeper.rows))
    kept = {key: value for key, value in front.keeper.rows.items() if key[0] != "olm"}
    for secret in (room, anna.id, str(anna.client.device_id)):
        assert not any(
            secret in key or secret.encode() in value for (_, key), value in kept.items()
        )
    again = await chat(anna, front)
    await anna.say(again, "Back again")
    await front.reads("Back again")


async def test_four_sizes_are_all_that_is_seen(line: NewLine, person: NewPerson) -> None:
    """Short and long answers look alike; the longest fits, a longer one is refused."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "hello")
    await front.reads("hello")
    sizes = set()
    for length in (1, 10, 400, 900, 2000, 3500, 5000, 15_000, 20_000, 44_000):
        event = await front.say(room, "x" * length)
        path = f"/_matrix/client/v3/rooms/{quote(room)}/event/{quote(event)}"
        sizes.add(len((await raw(anna, "GET", path))["content"]["ciphertext"]))
    assert len(sizes) == 4
    await anna.hears(room, "x" * 44_000)
    with pytest.raises(Refused, match="too long"):
        await front.say(room, "x" * 46_000)


async def test_failing_joins_are_repeated_and_block_nobody(
    homeserver: ThrowAwayHomeserver, line: NewLine, attacker: NewAttacker
) -> None:
    """A server that fails, or refuses, costs only its own room; a restart changes nothing."""
    async with Meddler(homeserver.url) as meddler:
        front, mallory = await line(url=meddler.url), await attacker()
        slow, refused, fine = [await mallory.open_room() for _ in range(3)]
        failing = meddler.refuse(quote(slow, safe=""), 502, {}, encoded=True)
        meddler.refuse(quote(refused, safe=""), 403, {"errcode": "M_FORBIDDEN"}, encoded=True)
        for room in (slow, refused, fine):
            await mallory.request("POST", f"/rooms/{quote(room)}/invite", {"user_id": front.id})
        await until(lambda: front.channel._rooms.get(RoomId(fine)) is not None)
        await until(lambda: len(failing) >= 2)
        assert [key for kind, key in front.keeper.rows if kind == "invite"] == [slow]
        await front.restart()
        meddler.rules.clear()
        await until(lambda: front.channel._rooms.get(RoomId(slow)) is not None, 20)
        assert not [key for kind, key in front.keeper.rows if kind == "invite"]


async def test_a_new_device_that_its_owner_signed_can_read_on(
    homeserver: ThrowAwayHomeserver, line: NewLine, person: NewPerson
) -> None:
    """The pin is the person's master key; the new device gets the key before the next message."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    await anna.say(room, "Please help")
    came = await front.reads("Please help")
    front.pins.conversations[RoomId(room)] = Pin.of(came.device)
    await front.say(room, "First answer")
    await anna.hears(room, "First answer")
    async with await Person.log_in(
        homeserver.url, anna.id, "a password", identity=anna.identity
    ) as phone:
        await phone.start()
        await until(lambda: not front.channel._people.fresh(PersonId(anna.id)))
        await front.say(room, "Second answer")
        await phone.hears(room, "Second answer")
        await phone.say(room, "From my phone")
        assert (await front.reads("From my phone")).device.master == anna.master_key
