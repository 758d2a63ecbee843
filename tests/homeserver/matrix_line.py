"""The line's side of the Matrix tests: a channel that is pumped as the inbox will pump it."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Self, TypeVar

from bot.channels.base import (
    Account,
    Batch,
    EventId,
    Incoming,
    Journal,
    JournalKey,
    NotRead,
    Outgoing,
    TextCame,
    TransactionId,
)
from bot.channels.matrix.channel import MatrixChannel, MatrixSettings
from bot.channels.matrix.crosssigning import CrossSigningIdentity
from bot.channels.matrix.login import log_in
from bot.demo.person import Person
from bot.security.devices import Pins, RoomId

Wanted = TypeVar("Wanted")
_txns = itertools.count(1)


class Keeper:
    """A journal in memory that survives the channel, as a database would."""

    def __init__(self) -> None:
        self.rows: dict[JournalKey, bytes] = {}
        self.saves = 0

    async def load(self, account: Account) -> dict[JournalKey, bytes]:
        return dict(self.rows)

    async def save(self, account: Account, changes: Journal) -> None:
        self.saves += 1
        for key, value in changes.items():
            if value is None:
                self.rows.pop(key, None)
            else:
                self.rows[key] = value


class Line:
    """One account of the line, and everything that came in on it."""

    def __init__(
        self, settings: MatrixSettings, account: Account, identity: CrossSigningIdentity
    ) -> None:
        self.settings, self.account, self.identity = settings, account, identity
        self.keeper, self.pins = Keeper(), Pins()
        self.incoming: list[Incoming] = []
        self.clock_ahead = 0.0
        self._news = asyncio.Condition()
        self._pump: asyncio.Task[None] | None = None
        self.channel = self._build()

    @classmethod
    async def log_in(
        cls, url: str, user: str, password: str, account: Account = Account.FRONT
    ) -> Self:
        session = await log_in(url, user, password, "line")
        settings = MatrixSettings(url, session, hold_s=20.0, poll_s=5.0)
        return cls(settings, account, CrossSigningIdentity.new())

    def _build(self) -> MatrixChannel:
        return MatrixChannel(
            self.settings, self.account, self.pins, self.keeper, self.identity, self._clock
        )

    def set(self, **changes: float) -> None:
        """Other settings, before it starts."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        self.channel = self._build()

    def _clock(self) -> float:
        return asyncio.get_running_loop().time() + self.clock_ahead

    @property
    def id(self) -> str:
        return str(self.channel.own_id)

    async def start(self) -> None:
        await self.channel.open()
        self._pump = asyncio.create_task(self._run())

    async def _run(self) -> None:
        async for batch in self.channel.batches():
            await self._commit(batch)

    async def _commit(self, batch: Batch) -> None:
        await self.keeper.save(self.account, batch.journal)
        self.incoming += batch.incoming
        async with self._news:
            self._news.notify_all()

    async def stop(self) -> None:
        """As a crash: nothing is tidied up but the connections."""
        if self._pump is not None:
            self._pump.cancel()
            await asyncio.gather(self._pump, return_exceptions=True)
            self._pump = None
        await self.channel.close()

    async def restart(self, hold_s: float | None = None) -> None:
        """A new channel from what the keeper has."""
        await self.stop()
        self.set(**({} if hold_s is None else {"hold_s": hold_s}))
        await self.start()

    @property
    def alive(self) -> bool:
        return self._pump is not None and not self._pump.done()

    async def comes(self, test: Callable[[Incoming], bool], timeout: float = 15.0) -> Incoming:
        """Wait for something that fits, also when it came before."""

        def found() -> list[Incoming]:
            return [thing for thing in self.incoming if test(thing)]

        async with asyncio.timeout(timeout), self._news:
            await self._news.wait_for(found)
        return found()[0]

    async def reads(self, text: str, timeout: float = 15.0) -> TextCame:
        """Wait for this text."""
        came = await self.comes(
            lambda thing: isinstance(thing, TextCame) and thing.untrusted_text == text, timeout
        )
        assert isinstance(came, TextCame)
        return came

    async def cannot_read(self, timeout: float = 15.0) -> NotRead:
        came = await self.comes(lambda thing: isinstance(thing, NotRead), timeout)
        assert isinstance(came, NotRead)
        return came

    def texts(self) -> list[str]:
        return [thing.untrusted_text for thing in self.incoming if isinstance(thing, TextCame)]

    async def say(self, room: str, text: str, txn: str | None = None) -> EventId:
        name = txn or f"test{next(_txns)}"
        return await self.channel.send(RoomId(room), Outgoing(text), TransactionId(name))


NewLine = Callable[..., Awaitable[Line]]


async def chat(person: Person, line: Line, *, encrypted: bool = True) -> RoomId:
    """A direct chat of this person with the line, once the line is in.

    nio gives the room key only to whom it has seen in the room.
    """
    room = await person.open_chat_with(line.id, encrypted=encrypted)
    await person.until(lambda: _joined(person, room, line.id))
    return RoomId(room)


def _joined(person: Person, room: str, who: str) -> bool:
    member = person.client.rooms[room].users.get(who)
    return member is not None and not member.invited
