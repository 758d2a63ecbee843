"""What each part asks of the store; nobody gets more of it than that."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from bot.security.devices import PersonId
from bot.storage.base import (
    Copy,
    InboxRow,
    Kept,
    NewRow,
    OutboxRow,
    Outcome,
    Route,
    Verdict,
)
from bot.storage.people import Enrolled
from handoff.floor import Floor
from handoff.model import Case, CaseId


class InboxStore(Protocol):
    """Rows in, and the commit of a decision."""

    async def receive(
        self,
        account: str,
        journal: Mapping[tuple[str, str], bytes | None],
        rows: Iterable[NewRow],
    ) -> None: ...

    async def next_row(self) -> InboxRow | None: ...

    async def decide(self, verdict: Verdict) -> None: ...

    async def untouched_since(self, stages: Iterable[str], hour: int) -> tuple[CaseId, ...]: ...

    async def end_day(self, day: int) -> None: ...

    async def quiet_by(self, hour: int) -> tuple[CaseId, ...]: ...


class CaseStore(Protocol):
    """What a decision may look up."""

    async def case(self, case_id: CaseId) -> Case | None: ...

    async def case_numbered(self, number: int) -> Case | None: ...

    async def case_in_room(self, room: str) -> Case | None: ...

    async def copies_in(self, room: str) -> tuple[Copy, ...]: ...

    async def cases_waiting(self) -> tuple[Case, ...]: ...

    async def count_waiting(self, most: int) -> int: ...

    async def cases_taken(self) -> tuple[Case, ...]: ...

    async def floor(self) -> Floor: ...

    async def began_by(self, case_id: CaseId, hour: int) -> bool: ...

    async def route_to(self, room: str) -> Route | None: ...

    async def route_of(self, case_id: CaseId) -> Route | None: ...

    async def sealed_count(self, case_id: CaseId) -> int: ...

    async def copy_at(self, room: str, event: str) -> Copy | None: ...

    async def came_from(self, room: str, event: str) -> bool: ...

    async def free_number(self, candidates: tuple[int, ...]) -> int: ...


class OutboxStore(Protocol):
    """Rows out, and the commit of how each ended."""

    async def next_out(self) -> OutboxRow | None: ...

    async def waits(self, row: OutboxRow) -> bool: ...

    async def performed(self, row: OutboxRow, outcome: Outcome) -> None: ...


class CopyStore(Protocol):
    """Messages that may have to be edited or redacted."""

    async def copies_of(self, case_id: CaseId, ref: str) -> tuple[Copy, ...]: ...

    async def copies_in(self, room: str) -> tuple[Copy, ...]: ...

    async def heard_in(self, room: str) -> tuple[str, ...]: ...


class VaultStore(Protocol):
    """What is needed to make and to try return codes."""

    async def line_salt(self) -> bytes: ...

    async def waits(self, row: OutboxRow) -> bool: ...

    async def kept_at(self, locator: bytes) -> Kept | None: ...


class RosterStore(Protocol):
    """Who is on the roster, and what a colleague said to what is proposed for it."""

    async def enrolled(self) -> Enrolled: ...

    async def settle(self, person: PersonId, code: str, *, accepted: bool) -> None: ...

    async def version(self) -> int: ...
