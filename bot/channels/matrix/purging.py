"""Having the line's own homeserver delete a room for good, where the account is an administrator.

Synapse's admin interface; other servers refuse it. What the homeservers of others keep of a room
is theirs.
"""

from urllib.parse import quote

from bot.channels.matrix.http import Http, MatrixRefused, list_of, text_of
from bot.errors import TryLater
from bot.security.devices import RoomId

ROOMS = "/_synapse/admin/v2/rooms/"
UNDER_WAY = frozenset({"scheduled", "active", "shutting_down", "purging"})


async def purge(http: Http, room: RoomId) -> None:
    """Delete a room; `TryLater` until the homeserver says that it is done."""
    states = await _states(http, room)
    if "complete" in states:
        return
    if not states & UNDER_WAY:
        try:
            await http.request("DELETE", _path(room), {"purge": True, "block": False})
        except MatrixRefused as refused:
            if refused.status != 404:  # gone already
                raise
            return
    raise TryLater("the homeserver is still deleting a room", 1.0)


async def may_purge(http: Http, own_server: str) -> bool:
    """Whether the account may do so; asked with a room that does not exist."""
    try:
        await _states(http, RoomId(f"!nowhere:{own_server}"))
    except MatrixRefused:
        return False
    return True


async def _states(http: Http, room: RoomId) -> set[str]:
    """How earlier requests to delete the room stand; none are known of most rooms."""
    try:
        answer = await http.request("GET", _path(room) + "/delete_status")
    except MatrixRefused as refused:
        if refused.status == 404 and refused.code == "M_NOT_FOUND":
            return set()
        raise
    return {text_of(result, "status") for result in list_of(answer, "results")}


def _path(room: RoomId) -> str:
    return ROOMS + quote(room, safe="")
