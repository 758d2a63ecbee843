"""Looking at a room of ours and at its homeserver, for `check`: nothing is changed by it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.base import NewRoom, RoomAlias
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import Http, MatrixRefused, list_of, object_of, path, text_of
from bot.channels.matrix.login import Session
from bot.channels.matrix.making import ONLY_US, room_body
from bot.channels.matrix.rooms import PRESENT
from bot.errors import Refused
from bot.security.devices import PersonId, RoomId
from dialogs.hushed import Hushed

PREVIEWS = ("/_matrix/client/v1/media/preview_url", "/_matrix/media/v3/preview_url")
LEVELS = "m.room.power_levels"


@dataclass(frozen=True, repr=False)
class DeskLook(Hushed):
    """What the homeserver says of a room that we made, and of itself."""

    changed: tuple[str, ...]
    """The settings of the room, as types of state, that are not as we made them."""
    members: frozenset[PersonId]
    """Who is there or invited, but for ourselves."""
    previews: bool
    """Clients may ask this homeserver to fetch what a link points to."""
    federates: bool
    """It answers other homeservers at the same address; elsewhere it cannot be seen."""


async def look_at(homeserver: str, session: Session, room: RoomId) -> DeskLook:
    """Raises `Refused` when the account is not in the room."""
    http, stranger = Http(homeserver, session.token), Http(homeserver)
    try:
        members = await http.request("GET", path("rooms", room, "members"))
        changed = [
            kind for kind, made in _as_made().items() if await _differs(http, room, kind, made)
        ]
        if await _levels_differ(http, room, session.user):
            changed.append(LEVELS)
        previews = [await _answers(http, where) for where in PREVIEWS]
        federates = await _answers(stranger, "/_matrix/federation/v1/version")
    finally:
        await http.close()
        await stranger.close()
    there = frozenset(
        PersonId(text_of(event, "state_key"))
        for event in list_of(members, "chunk")
        if text_of(event, "content", "membership") in PRESENT
    )
    if session.user not in there:  # a homeserver still tells what was there when we left
        raise Refused("we are not in this room")
    return DeskLook(tuple(changed), there - {session.user}, any(previews), federates)


def _as_made() -> Mapping[str, Json]:
    """Each state that the room was made with."""
    body = room_body(NewRoom(RoomAlias(""), ""))
    made = {one["type"]: object_of(one, "content") for one in list_of(body, "initial_state")}
    return {**made, "m.room.create": object_of(body, "creation_content")}


async def _differs(http: Http, room: RoomId, kind: str, made: Json) -> bool:
    """Whether one of the settings we gave is not there any more; a server may add others."""
    found = await _state(http, room, kind)
    return any(found.get(name) != value for name, value in made.items())


async def _levels_differ(http: Http, room: RoomId, own: str) -> bool:
    """Whether anybody else may change the room, invite, or redact."""
    found, made = await _state(http, room, LEVELS), room_body(NewRoom(RoomAlias(""), ""))
    wanted = object_of(made, "power_level_content_override")
    others = {who: level for who, level in object_of(found, "users").items() if who != own}
    raised = any(level != wanted["users_default"] for level in others.values())
    lowered = any(level < ONLY_US for level in object_of(found, "events").values())
    plain = (name for name in wanted if name != "events")
    return raised or lowered or any(found.get(name) != wanted[name] for name in plain)


async def _state(http: Http, room: RoomId, kind: str) -> Json:
    try:
        return await http.request("GET", path("rooms", room, "state", kind) + "/")
    except MatrixRefused as refused:
        if refused.status == 404:
            return {}
        raise


async def _answers(http: Http, where: str) -> bool:
    """Whether there is such a thing; asked without what it needs, so that it does nothing."""
    status, answer = await http.answer("GET", where)
    return status == 200 or text_of(answer, "errcode") == "M_MISSING_PARAM"
