"""What a reporter can expect of the desk now, as far as it may be told."""

from dataclasses import dataclass
from enum import Enum

from dialogs.hushed import Hushed


class Service(Enum):
    """How the line can be reached at this moment."""

    UNKNOWN = "unknown"
    """Messages are answered, and nobody can say when."""
    LIVE = "live"
    MESSAGES = "messages"
    """Nobody talks live now; a message is read by a known time."""
    CLOSED = "closed"


@dataclass(frozen=True, repr=False)
class Availability(Hushed):
    """Wide ranges that are true; never a place in a queue, never a number of people."""

    service: Service = Service.UNKNOWN
    minutes: tuple[int, int] = (0, 0)
    """After how many minutes somebody comes, from and to; for a live talk only."""
    read_on: str = ""
    """The day on which a message is read at the latest: `today`, `tomorrow` or `monday`."""
    read_at: str = ""
    """The time of that day, on the desk's clock."""


UNKNOWN = Availability()
