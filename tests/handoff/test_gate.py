"""Who may take a case that asks for training: nobody waits for a certificate."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from dialogs.model import Flag, Line, Moment, Progress
from handoff.actions import Decision, MakeCaseRoom, PostToDesk
from handoff.commands import claim
from handoff.commands.base import Order
from handoff.floor import Floor, Load, Shift, Staffing
from handoff.gate import may_claim
from handoff.model import Case, CaseId, StaffId, Stage
from handoff.roster import Colleague, Role, Roster, Training
from tests.bot.memory_line import guide
from tests.conversations.play import STARTS

ANNA, BRAM, CARLA = StaffId("@anna:x"), StaffId("@bram:x"), StaffId("@carla:x")
CHILD = Case(CaseId("c"), Stage.WAITING, Progress(flags=frozenset({Flag.MINOR})), 47, "Reiger 47")
MINOR = frozenset({Training.MINOR})


def order(case: Case = CHILD, *words: str, **changes: Any) -> Order:
    """Anna claims; Bram is trained for children."""
    people = [Colleague(ANNA), Colleague(BRAM, training=MINOR), Colleague(CARLA)]
    roster = Roster({one.staff: one for one in people})
    staffing = replace(Staffing(roster), **changes)
    return Order(case, ANNA, frozenset(words), Moment(STARTS, b""), guide(), staffing=staffing)


def at_work(*people: StaffId, rest_until: datetime | None = None) -> Floor:
    shifts = {one: Shift(STARTS) for one in people}
    return Floor(shifts, {one: Load(rest_until=rest_until) for one in people})


def said(decision: Decision | None) -> list[str]:
    assert decision
    posts = [one for one in decision.actions if isinstance(one, PostToDesk)]
    return [block.id for post in posts for block in post.blocks if isinstance(block, Line)]


def called(decision: Decision | None) -> tuple[StaffId, ...]:
    assert decision
    posts = [one for one in decision.actions if isinstance(one, PostToDesk)]
    return tuple(who for post in posts for who in post.mentions)


@pytest.mark.parametrize("words", [(), ("anyway",)])
def test_a_trained_colleague_at_work_comes_first(words: tuple[str, ...]) -> None:
    """They are called, and no further word helps."""
    refused = may_claim(order(CHILD, *words, floor=at_work(ANNA, BRAM)))
    assert said(refused) == ["gate-trained-on-shift"]
    assert called(refused) == (BRAM,)
    assert refused
    assert refused.case == CHILD


BUSY = Case(CaseId("d"), Stage.LIVE, Progress(), claimant=BRAM)
RESTING = replace(BUSY, stage=Stage.RESTING)


@pytest.mark.parametrize(
    ("floor", "taken"),
    [
        (Floor(), ()),
        (at_work(ANNA, CARLA), ()),
        (at_work(ANNA, BRAM, rest_until=STARTS + timedelta(minutes=5)), ()),
        (at_work(ANNA, BRAM), (BUSY,)),
    ],
    ids=["nobody at work", "only untrained ones", "on a break", "in a talk"],
)
def test_when_nobody_trained_is_free_one_more_word_is_enough(
    floor: Floor, taken: tuple[Case, ...]
) -> None:
    """And whoever supervises is called to stand by them."""
    assert said(may_claim(order(floor=floor, taken=taken))) == ["gate-nobody-trained"]
    anyway = order(CHILD, "anyway", floor=floor, taken=taken)
    assert may_claim(anyway) is None
    assert claim.COMMAND.run
    decision = claim.COMMAND.run(anyway)
    assert decision.case
    assert decision.case.claimant == ANNA
    assert any(isinstance(one, MakeCaseRoom) for one in decision.actions)
    assert said(decision)[-1] == "gate-without-training"
    assert called(decision) == (BRAM, CARLA)


def test_a_resting_case_or_a_past_break_keeps_nobody_busy() -> None:
    past = at_work(ANNA, BRAM, rest_until=STARTS - timedelta(minutes=1))
    assert said(may_claim(order(floor=past))) == ["gate-trained-on-shift"]
    resting = order(floor=at_work(BRAM), taken=(RESTING,))
    assert said(may_claim(resting)) == ["gate-trained-on-shift"]


def test_whoever_does_not_listen_is_not_waited_for() -> None:
    reader = Colleague(BRAM, frozenset({Role.SECOND_READER}), MINOR)
    roster = Roster({ANNA: Colleague(ANNA), BRAM: reader})
    found = may_claim(order(roster=roster, floor=at_work(ANNA, BRAM)))
    assert said(found) == ["gate-nobody-trained"]


@pytest.mark.parametrize(
    "case",
    [
        replace(CHILD, progress=Progress()),
        replace(CHILD, progress=Progress(flags=frozenset({Flag.HOME}))),
        replace(CHILD, stage=Stage.LIVE, claimant=BRAM),
    ],
    ids=["no flag", "a flag without training", "taken already"],
)
def test_nothing_else_is_in_the_way(case: Case) -> None:
    assert may_claim(order(case, floor=at_work(BRAM))) is None
    assert claim.COMMAND.run
    assert "gate-without-training" not in said(claim.COMMAND.run(order(case)))


def test_the_trained_one_takes_it_without_a_word() -> None:
    mine = replace(order(floor=at_work(ANNA)), staff=BRAM)
    assert may_claim(mine) is None
    assert claim.COMMAND.run
    assert said(claim.COMMAND.run(mine)) == ["desk-claimed"]
