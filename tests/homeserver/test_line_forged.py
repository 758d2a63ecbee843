"""Hundreds of forged commands in real encrypted rooms: none is obeyed, the true ones are."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field
from random import Random

import pytest
import pytest_asyncio

from bot.demo.person import Person
from bot.demo.stage import Stage
from bot.runtime import open_stores
from bot.security.logging import Happened
from handoff.commands import Misread, parse
from handoff.commands.base import Invocation, Where
from handoff.model import Case
from tests.figure import Figure
from tests.homeserver import forgers
from tests.homeserver.conftest import NewAttacker
from tests.homeserver.line_talk import PASSWORD, Desk, NewReporter, Reporter, select, words
from tests.privacy import forging
from tests.privacy.test_forged_commands import THE_DESKS

pytestmark = pytest.mark.asyncio(loop_scope="module")
OF_A_KIND = 9
WARNINGS = {words(one) for one in ("desk-unproven", "desk-not-read", "desk-stranger")}
WARNINGS |= {words(one) for one in ("case-not-yours", "case-edit-stays", "command-edited")}
WARNINGS |= {words(one.value) for one in Misread}


@dataclass
class Scene:
    """Two talks, a case that waits, and what was said so far."""

    stage: Stage
    desk: Desk
    colleague: Desk
    anna: Reporter
    berta: Reporter
    numbers: list[int]
    plain: str
    """A line of the professional that anna has."""
    obeyed: list[str]
    """The events of commands that were carried out in the desk room."""
    chance: Random = field(default_factory=lambda: Random(1))
    sent: Counter[str] = field(default_factory=Counter)
    counted: int = 0

    def commands(self) -> list[str]:
        ways = forging.lines(self.numbers)
        return [self.chance.choice(ways) for _ in range(OF_A_KIND)]

    async def forge(self, kind: str, *ways: forgers.Forge) -> None:
        """So many commands in each of these ways, in order."""
        for way in ways:
            for command in self.commands():
                await way(command)
                self.sent[kind] += 1

    async def settled(self) -> None:
        """The professionals' next true words arrive: everything before them was dealt with."""
        self.counted += 1
        mark = f"Merk {self.counted}."
        await self.desk.types("!queue")
        for one, reporter in ((self.desk, self.anna), (self.colleague, self.berta)):
            await one.writes(mark)
            await reporter.hears_text(mark, 60)
        await self.desk.hears("desk-queue", 60)


@dataclass
class State:
    """What a command could have changed."""

    cases: list[tuple[object, ...]]
    rooms: list[tuple[object, ...]]
    heard: list[list[str]]
    posted: dict[str, list[str]]

    @classmethod
    async def now(cls, scene: Scene) -> "State":
        async with open_stores(scene.stage.place) as stores:
            line = stores.line
            cases: Iterable[Case] = (*await line.cases_waiting(), *await line.cases_taken())
        rooms = "SELECT account, key FROM journal WHERE kind = 'room' ORDER BY account, key"
        seen = {scene.stage.desk_room: scene.desk}
        seen |= {one.case_room: one for one in (scene.desk, scene.colleague)}
        own = scene.stage.desk_id
        return cls(
            sorted((one.id, *(getattr(one, name) for name in THE_DESKS)) for one in cases),
            await select(scene.stage, rooms),
            [one.heard() for one in (scene.anna, scene.berta)],
            {
                room: [said.text for said in one.person.texts(room) if said.sender == own]
                for room, one in seen.items()
            },
        )

    def new_in(self, before: "State") -> dict[str, list[str]]:
        """What the line wrote in each room of the desk since."""
        return {room: said[len(before.posted[room]) :] for room, said in self.posted.items()}


@pytest_asyncio.fixture(loop_scope="module")
async def scene(
    stage: Stage, reporter: NewReporter, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Scene]:
    set_aside: list[Happened] = []
    monkeypatch.setattr("bot.inbox.note", lambda what, **_: set_aside.append(what))
    desk, colleague = Desk(stage), Desk(stage, 1)
    numbers, people, obeyed = [], [], []
    for one in (desk, colleague, None):
        someone = await reporter("reporter")
        await someone.send_case("!close\nEen man belt mij.\n!claim 47")
        number = await desk.card()
        if one:
            obeyed.append(await one.types(f"!claim {number}"))
            one.case_room = await one.person.join_invitation_of(stage.desk_id, 60)
            await one.reads("case-story")
            await someone.hears("live")
        numbers.append(number)
        people.append(someone)
    plain = await desk.writes("Een gewone regel.")
    await people[0].hears_text("Een gewone regel.")
    anna, berta, _ = people
    yield Scene(stage, desk, colleague, anna, berta, numbers, plain, obeyed[:1])
    assert set_aside == []


@pytest_asyncio.fixture(loop_scope="module")
async def stranger(stage: Stage, new_name: Callable[[str], str]) -> AsyncIterator[Person]:
    """Someone to whom the homeserver gives every right."""
    name = new_name("stranger")
    await asyncio.to_thread(lambda: stage.desk.user(name, PASSWORD, admin=True))
    async with await Person.log_in(stage.desk.url, name, PASSWORD) as person:
        await person.start()
        yield person


