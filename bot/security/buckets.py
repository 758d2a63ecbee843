"""How often somebody may do something, without a list of who did.

A sender is known here only by a keyed hash; the key is random, lives in memory and lasts a day.
With it everything counted so far is forgotten, so a limit may begin anew once a day.
"""

import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from dialogs.hushed import Hushed

A_DAY_S = 86_400.0
MOST = 20_000
"""Senders remembered at once; the one not heard longest makes room for a new one."""
Seconds = Callable[[], float]
"""A clock that only goes forward."""


@dataclass(frozen=True, repr=False)
class Rate(Hushed):
    """`burst` at once, and one more every `every_s` seconds."""

    burst: int
    every_s: float


class Buckets(Hushed):
    """A token bucket for each sender."""

    def __init__(self, rate: Rate, clock: Seconds = time.monotonic, most: int = MOST) -> None:
        self._rate, self._clock = rate, clock
        self._full_at: _Memory[float] = _Memory(clock, most)

    def take(self, sender: str) -> bool:
        """Take a token; False when there is none."""
        now, every = self._clock(), self._rate.every_s
        full_at = max(now, self._full_at.get(sender) or now)
        if full_at - now > (self._rate.burst - 1) * every:
            return False
        self._full_at.put(sender, full_at + every)
        return True

    def wait(self, sender: str) -> float:
        """Seconds until there is a token; nothing when there is one."""
        now, every = self._clock(), self._rate.every_s
        full_at = self._full_at.get(sender) or now
        return max(0.0, full_at - now - (self._rate.burst - 1) * every)

    def __len__(self) -> int:
        return len(self._full_at)


class Tries(Hushed):
    """Some failures in a row are forgiven; after that nothing counts for a while."""

    def __init__(
        self,
        failures: int = 3,
        pause_s: float = 900.0,
        clock: Seconds = time.monotonic,
        most: int = MOST,
    ) -> None:
        self._failures, self._pause_s, self._clock = failures, pause_s, clock
        self._failed: _Memory[tuple[int, float]] = _Memory(clock, most)
        """How many, and when the last was."""

    def blocked(self, sender: str) -> bool:
        """Whether the sender must wait; to be asked before trying."""
        return self._count(sender) >= self._failures

    def failed(self, sender: str) -> None:
        """One try was wrong."""
        self._failed.put(sender, (self._count(sender) + 1, self._clock()))

    def succeeded(self, sender: str) -> None:
        """Earlier failures are forgiven."""
        self._failed.drop(sender)

    def _count(self, sender: str) -> int:
        count, last = self._failed.get(sender) or (0, 0.0)
        return count if self._clock() - last < self._pause_s else 0

    def __len__(self) -> int:
        return len(self._failed)


Value = TypeVar("Value")


class _Memory(Hushed, Generic[Value]):
    """Values by keyed hash of a sender: bounded, in memory only, gone with the day's key."""

    def __init__(self, clock: Seconds, most: int) -> None:
        self._clock, self._most = clock, most
        self._values: OrderedDict[bytes, Value] = OrderedDict()
        self._key, self._key_until = b"", clock()

    def get(self, sender: str) -> Value | None:
        return self._values.get(self._place(sender))

    def put(self, sender: str, value: Value) -> None:
        place = self._place(sender)
        self._values[place] = value
        self._values.move_to_end(place)
        if len(self._values) > self._most:
            self._values.popitem(last=False)

    def drop(self, sender: str) -> None:
        self._values.pop(self._place(sender), None)

    def _place(self, sender: str) -> bytes:
        if self._clock() >= self._key_until:
            self._values.clear()
            self._key, self._key_until = secrets.token_bytes(32), self._clock() + A_DAY_S
        return hmac.digest(self._key, sender.encode("utf-8", "surrogatepass"), "sha256")

    def __len__(self) -> int:
        return len(self._values)
