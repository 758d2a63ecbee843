"""A desk at work, for forgers to try: cases in hand, one at rest, one that waits."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from bot.channels.base import Account, EventId, TextCame
from bot.deciding.team import Team
from bot.security.devices import Device, PersonId, RoomId
from dialogs.model import Language
from dialogs.returncode import read_code
from handoff.commands import TABLE
from handoff.commands.base import Command
from handoff.model import Case, StaffId
from handoff.roster import Colleague, Proposal, Role
from tests.bot.memory_line import (
    ANNA,
    BRAM,
    DESK_ROOM,
    PERSON_NOW,
    MemoryLine,
    device_of,
    master_of,
    memory_line,
    quick_folder,
)
from tests.privacy import forging

DORA, ERIK, CARLA, FREEK, GITA, HANS = (
    PersonId(f"@{name}:staff.test") for name in ("dora", "erik", "carla", "freek", "gita", "hans")
)
"""Has claimed and not arrived; listens only; analyses only; is on the roster no more; has a case
at rest; reads anna's case second."""
MALLORY = PersonId("@mallory:elsewhere.test")
CODE, HER_CODE = "481516", "481517"
"""With one somebody new comes onto the roster, with the other gita's new key does."""
ROLES = {CARLA: frozenset({Role.ANALYST}), ERIK: frozenset({Role.LISTENER})}
HIDDEN = "This is known to"
"""Begins what only a reporter and their own case room may see."""


@dataclass
class Chat:
    """One reporter with a case."""

    room: RoomId
    person: PersonId
    number: int
    event: EventId
    """Something they wrote."""


@dataclass
class World:
    """A running line, and what a forger may know of it."""

    line: MemoryLine
    chance: Random
    chats: list[Chat] = field(default_factory=list)
    resting: list[Chat] = field(default_factory=list)
    rooms: dict[PersonId, RoomId] = field(default_factory=dict)
    """The case rooms, by whose they are."""
    lines: dict[str, EventId] = field(default_factory=dict)
    """What anna wrote in her case room, by what it is."""
    obeyed: list[TextCame] = field(default_factory=list)
    """Commands that were carried out."""
    _ways: dict[str, Iterator[str]] = field(default_factory=dict)

    @property
    def numbers(self) -> list[int]:
        return [chat.number for chat in (*self.chats, *self.resting)]

    @property
    def taken(self) -> list[int]:
        """The numbers of cases that somebody has."""
        return [chat.number for chat in (*self.chats[:3], *self.resting)]

    def text(
        self,
        room: RoomId,
        who: PersonId | Device,
        text: str,
        replaces: str | None = None,
        aside: bool = False,
    ) -> TextCame:
        device = who if isinstance(who, Device) else device_of(who)
        target = EventId(replaces) if replaces is not None else None
        return TextCame(room, self.line.fresh(), device, text, target, aside)

    def command(self, *commands: Command) -> str:
        """One of all the ways to write one of these, or of all there are."""
        ways = forging.lines(self.numbers, commands or TABLE)
        return self.turn(" ".join(one.word for one in commands), ways)

    def turn(self, name: str, ways: list[str]) -> str:
        """The next of these."""
        if name not in self._ways:
            self._ways[name] = forging.shuffled(self.chance, ways)
        return next(self._ways[name])

    def anyhow(self) -> str:
        return forging.anyhow(self.chance, self.command())

    def of_staff(self) -> RoomId:
        return self.chance.choice([DESK_ROOM, *self.rooms.values()])

    def pick(self, *things: Any) -> Any:
        return self.chance.choice(things)

    async def says(self, who: PersonId, text: str, room: RoomId = DESK_ROOM) -> TextCame:
        """A professional types this, and it is dealt with."""
        typed = self.text(room, who, text)
        await self.line.came(Account.DESK, typed)
        await self.line.settle()
        return typed

    async def claims(self, who: PersonId, number: int, *, arrives: bool = True) -> None:
        self.obeyed.append(await self.says(who, f"!claim {number} anyway"))
        self.rooms[who] = self.line.case_room()
        if arrives:
            await self.line.joins(self.rooms[who], who)
            await self.line.settle()


