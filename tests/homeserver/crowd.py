"""Reporters and professionals who all talk at once, each message with a mark of its own."""

import asyncio
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random

from bot.demo.hearing import NotHeard, Seen
from bot.demo.person import Person
from bot.demo.stage import Stage
from handoff.commands import claim
from tests.homeserver.line_talk import Desk, Reporter, redacted, wanted, words
from tests.homeserver.marked_words import Tally, Words, marked

_CLAIM = re.compile(r"!claim \W*(\d+)")
_ALIAS = re.compile(r"[^\W\d]+ [^\W\d]+ (\d+)\b(?!:)")
ANYWAY = " anyway" if "anyway" in claim.COMMAND.words else ""
"""In a test nobody needs to rest."""
CLAIMED, TAKEN = wanted("desk-claimed", {}), wanted("desk-already-claimed", {})
CLOSED = wanted("desk-closed", {})
PATIENCE, LOOKS_AFTER = 3600.0, 10.0
TALK = 3
"""How many lines each says in one sitting."""
MARKS = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


@dataclass
class Case:
    """One reporter's matter: how often it changes hands, and what was said in it."""

    number: int
    sittings: int
    told: Words
    answered: Words
    reporter: Reporter | None = None
    rooms: list[tuple[Person, str]] = field(default_factory=list)
    """Who had it, and in which room."""
    over: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def new(cls, number: int, sittings: int) -> "Case":
        return cls(number, sittings, Words("R", number), Words("D", number))

    # ---- the reporter -------------------------------------------------------------------------

    async def live_through(self, stage: Stage, name: str, arriving: asyncio.Semaphore) -> None:
        """Arrive, tell, talk in each sitting, and hear the end."""
        async with arriving:
            signed = self.number % 2 == 0
            self.reporter = await Reporter.arrive(stage, name, cross_signed=signed)
        person, room = self.reporter.person, self.reporter.room
        self.told.events.append("the story")
        await self.reporter.send_case(f"R{self.number}-0 is mijn verhaal.")
        await self.told.say(person, room)
        for sitting in range(self.sittings):
            await self.reporter.hears("live", PATIENCE)
            first = len(self.told.events)
            for _ in range(TALK):
                await self.told.say(person, room)
            await self.told.correct(person, room, first)
            await self.told.take_back(person, room, first + 1)
            await self.told.say(person, room)
            last = sitting == self.sittings - 1
            await self.reporter.hears("feedback-help" if last else "waiting-again", PATIENCE)
            if not last:
                await self.told.say(person, room)
        self.over.set()

    # ---- the professional ---------------------------------------------------------------------

    async def sit(self, person: Person, room: str) -> None:
        """Talk, wait for what the reporter says in this sitting, and hand back or close."""
        self.rooms.append((person, room))
        first = len(self.answered.events)
        for _ in range(TALK):
            await self.answered.say(person, room)
        await self.answered.correct(person, room, first)
        await self.answered.take_back(person, room, first + 1)
        sitting = len(self.rooms)
        whole = 2 + sitting * (TALK + 1) + (sitting - 1)
        await person.until(lambda: _reads(person, room, self.number, whole - 1), PATIENCE)
        await self._followed(person, room, self.told)
        assert self.reporter
        there, chat = self.reporter.person, self.reporter.room
        await there.until(lambda: _reads(there, chat, self.number, first + TALK - 1), PATIENCE)
        await self._followed(there, chat, self.answered)
        if sitting < self.sittings:
            await person.say(room, "!back")
            return
        coded = self.number % 2 == 0
        if coded:
            await person.say(room, "!code threat spoken")
        await person.say(room, "!close" if coded else "!close uncoded")

    async def _followed(self, person: Person, room: str, said: Words) -> None:
        """Wait until the corrections and what was taken back came through."""
        for place in said.corrected:
            await person.until(lambda p=place: _correction(person, room, p), PATIENCE)
        for place in said.taken_back:
            if found := [one for one in marked(person, room) if one[1] == place]:
                await redacted(person, found[0][0].event)


def _reads(person: Person, room: str, case: int, place: int) -> bool:
    return any(one[1:] == (place, case) for one in marked(person, room))


def _correction(person: Person, room: str, place: int) -> bool:
    """Shown as an edit, or, to whoever came later, in its new form."""
    return any(
        one[1] == place and one[0].text.endswith("verbeterd.") for one in marked(person, room)
    )


