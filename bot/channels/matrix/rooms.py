"""What we know of each room, folded from its state, and whether it is a place to talk."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field

from bot.channels.base import JournalKey, Unfit
from bot.channels.journal import StateJournal
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import list_of, object_of, text_of
from bot.channels.matrix.machine import MEGOLM
from bot.security.devices import PersonId, RoomId
from dialogs.hushed import Hushed

VERSIONS = frozenset({"6", "7", "8", "9", "10", "11", "12"})
"""Stable room versions whose redactions and edits mean what we think they mean."""
PRESENT = ("join", "invite")


@dataclass(repr=False)
class Room(Hushed):
    """One room as last seen."""

    id: RoomId
    encrypted: bool = False
    """Once true always true: no homeserver can switch encryption off."""
    version: str = "1"
    creator: str = ""
    space: bool = False
    replaced: bool = False
    members: dict[str, str] = field(default_factory=dict)
    """Who joined or is invited; with lazy loading perhaps not all, hence the counts."""
    joined: int = 0
    invited: int = 0
    told: str = ""
    """The unfitness already reported."""
    alias: str = ""
    """The alias under which we made it, until it is deleted."""
    since: int = 0
    """The hour of the first look at it while nothing was said there, in hours since 1970."""

    def others_joined(self, own: str) -> list[PersonId]:
        return [PersonId(who) for who, how in self.members.items() if how == "join" and who != own]

    def unfit(self) -> Unfit | None:
        """Why this is no private encrypted chat of two, if it is not."""
        if self.space:
            return Unfit.SPACE
        if self.version not in VERSIONS or self.replaced:
            # A replaced (upgraded) room is dead; its successor comes as a new invitation.
            return Unfit.VERSION
        if max(len(self.members), self.joined + self.invited) > 2:
            return Unfit.GROUP
        return None if self.encrypted else Unfit.UNENCRYPTED

    def fold(self, event: Json) -> str | None:
        """Take in a state event; gives "join" or "leave" when someone came or went."""
        content, kind = object_of(event, "content"), text_of(event, "type")
        if kind == "m.room.member":
            return self._fold_member(text_of(event, "state_key"), text_of(content, "membership"))
        if text_of(event, "state_key"):
            return None
        if kind == "m.room.encryption" and text_of(content, "algorithm") == MEGOLM:
            self.encrypted = True
        elif kind == "m.room.create":
            self.version = text_of(content, "room_version") or "1"
            self.creator = text_of(event, "sender")
            self.space = text_of(content, "type") == "m.space"
        elif kind == "m.room.tombstone":
            self.replaced = True
        return None

    def _fold_member(self, person: str, membership: str) -> str | None:
        before = self.members.get(person)
        if membership in PRESENT and person:
            self.members[person] = membership
            return "join" if membership == "join" != before else None
        return "leave" if self.members.pop(person, None) is not None else None

    def fold_summary(self, summary: Json, own: str) -> None:
        """Counts and, where members are not listed, who the other one is."""
        for name in ("joined", "invited"):
            count = summary.get(f"m.{name}_member_count")
            if isinstance(count, int) and count >= 0:
                setattr(self, name, count)
        heroes = [who for who in list_of(summary, "m.heroes") if isinstance(who, str)]
        others = self.joined + self.invited - 1
        if len(heroes) == others == 1 and heroes[0] != own:
            self.members.setdefault(heroes[0], "join" if self.joined == 2 else "invite")


class Rooms(Hushed):
    """Every room we are in, in memory and in the journal."""

    def __init__(self, journal: StateJournal) -> None:
        self._journal = journal
        self._rooms: dict[RoomId, Room] = {}

    def load(self, rows: Mapping[JournalKey, bytes]) -> None:
        for (kind, key), value in rows.items():
            if kind == "room":
                self._rooms[RoomId(key)] = Room(RoomId(key), **json.loads(value))

    def get(self, room: RoomId) -> Room | None:
        return self._rooms.get(room)

    def __iter__(self) -> Iterator[Room]:
        return iter(list(self._rooms.values()))

    def new(self, room: RoomId) -> Room:
        return self._rooms.setdefault(room, Room(room))

    def save(self, room: Room) -> None:
        fields = asdict(room)
        del fields["id"]
        self._journal.put_json("room", room.id, fields)

    def forget(self, room: RoomId) -> None:
        self._rooms.pop(room, None)
        self._journal.delete("room", room)

    def has(self, room: str, person: str) -> bool:
        """Whether this person is in this room of ours, as far as we were told."""
        known = self._rooms.get(RoomId(room))
        return known is not None and person in known.members

    def members(self) -> set[str]:
        """Everyone who is in some room of ours; whoever left one is not, unless in another."""
        return {who for room in self._rooms.values() for who in room.members}
