"""What the Matrix channel keeps of whom, and for how long; without a homeserver."""

import asyncio
import json
from typing import Any

import vodozemac
from nio.crypto import OutboundSession

from bot.channels.matrix import group, olm
from bot.channels.matrix.machine import MEGOLM, OlmPayload
from bot.channels.matrix.trust import KnownDevice
from bot.channels.matrix.unused import HOURS
from bot.security.devices import PersonId, RoomId
from tests.bot.channels.unreached import (
    LEILA,
    OMID,
    OTHER,
    OWN,
    ROOM,
    Rows,
    answer,
    member,
    state,
    unreached,
)


class Rig:
    """A channel that never reaches a network, with a clock to set."""

    def __init__(self, rows: Rows | None = None) -> None:
        self.now, self.hour, self.rows = 0.0, 500_000, rows or Rows()
        self.channel = unreached(self.rows, lambda: self.now, lambda: self.hour)

    async def begin(self) -> "Rig":
        await self.channel._load()
        await self.channel._journal.save()
        return self

    async def turn(self, answer: dict[str, Any] | None = None) -> None:
        self.channel._turn({"next_batch": "n", **answer} if answer is not None else None)
        await self.channel._journal.save()

    async def joined(self, room: RoomId, *people: str) -> None:
        timeline = [state("create", room_version="11"), state("encryption", algorithm=MEGOLM)]
        timeline += [member(person, "join") for person in (OWN, *people)]
        await self.turn(answer(room, *timeline))

    async def pass_hours(self, hours: int) -> None:
        for _ in range(hours):
            self.now, self.hour = self.now + 3600, self.hour + 1
            await self.turn()

    # ---- keys -----------------------------------------------------------------------------

    def session_with(self, person: str) -> str:
        """Begin an Olm session with a new device of this person; its key."""
        device = vodozemac.Account()
        device.generate_one_time_keys(1)
        (one_time,) = device.one_time_keys.values()
        key = device.curve25519_key.to_base64()
        account = self.channel._machine.account
        session = OutboundSession(account, key, one_time.to_base64())
        self.channel._machine.sessions.add(person, key, session)
        return key

    def room_key(
        self, person: str, room: str, sender_key: str = "curve", kind: str = "m.room_key"
    ) -> tuple[vodozemac.GroupSession, OlmPayload]:
        session = vodozemac.GroupSession()
        content = {
            "algorithm": MEGOLM,
            "room_id": room,
            "session_id": session.session_id,
            "session_key": session.session_key.to_base64(),
        }
        return session, OlmPayload(person, sender_key, "ed", kind, content)

    def gives_key(self, person: str, room: str, sender_key: str = "curve") -> str:
        session, payload = self.room_key(person, room, sender_key)
        assert self.channel._groups.add(payload)
        return str(session.session_id)


def run(work: Any) -> None:
    asyncio.run(work())


def test_sessions_go_with_the_last_room_shared_with_their_owner() -> None:
    """On disk and in memory; those of others stay."""

    async def work() -> None:
        rig = await Rig().begin()
        await rig.joined(ROOM, LEILA)
        await rig.joined(OTHER, OMID)
        hers, his = rig.session_with(LEILA), rig.session_with(OMID)
        await rig.turn()
        assert {key.split("\0")[0] for key in rig.rows.of("olm")} == {hers, his}
        await rig.channel.forget(ROOM)
        assert {key.split("\0")[0] for key in rig.rows.of("olm")} == {his}
        assert not rig.channel._machine.sessions.of(hers)
        assert rig.channel._machine.sessions.of(his)
        stored = json.dumps([[*key, value.decode()] for key, value in rig.rows.rows.items()])
        assert [one for one in (LEILA, ROOM, hers) if one in stored] == []

    run(work)


def test_sessions_survive_a_restart_with_their_owner() -> None:
    """So that they can still be forgotten."""

    async def work() -> None:
        first = await Rig().begin()
        await first.joined(ROOM, LEILA)
        key = first.session_with(LEILA)
        await first.turn()
        second = await Rig(first.rows).begin()
        assert second.channel._machine.sessions.of(key)
        await second.channel.forget(ROOM)
        assert not second.rows.of("olm")

    run(work)


def test_keys_of_people_who_never_open_a_chat_lapse() -> None:
    """Within two hours, and at a start at once."""

    async def work() -> None:
        rig = await Rig().begin()
        await rig.joined(OTHER, OMID)
        await rig.turn()
        rig.session_with(LEILA)
        rig.gives_key(LEILA, ROOM)
        his = rig.session_with(OMID)
        rig.gives_key(OMID, OTHER)
        await rig.turn()
        await rig.pass_hours(1)
        assert len(rig.rows.of("olm")) == len(rig.rows.of("megolm")) == 2
        await rig.pass_hours(2)
        assert {key.split("\0")[0] for key in rig.rows.of("olm")} == {his}
        assert {key.split("\0")[0] for key in rig.rows.of("megolm")} == {OTHER}
        rig.session_with(LEILA)
        await rig.turn()
        again = await Rig(rig.rows).begin()
        assert {key.split("\0")[0] for key in again.rows.of("olm")} == {his}

    run(work)


