"""A session with a homeserver, from a password."""

from dataclasses import dataclass

from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import Http, MatrixRefused, list_of, path, text_of
from bot.channels.matrix.purging import may_purge
from bot.channels.matrix.quiet import hush
from bot.errors import ConfigurationError, LoggedOut
from bot.security.devices import PersonId, RoomId
from dialogs.hushed import Hushed


@dataclass(frozen=True, repr=False)
class Session(Hushed):
    """A device of an account, and the token that speaks for it."""

    user: PersonId
    device: str
    token: str


async def log_in(
    homeserver: str, user: str, password: str, device_name: str = "", device: str | None = None
) -> Session:
    """A new device of the account; `user` is a Matrix id or its local part.

    With the id of the device wanted, doing it again gives the same device a new session.
    """
    hush()
    http = Http(homeserver)
    body: Json = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": user},
        "password": password,
        "initial_device_display_name": device_name,
    }
    if device is not None:
        body["device_id"] = device
    try:
        answer = await http.request("POST", path("login"), body)
    except (MatrixRefused, LoggedOut):
        raise ConfigurationError("the homeserver refused this user name and password") from None
    finally:
        await http.close()
    names = [text_of(answer, name) for name in ("user_id", "device_id", "access_token")]
    if not all(names):
        raise ConfigurationError("the homeserver's answer to the login is not a Matrix one")
    return Session(PersonId(names[0]), names[1], names[2])


async def log_out(homeserver: str, session: Session) -> None:
    """End the session; one that has ended already is no error."""
    http = Http(homeserver, session.token)
    try:
        await http.request("POST", path("logout"), {})
    except LoggedOut:
        return
    finally:
        await http.close()


async def session_purges(homeserver: str, session: Session) -> bool:
    """Whether the homeserver lets this account delete rooms."""
    http = Http(homeserver, session.token)
    try:
        return await may_purge(http, session.user.partition(":")[2])
    finally:
        await http.close()


async def session_lives(homeserver: str, session: Session) -> bool:
    """Whether the homeserver answers and still knows the session; raises when it is silent."""
    http = Http(homeserver, session.token)
    try:
        answer = await http.request("GET", path("account", "whoami"))
    except LoggedOut:
        return False
    finally:
        await http.close()
    return text_of(answer, "user_id") == session.user


async def joined_rooms(homeserver: str, session: Session) -> tuple[RoomId, ...]:
    """The rooms the account is in, as its homeserver tells."""
    http = Http(homeserver, session.token)
    try:
        answer = await http.request("GET", path("joined_rooms"))
    finally:
        await http.close()
    return tuple(RoomId(room) for room in list_of(answer, "joined_rooms") if isinstance(room, str))
