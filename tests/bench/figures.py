"""One line of the benchmark table, and the arithmetic the benchmarks share."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    """What was measured, in words with its unit, and the target where there is one."""

    name: str
    measured: str
    target: str = ""
    met: bool | None = None
    values: Mapping[str, float] = field(default_factory=dict)
    """The same for machines; names hold the unit."""

    @property
    def verdict(self) -> str:
        return "" if self.met is None else ("yes" if self.met else "NO")


def quantile(values: Iterable[float], share: float) -> float:
    """The value that `share` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
