"""The fence around the tests holds."""

import socket
import urllib.error
import urllib.request

import pytest


@pytest.mark.parametrize("url", ["http://192.0.2.1/", "http://example.invalid/"])
def test_a_test_cannot_reach_the_network(url: str) -> None:
    """Neither a look-up nor a connection gets out, so a pass needs no network."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with pytest.raises((PermissionError, urllib.error.URLError), match="tried to reach"):
        direct.open(url, timeout=5)


def test_loopback_stays_open() -> None:
    """The throw-away homeserver needs it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
