"""Times are kept no finer than a promise needs."""

from datetime import datetime


def hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0)


def minute(now: datetime) -> datetime:
    return now.replace(second=0, microsecond=0)


def quarter(now: datetime) -> datetime:
    """As fine as the ages of a card need it."""
    return now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
