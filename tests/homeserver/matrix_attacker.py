"""Someone who speaks the protocol by hand, and wrongly."""

import asyncio
import json
import secrets
from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import quote

import aiohttp
import vodozemac

from bot.channels.matrix.canonical import canonical, encode
from bot.demo.homeserver import ThrowAwayHomeserver

OLM = "m.olm.v1.curve25519-aes-sha2"
MEGOLM = "m.megolm.v1.aes-sha2"


class Attacker:
    """An account with keys of its own and no client in between."""

    def __init__(self, url: str, answer: Mapping[str, Any]) -> None:
        self.id, self.device = answer["user_id"], answer["device_id"]
        self._http = aiohttp.ClientSession(
            url, headers={"Authorization": f"Bearer {answer['access_token']}"}
        )
        self.account = vodozemac.Account()
        self.curve = self.account.curve25519_key.to_base64()
        self.ed = self.account.ed25519_key.to_base64()

    @classmethod
    async def arrive(cls, server: ThrowAwayHomeserver, name: str) -> Self:
        await asyncio.to_thread(server.user, name, "a password")
        body = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": name},
            "password": "a password",
        }
        async with (
            aiohttp.ClientSession(server.url) as session,
            session.post("/_matrix/client/v3/login", json=body) as response,
        ):
            return cls(server.url, await response.json())

    async def close(self) -> None:
        await self._http.close()

    async def request(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        where = f"/_matrix/client/v3{path}"
        async with self._http.request(method, where, json=body) as response:
            answer: dict[str, Any] = await response.json()
            return {**answer, "status": response.status}

    # ---- keys ------------------------------------------------------------------------------

    def signed(self, thing: dict[str, Any]) -> dict[str, Any]:
        signature = self.account.sign(canonical(thing)).to_base64()
        return {**thing, "signatures": {self.id: {f"ed25519:{self.device}": signature}}}

    async def upload(
        self, keys: Mapping[str, Any] | None = None, one_time: Mapping[str, Any] | None = None
    ) -> None:
        """Publish a device, with keys of one's choice."""
        named = {f"curve25519:{self.device}": self.curve, f"ed25519:{self.device}": self.ed}
        body: dict[str, Any] = {
            "device_keys": self.signed(
                {
                    "algorithms": [OLM, MEGOLM],
                    "user_id": self.id,
                    "device_id": self.device,
                    "keys": {**named, **(keys or {})},
                }
            )
        }
        if one_time is not None:
            body["one_time_keys"] = one_time
        answer = await self.request("POST", "/keys/upload", body)
        assert answer["status"] == 200, answer

    async def claim(self, person: str, device: str) -> dict[str, Any]:
        body = {"one_time_keys": {person: {device: "signed_curve25519"}}}
        answer = await self.request("POST", "/keys/claim", body)
        found: dict[str, Any] = answer["one_time_keys"].get(person, {}).get(device, {})
        return found

    async def keys_of(self, person: str, device: str) -> tuple[str, str]:
        """The Curve25519 and Ed25519 keys."""
        answer = await self.request("POST", "/keys/query", {"device_keys": {person: [device]}})
        keys = answer["device_keys"][person][device]["keys"]
        return keys[f"curve25519:{device}"], keys[f"ed25519:{device}"]

    # ---- to one device ---------------------------------------------------------------------

    async def post(self, person: str, device: str, kind: str, content: object) -> None:
        path = f"/sendToDevice/{kind}/{secrets.token_hex(8)}"
        answer = await self.request("PUT", path, {"messages": {person: {device: content}}})
        assert answer["status"] == 200, answer

    async def olm(self, person: str, device: str, plain: bytes) -> dict[str, Any]:
        """Anything at all, properly encrypted for a device."""
        claimed = next(iter((await self.claim(person, device)).values()))
        curve, _ = await self.keys_of(person, device)
        session = self.account.create_outbound_session(
            vodozemac.Curve25519PublicKey.from_base64(curve),
            vodozemac.Curve25519PublicKey.from_base64(claimed["key"]),
        )
        kind, body = session.encrypt(plain).to_parts()
        sealed = {curve: {"type": kind, "body": encode(bytes(body))}}
        return {"algorithm": OLM, "sender_key": self.curve, "ciphertext": sealed}

    async def payload(
        self, person: str, device: str, kind: str, content: object, **changes: object
    ) -> dict[str, Any]:
        """A well-formed message for a device, except for the changes."""
        _, ed = await self.keys_of(person, device)
        inside = {
            "sender": self.id,
            "sender_device": self.device,
            "keys": {"ed25519": self.ed},
            "recipient": person,
            "recipient_keys": {"ed25519": ed},
            "type": kind,
            "content": content,
        }
        return await self.olm(person, device, json.dumps({**inside, **changes}).encode())

    # ---- into rooms ------------------------------------------------------------------------

    async def share(self, room: str, person: str, device: str) -> vodozemac.GroupSession:
        """A room key of one's own, given to a device for a room of one's choice."""
        session = vodozemac.GroupSession()
        content = {
            "algorithm": MEGOLM,
            "room_id": room,
            "session_id": session.session_id,
            "session_key": session.session_key.to_base64(),
        }
        message = await self.payload(person, device, "m.room_key", content)
        await self.post(person, device, "m.room.encrypted", message)
        return session

    def sealed(self, session: vodozemac.GroupSession, plain: object) -> dict[str, Any]:
        """The content of an encrypted event."""
        return {
            "algorithm": MEGOLM,
            "sender_key": self.curve,
            "device_id": self.device,
            "session_id": session.session_id,
            "ciphertext": session.encrypt(json.dumps(plain).encode()).to_base64(),
        }

    async def send(self, room: str, kind: str, content: object) -> str:
        where = f"/rooms/{quote(room)}/send/{kind}/{secrets.token_hex(8)}"
        answer = await self.request("PUT", where, content)
        assert answer["status"] == 200, answer
        return str(answer["event_id"])

    async def open_room(self, *invite: str, **more: object) -> str:
        encryption = {"type": "m.room.encryption", "content": {"algorithm": MEGOLM}}
        body = {"invite": invite, "initial_state": [encryption], **more}
        answer = await self.request("POST", "/createRoom", body)
        assert answer["status"] == 200, answer
        return str(answer["room_id"])


def text_event(room: str, text: object) -> dict[str, Any]:
    """The inside of an encrypted text."""
    content = {"msgtype": "m.text", "body": text}
    return {"type": "m.room.message", "room_id": room, "content": content}
