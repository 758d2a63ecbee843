"""From a reporter's send to the reply in their client: the line against a bare echo bot.

The same homeserver, the same client, message by message in turn; the line and the echo bot each
in a process of their own, as in use. The line's turn is the whole path: receive, commit, decide,
commit, encrypt, send. In the story step `klaar` and `1` are each answered by one message.
`BENCH_MESSAGES=50` makes it shorter.
"""

import asyncio
import itertools
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.person import Person
from bot.demo.stage import set_stage
from tests.bench.figures import Figure, quantile

WARM_UP = 30
MESSAGES = int(os.environ.get("BENCH_MESSAGES", "200"))
TO_THE_STORY = (
    ("hallo", "Nederlands"),
    ("1", "veilig schrijven"),
    ("1", "in uw eigen woorden"),
    ("Een man van het consulaat belt elke week mijn moeder.", "Dank u"),
)
TURNS = (("klaar", "Wilt u nog iets toevoegen?"), ("1", "U mag verder vertellen."))


def measure() -> list[Figure]:
    ours, bare = asyncio.run(_measure())
    figures = []
    for share, most in ((0.5, 1.3), (0.95, 1.5)):
        ms, yardstick = quantile(ours, share) * 1000, quantile(bare, share) * 1000
        name, ratio = f"p{share * 100:.0f}", ms / yardstick
        figures.append(
            Figure(
                f"reply latency {name}, {len(ours)} messages each: line / bare nio echo bot",
                f"{ms:.1f} ms / {yardstick:.1f} ms = {ratio:.2f}x",
                f"≤ {most}x",
                ratio <= most,
                {f"line_{name}_ms": ms, f"echo_{name}_ms": yardstick, f"{name}_ratio": ratio},
            )
        )
    return figures


async def _measure() -> tuple[list[float], list[float]]:
    with ThrowAwayHomeserver() as server, tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        async with set_stage(place / "line", server) as stage:
            await stage.close_line()  # from here on it runs as operators run it
            server.user("echo", "a password")
            anna = await stage.reporter("anna", "a password")
            line = ("-m", "bot", "run", "--config", str(place / "line" / "line.toml"))
            echo = ("-m", "tests.bench.echo_bot", server.url, "echo", "a password", folder)
            async with anna, process(*line), process(*echo):
                return await _talk(anna, stage.line_id, f"@echo:{server.server_name}")


async def _talk(anna: Person, line: str, echo: str) -> tuple[list[float], list[float]]:
    told, echoed = await _chat(anna, line), await _chat(anna, echo)
    for text, answer in TO_THE_STORY:
        await anna.say(told, text)
        await anna.hears(told, answer)
    ours: list[float] = []
    bare: list[float] = []
    turns = itertools.cycle(TURNS)
    for _ in range(WARM_UP + MESSAGES):
        text, answer = next(turns)
        ours.append(await _reply(anna, told, text, answer))
        bare.append(await _reply(anna, echoed, text, text))
    return ours[WARM_UP:], bare[WARM_UP:]


async def _chat(anna: Person, other: str) -> str:
    room = await anna.open_chat_with(other)

    def joined() -> bool:
        member = anna.client.rooms[room].users.get(other)
        return member is not None and not member.invited

    await anna.until(joined)
    return room


async def _reply(anna: Person, room: str, text: str, answer: str) -> float:
    began = time.perf_counter()
    await anna.say(room, text)
    await anna.hears(room, answer)
    return time.perf_counter() - began


@asynccontextmanager
async def process(*command: str) -> AsyncIterator[None]:
    """A Python process from its first line of output until the end of the block."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(60):
            while b"open" not in (said := await process.stdout.readline()):
                if b"listening" in said:
                    break
                if not said:
                    raise RuntimeError(f"{command[1]} ended before it was ready")
        yield
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()