def test_strangers_sessions_give_way_before_those_of_people_we_talk_with(
    monkeypatch: Any,
) -> None:
    """However many come, and however many one person invents."""
    monkeypatch.setattr(olm, "MOST_STRANGERS", 30)
    monkeypatch.setattr(olm, "MOST_KEYS_PER_PERSON", 5)

    async def work() -> None:
        rig = await Rig().begin()
        await rig.joined(ROOM, LEILA)
        hers = rig.session_with(LEILA)
        for number in range(100):
            rig.session_with(f"@{number}:evil.org")
        sessions = rig.channel._machine.sessions
        assert sessions.of(hers)
        assert len(sessions._sessions) <= 31
        mine = [rig.session_with(OMID) for _ in range(8)]
        assert [bool(sessions.of(key)) for key in mine] == [False] * 3 + [True] * 5
        assert sessions.of(hers)

    run(work)


def test_nobody_pushes_out_another_persons_room_key(monkeypatch: Any) -> None:
    """In the same room or for rooms that nobody knows."""
    monkeypatch.setattr(group, "MOST_PER_PERSON", 10)
    monkeypatch.setattr(group, "MOST_ASIDE", 40)

    async def work() -> None:
        rig = await Rig().begin()
        await rig.joined(ROOM, LEILA)
        hers = rig.gives_key(LEILA, ROOM)
        for _ in range(50):
            rig.gives_key(OMID, ROOM, "his")
        for number in range(100):
            rig.gives_key(f"@{number}:evil.org", f"!{number}:evil.org")
        assert rig.channel._groups.find(ROOM, hers, 0)
        held = [one for sessions in rig.channel._groups._rooms.values() for one in sessions]
        assert len(held) <= 1 + 40

    run(work)


def test_a_chat_in_which_nothing_is_said_is_left_after_a_day() -> None:
    """And nothing before; a chat in which something was read is not."""

    async def work() -> None:
        rig = await Rig().begin()
        await rig.joined(ROOM, LEILA)
        await rig.joined(OTHER, OMID)
        rig.channel._reader._note(OTHER, (("curve", "session"), 0), "$1", OMID)
        await rig.pass_hours(HOURS)
        assert not rig.channel._unused.due
        again = Rig(rig.rows)
        again.now, again.hour = rig.now, rig.hour
        await again.begin()
        again.channel._reader._note(OTHER, (("curve", "session"), 0), "$1", OMID)
        await again.pass_hours(1)
        assert again.channel._unused.due == {ROOM}
        again.channel._reader._note(ROOM, (("curve", "session"), 0), "$2", LEILA)
        assert not again.channel._unused.still_due(ROOM)

    run(work)


def device(person: PersonId, curve: str = "curve", ed: str = "ed") -> KnownDevice:
    return KnownDevice(person, "D", ed, curve, None)


def test_only_the_asked_device_may_give_a_key_again() -> None:
    """That very person and device, for exactly that session; and only once."""

    async def work() -> None:
        rig = await Rig().begin()
        await rig.joined(ROOM, LEILA)
        requests, intake = rig.channel._requests, rig.channel._intake

        def forwarded(person: str, room: str, **changes: str) -> tuple[str, OlmPayload]:
            session, payload = rig.room_key(person, room, kind="m.forwarded_room_key")
            inbound = vodozemac.InboundGroupSession(session.session_key)
            exported = inbound.export_at(0)
            assert exported
            maker = {"sender_key": "curve", "sender_claimed_ed25519_key": "ed"}
            payload.content.update(session_key=exported.to_base64(), **{**maker, **changes})
            return str(session.session_id), payload

        def taken(session: str, payload: OlmPayload) -> bool:
            intake._take_key(payload)
            return bool(rig.channel._groups.find(ROOM, session, 0))

        def asked(session: str) -> None:
            requests.want({(ROOM, session): (LEILA, "curve")})
            requests._open[(ROOM, session)].asked = (device(LEILA),)

        assert not taken(*forwarded(LEILA, ROOM))  # nobody asked
        for person, changes in (
            (OMID, {}),
            (LEILA, {"sender_key": "other"}),
            (LEILA, {"sender_claimed_ed25519_key": "other"}),
        ):
            session, payload = forwarded(person, ROOM, **changes)
            asked(session)
            assert not taken(session, payload)
        session, payload = forwarded(LEILA, ROOM)
        asked(session)
        requests._open[(ROOM, session)].asked = (device(LEILA, "another"),)
        assert not taken(session, payload)
        session, payload = forwarded(LEILA, ROOM)
        asked(session)
        assert taken(session, payload)
        assert (ROOM, session) not in requests._open

    run(work)


def test_requests_are_bounded_whoever_sends_what() -> None:
    """A thousand unreadable messages of one person are no thousand requests."""

    async def work() -> None:
        rig = await Rig().begin()
        await rig.joined(ROOM, LEILA)
        for number in range(1000):
            rig.channel._requests.want({(ROOM, f"s{number}"): (LEILA, "")})
            rig.channel._mending.noticed(LEILA, f"key {number}")
        assert len(rig.channel._requests._open) == 10
        assert rig.channel._mending.due({LEILA}) == {LEILA}
        await rig.channel.forget(ROOM)
        assert not rig.channel._requests._open
        assert not rig.channel._mending._lost

    run(work)


def test_a_forgotten_room_is_not_remembered_for_being_forgotten() -> None:
    """Only until no answer under way can tell of it any more."""

    async def work() -> None:
        rig = await Rig().begin()
        await rig.joined(ROOM, LEILA)
        await rig.channel.forget(ROOM)
        await rig.joined(ROOM, LEILA)
        assert rig.channel._rooms.get(ROOM) is None
        for _ in range(3):
            await rig.turn({})
        assert not rig.channel._intake._forgotten

    run(work)
