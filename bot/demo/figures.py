"""The demo's figures, all measured in the run itself."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bot.demo.person import Person
from bot.security.text import FRAME, inert


@dataclass(frozen=True)
class Figures:
    """What the last line of the demo says, as JSON."""

    sent: int
    received: int
    lost: int
    twice: int
    first_reply_s: float
    identifiers_at_professional: int
    identifiers_on_disk: int

    @property
    def right(self) -> bool:
        """Everything arrived exactly once, and nothing that identifies anyone was found."""
        found = self.identifiers_at_professional + self.identifiers_on_disk
        return self.sent > 0 and self.received == self.sent and not (self.lost + self.twice + found)

    def __str__(self) -> str:
        return json.dumps(asdict(self))


@dataclass
class Tally:
    """Texts that must cross to the other side, and how often each was found there."""

    crossings: list[tuple[str, Person, str]] = field(default_factory=list, repr=False)
    """The words, who must get them, and in which room."""

    def expect(self, words: str, at: Person, room: str) -> None:
        self.crossings.append((words, at, room))

    def counts(self) -> list[int]:
        return [self._found(words, at, room) for words, at, room in self.crossings]

    @staticmethod
    def _found(words: str, at: Person, room: str) -> int:
        quoted = FRAME + inert(words)
        seen = (text.text for text in at.texts(room) if text.sender != at.id)
        # A reading aid may stand below the reporter's words, never above.
        return sum(text in (words, quoted) or text.startswith(f"{quoted}\n") for text in seen)


async def identifiers_of(person: Person, room: str) -> frozenset[str]:
    """Everything by which a reporter's client could be told from another's."""
    olm = person.client.olm
    keys = [str(key) for key in olm.account.identity_keys.values()] if olm else []
    display = await _display_name(person)
    found = {
        person.id,
        person.id[1:].split(":")[0],
        str(person.client.device_id),
        room,
        display,
        *keys,
        *(seen.event for seen in person.texts(room)),
    }
    return frozenset(found - {""})


async def _display_name(person: Person) -> str:
    path = f"/_matrix/client/v3/profile/{person.id}/displayname"
    _, answer = await person.request("GET", path)
    return str(answer.get("displayname", ""))


def found_in(needles: Iterable[str], haystacks: Iterable[bytes]) -> int:
    """How many of the needles are anywhere in the bytes, plain or as JSON writes them."""
    everything = b"\n".join(haystacks)
    return sum(any(form in everything for form in _forms(needle)) for needle in set(needles))


def _forms(needle: str) -> Iterator[bytes]:
    yield needle.encode()
    yield json.dumps(needle)[1:-1].encode()
    yield needle.encode("utf-16-le")


def files_under(folder: Path) -> Iterator[bytes]:
    """The raw bytes of every file, whatever it is."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.read_bytes()
            yield path.name.encode()
