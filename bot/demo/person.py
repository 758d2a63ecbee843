"""A reporter or a professional at a real encrypted client of their own.

Built on bare matrix-nio, not on the line's hardened adapter: it stands for any client, so nothing
of ours may help it. Its keys live in memory and go with it.
"""

import asyncio
import json
from typing import Any, Self

import aiohttp
from nio import (
    AsyncClient,
    AsyncClientConfig,
    EnableEncryptionBuilder,
    Event,
    LoginResponse,
    MegolmEvent,
    RoomMessageText,
    SyncResponse,
)
from nio.exceptions import EncryptionError
from nio.store import SqliteMemoryStore

from bot.channels.matrix.crosssigning import CrossSigningIdentity, bootstrap
from bot.demo.hearing import Hearing, NotHeard, Seen, Wanted
from bot.errors import ChannelError
from bot.security.devices import MasterKey

_SYNC_TIMEOUT_MS = 10_000
_RETRY_AFTER_S = 0.3
_SERVER_WITHIN_S = 20.0


class _Client(AsyncClient):
    """nio's client, with every body it is sent kept."""

    kept: list[bytes]

    async def parse_body(self, transport_response: aiohttp.ClientResponse) -> dict[Any, Any]:
        self.kept.append(await transport_response.read())
        body: dict[Any, Any] = await super().parse_body(transport_response)
        return body


