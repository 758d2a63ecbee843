"""The yardstick: matrix-nio's own client in its recommended pattern, which says what it hears.

Run as `python -m tests.bench.echo_bot URL USER PASSWORD FOLDER`; prints one line when it listens.
"""

import asyncio
import sys
from typing import Any

from nio import AsyncClient, AsyncClientConfig, InviteMemberEvent, MatrixRoom, RoomMessageText


class EchoBot:
    """Durable in nothing but nio's own store; the least a bot in encrypted rooms can do."""

    def __init__(self, url: str, user: str, folder: str) -> None:
        config = AsyncClientConfig(store_sync_tokens=True, encryption_enabled=True)
        self.client = AsyncClient(url, user, store_path=folder, config=config)
        self.client.add_event_callback(self._on_invite, InviteMemberEvent)  # type: ignore[arg-type]
        self.client.add_event_callback(self._on_text, RoomMessageText)

    async def run(self, password: str) -> None:
        await self.client.login(password)
        await self.client.sync(full_state=True)
        print("listening", flush=True)
        await self.client.sync_forever(timeout=30_000)

    async def _on_invite(self, room: MatrixRoom, event: Any) -> None:
        if event.state_key == self.client.user_id and event.membership == "invite":
            await self.client.join(room.room_id)

    async def _on_text(self, room: MatrixRoom, event: Any) -> None:
        if event.sender != self.client.user_id:
            content = {"msgtype": "m.text", "body": event.body}
            await self.client.room_send(
                room.room_id, "m.room.message", content, ignore_unverified_devices=True
            )


if __name__ == "__main__":
    url, user, password, folder = sys.argv[1:]
    asyncio.run(EchoBot(url, user, folder).run(password))
