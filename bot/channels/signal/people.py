"""What the adapter remembers of each person until their chat is forgotten."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace

from bot.channels.base import JournalKey
from bot.channels.guard import nothing_escapes
from bot.channels.journal import StateJournal
from bot.channels.signal.names import Aci, Chat, Timestamp, read_chat
from bot.security.devices import RoomId
from dialogs.hushed import Hushed

PERSON, REVISED = "person", "revised"


@dataclass(frozen=True, repr=False)
class Person(Hushed):
    """Somebody who wrote."""

    aci: Aci
    hour: int
    """When they were last heard."""
    heard: int = 0
    """How often: who forgets them has to know that nothing came meanwhile."""
    installation: int = 0
    trusting: bool = False
    """Their key changed, and the daemon has not been told yet that we know."""
    unread: Mapping[str, int] = field(default_factory=dict)
    """The times of messages that could not be opened, and since when: their app sends them anew."""
    timer_is_theirs: bool = False
    """They chose it, or had ours and changed it: it is not touched any more."""
    timer_is_set: bool = False
    """Ours."""

    @property
    def chat(self) -> Chat:
        return Chat(self.aci, self.installation)


class People(Hushed):
    """Everybody there is a chat with, in memory and in the journal."""

    def __init__(self, journal: StateJournal) -> None:
        self._journal = journal
        self._known: dict[Aci, Person] = {}
        self._revised: dict[str, Timestamp] = {}

    def load(self, rows: Mapping[JournalKey, bytes]) -> None:
        for (kind, key), value in rows.items():
            with nothing_escapes():  # a row of another version
                if kind == PERSON:
                    self._known[Aci(key)] = Person(**json.loads(value))
                elif kind == REVISED:
                    self._revised[key] = Timestamp(int(value))

    def __iter__(self) -> Iterator[Person]:
        return iter(list(self._known.values()))

    def heard(self, aci: Aci, hour: int) -> Person:
        """Somebody wrote: they are known from now on."""
        known = self._known.get(aci) or Person(aci, hour)
        return self.put(replace(known, hour=hour, heard=known.heard + 1))

    def get(self, aci: Aci) -> Person | None:
        return self._known.get(aci)

    def put(self, person: Person) -> Person:
        self._known[person.aci] = person
        self._journal.put_json(PERSON, person.aci, asdict(person))
        return person

    def in_room(self, room: RoomId) -> Person | None:
        """Whose present chat this is; None for one with an installation that is gone."""
        chat = read_chat(room)
        known = self._known.get(chat.person) if chat else None
        return known if known and known.chat == chat else None

    def forget(self, room: RoomId) -> None:
        """A chat with a former installation leaves the present one alone."""
        person = self.in_room(room)
        if person is None:
            return
        del self._known[person.aci]
        self._journal.delete(PERSON, person.aci)
        self._revised = {
            key: first for key, first in self._revised.items() if not key.startswith(person.aci)
        }
        self._journal.delete_under(REVISED, person.aci)

    # ---- edits ----------------------------------------------------------------------------

    def first_of(self, aci: Aci, timestamp: Timestamp) -> Timestamp:
        """The message that this one is a revision of; an edit names the last revision."""
        return self._revised.get(f"{aci}\0{timestamp}", timestamp)

    def revises(self, aci: Aci, revision: Timestamp, first: Timestamp) -> None:
        key = f"{aci}\0{revision}"
        self._revised[key] = first
        self._journal.put(REVISED, key, str(first).encode())
