"""`staff`: who is on the roster. Letting somebody in takes two people, cutting off takes one."""

import secrets
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace

from bot.channels.base import Account
from bot.config import Place
from bot.errors import ConfigurationError
from bot.operating.naming import Wanted
from bot.operating.serving import Served, says
from bot.runtime import open_identity, session_of
from bot.security.devices import MasterKey, PersonId
from bot.storage.identity import IdentityStore
from bot.storage.people import Enrolled, Professional, Proposed
from dialogs.hushed import Hushed
from handoff.roster import SMALL_LINE, Role, grouped, kept_apart

Echo = Callable[[str], None]
CODE_DIGITS = 6


def fresh_code() -> str:
    """Six digits, easily told on the telephone; three wrong ones an hour are let through."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


class Staff(Hushed):
    """The commands, around an open store."""

    def __init__(
        self,
        identity: IdentityStore,
        served: Served,
        echo: Echo,
        *,
        small_line: bool = True,
        fresh: Callable[[], str] = fresh_code,
    ) -> None:
        self._identity, self._served, self._echo = identity, served, echo
        self._small_line, self._fresh = small_line, fresh

    async def show(self) -> None:
        """Everybody on the roster, and everybody proposed for it."""
        enrolled = await self._identity.enrolled()
        if not enrolled.roster and not enrolled.proposed:
            self._echo("Nobody is on the roster.")
        for one in enrolled.roster:
            cut_off = "; cut off until `staff replace` is confirmed" if one.suspended else ""
            self._echo(f"{one.person}{cut_off}")
            self._describe(one)
        for proposed in enrolled.proposed:
            self._echo(f"{proposed.professional.person}: proposed, not confirmed yet")
            self._describe(proposed.professional)

    async def add(self, wanted: Wanted) -> None:
        """Somebody new, or other duties, training or languages of somebody who is there."""
        enrolled = await self._identity.enrolled()
        old = enrolled.find(wanted.person)
        new = _other(old, wanted) if old else await self._new(wanted)
        self._refuse_together(new.roles)
        if new == old:
            await self._identity.save_professional(new)
            self._echo(f"{new.person} is on the roster like that, and nothing else is proposed.")
        elif old and _only_less(old, new):
            await self._identity.save_professional(new)
            self._echo(f"{new.person} is on the roster like this from now on:")
            self._describe(new)
        else:
            await self._do_or_propose(enrolled, new)

    async def remove(self, person: PersonId) -> None:
        """At once, and alone: it only takes trust away."""
        enrolled = await self._identity.enrolled()
        if not enrolled.find(person):
            if not enrolled.proposal(person):
                raise ConfigurationError(f"{person} is not on the roster.")
            await self._identity.remove_professional(person)
            self._echo(f"{person} is proposed no more.")
            return
        await self._identity.remove_professional(person)
        self._echo(
            f"{person} is off the roster. From now on they get no key; a running line puts them "
            "out of its rooms within seconds, and their cases wait again."
        )
        if not [one for one in enrolled.active if one.person != person]:
            self._echo("Nobody is left who could read at the desk: add somebody now.")

    async def compare(self, person: PersonId, key: MasterKey | None) -> None:
        """Note that the pinned key is what they read out; say it loudly when it is not."""
        if key is None:
            raise ConfigurationError(
                f"Type the fingerprint that {person} read to you: "
                f"staff compare {person}=FINGERPRINT"
            )
        enrolled = await self._identity.enrolled()
        old, proposed = enrolled.find(person), enrolled.proposal(person)
        pinned = [one.master for one in (old,) if one and not one.suspended]
        pinned += [proposed.professional.master] if proposed else []
        if not pinned:
            raise ConfigurationError(f"{person} is not on the roster.")
        if key not in pinned:
            raise ConfigurationError(
                f"THIS IS NOT THE KEY OF {person} ON THE ROSTER.\n"
                f"  on the roster:  {grouped(pinned[0])}\n"
                f"  you typed:      {grouped(key)}\n"
                "Ask them once more, by voice. If it stays another one, somebody else may be "
                f"reading in their place: type `staff remove {person}` now."
            )
        await self._identity.mark_compared(person, key)
        self._echo(f"{person}: the key on the roster is the one they read out.")

    async def replace(self, person: PersonId, key: MasterKey | None) -> None:
        """Another phone: the old one is cut off at once, the new one is let in by two people."""
        enrolled = await self._identity.enrolled()
        old = enrolled.find(person)
        if old is None:
            raise ConfigurationError(f"{person} is not on the roster; see `staff add`.")
        if key is None:
            raise ConfigurationError(
                "Type the new fingerprint too, as they read it to you: staff replace "
                f"{person}=FINGERPRINT. To cut off a lost phone before there is another, type: "
                f"staff remove {person}"
            )
        if key == old.master and not old.suspended:
            raise ConfigurationError(f"That is the key {person} has on the roster already.")
        if not old.suspended:
            await self._identity.suspend(person)
            self._echo(f"The old phone of {person} is cut off from now on.")
        new = replace(old, master=key, compared=True, suspended=False)
        try:
            await self._check_served(new)
        except ConfigurationError as fault:
            raise ConfigurationError(f"{fault} The old phone stays cut off.") from None
        await self._do_or_propose(enrolled, new)

    # ---- parts --------------------------------------------------------------------------------

    async def _new(self, wanted: Wanted) -> Professional:
        if wanted.roles is None and not self._small_line:
            names = ", ".join(role.value for role in Role)
            raise ConfigurationError(
                f"This line is no small one: name the duties with --role, of {names}."
            )
        new = Professional(
            wanted.person,
            wanted.master or await self._served(wanted.person),
            compared=wanted.master is not None,
            roles=SMALL_LINE if wanted.roles is None else wanted.roles,
            training=wanted.training or frozenset(),
            languages=wanted.languages or frozenset(),
        )
        await self._check_served(new)
        return new

    async def _check_served(self, new: Professional) -> None:
        """A key that is not served could read nothing, and nobody would know why."""
        served = await self._served(new.person)
        if served != new.master:
            raise ConfigurationError(
                f"The homeserver serves another key for {new.person} than you typed "
                f"({grouped(served)}). Have them read theirs once more, from the phone they use."
            )

    def _refuse_together(self, roles: frozenset[Role]) -> None:
        pair = None if self._small_line else kept_apart(roles)
        if pair:
            one, other = sorted(role.value for role in pair)
            raise ConfigurationError(
                f"One person is not both {one} and {other}. Give one of the two to somebody else; "
                "a line of two or three people sets small_line = true."
            )

    async def _do_or_propose(self, enrolled: Enrolled, new: Professional) -> None:
        others = [one for one in enrolled.active if one.person != new.person]
        if not others:
            await self._identity.save_professional(new)
            self._echo(f"{new.person} is on the roster:")
            self._describe(new)
            self._echo("Nobody else is, so this needed no second person. The next change will.")
            return
        code = self._fresh()
        await self._identity.propose(Proposed(new, code))
        self._echo(f"Nothing is changed yet. This is proposed for {new.person}:")
        self._describe(new)
        self._echo("The desk room is told. Speak with one of these colleagues yourself:")
        for one in [one for one in others if Role.SUPERVISOR in one.roles] or others:
            self._echo(f"  {one.person}")
        self._echo(f"They type there:  !confirm {code}")

    def _describe(self, one: Professional) -> None:
        known = "compared by hand" if one.compared else "as served, NOT compared yet"
        self._echo(f"  fingerprint  {grouped(one.master)} ({known})")
        self._echo(f"  duties       {_listed(role.value for role in one.roles)}")
        self._echo(f"  trained for  {_listed(training.value for training in one.training)}")
        self._echo(f"  languages    {_listed(one.languages)}")


def _other(old: Professional, wanted: Wanted) -> Professional:
    """Somebody on the roster with what was named in place of what they have."""
    if old.suspended:
        raise ConfigurationError(
            f"{old.person} is cut off. When they have another phone, type: "
            f"staff replace {old.person}=FINGERPRINT"
        )
    if wanted.master not in (None, old.master):
        raise ConfigurationError(
            f"{old.person} is on the roster with another key. If they have another phone, type: "
            f"staff replace {old.person}=FINGERPRINT"
        )
    return replace(
        old,
        compared=old.compared or wanted.master is not None,
        roles=old.roles if wanted.roles is None else wanted.roles,
        training=old.training if wanted.training is None else wanted.training,
        languages=old.languages if wanted.languages is None else wanted.languages,
    )


def _only_less(old: Professional, new: Professional) -> bool:
    """Whether nothing is trusted to them that was not before; a language is no trust."""
    return new.roles <= old.roles and new.training <= old.training


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)).replace("_", " ") or "none"


@asynccontextmanager
async def open_staff(place: Place, echo: Echo) -> AsyncIterator[Staff]:
    """The commands for a line in its folder, whether it runs or not."""
    async with open_identity(place) as identity:
        record = await identity.account(Account.DESK)
        if record is None:
            raise ConfigurationError("This line has no accounts yet. Run `init` first.")
        served = says(record.homeserver, session_of(record))
        yield Staff(identity, served, echo, small_line=place.config.small_line)
