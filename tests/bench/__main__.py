"""`make bench` runs every `bench_*.py` beside this file and prints one table of figures.

`python -m tests.bench latency` runs only the named ones. The last line is the same as JSON. The
exit code is 1 when a target was missed.
"""

import importlib
import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.figures import Figure


def main() -> int:
    here = sorted(Path(__file__).parent.glob("bench_*.py"))
    names = sys.argv[1:] or [path.stem.removeprefix("bench_") for path in here]
    table = Table("command", "figure", "measured", "target", "met")
    met, values = True, dict[str, float]()
    for name in names:
        module = importlib.import_module(f"tests.bench.bench_{name}")
        measured: list[Figure] = module.measure()
        command = f"python -m tests.bench {name}"
        for figure in measured:
            table.add_row(command, figure.name, figure.measured, figure.target, figure.verdict)
            met = met and figure.met is not False
            values.update(figure.values)
    Console(width=None if sys.stdout.isatty() else 140).print(table)
    print(json.dumps({"met": met, **values}))
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
