"""The same attack on two bots: ours, and one that uses matrix-nio's client as its manual says."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import aiohttp
from nio import (
    AsyncClient,
    AsyncClientConfig,
    InviteMemberEvent,
    LoginResponse,
    MatrixRoom,
    RoomMessageText,
)

from bot.channels.base import Batch, TextCame
from bot.demo.person import Person
from tests.homeserver.matrix_line import Line, chat

BARE_WAIT_S = 5.0


class _PowerCut(Exception):
    """Nothing that comes after it is done."""


class Bot(Protocol):
    """What an attack needs to know of its victim."""

    @property
    def id(self) -> str: ...
    @property
    def device(self) -> str: ...
    async def start(self) -> None: ...
    async def stop(self) -> None: ...
    async def restart(self) -> None: ...
    async def hears(self, text: str) -> None:
        """Returns when the text was read; else raises."""

    async def says(self, room: str, text: str) -> None: ...
    def texts(self) -> list[str]: ...
    def die_at_next_text(self) -> None:
        """As a power cut would, when a text has come and before anything was done with it."""

    @property
    def dead(self) -> bool: ...


class OurBot:
    """The line, seen as a victim."""

    def __init__(self, line: Line) -> None:
        self.line = line

    @property
    def id(self) -> str:
        return self.line.id

    @property
    def device(self) -> str:
        return self.line.settings.session.device

    async def start(self) -> None:
        await self.line.start()

    async def stop(self) -> None:
        await self.line.stop()

    async def restart(self) -> None:
        await self.line.restart()

    async def hears(self, text: str) -> None:
        await self.line.reads(text)

    async def says(self, room: str, text: str) -> None:
        await self.line.say(room, text)

    def texts(self) -> list[str]:
        return self.line.texts()

    def die_at_next_text(self) -> None:
        commit = self.line._commit

        async def cut(batch: Batch) -> None:
            if any(isinstance(event, TextCame) for event in batch.incoming):
                self.line._commit = commit  # type: ignore[method-assign]
                raise _PowerCut
            await commit(batch)

        self.line._commit = cut  # type: ignore[method-assign]

    @property
    def dead(self) -> bool:
        return self.line._pump is None or self.line._pump.done()


class BareBot:
    """matrix-nio's own client in its recommended pattern: `sync_forever` and callbacks."""

    def __init__(self, url: str, user: str, folder: Path) -> None:
        self._url, self._user, self._folder = url, user, folder
        self._heard: list[str] = []
        self._dies = False
        self._task: asyncio.Task[None] | None = None
        self._session: tuple[str, str, str] | None = None
        self.client = self._client()

    def _client(self) -> AsyncClient:
        config = AsyncClientConfig(store_sync_tokens=True, encryption_enabled=True)
        client = AsyncClient(self._url, self._user, store_path=str(self._folder), config=config)
        client.add_event_callback(self._on_invite, InviteMemberEvent)  # type: ignore[arg-type]
        client.add_event_callback(self._on_text, RoomMessageText)
        return client

    async def _on_invite(self, room: MatrixRoom, event: Any) -> None:
        if event.state_key == self.client.user_id and event.membership == "invite":
            await self.client.join(room.room_id)

    def die_at_next_text(self) -> None:
        self._dies = True

    @property
    def dead(self) -> bool:
        return self._task is None or self._task.done()

    async def _on_text(self, room: MatrixRoom, event: Any) -> None:
        if self._dies and event.sender != self.client.user_id:
            self._dies = False
            raise _PowerCut
        if event.sender != self.client.user_id:
            self._heard.append(event.body)

    @property
    def id(self) -> str:
        return str(self.client.user_id)

    @property
    def device(self) -> str:
        return str(self.client.device_id)

    async def start(self) -> None:
        if self._session is None:
            answer = await self.client.login("a password")
            assert isinstance(answer, LoginResponse)
            self._session = (answer.user_id, answer.device_id, answer.access_token)
        else:
            self.client = self._client()
            self.client.restore_login(*self._session)
        self._task = asyncio.create_task(self.client.sync_forever(timeout=2000, full_state=True))

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self.client.close()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def hears(self, text: str) -> None:
        async with asyncio.timeout(BARE_WAIT_S):
            while text not in self._heard:
                assert self._task
                if self._task.done():
                    self._task.result()
                    raise AssertionError("the bare bot stopped")
                await asyncio.sleep(0.05)

    async def says(self, room: str, text: str) -> None:
        content = {"msgtype": "m.text", "body": text}
        async with asyncio.timeout(BARE_WAIT_S):
            answer = await self.client.room_send(
                room, "m.room.message", content, ignore_unverified_devices=True
            )
        assert hasattr(answer, "event_id"), "the bare bot could not send"

    def texts(self) -> list[str]:
        return self._heard


async def chat_with(person: Person, bot: Bot) -> str:
    """A direct chat, once the bot is in."""
    if isinstance(bot, OurBot):
        return str(await chat(person, bot.line))
    room = await person.open_chat_with(bot.id)

    def joined() -> bool:
        member = person.client.rooms[room].users.get(bot.id)
        return member is not None and not member.invited

    await person.until(joined)
    return room


async def raw(person: Person, method: str, path: str, body: object = None) -> dict[str, Any]:
    """A request in this person's name that no client would make."""
    headers = {"Authorization": f"Bearer {person.client.access_token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.request(method, person.client.homeserver + path, json=body) as response,
    ):
        answer: dict[str, Any] = await response.json()
        return answer


async def until(test: Callable[[], bool], timeout: float = 10.0) -> None:
    """Wait for a condition that nothing announces."""
    async with asyncio.timeout(timeout):
        while not test():
            await asyncio.sleep(0.02)
