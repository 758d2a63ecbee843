"""Taking turns: everybody's first thing comes before anybody's second."""

from dialogs.hushed import Hushed

IN_HAND = 10
"""So many things of somebody who had brought little go before the common round."""


class Turns(Hushed):
    """Numbers for what waits; the lowest goes first.

    Whoever brings many things gets ever later numbers for them. Whoever comes with a few gets
    numbers that lie before the one being served, however long the others' queues are.
    """

    def __init__(self, served: int = 0) -> None:
        self._served = served
        self._last: dict[str, int] = {}

    def next_for(self, *whose: str) -> int:
        """The number for a new thing; later than those of all earlier things of any of these."""
        return max(self._served - IN_HAND, *(self._last.get(one, 0) + 1 for one in whose))

    def take(self, turn: int, *whose: str) -> None:
        """The number was given out."""
        for one in whose:
            self._last[one] = turn

    def serve(self, turn: int) -> None:
        """This number is served now."""
        if turn > self._served:
            self._served = turn
            matters = turn - IN_HAND
            self._last = {one: last for one, last in self._last.items() if last >= matters}

    def __len__(self) -> int:
        return len(self._last)
