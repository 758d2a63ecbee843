"""What `check` says of the desk room: who is there, and whether somebody changed it."""

from collections.abc import Iterable, Iterator

from bot.channels.matrix.looking import DeskLook, look_at
from bot.errors import LineError
from bot.operating.finding import Finding, Level
from bot.runtime import DESK_ROOM, session_of
from bot.security.devices import PersonId, RoomId
from bot.storage.identity import AccountRecord, IdentityStore

SETTINGS = {
    "m.room.encryption": "its encryption",
    "m.room.join_rules": "who may join",
    "m.room.history_visibility": "who may read what was said before they came",
    "m.room.guest_access": "whether guests may come in",
    "org.matrix.room.preview_urls": "that links are not fetched to show what is behind them",
    "m.room.create": "that it stays on this homeserver",
    "m.room.power_levels": "who may change it",
}


async def desk_findings(
    record: AccountRecord, identity: IdentityStore, *, alone: bool
) -> list[Finding]:
    """`alone` when no reporter is served by the same homeserver."""
    room = await identity.noted(DESK_ROOM)
    if room is None:
        return []  # said elsewhere
    try:
        look = await look_at(record.homeserver, session_of(record), RoomId(room))
    except LineError:
        words = "the account is not in it any more, or the homeserver does not tell"
        return [Finding(Level.FAULT, f"desk room: {words}")]
    staff = [professional.person for professional in (await identity.enrolled()).roster]
    return _as_findings(look, staff, alone=alone)


def _as_findings(look: DeskLook, staff: list[PersonId], *, alone: bool) -> list[Finding]:
    return [*_room(look, staff), *_server(look, alone=alone)]


def _room(look: DeskLook, staff: Iterable[PersonId]) -> Iterator[Finding]:
    found = [f"somebody changed {SETTINGS[kind]}" for kind in look.changed]
    found += [
        f"{person} is in it, or invited, and not on the roster"
        for person in sorted(look.members - set(staff))
    ]
    for words in found:
        yield Finding(Level.FAULT, f"desk room: {words}")
    if not found:
        yield Finding(Level.OK, "desk room: as the line made it, with nobody else in it")
    for person in sorted(set(staff) - look.members):
        yield Finding(Level.NOTE, f"desk room: {person} is on the roster, and not in it")


def _server(look: DeskLook, *, alone: bool) -> Iterator[Finding]:
    if look.previews:
        yield Finding(
            Level.NOTE,
            "desk homeserver: it fetches previews of links; the line's rooms ask clients not to "
            "want them, but one that does tells it, and others, what a reporter sent "
            "(url_preview_enabled: false)",
        )
    if look.federates and alone:
        yield Finding(
            Level.NOTE,
            "desk homeserver: it talks with other homeservers, which a desk does not need "
            "(federation_domain_whitelist: [])",
        )
