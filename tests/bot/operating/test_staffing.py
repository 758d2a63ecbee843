"""`staff`: what the operator reads, and what takes a second person."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.operating.finding import Level
from bot.operating.naming import Wanted, read_staff, read_wanted
from bot.operating.on_roster import on_roster
from bot.operating.staffing import Staff, fresh_code
from bot.security.devices import MasterKey, PersonId
from bot.storage.identity import IdentityStore
from bot.storage.people import Enrolled, Professional, Proposed
from handoff.roster import Role, Training
from tests.bot.memory_line import ANNA, BRAM, CODE, KEY, master_of

LISTENER, SUPERVISOR = frozenset({Role.LISTENER}), frozenset({Role.SUPERVISOR})
NEW = master_of(ANNA, "new phone")


class Operator:
    """The operator at the terminal, and a homeserver that serves what a test says."""

    def __init__(self, identity: IdentityStore) -> None:
        self.identity, self.told, self.served = identity, list[str](), dict[PersonId, MasterKey]()

    def staff(self, *, small_line: bool = True) -> Staff:
        async def served(person: PersonId) -> MasterKey:
            return self.served.get(person) or master_of(person)

        echo = self.told.append
        return Staff(self.identity, served, echo, small_line=small_line, fresh=lambda: CODE)

    @property
    def words(self) -> str:
        return "\n".join(self.told)


@pytest.fixture
async def operator(tmp_path: Path) -> AsyncIterator[Operator]:
    identity = IdentityStore(tmp_path / "identity.db", KEY)
    await identity.open()
    yield Operator(identity)
    await identity.close()


async def test_the_first_person_needs_no_second_and_that_is_said(operator: Operator) -> None:
    await operator.staff().add(Wanted(ANNA, master_of(ANNA)))
    enrolled = await operator.identity.enrolled()
    assert [one.person for one in enrolled.active] == [ANNA]
    assert enrolled.proposed == ()
    assert "this needed no second person" in operator.words
    assert CODE not in operator.words


async def test_the_next_one_is_only_proposed(operator: Operator) -> None:
    """The code is for a colleague's ear: it stands nowhere but here."""
    staff = operator.staff()
    await staff.add(Wanted(ANNA, master_of(ANNA)))
    await staff.add(Wanted(BRAM))
    enrolled = await operator.identity.enrolled()
    assert [one.person for one in enrolled.roster] == [ANNA]
    assert enrolled.proposed[0].code == CODE
    assert f"!confirm {CODE}" in operator.words
    assert "NOT compared yet" in operator.words


async def test_the_list_says_who_is_what(operator: Operator) -> None:
    staff = operator.staff()
    await staff.show()
    assert operator.told == ["Nobody is on the roster."]
    await staff.add(read_wanted(f"{ANNA}={master_of(ANNA)}", ["listener"], ["minor"], ["nl"]))
    await staff.add(Wanted(BRAM))
    operator.told.clear()
    await staff.show()
    assert operator.words.count("fingerprint") == 2
    assert "duties       listener\n  trained for  minor\n  languages    nl" in operator.words
    assert f"{BRAM}: proposed, not confirmed yet" in operator.words
    assert CODE not in operator.words


