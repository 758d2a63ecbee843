"""The sessions that encrypt room messages, as others shared them with us."""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from nio.crypto import InboundGroupSession

from bot.channels.base import JournalKey
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.guard import nothing_escapes
from bot.channels.matrix.http import text_of
from bot.channels.matrix.journal import StateJournal
from bot.channels.matrix.machine import MEGOLM, OlmPayload
from bot.channels.matrix.parse import parse
from dialogs.hushed import Hushed

MOST_PER_ROOM = 500
MOST_ROOMS_PER_SENDER = 200
"""Keys may come before the room does, so keys of unknown rooms are kept, within bounds."""


class GroupSessions(Hushed):
    """Found by room and session id; whose they are is for the caller to prove."""

    def __init__(self, journal: StateJournal) -> None:
        self._journal = journal
        self._pickle_key = ""
        self._rooms: dict[str, dict[tuple[str, str], InboundGroupSession]] = {}
        self._opened: dict[str, set[str]] = {}

    def load(self, rows: Mapping[JournalKey, bytes], pickle_key: str) -> None:
        self._pickle_key = pickle_key
        for (kind, key), value in rows.items():
            if kind == "megolm":
                room, sender_key, session_id = key.split("\0")
                ed25519, pickle = json.loads(value)
                session = InboundGroupSession.from_pickle(
                    pickle.encode(), ed25519, sender_key, room, pickle_key
                )
                self._rooms.setdefault(room, {})[(sender_key, session_id)] = session

    def add(self, payload: OlmPayload) -> str | None:
        """Keep a room key that came by Olm; the room's id, or None when it is no good.

        Forwarded keys do not come here: we never ask for any, so none is accepted.
        """
        content = payload.content
        room, session_id = text_of(content, "room_id"), text_of(content, "session_id")
        if text_of(content, "algorithm") != MEGOLM or not room or "\0" in room:
            return None
        with nothing_escapes():
            key = text_of(content, "session_key")
            session = InboundGroupSession(key, payload.ed25519, payload.sender_key, room)
            if session.id == session_id and self._has_place(payload.sender, room):
                self._keep(room, session)
                return room
        return None

    def _has_place(self, sender: str, room: str) -> bool:
        if room not in self._rooms:
            if len(self._opened.get(sender, ())) >= MOST_ROOMS_PER_SENDER:
                return False
            self._opened.setdefault(sender, set()).add(room)
        return True

    def _keep(self, room: str, session: InboundGroupSession) -> None:
        held = self._rooms.setdefault(room, {})
        place = (session.sender_key, session.id)
        known = held.get(place)
        # A later copy that begins later would make earlier messages unreadable.
        if known is not None and known.first_known_index <= session.first_known_index:
            return
        if known is None and len(held) >= MOST_PER_ROOM:
            oldest = next(iter(held))
            del held[oldest]
            self._journal.delete("megolm", "\0".join((room, *oldest)))
        held[place] = session
        pickle = session.pickle(self._pickle_key).decode()
        self._journal.put_json("megolm", "\0".join((room, *place)), [session.ed25519, pickle])

    def find(self, room: str, session_id: str) -> list[InboundGroupSession]:
        held = self._rooms.get(room, {})
        return [session for (_, name), session in held.items() if name == session_id]

    def keep_only(self, rooms: AbstractSet[str]) -> None:
        """Drop keys for rooms that never came; at the start, when every row is at hand."""
        for room in self._rooms.keys() - rooms:
            self.forget(room)

    def forget(self, room: str) -> None:
        self._rooms.pop(room, None)
        self._journal.delete_under("megolm", room)
        for sender, opened in list(self._opened.items()):
            opened.discard(room)
            if not opened:
                del self._opened[sender]


def read_with(session: InboundGroupSession, ciphertext: str) -> tuple[Json, int] | None:
    """Plain content and message index, or None."""
    with nothing_escapes():
        plain, index = session.decrypt(ciphertext)
        found = parse(plain.encode())
        if isinstance(found, dict):
            return found, int(index)
    return None
