"""`make bench`: runs every `bench_*.py` beside this file and prints one table of figures."""

import importlib
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.figures import Figure


def main() -> None:
    table = Table("figure", "measured", "target", "met")
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        module = importlib.import_module(f"tests.bench.{path.stem}")
        measured: list[Figure] = module.measure()
        for figure in measured:
            table.add_row(figure.name, figure.measured, figure.target, figure.verdict)
    Console().print(table)


if __name__ == "__main__":
    main()
