"""Which key a homeserver serves for somebody, or one sentence on why there is none."""

from collections.abc import Awaitable, Callable

from bot.channels.matrix.enrolling import is_account, served_master
from bot.channels.matrix.login import Session
from bot.errors import ConfigurationError, TryLater
from bot.security.devices import MasterKey, PersonId

Served = Callable[[PersonId], Awaitable[MasterKey]]


def says(homeserver: str, session: Session) -> Served:
    """What the desk's homeserver says; it is no trust yet."""

    async def served(person: PersonId) -> MasterKey:
        try:
            master = await served_master(homeserver, session, person)
            known = master is not None or await is_account(homeserver, session, person)
        except TryLater:
            raise ConfigurationError("The homeserver of the desk does not answer.") from None
        if not known:
            raise ConfigurationError(f"The homeserver knows nobody called {person}.")
        if master is None:
            raise ConfigurationError(
                f"{person} has no cross-signing identity yet. In their client: set up secure "
                "backup or verify the session, then try again."
            )
        return master

    return served
