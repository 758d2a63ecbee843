"""nheko, a Matrix client that is not ours, worked by hand on our screen."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.channels.matrix.login import Session
from tests.pictures.screen import HEIGHT, WIDTH, NoScreen, Screen, settle

# Where things are in a window of the screen's size; nheko 0.11.
_KEY_BACKUP = (531, 487)
_SETUP_OK = (866, 674)
_RECOVERY_OK = (925, 405)
_TOPMOST_ROOM = (160, 82)
_ACCEPT = (641, 459)
_WRITE = (500, 700)
_NOWHERE = (160, 560)
"""In the list of rooms, where nothing lights up."""


class Nheko:
    """One professional's client, with a profile of its own that goes with it."""

    def __init__(self, screen: Screen, folder: Path, homeserver: str, session: Session) -> None:
        if shutil.which("nheko") is None:
            raise NoScreen("Missing: nheko.")
        self._screen, self._folder = screen, folder
        self._process: subprocess.Popen[bytes] | None = None
        settings = folder / ".config/nheko/nheko.conf"
        settings.parent.mkdir(parents=True)
        settings.write_text(_settings(homeserver, session), encoding="utf-8")

    def __enter__(self) -> Self:
        runtime = self._folder / "run"
        runtime.mkdir(mode=0o700)
        here = {
            "PATH": os.environ["PATH"],
            "DISPLAY": self._screen.display,
            "HOME": str(self._folder),
            "XDG_RUNTIME_DIR": str(runtime),
            "LANG": "C.UTF-8",
            "TZ": "Europe/Amsterdam",
            "QT_QUICK_BACKEND": "software",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        with (self._folder / "output.txt").open("wb") as output:
            self._process = subprocess.Popen(
                ["nheko"], env=here, stdout=output, stderr=subprocess.STDOUT
            )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    # ---- the first day --------------------------------------------------------------------------

    def decline_key_backup(self) -> None:
        self._screen.click(*_KEY_BACKUP)
        self._rest()

    def make_identity(self) -> None:
        """Cross-signing keys and a recovery key, which is shown then."""
        self._screen.click(*_SETUP_OK)
        self._rest(4)

    def put_recovery_key_away(self) -> None:
        self._screen.click(*_RECOVERY_OK)
        self._rest()

    # ---- rooms ----------------------------------------------------------------------------------

    def show_invitation(self) -> None:
        """Invitations stand above the rooms."""
        self._screen.click(*_TOPMOST_ROOM)
        self._rest()

    def accept(self) -> None:
        self._screen.click(*_ACCEPT)
        self._rest(4)

    # ---- writing --------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        self._screen.click(*_WRITE)
        self._screen.type(text)
        self._screen.press("Return")
        self._rest()

    def correct_last(self, text: str) -> None:
        """Edit the line that was sent last."""
        self._screen.click(*_WRITE)
        self._screen.press("Up")
        settle(1)
        self._screen.press("ctrl+a")
        self._screen.type(text)
        self._screen.press("Return")
        self._rest()

    def _rest(self, seconds: float = 1.5) -> None:
        self._screen.point(*_NOWHERE)
        settle(seconds)


def _settings(homeserver: str, session: Session) -> str:
    user: dict[str, object] = {
        "theme": "light",
        "desktop_notifications": False,
        "alert_on_notification": False,
        "online_key_backup": False,
        "read_receipts": False,
        "typing_notifications": False,
        "presence": "Offline",
        "window\\tray": False,
    }
    auth: dict[str, object] = {
        "access_token": session.token,
        "device_id": session.device,
        "home_server": homeserver,
        "user_id": session.user,
    }
    parts: dict[str, dict[str, object]] = {
        # There is no keyring here; the profile lives for minutes.
        "General": {"run_without_secure_secrets_service": True},
        "window": {"width": WIDTH, "height": HEIGHT},
        "user": user,
        "auth": auth,
    }
    lines = []
    for name, entries in parts.items():
        lines += [f"[{name}]", *(f"{key}={_plain(value)}" for key, value in entries.items()), ""]
    return "\n".join(lines)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
