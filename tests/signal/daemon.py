"""A double of signal-cli 0.14.6's daemon, as its recordings and its source show it to behave.

Run as `python -m tests.signal.daemon` with signal-cli's own arguments. Signal itself, and
everybody's phones, are a `SignalService` in the test, reached at the socket in
`SIGNAL_DOUBLE_SERVICE`. Threads and blocking sockets are meant: the real one's receiving thread
stops when a client does not read, and so must this one.
"""

import argparse
import json
import os
import random
import signal
import socket
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.signal.disk import Disk
from tests.signal.methods import METHODS, Failed, Missing
from tests.signal.receiving import Receiver

VERSION = "0.14.6"
LONGEST_TEXT = 20_000_000
MULTI_ONLY = frozenset(
    {"listAccounts", "startLink", "finishLink", "register", "verify", "deleteLocalAccountData"}
)


class Service:
    """The way to Signal: one question, one answer."""

    def __init__(self, path: str) -> None:
        self._path = path

    def ask(self, **question: Any) -> Any:
        with socket.socket(socket.AF_UNIX) as there:
            there.connect(self._path)
            there.sendall(json.dumps(question).encode() + b"\n")
            with there.makefile("rb") as answers:
                return json.loads(answers.readline())


class Client:
    """One connection; every line to any of them is written under the same lock."""

    def __init__(self, daemon: "Daemon", connection: socket.socket) -> None:
        self._daemon, self._connection = daemon, connection

    def run(self) -> None:
        with self._connection.makefile("rb") as lines:
            for line in lines:
                if len(line) > LONGEST_TEXT:
                    break
                if self._daemon.arguments.verbose > 1:
                    print("Incoming JSON-RPC message:", line.decode(), file=sys.stderr, flush=True)
                threading.Thread(target=self._answer, args=(line,), daemon=True).start()
        self._daemon.receiver.leave(self)
        self._connection.close()

    def tell(self, said: Any) -> None:
        # As there, whoever has gone misses it.
        with self._daemon.writing, suppress(OSError):
            self._connection.sendall(json.dumps(said).encode() + b"\n")

    def tell_half(self, said: Any) -> None:
        line = json.dumps(said).encode()
        self._connection.sendall(line[: len(line) // 2])

    def _answer(self, line: bytes) -> None:
        time.sleep(random.uniform(0, 0.005))  # answers come in any order
        try:
            asked = json.loads(line)
        except ValueError:
            self.tell(_error(None, -32700, "parse error"))
            return
        number = asked.get("id")
        try:
            result = self._daemon.do(self, asked.get("method"), asked.get("params") or {})
        except Failed as failed:
            self.tell(_error(number, failed.code, failed.message, failed.data))
        except (Missing, KeyError, TypeError) as fault:
            self.tell(_error(number, -32603, f"{fault} (NullPointerException)"))
        else:
            if result is not None:
                self.tell({"jsonrpc": "2.0", "result": result, "id": number})


def _error(number: Any, code: int, message: str, data: Any = None) -> dict[str, Any]:
    return {
        "jsonrpc": "2.0",
        "error": {"code": code, "message": message, "data": data},
        "id": number,
    }


class Daemon:
    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.account: str | None = arguments.account
        self.service = Service(os.environ["SIGNAL_DOUBLE_SERVICE"])
        self.disk = Disk(Path(arguments.data_dir), send_log=not arguments.disable_send_log)
        self.writing = threading.Lock()
        self.receiver = Receiver(self)
        self._clients: list[Client] = []

    def run(self) -> None:
        path = Path(self.arguments.socket)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(str(path))  # a file that a crash left makes this fail
        listening.listen()
        signal.signal(signal.SIGTERM, lambda *_: self.end(0))
        if self.account and not self.service.ask(op="registered", account=self.account):
            self.end(3)
        if self.arguments.receive_mode == "on-start":
            self.receiver.start()
        while True:
            connection, _ = listening.accept()
            client = Client(self, connection)
            if self.arguments.receive_mode == "on-connection":
                self.receiver.join(client, None)
            threading.Thread(target=client.run, daemon=True).start()

    def do(self, client: Client, method: str, params: dict[str, Any]) -> Any:
        if method == "subscribeReceive":
            return self.receiver.subscribe(client)
        if method == "unsubscribeReceive":
            self.receiver.leave(client)
            return {}
        if method not in METHODS or (self.account and method in MULTI_ONLY):
            raise Failed(-32601, "Method not implemented")
        return METHODS[method](self, params)

    def end(self, code: int) -> None:
        """A clean end writes the log into the database and removes both log and socket."""
        self.disk.close()
        Path(self.arguments.socket).unlink(missing_ok=True)
        os._exit(code)


def _parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(allow_abbrev=False)
    top.add_argument("-d", "--data-dir", "-c", "--config", required=True)
    top.add_argument("-a", "--account")
    top.add_argument("-v", "--verbose", action="count", default=0)
    top.add_argument("--scrub-log", action="store_true")
    top.add_argument("--disable-send-log", action="store_true")
    top.add_argument("--trust-new-identities", default="on-first-use")
    daemon = top.add_subparsers(required=True).add_parser("daemon", allow_abbrev=False)
    daemon.add_argument("--socket", required=True)
    modes = ["on-start", "on-connection", "manual"]
    daemon.add_argument("--receive-mode", choices=modes, default="on-start")
    for flag in ("--no-receive-stdout", "--ignore-attachments", "--ignore-stories"):
        daemon.add_argument(flag, action="store_true")
    for flag in ("--ignore-avatars", "--ignore-stickers"):
        daemon.add_argument(flag, action="store_true")
    return top


if __name__ == "__main__":
    if sys.argv[1:] == ["--version"]:
        print(f"signal-cli {VERSION}")
    else:
        Daemon(_parser().parse_args()).run()
