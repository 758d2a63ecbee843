"""A sync answer taken apart, without a pause: all of it ends in one commit or in none."""

from collections.abc import Iterable
from dataclasses import asdict

from bot.channels.base import Account, EventId, Incoming, PersonJoined, PersonLeft, RoomUnfit, Unfit
from bot.channels.guard import nothing_escapes
from bot.channels.journal import StateJournal
from bot.channels.matrix.asking import KeyRequests
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.group import GroupSessions
from bot.channels.matrix.http import list_of, object_of, text_of
from bot.channels.matrix.invites import Invites
from bot.channels.matrix.keys import OwnKeys
from bot.channels.matrix.machine import Machine, OlmPayload, Unopened
from bot.channels.matrix.mending import Mending
from bot.channels.matrix.order import Order
from bot.channels.matrix.people import People
from bot.channels.matrix.reading import Reader
from bot.channels.matrix.rooms import Room, Rooms
from bot.security.devices import PersonId, RoomId
from dialogs.hushed import Hushed

MESSAGES = ("m.room.encrypted", "m.room.message", "m.sticker", "m.room.redaction")
KEPT = ("algorithm", "session_id", "sender_key", "ciphertext")
ANSWERS_UNDER_WAY = 2
HOPELESS = tuple(unfit.value for unfit in Unfit if unfit is not Unfit.UNENCRYPTED)
"""Rooms told unfit for these reasons never get better; of them nothing more is taken in."""


