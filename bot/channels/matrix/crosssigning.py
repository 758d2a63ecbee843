"""Cross-signing: the line's own identity, and how an account comes to bear it.

Clients are moving to refuse devices that their owner did not sign, and what an operator publishes
is the fingerprint made here.
"""

import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from nacl.signing import SigningKey

from bot.channels.matrix.canonical import Json, encode, sign
from bot.errors import ChannelError, LoggedOut, TryLater
from bot.security.devices import MasterKey
from dialogs.hushed import Hushed

Request = Callable[[str, str, Json | None], Awaitable[tuple[int, Json]]]
"""`await request(method, path, body)` gives the status and the JSON answer; the token is added."""

SEED = 32
USAGES = ("master", "self_signing", "user_signing")
UPLOAD = "/_matrix/client/v3/keys/device_signing/upload"
SIGNATURES = "/_matrix/client/v3/keys/signatures/upload"
QUERY = "/_matrix/client/v3/keys/query"


@dataclass(frozen=True, repr=False)
class CrossSigningIdentity(Hushed):
    """Three Ed25519 seeds. Losing them means a new identity that every reporter is warned about.

    Store `to_bytes()` durably before `bootstrap`: a crash in between must not lose the seeds.
    """

    master_seed: bytes
    self_signing_seed: bytes
    user_signing_seed: bytes

    @classmethod
    def new(cls) -> "CrossSigningIdentity":
        return cls(*(secrets.token_bytes(SEED) for _ in USAGES))

    @classmethod
    def from_bytes(cls, stored: bytes) -> "CrossSigningIdentity":
        if len(stored) != SEED * len(USAGES):
            raise ValueError("a cross-signing identity is three seeds of 32 bytes")
        return cls(*(stored[start : start + SEED] for start in range(0, len(stored), SEED)))

    def to_bytes(self) -> bytes:
        return self.master_seed + self.self_signing_seed + self.user_signing_seed

    @property
    def master_public(self) -> MasterKey:
        """Unpadded base64; this is the fingerprint to publish."""
        return MasterKey(public_of(self._keys()["master"]))

    def _keys(self) -> dict[str, SigningKey]:
        seeds = (self.master_seed, self.self_signing_seed, self.user_signing_seed)
        return {usage: SigningKey(seed) for usage, seed in zip(USAGES, seeds, strict=True)}

    def key_objects(self, user: str) -> dict[str, Json]:
        """The three public key objects as a homeserver wants them, signed by the master key."""
        keys = self._keys()
        objects: dict[str, Json] = {}
        for usage, key in keys.items():
            public = public_of(key)
            thing: Json = {"user_id": user, "usage": [usage], "keys": {f"ed25519:{public}": public}}
            if usage != "master":
                made = sign(keys["master"], thing)
                thing["signatures"] = {user: {f"ed25519:{self.master_public}": made}}
            objects[usage] = thing
        return objects

    def sign_device(self, user: str, device_keys: Mapping[str, Any]) -> Json:
        """The device's keys with the self-signing key's signature on them."""
        key = self._keys()["self_signing"]
        wanted = ("user_id", "device_id", "algorithms", "keys")
        thing: Json = {name: device_keys[name] for name in wanted}
        thing["signatures"] = {user: {f"ed25519:{public_of(key)}": sign(key, thing)}}
        return thing


def public_of(key: SigningKey) -> str:
    return encode(bytes(key.verify_key))


