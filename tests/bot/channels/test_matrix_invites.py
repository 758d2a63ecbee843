"""Ten thousand invitations: whoever needs one chat gets it, and what is held stays bounded."""

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.channels.base import Account, Journal, JournalKey
from bot.channels.journal import StateJournal
from bot.channels.matrix import invites as module
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.crowd import Crowd
from bot.channels.matrix.http import Http
from bot.channels.matrix.invites import (
    AT_ONCE,
    LONGEST_PAUSE_S,
    MOST_OF_ONE,
    RETRIES_AT_ONCE,
    ROOMS_OF_ONE,
    SEEN_WITHIN_S,
    UNSEEN,
    Invites,
)
from bot.errors import TryLater
from bot.security.devices import PersonId, RoomId

LINE = PersonId("@line:line.test")
LEILA, LEILAS = PersonId("@leila:people.test"), RoomId("!leila:people.test")


class Keeper:
    """The journal, kept in a dictionary."""

    async def load(self, account: Account) -> dict[JournalKey, bytes]:
        return {}

    async def save(self, account: Account, changes: Journal) -> None:
        raise AssertionError


class Server(Http):
    """Says yes to `joins` requests and leaves the others waiting."""

    def __init__(self, joins: int = 0) -> None:
        self.left, self.asked, self.failing = joins, list[str](), set[str]()
        self._more = asyncio.Event()

    def allow(self, joins: int) -> None:
        self.left += joins
        self._more.set()

    async def request(
        self,
        method: str,
        where: str,
        body: Json | None = None,
        *,
        query: Mapping[str, str] | None = None,
        timeout: float = 30.0,
        largest: int | None = None,
    ) -> Json:
        self.asked.append(where.rpartition("/")[2].replace("%21", "!").replace("%3A", ":"))
        while not self.left:
            self._more.clear()
            await self._more.wait()
        self.left -= 1
        if self.asked[-1] in self.failing:
            raise TryLater("the homeserver is away")
        return {}


class Rig:
    """Invitations on their own, with a clock to set."""

    def __init__(self) -> None:
        self.now = 0.0
        self.journal = StateJournal(Keeper(), Account.FRONT)
        self.server = Server()
        self.invites = Invites(self.server, self.journal, LINE, self.greet, lambda: self.now)

    async def greet(self, person: PersonId, within_ms: int) -> None:
        """Nothing to do here."""

    def invited(self, room: str, by: str) -> None:
        self.invites.add({room: part(by)})

    async def joins(self, count: int, *, seen: bool = True) -> None:
        """So many joins succeed, are seen in a sync, and what follows from them is set off."""
        self.invites.start()
        await asyncio.sleep(0)
        self.server.allow(count)
        while self.server.left and self.invites._tasks:
            await asyncio.sleep(0)
            if seen:
                self.see()
        for _ in range(5):  # their ends, and what those begin
            await asyncio.sleep(0)
        if seen:
            self.see()

    def see(self) -> None:
        """A sync brings the rooms that we are in."""
        for room in list(self.invites._expected):
            self.invites.done(room)
        self.invites.start()

    def rows(self) -> set[str]:
        return set(self.journal._keys.get("invite", ()))


def part(by: str, *, forged: str = "") -> dict[str, Any]:
    member = {"type": "m.room.member", "state_key": LINE, "content": {"membership": "invite"}}
    events = [member | {"sender": by}]
    return {
        "invite_state": {"events": [member | {"sender": forged}, *events] if forged else events}
    }


async def test_one_invitation_passes_a_flood() -> None:
    """A thousand accounts with ten chats each; she comes in the middle."""
    rig = Rig()
    for account in range(1000):
        for chat in range(10):
            rig.invited(f"!{account}-{chat}:people.test", f"@evil{account}:people.test")
    await rig.joins(500)
    rig.invited(LEILAS, LEILA)
    await rig.joins(1)
    assert LEILAS in rig.server.asked[: 500 + AT_ONCE + 1]
    await rig.invites.stop()


async def test_a_server_full_of_accounts_weighs_as_one() -> None:
    """New accounts come all the time, faster than they can be let in."""
    rig = Rig()
    for account in range(1000):
        rig.invited(f"!{account}:evil.test", f"@evil{account}:evil.test")
    await rig.joins(10)
    rig.invited(LEILAS, LEILA)
    for account in range(1000, 1100):
        rig.invited(f"!{account}:evil.test", f"@evil{account}:evil.test")
    await rig.joins(2)
    assert LEILAS in rig.server.asked[-3:]
    await rig.invites.stop()


async def test_more_chats_than_anybody_needs_come_one_by_one() -> None:
    """None is refused; they are let in slowly."""
    rig = Rig()
    for chat in range(15):
        rig.invited(f"!{chat}:evil.test", "@evil:evil.test")
    await rig.joins(100)
    assert len(rig.server.asked) == ROOMS_OF_ONE.burst
    for _ in range(2 * 15):
        rig.now += ROOMS_OF_ONE.every_s
        await rig.joins(0)
    assert len(rig.server.asked) == 15
    assert rig.rows() == set()
    await rig.invites.stop()


async def test_what_one_person_can_make_us_keep_is_bounded() -> None:
    """Their newest invitations are kept: it is there that they look."""
    rig = Rig()
    for chat in range(1000):
        rig.invited(f"!{chat}:evil.test", "@evil:evil.test")
    assert rig.rows() == {f"!{chat}:evil.test" for chat in range(1000 - MOST_OF_ONE, 1000)}
    assert len(rig.invites._crowd) == MOST_OF_ONE