async def test_taking_away_needs_nobody_and_giving_does(operator: Operator) -> None:
    """Fewer duties at once; more, or more training, through a colleague; a language is no trust."""
    staff = operator.staff()
    for person in (ANNA, BRAM):
        await operator.identity.save_professional(
            Professional(person, master_of(person), compared=True)
        )
    await staff.add(Wanted(ANNA, roles=LISTENER, languages=frozenset({"nl"})))  # type: ignore[arg-type]
    anna = (await operator.identity.enrolled()).find(ANNA)
    assert anna
    assert (anna.roles, list(anna.languages)) == (LISTENER, ["nl"])
    await staff.add(Wanted(ANNA, training=frozenset({Training.MINOR})))
    enrolled = await operator.identity.enrolled()
    assert enrolled.find(ANNA) == anna
    assert enrolled.proposal(ANNA)
    # With what she has now, what was proposed is off the table.
    await staff.add(Wanted(ANNA))
    assert (await operator.identity.enrolled()).proposed == ()


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        (None, "name the duties with --role"),
        (LISTENER | SUPERVISOR, "not both listener and supervisor"),
        (LISTENER | {Role.ANALYST}, "not both analyst and listener"),
        ({Role.SECOND_READER, Role.ANALYST}, "not both analyst and second_reader"),
        (SUPERVISOR | {Role.ANALYST}, "not both analyst and supervisor"),
        ({Role.RELEASE_OFFICER, Role.ANALYST}, "not both analyst and release_officer"),
    ],
)
async def test_a_line_that_is_not_small_keeps_duties_apart(
    operator: Operator, roles: frozenset[Role] | None, said: str
) -> None:
    with pytest.raises(ConfigurationError, match=said):
        await operator.staff(small_line=False).add(Wanted(ANNA, roles=roles and frozenset(roles)))
    assert (await operator.identity.enrolled()).roster == ()


@pytest.mark.parametrize(
    "roles",
    [{Role.LISTENER, Role.SECOND_READER}, {Role.SUPERVISOR, Role.RELEASE_OFFICER}, {Role.ANALYST}],
)
async def test_what_goes_together_is_taken(operator: Operator, roles: set[Role]) -> None:
    await operator.staff(small_line=False).add(Wanted(ANNA, roles=frozenset(roles)))
    anna = (await operator.identity.enrolled()).find(ANNA)
    assert anna
    assert anna.roles == roles


async def test_a_lost_phone_is_cut_off_even_when_the_rest_fails(operator: Operator) -> None:
    """The homeserver serves another key than was typed: nothing is let in, nothing is undone."""
    for person in (ANNA, BRAM):
        await operator.identity.save_professional(
            Professional(person, master_of(person), compared=True)
        )
    with pytest.raises(ConfigurationError, match="The old phone stays cut off"):
        await operator.staff().replace(ANNA, NEW)
    enrolled = await operator.identity.enrolled()
    assert [one.person for one in enrolled.active] == [BRAM]
    assert enrolled.proposed == ()
    operator.served[ANNA] = NEW
    await operator.staff().replace(ANNA, NEW)
    enrolled = await operator.identity.enrolled()
    proposed = enrolled.proposal(ANNA)
    assert proposed
    assert (proposed.professional.master, proposed.professional.compared) == (NEW, True)
    await operator.identity.settle(ANNA, CODE, accepted=True)
    anna = (await operator.identity.enrolled()).find(ANNA)
    assert anna
    assert (anna.master, anna.suspended) == (NEW, False)


async def test_somebody_alone_gets_a_new_phone_alone(operator: Operator) -> None:
    await operator.staff().add(Wanted(ANNA, master_of(ANNA)))
    operator.served[ANNA] = NEW
    await operator.staff().replace(ANNA, NEW)
    (anna,) = (await operator.identity.enrolled()).active
    assert anna.master == NEW
    assert "no second person" in operator.words


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (lambda staff: staff.remove(BRAM), "is not on the roster"),
        (lambda staff: staff.replace(BRAM, NEW), "is not on the roster"),
        (lambda staff: staff.replace(ANNA, None), "Type the new fingerprint too"),
        (lambda staff: staff.replace(ANNA, master_of(ANNA)), "has on the roster already"),
        (lambda staff: staff.compare(BRAM, NEW), "is not on the roster"),
        (lambda staff: staff.compare(ANNA, None), "Type the fingerprint"),
        (lambda staff: staff.compare(ANNA, NEW), "THIS IS NOT THE KEY"),
        (lambda staff: staff.add(Wanted(ANNA, NEW)), "with another key"),
        (lambda staff: staff.add(Wanted(BRAM, NEW)), "serves another key"),
    ],
)
async def test_what_cannot_be_is_one_clear_sentence(operator: Operator, command, said: str) -> None:  # type: ignore[no-untyped-def]
    await operator.staff().add(Wanted(ANNA))
    before = await operator.identity.enrolled()
    with pytest.raises(ConfigurationError, match=said):
        await command(operator.staff())
    assert await operator.identity.enrolled() == before


