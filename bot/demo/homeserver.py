"""A real homeserver for minutes: on loopback, in its own folder, gone with its last user."""

import hmac
import json
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.demo.homeserver_settings import LOOPBACK, Place, write_settings
from bot.errors import LineError

_LEASH = Path(__file__).with_name("leash.py")
_READY_WITHIN_S = 90.0
_LOOK_EVERY_S = 0.05
# An empty proxy table: a proxy in the environment must not see, or break, loopback requests.
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class HomeserverError(LineError):
    """The throw-away homeserver could not start or refused a request."""


class ThrowAwayHomeserver:
    """Synapse with SQLite on a free loopback port; `with` starts it and leaves nothing behind.

    `stop` and `start` (or `kill` and `start`) restart it on the same data and port. With
    `federation` it also talks, over self-signed TLS, to other servers on this machine.
    """

    def __init__(
        self,
        *,
        federation: bool = False,
        overrides: Mapping[str, Any] | None = None,
        room_version: str = "12",
    ) -> None:
        if find_spec("synapse") is None:
            raise HomeserverError(
                "The demo needs a homeserver: pip install 'vertrouwenslijn[demo]' brings one."
            )
        port, federation_port = _free_ports(2)
        self._place = Place(
            folder=Path(tempfile.mkdtemp(prefix="vertrouwenslijn-")),
            server_name=f"localhost:{federation_port}" if federation else "line.test",
            port=port,
            federation_port=federation_port if federation else None,
            room_version=room_version,
        )
        self._secret = secrets.token_hex(16)
        self._process: subprocess.Popen[bytes] | None = None
        write_settings(self._place, self._secret, overrides or {})

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self._place.port}"

    @property
    def server_name(self) -> str:
        return self._place.server_name

    @property
    def folder(self) -> Path:
        return self._place.folder

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start on the folder's data; returns when requests are answered."""
        if self._process is not None:
            return
        command = [sys.executable, "-P", str(_LEASH), str(self.folder)]
        command += ["synapse.app.homeserver", "-c", str(self._place.settings_file)]
        with (self.folder / "output.txt").open("wb") as output:
            self._process = subprocess.Popen(
                command,
                cwd=self.folder,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                # Ctrl-C in a terminal is for us; we end the server after the last message.
                start_new_session=True,
            )
        self._wait_until_ready(self._process)

    def stop(self) -> None:
        """End it in an orderly way; the data stays."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self._process.kill()
        self._let_go()

    def kill(self) -> None:
        """End it at once, as a power cut would; the data stays."""
        if self._process is not None:
            self._process.kill()
        self._let_go()

    def close(self) -> None:
        """End it and remove its folder."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def user(self, name: str, password: str, *, admin: bool = False) -> str:
        """Register an account; returns its Matrix id."""
        return str(self.device_of_new_user(name, password, admin=admin)["user_id"])

    def device_of_new_user(
        self, name: str, password: str, *, admin: bool = False
    ) -> dict[str, Any]:
        """Register an account and log it in, in one request; the answer is that of a login."""
        path = "/_synapse/admin/v1/register"
        nonce = str(self.request("GET", path)["nonce"])
        fields = [nonce, name, password, "admin" if admin else "notadmin"]
        # Synapse's own registration scheme asks for SHA-1.
        mac = hmac.new(self._secret.encode(), "\0".join(fields).encode(), "sha1").hexdigest()
        body = {"nonce": nonce, "username": name, "password": password, "admin": admin, "mac": mac}
        return self.request("POST", path, body)

    def request(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, token: str = ""
    ) -> dict[str, Any]:
        """One plain request, for what a client library does not offer."""
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {token}"} if token else {},
        )
        try:
            with _direct.open(request, timeout=60) as answer:
                parsed: dict[str, Any] = json.load(answer)
                return parsed
        except urllib.error.HTTPError as error:
            with error:
                raise HomeserverError(
                    f"The throw-away homeserver refused a request (HTTP {error.code})."
                ) from None

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + _READY_WITHIN_S
        while not self._answers():
            if process.poll() is not None:
                self._let_go()
                raise HomeserverError(
                    f"The throw-away homeserver ended as soon as it started: {self._last_words()}"
                )
            if time.monotonic() > deadline:
                self.kill()
                raise HomeserverError(
                    f"The throw-away homeserver was not ready within {_READY_WITHIN_S:.0f} s."
                )
            time.sleep(_LOOK_EVERY_S)

    def _answers(self) -> bool:
        try:
            with _direct.open(self.url + "/_matrix/client/versions", timeout=5):
                return True
        except OSError:
            return False

    def _last_words(self) -> str:
        lines = (self.folder / "output.txt").read_text(errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing.")

    def _let_go(self) -> None:
        """Wait for the end before the pipe closes: a closed pipe would take the folder with it."""
        if self._process is not None:
            self._process.wait()
            if self._process.stdin is not None:
                self._process.stdin.close()
            self._process = None


def _free_ports(count: int) -> list[int]:
    """Ports nobody listens on now; all are held open together so that they differ."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind((LOOPBACK, 0))
        return [int(each.getsockname()[1]) for each in sockets]
    finally:
        for each in sockets:
            each.close()
