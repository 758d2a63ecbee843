"""The sessions that encrypt room messages, as others shared them with us."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import vodozemac
from nio.crypto import InboundGroupSession

from bot.channels.base import JournalKey
from bot.channels.guard import nothing_escapes
from bot.channels.journal import StateJournal
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import text_of
from bot.channels.matrix.machine import MEGOLM, OlmPayload
from bot.channels.matrix.parse import parse
from dialogs.hushed import Hushed

MOST_PER_PERSON = 200
"""In one room; whoever shares more loses their own oldest."""
MOST_ASIDE_PER_PERSON = 50
MOST_ASIDE = 5_000
"""Keys may come before the room does, so keys of unknown rooms are kept, within bounds."""
Place = tuple[str, str]
"""The Curve25519 key of the device that shared a session, and the session's id."""


@dataclass(repr=False)
class Held(Hushed):
    """One session, who sent it, and its turn among those that came."""

    session: InboundGroupSession
    person: str
    turn: int


class GroupSessions(Hushed):
    """Found by room and session id; whose they are is for the caller to prove."""

    def __init__(self, journal: StateJournal) -> None:
        self._journal = journal
        self._pickle_key = ""
        self._rooms: dict[str, dict[Place, Held]] = {}
        self._aside: dict[str, dict[tuple[str, Place], None]] = {}
        self._stale: set[tuple[str, Place]] = set()
        self._turns = 0
        self.expected: Callable[[str, str], bool] = lambda _room, _person: True
        """Whether this person is in this room of ours."""

    def load(self, rows: Mapping[JournalKey, bytes], pickle_key: str) -> None:
        self._pickle_key = pickle_key
        stored = sorted(
            (*json.loads(value), key) for (kind, key), value in rows.items() if kind == "megolm"
        )
        for self._turns, person, ed25519, pickle, key in stored:
            room, sender_key, session_id = key.split("\0")
            session = InboundGroupSession.from_pickle(
                pickle.encode(), ed25519, sender_key, room, pickle_key
            )
            held = Held(session, person, self._turns)
            self._rooms.setdefault(room, {})[(sender_key, session_id)] = held

    # ---- taking in ------------------------------------------------------------------------

    def add(self, payload: OlmPayload) -> bool:
        """Keep a room key that came by Olm from the device that made it."""
        with nothing_escapes():
            key = text_of(payload.content, "session_key")
            room = text_of(payload.content, "room_id")
            return self._add(
                payload, InboundGroupSession(key, payload.ed25519, payload.sender_key, room)
            )
        return False

    def add_forwarded(self, payload: OlmPayload) -> bool:
        """Keep a key that came again; the caller has proven that we asked this device for it."""
        with nothing_escapes():
            key = text_of(payload.content, "session_key")
            room = text_of(payload.content, "room_id")
            return self._add(
                payload,
                InboundGroupSession.import_session(key, payload.ed25519, payload.sender_key, room),
            )
        return False

    def _add(self, payload: OlmPayload, session: InboundGroupSession) -> bool:
        content, room = payload.content, session.room_id
        if text_of(content, "algorithm") != MEGOLM or not room or "\0" in room:
            return False
        if session.id != text_of(content, "session_id"):
            return False
        place = (session.sender_key, session.id)
        known = self._rooms.get(room, {}).get(place)
        if known is None:
            self._make_place(room, payload.sender, place)
            self._turns += 1
            self._keep(room, place, Held(session, payload.sender, self._turns))
        elif session.first_known_index < known.session.first_known_index:
            # The other way round, a copy that begins later, would make messages unreadable.
            self._keep(room, place, Held(session, known.person, known.turn))
        return True

    def _make_place(self, room: str, person: str, place: Place) -> None:
        """Nobody's key gives way to another person's, but to make room for rooms unknown."""
        own = [where for where, held in self._rooms.get(room, {}).items() if held.person == person]
        if len(own) >= MOST_PER_PERSON:
            busiest = Counter(key for key, _ in own).most_common(1)[0][0]
            self._drop(room, next(where for where in own if where[0] == busiest))
        if self.expected(room, person):
            return
        aside = self._aside.get(person, {})
        if len(aside) >= MOST_ASIDE_PER_PERSON:
            self._drop(*next(iter(aside)))
        elif sum(map(len, self._aside.values())) >= MOST_ASIDE:
            self._drop(*next(iter(next(iter(self._aside.values())))))
        self._aside.setdefault(person, {})[(room, place)] = None

    def _keep(self, room: str, place: Place, held: Held) -> None:
        self._rooms.setdefault(room, {})[place] = held
        pickle = held.session.pickle(self._pickle_key).decode()
        stored = [held.turn, held.person, held.session.ed25519, pickle]
        self._journal.put_json("megolm", "\0".join((room, *place)), stored)

    # ---- finding --------------------------------------------------------------------------

    def find(self, room: str, session_id: str, index: int) -> list[InboundGroupSession]:
        """Every copy of the session that reaches back to this message."""
        return [
            held.session
            for (_, name), held in self._rooms.get(room, {}).items()
            if name == session_id and held.session.first_known_index <= index
        ]

    # ---- dropping -------------------------------------------------------------------------

    def pass_by(self, room: str, place: Place, index: int, needed: Collection[str]) -> None:
        """All up to this message was read: nothing kept may read it again.

        The session now begins behind the message, and what its device used before it goes, except
        for sessions that messages still wait for.
        """
        held = self._rooms.get(room, {}).get(place)
        if held is None:
            return
        with nothing_escapes():
            rest = held.session.export_session(index + 1)
            session = InboundGroupSession.import_session(
                rest, held.session.ed25519, held.session.sender_key, room
            )
            self._keep(room, place, Held(session, held.person, held.turn))
        self._let_in(held.person, room, place)
        for other, earlier in list(self._rooms[room].items()):
            same_device = other[0] == place[0] and other[1] not in needed
            if same_device and earlier.turn < held.turn:
                self._drop(room, other)

    def keep_only(self, rooms: AbstractSet[str]) -> None:
        """Drop keys for rooms that never came; at the start, when every row is at hand."""
        for room in self._rooms.keys() - rooms:
            self.forget(room)
        for room, sessions in self._rooms.items():
            for place, held in sessions.items():
                if not self.expected(room, held.person):
                    self._aside.setdefault(held.person, {})[(room, place)] = None

    def lapse(self) -> None:
        """Drop what lay aside last time already and is still for no room of its sender; hourly."""
        for person, aside in list(self._aside.items()):
            for room, place in list(aside):
                if self.expected(room, person):
                    self._let_in(person, room, place)
                elif (room, place) in self._stale:
                    self._drop(room, place)
        self._stale = {one for aside in self._aside.values() for one in aside}

    def forget(self, room: str) -> None:
        for place in list(self._rooms.get(room, ())):
            self._drop(room, place)

    def _drop(self, room: str, place: Place) -> None:
        held = self._rooms[room].pop(place)
        if not self._rooms[room]:
            del self._rooms[room]
        self._let_in(held.person, room, place)
        self._journal.delete("megolm", "\0".join((room, *place)))

    def _let_in(self, person: str, room: str, place: Place) -> None:
        aside = self._aside.get(person, {})
        aside.pop((room, place), None)
        if not aside:
            self._aside.pop(person, None)


def index_of(ciphertext: str) -> int:
    """Which message of its session this is, as it says in the clear; -1 when it says nothing."""
    with nothing_escapes():
        return int(vodozemac.MegolmMessage.from_base64(ciphertext).message_index())
    return -1


def read_with(session: InboundGroupSession, ciphertext: str) -> tuple[Json, int] | None:
    """Plain content and message index, or None."""
    with nothing_escapes():
        plain, index = session.decrypt(ciphertext)
        found = parse(plain.encode())
        if isinstance(found, dict):
            return found, int(index)
    return None
