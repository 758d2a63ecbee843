"""From message ids and quotes to the text of one chat message."""

from collections.abc import Iterable

from bot.catalogue import Catalogue
from bot.security.text import framed
from dialogs.model import Language, Line, MessageId, Say
from handoff.model import Block, Quote, Row


class Renderer:
    """The standing texts in the right language; the reporter's words made inert for staff."""

    def __init__(self, catalogue: Catalogue, staff_language: Language) -> None:
        self._catalogue = catalogue
        self._staff_language = staff_language

    def say(self, say: Say) -> str:
        return self._catalogue.render(say)

    def blocks(self, blocks: Iterable[Block]) -> str:
        """A message to staff: a line for each block."""
        return "\n".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        if isinstance(block, Quote):
            return framed(block.text)
        if isinstance(block, Row):
            return " · ".join(map(self._block, block.parts))
        if isinstance(block, Line):
            return self._line(block)
        said = [self._staff(value) for value in block.values]
        if block.remark is not None:
            said.append("\n" + framed(block.remark))
        return f"{self._staff(block.label)}: {', '.join(said)}"

    def _line(self, line: Line) -> str:
        named = {name: ", ".join(map(self._staff, ids)) for name, ids in line.refs.items()}
        return self._staff(line.id, **line.args, **named)

    def _staff(self, message: MessageId, **args: str) -> str:
        return self._catalogue.text(self._staff_language, message, **args)