class Person:
    """Someone with an account and a client: `await Person.log_in(...)`, then `start`."""

    def __init__(self, client: _Client, identity: CrossSigningIdentity | None) -> None:
        self.client = client
        self.identity = identity
        self.hearing = Hearing(client.user_id)
        client.kept = self.hearing.received
        self._listening: asyncio.Task[None] | None = None
        self._late: dict[str, tuple[str, MegolmEvent]] = {}
        self._keys = asyncio.Lock()
        client.add_event_callback(self._on_event, Event)

    @classmethod
    async def log_in(
        cls,
        url: str,
        name: str,
        password: str,
        *,
        identity: CrossSigningIdentity | None = None,
        cross_signed: bool = True,
    ) -> Self:
        """A new device of the account; `name` is a local part or a whole Matrix id.

        A further device of the same person gets the `identity` of the first. With `cross_signed`
        off nobody vouches for the device, as with many older clients.
        """
        config = AsyncClientConfig(
            store=SqliteMemoryStore,
            encryption_enabled=True,
            store_sync_tokens=False,
            max_timeout_retry_wait_time=1,
        )
        client = _Client(url, name, config=config)
        client.kept = []
        answer = await client.login(password, device_name="")
        if not isinstance(answer, LoginResponse):
            await client.close()
            raise ChannelError("The homeserver refused the login of a person of the demo.")
        await client.keys_upload()
        if not cross_signed:
            return cls(client, None)
        person = cls(client, identity or CrossSigningIdentity.new())
        await person._cross_sign(password)
        return person

    @property
    def id(self) -> str:
        return str(self.client.user_id)

    @property
    def master_key(self) -> MasterKey | None:
        """What a roster pins; None when nothing signed this device."""
        return self.identity.master_public if self.identity is not None else None

    @property
    def received(self) -> list[bytes]:
        return self.hearing.received

    @property
    def invitations(self) -> dict[str, str]:
        """Rooms this person is invited to, and by whom."""
        rooms = self.client.invited_rooms.items()
        return {room: str(invited.inviter) for room, invited in rooms}

    async def start(self) -> None:
        """Listen in the background; returns after the first answer of the server."""
        await self._sync(first=True)
        self._listening = asyncio.create_task(self._listen())

    async def close(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        await self.client.close()
        if self.client.store is not None:
            self.client.store.database.close()  # nio leaves it open

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _cross_sign(self, password: str) -> None:
        olm = self.client.olm
        if olm is None or self.identity is None:
            return
        keys = olm.account.identity_keys
        await bootstrap(
            self.request,
            self.id,
            str(self.client.device_id),
            {"curve25519": keys["curve25519"], "ed25519": keys["ed25519"]},
            self.identity,
            password=password,
            sign_with_device=olm.sign_json,
        )

    async def request(
        self, method: str, path: str, body: dict[str, Any] | None = None
    ) -> tuple[int, dict[str, Any]]:
        """One plain request as this person, for what nio does not offer."""
        headers = {"Authorization": f"Bearer {self.client.access_token}"}
        data = None if body is None else json.dumps(body)
        answer = await self.client.send(method, path, data, headers)
        return answer.status, await answer.json()

    # ---- rooms ----------------------------------------------------------------------------

    async def open_chat_with(self, *people: str, encrypted: bool = True) -> str:
        """Make a room as a client does for a direct chat, and invite."""
        answer = await self.client.room_create(
            is_direct=True,
            invite=people,
            initial_state=[EnableEncryptionBuilder().as_dict()] if encrypted else [],
        )
        room = str(_checked(answer).room_id)
        await self.until(lambda: set(people) <= self._members(room))
        # As other clients do, give the key to whoever is invited; nio by itself would first forget
        # everyone who has not joined yet.
        self.client.rooms[room].members_synced = True
        return room

    def _members(self, room: str) -> set[str]:
        known = self.client.rooms.get(room)
        return set(known.users) if known else set()

    async def join(self, room: str) -> str:
        _checked(await self.client.join(room))
        await self.until(lambda: room in self.client.rooms)
        return room

    async def join_invitation_of(self, inviter: str, timeout: float = 20.0) -> str:
        """Wait for an invitation by this person and accept it."""
        await self.until(lambda: inviter in self.invitations.values(), timeout)
        return await self.join(next(r for r, who in self.invitations.items() if who == inviter))

    async def leave(self, room: str) -> None:
        _checked(await self.client.room_leave(room))

    # ---- talking --------------------------------------------------------------------------

    async def say(self, room: str, text: str) -> str:
        """Send a text; returns its event id."""
        return await self.send(room, {"msgtype": "m.text", "body": text})

    async def edit(self, room: str, event: str, text: str) -> str:
        content = {"msgtype": "m.text", "body": text}
        relation = {"rel_type": "m.replace", "event_id": event}
        outer = {"msgtype": "m.text", "body": f"* {text}", "m.new_content": content}
        return await self.send(room, {**outer, "m.relates_to": relation})

    async def redact(self, room: str, event: str) -> None:
        _checked(await self.client.room_redact(room, event))

    async def send(self, room: str, content: dict[str, Any], kind: str = "m.room.message") -> str:
        """Send any event; encrypted when the room is."""
        async with self._keys:
            if self.client.should_query_keys:
                await self.client.keys_query()
            answer = await self.client.room_send(
                room, kind, content, ignore_unverified_devices=True
            )
        return str(_checked(answer).event_id)

    # ---- listening ------------------------------------------------------------------------

    async def hears(self, room: str, wanted: Wanted, timeout: float = 20.0) -> str:
        """Wait for the next text of somebody else that contains, or satisfies, `wanted`."""
        try:
            return (await self.hearing.next(room, wanted, timeout)).text
        except NotHeard as missed:
            raise NotHeard(f"{missed} {self._state_of(room)}") from None

    def _state_of(self, room: str) -> str:
        """Why somebody may have heard nothing: whether the client listens, and what it holds."""
        deaf = self._listening is None or self._listening.done()
        unread = sum(1 for where, _ in self._late.values() if where == room)
        return (
            f"The client {'has stopped listening' if deaf else 'listens'}; in this room it has "
            f"{len(self.texts(room))} texts, and {unread} that it cannot read."
        )

    async def hears_nothing(self, room: str, wanted: Wanted, during: float) -> bool:
        """True when no such text comes in the given seconds."""
        try:
            await self.hearing.next(room, wanted, during)
        except NotHeard:
            return True
        return False

    def texts(self, room: str) -> list[Seen]:
        """Everything said in the room so far, by whomever, in the order it came."""
        return self.hearing.texts(room)

    async def until(self, ready: Any, timeout: float = _SERVER_WITHIN_S) -> None:
        """Wait until `ready()` holds, asking again after each answer of the server."""
        await self.hearing.until(ready, timeout)

    async def _listen(self) -> None:
        while True:
            await self._sync(first=False)

    async def _sync(self, *, first: bool) -> None:
        try:
            answer = await self.client.sync(
                timeout=0 if first else _SYNC_TIMEOUT_MS, full_state=first
            )
            if not isinstance(answer, SyncResponse):
                raise aiohttp.ClientError
            self._forget_left(answer)
            await self._keep_keys_fresh()
        except (aiohttp.ClientError, TimeoutError, OSError):
            # The server is away, as in a restart; a client tries again.
            await asyncio.sleep(_RETRY_AFTER_S)
            return
        self._read_late_ones()
        await self.hearing.announce()

    def _forget_left(self, answer: SyncResponse) -> None:
        """nio keeps a room this person left or was put out of; every other client drops it."""
        for room in answer.rooms.leave:
            self.client.rooms.pop(room, None)
            self.client.invited_rooms.pop(room, None)

    async def _keep_keys_fresh(self) -> None:
        client = self.client
        async with self._keys:
            await client.send_to_device_messages()
            if client.should_upload_keys:
                await client.keys_upload()
            if client.should_query_keys:
                await client.keys_query()
            if client.should_claim_keys:
                await client.keys_claim(client.get_users_for_key_claiming())

    async def _on_event(self, room: Any, event: Event) -> None:
        self._take(str(room.room_id), event)

    def _take(self, room: str, event: Event) -> None:
        if isinstance(event, MegolmEvent):
            self._late[event.event_id] = (room, event)
            return
        self.received.append(json.dumps(event.source, ensure_ascii=False).encode())
        if isinstance(event, RoomMessageText):
            self.hearing.take(_seen(room, event))

    def _read_late_ones(self) -> None:
        """A key may come after its message; every client then reads the message after all."""
        for event_id, (room, event) in list(self._late.items()):
            try:
                decrypted = self.client.decrypt_event(event)
            except EncryptionError:
                continue
            del self._late[event_id]
            if isinstance(decrypted, Event):
                self._take(room, decrypted)


def _seen(room: str, event: RoomMessageText) -> Seen:
    content = event.source.get("content", {})
    relation = content.get("m.relates_to") or {}
    edited = relation.get("rel_type") == "m.replace"
    text = content.get("m.new_content", {}).get("body", event.body) if edited else event.body
    replaces = str(relation["event_id"]) if edited else None
    return Seen(room, event.event_id, event.sender, str(text), bool(event.decrypted), replaces)


def _checked(answer: Any) -> Any:
    """nio returns errors as values; here they are raised."""
    if hasattr(answer, "status_code"):
        raise ChannelError(f"The homeserver refused a request of a person ({answer.status_code}).")
    return answer
