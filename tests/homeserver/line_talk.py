"""A reporter and a desk at real clients, in the words of the catalogues."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

from bot.catalogue import Catalogue, Settings, load_catalogue
from bot.demo.person import Person
from bot.demo.stage import LEGAL_LIMIT, Stage
from bot.errors import ChannelError, StorageError
from bot.runtime import open_stores
from dialogs.model import Language, MessageId

CLAIM = re.compile(r"!claim \W*(\d+)")
MARKS = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
PASSWORD = "a password of a test"
STORY = "Een man van het consulaat belt elke week mijn moeder."
PATIENCE = 60.0


@cache
def catalogue() -> Catalogue:
    return load_catalogue(Settings("Demolijn", LEGAL_LIMIT, Language("nl")))


def words(message: str, language: str = "nl", **args: str) -> str:
    """What the catalogue says, as a client gets it."""
    return catalogue().text(Language(language), MessageId(message), **args)


class Reporter:
    """One reporter with a client and a chat with the line."""

    def __init__(self, person: Person, stage: Stage, room: str, language: str) -> None:
        self.person, self.stage, self.room, self.language = person, stage, room, language

    @classmethod
    async def arrive(
        cls, stage: Stage, name: str, language: str = "nl", *, cross_signed: bool = True
    ) -> "Reporter":
        person = await stage.reporter(name, PASSWORD, cross_signed=cross_signed)
        return await cls.of(person, stage, language)

    @classmethod
    async def of(cls, person: Person, stage: Stage, language: str = "nl") -> "Reporter":
        room = await person.open_chat_with(stage.line_id)
        await person.until(lambda: joined(person, room, stage.line_id), PATIENCE)
        return cls(person, stage, room, language)

    async def say(self, *texts: str) -> str:
        """Say these, one after the other; the event of the last."""
        event = ""
        for text in texts:
            event = await self.person.say(self.room, text)
        return event

    async def hears(self, message: str, timeout: float = PATIENCE, **args: str) -> str:
        return await self.hears_text(words(message, self.language, **args), timeout)

    async def hears_text(self, text: str, timeout: float = PATIENCE) -> str:
        return await self.person.hears(self.room, text, timeout)

    async def send_case(self, story: str = STORY) -> None:
        """By the fast path, without waiting for the questions: an impatient reporter."""
        option = {"nl": "Nederlands", "en": "English"}[self.language]
        label = [words(one, self.language) for one in ("offer-human-now", "consent-talk-erase")]
        more = [words(one, self.language) for one in ("adult-yes", "send-now-yes")]
        await self.say(story, option, words("word-human", self.language), *label, *more)
        await self.hears("waiting")

    async def send_quiet_case(self, story: str = STORY) -> None:
        """A message left to be answered only when the reporter writes again."""
        await self.say(story, words_name(self.language), words("safe-now-safe", self.language))
        await self.hears("story-done")
        await self.say(words("step-done", self.language), words("add-more-on", self.language))
        await self.hears("offer-human-ask")
        await self.say(*[words(one, self.language) for one in QUIETLY])
        await self.hears("code-ask")

    def heard(self) -> list[str]:
        """Everything the line said, in order."""
        return [seen.text for seen in self.person.texts(self.room) if seen.sender != self.person.id]

    async def leaves_line(self) -> None:
        """Wait until the line has left the chat."""
        line, room = self.stage.line_id, self.room
        await self.person.until(lambda: line not in self.person.client.rooms[room].users, PATIENCE)


QUIETLY = (
    "offer-human-leave", "evidence-none", "consent-yes", "who-me", "adult-yes", "listener-none",
    "answer-when-writing", "summary-right", "send-send",
)  # fmt: skip


def words_name(language: str) -> str:
    return {"nl": "Nederlands", "en": "English"}[language]


NewReporter = Callable[..., Awaitable[Reporter]]


class Desk:
    """One professional, in the desk room and in the case rooms they claimed."""

    def __init__(self, stage: Stage, place: int = 0) -> None:
        self.stage, self.person = stage, stage.staff[place]
        self.case_room = ""

    async def types(self, text: str) -> str:
        return await self.person.say(self.stage.desk_room, text)

    async def hears(self, message: str, timeout: float = PATIENCE, **args: str) -> str:
        """In the desk room; an alias given without its marks is found as well."""
        return await self.person.hears(self.stage.desk_room, wanted(message, args), timeout)

    async def card(self, timeout: float = PATIENCE) -> int:
        """The number on the next card."""
        # A colleague's own `!claim 47` is no card: cards have more lines.
        card = await self.person.hears(
            self.stage.desk_room, lambda text: "\n" in text and "!claim " in text, timeout
        )
        found = CLAIM.search(card)
        assert found
        return int(found[1])

    async def claim(self, number: int | None = None) -> int:
        """Take a case and see it; the number of the next card when none is given."""
        number = number or await self.card()
        await self._end_earlier()
        await self.types(f"!claim {number} anyway")
        self.case_room = await self.person.join_invitation_of(self.stage.desk_id, PATIENCE)
        await self.reads("case-story")
        return number

    async def _end_earlier(self) -> None:
        """Nobody has two live talks: what an earlier test left open is closed first."""
        me, line = self.person, self.stage.desk_id
        for room in set(me.client.rooms) - {self.stage.desk_room}:
            if room in me.client.rooms and joined(me, room, line):
                me.client.rooms[room].members_synced = True  # it need not be read, only heard
                with suppress(ChannelError):  # they were put out of it
                    await me.say(room, "!close uncoded anyway alone")
                    await me.until(partial(_out, me, room), PATIENCE)

    async def writes(self, text: str) -> str:
        return await self.person.say(self.case_room, text)

    async def reads(self, message: str, timeout: float = PATIENCE, **args: str) -> str:
        return await self.person.hears(self.case_room, wanted(message, args), timeout)

    async def reads_text(self, text: str, timeout: float = PATIENCE) -> str:
        return await self.person.hears(self.case_room, text, timeout)

    def quotes(self) -> list[str]:
        """The reporter's words in the case room, without edits, in order."""
        texts = [seen.text for seen in self.person.texts(self.case_room) if not seen.replaces]
        return [unframed(text) for text in texts if text.startswith("│ ")]

    async def close(self, *, anyway: bool = False) -> None:
        """What is not about coding does without it."""
        await self.writes("!close uncoded anyway" if anyway else "!close uncoded")
        await self.hears("desk-closed")


