"""A reporter who answers whatever the line asks, until the case lies at the desk."""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from typing import Self

from bot.catalogue import Catalogue
from bot.demo.person import Person
from bot.demo.script import Pick
from bot.demo.stage import Stage
from dialogs.model import Language, MessageId

Answers = Mapping[str, Pick | tuple[str, ...]]
"""By the message that asks: an option, or words that are sent one after the other."""

LOOK_EVERY_S = 0.2
UNKNOWN_AFTER_S = 4.0
"""So long nothing was asked that we know: then it is a question that we skip."""
MOST_TURNS = 60


class Reporter:
    """`await Reporter.opens_chat(...)`, then `tells`, then the talk."""

    def __init__(self, person: Person, room: str, language: Language, texts: Catalogue) -> None:
        self._person, self._room = person, room
        self._language, self._texts = language, texts

    @classmethod
    async def opens_chat(cls, stage: Stage, language: Language, texts: Catalogue) -> Self:
        person = await stage.reporter(f"reporter-{secrets.token_hex(4)}", secrets.token_hex(8))
        return cls(person, await person.open_chat_with(stage.line_id), language, texts)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._person.close()

    async def tells(self, answers: Answers, skip: str, sent: Callable[[], bool]) -> None:
        """Through the intake; a question nobody foresaw is skipped."""
        await self.says("Hello.")
        for _ in range(MOST_TURNS):
            asked = await self._asked(answers, sent)
            if sent():
                return
            answer = answers[asked] if asked else (skip,)
            for words in (self._number(answer),) if isinstance(answer, Pick) else answer:
                await self.says(words)
                await asyncio.sleep(LOOK_EVERY_S)
        raise AssertionError("the intake does not end")

    async def says(self, words: str) -> None:
        await self._person.say(self._room, words)

    async def hears(self, words: str) -> None:
        await self._person.hears(self._room, words)

    async def hears_message(self, message: str) -> None:
        await self.hears(self._texts.text(self._language, MessageId(message)))

    async def _asked(self, answers: Answers, sent: Callable[[], bool]) -> str | None:
        for _ in range(int(UNKNOWN_AFTER_S / LOOK_EVERY_S)):
            await asyncio.sleep(LOOK_EVERY_S)
            said = "\n".join(self._since_mine())
            for message in answers:
                if self._texts.text(self._language, MessageId(message)) in said:
                    return message
            if sent():
                break
        return None

    def _since_mine(self) -> list[str]:
        texts = self._person.texts(self._room)
        mine = [place for place, text in enumerate(texts) if text.sender == self._person.id]
        return [text.text for text in texts[mine[-1] + 1 if mine else 0 :]]

    def _number(self, pick: Pick) -> str:
        label = self._texts.text(self._language, MessageId(pick.label))
        for text in reversed(self._since_mine()):
            for line in text.splitlines():
                number, _, rest = line.partition("  ")
                if rest == label and number.isdigit():
                    return number
        raise AssertionError("the option is not in the chat")
