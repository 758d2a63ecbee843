"""The Olm sessions with single devices, whose they are, and how long they are kept."""

import json
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime

from nio.crypto import Session

from bot.channels.base import JournalKey
from bot.channels.journal import StateJournal
from dialogs.hushed import Hushed

MOST_SESSIONS_PER_KEY = 8
"""A device needs one or two; a hostile one may open new ones for ever."""
MOST_KEYS_PER_PERSON = 200
"""As many as the devices we ever look at; whoever invents more loses their own oldest."""
MOST_STRANGERS = 5_000
"""Keys of people who share no room with us: their first letter may come before the invitation."""


class OlmSessions(Hushed):
    """By the other device's Curve25519 key, the one that last worked first.

    Whose a key is, is what the homeserver said when the session began. That decides how long the
    session is kept, and nothing else.
    """

    def __init__(self, journal: StateJournal) -> None:
        self._journal = journal
        self._pickle_key = ""
        self._sessions: dict[str, list[Session]] = {}
        self._owners: dict[str, str] = {}
        self._held: dict[str, dict[str, None]] = {}
        self._strangers: set[str] = set()
        self._uses = 0
        self.present: Callable[[], AbstractSet[str]] = frozenset
        """Who shares a room with us, or invited us to one."""

    def load(self, rows: Mapping[JournalKey, bytes], pickle_key: str) -> None:
        self._pickle_key = pickle_key
        used = sorted(
            (*json.loads(value), key) for (kind, key), value in rows.items() if kind == "olm"
        )
        for self._uses, owner, pickle, name in used:
            session = Session.from_pickle(pickle.encode(), datetime.now(UTC), pickle_key)
            key = name.split("\0")[0]
            self._own(owner, key)
            self._sessions.setdefault(key, []).insert(0, session)

    def of(self, key: str) -> tuple[Session, ...]:
        return tuple(self._sessions.get(key, ()))

    def add(self, owner: str, key: str, session: Session) -> None:
        """Keep a new session; it is the one to answer with."""
        if key not in self._sessions:
            self._make_place(owner)
        self._own(owner, key)
        held = self._sessions.setdefault(key, [])
        held.insert(0, session)
        for surplus in held[MOST_SESSIONS_PER_KEY:]:
            self._journal.delete("olm", f"{key}\0{surplus.id}")
        del held[MOST_SESSIONS_PER_KEY:]
        self.save(key, session)

    def save(self, key: str, session: Session) -> None:
        """Store a session that was just used."""
        held = self._sessions.get(key)
        if held and session in held and held[0] is not session:
            # The one that last worked is the one to answer with.
            held.remove(session)
            held.insert(0, session)
        # The count stands in for a time of use, which would say when someone wrote.
        self._uses += 1
        stored = [self._uses, self._owners[key], session.pickle(self._pickle_key).decode()]
        self._journal.put_json("olm", f"{key}\0{session.id}", stored)

    # ---- dropping -------------------------------------------------------------------------

    def keep_only(self, present: AbstractSet[str]) -> None:
        """Drop every session with a device of somebody else."""
        for person in self._held.keys() - present:
            self._drop_person(person)

    def lapse(self) -> None:
        """Drop the sessions of whoever was a stranger last time already; now and then."""
        strangers = self._held.keys() - self.present()
        for person in strangers & self._strangers:
            self._drop_person(person)
        self._strangers = strangers - self._strangers

    def _make_place(self, owner: str) -> None:
        """Whoever takes too much loses their own; strangers give way before anyone else does."""
        own = self._held.get(owner, {})
        if len(own) >= MOST_KEYS_PER_PERSON:
            self._drop_key(next(iter(own)))
        if len(self._sessions) < MOST_STRANGERS:
            return
        present = self.present()
        strangers = [person for person in self._held if person not in present]
        if sum(len(self._held[person]) for person in strangers) < MOST_STRANGERS:
            return
        # A tenth at once, because finding out who is a stranger takes a look at every room.
        for person in strangers[: max(1, len(strangers) // 10)]:
            self._drop_person(person)

    def _own(self, owner: str, key: str) -> None:
        if key not in self._owners:
            self._owners[key] = owner
            self._held.setdefault(owner, {})[key] = None

    def _drop_person(self, person: str) -> None:
        for key in list(self._held.get(person, ())):
            self._drop_key(key)

    def _drop_key(self, key: str) -> None:
        for session in self._sessions.pop(key, ()):
            self._journal.delete("olm", f"{key}\0{session.id}")
        owner = self._owners.pop(key)
        held = self._held[owner]
        held.pop(key, None)
        if not held:
            del self._held[owner]
