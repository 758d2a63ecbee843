"""`!refuse`: a second person does not want what the operator proposed for the roster."""

from dataclasses import replace

from dialogs.model import Line, MessageId
from handoff.commands.base import Arranged, Arranging, Command, Settled, Where
from handoff.commands.confirm import refused
from handoff.floor import Floor
from handoff.roster import Proposal, Role, Roster


def _arrange(arranging: Arranging) -> Arranged:
    roster = arranging.staffing.roster
    if not roster.proposals:
        return Arranged((Line(MessageId("confirm-nothing")),))
    named = [one for one in roster.proposals if arranging.text in ("", one.staff)]
    if len(named) != 1:
        example = {"person": roster.proposals[0].staff}
        return Arranged((Line(MessageId("refuse-whom"), example),))
    if no := refused(arranging, named[0]):
        return no
    return Arranged(
        (Line(MessageId(_words(roster, named[0])), {"person": named[0].staff}),),
        floor=_without(arranging.staffing.floor, named[0]),
        settled=Settled(named[0], accepted=False),
    )


def _words(roster: Roster, proposal: Proposal) -> str:
    """What was cut off with a lost phone stays so."""
    return "refuse-done-suspended" if proposal.staff in roster.suspended else "refuse-done"


def _without(floor: Floor, proposal: Proposal) -> Floor | None:
    """The desk knows that it is gone: it need not be told once more."""
    if floor.known is None:
        return None
    left = tuple(one for one in floor.known.proposals if one != proposal)
    return replace(floor, known=replace(floor.known, proposals=left))


COMMAND = Command(
    "refuse",
    frozenset({Where.DESK}),
    MessageId("command-refuse"),
    numbered=False,
    takes_text=True,
    roles=frozenset(Role),
    arrange=_arrange,
)
