"""Signal itself and everybody's phones, for the double of signal-cli to talk to."""

import asyncio
import json
import secrets
import time
from collections import deque
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

NUMBER = "+3197000000000"
OWN = str(uuid4())
HEARD_WITHIN_S = 10.0


class Failure(Enum):
    """What becomes of a send that Signal does not take as it should."""

    LIMITED = "limited"
    CHALLENGED = "challenged"
    NETWORK = "network"
    UNREGISTERED = "unregistered"
    UNEXPECTED = "unexpected"
    HANG = "hang"
    SENT_THEN_HANG = "sent then hang"
    """It arrives, and whoever sent it never hears of that."""


_ANSWERS: dict[Failure, dict[str, Any]] = {
    Failure.LIMITED: {"kind": "RATE_LIMIT_FAILURE", "retryAfterSeconds": 1},
    Failure.CHALLENGED: {
        "kind": "RATE_LIMIT_FAILURE",
        "retryAfterSeconds": 1,
        "token": "a-token",
    },
    Failure.NETWORK: {"kind": "NETWORK_FAILURE"},
    Failure.UNREGISTERED: {"kind": "UNREGISTERED_FAILURE"},
    Failure.UNEXPECTED: {"kind": "UNEXPECTED"},
    Failure.HANG: {"kind": "HANG"},
    Failure.SENT_THEN_HANG: {"kind": "HANG"},
}


@dataclass(frozen=True)
class Bubble:
    """One message as a phone shows it."""

    timestamp: int
    text: str
    expires_s: int = 0
    withdrawn: bool = False
    edited: bool = False
    quotes: int | None = None


@dataclass
class Phone:
    """Somebody's, and what its screen shows of the line."""

    service: "SignalService"
    aci: str = field(default_factory=lambda: str(uuid4()))
    number: str | None = None
    name: str = ""
    key: str = field(default_factory=lambda: secrets.token_hex(8))
    timer_s: int = 0
    chat: list[Bubble] = field(default_factory=list)
    reactions: dict[int, str] = field(default_factory=dict)
    first: bool = True
    """Nothing was sent with this key yet."""
    _last: int = 0

    # ---- what it sends --------------------------------------------------------------------

    def writes(self, text: str | None, timestamp: int | None = None, **more: Any) -> int:
        at = timestamp or self._stamp()
        self._puts(at, {"dataMessage": self._data(at, text, **more)})
        return at

    def edits(self, target: int, text: str) -> int:
        at = self._stamp()
        edit = {"targetSentTimestamp": target, "dataMessage": self._data(at, text)}
        self._puts(at, {"editMessage": edit})
        return at

    def takes_back(self, target: int) -> int:
        return self.writes(None, remoteDelete={"timestamp": target})

    def answers(self, target: int, author: str, text: str) -> int:
        quote = {"id": target, "authorUuid": author, "authorNumber": None, "text": "…"}
        return self.writes(text, quote=quote)

    def sends_file(
        self, name: str | None = None, text: str | None = None, *, fails: bool = False
    ) -> int:
        stored = f"{secrets.token_hex(4)}.png"
        shown = {"contentType": "image/png", "filename": name, "id": stored, "size": 4}
        file = {"id": stored, "content": "cafe", "fails": fails}
        at = self._stamp()
        data = self._data(at, text, attachments=[shown])
        self._puts(at, {"dataMessage": data}, files=[file])
        return at

    def writes_in_group(self, text: str) -> int:
        group = {"groupId": "R1JPVVA=", "groupName": "X", "revision": 1, "type": "DELIVER"}
        return self.writes(text, groupInfo=group)

    def sends(self, **content: Any) -> int:
        """Anything else, as the envelope has it."""
        at = self._stamp()
        self._puts(at, content)
        return at

    def changes_timer(self, seconds: int) -> None:
        self.timer_s = seconds
        self.writes(None, isExpirationUpdate=True)

    def is_unreadable(self, kind: str = "ProtocolInvalidKeyIdException") -> int:
        at = self._stamp()
        self._puts(at, {}, kind=kind)
        return at

    def breaks_the_receiver(self) -> None:
        """A story that it cannot parse."""
        self._puts(self._stamp(), {}, kind="unparsable")

    def crashes_the_daemon(self, text: str) -> None:
        """In the middle of the line that tells of this text."""
        at = self._stamp()
        self._puts(at, {"dataMessage": self._data(at, text)}, crash=True)

    def is_set_up_anew(self) -> None:
        self.key, self.first = secrets.token_hex(8), True
        self.chat.clear()

    # ---- what it shows --------------------------------------------------------------------

    async def hears(self, words: str, within_s: float = HEARD_WITHIN_S) -> Bubble:
        await self.service.until(lambda: any(words in one.text for one in self.chat), within_s)
        return next(one for one in reversed(self.chat) if words in one.text)

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.chat if not one.withdrawn]

    def shows(self, at: int, question: dict[str, Any]) -> None:
        if "message" in question:
            self._shows_text(at, question)
        elif "withdraws" in question:
            self._change(question["withdraws"], withdrawn=True)
        elif "reacts" in question:
            self.reactions[question["reacts"]] = question["emoji"]

    def _shows_text(self, at: int, question: dict[str, Any]) -> None:
        text, timer = question["message"], question["timer"] or 0
        if question["edits"]:
            self._change(question["edits"], text=text, edited=True)
        else:
            self.chat.append(Bubble(at, text, timer, quotes=question["quotes"]))

    def _change(self, target: int, **changes: Any) -> None:
        self.chat = [
            replace(one, **changes) if one.timestamp == target else one for one in self.chat
        ]

    # ---- how it is sent -------------------------------------------------------------------

    def _stamp(self) -> int:
        self._last = max(self._last + 1, int(time.time() * 1000))
        return self._last

    def _data(self, at: int, text: str | None, **more: Any) -> dict[str, Any]:
        return {
            "timestamp": at,
            "message": text,
            "expiresInSeconds": self.timer_s,
            "isExpirationUpdate": False,
            "viewOnce": False,
            **more,
        }

    def _puts(
        self,
        at: int,
        content: dict[str, Any],
        *,
        kind: str = "message",
        files: list[dict[str, Any]] | None = None,
        crash: bool = False,
    ) -> None:
        envelope = {
            "source": self.number or self.aci,
            "sourceNumber": self.number,
            "sourceUuid": self.aci,
            "sourceName": self.name,
            "sourceDevice": 1,
            "timestamp": at,
            "serverReceivedTimestamp": at + 50,
            "serverDeliveredTimestamp": at + 60,
        }
        item: dict[str, Any] = {
            "kind": kind,
            "aci": self.aci,
            "number": self.number,
            "name": self.name,
        }
        item |= {"timer": self.timer_s, "key": self.key, "first": self.first, "timestamp": at}
        item |= {"envelope": envelope, "content": content, "files": files or [], "crash": crash}
        self.first = False
        self.service.queue.append(item)


