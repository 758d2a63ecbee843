"""A network between line and homeserver that fails in the middle of things."""

import asyncio
import random

from aiohttp import web

from tests.homeserver.matrix_meddler import Meddler


class BadNetwork(Meddler):
    """Cuts connections before and after the homeserver acted, and asks for patience."""

    def __init__(self, behind: str, chance: random.Random) -> None:
        super().__init__(behind)
        self._chance = chance
        self.badness = 0.0
        """How many of all requests meet with something."""
        self.cut = self.limited = 0

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        fate = self._chance.random() / self.badness if self.badness else 1.0
        if fate < 0.3:
            self.limited += 1
            body = {"errcode": "M_LIMIT_EXCEEDED", "error": "slow", "retry_after_ms": 150}
            return web.json_response(body, status=429)
        if fate < 0.5:
            return self._cut(request)
        answer = await super()._handle(request)
        return self._cut(request) if fate < 1.0 else answer

    def _cut(self, request: web.Request) -> web.StreamResponse:
        """The caller never learns what became of it."""
        self.cut += 1
        if request.transport is not None:
            request.transport.abort()
        raise asyncio.CancelledError
