"""The roster in force: what `staff` wrote, and what colleagues confirmed, becomes true here."""

from bot.deciding.team import Team
from bot.rows import OURSELVES, Errand, RosterChanged, SettleProposal, event_bytes
from bot.security.devices import PersonId, Pins
from bot.storage.base import NewRow, OutboxRow, Outcome
from bot.storage.people import Enrolled, Professional
from bot.storage.ports import RosterStore
from dialogs.hushed import Hushed
from handoff.model import StaffId
from handoff.roster import Colleague, Proposal, Roster


class Rostering(Hushed):
    """Keeps whom the line trusts, and who works at the desk, equal to `identity.db`."""

    def __init__(self, store: RosterStore, pins: Pins, team: Team) -> None:
        self._store, self._pins, self._team = store, pins, team
        self._version: int | None = None

    async def refresh(self) -> bool:
        """Take over what is written now; false when that changes nothing."""
        enrolled = await self._store.enrolled()
        # Before anything is decided about it: from here on nobody else gets a key or is heard.
        self._pins.staff = {one.person: one.master for one in enrolled.active}
        before, self._team.roster = self._team.roster, _roster(enrolled)
        return before != self._team.roster

    async def refresh_if_written(self) -> bool:
        """The same, for a look every few seconds: one number is read while nobody wrote."""
        version = await self._store.version()
        if version == self._version:
            return False
        changed = await self.refresh()
        self._version = version
        return changed

    async def settle(self, row: OutboxRow, _errand: Errand, action: SettleProposal) -> Outcome:
        """Write what a colleague said; a repetition finds it done."""
        await self._store.settle(PersonId(action.staff), action.code, accepted=action.accepted)
        await self.refresh()
        changed = event_bytes(RosterChanged())
        return Outcome(result=NewRow(OURSELVES, f"roster:{row.txn}", "", changed))


def _roster(enrolled: Enrolled) -> Roster:
    people = [_colleague(one) for one in enrolled.active]
    return Roster(
        {one.staff: one for one in people},
        tuple(Proposal(_colleague(one.professional), one.code) for one in enrolled.proposed),
        frozenset(StaffId(one.person) for one in enrolled.roster if one.suspended),
    )


def _colleague(one: Professional) -> Colleague:
    staff = StaffId(one.person)
    return Colleague(staff, one.roles, one.training, one.languages, one.master)
