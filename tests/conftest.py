"""What holds for every test: nothing leaves the machine, and slow machines are no failures."""

import ipaddress
import sys
from typing import Any

import hypothesis
import pytest

from tests.figure import figure, pytest_terminal_summary

__all__ = ["figure", "pytest_terminal_summary"]

hypothesis.settings.register_profile("line", deadline=None)
hypothesis.settings.load_profile("line")


LONGEST = "privacy/test_exactly_once.py"
WAITING = ("/homeserver/", "/privacy/", "/deploy/", "/translation/", "/contracts/")
"""Folders whose tests wait for servers and processes."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first: else the last minutes are for one test alone."""

    def turn(item: pytest.Item) -> int:
        path = item.path.as_posix()
        return 0 if path.endswith(LONGEST) else 1 if any(one in path for one in WAITING) else 2

    items.sort(key=turn)


def _stay_at_home(event: str, args: tuple[Any, ...]) -> None:
    """Refuse every look-up and connection beyond loopback, whatever library asks for it."""
    if event == "socket.getaddrinfo":
        host = args[0]
    elif event == "socket.connect" and isinstance(args[1], tuple):
        host = args[1][0]
    else:
        return
    if not _is_here(host):
        raise PermissionError("a test tried to reach the network")


def _is_here(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False


sys.addaudithook(_stay_at_home)
