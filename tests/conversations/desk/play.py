"""Play a transcript of the desk through the real inbox, decisions, outbox and database.

`reporter> `, `desk> ` and `case> ` is what someone types there; `<` is what the line shows there.
`elsewhere> ` is the reporter with another account in a new chat. `{code}` is the code shown last,
`{group}` its first group.
In brackets: who else it is (`bram`), which earlier line it edits or removes (counted per place),
a file, or a device that is not proven. `event> ` is everything that is not writing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.channels.base import (
    Account,
    EventId,
    NewRoom,
    NotRead,
    RoomUnfit,
    Unfit,
    Unreadable,
)
from bot.channels.memory import MemoryChannel, Sent
from bot.errors import Refused
from bot.security.devices import Device, DeviceKey, PersonId, RoomId
from dialogs.model import Language
from tests.bot.memory_line import (
    ANNA,
    ANSWERED_HERE,
    ANSWERED_ON_RETURN,
    BRAM,
    CHAT,
    DESK_ROOM,
    LEILA,
    MESSAGE,
    PERSON_NOW,
    MemoryLine,
    memory_line,
    quick_folder,
)
from tests.conversations.play import HOURS

HERE = Path(__file__).resolve().parent
_INPUT = re.compile(r"^(reporter|elsewhere|desk|case|time|event)(?: \(([^)]*)\))?> ?(.*)$")
_OUTPUT = re.compile(r"^(reporter|elsewhere|desk|case|kept)< ")
ELSEWHERE, OTHER_ACCOUNT = RoomId("!elsewhere:people.test"), PersonId("@noor:people.test")
_REPORTERS = {
    "someone": (CHAT, LEILA),
    "someone else": (ELSEWHERE, OTHER_ACCOUNT),
    "a third one": (RoomId("!third:people.test"), PersonId("@omid:people.test")),
}
_CODE = re.compile(r"\u2066(\d{5}(?: \d{5}){4})\u2069")
_INVISIBLE = str.maketrans("", "", "\u2066\u2068\u2069")
KEPT = ("cases", "routes", "copies", "outbox", "inbox", "codes", "sealed")
_UNITS = {"minutes": "minutes", "hours": "hours", "days": "days"}
_STORY = {
    "nl": "Een man van het consulaat belt mijn moeder.",
    "en": "A man of the consulate calls my mother.",
}
_PEOPLE = {"anna": ANNA, "bram": BRAM, "a stranger": PersonId("@mallory:elsewhere.test")}
_WAYS = {
    "asks for a person": PERSON_NOW,
    "leaves a message, to be answered here": (*MESSAGE, *ANSWERED_HERE),
    "leaves a message, to be answered when they write": (*MESSAGE, *ANSWERED_ON_RETURN),
    "leaves a message for a woman from outside, and others may read along": (
        *("3", "1", *MESSAGE[1:]),
        *("1 3", *ANSWERED_ON_RETURN[1:]),
    ),
    "begins to tell": PERSON_NOW[:2],
    "is in danger and asks for a person": ("2", "1", "4", "1", "1"),
    "is under 18 and asks for a person": (*PERSON_NOW[:-2], "2", "1"),
}


@dataclass
class Step:
    place: str
    how: str
    text: str
    comments: list[str] = field(default_factory=list)


def transcripts() -> list[Path]:
    return sorted(HERE.glob("*/*.txt"))


def read_steps(text: str) -> list[Step]:
    """What people do; what the line shows is left out."""
    steps: list[Step] = []
    comments: list[str] = []
    current: Step | None = None
    for row in text.splitlines():
        if row.startswith("#"):
            comments.append(row)
        elif found := _INPUT.match(row):
            current = Step(found.group(1), found.group(2) or "", found.group(3), comments)
            steps.append(current)
            comments = []
        elif _OUTPUT.match(row):
            current = None
        elif current is not None and row.startswith("  "):
            current.text += "\n" + row.removeprefix("  ")
    return steps


async def play(text: str, language: str) -> str:
    """Play all steps; the transcript comes back with what the line really shows."""
    with quick_folder() as folder:
        async with memory_line(folder, Language(language)) as line:
            player = _Player(line, language)
            blocks: list[str] = []
            for step in read_steps(text):
                if step.comments:
                    blocks.append("\n".join(step.comments))
                blocks.append(_written(step))
                await player.take(step)
                blocks += player.shown()
                assert line.faults == []
            blocks.append(await player.kept())
    return "\n\n".join(blocks) + "\n"


def _written(step: Step) -> str:
    how = f" ({step.how})" if step.how else ""
    return _indented(f"{step.place}{how}> {step.text}")


def _indented(text: str) -> str:
    return re.sub(r"\n(?=.)", "\n  ", text.translate(_INVISIBLE)).rstrip()


class _Seen:
    """How much of what a channel did was already written down."""

    def __init__(self, channel: MemoryChannel) -> None:
        self._channel = channel
        self._sent = self._redacted = self._left = self._invited = 0

    def news(self, room: RoomId, name: str) -> Iterator[str]:
        channel = self._channel
        for sent in channel.sent[self._sent :]:
            if sent.room == room:
                yield f"{name}< {_told(sent)}"
        for there, person in channel.invited[self._invited :]:
            if there == room:
                yield f"{name}< ({_name(person)} is invited)"
        gone = [event for there, event in channel.redacted[self._redacted :] if there == room]
        for event in gone if len(gone) < 3 else []:
            yield f"{name}< (taken back) {self._first_line(event)}"
        if len(gone) >= 3:
            yield f"{name}< ({len(gone)} messages are taken back)"
        if room in channel.left[self._left :]:
            yield f"{name}< (the line leaves)"

    def done(self) -> None:
        channel = self._channel
        self._sent, self._redacted = len(channel.sent), len(channel.redacted)
        self._left, self._invited = len(channel.left), len(channel.invited)

    def _first_line(self, event: EventId) -> str:
        texts = [sent.message.text for sent in self._channel.sent if sent.event == event]
        return texts[0].split("\n")[0] if texts else "what was typed there"


def _told(sent: Sent) -> str:
    called = ", ".join(map(_name, sent.message.mentions))
    to = f"(to {called}) " if called else ""
    return ("(corrected) " if sent.message.replaces else "") + to + sent.message.text


async def _refuse(wanted: NewRoom) -> RoomId:
    raise Refused("no rooms today")


def _name(person: PersonId) -> str:
    return next((name for name, one in _PEOPLE.items() if one == person), "someone")


class _Player:
    def __init__(self, line: MemoryLine, language: str) -> None:
        self._line = line
        self._language = language
        self._typed: dict[str, list[EventId]] = {
            place: [] for place in ("reporter", "elsewhere", "desk", "case")
        }
        self._front, self._desk = _Seen(line.front), _Seen(line.desk)

    async def take(self, step: Step) -> None:
        if step.place == "time":
            count, unit = step.text.split()
            await self._line.wait(timedelta(**{_UNITS[unit]: int(count)}))
        elif step.place == "event":
            await self._event(step.text)
        else:
            await self._types(step)
        await self._line.settle()

    async def _types(self, step: Step) -> None:
        room, person = self._where(step)
        how, _, target = step.how.partition(" ")
        earlier = self._typed[step.place]
        if how == "removes":
            await self._line.takes_back(earlier[int(target) - 1], room, person)
        elif how == "file":
            await self._line.sends_file(room, person)
        else:
            replaces = earlier[int(target) - 1] if how == "edits" else None
            device = Device(person, DeviceKey("other"), None) if how == "unproven" else None
            text = self._filled(step.text)
            event = await self._line.writes(text, room, person, replaces, device)
            earlier.append(event)

    def _filled(self, text: str) -> str:
        shown = [code for one in self._line.front.sent for code in _CODE.findall(one.message.text)]
        code = shown[-1] if shown else ""
        return text.replace("{code}", code).replace("{group}", code[:5])

    def _where(self, step: Step) -> tuple[RoomId, PersonId]:
        if step.place == "reporter":
            return CHAT, LEILA
        if step.place == "elsewhere":
            return ELSEWHERE, OTHER_ACCOUNT
        room = DESK_ROOM if step.place == "desk" else self._line.case_room()
        return room, BRAM if step.how == "bram" else ANNA

    async def _event(self, text: str) -> None:
        for who, (room, person) in _REPORTERS.items():
            if way := _WAYS.get(text.removeprefix(f"{who} ")):
                number = "1" if self._language == "nl" else "2"
                await self._line.intake(way, _STORY[self._language], room, person, number)
                self._front.done()
                return
        name, _, what = text.partition(" comes into the ")
        if name in _PEOPLE:
            room = DESK_ROOM if what == "desk room" else self._line.case_room()
            await self._line.joins(room, _PEOPLE[name])
            return
        await self._trouble(text)

    async def _trouble(self, text: str) -> None:
        line = self._line
        match text:
            case "anna leaves the case room":
                await line.leaves(line.case_room(), ANNA)
            case "the reporter leaves the chat":
                await line.leaves(CHAT, LEILA)
            case "a third person comes into the chat":
                await line.came(Account.FRONT, RoomUnfit(CHAT, line.fresh(), Unfit.GROUP))
            case "a message of the reporter has no key":
                unread = NotRead(CHAT, line.fresh(), LEILA, Unreadable.NO_KEY)
                await line.came(Account.FRONT, unread)
            case "a message of anna has no key":
                room = line.case_room()
                unread = NotRead(room, line.fresh(), ANNA, Unreadable.NO_KEY)
                await line.came(Account.DESK, unread)
            case "the chat takes no messages any more":
                line.front.encrypted.pop(CHAT)
            case "the case room takes no messages any more":
                line.desk.encrypted.pop(line.case_room())
            case "the line has opening hours":
                line.team.hours = HOURS
            case "the homeserver makes no rooms":
                line.desk.create_room = _refuse  # type: ignore[method-assign]
            case _:
                raise ValueError(text)

    def shown(self) -> list[str]:
        line = self._line
        rooms = dict.fromkeys(room for room, _ in line.desk.invited)
        rooms |= dict.fromkeys(sent.room for sent in line.desk.sent if sent.room != DESK_ROOM)
        news = [*self._front.news(CHAT, "reporter"), *self._front.news(ELSEWHERE, "elsewhere")]
        news += [*self._desk.news(DESK_ROOM, "desk")]
        for room in rooms:
            news += self._desk.news(room, "case")
        self._front.done()
        self._desk.done()
        return [_indented(one) for one in news]

    async def kept(self) -> str:
        """What the database still holds that could tell of the reporter."""
        rows = await self._line.rows()
        held = [name for name in KEPT if rows[name]]
        return f"kept< {', '.join(held) if held else 'nothing'}"
