"""Which places fit a need: first and second choice, in the language and way a reporter can use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dialogs.hushed import Hushed
from dialogs.model import Language, MessageId
from handoff.referrals import Category, Referral

ALL = "all"
NO_NAME = "anonymous"
NEEDS: Mapping[str, tuple[str, ...]] = {
    "danger": ("emergency_112", "police_0900"),
    "threat": ("police_0900", "meld_misdaad_anoniem", "slachtofferhulp"),
    "inform": ("advocaat_voorkeur", "aivd", "juridisch_loket"),
    "papers": ("juridisch_loket", "vluchtelingenwerk", "bz_contact"),
    "family": ("bz_contact", "advocaat_voorkeur", "front_line_defenders"),
    "marriage": ("veilig_thuis", "lkha", "bz_contact"),
    "device": ("access_now", "amnesty_security_lab", "police_0900", "fraudehelpdesk"),
    "images": ("helpwanted", "centrum_seksueel_geweld"),
    "press": ("persveilig", "access_now"),
    "office": ("weerbaar_bestuur", "vertrouwenslijn_bestaand"),
    "feelings": ("suicide_113", "luisterlijn", "huisarts", "mind_korrelatie"),
    "child": ("kindertelefoon", "veilig_thuis"),
    "notice": ("advocaat_voorkeur", "interpol_ccf"),
    "municipality": ("ess", "aivd", "police_0900"),
    "complaint": ("autoriteit_persoonsgegevens", "ombudsman"),
}
"""The first choice first."""
KINDS: Mapping[str, frozenset[Category]] = {
    "care": frozenset({Category.CARE}),
    "rights": frozenset({Category.RIGHTS}),
    "digital": frozenset({Category.DIGITAL}),
    "enforcement": frozenset({Category.ENFORCEMENT, Category.ENFORCEMENT_INFO}),
    ALL: frozenset(Category),
}
WORDS = (*NEEDS, *KINDS)


@dataclass(frozen=True, repr=False)
class Search(Hushed):
    """What somebody looks for."""

    word: str
    languages: frozenset[Language] = frozenset()
    no_name: bool = False


def read_search(words: Iterable[str]) -> Search | None:
    """A need or a kind of help, then what narrows it; None for anything else."""
    word, *more = words
    if word not in WORDS:
        return None
    languages = frozenset(Language(one) for one in more if one != NO_NAME)
    if not all(len(one) == 2 and one.isascii() and one.isalpha() for one in languages):
        return None
    return Search(word, languages, NO_NAME in more)


def found(search: Search, places: Mapping[str, Referral], today: date) -> tuple[Referral, ...]:
    """What fits, without what nobody has checked in time."""
    if search.word in NEEDS:
        fitting = [places[one] for one in NEEDS[search.word] if one in places]
    else:
        kinds = KINDS[search.word]
        fitting = [one for one in places.values() if one.category in kinds]
    return tuple(
        one
        for one in fitting
        if one.shown(today)
        and (one.no_name or not search.no_name)
        and (not search.languages or search.languages & set(one.speaks))
    )


def need(word: str) -> MessageId:
    """The need in the words of the desk."""
    return MessageId(f"need-{word}")
