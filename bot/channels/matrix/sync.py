"""Asking the homeserver what is new, patiently."""

import asyncio
import json
import time

from bot.channels.base import Account
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import LARGEST_ANSWER, Http, TooLarge, object_of, path, text_of
from bot.channels.matrix.invites import pause
from bot.errors import LoggedOut, Refused, TryLater

LONGEST_PAUSE_S = 60.0
LONGEST_REST_S = 5.0
"""Between answers that bring nothing and come at once, though we asked to wait for news."""
LIMIT = 50
"""Messages of one room in one answer; what is left out is fetched room by room."""
LAST_RESORT = 8
"""With one message of each room an answer may be so many times as large as any other."""
EVENTS = (
    "m.room.encrypted",
    "m.room.message",
    "m.sticker",
    "m.room.redaction",
    "m.room.member",
    "m.room.encryption",
    "m.room.create",
    "m.room.tombstone",
)
STATE = ("m.room.member", "m.room.encryption", "m.room.create", "m.room.tombstone")
NOTHING: Json = {"types": []}


def sync_filter(account: Account, limit: int = LIMIT) -> str:
    """Only what we act on. The front leaves member lists out: a stranger may invite it anywhere."""
    lazy = {"lazy_load_members": account is Account.FRONT}
    return json.dumps(
        {
            "presence": NOTHING,
            "account_data": NOTHING,
            "room": {
                "account_data": NOTHING,
                "ephemeral": NOTHING,
                "state": {"types": STATE} | lazy,
                "timeline": {"types": EVENTS, "limit": limit} | lazy,
            },
        },
        separators=(",", ":"),
    )


class Poller:
    """One long poll after the other; failures are waited out with growing pauses."""

    def __init__(self, http: Http, account: Account, hold_s: float) -> None:
        self._http, self._account, self._hold_s = http, account, hold_s
        self._limit = LIMIT
        self._empty = 0

    async def next(self, since: str | None) -> Json:
        """The next answer; only `LoggedOut` gets out."""
        failures = 0
        while True:
            try:
                await self._rest()
                return await self._ask(since, quick=failures > 0)
            except LoggedOut:
                raise
            except TooLarge:
                # A crowd wrote while we were away; who has most to say must not keep us away.
                await asyncio.sleep(pause(0 if self._limit > 1 else failures, LONGEST_PAUSE_S))
                self._limit, failures = max(1, self._limit // 4), min(failures + 1, 10)
            except (TryLater, Refused) as error:
                asked = error.after if isinstance(error, TryLater) else None
                await asyncio.sleep(max(asked or 0.0, pause(failures, LONGEST_PAUSE_S)))
                failures = min(failures + 1, 10)

    async def _rest(self) -> None:
        """A homeserver that does not hold its answer back must not keep us busy."""
        if self._empty:
            await asyncio.sleep(pause(min(self._empty, 10) - 3, LONGEST_REST_S))

    async def _ask(self, since: str | None, *, quick: bool) -> Json:
        query = {"filter": sync_filter(self._account, self._limit), "set_presence": "offline"}
        hold = 0.0 if quick or since is None else self._hold_s
        query["timeout"] = str(int(hold * 1000))
        if since is not None:
            query["since"] = since
        asked = time.monotonic()
        largest = LARGEST_ANSWER * (LAST_RESORT if self._limit == 1 else 1)
        answer = await self._http.request(
            "GET", path("sync"), query=query, timeout=hold + 60.0, largest=largest
        )
        self._limit = LIMIT
        waited = time.monotonic() - asked >= hold / 2
        self._empty = 0 if waited or not _brings_nothing(answer, since) else self._empty + 1
        if not text_of(answer, "next_batch"):
            raise TryLater("the homeserver's answer has no next_batch")
        return answer


def _brings_nothing(answer: Json, since: str | None) -> bool:
    parts = ("rooms", "to_device", "device_lists")
    return text_of(answer, "next_batch") == since or not any(
        any(object_of(answer, part).values()) for part in parts
    )
