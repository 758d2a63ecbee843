"""How the double receives: one thread, which the kernel knows as `receive-<n>`."""

import ctypes
import itertools
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.signal.daemon import Client, Daemon

_PR_SET_NAME = 15
REDELIVERED_AFTER_S = 0.3  # measured with the real one: up to 57 s


class Receiver:
    def __init__(self, daemon: "Daemon") -> None:
        self._daemon = daemon
        self._threads, self._subscriptions = itertools.count(1), itertools.count(0)
        self._clients: dict[Client, int | None] = {}
        self._receiving: threading.Thread | None = None
        self._deaf = self._spins = False
        self._taking = threading.Lock()
        self._held: list[tuple[float, dict[str, Any]]] = []

    # ---- who listens ----------------------------------------------------------------------

    def subscribe(self, client: "Client") -> int:
        number = next(self._subscriptions)
        self.join(client, number)
        return number

    def join(self, client: "Client", number: int | None) -> None:
        self._clients[client] = number
        if self._spins:  # connecting anew after the thread died
            threading.Thread(target=self._spin, daemon=True).start()
        elif not self._deaf:
            self.start()

    def leave(self, client: "Client") -> None:
        with self._taking:  # what was acknowledged is told first
            self._clients.pop(client, None)
        if self._deaf and not self._clients:
            self._spins = True

    def start(self) -> None:
        if self._receiving is None or not self._receiving.is_alive():
            self._receiving = threading.Thread(target=self._receive, daemon=True)
            self._receiving.start()

    def _wanted(self) -> bool:
        return bool(self._clients) or self._daemon.arguments.receive_mode == "on-start"

    # ---- receiving ------------------------------------------------------------------------

    def _receive(self) -> None:
        _name_thread(f"receive-{next(self._threads)}")
        while self._wanted() and not self._deaf:
            with self._taking:
                found = self._take_next() if self._wanted() else False
            if not found:
                time.sleep(0.01)

    def _take_next(self) -> bool:
        if again := self._redelivered():
            self._take(again)
        elif item := self._daemon.service.ask(op="fetch"):
            self._daemon.disk.keep(item["aci"], item["timestamp"])
            self._daemon.service.ask(op="acknowledge")
            self._take(item)
        else:
            return False
        return True

    def _spin(self) -> None:
        while self._clients:
            _name_thread(f"receive-{next(self._threads)}")
            time.sleep(0.01)

    def _take(self, item: dict[str, Any]) -> None:
        disk, aci = self._daemon.disk, item["aci"]
        if item["kind"] == "unparsable":
            self._deaf = True  # a Java Error: the thread ends, and nothing else notices
            return
        if self._untrusted(item):
            self._held.append((float("inf"), item))
            self._tell(item, exception="UntrustedIdentityException")
            return
        if item["kind"] != "message":
            self._tell(item, exception=item["kind"])
        elif not item["first"] and not disk.run("SELECT 1 FROM session WHERE address = ?", aci):
            self._tell(item, exception="ProtocolInvalidMessageException")
            disk.run("INSERT OR REPLACE INTO session VALUES (?, 'renewed')", aci)
            self._daemon.service.ask(op="resend", item=item)
        else:
            disk.run("INSERT OR REPLACE INTO session VALUES (?, 'record')", aci)
            disk.run(
                "INSERT OR REPLACE INTO recipient VALUES (?, ?, ?, ?)",
                *(aci, item["number"], item["name"], item["timer"]),
            )
            self._store_files(item)
            self._tell(item)
        disk.drop_cached(aci, item["timestamp"])
        self._daemon.service.ask(op="delivered", aci=aci, timestamp=item["timestamp"])

    def _untrusted(self, item: dict[str, Any]) -> bool:
        disk, aci, key = self._daemon.disk, item["aci"], item["key"]
        known = dict(disk.run("SELECT key, trust_level FROM identity WHERE address = ?", aci))
        if not known:
            disk.run("INSERT INTO identity VALUES (?, ?, 'TRUSTED_UNVERIFIED')", aci, key)
            return False
        if key not in known:
            disk.run("INSERT INTO identity VALUES (?, ?, 'UNTRUSTED')", aci, key)
            return True
        return bool(known[key] == "UNTRUSTED")

    def trusted(self, aci: str) -> None:
        later = time.monotonic() + REDELIVERED_AFTER_S
        self._held = [
            (min(at, later), one) if one["aci"] == aci else (at, one) for at, one in self._held
        ]

    def _redelivered(self) -> dict[str, Any] | None:
        for place, (at, item) in enumerate(self._held):
            if at <= time.monotonic():
                del self._held[place]
                return {**item, "first": True}
        return None

    def _store_files(self, item: dict[str, Any]) -> None:
        if self._daemon.arguments.ignore_attachments:
            return
        for file in item["files"]:
            content = b"" if file["fails"] else bytes.fromhex(file["content"])
            (self._daemon.disk.attachments / file["id"]).write_bytes(content)

    def _tell(self, item: dict[str, Any], exception: str | None = None) -> None:
        envelope = {**item["envelope"]}
        if exception is None:
            envelope |= item["content"]
        said: dict[str, Any] = {"envelope": envelope, "account": self._daemon.account}
        if exception is not None:
            said["exception"] = {"message": f"about {item['aci']}", "type": exception}
        if not self._daemon.arguments.no_receive_stdout:
            print(said, file=sys.stdout, flush=True)
        for client, number in list(self._clients.items()):
            params = said if number is None else {"subscription": number, "result": said}
            told = {"jsonrpc": "2.0", "method": "receive", "params": params}
            if item.get("crash"):
                client.tell_half(told)
                os.kill(os.getpid(), signal.SIGKILL)
            client.tell(told)


def _name_thread(name: str) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_NAME, name.encode(), 0, 0, 0)
