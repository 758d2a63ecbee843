"""What one person's client has received, kept whole for the identifier search."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.errors import LineError
from dialogs.hushed import Hushed

Wanted = str | Callable[[str], bool]
"""A part of the text, or a test of it."""


class NotHeard(LineError):
    """What was waited for did not come in time."""


@dataclass(frozen=True, repr=False)
class Seen(Hushed):
    """One text as the person's client shows it."""

    room: str
    event: str
    sender: str
    text: str
    encrypted: bool
    replaces: str | None
    """Set for an edit: the event whose text this one takes the place of."""


class Hearing:
    """Texts in the order they came, a place per room up to which they were listened to."""

    def __init__(self, own_id: str) -> None:
        self._own_id = own_id
        self._seen: list[Seen] = []
        self._listened: dict[str, int] = {}
        self._news = asyncio.Condition()
        self.received: list[bytes] = []
        """Every decrypted event and every raw body a server sent to this client."""

    def take(self, seen: Seen) -> None:
        self._seen.append(seen)

    def texts(self, room: str) -> list[Seen]:
        """Everything said in the room, by whomever."""
        return [seen for seen in self._seen if seen.room == room]

    async def announce(self) -> None:
        """Wake everyone who waits; called after each answer of the server."""
        async with self._news:
            self._news.notify_all()

    async def until(self, ready: Callable[[], bool], timeout: float) -> None:
        """Wait until `ready` holds; it is asked again after each answer of the server."""
        try:
            async with asyncio.timeout(timeout), self._news:
                await self._news.wait_for(ready)
        except TimeoutError:
            raise NotHeard(f"Nothing of what was waited for came within {timeout:g} s.") from None

    async def next(self, room: str, wanted: Wanted, timeout: float) -> Seen:
        """The next text of somebody else that fits; earlier texts are then listened to as well."""
        found: list[Seen] = []

        def look() -> bool:
            texts = self.texts(room)
            for place in range(self._listened.get(room, 0), len(texts)):
                if texts[place].sender != self._own_id and _fits(texts[place].text, wanted):
                    self._listened[room] = place + 1
                    found.append(texts[place])
                    return True
            return False

        await self.until(look, timeout)
        return found[0]


def _fits(text: str, wanted: Wanted) -> bool:
    return wanted in text if isinstance(wanted, str) else wanted(text)
