"""From message ids and quotes to the text of one chat message."""

from collections.abc import Iterable
from dataclasses import replace

from bot.catalogue import Catalogue, filled
from bot.security.text import framed, made
from dialogs.model import Language, Line, MessageId, Say
from handoff.model import Block, Glimpse, Made, Pair, Quote, Row, Spoken

SENT = "→ "
"""Begins every line of what the line says to a reporter, where staff are shown it."""
GLIMPSE = 60
"""So many characters of a text tell which one it is."""


class Renderer:
    """The standing texts in the right language; the reporter's words made inert for staff."""

    def __init__(self, catalogue: Catalogue, staff_language: Language) -> None:
        self._catalogue = catalogue
        self._staff_language = staff_language

    @property
    def line_name(self) -> str:
        return self._catalogue.settings.line

    def say(self, say: Say) -> str:
        return self._catalogue.render(say)

    def blocks(self, blocks: Iterable[Block]) -> str:
        """A message to staff: a line for each block."""
        return "\n".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Quote(text):
                return framed(text)
            case Line():
                return self._line(block)
            case Pair():
                return self._pair(block)
            case Row(parts):
                return " · ".join(map(self._block, parts))
            case Spoken(say):
                return self._spoken(say)
            case Made():
                return made(block.made)
            case Glimpse():
                return self._glimpse(block)

    def _pair(self, pair: Pair) -> str:
        said = [self._line(Line(value)) for value in pair.values]
        if pair.remark is not None:
            said.append("\n" + framed(pair.remark))
        return f"{self._line(Line(pair.label))}: {', '.join(said)}"

    def _spoken(self, say: Say) -> str:
        """As the reporter reads it; and in the language of the desk, where that is another one."""
        here = replace(say, language=self._staff_language)
        if say.language == self._staff_language:
            return self._sent(here)
        known = () if say.language is None else (self._sent(say),)
        heading = self._line(Line(MessageId("sent-in-your-language")))
        return "\n".join((*known, heading, self._sent(here)))

    def _sent(self, say: Say) -> str:
        rows = (row for row in self._catalogue.render(say).split("\n") if row)
        return "\n".join(SENT + row for row in rows)

    def _glimpse(self, glimpse: Glimpse) -> str:
        flat = " ".join(self._line(glimpse.text).split())
        begins = flat if len(flat) <= GLIMPSE else flat[:GLIMPSE].rsplit(" ", 1)[0] + " …"
        note = "" if glimpse.note is None else f" ({self._line(Line(glimpse.note))})"
        return f"{glimpse.typed} · {begins}{note}"

    def _line(self, line: Line) -> str:
        return filled(self._catalogue.text, self._staff_language, line)
