"""Twenty thousand hostile texts, all the way from the reporter's chat to what staff clients get."""

import json
import os
import sqlite3
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from bot.channels.base import Account, TextCame
from bot.channels.matrix.content import heard, message_content, padded
from bot.channels.matrix.parse import parse
from bot.channels.memory import Sent
from bot.security.text import FRAME
from bot.storage import schema
from bot.storage.sqlite import _upgrade
from handoff import reporter
from tests.bot.hostile_texts import texts
from tests.bot.memory_line import (
    CHAT,
    LEILA,
    PERSON_NOW,
    MemoryLine,
    device_of,
    memory_line,
    quick_folder,
)
from tests.figure import Figure
from tests.homeserver.js_reporter import FOLDER, NEEDS_NODE, find_node

COUNT, AT_ONCE, SEED = 20_000, 20, 20261126
NEVER = {"Cc", "Cf", "Cs", "Co", "Cn"}
JOINERS = "\u200c\u200d"
Result = TypeVar("Result")


class Straight:
    """The same tables in memory, without a thread, a cipher or a disk to wait for."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        _upgrade(self._connection, schema.LINE)

    async def whole(self, work: Callable[[Any], Result]) -> Result:
        return work(self._connection)

    async def execute(self, _: str) -> None:
        """Nothing has to be folded back."""

    async def close(self) -> None:
        self._connection.close()

    async def ended(self) -> None:
        """There is no thread that could end."""


def came(line: MemoryLine, text: str) -> TextCame:
    """As the channel reads it from what a client encrypted."""
    content = {"msgtype": "m.text", "body": text}
    plain = parse(json.dumps({"type": "m.room.message", "content": content}).encode())
    read = heard(CHAT, line.fresh(), device_of(LEILA), plain, {})
    assert isinstance(read, TextCame)
    return read


def shown(sent: Sent) -> str:
    """The text as a client gets it: decrypted from the very bytes that are encrypted."""
    content = json.loads(padded(sent.room, "m.room.message", message_content(sent.message)))[
        "content"
    ]
    assert set(content) == {"msgtype", "body", "m.mentions"}
    assert (content["msgtype"], content["m.mentions"]) == ("m.text", {})
    return str(content["body"])


async def relayed(line: MemoryLine, said: list[TextCame]) -> list[str]:
    """Send these as the reporter; what the case room gets, in order."""
    room = await line.live()
    bodies: list[str] = []
    line.desk.sent.clear()
    for start in range(0, len(said), AT_ONCE):
        await line.came(Account.FRONT, *said[start : start + AT_ONCE])
        await line.settle()
        bodies += [shown(sent) for sent in line.desk.sent if sent.room == room]
        for channel in (line.desk, line.front):
            channel.sent.clear()  # each send looks through what was sent
    assert line.faults == []
    return bodies


def faults(body: str) -> list[str]:
    lines = body.split("\n")
    found = [] if all(one.startswith(FRAME) for one in lines) else ["a line without the frame"]
    if len(body.splitlines()) != len(lines):
        found.append("a hidden line end")
    bare = [c for c in body if unicodedata.category(c) in NEVER and c not in "\n" + JOINERS]
    return [*found, *(["a control character"] if bare else [])]


def linked(node: str, bodies: list[str]) -> list[list[str]]:
    """What two linkifiers that clients use would make a link of, for each text."""
    asked = "".join(json.dumps(body) + "\n" for body in bodies)
    answer = subprocess.run(
        [node, "linkify.mjs"],
        cwd=FOLDER,
        input=asked,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return [json.loads(one) for one in answer.stdout.split("\n") if one]


async def test_twenty_thousand_hostile_texts(
    monkeypatch: pytest.MonkeyPatch, figure: Figure
) -> None:
    """Nothing to click, nothing hidden, nothing faked; and what people write is left alone."""
    monkeypatch.setattr(reporter, "MOST_TEXT", 1000)
    generated = list(texts(COUNT, SEED))
    with quick_folder() as folder:
        async with memory_line(folder) as line:
            await line.store.close()
            line.store._db._connection = Straight()  # type: ignore[assignment]
            monkeypatch.setattr(line.outbox._pacing, "wait", lambda _: 0.0)
            await line.intake(PERSON_NOW)
            said = [came(line, text) for text, _ in generated]
            bodies = await relayed(line, said)
    expected = [
        (one.untrusted_text, harmless) for one, (_, harmless) in zip(said, generated, strict=True)
    ]
    assert len(bodies) == len(expected) == COUNT
    wrong = Counter(fault for body in bodies for fault in faults(body))
    spoiled = [
        text
        for (text, harmless), body in zip(expected, bodies, strict=True)
        if harmless and body != FRAME + unicodedata.normalize("NFC", text)
    ]
    figure("hostile texts relayed to staff", len(bodies))
    figure("of these with a line without frame, a control or a hidden line end", wrong.total())
    figure("harmless texts changed on the way, of 2,000", len(spoiled))
    assert wrong == {}
    assert spoiled == []
    node = find_node()
    if node is None:
        assert not os.environ.get(NEEDS_NODE)
        pytest.skip("the linkifiers need `npm ci` in tests/homeserver/js")
    assert len(linked(node, ["see evil.nl", "nothing"])[0]) >= 2, "the linkifiers see what is there"
    links = [
        (body, found) for body, found in zip(bodies, linked(node, bodies), strict=True) if found
    ]
    figure("of these with anything that linkify-it or linkifyjs makes a link of", len(links))
    assert links[:5] == []
