"""A whole line without a network: the real inbox, decisions, outbox and database between two
channels in memory, moved on by hand so that every run is the same."""

import asyncio
import base64
import hashlib
import itertools
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.assets import load_codebook
from bot.channels.base import (
    Account,
    Batch,
    EventId,
    FileCame,
    Incoming,
    PersonJoined,
    PersonLeft,
    Redacted,
    TextCame,
)
from bot.channels.carriers import Channels
from bot.channels.memory import MemoryChannel
from bot.deciding.desk import DeskEvents
from bot.deciding.dispatch import Deciding
from bot.deciding.front import FrontEvents
from bot.deciding.moves import DeskMoves
from bot.deciding.place import DeskPlace
from bot.deciding.ruling import Ruling
from bot.deciding.team import Team
from bot.inbox import Inbox, Lifetimes
from bot.interpreting import interpreting_for
from bot.operating.staffing import Staff
from bot.outbox import Outbox
from bot.performing import Performing
from bot.render import Renderer
from bot.returning import Returning
from bot.rostering import Rostering
from bot.rows import Event, Hold, read_errand
from bot.security.buckets import Tries
from bot.security.codes import Slowness
from bot.security.devices import Device, DeviceKey, MasterKey, PersonId, Pins, RoomId
from bot.storage.base import OutboxRow
from bot.storage.identity import IdentityStore
from bot.storage.line import LineStore
from bot.storage.people import Professional
from bot.timers import Timers
from bot.translation.base import NoTranslator, Translator
from dialogs.model import Language, Moment
from handoff.guide import Guide
from handoff.model import Case, RoomRef, StaffId
from handoff.moving import DeskRoom
from handoff.picture.coding import CodedCase, read_coded
from handoff.referrals import Check, checked
from handoff.roster import Colleague, Roster
from tests.conversations.play import STARTS, catalogue, dialog, lexicons

KEY = bytes(range(32))
DESK_ROOM = RoomId("!desk:staff.test")
CHAT = RoomId("!chat:people.test")
ANNA, BRAM = PersonId("@anna:staff.test"), PersonId("@bram:staff.test")
LEILA = PersonId("@leila:people.test")
DUTCH = Language("nl")
CODE = "482913"
"""What `staff` gives the operator, to be told to a colleague."""
TABLES = ("cases", "routes", "copies", "outbox", "codes", "sealed")
NOT_DUE = DeskRoom(RoomRef(DESK_ROOM), due=STARTS + timedelta(days=10_000))
"""Most tests are not about the renewal of the desk room."""
QUICK = Slowness(memory_kib=8, passes=1)
"""Codes as cheap as they come, for the many tests that are not about their cost."""

# Ways through the intake, each answer one message; the reporter has just greeted.
PERSON_NOW = ("safe", "story", "done", "2", "1", "4", "1", "1")
PERSON_IN_DANGER = ("2", "1", "1", "4", "1", "1")
MESSAGE = ("safe", "story", "done", "2", "3", "1", "1", "1", "1")
UNCOUNTED = (*MESSAGE[:6], "2", *MESSAGE[7:])
QUESTIONS = (
    *MESSAGE[:4],
    "2",
    *("1 2", "2", "2", "2", "skip", "1", "1", "2", "1", "1 2"),
    *("1", "2", "1", "1", "1"),
)
"""What: threat or violence, pressure through family; online; someone for a country; to be silent;
now; more often; in the Netherlands; worry, and saying less. A message, that may be counted."""
ANSWERED_HERE = ("4", "1", "1", "1")
ANSWERED_ON_RETURN = ("4", "2", "1", "1")


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is one: not every test has to wait for a disk."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


NEVER_CHECKED = ("police_0900", "mind_korrelatie")