async def test_a_compared_key_is_marked(operator: Operator) -> None:
    """Also one that still waits for a colleague."""
    staff = operator.staff()
    await staff.add(Wanted(ANNA))
    await staff.add(Wanted(BRAM))
    for person in (ANNA, BRAM):
        await staff.compare(person, master_of(person))
    enrolled = await operator.identity.enrolled()
    assert [one.compared for one in enrolled.roster] == [True]
    assert [one.professional.compared for one in enrolled.proposed] == [True]


def test_a_name_may_hold_an_equals_sign_and_a_server_a_port() -> None:
    key = master_of(ANNA)
    assert read_staff(f"@a=b:server.nl:8448={key}") == ("@a=b:server.nl:8448", key)
    assert read_staff("@a=b:server.nl") == ("@a=b:server.nl", None)
    grouped = " ".join(key[at : at + 4] for at in range(0, len(key), 4))
    assert read_staff(f"@anna:x={grouped}") == ("@anna:x", key)


@pytest.mark.parametrize("wrong", ["anna", "@anna", "anna:x", "@:x", "@anna:x=short", "@a b:x", ""])
def test_a_malformed_name_or_key_is_refused(wrong: str) -> None:
    with pytest.raises(ConfigurationError, match=r"no Matrix id|is none"):
        read_staff(wrong)


@pytest.mark.parametrize(
    ("roles", "training", "languages"),
    [(["king"], None, None), (None, ["everything"], None), (None, None, ["xx"])],
)
def test_a_word_there_is_not_is_refused_with_those_there_are(
    roles: list[str] | None, training: list[str] | None, languages: list[str] | None
) -> None:
    with pytest.raises(ConfigurationError, match=r"There is no .*; there is: "):
        read_wanted("@anna:x", roles, training, languages)


def test_a_code_is_six_digits_and_never_the_same_for_long() -> None:
    codes = {fresh_code() for _ in range(200)}
    assert all(len(code) == 6 and code.isdigit() for code in codes)
    assert len(codes) > 190


# ---- check --------------------------------------------------------------------------------------


def found(enrolled: Enrolled, *, small_line: bool = True) -> dict[Level, str]:
    lines: dict[Level, str] = {}
    for one in on_roster(enrolled, small_line=small_line):
        lines[one.level] = lines.get(one.level, "") + one.words + "\n"
    return lines


ON_IT = tuple(Professional(one, master_of(one), compared=True) for one in (ANNA, BRAM))


def test_a_desk_as_it_should_be_has_nothing_to_note() -> None:
    assert set(found(Enrolled(ON_IT))) == {Level.OK}


def test_the_line_does_not_open_with_nobody_who_can_read() -> None:
    assert "nobody is on it" in found(Enrolled())[Level.FAULT]
    cut_off = Professional(ANNA, master_of(ANNA), compared=True, suspended=True)
    assert "all are cut off" in found(Enrolled((cut_off,)))[Level.FAULT]


def test_keys_duties_and_changes_that_wait_are_noted() -> None:
    anna = Professional(ANNA, master_of(ANNA), compared=False, roles=LISTENER)
    proposed = Proposed(Professional(BRAM, master_of(BRAM), compared=True), CODE)
    noted = found(Enrolled((anna,), (proposed,)))[Level.NOTE]
    for words in (
        f"staff compare {ANNA}=FINGERPRINT",
        f"{BRAM}: proposed, and not confirmed",
        "nobody is second reader",
        "nobody is supervisor",
        "only one person",
    ):
        assert words in noted
    assert CODE not in noted


def test_duties_kept_apart_are_noted_where_the_line_is_no_small_one() -> None:
    assert "listener and supervisor" in found(Enrolled(ON_IT), small_line=False)[Level.NOTE]
