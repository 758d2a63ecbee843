"""Invitations to the front: every one is accepted, none may block another."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import partial

from bot.channels.base import JournalKey
from bot.channels.matrix.http import Http, list_of, path, text_of
from bot.channels.matrix.journal import StateJournal
from bot.errors import ChannelError, LoggedOut, Refused, TryLater
from bot.security.devices import PersonId, RoomId
from dialogs.hushed import Hushed

AT_ONCE = 24
RETRIES_AT_ONCE = 4
"""Fewer, so that servers which never answer cannot keep those waiting who come first."""
FIRST_JOIN_WITHIN_S = 15.0
MOST_TRIES = 12
LONGEST_PAUSE_S = 600.0
JOIN_WITHIN_S = 60.0
WELCOME_WITHIN_S = 4.0
WELCOME_ANSWER_MS = 2_000
"""How long a homeserver may look for the inviter's devices elsewhere."""
Greet = Callable[[PersonId, int], Awaitable[object]]


class Invites(Hushed):
    """Open invitations, in the journal until we are in or gave up."""

    def __init__(self, http: Http, journal: StateJournal, own: PersonId, greet: Greet) -> None:
        self._http, self._journal, self._own, self._greet = http, journal, own, greet
        self._open: dict[RoomId, PersonId] = {}
        self._tasks: dict[RoomId, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(AT_ONCE)
        self._retries = asyncio.Semaphore(RETRIES_AT_ONCE)

    def load(self, rows: Mapping[JournalKey, bytes]) -> None:
        self._open = {
            RoomId(key): PersonId(value.decode())
            for (kind, key), value in rows.items()
            if kind == "invite"
        }

    @property
    def rooms(self) -> set[RoomId]:
        return set(self._open)

    @property
    def inviters(self) -> set[PersonId]:
        return set(self._open.values())

    def add(self, invited: Mapping[str, object]) -> None:
        """Note invitations; `start` acts on them after the commit."""
        for name, part in invited.items():
            inviter = self._inviter(part)
            self._open[RoomId(name)] = inviter
            self._journal.put("invite", name, inviter.encode())

    def _inviter(self, part: object) -> PersonId:
        """Who the homeserver says invited us; empty when it does not say."""
        for event in list_of(part, "invite_state", "events"):
            if (
                text_of(event, "type") == "m.room.member"
                and text_of(event, "state_key") == self._own
            ):
                return PersonId(text_of(event, "sender"))
        return PersonId("")

    def done(self, room: RoomId) -> None:
        """We are in, or the invitation was taken back."""
        if room in self._open:
            del self._open[room]
            self._journal.delete("invite", room)

    def start(self) -> None:
        for room in self._open.keys() - self._tasks.keys():
            task = asyncio.create_task(self._accept(room))
            self._tasks[room] = task
            task.add_done_callback(partial(self._ended, room))

    def _ended(self, room: RoomId, _: asyncio.Task[None]) -> None:
        self._tasks.pop(room, None)

    async def _accept(self, room: RoomId) -> None:
        for attempt in range(MOST_TRIES):
            try:
                await self._join(room, first=attempt == 0)
                break
            except LoggedOut:
                return
            except Refused:
                break
            except TryLater as later:
                await asyncio.sleep(later.after or pause(attempt, LONGEST_PAUSE_S))
        else:
            await self._decline(room)
        # The room itself comes with the next sync; a refused one never does.
        self.done(room)

    async def _join(self, room: RoomId, *, first: bool) -> None:
        async with self._places if first else self._retries:
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
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def pause(attempt: int, longest: float) -> float:
    """Twice as long each time, with jitter so that many do not return at once."""
    # Chance, not secrecy, is what is wanted.
    return float(min(longest, 2.0**attempt) * random.uniform(0.5, 1.0))  # noqa: S311
