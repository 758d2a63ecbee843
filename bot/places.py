"""Places for what may be under way at the same time."""

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Self


class Place:
    """One place; `leave` gives it to the next one, and the end of the block does so too."""

    def __init__(self, left: Callable[[], None] = lambda: None) -> None:
        self._left: Callable[[], None] | None = left
        self._until: asyncio.TimerHandle | None = None

    def only_for(self, seconds: float) -> None:
        """Leave it by itself after a while."""
        self._until = asyncio.get_running_loop().call_later(seconds, self.leave)

    def leave(self) -> None:
        left, self._left = self._left, None
        if self._until is not None:
            self._until.cancel()
        if left is not None:
            left()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.leave()


class Places:
    """So many places; `freed` is called whenever one becomes free."""

    def __init__(self, count: int, freed: Callable[[], None]) -> None:
        self.free = count
        self._freed = freed

    def take(self, seconds: float) -> Place:
        """A place for so long at most."""
        self.free -= 1
        place = Place(self._back)
        place.only_for(seconds)
        return place

    def _back(self) -> None:
        self.free += 1
        self._freed()