@asynccontextmanager
async def world(chance: Random) -> AsyncIterator[World]:
    with quick_folder() as folder:
        async with memory_line(folder, Language("en")) as line:
            employ(line, DORA, ERIK, CARLA, FREEK, GITA, HANS)
            made = World(line, chance)
            made.resting.append(await _begun(line, "roya"))
            await made.claims(GITA, made.resting[0].number)
            await _rests(line, made.resting[0])
            for name in ("leila", "omid", "noor", "sara"):
                made.chats.append(await _begun(line, name))
            await made.claims(ANNA, made.chats[0].number)
            await made.claims(BRAM, made.chats[1].number)
            await made.claims(DORA, made.chats[2].number, arrives=False)
            await made.says(HANS, f"!read {made.chats[0].number}")
            await line.joins(made.rooms[ANNA], HANS)
            await line.settle()
            await _talk(made)
            dismiss(line, FREEK)
            propose(line)
            yield made


def employ(line: MemoryLine, *people: PersonId) -> None:
    """Put them on the roster."""
    line.pins.staff.update({one: master_of(one) for one in people})
    team = team_of(line)
    new = {StaffId(one): Colleague(StaffId(one), key=master_of(one)) for one in people}
    for one, roles in ROLES.items():
        new[StaffId(one)] = replace(new[StaffId(one)], roles=roles)
    team.roster = replace(team.roster, colleagues={**team.roster.colleagues, **new})


def dismiss(line: MemoryLine, who: PersonId) -> None:
    del line.pins.staff[who]
    team = team_of(line)
    left = {one: of for one, of in team.roster.colleagues.items() if one != StaffId(who)}
    team.roster = replace(team.roster, colleagues=left)


def propose(line: MemoryLine) -> None:
    """What the operator wants, and a second person has not confirmed yet."""
    mallory, gita = StaffId(MALLORY), StaffId(GITA)
    new = Proposal(Colleague(mallory, key=master_of(MALLORY)), CODE)
    hers = Proposal(Colleague(gita, key=master_of(MALLORY)), HER_CODE)
    team = team_of(line)
    team.roster = replace(team.roster, proposals=(new, hers))


def team_of(line: MemoryLine) -> Team:
    return line.inbox._deciding._desk._team


async def _begun(line: MemoryLine, name: str) -> Chat:
    """A reporter who sends a case that is full of commands."""
    room, person = RoomId(f"!{name}:people.test"), PersonId(f"@{name}:people.test")
    story = f"!close\n{HIDDEN} {name}.\n!claim 47\n! back"
    await line.intake(PERSON_NOW, story, room, person)
    event = await line.writes(f"{HIDDEN} {name} too.", room, person)
    await line.settle()
    case = await case_of(line, room)
    assert case.number is not None
    return Chat(room, person, case.number, event)


async def case_of(line: MemoryLine, chat: RoomId) -> Case:
    route = await line.store.route_to(chat)
    case = await line.store.case(route.case_id) if route else None
    assert case is not None
    return case


async def _rests(line: MemoryLine, chat: Chat) -> None:
    """Its reporter goes, with a code."""
    shown = [text for text in line.texts(chat.room) if text.startswith("This is your code")]
    code = read_code(shown[-1].split("\n")[0])
    assert isinstance(code, str)
    for text in (code[:5], "no", "stop"):
        await line.writes(text, chat.room, chat.person)
        await line.settle()


async def _talk(made: World) -> None:
    """Lines of every sort in anna's room, which later are edited and redacted."""
    room = made.rooms[ANNA]
    said = {
        "plain": made.text(room, ANNA, "A plain line."),
        "internal": made.text(room, ANNA, "// only for us"),
        "thread": made.text(room, ANNA, "in a thread", aside=True),
        "command": made.text(room, ANNA, "!help"),
        "unknown": made.text(room, ANNA, "!nota her name is Fatima"),
    }
    await made.line.came(Account.DESK, *said.values())
    await made.line.settle()
    made.lines = {name: one.event for name, one in said.items()}
    made.obeyed.append(said["command"])
