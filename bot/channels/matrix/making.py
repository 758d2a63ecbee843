"""Rooms the line makes, invites to, and leaves."""

from bot.channels.base import NewRoom
from bot.channels.journal import StateJournal
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import Http, MatrixRefused, path, text_of
from bot.channels.matrix.machine import MEGOLM
from bot.channels.matrix.rooms import Room, Rooms
from bot.errors import TryLater
from bot.security.devices import PersonId, RoomId
from dialogs.hushed import Hushed

ONLY_US = 100
NOBODYS = {"users_default": 0, "events_default": 0}


def room_body(wanted: NewRoom) -> Json:
    """The request for an encrypted, unfederated, invite-only room that only we can change.

    No `users` in the power levels: the homeserver puts the creator there, and from room version 12
    on the creator must not be named.
    """
    levels = dict.fromkeys(("invite", "kick", "ban", "redact", "state_default"), ONLY_US)
    return {
        "visibility": "private",
        "room_alias_name": wanted.alias,
        "name": wanted.name,
        "invite": list(wanted.invite),
        "creation_content": {"m.federate": False},
        "power_level_content_override": {**NOBODYS, **levels, "events": {}},
        "initial_state": [
            _state("m.room.encryption", {"algorithm": MEGOLM}),
            _state("m.room.join_rules", {"join_rule": "invite"}),
            _state("m.room.history_visibility", {"history_visibility": "joined"}),
            _state("m.room.guest_access", {"guest_access": "forbidden"}),
            # A client that fetched previews would tell others which links a reporter sent.
            _state("org.matrix.room.preview_urls", {"disable": True}),
        ],
    }


def _state(kind: str, content: Json) -> Json:
    return {"type": kind, "state_key": "", "content": content}


class Making(Hushed):
    """Creation, invitation and departure, each harmless to repeat."""

    def __init__(self, http: Http, rooms: Rooms, journal: StateJournal, own: PersonId) -> None:
        self._http, self._rooms, self._journal, self._own = http, rooms, journal, own

    async def create(self, wanted: NewRoom) -> RoomId:
        """Create the room, or find the one that an interrupted call made under the alias."""
        try:
            answer = await self._http.request("POST", path("createRoom"), room_body(wanted))
        except MatrixRefused as refused:
            if refused.code != "M_ROOM_IN_USE":
                raise
            answer = await self._http.request("GET", self._alias_path(wanted.alias))
            for person in wanted.invite:
                await self.invite(RoomId(text_of(answer, "room_id")), person)
        room_id = RoomId(text_of(answer, "room_id"))
        if not room_id:
            raise TryLater("the homeserver named no room")
        await self._note(room_id, wanted)
        return room_id

    async def _note(self, room_id: RoomId, wanted: NewRoom) -> None:
        room = self._rooms.new(room_id)
        room.encrypted, room.creator, room.alias = True, self._own, wanted.alias
        room.members[self._own] = "join"
        for person in wanted.invite:
            room.members.setdefault(person, "invite")
        self._rooms.save(room)
        await self._journal.save()

    async def drop_alias(self, room: Room) -> None:
        """Delete the alias once the caller is known to have stored the room's id."""
        if not room.alias:
            return
        try:
            await self._http.request("DELETE", self._alias_path(room.alias))
        except MatrixRefused as refused:
            # Gone already, or not ours to delete: nothing that should stop a message.
            if refused.status not in (403, 404):
                raise
        room.alias = ""
        self._rooms.save(room)

    def _alias_path(self, alias: str) -> str:
        server = self._own.split(":", 1)[-1]
        return path("directory", "room", f"#{alias}:{server}")

    async def invite(self, room: RoomId, person: PersonId) -> None:
        """Invite; someone who is already there is no error."""
        try:
            await self._http.request("POST", path("rooms", room, "invite"), {"user_id": person})
        except MatrixRefused as refused:
            if refused.status != 403 or not await self._is_there(room, person):
                raise

    async def remove(self, room: RoomId, person: PersonId) -> None:
        """Put somebody out; whoever is not there is out already."""
        try:
            await self._http.request("POST", path("rooms", room, "kick"), {"user_id": person})
        except MatrixRefused as refused:
            if refused.status not in (403, 404) or await self._is_there(room, person):
                raise

    async def _is_there(self, room: RoomId, person: PersonId) -> bool:
        """Raises for a room of which we are told nothing, because we are not in it."""
        where = path("rooms", room, "state", "m.room.member", person)
        try:
            answer = await self._http.request("GET", where)
        except MatrixRefused as refused:
            if refused.status != 404:
                raise
            return False
        return text_of(answer, "membership") in ("join", "invite")

    async def leave(self, room: RoomId) -> None:
        """Leave and have the homeserver forget; a room we are not in is left already."""
        for step in ("leave", "forget"):
            try:
                await self._http.request("POST", path("rooms", room, step), {})
            except MatrixRefused as refused:
                if refused.status not in (400, 403, 404):
                    raise
