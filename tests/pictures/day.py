"""A professional's day, played at a throw-away homeserver, with a picture at each step."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.assets import catalogue_for, every_language
from bot.channels.matrix.login import log_in
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.stage import Stage, set_stage
from bot.inbox import Lifetimes
from bot.security.devices import PersonId
from tests.pictures.nheko import Nheko
from tests.pictures.reporter import Answers, Reporter
from tests.pictures.screen import Screen, settle
from tests.pictures.words import Words

PASSWORD = "anna on a throw-away homeserver"
FIRST_SYNC_S = 15
EMPTIED_S = 8


async def play(words: Words, album: Path) -> None:
    """All pictures of one language."""
    album.mkdir(parents=True, exist_ok=True)
    with (
        ThrowAwayHomeserver() as server,
        TemporaryDirectory() as folder,
        Screen() as screen,
    ):
        anna = PersonId(server.user("anna", PASSWORD))
        session = await log_in(server.url, "anna", PASSWORD)
        with Nheko(screen, Path(folder) / "anna", server.url, session) as client:
            day = Day(words, album, screen, client)
            await day.first_day()
            line = Path(folder) / "line"
            language = words.language
            async with set_stage(line, server, guests=(anna,), staff_language=language) as stage:
                await day.at_work(stage)


class Day:
    """The scenes, in order; each leaves the client where the next one begins."""

    def __init__(self, words: Words, album: Path, screen: Screen, client: Nheko) -> None:
        self._words, self._album = words, album
        self._screen, self._client = screen, client
        self._taken = 0

    async def first_day(self) -> None:
        await beside(lambda: settle(FIRST_SYNC_S), self._client.decline_key_backup)
        await self._take("encryption")
        await beside(self._client.make_identity)
        await self._take("recovery-key")
        await beside(self._client.put_recovery_key_away)

    async def at_work(self, stage: Stage) -> None:
        await beside(self._client.show_invitation, self._client.accept)
        async with await self._tells(stage, self._words.whole) as reporter:
            async with await self._tells(stage, self._words.short):
                await self._take("desk")
            await self._claim(_cards(stage)[0], reporter)
            await self._talk(reporter)
            await self._end()

    async def _tells(self, stage: Stage, answers: Answers) -> Reporter:
        """A reporter who told it all, up to the card at the desk."""
        texts = catalogue_for(stage.place.config, every_language(), Lifetimes())
        reporter = await Reporter.opens_chat(stage, self._words.language, texts)
        cards = len(_cards(stage))
        await reporter.tells(answers, self._words.skip, lambda: len(_cards(stage)) > cards)
        return reporter

    async def _claim(self, card: str, reporter: Reporter) -> None:
        number = card.rsplit("!claim", 1)[1].strip("\u2068\u2069 \n")
        await beside(lambda: self._client.say(f"!claim {number}"))
        await self._take("claimed")
        await beside(self._client.show_invitation, self._client.accept)
        await reporter.hears_message("live")
        await self._take("case")

    async def _talk(self, reporter: Reporter) -> None:
        said = self._words
        await beside(lambda: self._client.say(said.greeting))
        await reporter.hears(said.greeting)
        await reporter.says(said.reply)
        await beside(
            settle,
            lambda: self._client.say(said.remark),
            lambda: self._client.say(said.question),
            lambda: self._client.correct_last(said.corrected),
        )
        await reporter.hears(said.corrected)
        await reporter.says(said.answer)
        await self._take("talk")

    async def _end(self) -> None:
        await beside(lambda: self._client.say("!help"))
        await self._take("help")
        await beside(lambda: self._client.say("!close"), lambda: settle(EMPTIED_S))
        await self._take("closed")

    async def _take(self, name: str) -> None:
        self._taken += 1
        picture = self._album / f"{self._taken:02}-{name}.png"
        await beside(settle, lambda: self._screen.take(picture))


async def beside(*steps: Callable[[], None]) -> None:
    """One after the other, beside the loop: the line has to go on meanwhile."""
    for step in steps:
        await asyncio.to_thread(step)


def _cards(stage: Stage) -> list[str]:
    """As the colleague at the other client sees them."""
    texts = stage.professional.texts(stage.desk_room)
    return [text.text for text in texts if "!claim" in text.text]
