"""Fetching what a sync left out of a room."""

import json
from collections.abc import Callable

from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import Http, list_of, path, text_of
from bot.channels.matrix.intake import Intake
from bot.channels.matrix.order import Item, Order
from bot.channels.matrix.sync import EVENTS
from bot.security.devices import RoomId

PAGE = 100
MOST_PAGES = 50
FILTER = json.dumps({"types": EVENTS, "lazy_load_members": True}, separators=(",", ":"))


class Backfill:
    """One page at a time, newest first, put in front of what came later."""

    def __init__(self, http: Http, intake: Intake, order: Order) -> None:
        self._http, self._intake, self._order = http, intake, order

    async def page(self, room: RoomId, gap: Item) -> Callable[[], None]:
        """Fetch one page; gives what to do with it in the next turn."""
        start, to = gap["gap"]
        query = {"dir": "b", "from": start, "limit": str(PAGE), "filter": FILTER}
        if to:
            query["to"] = to
        answer = await self._http.request("GET", path("rooms", room, "messages"), query=query)
        return lambda: self._put(room, gap, answer)

    def _put(self, room: RoomId, gap: Item, answer: Json) -> None:
        """Replace the gap by the page, with a smaller gap before it when there is more."""
        chunk = [event for event in list_of(answer, "chunk") if isinstance(event, dict)]
        items, invited = self._items(chunk)
        end, pages = text_of(answer, "end"), gap.get("pages", 0) + 1
        if end and chunk and not invited and end != gap["gap"][1] and pages < MOST_PAGES:
            items.insert(0, {"gap": [end, gap["gap"][1]], "pages": pages})
        self._order.replace(room, gap, items)

    def _items(self, chunk: list[Json]) -> tuple[list[Item], bool]:
        """Messages oldest first, back to our invitation; membership was in the sync's state."""
        items: list[Item] = []
        for event in chunk:
            if self._intake.invites_us(event):
                return items[::-1], True
            item = self._intake.item(event) if "state_key" not in event else None
            if item is not None:
                items.append(item)
        return items[::-1], False
