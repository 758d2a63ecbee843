"""What `check` says of the people: whether somebody can read, and be read, as it should be."""

from collections.abc import Iterator

from bot.operating.finding import Finding, Level
from bot.storage.people import Enrolled, Professional
from handoff.roster import Role, grouped, kept_apart


def on_roster(enrolled: Enrolled, *, small_line: bool) -> Iterator[Finding]:
    """Keys that nobody compared, duties that nobody has, changes that wait for a colleague."""
    if not enrolled.active:
        nobody = "is on it" if not enrolled.roster else "on it can read: all are cut off"
        yield Finding(Level.FAULT, f"roster: nobody {nobody}; see `staff`")
    for one in enrolled.roster:
        yield from _one(one, small_line=small_line)
    for proposed in enrolled.proposed:
        person = proposed.professional.person
        yield Finding(
            Level.NOTE,
            f"{person}: proposed, and not confirmed by a colleague with !confirm; `staff remove "
            f"{person}` takes it back",
        )
    yield from _missing(enrolled.active)


def _one(one: Professional, *, small_line: bool) -> Iterator[Finding]:
    if one.suspended:
        yield Finding(Level.NOTE, f"{one.person}: cut off; see `staff replace` and `staff remove`")
    elif one.compared:
        yield Finding(Level.OK, f"{one.person}: fingerprint given by the operator")
    else:
        yield Finding(
            Level.NOTE,
            f"{one.person}: pinned to what the homeserver served, {grouped(one.master)}; have them "
            f"read theirs to you, and type: staff compare {one.person}=FINGERPRINT",
        )
    pair = None if small_line else kept_apart(one.roles)
    if pair:
        names = " and ".join(sorted(role.value for role in pair))
        yield Finding(Level.NOTE, f"{one.person}: is {names}, which are kept apart; `staff add`")


def _missing(people: tuple[Professional, ...]) -> Iterator[Finding]:
    """What cannot happen at this desk, and why."""
    if not people:
        return
    for role, lacking in _LACKING.items():
        if not [one for one in people if role in one.roles]:
            name = role.value.replace("_", " ")
            yield Finding(Level.NOTE, f"roster: nobody is {name}, so {lacking}")
    if len(people) == 1:
        yield Finding(
            Level.NOTE,
            "roster: only one person: nobody can read second, confirm a change, or go on when "
            "their phone is lost",
        )


_LACKING = {
    Role.LISTENER: "nobody takes cases",
    Role.SECOND_READER: "no case can be read by a second person",
    Role.SUPERVISOR: "nobody watches over the desk",
}