class Intake(Hushed):
    """Sorts what came into keys, devices, invitations and the queues of the rooms."""

    def __init__(
        self,
        account: Account,
        journal: StateJournal,
        machine: Machine,
        groups: GroupSessions,
        reader: Reader,
        people: People,
        keys: OwnKeys,
        rooms: Rooms,
        order: Order,
        invites: Invites,
        mending: Mending,
        requests: KeyRequests,
    ) -> None:
        self._account, self._journal, self._machine = account, journal, machine
        self._groups, self._reader, self._people, self._keys = groups, reader, people, keys
        self._rooms, self._order, self._invites = rooms, order, invites
        self._mending, self._requests = mending, requests
        self._forgotten: dict[str, int] = {}
        self._taken = 0

    @property
    def _own(self) -> str:
        return self._machine.user

    def forget(self, room: RoomId) -> None:
        """Ignore the room from now on: an answer under way may still tell of it.

        That is over with the second answer from now: the one after the next was asked for when we
        had left. After a restart it cannot happen, so nothing of this is stored. A new invitation
        counts.
        """
        self._forgotten[room] = self._taken + ANSWERS_UNDER_WAY

    def take(self, answer: Json, since: str | None) -> list[Incoming]:
        """Everything in the answer; what must keep its place goes to the queues instead."""
        self._taken += 1
        self._forgotten = {
            room: until for room, until in self._forgotten.items() if until >= self._taken
        }
        for event in list_of(answer, "to_device", "events"):
            with nothing_escapes():
                self._take_to_device(event)
        self._people.changed(list_of(answer, "device_lists", "changed"))
        self._people.changed(list_of(answer, "device_lists", "left"))
        self._keys.heard(answer)
        if self._account is Account.FRONT:
            invited = object_of(answer, "rooms", "invite")
            for room in invited:
                self._forgotten.pop(room, None)
            self._invites.add(invited)
        found: list[Incoming] = []
        for name, part in object_of(answer, "rooms", "join").items():
            with nothing_escapes():
                found += self._take_joined(RoomId(name), part, since)
        for name, part in object_of(answer, "rooms", "leave").items():
            with nothing_escapes():
                found += self._take_left(RoomId(name), part)
        self._journal.put("token", "", text_of(answer, "next_batch").encode())
        return found

    def _take_to_device(self, event: object) -> None:
        sender, kind = text_of(event, "sender"), text_of(event, "type")
        content = object_of(event, "content")
        if kind == "m.room.encrypted":
            opened = self._machine.open(sender, content)
            if isinstance(opened, OlmPayload):
                self._take_key(opened)
            elif opened is Unopened.LOST:
                self._mending.noticed(PersonId(sender), text_of(content, "sender_key"))
        elif kind == "m.room_key.withheld":
            self._retry(self._reader.withheld(sender, content))

    def _take_key(self, payload: OlmPayload) -> None:
        room = RoomId(text_of(payload.content, "room_id"))
        if room in self._forgotten:
            return
        forwarded = payload.kind == "m.forwarded_room_key" and self._requests.answered(payload)
        if forwarded:
            kept = self._groups.add_forwarded(payload)
        else:
            kept = payload.kind == "m.room_key" and self._groups.add(payload)
        if kept:
            self._requests.came(room, text_of(payload.content, "session_id"))
            self._order.retry(room)

    def _retry(self, room: str | None) -> None:
        if room is not None:
            self._order.retry(RoomId(room))

    def _take_left(self, name: RoomId, part: object) -> list[Incoming]:
        """We are out: by our own wish, or because someone removed us."""
        self._invites.done(name)
        room = self._rooms.get(name)
        if room is None:
            return []
        for event in reversed(_events(part, "timeline") + _events(part, "state")):
            ours = text_of(event, "type") == "m.room.member" and (
                text_of(event, "state_key") == self._own
            )
            if ours and text_of(event, "sender") != self._own:
                own, event_id = PersonId(self._own), EventId(text_of(event, "event_id"))
                return [PersonLeft(name, event_id, own)]
        return []

    def _take_joined(self, name: RoomId, part: object, since: str | None) -> list[Incoming]:
        self._invites.done(name)
        known = self._rooms.get(name)
        if (
            "\0" in name
            or name in self._forgotten
            or (known is not None and known.told in HOPELESS)
        ):
            return []
        room = known or self._rooms.new(name)
        before = asdict(room)
        timeline = _events(part, "timeline")
        found = self._fold_state(room, _events(part, "state"))
        moves = {id(event): room.fold(event) for event in timeline if "state_key" in event}
        room.fold_summary(object_of(part, "summary"), self._own)
        found += self._judge(room, timeline)
        if known is None:
            timeline = self._after_our_invitation(timeline)
        if since is not None and not room.told:
            self._queue(room, part, timeline, moves, since if known else "")
        if asdict(room) != before or known is None:
            self._rooms.save(room)
        return found

    def _after_our_invitation(self, timeline: list[Json]) -> list[Json]:
        """What was said in a room before we were invited was not said to us."""
        for place in range(len(timeline) - 1, -1, -1):
            if self.invites_us(timeline[place]):
                return timeline[place:]
        return timeline

    def invites_us(self, event: object) -> bool:
        return (
            text_of(event, "type") == "m.room.member"
            and text_of(event, "state_key") == self._own
            and text_of(event, "content", "membership") == "invite"
        )

    def _fold_state(self, room: Room, events: list[Json]) -> list[Incoming]:
        """State from before the timeline; who came or went in it cannot be placed any better."""
        found: list[Incoming] = []
        # The creation first: it says whether the room is ours.
        for event in sorted(events, key=lambda event: text_of(event, "type") != "m.room.create"):
            moved = self._movement(room, event, room.fold(event))
            if moved is not None:
                found.append(moved)
        return found

    def _movement(
        self, room: Room, event: Json, move: str | None
    ) -> PersonJoined | PersonLeft | None:
        person, event_id = (
            PersonId(text_of(event, "state_key")),
            EventId(text_of(event, "event_id")),
        )
        if move is None or person == self._own:
            return None
        if move == "leave":
            return PersonLeft(room.id, event_id, person)
        return PersonJoined(room.id, event_id, person) if room.creator == self._own else None

    def _judge(self, room: Room, timeline: list[Json]) -> list[Incoming]:
        """Say once that a room is no place to talk; nothing of it is read from then on."""
        if self._account is not Account.FRONT:
            return []
        reason = room.unfit()
        if reason is None:
            # Some clients switch encryption on in a second step; the others never get better.
            room.told = "" if room.told == "unencrypted" else room.told
            return []
        if room.told == reason.value:
            return []
        room.told = reason.value
        self._order.forget(room.id)
        last = text_of(timeline[-1], "event_id") if timeline else ""
        return [RoomUnfit(room.id, EventId(last or f"unfit:{room.id}:{reason.value}"), reason)]

    def _queue(
        self, room: Room, part: object, timeline: list[Json], moves: dict[int, str | None], to: str
    ) -> None:
        start, missed = text_of(part, "timeline", "prev_batch"), object_of(part, "timeline")
        cut = any(self.invites_us(event) for event in timeline)
        if missed.get("limited") is True and start and not (cut and not to):
            self._order.add(room.id, {"gap": [start, to]})
        for event in timeline:
            moved = self._movement(room, event, moves.get(id(event)))
            if moved is not None:
                self._order.add(room.id, {moved.kind: [moved.event, moved.person]})
            elif "state_key" not in event:
                self.enqueue(room.id, event)

    def enqueue(self, room: RoomId, event: Json) -> None:
        item = self.item(event)
        if item is not None:
            self._order.add(room, item)

    def item(self, event: Json) -> Json | None:
        """A queue item for a message of somebody else; None for everything we ignore."""
        named = text_of(event, "event_id") and text_of(event, "sender")
        if not named or event["sender"] == self._own or text_of(event, "type") not in MESSAGES:
            return None
        return {"event": stripped(event)}


def stripped(event: Json) -> Json:
    """What judging an event takes; it may wait on our disk, so a clear text is left out."""
    content = object_of(event, "content")
    kept = {name: text_of(content, name) for name in KEPT}
    relation = object_of(content, "m.relates_to")
    return {
        **{name: text_of(event, name) for name in ("event_id", "sender", "type")},
        "redacts": text_of(content, "redacts") or text_of(event, "redacts"),
        "content": kept if content else {},
        "relation": {
            **{name: text_of(relation, name) for name in ("rel_type", "event_id")},
            **({"m.in_reply_to": {}} if "m.in_reply_to" in relation else {}),
        },
    }


def _events(part: object, name: str) -> list[Json]:
    return list(_dicts(list_of(part, name, "events")))


def _dicts(things: Iterable[object]) -> list[Json]:
    return [thing for thing in things if isinstance(thing, dict)]
