"""`referrals`: which places of other help are checked, and since when."""

from collections.abc import Callable, Iterator
from datetime import date

from bot.clock import local_clock
from bot.config import Place
from bot.directory import checked_places, read_checks, write_checks
from bot.errors import ConfigurationError, LineError
from bot.operating.finding import Finding, Level
from handoff.referrals import Check, Referral, unchecked_crisis

Echo = Callable[[str], None]


def today(place: Place) -> date:
    return local_clock(place.config.time_zone)().date()


def list_referrals(place: Place, echo: Echo) -> None:
    """Every place, and whether professionals are shown it."""
    now = today(place)
    places = checked_places(place.folder)
    for one in places.values():
        echo(f"{one.id:30} {_standing(one, now)}")
        echo(f"{'':30} {one.name}: {one.phone}; {one.url or 'no address'}")


def _standing(one: Referral, now: date) -> str:
    if one.check is None or one.expires is None:
        state = "never checked"
    else:
        word = "expired" if one.expired(now) else "good until"
        when = f"{word} {one.expires}"
        state = f"{when}; checked by {one.check.checked_by} on {one.check.last_checked}"
    if not one.expired(now):
        return state
    return f"{state}; " + ("shown all the same, for a crisis" if one.crisis else "not shown")


def check_referral(place: Place, name: str, by: str, on: date | None, echo: Echo) -> None:
    """Record that somebody called the number, or looked at the address, and it was right."""
    places = checked_places(place.folder)
    if name not in places:
        raise ConfigurationError(f"There is no place called '{name}'; see `referrals list`.")
    day = on or today(place)
    if day > today(place):
        raise ConfigurationError(f"The day {day} is still to come.")
    if not by.strip():
        raise ConfigurationError("Say who checked it: --by NAME")
    checks = read_checks(place.folder)
    checks[name] = Check(last_checked=day, checked_by=by.strip())
    write_checks(place.folder, checks)
    expires = checked_places(place.folder)[name].expires
    echo(f"{name} is checked, by {by.strip()} on {day}, and counts until {expires}.")
    echo("A line that runs now uses it after a restart.")


def directory_findings(place: Place) -> Iterator[Finding]:
    """How much of the directory professionals can use."""
    try:
        places = checked_places(place.folder)
    except LineError as fault:
        yield Finding(Level.FAULT, str(fault))
        return
    now = today(place)
    expired = [one for one in places.values() if one.expired(now)]
    hidden = [one for one in expired if not one.shown(now)]
    crisis = unchecked_crisis(places, now)
    if not expired:
        yield Finding(Level.OK, f"other help: all {len(places)} places are checked")
    if hidden:
        yield Finding(
            Level.NOTE,
            f"other help: {len(hidden)} of {len(places)} places are not shown, for nobody has "
            "checked them in the last 90 days; see `referrals list`",
        )
    if crisis:
        yield Finding(
            Level.NOTE,
            "other help: shown although nobody has checked it in the last 30 days: "
            f"{', '.join(crisis)}; check these first",
        )
