"""A proxy before the homeserver that loses answers, refuses and counts."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Self

import aiohttp
from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Rule = Callable[[web.Request], web.StreamResponse | None]
"""Answers in place of the homeserver, or None to pass the request on."""


class Meddler:
    """Passes everything on, but for what the rules say."""

    def __init__(self, behind: str) -> None:
        self._behind = behind
        self.rules: list[Rule] = []
        self.to_lose: list[tuple[str, bytes]] = []
        self.asked: Counter[str] = Counter()
        """How often each kind of path was asked for."""
        self.url = ""

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=2**26)
        app.router.add_route("*", "/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()
        await self._session.close()

    def refuse(
        self,
        part: str,
        status: int,
        body: object,
        times: int = 10**9,
        headers: dict[str, str] | None = None,
        *,
        encoded: bool = False,
    ) -> list[str]:
        """Answer requests whose path holds `part` like this; gives the paths that were refused."""
        hit: list[str] = []

        def rule(request: web.Request) -> web.StreamResponse | None:
            if part not in (request.raw_path if encoded else request.path) or len(hit) >= times:
                return None
            hit.append(request.path)
            return web.json_response(body, status=status, headers=headers)

        self.rules.append(rule)
        return hit

    def lose(self, part: str, within: bytes = b"") -> None:
        """Pass on the next such request, and never bring back its answer."""
        self.to_lose.append((part, within))

    def _loses(self, path: str, body: bytes) -> bool:
        for wanted in self.to_lose:
            if wanted[0] in path and wanted[1] in body:
                self.to_lose.remove(wanted)
                return True
        return False

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        self.asked[request.path.rsplit("/v3/", 1)[-1].split("/", 1)[0]] += 1
        for rule in self.rules:
            answer = rule(request)
            if answer is not None:
                return answer
        headers = {
            name: request.headers[name]
            for name in ("Authorization", "Content-Type")
            if name in request.headers
        }
        target = self._behind + request.path_qs
        sent = await request.read()
        async with self._session.request(
            request.method, target, data=sent, headers=headers
        ) as response:
            body = await response.read()
        if self._loses(request.path, sent):
            await asyncio.sleep(600)
        return web.Response(body=body, status=response.status, content_type="application/json")