@cache
def guide(
    translates: frozenset[Language] = frozenset(), staff_language: Language | None = None
) -> Guide:
    """Its directory was checked last week, but for one crisis number and one place."""
    places = catalogue().places
    check = Check(last_checked=STARTS.date() - timedelta(days=7), checked_by="Carla")
    done = {place: check for place in places if place not in NEVER_CHECKED}
    return Guide(
        dialog(),
        lexicons(),
        load_codebook(),
        checked(places, done),
        translates=translates,
        staff_language=staff_language,
    )


def master_of(person: PersonId, phone: str = "") -> MasterKey:
    """Of one of their phones, which looks as such keys do."""
    digest = hashlib.sha256(f"{person}{phone}".encode()).digest()
    return MasterKey(base64.b64encode(digest).decode().rstrip("="))


def device_of(person: PersonId) -> Device:
    return Device(person, DeviceKey(f"device of {person}"), master_of(person))


class Watched(Deciding):
    """Remembers what went wrong in a decision; the inbox sets such an event aside."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self.faults: list[Exception] = []

    async def decide(self, account: str, event: Event, moment: Moment) -> Ruling:
        try:
            return await super().decide(account, event, moment)
        except Exception as fault:
            self.faults.append(fault)
            raise


class Chance:
    """Random bytes that repeat from run to run: the first alias is Kalme Reiger 47."""

    def __init__(self) -> None:
        self._calls = itertools.count(1)

    def __call__(self, count: int) -> bytes:
        numbers = 37 + 90 * (38 + 90 * (39 + 90 * 40))  # 47, then 48, 49, 50
        return (numbers.to_bytes(24) + next(self._calls).to_bytes(8) * 5)[:count]


@dataclass
class MemoryLine:
    """What a test holds of a running line."""

    store: LineStore
    inbox: Inbox
    outbox: Outbox
    front: MemoryChannel
    desk: MemoryChannel
    pins: Pins
    team: Team
    clock: list[datetime]
    decided: asyncio.Event
    faults: list[Exception]
    """What went wrong while deciding."""
    rostering: Rostering
    identity: IdentityStore | None
    place: DeskPlace
    noted: list[RoomId]
    """What `identity.db` would say, where the desk is."""
    served: dict[PersonId, MasterKey] = field(default_factory=dict)
    """What the homeserver serves otherwise than at first."""
    time_passes: bool = False
    """Whether what is shown before it goes may go."""
    events: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    # ---- what people do -------------------------------------------------------------------------

    async def came(self, account: Account, *incoming: Incoming) -> None:
        channel = self.front if account is Account.FRONT else self.desk
        for one in incoming:
            if account is Account.FRONT:
                channel.encrypted.setdefault(one.room, True)
        await self.inbox.receive(account, Batch({}, incoming))

    async def writes(
        self,
        text: str,
        room: RoomId = CHAT,
        person: PersonId = LEILA,
        replaces: EventId | None = None,
        device: Device | None = None,
        answers: EventId | None = None,
        *,
        thread: bool = False,
    ) -> EventId:
        """Someone writes in a room; the line has not decided yet."""
        account = Account.DESK if person in self.pins.staff or room == DESK_ROOM else Account.FRONT
        event = self.fresh()
        by = device or device_of(person)
        said = TextCame(room, event, by, text, replaces, thread, answers)
        await self.came(account, said)
        return event

    async def takes_back(self, target: EventId, room: RoomId = CHAT, who: PersonId = LEILA) -> None:
        account = Account.DESK if who in self.pins.staff else Account.FRONT
        await self.came(account, Redacted(room, self.fresh(), who, target))

    async def sends_file(self, room: RoomId = CHAT, person: PersonId = LEILA) -> None:
        account = Account.DESK if person in self.pins.staff else Account.FRONT
        await self.came(account, FileCame(room, self.fresh(), device_of(person)))

    async def joins(self, room: RoomId, person: PersonId) -> None:
        await self.came(Account.DESK, PersonJoined(room, self.fresh(), person))

    async def leaves(self, room: RoomId, person: PersonId) -> None:
        account = Account.DESK if person in self.pins.staff else Account.FRONT
        await self.came(account, PersonLeft(room, self.fresh(), person))

    def fresh(self) -> EventId:
        return EventId(f"$event{next(self.events)}")

    # ---- what the operator does -----------------------------------------------------------------

    async def staff(self, *, small_line: bool = True) -> tuple[Staff, list[str]]:
        """The commands of `staff`, and what they print; `CODE` is the code to confirm with."""
        if (await self.store.floor()).known is None:  # as a line that has been started
            await self.inbox.roster_changed()
            await self.settle()

        async def served(person: PersonId) -> MasterKey:
            return self.served.get(person) or master_of(person)

        assert self.identity
        told: list[str] = []
        commands = Staff(
            self.identity, served, told.append, small_line=small_line, fresh=lambda: CODE
        )
        return commands, told

    async def notices(self) -> None:
        """The line looks at its roster, as every few seconds, and acts on it."""
        if await self.rostering.refresh():
            await self.inbox.roster_changed()
        await self.settle()

    # ---- ways through the intake ----------------------------------------------------------------

    async def intake(
        self,
        answers: Iterable[str],
        story: str = "A man calls my mother.",
        room: RoomId = CHAT,
        person: PersonId = LEILA,
        language: str = "2",
    ) -> None:
        """Greet, choose a language (1 Dutch, 2 English), and give these answers."""
        words = {"safe": "1", "story": story, "done": "done" if language == "2" else "klaar"}
        for said in ("hello", language, *(words.get(answer, answer) for answer in answers)):
            await self.writes(said, room, person)
            await self.settle()

    async def claimed(self, person: PersonId = ANNA, number: int = 47) -> RoomId:
        """Claim the case; the new room, into which the claimant has not come yet.

        Also in the rest after a talk: few tests are about resting.
        """
        await self.writes(f"!claim {number} anyway", DESK_ROOM, person)
        await self.settle()
        return self.case_room()

    async def live(self, person: PersonId = ANNA, number: int = 47) -> RoomId:
        room = await self.claimed(person, number)
        await self.joins(room, person)
        await self.settle()
        return room

    # ---- moving on ------------------------------------------------------------------------------

    async def settle(self) -> None:
        """Decide and send until nothing is left to do."""
        while True:
            if row := await self.store.next_row():
                await self.inbox._decide(row)
            elif heads := [head for head in await self.store.outbox_heads() if self._goes(head)]:
                for head in heads:
                    await self.outbox._until_done(head)
            else:
                return

    def _goes(self, head: OutboxRow) -> bool:
        """What is shown before it goes waits until the clock is put on."""
        return self.time_passes or not isinstance(read_errand(head.body).action, Hold)

    async def wait(self, time: timedelta) -> None:
        self.clock[0] += time
        self.time_passes = True
        await self.settle()
        self.time_passes = False
        await self.inbox.sweep()
        await self.inbox.look()
        await self.settle()

    # ---- what can be seen -----------------------------------------------------------------------

    def texts(self, room: RoomId = CHAT) -> list[str]:
        return (self.front if room in self._front_rooms() else self.desk).texts(room)

    def case_room(self) -> RoomId:
        """The one made last, though it may be dissolved by now."""
        return [room for room, _ in self.desk.invited if room != DESK_ROOM][-1]

    async def case(self) -> Case | None:
        cases = await self.cases()
        return cases[0] if cases else None

    async def cases(self) -> list[Case]:
        ids = await self.store._db.run(lambda db: db.execute("SELECT id FROM cases").fetchall())
        return [case for row in ids if (case := await self.store.case(row[0]))]

    async def counted(self) -> list[CodedCase]:
        """The coded cases; their rows have no order, so they are shown by what they say."""
        query = "SELECT body FROM coded"
        rows = await self.store._db.run(lambda db: db.execute(query).fetchall())
        return sorted((read_coded(row[0]) for row in rows), key=lambda one: str(one.codes))

    async def rows(self) -> dict[str, int]:
        """How many rows each table holds that could tell of a reporter."""

        def count(db) -> dict[str, int]:  # type: ignore[no-untyped-def]
            one = {t: db.execute(f"SELECT COUNT(*) FROM {t}").fetchone()[0] for t in TABLES}
            private = "SELECT COUNT(*) FROM inbox WHERE room != ?"
            return {**one, "inbox": db.execute(private, (DESK_ROOM,)).fetchone()[0]}

        return await self.store._db.run(count)

    def _front_rooms(self) -> set[RoomId]:
        return {sent.room for sent in self.front.sent} | set(self.front.encrypted)


def wire(
    store: LineStore,
    front: MemoryChannel,
    desk: MemoryChannel,
    pins: Pins,
    clock: list[datetime],
    staff_language: Language = DUTCH,
    prefix: str = "test",
    slowness: Slowness = QUICK,
    identity: IdentityStore | None = None,
    desk_room: DeskRoom | None = None,
    translator: Translator | None = None,
) -> MemoryLine:
    """The pieces around an open store, as the runtime wires them."""
    decided = asyncio.Event()
    people = {StaffId(one): Colleague(StaffId(one), key=key) for one, key in pins.staff.items()}
    team = Team(Roster(people), staff_language=staff_language)
    rostering = Rostering(identity or IdentityStore(Path(), KEY), pins, team)
    place, noted = DeskPlace(desk_room or NOT_DUE), [DESK_ROOM]
    interpreting = interpreting_for(translator or NoTranslator(), catalogue(), staff_language)
    known = guide(interpreting.languages, staff_language)
    deciding = Watched(
        store,
        FrontEvents(store, known, team, place, lambda _: None),
        DeskEvents(store, known, pins, team, place),
        known,
        DeskMoves(store, known, team, place),
        place,
    )

    async def follow(room: RoomId) -> None:
        noted[:] = [room]

    def now() -> datetime:
        return clock[0]

    inbox = Inbox(store, deciding, pins, now, decided, Lifetimes(), Timers(), place, Chance())
    channels = Channels(front, desk)
    renderer = Renderer(catalogue(), staff_language)
    returning = Returning(store, pins, Tries(clock=lambda: now().timestamp()), slowness)

    async def pause(_: float) -> None:
        """Time passes by the clock of the test."""

    performing = Performing(
        store, channels, renderer, pins, prefix, returning, rostering, interpreting, follow, pause
    )
    outbox = Outbox(store, performing, now, decided, inbox.arrived)
    return MemoryLine(
        store,
        inbox,
        outbox,
        front,
        desk,
        pins,
        team,
        clock,
        decided,
        deciding.faults,
        rostering,
        identity,
        place,
        noted,
    )


@asynccontextmanager
async def memory_line(
    folder: Path,
    staff_language: Language = DUTCH,
    slowness: Slowness = QUICK,
    translator: Translator | None = None,
) -> AsyncIterator[MemoryLine]:
    """A fresh line with its database in a folder."""
    store = LineStore(folder / "line.db", KEY)
    await store.open()
    front = MemoryChannel(Account.FRONT, PersonId("@line:people.test"), for_tests=True)
    desk = MemoryChannel(Account.DESK, PersonId("@desk:staff.test"), for_tests=True)
    desk.enter(DESK_ROOM)
    staff = {person: master_of(person) for person in (ANNA, BRAM)}
    identity = IdentityStore(folder / "identity.db", KEY)
    await identity.open()
    for person, master in staff.items():
        await identity.save_professional(Professional(person, master, compared=True))
    try:
        pins = Pins(staff=staff)
        yield wire(
            store,
            front,
            desk,
            pins,
            [STARTS],
            staff_language,
            slowness=slowness,
            identity=identity,
            translator=translator,
        )
    finally:
        await identity.close()
        await store.close()
