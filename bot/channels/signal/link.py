"""The way to the daemon: kept open, subscribed, and looked after."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.channels.signal.rpc import Connection, Json
from bot.channels.signal.tidying import is_wanted
from bot.errors import ChannelError, TryLater
from bot.security.logging import Happened, note
from dialogs.hushed import Hushed

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
LOOK_EVERY_S, ANSWERS_WITHIN_S = 60.0, 20.0
TIDY_AFTER_S, TIDIED_WITHIN_S = 600.0, 30


@dataclass(frozen=True, repr=False)
class Pace(Hushed):
    """How often the connection is looked at, and how often the daemon may be tidied up after."""

    look_every_s: float = LOOK_EVERY_S
    tidy_after_s: float = TIDY_AFTER_S


STEADY = Pace()


class Link(Hushed):
    """One connection at a time; when it ends another one is opened."""

    def __init__(self, socket: Path, subscribed: Callable[[], Awaitable[None]], pace: Pace) -> None:
        self._socket, self._subscribed, self._pace = socket, subscribed, pace
        self._tidied_at = time.monotonic()
        self.told: asyncio.Queue[Json] = asyncio.Queue()
        """What came, in order. It is read away from the daemon whatever we are doing."""
        self._connection: Connection | None = None
        self._subscription: object = None
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Subscribe, now that whatever comes can be kept: the daemon gives each thing once."""
        if self._running is None:
            self._running = asyncio.create_task(self._stay())

    async def stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
            self._running = None

    async def rest(self) -> None:
        """Receive no more: what the daemon had told before its answer has been read with it."""
        if self._connection is not None:
            await self._unsubscribe(self._connection)
        await self.stop()

    async def ask(self, method: str, params: Json) -> Any:
        """Raises `DaemonError`, or `TryLater` when the daemon is away."""
        if self._connection is None:
            raise TryLater("signal-cli is away")
        return await self._connection.ask(method, params)

    async def _stay(self) -> None:
        pause = FIRST_PAUSE_S
        while True:
            try:
                connection = await Connection.open(self._socket, self.told)
            except TryLater:
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_S)
                continue
            try:
                self._subscription = await connection.ask("subscribeReceive", {})
                self._connection, pause = connection, FIRST_PAUSE_S
                await self._subscribed()
                await self._watch(connection)
            except Exception as fault:  # noqa: BLE001 - whatever it was, people go on writing
                if not isinstance(fault, ChannelError):
                    note(Happened.SET_ASIDE, fault=fault)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_S)
            finally:
                self._connection = None
                await connection.close()

    async def _watch(self, connection: Connection) -> None:
        """Until it ends, or no longer answers: a connection can hang half open for ever."""
        ended = asyncio.create_task(connection.ended())
        try:
            while not ended.done():
                await asyncio.wait([ended], timeout=self._pace.look_every_s)
                if ended.done():
                    return
                if self._is_to_be_tidied():
                    await self._let_go(connection)
                    return
                await connection.ask("version", {}, ANSWERS_WITHIN_S)
        finally:
            ended.cancel()

    def _is_to_be_tidied(self) -> bool:
        return is_wanted(self._socket) and (
            time.monotonic() - self._tidied_at >= self._pace.tidy_after_s
        )

    async def _let_go(self, connection: Connection) -> None:
        """The keeper ends the daemon once nobody is connected: so nothing is on its way to us."""
        self._tidied_at, self._connection = time.monotonic(), None
        await self._unsubscribe(connection)
        await connection.close()
        for _ in range(TIDIED_WITHIN_S * 10):
            if not is_wanted(self._socket):
                return
            await asyncio.sleep(0.1)

    async def _unsubscribe(self, connection: Connection) -> None:
        """What the daemon told before it answers has been read by then."""
        with suppress(ChannelError):
            wanted = {"subscription": self._subscription}
            await connection.ask("unsubscribeReceive", wanted, ANSWERS_WITHIN_S)
