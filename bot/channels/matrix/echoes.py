"""What was said in a room, read back from its homeserver."""

from bot.channels.base import EventId, TransactionId
from bot.channels.matrix.http import Http, list_of, object_of, path, text_of
from bot.errors import TryLater
from bot.security.devices import RoomId

A_PAGE = 100
MOST_PAGES = 50
CLOCKS_DIFFER_S = 600


MESSAGES = frozenset({"m.room.encrypted", "m.room.message", "m.sticker", "m.reaction"})


async def find_echo(http: Http, room: RoomId, txn: TransactionId, since: int) -> EventId | None:
    """Read the room backwards to `since`; an own event shows its transaction to its own device."""
    start = ""
    for _ in range(MOST_PAGES):
        query = {"dir": "b", "limit": str(A_PAGE)} | ({"from": start} if start else {})
        answer = await http.request("GET", path("rooms", room, "messages"), query=query)
        events = list_of(answer, "chunk")
        for event in events:
            if text_of(event, "unsigned", "transaction_id") == txn:
                return EventId(text_of(event, "event_id"))
        start = text_of(answer, "end")
        if not start or any(_before(event, since) for event in events):
            return None
    raise TryLater("what we sent could not be looked up")


async def standing_in(http: Http, room: RoomId) -> tuple[EventId, ...]:
    """Every message that was not redacted, the newest first."""
    found: list[EventId] = []
    start = ""
    for _ in range(MOST_PAGES):
        query = {"dir": "b", "limit": str(A_PAGE)} | ({"from": start} if start else {})
        answer = await http.request("GET", path("rooms", room, "messages"), query=query)
        for event in list_of(answer, "chunk"):
            # Without content it was redacted already.
            if text_of(event, "type") in MESSAGES and object_of(event, "content"):
                found.append(EventId(text_of(event, "event_id")))
        start = text_of(answer, "end")
        if not start:
            break
    return tuple(found)


def _before(event: object, since: int) -> bool:
    sent = event.get("origin_server_ts") if isinstance(event, dict) else None
    return isinstance(sent, int | float) and sent / 1000 < since - CLOCKS_DIFFER_S