def wanted(message: str, args: dict[str, str]) -> str:
    """The longest part of the message without a variable: who waits does not know the alias."""
    if args:
        return words(message, **args)
    mark = "\ue000"
    text = catalogue().text(Language("nl"), MessageId(message), **dict.fromkeys(VARIABLES, mark))
    return max(re.split(f"[\u2066-\u2069]*{mark}[\u2066-\u2069]*", text), key=len)


VARIABLES = ("alias", "language", "number", "since")


def unframed(text: str) -> str:
    return "\n".join(line.removeprefix("│ ") for line in text.split("\n"))


def _out(person: Person, room: str) -> bool:
    return room not in person.client.rooms


def joined(person: Person, room: str, who: str) -> bool:
    """Whether this person's client sees `who` in the room."""
    member = person.client.rooms[room].users.get(who)
    return member is not None and not member.invited


async def redacted(person: Person, event: str) -> None:
    """Wait until the person's client was told that the event is redacted."""
    await person.until(
        lambda: any(
            b"m.room.redaction" in body and event.encode() in body for body in person.received
        ),
        PATIENCE,
    )


async def select(stage: Stage, query: str) -> list[tuple[Any, ...]]:
    """What the line's database, decrypted, says; beside the running line or after it."""

    def work(db: Any) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in db.execute(query)]

    for _ in range(20):
        # The line may be changing the key at this very moment; a look beside it then fails.
        with suppress(StorageError):
            async with open_stores(stage.place) as stores:
                return await stores.line._db.run(work)
        await asyncio.sleep(0.2)
    async with open_stores(stage.place) as stores:
        return await stores.line._db.run(work)


async def rows(stage: Stage, *tables: str) -> dict[str, int]:
    """How many rows the line has in these tables."""
    return {one: (await select(stage, f"SELECT COUNT(*) FROM {one}"))[0][0] for one in tables}


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, raw."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
