"""Times are kept no finer than a promise needs."""

from datetime import datetime


def hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0)


def minute(now: datetime) -> datetime:
    return now.replace(second=0, microsecond=0)
