"""One line of the benchmark table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, in words with its unit, and the target where there is one."""

    name: str
    measured: str
    target: str = ""
    met: bool | None = None

    @property
    def verdict(self) -> str:
        return "" if self.met is None else ("yes" if self.met else "NO")
