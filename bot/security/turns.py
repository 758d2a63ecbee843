"""Taking turns: everybody's first thing comes before anybody's second."""

from dialogs.hushed import Hushed


class Turns(Hushed):
    """Numbers for what waits; the lowest goes first.

    Whoever brings many things gets ever later numbers for them; whoever comes with one gets the
    number that is being served, however long the others' queues are. Only those with something
    waiting are remembered.
    """

    def __init__(self) -> None:
        self._served = 0
        self._last: dict[str, int] = {}

    def next_for(self, *whose: str) -> int:
        """The number for a new thing; later than those of all earlier things of any of these."""
        return max(self._served, *(self._last.get(one, -1) + 1 for one in whose))

    def take(self, turn: int, *whose: str) -> None:
        """The number was given out."""
        for one in whose:
            self._last[one] = max(turn, self._last.get(one, turn))

    def serve(self, turn: int) -> None:
        """This number is served now; everybody new joins here."""
        if turn > self._served:
            self._served = turn
            self._last = {one: last for one, last in self._last.items() if last >= turn}

    def __len__(self) -> int:
        return len(self._last)
