"""Cases and desks for tests of single decisions."""

from datetime import UTC, datetime, timedelta
from typing import Any

from dialogs.model import Flag, Language, Moment, Progress
from handoff.commands.base import Order, Where
from handoff.floor import Floor, Load, Shift, Staffing
from handoff.model import Case, CaseId, StaffId, Stage
from handoff.roster import Colleague, Role, Roster
from tests.bot.memory_line import guide

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
ANNA, BRAM, CARLA = (StaffId(f"@{name}:staff.test") for name in ("anna", "bram", "carla"))
PEOPLE = (ANNA, BRAM, CARLA)
ROSTER = Roster({staff: Colleague(staff) for staff in PEOPLE})


def a_case(number: int = 47, *flags: Flag, waits: timedelta = timedelta(), **more: Any) -> Case:
    """One that waits, unless told otherwise."""
    progress = Progress(language=Language("nl"), flags=frozenset(flags))
    wanted = {"stage": Stage.WAITING, "last_heard": NOW, "sent": NOW - waits, **more}
    return Case(
        CaseId(str(number)), progress=progress, number=number, alias=f"Wilg {number}", **wanted
    )


def on_shift(*staff: StaffId, loads: dict[StaffId, Load] | None = None) -> Floor:
    return Floor({one: Shift(NOW - timedelta(hours=2)) for one in staff}, loads or {})


def order(case: Case, staffing: Staffing, *words: str, staff: StaffId = ANNA) -> Order:
    moment = Moment(NOW, bytes(64))
    return Order(
        case, staff, frozenset(words), moment, guide(), where=Where.DESK, staffing=staffing
    )


def without(role: Role) -> Roster:
    """Nobody has this role."""
    others = frozenset(Role) - {role}
    return Roster({staff: Colleague(staff, others) for staff in PEOPLE})
