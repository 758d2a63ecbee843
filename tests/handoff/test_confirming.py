"""`!confirm` and `!refuse`: who may, with which code, and how often."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from dialogs.model import Line, Moment
from handoff.commands import confirm, refuse
from handoff.commands.base import Arranged, Arranging, Command, Settled
from handoff.floor import Floor, Staffing
from handoff.model import StaffId
from handoff.roster import Colleague, Proposal, Role, Roster
from tests.bot.memory_line import guide
from tests.conversations.play import STARTS

ANNA, BRAM, CARLA = StaffId("@anna:x"), StaffId("@bram:x"), StaffId("@carla:x")
NEW, HERSELF = Proposal(Colleague(CARLA), "482913"), Proposal(Colleague(ANNA), "777777")
LISTENER = Colleague(BRAM, frozenset({Role.LISTENER}))
BOTH = Roster({ANNA: Colleague(ANNA), BRAM: Colleague(BRAM)}, (NEW, HERSELF))


def typed(
    command: Command,
    text: str,
    staff: StaffId = ANNA,
    roster: Roster = BOTH,
    floor: Floor | None = None,
    at: datetime = STARTS,
) -> Arranged:
    assert command.arrange
    moment, staffing = Moment(at, b""), Staffing(roster, floor or Floor())
    return command.arrange(Arranging(staff, frozenset(), text, moment, staffing, guide()))


def said(arranged: Arranged) -> str:
    (block,) = arranged.reply
    assert isinstance(block, Line)
    return block.id


@pytest.mark.parametrize("text", ["482913", " 482 913 ", "482-913"])
def test_the_code_settles_it(text: str) -> None:
    arranged = typed(confirm.COMMAND, text)
    assert (said(arranged), arranged.settled) == ("confirm-done", Settled(NEW, accepted=True))


@pytest.mark.parametrize("text", ["482914", "48291", "4829130", "@carla:x", "٤٨٢٩١٣"])
def test_any_other_code_settles_nothing(text: str) -> None:
    arranged = typed(confirm.COMMAND, text)
    assert (said(arranged), arranged.settled) == ("confirm-wrong", None)


def test_three_tries_an_hour_each() -> None:
    """A colleague's own mistakes are theirs; the right code clears them."""
    floor: Floor | None = Floor()
    for _ in range(3):
        arranged = typed(confirm.COMMAND, "1", floor=floor)
        assert said(arranged) == "confirm-wrong"
        floor = arranged.floor
    assert floor
    assert said(typed(confirm.COMMAND, "482913", floor=floor)) == "confirm-wait"
    other = typed(confirm.COMMAND, "482913", BRAM, floor=floor)
    assert said(other) == "confirm-done"
    assert other.floor is None
    later = STARTS + timedelta(hours=1)
    assert said(typed(confirm.COMMAND, "1", floor=floor, at=later)) == "confirm-wrong"
    done = typed(confirm.COMMAND, "482913", floor=floor, at=later)
    assert done.settled
    assert done.floor == Floor()


def test_nobody_confirms_what_concerns_themselves() -> None:
    assert said(typed(confirm.COMMAND, "777777", ANNA)) == "confirm-not-yourself"
    assert said(typed(confirm.COMMAND, "777777", BRAM)) == "confirm-done"
    assert said(typed(refuse.COMMAND, ANNA, ANNA)) == "confirm-not-yourself"


def test_where_somebody_supervises_only_they_confirm() -> None:
    mixed = replace(BOTH, colleagues={ANNA: Colleague(ANNA), BRAM: LISTENER})
    assert said(typed(confirm.COMMAND, "482913", BRAM, mixed)) == "confirm-not-you"
    assert said(typed(refuse.COMMAND, CARLA, BRAM, mixed)) == "confirm-not-you"


@pytest.mark.parametrize("command", [confirm.COMMAND, refuse.COMMAND])
def test_without_a_proposal_there_is_nothing_to_say(command: Command) -> None:
    """A code typed then is no wrong try."""
    arranged = typed(command, "482913", roster=replace(BOTH, proposals=()))
    assert (said(arranged), arranged.floor) == ("confirm-nothing", None)


def test_refusing_needs_a_name_only_where_it_could_be_another() -> None:
    assert said(typed(refuse.COMMAND, "")) == "refuse-whom"
    assert said(typed(refuse.COMMAND, "@nobody:x")) == "refuse-whom"
    one = replace(BOTH, proposals=(NEW,))
    for text in ("", CARLA):
        assert typed(refuse.COMMAND, text, roster=one).settled == Settled(NEW, accepted=False)


def test_the_desk_is_not_told_twice_of_what_it_refused() -> None:
    arranged = typed(refuse.COMMAND, CARLA, floor=Floor(known=BOTH))
    assert arranged.floor
    assert arranged.floor.known
    assert arranged.floor.known.proposals == (HERSELF,)


def test_what_was_cut_off_stays_so() -> None:
    cut_off = Roster({BRAM: Colleague(BRAM)}, (HERSELF,), frozenset({ANNA}))
    assert said(typed(refuse.COMMAND, "", BRAM, cut_off)) == "refuse-done-suspended"
