"""The requests that the double answers, with the real one's refusals."""

import random
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.signal.daemon import Daemon


class Failed(Exception):
    def __init__(self, code: int, message: str, data: Any = None) -> None:
        super().__init__(message)
        self.code, self.message, self.data = code, message, data


class Missing(Exception):
    """A parameter that the real one fails over with a NullPointerException."""


class Stamps:
    """Milliseconds, never the same twice."""

    def __init__(self) -> None:
        self._lock, self._last = threading.Lock(), 0

    def next(self) -> int:
        with self._lock:
            self._last = max(self._last + 1, int(time.time() * 1000))
            return self._last


STAMPS = Stamps()


def _one(params: dict[str, Any], name: str) -> Any:
    value = params.get(name, params.get(f"{name}s"))
    value = value[0] if isinstance(value, list) and value else value
    if value in (None, []):
        raise Missing(name)
    return value


def _send(daemon: "Daemon", params: dict[str, Any], **what: Any) -> Any:
    aci, at = _one(params, "recipient"), STAMPS.next()
    trust = dict(
        daemon.disk.run("SELECT key, trust_level FROM identity WHERE address = ?", aci)
    ).values()
    key = daemon.service.ask(op="key", aci=aci)
    known = daemon.disk.run("SELECT 1 FROM identity WHERE address = ? AND key = ?", aci, key)
    if trust and ("UNTRUSTED" in trust or not known):
        return _failed(aci, at, -4, "IDENTITY_FAILURE")
    answer = daemon.service.ask(op="send", aci=aci, timestamp=at, **what)
    if answer["kind"] == "HANG":
        return None
    if answer["kind"] == "UNEXPECTED":
        raise Failed(-32603, f"Failed to send message to {aci} (UnexpectedErrorException)")
    if answer["kind"] != "SUCCESS":
        code = -5 if answer["kind"] == "RATE_LIMIT_FAILURE" else -1
        return _failed(aci, at, code, **answer)
    if "message" in what:
        daemon.disk.log_sent(aci, what["message"])
    return _result(aci, at, "SUCCESS")


def _result(aci: str, at: int, kind: str, **more: Any) -> dict[str, Any]:
    one = {
        "recipientAddress": {"uuid": aci, "number": None, "username": None},
        "type": kind,
        **{name: value for name, value in more.items() if value is not None},
    }
    parts = [("timestamp", at), ("results", [one])]
    random.shuffle(parts)
    return dict(parts)


def _failed(aci: str, at: int, code: int, kind: str, **more: Any) -> Any:
    data = {"response": _result(aci, at, kind, **more)}
    raise Failed(code, f"Failed to send message to {aci}", data)


def _message(daemon: "Daemon", params: dict[str, Any]) -> Any:
    if not params.get("message"):
        raise Failed(-1, "Sending empty message is not allowed")
    quote = params.get("quoteTimestamp")
    if quote and not params.get("quoteAuthor"):
        raise Missing("quoteAuthor")
    aci = _one(params, "recipient")
    timer = daemon.disk.run("SELECT timer FROM recipient WHERE aci = ?", aci)
    return _send(
        daemon,
        params,
        message=params["message"],
        edits=params.get("editTimestamp"),
        quotes=quote,
        timer=timer[0][0] if timer else 0,
    )


def _remote_delete(daemon: "Daemon", params: dict[str, Any]) -> Any:
    return _send(daemon, params, withdraws=_one(params, "targetTimestamp"))


def _reaction(daemon: "Daemon", params: dict[str, Any]) -> Any:
    _one(params, "targetAuthor")
    target = _one(params, "targetTimestamp")
    return _send(daemon, params, reacts=target, emoji=_one(params, "emoji"))


def _update_contact(daemon: "Daemon", params: dict[str, Any]) -> Any:
    aci = _one(params, "recipient")
    if isinstance(params.get("expiration"), int):
        daemon.disk.run("UPDATE recipient SET timer = ? WHERE aci = ?", params["expiration"], aci)
        daemon.service.ask(op="timer", aci=aci, seconds=params["expiration"])
    return {}


def _remove_contact(daemon: "Daemon", params: dict[str, Any]) -> Any:
    aci = _one(params, "recipient")
    if params.get("forget") is True:
        daemon.disk.forget(aci)
    return {}


def _trust(daemon: "Daemon", params: dict[str, Any]) -> Any:
    aci = _one(params, "recipient")
    if params.get("trustAllKnownKeys") is not True:
        raise Failed(-1, "no key to trust")
    update = "UPDATE identity SET trust_level = 'TRUSTED_UNVERIFIED' WHERE address = ?"
    daemon.disk.run(update, aci)
    daemon.receiver.trusted(aci)
    return {}


def _contacts(daemon: "Daemon", _: dict[str, Any]) -> Any:
    rows = daemon.disk.run("SELECT aci, number, name FROM recipient")
    own = {"number": daemon.account, "uuid": daemon.service.ask(op="own"), "name": ""}
    return [own, *({"uuid": aci, "number": number, "name": name} for aci, number, name in rows)]


def _update_account(daemon: "Daemon", params: dict[str, Any]) -> Any:
    if "username" not in params:
        daemon.service.ask(op="setting", name="account", value=params)
        return {}
    name = params["username"]
    if "." not in name:
        raise Failed(-1, "Invalid username")
    link = "https://signal.me/#eu/aninventedlink"
    daemon.service.ask(op="setting", name="username", value=name)
    return {"username": name, "usernameLink": link}


def _captcha(daemon: "Daemon", params: dict[str, Any]) -> Any:
    if not daemon.service.ask(op="solve", token=params["challenge"], captcha=params["captcha"]):
        raise Failed(-6, "Captcha rejected")
    return {}


def _register(daemon: "Daemon", params: dict[str, Any]) -> Any:
    if not params.get("captcha"):
        raise Failed(-1, "Captcha required for verification, use --captcha CAPTCHA")
    daemon.service.ask(op="setting", name="asked", value=params["account"])
    return {}


def _verify(daemon: "Daemon", params: dict[str, Any]) -> Any:
    if params["verificationCode"] != "123456":
        raise Failed(-1, "Verification error: wrong code")
    daemon.service.ask(op="setting", name="registered", value=params["account"])
    daemon.service.ask(op="setting", name="verified with", value=params.get("pin"))
    return {}


def _finish_link(daemon: "Daemon", _: dict[str, Any]) -> Any:
    return {"number": daemon.service.ask(op="link")}


def _noted(name: str) -> "Callable[[Daemon, dict[str, Any]], Any]":
    """What changes a setting at Signal, and is asked about in tests only."""

    def note(daemon: "Daemon", params: dict[str, Any]) -> Any:
        daemon.service.ask(op="setting", name=name, value=params)
        return {}

    return note


METHODS: "dict[str, Callable[[Daemon, dict[str, Any]], Any]]" = {
    "version": lambda _daemon, _: {"version": "0.14.6"},
    "send": _message,
    "remoteDelete": _remote_delete,
    "sendReaction": _reaction,
    "updateContact": _update_contact,
    "removeContact": _remove_contact,
    "trust": _trust,
    "listContacts": _contacts,
    "updateAccount": _update_account,
    "submitRateLimitChallenge": _captcha,
    "register": _register,
    "verify": _verify,
    "startLink": lambda _daemon, _: {"deviceLinkUri": "sgnl://linkdevice?uuid=x&pub_key=y"},
    "finishLink": _finish_link,
    **{name: _noted(name) for name in ("setPin", "updateProfile", "updateConfiguration")},
    **{name: _noted(name) for name in ("quitGroup", "block")},
}