class Professional:
    """Takes a case, sees it through, takes the next; often the one that a colleague wants too."""

    def __init__(self, stage: Stage, place: int, cases: dict[int, Case], chance: Random) -> None:
        self.desk = Desk(stage, place)
        self.person, self.stage = self.desk.person, stage
        self.cases, self.chance = cases, chance
        self.claims = 0
        self._tried: dict[int, int] = {}

    async def work(self) -> None:
        """Until every case is over."""
        while not all(case.over.is_set() for case in self.cases.values()):
            if self._invited():
                await self._take_up()
            elif (number := self._choice()) is not None:
                await self._claim(number)
            elif not await self._news(LOOKS_AFTER):
                await self.desk.types("!queue")
                await self._news(LOOKS_AFTER)

    async def _claim(self, number: int) -> None:
        """Type it, and wait for an invitation or for the answer that it is not to be."""
        self.claims += 1
        typed = await self.desk.types(f"!claim {number}{ANYWAY}")
        await self._until(lambda: self._invited() or self._in_vain(typed, number))

    def _in_vain(self, typed: str, number: int) -> bool:
        """Claims are answered in the order in which they came, each with the name of its case."""
        said = self._said()
        places = [one.event for one in said]
        if typed not in places:
            return False
        place = places.index(typed)
        if any(self._of(one, CLOSED, number) for one in said[place:]):
            return True
        ended = [at for at in range(place) if self._of(said[at], CLOSED, number)]
        since = said[ended[-1] if ended else 0 :]
        claims = [one.event for one in since if _claimed(one.text) == number]
        taken, claimed = (
            [one.event for one in since if self._of(one, what, number)] for what in (TAKEN, CLAIMED)
        )
        answers = [one.event for one in since if one.event in {*taken, *claimed}]
        mine = claims.index(typed)
        return len(answers) > mine and answers[mine] in taken

    async def _take_up(self) -> None:
        """A talk is over when the desk is told so; only then there is a place for the next."""
        room = await self.person.join_invitation_of(self.stage.desk_id)
        await self._until(lambda: bool(marked(self.person, room)))
        (number, *_) = _numbers(self.person.texts(room)[0].text)
        before = len(self._said())
        await self.cases[marked(self.person, room)[0][2]].sit(self.person, room)
        await self._until(
            lambda: any(
                self._of(one, CLOSED, number) or self._shows(one, number)
                for one in self._said()[before:]
            )
        )

    def _of(self, one: Seen, what: str, number: int) -> bool:
        """Whether the line says this of the case."""
        return (
            one.sender == self.stage.desk_id and what in one.text and number in _numbers(one.text)
        )

    def _choice(self) -> int | None:
        """A case that waits; each is tried once for each time that it comes to the queue."""
        waiting: dict[int, int] = {}
        for place, one in enumerate(self._said()):
            numbers = _numbers(one.text)
            if any(self._of(one, what, number) for what in (CLAIMED, CLOSED) for number in numbers):
                waiting = {number: at for number, at in waiting.items() if number not in numbers}
            waiting |= {number: place for number in numbers if self._shows(one, number)}
        new = [one for one, place in waiting.items() if self._tried.get(one, -1) < place]
        if not new:
            return None
        number = new[0] if self.chance.random() < 0.4 else self.chance.choice(new)
        self._tried[number] = len(self._said())
        return number

    def _shows(self, one: Seen, number: int) -> bool:
        """Whether this is the card of the case, or a list that has it."""
        listed = "!claim" in one.text or words("desk-queue") in one.text.split("\n")
        return listed and self._of(one, "", number)

    def _said(self) -> list[Seen]:
        return self.person.texts(self.stage.desk_room)

    def _invited(self) -> bool:
        return self.stage.desk_id in self.person.invitations.values()

    async def _until(self, ready: Callable[[], bool]) -> None:
        await self.person.until(ready, PATIENCE)

    async def _news(self, within: float) -> bool:
        """Whether something came in the desk room by then."""
        before = len(self._said())
        try:
            await self.person.until(lambda: len(self._said()) > before, within)
        except NotHeard:
            return False
        return True


def _numbers(text: str) -> list[int]:
    """Of all the cases that a text names."""
    return [int(number) for number in _ALIAS.findall(text.translate(MARKS))]


def _claimed(text: str) -> int | None:
    """Which case somebody claims with this line."""
    found = _CLAIM.match(text)
    return int(found[1]) if found else None


def tally(cases: Iterable[Case], stage: Stage) -> Tally:
    """Compare what everybody said with what everybody got."""
    found = Tally()
    for case in cases:
        assert case.reporter
        for said in (case.told, case.answered):
            found.sent += len(said.events)
            found.corrections += len(said.corrected)
            found.taken_back += len(said.taken_back)
        found.add(case.answered, case.reporter.person, [case.reporter.room], whole=True)
        for place, (person, room) in enumerate(case.rooms, 1):
            found.add(case.told, person, [room], whole=place == case.sittings)
    for one in stage.staff:
        found.misrouted += [seen.event for seen, *_ in marked(one, stage.desk_room)]
    return found
