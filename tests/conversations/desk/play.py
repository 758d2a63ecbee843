"""Play a transcript of the desk through the real inbox, decisions, outbox and database.

`reporter> `, `desk> ` and `case> ` is what someone types there; `<` is what the line shows there.
`elsewhere> ` is the reporter with another account in a new chat. `{code}` is the code shown last,
`{group}` its first group.
`operator> ` is a command of the command line that starts with `staff`; `<` is what it prints.
In brackets: who else it is (`bram`, or `new phone`: Anna with another one), which earlier line it
edits or removes (counted per place), which message it answers (by its words), that it is in a
thread, a file, or a device that is not proven. `event> ` is everything that is not writing.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
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
from bot.errors import ConfigurationError, Refused
from bot.operating.naming import read_wanted
from bot.security.devices import Device, DeviceKey, PersonId, RoomId
from bot.translation.base import Model
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
    PERSON_IN_DANGER,
    PERSON_NOW,
    QUESTIONS,
    UNCOUNTED,
    MemoryLine,
    master_of,
    memory_line,
    quick_folder,
)
from tests.conversations.play import HOURS
from tests.translation.phrases import PhraseTranslator

HERE = Path(__file__).resolve().parent
_INPUT = re.compile(r"^(reporter|elsewhere|desk|case|time|event|operator)(?: \(([^)]*)\))?> ?(.*)$")
_OUTPUT = re.compile(r"^(reporter|elsewhere|desk|new desk|case|operator|kept|counted)< ")
ELSEWHERE, OTHER_ACCOUNT = RoomId("!elsewhere:people.test"), PersonId("@noor:people.test")
_REPORTERS = {
    "someone": (CHAT, LEILA),
    "someone else": (ELSEWHERE, OTHER_ACCOUNT),
    "a third one": (RoomId("!third:people.test"), PersonId("@omid:people.test")),
}
_CODE = re.compile(r"\u2066(\d{5}(?: \d{5}){4})\u2069")
_INVISIBLE = str.maketrans("", "", "\u2066\u2068\u2069")
TRANSLATED = "# A machine translates"
KEPT = ("cases", "routes", "copies", "outbox", "inbox", "codes", "sealed")
UNDER_AGE = (*PERSON_NOW[:-2], "2", "1")
_UNITS = {"seconds": "seconds", "minutes": "minutes", "hours": "hours", "days": "days"}
_STORY = {
    "nl": "Een man van het consulaat belt mijn moeder.",
    "en": "A man of the consulate calls my mother.",
}
_PEOPLE = {
    "anna": ANNA,
    "bram": BRAM,
    "carla": PersonId("@carla:staff.test"),
    "a stranger": PersonId("@mallory:elsewhere.test"),
}
NEW_PHONE = Device(ANNA, DeviceKey("new"), master_of(ANNA, "new phone"))
_WAYS = {
    "asks for a person": PERSON_NOW,
    "leaves a message, to be answered here": (*MESSAGE, *ANSWERED_HERE),
    "leaves a message, to be answered when they write": (*MESSAGE, *ANSWERED_ON_RETURN),
    "leaves a message for a woman from outside, and others may read along": (
        *("3", "1", *MESSAGE[1:]),
        *("1 3", *ANSWERED_ON_RETURN[1:]),
    ),
    "answers the questions, and leaves a message": (*QUESTIONS, *ANSWERED_HERE),
    "leaves a message, not to be counted": (*UNCOUNTED, *ANSWERED_HERE),
    "begins to tell": PERSON_NOW[:2],
    "is in danger and asks for a person": PERSON_IN_DANGER,
    "is under 18 and asks for a person": UNDER_AGE,
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
        machine = _machine() if TRANSLATED in text else None
        async with memory_line(folder, Language(language), translator=machine) as line:
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
            blocks += await player.counted()
    return "\n\n".join(blocks) + "\n"


def _machine() -> PhraseTranslator:
    phrases = tomllib.loads((HERE / "phrases.toml").read_text(encoding="utf-8"))
    return PhraseTranslator(Model("nl"), Model("en"), phrases)


def _written(step: Step) -> str:
    how = f" ({step.how})" if step.how else ""
    return _indented(f"{step.place}{how}> {step.text}")


def _indented(text: str) -> str:
    return re.sub(r"\n(?=.)", "\n  ", text.translate(_INVISIBLE)).rstrip()


class _Seen:
    """How much of what a channel did was already written down."""

    def __init__(self, channel: MemoryChannel, typed: dict[EventId, str]) -> None:
        self._channel = channel
        self._typed_texts = typed
        self._sent = self._redacted = self._left = self._invited = self._removed = 0

    def news(self, room: RoomId, name: str) -> Iterator[str]:
        channel = self._channel
        for sent in channel.sent[self._sent :]:
            if sent.room == room:
                yield f"{name}< {self._answer_to(sent)}{_told(sent)}"
        for there, person in channel.invited[self._invited :]:
            if there == room:
                yield f"{name}< ({_name(person)} is invited)"
        for there, person in channel.removed[self._removed :]:
            if there == room:
                yield f"{name}< ({_name(person)} is put out)"
        gone = [event for there, event in channel.redacted[self._redacted :] if there == room]
        for event in gone if len(gone) < 3 else []:
            yield f"{name}< (taken back) {self._first_line(event)}"
        if len(gone) >= 3:
            yield f"{name}< ({len(gone)} messages are taken back)"
        if room in channel.left[self._left :]:
            yield f"{name}< (the line leaves)"

    def _answer_to(self, sent: Sent) -> str:
        target = sent.message.answers
        return f"(in answer to: {self._typed_texts[target]}) " if target else ""

    def done(self) -> None:
        channel = self._channel
        self._sent, self._redacted = len(channel.sent), len(channel.redacted)
        self._left, self._invited = len(channel.left), len(channel.invited)
        self._removed = len(channel.removed)

    def _first_line(self, event: EventId) -> str:
        texts = [sent.message.text for sent in self._channel.sent if sent.event == event]
        return texts[0].split("\n")[0] if texts else "what was typed there"


def _told(sent: Sent) -> str:
    called = ", ".join(_name(person) for person in sent.message.mentions)
    calls = f"(calls {called}) " if called else ""
    return ("(corrected) " if sent.message.replaces else "") + calls + sent.message.text


async def _refuse(wanted: NewRoom) -> RoomId:
    raise Refused("no rooms today")


def _flags(words: list[str]) -> dict[str, list[str]]:
    """`--role a --role b` as what each flag was given."""
    given: dict[str, list[str]] = {}
    for flag, value in zip(words[::2], words[1::2], strict=True):
        given.setdefault(flag, []).append(value)
    return given


def _name(person: PersonId) -> str:
    return next((name for name, one in _PEOPLE.items() if one == person), "someone")


class _Player:
    def __init__(self, line: MemoryLine, language: str) -> None:
        self._line = line
        self._language = language
        self._typed: dict[str, list[EventId]] = {
            place: [] for place in ("reporter", "elsewhere", "desk", "case")
        }
        self._printed: list[str] = []
        self._texts: dict[EventId, str] = {}
        self._front, self._desk = _Seen(line.front, self._texts), _Seen(line.desk, self._texts)

    async def take(self, step: Step) -> None:
        if step.place == "time":
            count, unit = step.text.split()
            await self._line.wait(timedelta(**{_UNITS[unit]: int(count)}))
        elif step.place == "event":
            await self._event(step.text)
        elif step.place == "operator":
            await self._operates(step.text)
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
            unproven = Device(person, DeviceKey("other"), None)
            device = {"unproven": unproven, "new": NEW_PHONE}.get(how)
            text = self._filled(step.text)
            answers = self._shown_as(room, target) if how == "answers" else None
            event = await self._line.writes(
                text, room, person, replaces, device, answers, thread=how == "thread"
            )
            self._texts[event] = text
            earlier.append(event)

    def _shown_as(self, room: RoomId, words: str) -> EventId:
        """The message of the line that a person answers, or one somebody typed there."""
        sent = (*self._line.front.sent, *self._line.desk.sent)
        shown = [one.event for one in sent if one.room == room and words in one.message.text]
        typed = [event for event, text in self._texts.items() if words in text]
        return (shown or typed)[-1]

    def _filled(self, text: str) -> str:
        shown = [code for one in self._line.front.sent for code in _CODE.findall(one.message.text)]
        code = shown[-1] if shown else ""
        return text.replace("{code}", code).replace("{group}", code[:5])

    def _where(self, step: Step) -> tuple[RoomId, PersonId]:
        if step.place == "reporter":
            return CHAT, LEILA
        if step.place == "elsewhere":
            return ELSEWHERE, OTHER_ACCOUNT
        room = self._line.place.room if step.place == "desk" else self._line.case_room()
        return room, _PEOPLE.get(step.how, ANNA)

    async def _operates(self, text: str) -> None:
        """`staff add carla --role listener`, without what the terminal itself would say."""
        staff, self._printed = await self._line.staff()
        self._desk.done()  # that everybody is invited at the first start was long before
        _, command, name, *more = text.split()
        person = _PEOPLE[name]
        key = master_of(person, "new phone" if more in (["=new"], ["=wrong"]) else "")
        try:
            match command:
                case "add":
                    flags = _flags(more)
                    named = (flags.get("--role"), flags.get("--training"), flags.get("--language"))
                    await staff.add(read_wanted(person, *named))
                case "remove":
                    await staff.remove(person)
                case "compare":
                    await staff.compare(person, key)
                case "replace":
                    self._line.served[person] = key
                    await staff.replace(person, key)
                case _:
                    raise ValueError(text)
        except ConfigurationError as fault:
            self._printed.append(str(fault))
        await self._line.notices()

    async def _event(self, text: str) -> None:
        way, _, _ = text.partition(" in another language")
        for who, (room, person) in _REPORTERS.items():
            if answers := _WAYS.get(way.removeprefix(f"{who} ")):
                other = {"nl": "en", "en": "nl"}[self._language]
                told_in = self._language if way == text else other
                number = "1" if told_in == "nl" else "2"
                await self._line.intake(answers, _STORY[told_in], room, person, number)
                self._front.done()
                return
        name, _, what = text.partition(" comes into the ")
        if name in _PEOPLE and what in ("desk room", "case room"):
            room = self._line.place.room if what == "desk room" else self._line.case_room()
            await self._line.joins(room, _PEOPLE[name])
            return
        if text == "the line has opening hours":
            self._line.team.hours = HOURS
        elif "desk room" in text:
            await self._renewal(text)
        else:
            await self._trouble(text)

    async def _renewal(self, text: str) -> None:
        line = self._line
        if text == "it is early on the day on which the desk room is renewed":
            line.clock[0] = (line.clock[0] + timedelta(days=7)).replace(hour=4)
            line.place.desk = replace(line.place.desk, due=line.clock[0])
            await line.inbox.look()
            return
        name, _, what = text.partition(" comes into the ")
        assert what == "new desk room"
        await line.joins(RoomId(line.place.desk.next or line.place.room), _PEOPLE[name])

    async def _trouble(self, text: str) -> None:
        line = self._line
        match text:
            case "anna codes the case":
                await line.writes("!code threat self spoken", line.case_room(), ANNA)
                await line.settle()
                self._desk.done()
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
            case "the homeserver makes no rooms":
                line.desk.create_room = _refuse  # type: ignore[method-assign]
            case _:
                raise ValueError(text)

    def shown(self) -> list[str]:
        line = self._line
        rooms = dict.fromkeys(room for room, _ in line.desk.invited)
        rooms |= dict.fromkeys(sent.room for sent in line.desk.sent)
        rooms.pop(DESK_ROOM, None)
        news = ["operator< " + "\n".join(self._printed)] if self._printed else []
        self._printed = []
        news += [*self._front.news(CHAT, "reporter"), *self._front.news(ELSEWHERE, "elsewhere")]
        news += [*self._desk.news(DESK_ROOM, "desk")]
        fresh = {line.place.room, line.place.desk.next}
        for room in rooms:
            news += self._desk.news(room, "new desk" if room in fresh else "case")
        self._front.done()
        self._desk.done()
        return [_indented(one) for one in news]

    async def kept(self) -> str:
        """What the database still holds that could tell of the reporter."""
        rows = await self._line.rows()
        held = [name for name in KEPT if rows[name]]
        return f"kept< {', '.join(held) if held else 'nothing'}"

    async def counted(self) -> list[str]:
        """What is kept for the picture, which tells of nobody."""
        return [
            f"counted< {' '.join((one.quarter, *one.codes, *([one.state] if one.state else [])))}"
            for one in await self._line.counted()
        ]
