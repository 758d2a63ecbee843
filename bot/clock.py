"""The time as the line uses it, in one place so that tests can move it."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]


def local_clock(zone: str) -> Clock:
    """The present, in the zone in which the desk reads a clock."""
    place = ZoneInfo(zone)
    return lambda: datetime.now(place)


def hour_of(moment: datetime) -> int:
    """Hours since the epoch: the finest grain at which stored times are kept."""
    return int(moment.timestamp()) // 3600


def week_of(moment: datetime) -> str:
    """The ISO week, for anonymous counters."""
    year, week, _ = moment.isocalendar()
    return f"{year}-W{week:02d}"