async def by_outsiders(scene: Scene, stranger: Person, mallory: NewAttacker) -> None:
    """Strangers, a homeserver that swears falsely, and devices that nobody signed."""
    desk, stage = scene.desk, scene.stage
    me, rooms = desk.person, (stage.desk_room, desk.case_room)
    for room in rooms:
        await forgers.force_into(stranger, room)
    await forgers.let_in(stranger, desk.case_room, scene.colleague.person)
    elsewhere = scene.colleague.person
    old = [await forgers.wire(me, stage.desk_room, one) for one in scene.obeyed]
    async with (
        forgers.unsigned_device(stage, "professional") as rogue,
        forgers.under_a_name(await mallory(), me, desk, rooms) as forged,
    ):
        work = {
            "by strangers": [forgers.saying(stranger, room) for room in rooms],
            "reactions by strangers": [
                forgers.reacting(stranger, desk.case_room, scene.plain),
            ],
            "in a colleague's case room": [forgers.saying(elsewhere, desk.case_room)],
            "from an unsigned device": [forgers.saying(rogue, room) for room in rooms],
            "under a professional's name": forged,
            "in the clear": [forgers.in_the_clear(me, room) for room in rooms],
            "replays": [forgers.replaying(me, room, *old) for room in rooms],
        }
        async with asyncio.TaskGroup() as group:
            for kind, ways in work.items():
                group.create_task(scene.forge(kind, *ways))
        await asyncio.sleep(0)
        await scene.settled()


async def by_staff(scene: Scene) -> None:
    """A professional's own client, in what is no command."""
    desk = scene.desk
    me, room, plain = desk.person, desk.case_room, scene.plain
    note = await desk.writes("// voor ons")
    ways = {
        "reactions": forgers.reacting(me, room, plain),
        "in a thread": forgers.in_a_thread(me, room, plain),
        "brought out of a thread": forgers.out_of_a_thread(me, room, plain),
        "as an emote": forgers.saying(me, room, msgtype="m.emote"),
        "as a notice": forgers.saying(me, room, msgtype="m.notice"),
        "formatted only": forgers.formatted(me, room),
        "in a quotation": forgers.quoting(me, room, plain),
        "in an edit": forgers.editing(me, room, plain),
        "in an edit of a note": forgers.editing(me, room, note),
        "in an edit from outside": forgers.editing_outside(me, room, plain),
    }
    for kind, way in ways.items():
        await scene.forge(kind, way)
    for number in range(OF_A_KIND):
        looks = forging.disguised(scene.chance, scene.commands()[0])
        await me.say(scene.stage.desk_room if number % 2 else room, looks)
        scene.sent["disguised"] += 1


async def by_reporters(scene: Scene) -> None:
    anna = scene.anna
    mine = await anna.say("Ik ben er.")
    await scene.forge("by a reporter", forgers.saying(anna.person, anna.room))
    await scene.forge("edits by a reporter", forgers.editing(anna.person, anna.room, mine))
    await scene.forge("reactions by a reporter", forgers.reacting(anna.person, anna.room, mine))
    for command in scene.commands():
        await anna.say(forging.anyhow(scene.chance, command))
        scene.sent["disguised or told, by a reporter"] += 1
    await anna.say("Dat was alles.")
    await scene.desk.reads_text("Dat was alles.", 60)


def inert(text: str) -> bool:
    lines = text.split("\n")
    copied = [line.removeprefix("│ ") for line in lines]
    tried = (parse(one, where) for one in (*lines, *copied) for where in Where)
    return all(line.startswith("│ ") for line in lines) and not any(
        isinstance(one, Invocation) for one in tried
    )


async def test_no_forged_command_is_obeyed(
    scene: Scene, stranger: Person, attacker: NewAttacker, figure: Figure
) -> None:
    """By strangers, unsigned devices, a lying homeserver; in all that is no plain message."""
    await scene.settled()
    before = await State.now(scene)
    await by_outsiders(scene, stranger, attacker)
    between = await State.now(scene)
    await by_staff(scene)
    await scene.settled()
    after = await State.now(scene)
    await by_reporters(scene)
    end = await State.now(scene)
    for kind, count in sorted(scene.sent.items()):
        figure(f"forged in real rooms {kind}", count)
    figure("forged in real rooms in all", scene.sent.total())
    assert before.cases == between.cases == after.cases == end.cases
    assert before.rooms == between.rooms == after.rooms == end.rooms
    marks = [[f"Merk {number}." for number in (2, 3)]] * 2
    assert [said[len(old) :] for old, said in zip(before.heard, after.heard, strict=True)] == marks
    for room, said in between.new_in(before).items():
        told = [one for one in said if one in WARNINGS]
        assert max(Counter(told).values(), default=0) <= 2, "warned too often"
        others = [one for one in said if one not in WARNINGS]
        assert len(others) == (room == scene.stage.desk_room), "said something else"
    for room, said in after.new_in(between).items():
        others = [one for one in said if one not in WARNINGS]
        assert len(others) == (room == scene.stage.desk_room), "said something else"
    new = end.new_in(after)
    assert new[scene.stage.desk_room] == new[scene.colleague.case_room] == []
    assert all(map(inert, new[scene.desk.case_room]))
    await scene.desk.writes("!back")
    await scene.anna.hears("waiting-again")
    await scene.colleague.close(anyway=True)
    await scene.berta.hears("feedback-help")
