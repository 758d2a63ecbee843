"""How long the throw-away homeserver takes: part of every demo's and test's waiting time."""

import time

from bot.demo.homeserver import ThrowAwayHomeserver
from tests.bench.figures import Figure


def measure() -> list[Figure]:
    began = time.perf_counter()
    with ThrowAwayHomeserver() as server:
        ready = time.perf_counter() - began
        server.stop()
        began = time.perf_counter()
        server.start()
        again = time.perf_counter() - began
    return [
        Figure("throw-away homeserver ready", f"{ready:.1f} s", values={"homeserver_s": ready}),
        Figure("the same, restarted on its data", f"{again:.1f} s", values={"restart_s": again}),
    ]
