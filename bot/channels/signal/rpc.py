"""One connection to the daemon: requests matched with their answers, and what it tells by itself.

A daemon whose client stops reading stops receiving and answering (its writes share one lock). So
one task does nothing but read, and what it reads waits here, never there.
"""

import asyncio
import itertools
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from bot.channels.guard import nothing_escapes
from bot.errors import ChannelError, TryLater
from dialogs.hushed import Hushed

ANSWERED_WITHIN_S = 60.0
LONGEST_LINE = 32 << 20
"""Signal-cli itself ends a connection on a text of 20 million characters."""

Json = Mapping[str, Any]


class DaemonError(ChannelError):
    """The daemon's refusal, without its words: those can hold numbers and accounts."""

    def __init__(self, code: int, response: Json | None) -> None:
        super().__init__(f"signal-cli: error {code}")
        self.code = code
        self.response = response or {}
        """`error.data.response`, as of a send that failed."""


class Connection(Hushed):
    """Open it with `Connection.open`; after an end of any kind only a new one helps."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        told: "asyncio.Queue[Json]",
    ) -> None:
        self._reader, self._writer, self._told = reader, writer, told
        self._numbers = itertools.count(1)
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def open(cls, socket: Path, told: "asyncio.Queue[Json]") -> Self:
        """Raises `TryLater` while nobody listens; notifications go into the queue."""
        try:
            streams = await asyncio.open_unix_connection(str(socket), limit=LONGEST_LINE)
        except OSError:
            raise TryLater("signal-cli does not listen") from None
        return cls(*streams, told)

    async def ask(self, method: str, params: Json, within_s: float = ANSWERED_WITHIN_S) -> Any:
        """Raises `DaemonError`, or `TryLater` when there is no answer: it may be done or not."""
        number = next(self._numbers)
        line = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._asked[number] = answer
        try:
            if self._reading.done():
                raise TryLater("signal-cli has gone")
            async with asyncio.timeout(within_s):
                self._writer.write(json.dumps(line).encode() + b"\n")
                await self._writer.drain()
                return await answer
        except (TimeoutError, OSError):
            raise TryLater("signal-cli does not answer") from None
        finally:
            self._asked.pop(number, None)

    async def ended(self) -> None:
        """Return when the daemon has gone."""
        await asyncio.wait([self._reading])

    async def close(self) -> None:
        self._reading.cancel()
        await asyncio.wait([self._reading])
        self._writer.close()
        with suppress(OSError):
            await self._writer.wait_closed()

    async def _read(self) -> None:
        try:
            while line := await self._reader.readline():
                if not line.endswith(b"\n"):
                    break  # it died while it wrote
                self._take(line)
        except (OSError, ValueError):  # too long a line is a ValueError
            pass
        finally:
            for answer in self._asked.values():
                if not answer.done():
                    answer.set_exception(TryLater("signal-cli has gone"))

    def _take(self, line: bytes) -> None:
        said: Any = None
        with nothing_escapes():
            said = json.loads(line)
        for one in said if isinstance(said, list) else [said]:
            if not isinstance(one, dict):
                continue
            if one.get("method") == "receive" and isinstance(one.get("params"), dict):
                self._told.put_nowait(one["params"])
            else:
                self._answer(one)

    def _answer(self, said: Json) -> None:
        number = said.get("id")
        answer = self._asked.get(number) if isinstance(number, int) else None
        if answer is None or answer.done():
            return
        error = said.get("error")
        if error is None:
            answer.set_result(said.get("result"))
            return
        code = error.get("code") if isinstance(error, dict) else None
        data = error.get("data") if isinstance(error, dict) else None
        response = data.get("response") if isinstance(data, dict) else None
        answer.set_exception(
            DaemonError(
                code if isinstance(code, int) else 0,
                response if isinstance(response, dict) else None,
            )
        )
