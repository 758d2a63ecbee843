"""What a homeserver's failures mean, tried on a server of a few lines."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from email.utils import formatdate

import pytest
from aiohttp import web

from bot.channels.matrix import http as module
from bot.channels.matrix.http import Http, MatrixRefused, path, wait_asked
from bot.errors import ChannelError, LoggedOut, TryLater

Serve = Callable[[Callable[[web.Request], web.StreamResponse]], Awaitable[Http]]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """`await serve(handler)` gives a client of a server that answers like this."""
    runners: list[web.AppRunner] = []
    clients: list[Http] = []

    async def begin(handler: Callable[[web.Request], web.StreamResponse]) -> Http:
        async def handle(request: web.Request) -> web.StreamResponse:
            return handler(request)

        app = web.Application()
        app.router.add_route("*", "/{path:.*}", handle)
        runners.append(web.AppRunner(app))
        await runners[-1].setup()
        await web.TCPSite(runners[-1], "127.0.0.1", 0).start()
        clients.append(Http(f"http://127.0.0.1:{runners[-1].addresses[0][1]}/", "tok"))
        return clients[-1]

    yield begin
    for client in clients:
        await client.close()
    for runner in runners:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("status", "code", "error"),
    [
        (400, "M_BAD_JSON", MatrixRefused),
        (401, "M_UNKNOWN_TOKEN", LoggedOut),
        (401, "", LoggedOut),
        (403, "M_FORBIDDEN", MatrixRefused),
        (404, "M_NOT_FOUND", MatrixRefused),
        (408, "", TryLater),
        (413, "M_TOO_LARGE", MatrixRefused),
        (429, "M_LIMIT_EXCEEDED", TryLater),
        (302, "", TryLater),
        (500, "M_UNKNOWN", TryLater),
        (502, "", TryLater),
    ],
)
async def test_each_failure_is_an_error_at_once(
    serve: Serve, status: int, code: str, error: type[ChannelError]
) -> None:
    """None comes back as a value that could be overlooked."""
    body = {"errcode": code, "error": "@anna:x in !room:x"}
    http = await serve(lambda _: web.json_response(body, status=status))
    with pytest.raises(error) as caught:
        await http.request("GET", path("sync"))
    assert "anna" not in str(caught.value)
    assert "room:x" not in str(caught.value)


async def test_a_code_that_is_no_code_reaches_no_message(serve: Serve) -> None:
    """The homeserver chooses it; an id in its place must not be logged."""
    body = {"errcode": "@anna:example.org", "error": ""}
    http = await serve(lambda _: web.json_response(body, status=403))
    with pytest.raises(MatrixRefused) as caught:
        await http.request("GET", path("sync"))
    assert str(caught.value) == "the homeserver refused: 403"


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"5", b"[" * 200_000, b"[" * 5000 + b"]" * 5000, b"\xff"]
)
async def test_an_answer_that_is_no_object_is_tried_again(serve: Serve, body: bytes) -> None:
    """Proxies answer for homeservers."""
    http = await serve(lambda _: web.Response(body=body))
    with pytest.raises(TryLater):
        await http.request("GET", path("sync"))


async def test_an_endless_answer_is_cut(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is not the homeserver's to fill."""
    monkeypatch.setattr(module, "LARGEST_ANSWER", 1000)
    http = await serve(lambda _: web.Response(body=b"{" + b" " * 200_000 + b"}"))
    with pytest.raises(TryLater, match="too large"):
        await http.request("GET", path("sync"))


async def test_a_redirect_is_not_followed(serve: Serve) -> None:
    """The token would go where the answer points."""
    asked: list[str] = []

    def handler(request: web.Request) -> web.StreamResponse:
        asked.append(request.path)
        return web.Response(status=307, headers={"Location": "/elsewhere"})

    http = await serve(handler)
    with pytest.raises(TryLater):
        await http.request("GET", path("sync"))
    assert asked == ["/_matrix/client/v3/sync"]


async def test_nobody_there_is_tried_later_and_names_nobody() -> None:
    """The library's own error quotes the address with the room in it."""
    http = Http("http://127.0.0.1:9", "tok")
    with pytest.raises(TryLater) as caught:
        await http.request("GET", path("rooms", "!secret:x"))
    assert "secret" not in repr(caught.value)
    assert caught.value.__suppress_context__
    await http.close()


async def test_ids_cannot_climb_out_of_their_place(serve: Serve) -> None:
    """An event id is the sender's server's to choose."""
    asked: list[str] = []

    def handler(request: web.Request) -> web.StreamResponse:
        asked.append(request.raw_path)
        return web.json_response({})

    http = await serve(handler)
    await http.request("PUT", path("rooms", "!a:x", "redact", "../../x?y#z", "t"), {})
    assert asked == ["/_matrix/client/v3/rooms/%21a%3Ax/redact/..%2F..%2Fx%3Fy%23z/t"]


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ({}, {}, None),
        ({}, {"retry_after_ms": 1500}, 1.5),
        ({"Retry-After": "3"}, {}, 3),
        ({"Retry-After": "3"}, {"retry_after_ms": 4000}, 4),
        ({"Retry-After": "soon"}, {"retry_after_ms": "x"}, None),
        ({"Retry-After": "-3"}, {"retry_after_ms": -1}, None),
        ({"Retry-After": "1e9"}, {}, 3600),
        ({}, {"retry_after_ms": True}, None),
    ],
)
def test_how_long_to_wait(
    headers: dict[str, str], body: dict[str, object], seconds: float | None
) -> None:
    """The longer of both; nonsense is no wish; an hour is the most."""
    assert wait_asked(headers, body) == seconds


def test_a_date_may_say_when() -> None:
    """As HTTP allows."""
    waited = wait_asked({"Retry-After": formatdate(time.time() + 100, usegmt=True)}, {})
    assert waited is not None
    assert 95 < waited <= 100


def test_not_a_number_is_no_wish() -> None:
    """`float("nan")` parses, and compares with nothing."""
    assert wait_asked({"Retry-After": "nan"}, {}) is None
