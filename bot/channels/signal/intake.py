"""From what the daemon tells to what the line decides about."""

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.channels.base import (
    EventId,
    FileCame,
    Incoming,
    NotRead,
    PersonLeft,
    Redacted,
    TextCame,
    Unreadable,
)
from bot.channels.signal.envelope import Parcel, Trouble
from bot.channels.signal.names import Aci, ours, person_id, theirs
from bot.channels.signal.people import People, Person
from bot.security.logging import Happened, note
from dialogs.hushed import Hushed

SENT_AGAIN_WITHIN_S = 600
"""So long a sender's app has for sending anew what could not be opened."""
MOST_UNREAD = 20
REMEMBERED = 2_000
"""Messages whose content is compared with another one under the same name."""
AN_HOUR_S = 3600


@dataclass(frozen=True, repr=False)
class Trust(Hushed):
    """Tell the daemon that we know of the new key: then it gives what it holds back."""

    person: Aci


@dataclass(frozen=True, repr=False)
class LeaveGroup(Hushed):
    """We are in no groups; staying would tell its members that we read along."""

    group: str


Errand = Trust | LeaveGroup
"""What is to be asked of the daemon once the batch is committed."""


class Intake(Hushed):
    """One notification at a time; changes people and asks for errands, and does nothing itself."""

    def __init__(
        self, people: People, timer_s: int, clock: Callable[[], float] = time.time
    ) -> None:
        self._people, self._timer_s, self._clock = people, timer_s, clock
        self._contents: OrderedDict[EventId, bytes] = OrderedDict()
        self._left: OrderedDict[str, None] = OrderedDict()

    def take(self, parcel: Parcel) -> tuple[list[Incoming], list[Errand]]:
        if parcel.by_us:
            note(Happened.SIGNAL_OTHER_DEVICE)
        if parcel.group is not None:
            return self._in_group(parcel)
        if parcel.sender is None:
            if parcel.trouble is Trouble.UNREADABLE:
                note(Happened.SIGNAL_UNREADABLE)
            return [], []
        if parcel.trouble is not None:
            return self._trouble(parcel, parcel.sender)
        if not (parcel.text or parcel.thing or parcel.withdraws or parcel.call):
            self._timer_changed(parcel)
            return [], []
        person = self._people.heard(parcel.sender, int(self._clock()) // AN_HOUR_S)
        # What can be read proves that the present key is trusted: the next change is another.
        unread = {at: since for at, since in person.unread.items() if at != str(parcel.timestamp)}
        person = self._people.put(replace(person, unread=unread, trusting=False))
        if parcel.timer_s and parcel.timer_s != self._timer_s:
            person = self._people.put(replace(person, timer_is_theirs=True))
        return self._said(parcel, person), []

    def late(self) -> list[Incoming]:
        """Whose message did not come a second time: they are asked to write it again."""
        found: list[Incoming] = []
        for person in self._people:
            due = int(self._clock()) - SENT_AGAIN_WITHIN_S
            waiting = {at: since for at, since in person.unread.items() if since > due}
            if len(waiting) < len(person.unread):
                event = EventId(f"{due}:{person.aci}")
                found.append(_not_read(person, event, Unreadable.NO_KEY))
                self._people.put(replace(person, unread=waiting))
        return found

    def untrusted(self) -> list[Errand]:
        """What a crash may have kept from being done."""
        return [Trust(person.aci) for person in self._people if person.trusting]

    def _said(self, parcel: Parcel, person: Person) -> list[Incoming]:
        room, device = person.chat.room, person.chat.device
        event = self._event(parcel, person.aci)
        if parcel.call:
            return [_not_read(person, event, Unreadable.CALL)]
        if parcel.withdraws is not None:
            first = self._people.first_of(person.aci, parcel.withdraws)
            target = theirs(person.aci, first)
            return [Redacted(room, event, device.person, target)]
        found: list[Incoming] = []
        if parcel.text:
            replaces = self._revised(parcel, person.aci)
            answers = self._quoted(parcel, person.aci)
            found.append(TextCame(room, event, device, parcel.text, replaces, answers=answers))
        if parcel.thing:
            found.append(FileCame(room, EventId(f"{event}:file"), device))
        return found

    def _event(self, parcel: Parcel, sender: Aci) -> EventId:
        """Its name; two messages that a forger gave one name are two all the same."""
        event = theirs(sender, parcel.timestamp)
        content = repr((parcel.text, parcel.edits, parcel.withdraws, parcel.thing, parcel.call))
        digest = hashlib.sha256(content.encode("utf-8", "replace")).digest()
        if self._contents.setdefault(event, digest) != digest:
            return EventId(f"{event}:{digest[:6].hex()}")
        while len(self._contents) > REMEMBERED:
            self._contents.popitem(last=False)
        return event

    def _revised(self, parcel: Parcel, sender: Aci) -> EventId | None:
        if parcel.edits is None:
            return None
        first = self._people.first_of(sender, parcel.edits)
        self._people.revises(sender, parcel.timestamp, first)
        return theirs(sender, first)

    def _quoted(self, parcel: Parcel, sender: Aci) -> EventId | None:
        if parcel.quoted is None:
            return None
        quoted = parcel.quoted
        if quoted.by_sender:
            return theirs(sender, self._people.first_of(sender, quoted.timestamp))
        return ours(quoted.timestamp)

    # ---- keys, groups and timers ------------------------------------------------------------

    def _trouble(self, parcel: Parcel, sender: Aci) -> tuple[list[Incoming], list[Errand]]:
        if parcel.trouble is Trouble.TWICE:
            return [], []
        person = self._people.heard(sender, int(self._clock()) // AN_HOUR_S)
        if parcel.trouble is Trouble.UNREADABLE:
            earlier = dict(list(person.unread.items())[-MOST_UNREAD:])
            unread = {**earlier, str(parcel.timestamp): int(self._clock())}
            self._people.put(replace(person, unread=unread))
            return [], []
        if person.trusting:
            return [], [Trust(sender)]
        left = PersonLeft(
            person.chat.room,
            EventId(f"{int(self._clock() * 1000)}:{sender}:key"),
            person_id(sender),
        )
        new = replace(
            person,
            installation=person.installation + 1,
            trusting=True,
            timer_is_theirs=False,
            timer_is_set=False,
        )
        self._people.put(new)
        return [left], [Trust(sender)]

    def _in_group(self, parcel: Parcel) -> tuple[list[Incoming], list[Errand]]:
        """Whoever already talks with us is told why; others may not even know that they wrote."""
        errands: list[Errand] = []
        if parcel.group and parcel.group not in self._left:
            errands.append(LeaveGroup(parcel.group))
            self._left[parcel.group] = None
            while len(self._left) > REMEMBERED:
                self._left.popitem(last=False)
        known = self._people.get(parcel.sender) if parcel.sender else None
        if known is None:
            return [], errands
        event = theirs(known.aci, parcel.timestamp)
        return [_not_read(known, event, Unreadable.ELSEWHERE)], errands

    def _timer_changed(self, parcel: Parcel) -> None:
        person = self._people.get(parcel.sender) if parcel.sender else None
        if person and parcel.changes_timer:
            self._people.put(replace(person, timer_is_theirs=True))


def _not_read(person: Person, event: EventId, reason: Unreadable) -> NotRead:
    return NotRead(person.chat.room, event, person_id(person.aci), reason)
