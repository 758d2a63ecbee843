"""When to look at a case again: kept in memory, and known anew from the cases after a start."""

import heapq
from collections.abc import Iterable
from datetime import datetime

from bot.deciding.ruling import Ruling
from dialogs.hushed import Hushed
from handoff.floor import Floor
from handoff.model import Case, CaseId
from handoff.shifts import next_end
from handoff.timing import next_look


class Timers(Hushed):
    """One time for each open case that needs one, and one for the shifts."""

    def __init__(self, cases: Iterable[Case] = (), floor: Floor | None = None) -> None:
        self._shifts_end = next_end(floor) if floor else None
        self._minutes: dict[CaseId, int] = {}
        self._heap: list[tuple[int, CaseId]] = []
        for case in cases:
            self._set(case)

    def follow(self, ruling: Ruling) -> None:
        """What a decision saved or dropped has another time from now on, or none."""
        if ruling.drop:
            self._minutes.pop(ruling.drop, None)
        if ruling.save:
            self._set(ruling.save)
        if ruling.floor:
            self._shifts_end = next_end(ruling.floor)

    def shifts_due(self, now: datetime) -> bool:
        return self._shifts_end is not None and now >= self._shifts_end

    def due(self, now: datetime) -> list[tuple[CaseId, int]]:
        """The cases whose time has come, each once, with the minute it came."""
        found: list[tuple[CaseId, int]] = []
        this_minute = _minute(now)
        while self._heap and self._heap[0][0] <= this_minute:
            minute, case = heapq.heappop(self._heap)
            if self._minutes.get(case) == minute:
                del self._minutes[case]
                found.append((case, minute))
        return found

    def _set(self, case: Case) -> None:
        at = next_look(case)
        if at is None:
            self._minutes.pop(case.id, None)
            return
        minute = _minute(at)
        if self._minutes.get(case.id) != minute:
            self._minutes[case.id] = minute
            heapq.heappush(self._heap, (minute, case.id))


def _minute(moment: datetime) -> int:
    return int(moment.timestamp()) // 60
