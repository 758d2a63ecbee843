"""Requests to one homeserver; every refusal becomes one of our errors at once."""

import asyncio
import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote

import aiohttp
from yarl import URL

from bot.channels.matrix.canonical import Json
from bot.channels.matrix.parse import parse
from bot.errors import ChannelError, LoggedOut, Refused, TryLater

LARGEST_ANSWER = 64 * 1024 * 1024
LONGEST_WAIT_S = 3600.0
CHUNK = 64 * 1024
ERROR_CODE = re.compile(r"[A-Z_.a-z]{1,60}\Z")


class TooLarge(TryLater):
    """The answer is more than we hold in memory; asking for less may help."""


class MatrixRefused(Refused):
    """A refusal with Matrix's own error code, so that callers can tell "gone" from "in use"."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(f"the homeserver refused: {code or status}")
        self.status = status
        self.code = code


def path(*parts: str) -> str:
    """A client-server path; every part is quoted, so an odd id cannot reach another endpoint."""
    return "/_matrix/client/v3/" + "/".join(quote(part, safe="") for part in parts)


class Http:
    """One homeserver, one access token."""

    def __init__(self, homeserver: str, token: str | None = None) -> None:
        self._base = homeserver.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._session: aiohttp.ClientSession | None = None

    async def request(
        self,
        method: str,
        where: str,
        body: Json | None = None,
        *,
        query: Mapping[str, str] | None = None,
        timeout: float = 30.0,
        largest: int | None = None,
    ) -> Json:
        """The JSON answer to a request that succeeded; else `TryLater`, `Refused`, `LoggedOut`."""
        most = largest or LARGEST_ANSWER
        status, headers, answer = await self._exchange(method, where, body, query, timeout, most)
        if status == 200:
            if answer is None:
                raise TryLater("the homeserver's answer was no JSON object")
            return answer
        raise refusal(status, headers, answer or {})

    async def answer(self, method: str, where: str, body: Json | None = None) -> tuple[int, Json]:
        """Status and answer as they are, for exchanges in which a 401 is a question."""
        status, _, answer = await self._exchange(method, where, body, None, 30.0, LARGEST_ANSWER)
        return status, answer or {}

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _exchange(
        self,
        method: str,
        where: str,
        body: Json | None,
        query: Mapping[str, str] | None,
        timeout: float,
        largest: int,
    ) -> tuple[int, Mapping[str, str], Json | None]:
        url = URL(self._base + where, encoded=True)
        try:
            async with self._open().request(
                method,
                url.with_query(dict(query)) if query else url,
                json=body if body is not None or method == "GET" else {},
                timeout=aiohttp.ClientTimeout(total=timeout, sock_connect=10),
                # A redirect would carry the token to wherever the answer points.
                allow_redirects=False,
            ) as response:
                raw = await _read(response, largest)
                return response.status, response.headers, _object(raw)
        except (aiohttp.ClientError, TimeoutError, OSError, asyncio.IncompleteReadError):
            # `from None`: the library's text holds the address, and with it room ids.
            raise TryLater("the homeserver could not be reached") from None

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                headers=self._headers, cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session


async def _read(response: aiohttp.ClientResponse, largest: int) -> bytes:
    parts, size = [], 0
    async for part in response.content.iter_chunked(CHUNK):
        size += len(part)
        if size > largest:
            raise TooLarge("the homeserver's answer was too large")
        parts.append(part)
    return b"".join(parts)


def _object(raw: bytes) -> Json | None:
    try:
        found = parse(raw)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def refusal(status: int, headers: Mapping[str, str], answer: Json) -> ChannelError:
    """What a failed answer means for the caller."""
    given = answer.get("errcode")
    # The code is the server's text; only what looks like a code may reach an error message.
    code = given if isinstance(given, str) and ERROR_CODE.match(given) else ""
    if status == 429 or code == "M_LIMIT_EXCEEDED":
        return TryLater("the homeserver asks us to slow down", wait_asked(headers, answer))
    if status == 401 or code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED"):
        return LoggedOut("the account's session is no longer valid")
    if 400 <= status < 500 and status != 408:
        return MatrixRefused(status, code)
    return TryLater(f"the homeserver failed with status {status}", wait_asked(headers, answer))


def wait_asked(headers: Mapping[str, str], answer: Json) -> float | None:
    """Seconds to wait by `Retry-After` or the older `retry_after_ms`, whichever is longer."""
    asked = []
    milliseconds = answer.get("retry_after_ms")
    if isinstance(milliseconds, int | float) and not isinstance(milliseconds, bool):
        asked.append(milliseconds / 1000)
    header = _header_seconds(headers.get("Retry-After"))
    if header is not None:
        asked.append(header)
    usable = [min(wait, LONGEST_WAIT_S) for wait in asked if wait >= 0]
    return max(usable, default=None)


def _header_seconds(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        return float(text)
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def text_of(thing: Any, *names: str) -> str:
    """The string at `thing[a][b]...`, or an empty one; for answers that may hold anything."""
    for name in names:
        thing = thing.get(name) if isinstance(thing, dict) else None
    return thing if isinstance(thing, str) else ""


def object_of(thing: Any, *names: str) -> Json:
    """The object at `thing[a][b]...`, or an empty one."""
    for name in names:
        thing = thing.get(name) if isinstance(thing, dict) else None
    return thing if isinstance(thing, dict) else {}


def list_of(thing: Any, *names: str) -> list[Any]:
    """The list at `thing[a][b]...`, or an empty one."""
    for name in names:
        thing = thing.get(name) if isinstance(thing, dict) else None
    return thing if isinstance(thing, list) else []
