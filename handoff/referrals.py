"""The directory of other help: typed entries, each shown only while somebody has checked it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import Enum

from pydantic import BaseModel, ConfigDict

from dialogs.model import Language, Line, MessageId
from handoff.model import Case, CodeId, Offer

_NUMBER = re.compile(r"\+?\d(?:[ -]?\d)+")
_REMARK = re.compile(r" \([^)]*\)$")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]+")
GOOD_FOR = timedelta(days=90)
GOOD_FOR_CRISIS = timedelta(days=30)
"""A number on which a life may depend is to be checked more often."""

DUTCH_ONLY, ENGLISH_ONLY = MessageId("place-dutch"), MessageId("place-english")
CALL_SAFELY, CHOICE = MessageId("place-safe"), MessageId("place-choice")
COMMON = (DUTCH_ONLY, ENGLISH_ONLY, CALL_SAFELY, CHOICE)
"""What is said of more than one place."""


class Category(Enum):
    """What kind of help an entry gives."""

    DANGER = "danger"
    CARE = "care"
    RIGHTS = "rights"
    DIGITAL = "digital"
    ENFORCEMENT = "enforcement"
    ENFORCEMENT_INFO = "enforcement_info"


class Check(BaseModel):
    """Somebody called the number, or looked at the address, and it was right."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    last_checked: date
    checked_by: str


class Referral(BaseModel):
    """One other place that can help, with what it can and cannot promise."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    category: Category
    crisis: bool = False
    """Shown even when nobody has checked it in time: no number would be worse."""
    for_whom: str
    phone: str
    """As written down, with remarks; texts use `numbers`."""
    call_now: bool = False
    """Nothing that is said with it may hold somebody back from calling."""
    url: str
    hours: str
    anonymous: str
    no_name: bool
    """Help is given to who does not tell a name."""
    languages: str
    speaks: tuple[Language, ...]
    """Those that are certain."""
    evidence: str
    check: Check | None = None

    @property
    def title(self) -> str:
        """Its name without a remark of ours."""
        return _REMARK.sub("", self.name)

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(found.group() for found in _NUMBER.finditer(self.phone))

    @property
    def mail(self) -> str | None:
        found = _MAIL.search(self.phone)
        return found.group() if found else None

    @property
    def expires(self) -> date | None:
        """The last day on which the check counts; None when there was none."""
        good = GOOD_FOR_CRISIS if self.crisis else GOOD_FOR
        return self.check.last_checked + good if self.check else None

    def expired(self, today: date) -> bool:
        """A check of a day that is still to come is none."""
        if self.check is None or self.expires is None:
            return True
        return not self.check.last_checked <= today <= self.expires

    def shown(self, today: date) -> bool:
        return self.crisis or not self.expired(today)

    @property
    def key(self) -> str:
        """Its name with a case: the kind of help stands in it, for that alone is ever coded."""
        return f"{self.category.value}/{self.id}"

    @property
    def text(self) -> MessageId:
        """What it is, with number and address."""
        return MessageId("place-" + self.id.replace("_", "-"))

    @property
    def limit(self) -> MessageId:
        """What it cannot do, and whether it wants a name."""
        return MessageId(f"{self.text}-limit")


def directory(entries: Iterable[object]) -> Mapping[str, Referral]:
    """The entries by id; a wrong or doubled entry raises ValueError."""
    found: dict[str, Referral] = {}
    for entry in entries:
        referral = Referral.model_validate(entry)
        if referral.id in found:
            raise ValueError(f"The directory names {referral.id} twice.")
        found[referral.id] = referral
    return found


def checked(entries: Mapping[str, Referral], checks: Mapping[str, Check]) -> Mapping[str, Referral]:
    """The entries with the operator's checks; one of an unknown entry raises ValueError."""
    unknown = sorted(set(checks) - set(entries))
    if unknown:
        raise ValueError(f"there is no place called {unknown[0]} in the directory")
    return {
        name: one.model_copy(update={"check": checks.get(name)}) for name, one in entries.items()
    }


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
        found[f"name_{referral.id}"] = referral.title
    return found


def unchecked_crisis(entries: Mapping[str, Referral], today: date) -> tuple[str, ...]:
    """What is shown although nobody has checked it in time: a supervisor must know."""
    return tuple(one.id for one in entries.values() if one.crisis and one.expired(today))


# ---- what is kept with a case, and coded --------------------------------------------------------

GROUPS: Mapping[Category, CodeId] = {
    Category.DANGER: CodeId("rf_enforcement"),
    Category.ENFORCEMENT: CodeId("rf_enforcement"),
    Category.CARE: CodeId("rf_care"),
    Category.RIGHTS: CodeId("rf_rights"),
    Category.DIGITAL: CodeId("rf_digital"),
}
"""Advice for a professional's own work is no referral of a reporter."""


def remembered(case: Case, entries: Mapping[str, Referral]) -> tuple[Line, ...]:
    """Which places were named and what came of it, for whoever takes the case over."""
    return tuple(
        named(entries[place], offer)
        for key, offer in case.referrals.items()
        if (place := key.partition("/")[2]) in entries
    )


def named(entry: Referral, offer: Offer) -> Line:
    return Line(MessageId(f"refer-{offer.value.replace('_', '-')}"), {"name": entry.title})


def referral_groups(case: Case) -> frozenset[CodeId]:
    """The groups of the places that were named and not declined."""
    named = (place for place, offer in case.referrals.items() if offer is not Offer.DECLINED)
    categories = (Category(place.partition("/")[0]) for place in named)
    return frozenset(GROUPS[one] for one in categories if one in GROUPS)