async def test_what_everybody_can_make_us_keep_is_bounded(monkeypatch: Any) -> None:
    monkeypatch.setattr(module, "MOST", 100)
    rig = Rig()
    for account in range(1000):
        rig.invited(f"!{account}:evil.test", f"@evil{account}:evil.test")
    assert len(rig.rows()) == len(rig.invites.rooms) == len(rig.invites._crowd) == 100
    assert len(rig.invites._of) == 100


async def test_servers_that_are_away_keep_nobody_waiting() -> None:
    """Nor does each of their chats cost a task."""
    rig = Rig()
    for account in range(100):
        room = f"!{account}:evil.test"
        rig.server.failing.add(room)
        rig.invited(room, f"@evil{account}:evil.test")
    await rig.joins(100)
    assert len(rig.server.asked) == 100
    assert not rig.invites._tasks
    rig.invited(LEILAS, LEILA)
    await rig.joins(1)
    assert rig.server.asked[-1] == LEILAS
    assert LEILAS not in rig.rows()
    await rig.invites.stop()


async def test_a_slow_server_holds_a_share_of_the_places() -> None:
    """It answers nobody; who comes from elsewhere is asked for at once all the same."""
    rig = Rig()
    for account in range(100):
        rig.invited(f"!{account}:evil.test", f"@evil{account}:evil.test")
    await rig.joins(0)
    assert len(rig.server.asked) == AT_ONCE // 2
    rig.invited(LEILAS, LEILA)
    await rig.joins(0)
    assert rig.server.asked[-1] == LEILAS
    await rig.invites.stop()


async def test_a_dozen_slow_servers_leave_a_place_too() -> None:
    rig = Rig()
    for server in range(AT_ONCE // 2):
        for account in range(10):
            rig.invited(f"!{account}:evil{server}.test", f"@evil{account}:evil{server}.test")
    await rig.joins(0)
    assert len(rig.server.asked) < AT_ONCE
    rig.invited(LEILAS, LEILA)
    await rig.joins(0)
    assert rig.server.asked[-1] == LEILAS
    await rig.invites.stop()


async def test_a_slow_server_holds_a_share_of_the_retries() -> None:
    """Somebody whose first try failed waits for nobody else's second."""
    rig = Rig()
    for account in range(50):
        room = f"!{account}:evil.test"
        rig.server.failing.add(room)
        rig.invited(room, f"@evil{account}:evil.test")
    rig.server.failing.add(LEILAS)
    rig.invited(LEILAS, LEILA)
    await rig.joins(51)
    rig.server.failing.clear()
    rig.server.asked.clear()
    rig.now += 2 * LONGEST_PAUSE_S
    await rig.joins(0)
    assert len(rig.server.asked) < RETRIES_AT_ONCE
    assert LEILAS in rig.server.asked
    await rig.joins(51)
    assert rig.rows() == set()
    await rig.invites.stop()


async def test_the_inviter_is_whom_our_own_homeserver_names() -> None:
    """Another homeserver may put more into the invitation, but not after that."""
    rig = Rig()
    rig.invites.add({LEILAS: part(LEILA, forged="@evil:evil.test")})
    assert rig.invites._open == {LEILAS: LEILA}
    await rig.invites.stop()


async def test_after_a_restart_the_same_invitations_are_open() -> None:
    rig = Rig()
    rig.invited(LEILAS, LEILA)
    again = Rig()
    again.invites.load({("invite", LEILAS): LEILA.encode()})
    await again.joins(1)
    assert again.server.asked == [LEILAS]
    await again.invites.stop()


async def test_no_more_are_let_in_than_a_sync_shows_soon() -> None:
    """A new room is what costs most in it; a room that never shows holds up nobody for long."""
    rig = Rig()
    for account in range(1000):
        rig.invited(f"!{account}:people.test", f"@evil{account}:people.test")
    await rig.joins(100, seen=False)
    first = len(rig.server.asked)
    assert UNSEEN <= first <= UNSEEN + AT_ONCE // 2
    rig.invited(LEILAS, LEILA)
    rig.see()
    await asyncio.sleep(0)
    assert LEILAS in rig.server.asked[first:]
    await rig.joins(0, seen=False)
    stalled = len(rig.server.asked)
    rig.now += SEEN_WITHIN_S + 1
    await rig.joins(0, seen=False)
    assert len(rig.server.asked) > stalled
    await rig.invites.stop()


async def test_the_inviter_stays_known_until_the_room_has_come() -> None:
    """Else their keys would be dropped as a stranger's between our joining and the sync."""
    rig = Rig()
    rig.invited(LEILAS, LEILA)
    await rig.joins(1, seen=False)
    assert LEILAS not in rig.rows()
    assert rig.invites.inviters == {LEILA}
    rig.invites.done(LEILAS)
    assert not rig.invites.inviters
    await rig.invites.stop()


def test_an_invitation_taken_back_is_passed_over() -> None:
    crowd = Crowd()
    crowd.add(RoomId("!a:a.test"), PersonId("@a:a.test"))
    crowd.add(LEILAS, LEILA)
    crowd.drop(RoomId("!a:a.test"))
    assert crowd.next() == (LEILAS, LEILA)
    assert crowd.next() is None
