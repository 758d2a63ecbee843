"""A seized disk with every key it holds, and all that the homeserver passed on: nothing opens."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from bot.channels.base import JournalKey
from bot.channels.journal import StateJournal
from bot.channels.matrix.group import GroupSessions, index_of, read_with
from bot.channels.matrix.http import Http
from bot.channels.matrix.machine import Machine, OlmPayload
from tests.figure import Figure
from tests.homeserver.matrix_bots import raw
from tests.homeserver.matrix_line import Line, NewLine, chat
from tests.homeserver.people import NewPerson

TALK = ("hello", "they call my mother", "every week", "thank you")


class Recorder:
    """Everything that a homeserver gave the line, as it could have kept it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.letters: list[dict[str, Any]] = []
        request = Http.request

        async def recorded(http: Http, *args: Any, **named: Any) -> Any:
            answer = await request(http, *args, **named)
            self.letters += answer.get("to_device", {}).get("events", [])
            return answer

        monkeypatch.setattr(Http, "request", recorded)


class Adversary:
    """Has the decrypted rows of the journal, loads them as the line would, and tries it all."""

    def __init__(self, line: Line, rows: dict[JournalKey, bytes]) -> None:
        journal = StateJournal(line.keeper, line.account)
        self.machine = Machine(journal, line.id, line.settings.session.device)
        self.machine.load(rows)
        self.groups = GroupSessions(journal)
        self.groups.load(rows, self.machine.pickle_key)

    def letters_opened(self, letters: list[dict[str, Any]]) -> int:
        opened = [self.machine.open(one["sender"], one["content"]) for one in letters]
        for payload in opened:
            if isinstance(payload, OlmPayload) and payload.kind == "m.room_key":
                self.groups.add(payload)
        return sum(isinstance(one, OlmPayload) for one in opened)

    def texts(self, room: str, events: list[dict[str, Any]]) -> list[str]:
        found = []
        for event in events:
            content = event["content"]
            index = index_of(content["ciphertext"])
            for session in self.groups.find(room, content["session_id"], index):
                opened = read_with(session, content["ciphertext"])
                found += [opened[0]["content"]["body"]] if opened else []
        return found


async def test_what_was_read_cannot_be_read_again(
    line: NewLine, person: NewPerson, monkeypatch: pytest.MonkeyPatch, figure: Figure
) -> None:
    """The same adversary who has the rows from before the talk was read can read it."""
    recorder = Recorder(monkeypatch)
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    early = dict(front.keeper.rows)
    for text in TALK:
        await anna.say(room, text)
        await front.reads(text)
        await front.say(room, f"you said: {text}")
    late = dict(front.keeper.rows)

    path = f"/_matrix/client/v3/rooms/{quote(room)}/messages?dir=f&limit=100"
    chunk = (await raw(anna, "GET", path))["chunk"]
    events = [one for one in chunk if one["type"] == "m.room.encrypted"]
    before, after = Adversary(front, early), Adversary(front, late)
    letters, again = before.letters_opened(recorder.letters), after.letters_opened(recorder.letters)
    read = after.texts(room, events)
    figure(
        "messages read once that a seized disk and the homeserver's copy open again",
        f"{len(read)} of {len(events)}",
    )
    assert letters
    assert set(before.texts(room, events)) >= set(TALK)
    assert again == 0
    assert read == []
    assert [
        text for text in TALK if text in json.dumps([str(value) for value in late.values()])
    ] == []


async def test_replaced_sessions_go_and_later_messages_are_read(
    line: NewLine, person: NewPerson
) -> None:
    """Of one device one session is kept, whatever it used before."""
    front, anna = await line(), await person("anna")
    room = await chat(anna, front)
    for number in range(4):
        await anna.say(room, f"number {number}")
        await front.reads(f"number {number}")
        anna.client.invalidate_outbound_session(room)
    assert sum(kind == "megolm" for kind, _ in front.keeper.rows) == 1
    await front.restart()
    await anna.say(room, "last")
    await front.reads("last")
    assert sum(kind == "megolm" for kind, _ in front.keeper.rows) == 1
