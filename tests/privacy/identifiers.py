"""What names a person, and where it turns up."""

import json
from collections.abc import Iterable

from bot.demo.person import Person


def identifiers_of(person: Person, display_name: str, *more: str) -> frozenset[str]:
    """Everything by which a reporter could be known again; `more` holds rooms, events, files."""
    assert person.client.olm is not None
    keys = person.client.olm.account.identity_keys
    local, _, server = person.id.removeprefix("@").partition(":")
    assert server
    own = {
        person.id,
        local,
        display_name,
        str(person.client.device_id),
        str(person.client.access_token),
        keys["ed25519"],
        keys["curve25519"],
        *more,
    }
    if person.master_key:
        own.add(person.master_key)
    assert all(len(one) > 5 for one in own), "too short to be told from chance"
    return frozenset(own)


def found_in(bodies: Iterable[bytes], identifiers: Iterable[str]) -> set[str]:
    """Those that occur, as they are or as JSON writes them."""
    haystack = b"\n".join(bodies)
    return {
        one
        for one in identifiers
        if any(form in haystack for form in (one.encode(), json.dumps(one)[1:-1].encode()))
    }
