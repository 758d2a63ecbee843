"""A channel on Signal with the double of signal-cli behind it, kept running as the line does."""

import asyncio
import stat
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.channels.base import (
    Account,
    Incoming,
    Journal,
    JournalKey,
    Outgoing,
    TransactionId,
)
from bot.channels.signal.channel import SignalChannel, SignalRoute
from bot.channels.signal.keeping import DaemonSettings, Keeper
from bot.channels.signal.link import Pace
from bot.errors import TryLater
from bot.security.devices import Pins, RoomId
from tests.signal.service import NUMBER, SignalService

ROOT = Path(__file__).resolve().parents[2]
TIMER_S = 7 * 86_400


class Rows:
    """A journal keeper in memory; it stays when a channel goes."""

    def __init__(self) -> None:
        self.kept: dict[JournalKey, bytes] = {}

    async def load(self, account: Account) -> dict[JournalKey, bytes]:
        return dict(self.kept)

    async def save(self, account: Account, changes: Journal) -> None:
        self.commit(changes)

    def commit(self, changes: Mapping[JournalKey, bytes | None]) -> None:
        for key, value in changes.items():
            if value is None:
                self.kept.pop(key, None)
            else:
                self.kept[key] = value


def program(folder: Path, service: SignalService) -> str:
    """The double as an executable called signal-cli."""
    file = folder / "signal-cli"
    words = (
        "#!/bin/sh\n"
        f"cd {ROOT}\n"
        f"SIGNAL_DOUBLE_SERVICE={service.socket} exec {sys.executable} -m tests.signal.daemon"
        ' "$@"\n'
    )
    file.write_text(words)
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


def settings(folder: Path, service: SignalService) -> DaemonSettings:
    data, socket = folder / "data", folder / "run" / "socket"
    return DaemonSettings(program(folder, service), data, socket, NUMBER)


@dataclass
class Receiving:
    """What a channel brought, committed as the line commits it."""

    channel: SignalChannel
    rows: Rows
    came: list[Incoming] = field(default_factory=list)
    slow_s: float = 0.0
    """How long each commit takes."""
    _task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        await self.channel.open()
        self._task = asyncio.create_task(self._receive())

    async def stop(self) -> None:
        """As the line ends."""
        await self.channel.rest()
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        await self.channel.close()

    async def _receive(self) -> None:
        async for batch in self.channel.batches():
            await asyncio.sleep(self.slow_s)
            self.rows.commit(batch.journal)
            self.came += batch.incoming


@dataclass
class World:
    folder: Path
    service: SignalService
    settings: DaemonSettings
    keeper: Keeper
    rows: Rows
    pins: Pins
    receiving: Receiving

    @property
    def channel(self) -> SignalChannel:
        return self.receiving.channel

    @property
    def came(self) -> list[Incoming]:
        return self.receiving.came

    async def gets(self, number: int) -> list[Incoming]:
        """So many things came, all told."""
        await self.service.until(lambda: len(self.came) >= number)
        return self.came

    async def sends(self, room: RoomId, message: Outgoing) -> None:
        """As the outbox does: again, while the daemon is being renewed."""
        async with asyncio.timeout(20):
            while True:
                with suppress(TryLater):
                    await self.channel.send(room, message, TransactionId("sent until it goes"))
                    return
                await asyncio.sleep(0.1)

    async def restart(self) -> None:
        """The line ends and begins anew; the daemon goes on."""
        await self.receiving.stop()
        self.receiving = Receiving(make(self.settings, self.pins, self.rows), self.rows, self.came)
        await self.receiving.start()


def make(settings: DaemonSettings, pins: Pins, rows: Rows, **more: Any) -> SignalChannel:
    route = SignalRoute(settings.socket, settings.number, TIMER_S)
    return SignalChannel(route, pins, rows, look_every_s=0.1, leaves_after_s=0.1, **more)


@asynccontextmanager
async def signal_world(folder: Path, tidy_after_s: float = 0.2) -> AsyncIterator[World]:
    async with SignalService(folder) as service:
        wanted, rows, pins = settings(folder, service), Rows(), Pins()
        keeper = Keeper(wanted, look_every_s=0.1, deaf_after_s=3.0)
        keeping = asyncio.create_task(keeper.keep())
        pace = Pace(look_every_s=0.1, tidy_after_s=tidy_after_s)
        receiving = Receiving(make(wanted, pins, rows, pace=pace), rows)
        world = World(folder, service, wanted, keeper, rows, pins, receiving)
        await receiving.start()
        await service.until(lambda: receiving.channel._link._connection is not None)
        try:
            yield world
        finally:
            await world.receiving.stop()
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
