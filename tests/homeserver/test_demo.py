"""`make demo`, as whoever tries the line first sees it."""

import asyncio
import json

from bot.demo.play import play


async def test_the_demo_plays_to_its_end_with_the_right_figures() -> None:
    """Two conversations between real clients: all arrives once, and nothing of anyone is left."""
    said: list[str] = []
    right = await play(said.append, asyncio.Event(), stay=False)
    assert right
    figures = json.loads(said[-1])
    assert figures["sent"] == figures["received"] > 0
    assert figures["identifiers_at_professional"] == figures["identifiers_on_disk"] == 0
