"""Ten thousand forged commands execute none: the desk obeys its own people, in their own rooms."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

import pytest

from bot.channels.base import Account
from bot.channels.memory import Sent
from bot.pacing import Pacing
from bot.security.text import FRAME
from dialogs.model import Language, MessageId
from handoff.commands import TABLE, Misread, parse
from handoff.commands.base import Command, Invocation, Where
from handoff.model import Case, CaseId, Stage
from handoff.roster import SMALL_LINE
from tests.bot.memory_line import ANNA, BRAM, DESK_ROOM, MemoryLine
from tests.conversations.play import catalogue
from tests.figure import Figure
from tests.privacy import forging
from tests.privacy.forged_by_staff import FROM_STAFF_ELSEWHERE, NO_COMMANDS
from tests.privacy.forged_kinds import FROM_OTHERS, FROM_REPORTERS, Kind
from tests.privacy.forged_world import CARLA, DORA, ERIK, HIDDEN, World, case_of, team_of, world

KINDS = (*FROM_REPORTERS, *FROM_OTHERS, *FROM_STAFF_ELSEWHERE, *NO_COMMANDS)
WORLDS, OF_A_KIND, AT_ONCE = 6, 44, 11
THE_DESKS = (
    "stage", "number", "alias", "claimant", "case_room", "answer_when", "readers", "agreed",
    "judgement", "reason", "note", "transfer", "codes", "narrow", "state", "referrals", "passing",
)  # fmt: skip
"""What of a case a reporter's own words, and a professional's plain line, never change."""


@dataclass
class Seen:
    """Everything that a command could change, and how much was said."""

    cases: dict[CaseId, Case]
    desk_itself: object
    """Who works there, and how it is set."""
    rooms: tuple[object, ...]
    gone: tuple[int, int]
    front: int
    desk: int

    @classmethod
    async def now(cls, line: MemoryLine) -> "Seen":
        front, desk = line.front, line.desk
        return cls(
            {case.id: case for case in await line.cases()},
            (await line.store.floor(), team_of(line).roster, dict(line.pins.staff)),
            (list(desk.invited), list(desk.left), list(front.left), set(desk.encrypted)),
            (len(front.redacted), len(desk.redacted)),
            len(front.sent),
            len(desk.sent),
        )


def done(kind: Kind, before: Seen, after: Seen) -> Iterable[str]:
    """What somebody's command may do, and a forged one must not."""
    words = kind.account is Account.FRONT or kind.crosses
    for case_id, case in before.cases.items():
        now = after.cases.get(case_id)
        if now is None:
            yield "a case is gone"
        elif words:
            yield from (f"{one} changed" for one in THE_DESKS if _differs(case, now, one))
        elif case != now:
            yield "a case changed"
    new = [case for case in after.cases.values() if case.id not in before.cases]
    if any(case.stage is not Stage.DRAFT for case in new) or (new and not words):
        yield "a case was made"
    if before.desk_itself != after.desk_itself:
        yield "the roster or the floor changed"
    if before.rooms != after.rooms:
        yield "a room was made or left, or somebody invited"
    if before.gone != after.gone and not kind.corrects:
        yield "something was taken back"


def _differs(one: Case, other: Case, field: str) -> bool:
    return bool(getattr(one, field) != getattr(other, field))


def told(kind: Kind, line: MemoryLine, before: Seen, count: int) -> Iterable[str]:
    """What was said of it, beyond the warning that is allowed."""
    front, desk = line.front.sent[before.front :], line.desk.sent[before.desk :]
    if any(HIDDEN in one.message.text and not one.message.text.startswith(FRAME) for one in desk):
        yield "a story was shown"
    if kind.account is Account.FRONT:
        if not all(map(_inert, desk)):
            yield "the desk was told more than a reporter's words"
        return
    if front and not kind.crosses:
        yield "something crossed to a reporter"
    allowed = {said(one) for one in kind.answers if one != "*"}
    if "*" not in kind.answers and not allowed.issuperset(one.message.text for one in desk):
        yield "the desk was told something else"
    if len(desk) > (count if kind.each else len({one.room for one in desk})):
        yield "the desk was told too often"


