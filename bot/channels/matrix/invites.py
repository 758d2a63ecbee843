"""Invitations to the front: everyone is let in, and nobody keeps another one out."""

import asyncio
import heapq
import random
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import partial

from bot.channels.base import JournalKey
from bot.channels.journal import StateJournal
from bot.channels.matrix.crowd import Crowd
from bot.channels.matrix.http import Http, list_of, path, text_of
from bot.channels.matrix.shares import Shares, server_of
from bot.errors import ChannelError, LoggedOut, Refused, TryLater
from bot.security.buckets import Buckets, Rate
from bot.security.devices import PersonId, RoomId
from dialogs.hushed import Hushed

AT_ONCE = 24
RETRIES_AT_ONCE = 4
"""Fewer, so that servers which never answer cannot keep those waiting who come first. Of both a
homeserver gets a share only; see `Shares`."""
FIRST_JOIN_WITHIN_S = 15.0
MOST_TRIES = 12
LONGEST_PAUSE_S = 600.0
JOIN_WITHIN_S = 60.0
WELCOME_WITHIN_S = 4.0
WELCOME_ANSWER_MS = 2_000
"""How long a homeserver may look for the inviter's devices elsewhere."""
ROOMS_OF_ONE = Rate(burst=6, every_s=600.0)
"""More chats than anybody needs; whoever asks for more of them gets them one by one."""
MOST_OF_ONE = 20
"""So many invitations of one person may wait; their oldest makes room for a newer one."""
MOST = 20_000
"""Of everybody together."""
MOST_EXPECTED = 1_000
UNSEEN = 4
"""So many rooms may be new in an answer to a sync: each costs the homeserver far more there than a
message does, and while it works on them nobody's message arrives."""
SEEN_WITHIN_S = 30.0
"""Who has not been seen by then holds up nobody."""
Greet = Callable[[PersonId, int], Awaitable[object]]


