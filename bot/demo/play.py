"""`demo`: one whole case and one erased, between real encrypted clients, told as they happen."""

import asyncio
import secrets
import textwrap
import time
from collections.abc import Callable

from bot.assets import catalogue_for, every_language
from bot.catalogue import Catalogue
from bot.demo import script
from bot.demo.figures import Figures, Tally, files_under, found_in, identifiers_of
from bot.demo.person import Person
from bot.demo.script import Cue, Pick, Turned, Word
from bot.demo.stage import Stage, whole_stage
from bot.demo.visit import receive_visitors
from bot.inbox import Lifetimes
from dialogs.model import Language, MessageId

Echo = Callable[[str], None]
QUIET_S = 1.0
"""How long the line must have said nothing for a turn of the story to be over."""


async def play(echo: Echo, stop: asyncio.Event, *, stay: bool) -> bool:
    """Play both conversations and print the figures; true when they are right.

    With `stay` the line then remains open for visitors until `stop`.
    """
    measured: list[Figures] = []
    playing = asyncio.create_task(_play(echo, stop, measured, stay=stay))
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait({playing, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if stop.is_set():
        playing.cancel()
        await asyncio.gather(playing, return_exceptions=True)
        echo("Stopped. Nothing is left behind.")
    else:
        await playing
    return bool(measured) and measured[0].right


async def _play(echo: Echo, stop: asyncio.Event, measured: list[Figures], *, stay: bool) -> None:
    echo("Starting a homeserver and the line, on this machine only …")
    async with whole_stage() as stage:
        figures = await Play(stage, echo).through()
        measured.append(figures)
        echo("")
        echo(str(figures))
        if stay and figures.right:
            await receive_visitors(stage, echo, stop)


class Play:
    """The script on a stage, with everything that crosses counted."""

    def __init__(self, stage: Stage, echo: Echo) -> None:
        self._stage, self._echo = stage, echo
        config = stage.place.config
        self._texts: Catalogue = catalogue_for(config, every_language(), Lifetimes())
        self._tally = Tally()
        self._first_reply_s = 0.0
        self._needles: set[str] = set()
        self._words: set[str] = set()

    async def through(self) -> Figures:
        """Both conversations, then the search for what they left."""
        await self._dutch_case()
        await self._persian_case()
        await self._english_erasure()
        await self._stage.close_line()
        counts = self._tally.counts()
        at_professional = found_in(self._needles, self._stage.professional.received)
        on_disk = found_in(self._needles | self._words, files_under(self._stage.place.folder))
        await self._stage.open_line()
        return Figures(
            sent=len(counts),
            received=sum(count > 0 for count in counts),
            lost=sum(count == 0 for count in counts),
            twice=sum(count > 1 for count in counts),
            first_reply_s=round(self._first_reply_s, 3),
            identifiers_at_professional=at_professional,
            identifiers_on_disk=on_disk,
        )

    # ---- the two conversations ------------------------------------------------------------

    async def _dutch_case(self) -> None:
        self._heading("A reporter writes, in Dutch. The first words may be anything.")
        async with await self._new_reporter() as reporter:
            room = await reporter.open_chat_with(self._stage.line_id)
            chat = Chat(reporter, room, script.DUTCH, self._texts, self._echo)
            started = time.perf_counter()
            await chat.say(script.FIRST_WORDS)
            await reporter.hears(room, "")
            self._first_reply_s = time.perf_counter() - started
            for cue in script.DUTCH_INTAKE:
                await chat.play(cue)
            told = [cue.answer for cue in script.DUTCH_INTAKE if cue.told]
            await self._desk(chat, [script.FIRST_WORDS, *map(str, told)])
            await self._remember(reporter, room, chat)

    async def _desk(self, chat: "Chat", story: list[str]) -> None:
        """The professional claims, reads, talks, and closes."""
        professional, desk = self._stage.professional, self._stage.desk_room
        self._heading("At the desk a card appears. It shows no story.")
        card = await professional.hears(desk, "!claim")
        self._line("Desk", card)
        number = card.rsplit("!claim", 1)[1].strip("\u2068\u2069 \n")
        await self._pro_says(desk, f"!claim {number}")
        case_room = await professional.join_invitation_of(self._stage.desk_id)
        self._heading("The professional gets a room of its own for this case.")
        await professional.hears(case_room, story[-1].split(".")[0])
        for text in professional.texts(case_room):
            self._line("Case room", text.text)
        for words in story:
            self._tally.expect(words, professional, case_room)
        await chat.hear(MessageId("live"))
        self._heading("From here on, two people talk.")
        for who, words in script.TALK:
            if who == "professional":
                await self._pro_says(case_room, words)
                await chat.person.hears(chat.room, words)
                chat.show()
                self._tally.expect(words, chat.person, chat.room)
            else:
                await chat.say(words)
                await professional.hears(case_room, words.split(".")[0])
                self._tally.expect(words, professional, case_room)
        await self._code(case_room)
        await self._pro_says(case_room, "!close")
        await chat.hear(MessageId("closed"))
        closed = self._texts.text(script.DUTCH, MessageId("desk-closed"), alias="")
        await professional.hears(desk, closed.rpartition("\u2069")[2])

    async def _persian_case(self) -> None:
        self._heading("A reporter writes, in Persian. A machine translates, on this computer.")
        async with await self._new_reporter() as reporter:
            room = await reporter.open_chat_with(self._stage.line_id)
            chat = Chat(reporter, room, script.PERSIAN, self._texts, self._echo)
            await chat.say(script.PERSIAN_FIRST_WORDS)
            for cue in script.PERSIAN_INTAKE:
                await chat.play(cue)
            case_room = await self._claim(chat)
            for turned in script.PERSIAN_STORY:
                await self._reads(case_room, turned)
            self._heading("The professional sees the original, and a reading aid below it.")
            for text in self._stage.professional.texts(case_room):
                self._line("Case room", text.text)
            await chat.hear(MessageId("live"))
            self._heading("Each line of the professional is shown in Persian before it goes.")
            for turned in script.PERSIAN_TALK:
                await self._translated(chat, case_room, turned)
            await self._pro_says(case_room, "!close uncoded")
            await chat.hear(MessageId("closed"))
            await self._remember(reporter, room, chat)

    async def _claim(self, chat: "Chat") -> str:
        """The professional takes the case that came last; the room they get for it.

        After a talk the desk would have them rest, and says so; here there is nobody else.
        """
        await chat.hear(MessageId("waiting"))
        professional, desk = self._stage.professional, self._stage.desk_room
        card = await professional.hears(desk, "!claim")
        number = card.rsplit("!claim", 1)[1].strip("\u2068\u2069 \n")
        await self._pro_says(desk, f"!claim {number} anyway")
        return await professional.join_invitation_of(self._stage.desk_id)

    async def _reads(self, case_room: str, turned: Turned) -> None:
        professional = self._stage.professional
        text = await professional.hears(case_room, turned.made)
        assert turned.words.split(".")[0] in text
        self._tally.expect(turned.words, professional, case_room)

    async def _translated(self, chat: "Chat", case_room: str, turned: Turned) -> None:
        professional = self._stage.professional
        if turned.who == "reporter":
            await chat.say(turned.words)
            await self._reads(case_room, turned)
            self._line("Case room", professional.texts(case_room)[-1].text)
            return
        await self._pro_says(case_room, turned.words)
        self._line("Case room", await professional.hears(case_room, turned.made))
        told = self._texts.text(script.PERSIAN, MessageId("translated"), text=turned.made)
        await chat.person.hears(chat.room, told)
        chat.show()
        self._tally.expect(told, chat.person, chat.room)

    async def _code(self, case_room: str) -> None:
        """Nothing is closed before it is coded; nothing but the codes is kept."""
        self._heading("Before closing, the professional codes the case.")
        for typed, shows in script.CODING:
            await self._pro_says(case_room, typed)
            wanted = self._texts.text(script.DUTCH, shows)
            self._line("Case room", await self._stage.professional.hears(case_room, wanted))

    async def _english_erasure(self) -> None:
        self._heading("Another reporter writes, in English, and then erases everything.")
        async with await self._new_reporter() as reporter:
            room = await reporter.open_chat_with(self._stage.line_id)
            chat = Chat(reporter, room, script.ENGLISH, self._texts, self._echo)
            await chat.say(script.ENGLISH_FIRST_WORDS)
            for cue in (*script.ENGLISH_INTAKE, *script.ENGLISH_ERASE):
                await chat.play(cue)
            await chat.hear(MessageId("erased"))
            await self._remember(reporter, room, chat)

    # ---- helpers --------------------------------------------------------------------------

    async def _new_reporter(self) -> Person:
        """Names nobody would write by chance, so that finding one means a leak."""
        name = f"zilver-{secrets.token_hex(4)}"
        reporter = await self._stage.reporter(name, secrets.token_hex(8))
        path = f"/_matrix/client/v3/profile/{reporter.id}/displayname"
        await reporter.request("PUT", path, {"displayname": f"Name {secrets.token_hex(6)}"})
        return reporter

    async def _remember(self, reporter: Person, room: str, chat: "Chat") -> None:
        self._needles |= await identifiers_of(reporter, room)
        self._words |= chat.said

    async def _pro_says(self, room: str, words: str) -> None:
        self._line("Professional", words)
        await self._stage.professional.say(room, words)

    def _heading(self, words: str) -> None:
        self._echo(f"\n── {words}\n")

    def _line(self, who: str, words: str) -> None:
        self._echo(spoken(who, words))


class Chat:
    """One reporter's side: says the script's lines at its cues, and shows what is answered."""

    def __init__(
        self, person: Person, room: str, language: Language, texts: Catalogue, echo: Echo
    ) -> None:
        self.person, self.room = person, room
        self._language, self._texts, self._echo = language, texts, echo
        self._shown = 0
        self.said: set[str] = set()

    async def play(self, cue: Cue) -> None:
        if cue.after:
            await self.hear(cue.after)
        else:
            await asyncio.sleep(QUIET_S)
            self.show()
        await self.say(self._typed(cue.answer))

    async def hear(self, message: MessageId) -> None:
        """Wait until the line has said this; shows everything up to it."""
        await self.person.until(lambda: self._last_said(message))
        self.show()

    async def say(self, words: str) -> None:
        self.show()
        if len(words) > 12:  # long enough that finding it means it was kept
            self.said.add(words)
        self._echo(spoken("Reporter", words))
        await self.person.say(self.room, words)

    def show(self) -> None:
        """Everything the line said since the last look."""
        for text in self.person.texts(self.room)[self._shown :]:
            self._shown += 1
            if text.sender != self.person.id:
                self._echo(spoken("Line", text.text))

    def _last_said(self, message: MessageId) -> bool:
        wanted = self._texts.text(self._language, message)
        texts = self.person.texts(self.room)
        mine = [place for place, text in enumerate(texts) if text.sender == self.person.id]
        since = texts[mine[-1] :] if mine else texts
        return any(wanted in text.text for text in since)

    def _typed(self, answer: str | Pick | Word) -> str:
        if isinstance(answer, Word):
            return self._texts.text(self._language, MessageId(answer.name))
        return self._number(answer) if isinstance(answer, Pick) else answer

    def _number(self, pick: Pick) -> str:
        label = self._texts.text(self._language, MessageId(pick.label))
        for text in reversed(self.person.texts(self.room)):
            for line in text.text.splitlines():
                number, _, rest = line.partition("  ")
                if rest == label and number.isdigit():
                    return number
        raise AssertionError("the option of the script is not in the chat")


def spoken(who: str, words: str) -> str:
    """A name and what was said, set so that a person can read along."""
    lines = [
        wrapped
        for line in words.translate(_MARKS).splitlines()
        for wrapped in (textwrap.wrap(line, 84, break_on_hyphens=False) or [""])
    ]
    return "\n".join(f"{who if place == 0 else '':>13}  {line}" for place, line in enumerate(lines))


_MARKS = dict.fromkeys((0x2066, 0x2068, 0x2069))
"""Terminals draw the marks that isolate names and numbers; chat clients do not."""