def said(message: str) -> str:
    return catalogue().text(Language("en"), MessageId(message))


def _inert(one: Sent) -> bool:
    """A reporter's words, of which nothing is a command for whoever copies it."""
    text = one.message.text
    if text in (said("case-taken-back"), said("case-file-refused")):
        return True
    words = text.split("\n")
    copied = [line.removeprefix(FRAME) for line in words]
    return (
        one.room != DESK_ROOM
        and all(line.startswith(FRAME) for line in words)
        and not any(map(_command, (text, "\n".join(copied), *words, *copied)))
    )


def _command(text: str) -> bool:
    return any(isinstance(parse(text, where), Invocation) for where in Where)


async def attacked(found: World, kind: Kind, count: int) -> Counter[str]:
    """Send so many of this kind at once; what went wrong."""
    line = found.line
    line.outbox._pacing = Pacing()  # that sixty texts an hour cross is another test's matter
    before = await Seen.now(line)
    forged = [kind.make(found) for _ in range(count)]
    await line.came(kind.account, *forged)
    await line.settle()
    wrong = Counter([*done(kind, before, await Seen.now(line)), *told(kind, line, before, count)])
    wrong.update("set aside" for _ in line.faults)
    return wrong


async def obeyed(found: World) -> int:
    """The true commands of the true people, after all that; how many were carried out."""
    line, (live, other, claimed, waits) = found.line, found.chats
    await found.says(ANNA, "!back", found.rooms[ANNA])
    assert (await case_of(line, live.room)).stage is Stage.WAITING
    await found.says(DORA, f"!back {claimed.number}")
    assert (await case_of(line, claimed.room)).stage is Stage.WAITING
    await found.claims(ERIK, waits.number)
    assert (await case_of(line, waits.room)).stage is Stage.LIVE
    await found.says(BRAM, "!close uncoded anyway", found.rooms[BRAM])
    assert (await case_of(line, other.room)).stage is Stage.CLOSED
    before = len(line.desk.sent)
    await found.says(ANNA, "!queue")
    await found.says(CARLA, "!help")
    assert len(line.desk.sent) == before + 2
    assert line.faults == []
    return 6


async def test_ten_thousand_forged_commands_execute_none(figure: Figure) -> None:
    """Whoever forges them, however; and after each round the true ones are carried out."""
    counts: Counter[str] = Counter()
    wrong: dict[str, Counter[str]] = {}
    true = 0
    for number in range(WORLDS):
        async with world(Random(number)) as found:
            for kind in found.chance.sample(KINDS, len(KINDS)):
                for _ in range(OF_A_KIND // AT_ONCE):
                    counts[kind.name] += AT_ONCE
                    if faults := await attacked(found, kind, AT_ONCE):
                        wrong.setdefault(kind.name, Counter()).update(faults)
            true += await obeyed(found)
    for kind in KINDS:
        figure(f"forged commands {kind.name}", counts[kind.name])
    failed = sum(one.total() for one in wrong.values())
    figure("forged commands in all", f"{counts.total()}, executed or answered wrongly: {failed}")
    figure("true commands after them", f"{true}, carried out: {true}")
    assert wrong == {}
    assert counts.total() >= 10_000


@pytest.mark.parametrize("command", TABLE, ids=lambda one: one.word)
async def test_every_command_is_forged_as_it_would_be_obeyed(command: Command) -> None:
    """What is sent above is understood when the right person types it in the right room."""
    refusals = {said(one.value) for one in Misread} | {said("command-not-your-role")}
    async with world(Random(0)) as found:
        who = ANNA if command.roles & SMALL_LINE else CARLA
        for where in command.where:
            room = DESK_ROOM if where is Where.DESK else found.rooms[ANNA]
            typed = f"!{command.word}"
            if command.numbered and where is Where.DESK:
                typed += f" {found.chats[0].number}"
            assert typed in forging.lines(found.numbers, [command])
            before = len(found.line.desk.sent)
            await found.says(who, typed, room)
            answers = {one.message.text for one in found.line.desk.sent[before:]}
            assert not answers & refusals
            assert found.line.faults == []