class Invites(Hushed):
    """Open invitations, in the journal until we are in or gave up."""

    def __init__(
        self,
        http: Http,
        journal: StateJournal,
        own: PersonId,
        greet: Greet,
        clock: Callable[[], float],
    ) -> None:
        self._http, self._journal, self._own = http, journal, own
        self._greet, self._clock = greet, clock
        self._open: dict[RoomId, PersonId] = {}
        self._of: dict[PersonId, dict[RoomId, None]] = {}
        self._expected: dict[RoomId, tuple[PersonId, float]] = {}
        """Joined, since when, and not yet seen in a sync: till then nothing else knows the inviter,
        whose keys would be taken for a stranger's."""
        self._crowd, self._again = Crowd(), Crowd()
        """Those who come first, and those for whom it is time to try again."""
        self._places, self._retries = Shares(AT_ONCE), Shares(RETRIES_AT_ONCE)
        self._rooms_of_one = Buckets(ROOMS_OF_ONE, clock)
        self._later: list[tuple[float, RoomId]] = []
        """A heap: when to try again."""
        self._tries: dict[RoomId, int] = {}
        """How often that was done; none for a chat that came when its inviter had had enough."""
        self._tasks: dict[RoomId, asyncio.Task[None]] = {}
        self._alarm: asyncio.TimerHandle | None = None

    def load(self, rows: Mapping[JournalKey, bytes]) -> None:
        for (kind, key), value in rows.items():
            if kind == "invite":
                self._note(RoomId(key), PersonId(value.decode()))

    @property
    def rooms(self) -> set[RoomId]:
        return set(self._open)

    @property
    def inviters(self) -> set[PersonId]:
        return {*self._of, *(inviter for inviter, _ in self._expected.values())}

    def add(self, invited: Mapping[str, object]) -> None:
        """Note invitations; `start` acts on them after the commit."""
        for name, part in invited.items():
            room, inviter = RoomId(name), self._inviter(part)
            if room in self._open:
                continue
            self._journal.put("invite", name, inviter.encode("utf-8", "replace"))
            self._note(room, inviter)

    def _note(self, room: RoomId, inviter: PersonId) -> None:
        self._open[room] = inviter
        theirs = self._of.setdefault(inviter, {})
        theirs[room] = None
        self._crowd.add(room, inviter)
        if len(theirs) > MOST_OF_ONE:
            self.done(next(iter(theirs)))
        if len(self._open) > MOST:
            self.done(next(iter(self._open)))

    def _inviter(self, part: object) -> PersonId:
        """Who invited us; our homeserver puts that last, after what the other one says."""
        for event in reversed(list_of(part, "invite_state", "events")):
            ours = text_of(event, "state_key") == self._own
            if ours and text_of(event, "type") == "m.room.member":
                return PersonId(text_of(event, "sender"))
        return PersonId("")

    def done(self, room: RoomId) -> None:
        """We are in, or the invitation was taken back."""
        self._expected.pop(room, None)
        inviter = self._open.pop(room, None)
        if inviter is None:
            return
        self._journal.delete("invite", room)
        self._crowd.drop(room)
        self._again.drop(room)
        self._tries.pop(room, None)
        del self._of[inviter][room]
        if not self._of[inviter]:
            del self._of[inviter]

    def start(self) -> None:
        """Set off as many as may be under way."""
        while self._seen_enough() and (found := self._crowd.next(self._places.may_take)):
            if self._rooms_of_one.take(found[1]):
                self._run(*found, self._places)
            else:
                self._put_off(found[0], 0, LONGEST_PAUSE_S)
        while self._later and self._later[0][0] <= self._clock():
            _, room = heapq.heappop(self._later)
            if room in self._open and room not in self._tasks:
                self._again.add(room, self._open[room])
        while found := self._again.next(self._retries.may_take):
            room, inviter = found
            if room in self._tasks or room not in self._tries:
                continue  # it was taken back, and came again
            if self._tries[room] == 0 and not self._rooms_of_one.take(inviter):
                self._put_off(room, 0, LONGEST_PAUSE_S)
            else:
                self._run(room, inviter, self._retries)
        self._set_alarm()

    def _seen_enough(self) -> bool:
        since = self._clock() - SEEN_WITHIN_S
        return sum(when >= since for _, when in self._expected.values()) < UNSEEN

    def _put_off(self, room: RoomId, tries: int, pause_s: float) -> None:
        self._tries[room] = tries
        heapq.heappush(self._later, (self._clock() + pause_s, room))

    def _set_alarm(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        if self._later:
            due = max(0.0, self._later[0][0] - self._clock())
            self._alarm = asyncio.get_running_loop().call_later(due, self.start)

    def _run(self, room: RoomId, inviter: PersonId, places: Shares) -> None:
        server = server_of(inviter)
        places.take(server)
        task = asyncio.create_task(self._accept(room, self._tries.get(room, 0)))
        self._tasks[room] = task
        task.add_done_callback(partial(self._ended, room, server, places))

    def _ended(self, room: RoomId, server: str, places: Shares, task: asyncio.Task[None]) -> None:
        self._tasks.pop(room, None)
        places.give_back(server)
        if not task.cancelled():
            self.start()

    async def _accept(self, room: RoomId, tries: int) -> None:
        try:
            await self._join(room, first=tries == 0)
            self._let_in(room)
            return
        except LoggedOut:
            return
        except Refused:
            pass
        except TryLater as later:
            if tries + 1 < MOST_TRIES:
                if room in self._open:
                    after = later.after or pause(tries, LONGEST_PAUSE_S)
                    self._put_off(room, tries + 1, after)
                return
            await self._decline(room)
        self.done(room)

    def _let_in(self, room: RoomId) -> None:
        inviter = self._open.get(room)
        self.done(room)
        if inviter is not None:
            self._expected[room] = (inviter, self._clock())
            if len(self._expected) > MOST_EXPECTED:
                del self._expected[next(iter(self._expected))]

    async def _join(self, room: RoomId, *, first: bool) -> None:
        if first:
            await self._welcome(self._open.get(room))
        within = FIRST_JOIN_WITHIN_S if first else JOIN_WITHIN_S
        await self._http.request("POST", path("join", room), {}, timeout=within)

    async def _welcome(self, inviter: PersonId | None) -> None:
        """Before we join: many clients write only once they see us, and then can be read.

        Whoever cannot be reached in this time is joined all the same.
        """
        if inviter:
            with suppress(ChannelError, TimeoutError):
                async with asyncio.timeout(WELCOME_WITHIN_S):
                    await self._greet(inviter, WELCOME_ANSWER_MS)

    async def _decline(self, room: RoomId) -> None:
        try:
            await self._http.request("POST", path("rooms", room, "leave"), {})
        except ChannelError:
            return

    async def stop(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def pause(attempt: int, longest: float) -> float:
    """Twice as long each time, with jitter so that many do not return at once."""
    # Chance, not secrecy, is what is wanted.
    return float(min(longest, 2.0**attempt) * random.uniform(0.5, 1.0))  # noqa: S311
