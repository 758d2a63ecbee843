"""Asking a homeserver which master key it serves for someone; what it answers is not yet trust."""

from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import Http, MatrixRefused, path
from bot.channels.matrix.login import Session
from bot.channels.matrix.trust import signing_chain
from bot.security.devices import MasterKey, PersonId


async def served_master(homeserver: str, session: Session, person: PersonId) -> MasterKey | None:
    """The master key with a self-signing key it truly signed, or None when there is none."""
    http = Http(homeserver, session.token)
    try:
        body: Json = {"device_keys": {person: []}}
        answer = await http.request("POST", path("keys", "query"), body)
    finally:
        await http.close()
    chain = signing_chain(person, answer)
    return chain[0] if chain else None


async def is_account(homeserver: str, session: Session, person: PersonId) -> bool:
    """False when the homeserver says that there is nobody of that name."""
    http = Http(homeserver, session.token)
    try:
        await http.request("GET", path("profile", person))
    except MatrixRefused as refused:
        return refused.status != 404
    finally:
        await http.close()
    return True