class SignalService:
    """`async with`; give its `socket` to the double as `SIGNAL_DOUBLE_SERVICE`."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "signal-itself"
        self.queue: deque[dict[str, Any]] = deque()
        """What waits at Signal until a daemon acknowledges it."""
        self.settings: list[tuple[str, Any]] = []
        self.sends: list[tuple[str, int]] = []
        """To whom, and when, in the order in which they left."""
        self.registered = True
        self.challenge: str | None = None
        self._phones: dict[str, Phone] = {}
        self._failures: deque[Failure] = deque()
        self._stack = AsyncExitStack()
        self._news = asyncio.Condition()

    def phone(self, **about: Any) -> Phone:
        made = Phone(self, **about)
        self._phones[made.aci] = made
        return made

    def fail_next(self, *failures: Failure) -> None:
        self._failures.extend(failures)

    async def until(self, true: Any, within_s: float = HEARD_WITHIN_S) -> None:
        async with asyncio.timeout(within_s):
            while not true():
                await asyncio.sleep(0.01)

    async def __aenter__(self) -> Self:
        server = await asyncio.start_unix_server(self._answer, str(self.socket), limit=1 << 26)
        self._stack.push_async_callback(server.wait_closed)
        self._stack.callback(server.close)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._stack.aclose()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            question = json.loads(await reader.readline())
            answer = getattr(self, f"_on_{question.pop('op')}")(**question)
            writer.write(json.dumps(answer).encode() + b"\n")
            await writer.drain()
        except (OSError, ValueError):
            pass  # the daemon was killed
        finally:
            writer.close()

    def _on_fetch(self) -> Any:
        return self.queue[0] if self.queue and self.registered else None

    def _on_acknowledge(self) -> None:
        """From here on Signal has forgotten it."""
        self.queue.popleft()

    def _on_send(self, aci: str, timestamp: int, **question: Any) -> Any:
        failure = self._failures.popleft() if self._failures else None
        if failure is Failure.CHALLENGED:
            self.challenge = "a-token"
        if failure is None and self.challenge:
            failure = Failure.CHALLENGED
        if failure is None or failure is Failure.SENT_THEN_HANG:
            self.sends.append((aci, timestamp))
            if phone := self._phones.get(aci):
                phone.shows(timestamp, question)
        return _ANSWERS[failure] if failure else {"kind": "SUCCESS"}

    def _on_resend(self, item: dict[str, Any]) -> None:
        self.queue.appendleft({**item, "first": True})

    def _on_delivered(self, aci: str, timestamp: int) -> None:
        """A receipt, which the sender's app shows as a second tick."""

    def _on_key(self, aci: str) -> str | None:
        phone = self._phones.get(aci)
        return phone.key if phone else None

    def _on_timer(self, aci: str, seconds: int) -> None:
        if phone := self._phones.get(aci):
            phone.timer_s = seconds

    def _on_own(self) -> str:
        return OWN

    def _on_registered(self, account: str) -> bool:
        return self.registered and account == NUMBER

    def _on_setting(self, name: str, value: Any) -> None:
        self.settings.append((name, value))

    def _on_solve(self, token: str, captcha: str) -> bool:
        solved = token == self.challenge and captcha.startswith("signalcaptcha://")
        if solved:
            self.challenge = None
        return solved

    def _on_link(self) -> str:
        return NUMBER
