"""Coming to work, stepping out, and going home; who worked when is not remembered."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.model import Line, MessageId
from handoff.floor import Floor, Shift, called
from handoff.grain import minute
from handoff.model import StaffId

LONGEST_SHIFT = timedelta(hours=6)


def started(floor: Floor, staff: StaffId, now: datetime) -> Floor:
    """At work from now on; who had stepped out is back."""
    shift = floor.shifts.get(staff)
    if shift is None:
        return floor.with_shift(staff, Shift(minute(now))).without_past(now)
    return back(floor, staff, now) if shift.out else floor


def stepped_out(floor: Floor, staff: StaffId) -> Floor:
    return floor.with_shift(staff, replace(floor.shifts[staff], out=True))


def back(floor: Floor, staff: StaffId, now: datetime) -> Floor:
    """It was a rest; one that a talk asked for still lasts as long as it was to last."""
    at = minute(now)
    load = floor.load(staff)
    rested = replace(load, rest_until=max(at, load.rest_until or at))
    shift = replace(floor.shifts[staff], out=False)
    return floor.with_shift(staff, shift).with_load(staff, rested)


def ended(floor: Floor, staff: StaffId, now: datetime) -> Floor:
    return floor.with_shift(staff, None).without_past(now)


def next_end(floor: Floor) -> datetime | None:
    """When the next shift ends by itself, or the last trace of one is to go."""
    ends = [shift.since + LONGEST_SHIFT for shift in floor.shifts.values()]
    gone = (load for staff, load in floor.loads.items() if staff not in floor.shifts)
    ends += [load.rest_until for load in gone if load.rest_until and not load.talking]
    return min(ends, default=None)


def over(floor: Floor, now: datetime) -> tuple[Floor, tuple[Line, ...]]:
    """The desk without the shifts whose time is over, and a kind word about each."""
    done = [one for one, shift in floor.shifts.items() if now - shift.since >= LONGEST_SHIFT]
    for staff in done:
        floor = floor.with_shift(staff, None)
    hours = str(int(LONGEST_SHIFT.total_seconds()) // 3600)
    words = MessageId("floor-shift-over")
    said = tuple(Line(words, {"who": called(one), "hours": hours}) for one in done)
    return floor.without_past(now), said