async def bootstrap(
    request: Request,
    user: str,
    device: str,
    device_keys: Mapping[str, str],
    identity: CrossSigningIdentity,
    password: str | None = None,
    sign_with_device: Callable[[Json], str] | None = None,
) -> None:
    """Make `identity` the account's cross-signing identity and sign `device` with it.

    `device_keys` holds our own `curve25519` and `ed25519` public keys, so that a homeserver cannot
    have us sign another device. `sign_with_device` lets the device sign the master key in return.
    Doing it again with the same identity is harmless. Raises `ChannelError` in words for the
    operator.
    """
    await _upload_identity(request, user, identity, password)
    served = await _own_device(request, user, device, device_keys)
    wanted: Json = {device: identity.sign_device(user, served)}
    if sign_with_device is not None:
        master = identity.key_objects(user)["master"]
        master["signatures"] = {user: {f"ed25519:{device}": sign_with_device(master)}}
        wanted[identity.master_public] = master
    status, answer = await request("POST", SIGNATURES, {user: wanted})
    if status != 200:
        raise trouble(status, answer, "the homeserver refused the device's signature")
    if answer.get("failures"):
        # The homeserver answers 200 even when it threw every signature away.
        raise ChannelError("the homeserver did not accept the signature of our own device")


async def _upload_identity(
    request: Request, user: str, identity: CrossSigningIdentity, password: str | None
) -> None:
    keys = identity.key_objects(user)
    body: Json = {f"{usage}_key": keys[usage] for usage in USAGES}
    status, answer = await request("POST", UPLOAD, body)
    if status == 401 and "flows" in answer:
        status, answer = await _confirm(request, user, body, answer, password)
    if status == 200:
        return
    raise trouble(status, answer, "the homeserver refused the cross-signing keys")


async def _confirm(
    request: Request, user: str, body: Json, answer: Json, password: str | None
) -> tuple[int, Json]:
    """Other keys than before need the password again (user-interactive authentication)."""
    stages = _stages(answer)
    if ["m.login.password"] not in stages:
        if any("m.oauth" in flow or "org.matrix.cross_signing_reset" in flow for flow in stages):
            raise ChannelError(
                "this account is kept by an authentication service and already has another "
                "identity: open its account page in a browser, allow the reset of the "
                "cross-signing identity, and run this command again within ten minutes"
            )
        raise ChannelError("the homeserver asks for a confirmation other than a password")
    if password is None:
        raise ChannelError("the account already has another identity: its password is needed")
    identifier = {"type": "m.id.user", "user": user}
    auth = {"type": "m.login.password", "identifier": identifier, "password": password}
    confirmed = body | {"auth": auth | {"session": answer.get("session")}}
    status, answer = await request("POST", UPLOAD, confirmed)
    if status == 401 and "flows" in answer:
        raise ChannelError("the homeserver did not accept the account's password")
    return status, answer


def _stages(answer: Json) -> list[list[str]]:
    flows = answer.get("flows")
    found = flows if isinstance(flows, list) else []
    return [flow["stages"] for flow in found if isinstance(flow, dict) and "stages" in flow]


async def _own_device(
    request: Request, user: str, device: str, ours: Mapping[str, str]
) -> Mapping[str, Any]:
    """The device as the homeserver has it, proven to be ours before we sign it."""
    status, answer = await request("POST", QUERY, {"device_keys": {user: [device]}})
    if status != 200:
        raise trouble(status, answer, "the homeserver does not show our own device")
    try:
        served = cast("Mapping[str, Any]", answer["device_keys"][user][device])
        same = (
            served["user_id"] == user
            and served["device_id"] == device
            and served["keys"]
            == {f"{name}:{device}": ours[name] for name in ("curve25519", "ed25519")}
        )
    except (KeyError, TypeError):
        raise ChannelError("our device's keys were never uploaded to this homeserver") from None
    if not same:
        raise ChannelError("the homeserver shows other keys for our own device: do not trust it")
    return served


def trouble(status: int, answer: Json, words: str) -> ChannelError:
    """A homeserver's refusal as one of our errors, without its free text."""
    code = answer.get("errcode")
    if status == 429 or status >= 500:
        return TryLater(words)
    if code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
        return LoggedOut("the account's session is no longer valid")
    known = {
        "M_INVALID_SIGNATURE": "a signature was wrong",
        "M_FORBIDDEN": "it is forbidden",
        "M_INVALID_PARAM": "a key had the wrong form",
        "M_UNRECOGNIZED": "it does not know cross-signing",
    }
    return ChannelError(f"{words}: {known.get(str(code), f'status {status}')}")
