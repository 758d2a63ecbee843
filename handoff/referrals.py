"""The directory of other help: typed entries from parsed data, each still to be verified."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

from pydantic import BaseModel, ConfigDict

_NUMBER = re.compile(r"\+?\d(?:[ -]?\d)+")
_REMARK = re.compile(r" \([^)]*\)$")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]+")


class Category(Enum):
    """What kind of help an entry gives."""

    DANGER = "danger"
    CARE = "care"
    RIGHTS = "rights"
    DIGITAL = "digital"
    ENFORCEMENT = "enforcement"
    ENFORCEMENT_INFO = "enforcement_info"


class Referral(BaseModel):
    """One other place that can help, with what it can and cannot promise."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    category: Category
    for_whom: str
    phone: str
    """As written down, with remarks; texts use `numbers`."""
    url: str
    hours: str
    anonymous: str
    languages: str
    evidence: str
    verify_by_operator: bool
    last_checked: date | None

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(found.group() for found in _NUMBER.finditer(self.phone))

    @property
    def mail(self) -> str | None:
        found = _MAIL.search(self.phone)
        return found.group() if found else None


def directory(entries: Iterable[object]) -> Mapping[str, Referral]:
    """The entries by id; a wrong or doubled entry raises ValueError."""
    found: dict[str, Referral] = {}
    for entry in entries:
        referral = Referral.model_validate(entry)
        if referral.id in found:
            raise ValueError(f"The directory names {referral.id} twice.")
        found[referral.id] = referral
    return found


def variables(entries: Mapping[str, Referral]) -> dict[str, str]:
    """What texts may show of the directory: `tel_<id>`, `tel_<id>_2`, `url_`, `mail_`, `name_`."""
    found: dict[str, str] = {}
    for referral in entries.values():
        for place, number in enumerate(referral.numbers, start=1):
            found[f"tel_{referral.id}" + ("" if place == 1 else f"_{place}")] = number
        if referral.url:
            found[f"url_{referral.id}"] = referral.url.removeprefix("https://")
        if referral.mail is not None:
            found[f"mail_{referral.id}"] = referral.mail
        found[f"name_{referral.id}"] = _REMARK.sub("", referral.name)
    return found


def unverified(entries: Mapping[str, Referral]) -> tuple[str, ...]:
    """The ids that an operator has still to check."""
    return tuple(one.id for one in entries.values() if one.verify_by_operator)
