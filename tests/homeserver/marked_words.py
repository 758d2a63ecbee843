"""Messages with marks of their own, and the count of what became of them."""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.demo.hearing import Seen
from bot.demo.person import Person
from tests.homeserver.line_talk import unframed

MARK = re.compile(r"\b([RD])(\d+)-(\d+)\b")
"""Whose side, which case, the how manieth."""


@dataclass
class Words:
    """What one side said in one case, in order."""

    side: str
    case: int
    events: list[str] = field(default_factory=list)
    corrected: set[int] = field(default_factory=set)
    taken_back: set[int] = field(default_factory=set)

    async def say(self, person: Person, room: str) -> None:
        place = len(self.events)
        self.events.append("")
        text = f"{self.side}{self.case}-{place} zoals eerst gezegd."
        self.events[place] = await person.say(room, text)

    async def correct(self, person: Person, room: str, place: int) -> None:
        text = f"{self.side}{self.case}-{place} zoals verbeterd."
        self.corrected.add(place)
        await person.edit(room, self.events[place], text)

    async def take_back(self, person: Person, room: str, place: int) -> None:
        self.taken_back.add(place)
        await person.redact(room, self.events[place])


def marked(person: Person, room: str) -> list[tuple[Seen, int, int]]:
    """What others said there with a mark: the text, its place, its case."""
    found = []
    for seen in person.texts(room):
        mark = MARK.search(unframed(seen.text))
        if mark and seen.sender != person.id:
            found.append((seen, int(mark[3]), int(mark[2])))
    return found


@dataclass
class Tally:
    """What was said, and what became of it."""

    sent: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    misrouted: list[str] = field(default_factory=list)
    out_of_order: int = 0
    corrections: int = 0
    taken_back: int = 0

    def add(self, said: Words, person: Person, rooms: Iterable[str], *, whole: bool) -> None:
        """One direction of one case, as one person got it in these rooms."""
        for room in rooms:
            there = marked(person, room)
            self.misrouted += [seen.event for seen, _, case in there if case != said.case]
            there = [one for one in there if one[2] == said.case]
            places = [place for seen, place, _ in there if not seen.replaces]
            self.twice += [
                f"{said.side}{said.case}-{p}" for p in set(places) if places.count(p) > 1
            ]
            first = {seen.event: place for seen, place, _ in there if not seen.replaces}
            self.misrouted += [
                seen.event
                for seen, place, _ in there
                if seen.replaces and first.get(seen.replaces, place) != place
            ]
            self.out_of_order += sum(one > other for one, other in itertools.pairwise(places))
            if whole:
                gone = said.taken_back  # whoever came later need not see it any more
                missing = set(range(len(said.events))) - set(places) - gone
                self.lost += [f"{said.side}{said.case}-{place}" for place in sorted(missing)]

    def __str__(self) -> str:
        return (
            f"sent {self.sent}, lost {len(self.lost)}, twice {len(self.twice)}, "
            f"misrouted {len(self.misrouted)}, out of order {self.out_of_order}; "
            f"corrected {self.corrections}, taken back {self.taken_back}"
        )
