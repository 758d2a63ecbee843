"""The ways in which staff give a command that is none, or not theirs to give."""

from bot.channels.base import (
    EventId,
    FileCame,
    Incoming,
    PersonJoined,
    PersonLeft,
    Redacted,
    TextCame,
)
from bot.security.devices import PersonId, RoomId
from bot.security.text import FRAME
from handoff.commands import TABLE, Misread
from handoff.commands.base import Where
from handoff.roster import Role
from tests.bot.memory_line import ANNA, BRAM, DESK_ROOM, device_of
from tests.privacy import forging
from tests.privacy.forged_kinds import NO_EVENTS, Kind, foreign_target
from tests.privacy.forged_world import CARLA, DORA, ERIK, GITA, HANS, HER_CODE, World

MISREAD = tuple(one.value for one in Misread)
NOWHERE = RoomId("!nowhere:staff.test")


def _elsewhere(world: World) -> tuple[RoomId, PersonId]:
    """A case room, and somebody on the roster who is not of it."""
    mine = world.pick(*world.rooms)
    others = [one for one in (ANNA, BRAM, DORA, ERIK, CARLA) if one != mine]
    return world.rooms[mine], world.chance.choice(others)


def _file_elsewhere(world: World) -> Incoming:
    room, who = _elsewhere(world)
    return FileCame(room, world.line.fresh(), device_of(who))


def _redacts_elsewhere(world: World) -> Incoming:
    room, who = _elsewhere(world)
    return Redacted(room, world.line.fresh(), who, EventId(foreign_target(world)))


def _moves_elsewhere(world: World) -> Incoming:
    room, who = _elsewhere(world)
    moved: type[PersonJoined | PersonLeft] = world.pick(PersonJoined, PersonLeft)
    return moved(room, world.line.fresh(), who)


def _not_of_their_role(world: World) -> TextCame:
    """Of an analyst's work is only what their role has."""
    return world.text(DESK_ROOM, CARLA, _for_others(world))


def _for_others(world: World) -> str:
    where = [one for one in TABLE if Where.DESK in one.where]
    return world.command(*[one for one in where if Role.ANALYST not in one.roles])


def _about_a_colleagues_case(world: World) -> TextCame:
    """A listener names, in the desk room, a case that a colleague has."""
    desk = [one for one in TABLE if Where.DESK in one.where and one.run and one.numbered]
    ways = [one for one in desk if Role.LISTENER in one.roles]
    named = [line for line in forging.lines(world.taken, ways) if line.split()[1:2] != ["anyway"]]
    return world.text(DESK_ROOM, ERIK, world.turn("about a colleague's case", named))


def _as_a_reader(world: World) -> TextCame:
    """In the room, but it is not the second reader who decides or answers."""
    ways = [one for one in TABLE if Where.CASE in one.where and one.run]
    theirs = [one for one in ways if Role.SECOND_READER not in one.roles]
    said: str = world.pick(world.command(*theirs), "Een gewone regel.", "// voor ons")
    return world.text(
        world.rooms[ANNA], HANS, said, replaces=world.pick(None, None, world.lines["plain"])
    )


FROM_STAFF_ELSEWHERE = (
    Kind(
        "in a colleague's case room",
        lambda w: w.text(*_elsewhere(w), w.anyhow()),
        answers=("case-not-yours",),
    ),
    Kind(
        "files in a colleague's case room",
        _file_elsewhere,
        answers=("case-not-yours",),
    ),
    Kind(
        "edits in a colleague's case room",
        lambda w: w.text(
            *_elsewhere(w), w.pick(w.anyhow(), "Een gewone regel."), replaces=w.lines["plain"]
        ),
        answers=("case-not-yours",),
    ),
    Kind(
        "redactions in a colleague's case room",
        _redacts_elsewhere,
    ),
    Kind(
        "colleagues who come and go in a case room",
        _moves_elsewhere,
    ),
    Kind(
        "in rooms the line does not know",
        lambda w: w.text(
            w.pick(NOWHERE, w.chance.choice(w.chats).room), w.pick(ANNA, BRAM), w.anyhow()
        ),
    ),
    Kind(
        "beyond one's role",
        _not_of_their_role,
        answers=("command-not-your-role", *MISREAD),
        each=True,
    ),
    Kind(
        "about oneself",
        lambda w: w.text(DESK_ROOM, GITA, w.pick(f"!confirm {HER_CODE}", f"!refuse {GITA}")),
        answers=("confirm-not-yourself",),
        each=True,
    ),
    Kind("by a second reader", _as_a_reader, answers=("*",), each=True),
    Kind("about a colleague's case", _about_a_colleagues_case, answers=("*",), each=True),
)


def _mine(world: World) -> tuple[RoomId, PersonId]:
    """A professional in a room of their own."""
    who = world.pick(ANNA, BRAM)
    return world.pick(DESK_ROOM, world.rooms[who]), who


def _wrong_room(world: World) -> TextCame:
    where = world.pick(*Where)
    ways = [one for one in TABLE if where not in one.where]
    room = DESK_ROOM if where is Where.DESK else world.rooms[ANNA]
    return world.text(room, ANNA, world.command(*ways))


def _copied_back(world: World) -> TextCame:
    """The reporter's words as they stand in the case room, sent once more by a client."""
    posted = [s.message.text for s in world.line.desk.sent if s.message.text.startswith(FRAME)]
    chosen = world.pick(*posted) if posted else FRAME
    bare = "\n".join(line.removeprefix(FRAME) for line in chosen.split("\n"))
    return world.text(world.rooms[ANNA], ANNA, world.pick(chosen, bare))


def _replayed(world: World) -> TextCame:
    """Exactly what was obeyed before."""
    return world.chance.choice(world.obeyed)


NO_COMMANDS = (
    Kind(
        "in a thread",
        lambda w: w.text(*_mine(w), w.pick(w.command(), w.anyhow()), aside=True),
    ),
    Kind(
        "in an edit of a plain line",
        lambda w: w.text(
            w.rooms[ANNA],
            ANNA,
            w.pick(w.command(), forging.disguised(w.chance, w.command())),
            replaces=w.lines["plain"],
        ),
        answers=("command-edited",),
        each=True,
    ),
    Kind(
        "in an edit of an internal line, a thread or a command",
        lambda w: w.text(
            w.rooms[ANNA],
            ANNA,
            w.pick(w.command(), w.anyhow(), "Zij heet Fatima."),
            replaces=w.lines[w.pick("internal", "thread", "command", "unknown")],
        ),
        answers=("case-edit-stays", "command-edited"),
        each=True,
    ),
    Kind(
        "in an edit in the desk room",
        lambda w: w.text(DESK_ROOM, ANNA, w.anyhow(), replaces=w.line.fresh()),
    ),
    Kind(
        "disguised, by staff",
        lambda w: w.text(*_mine(w), forging.disguised(w.chance, w.command())),
        answers=MISREAD,
        each=True,
    ),
    Kind("in the wrong room", _wrong_room, answers=("command-not-here",), each=True),
    Kind(
        "numbers that are none",
        lambda w: w.text(DESK_ROOM, w.pick(ANNA, BRAM), forging.misnumbered(w.chance)),
        answers=(*MISREAD, "desk-no-such-case"),
        each=True,
    ),
    Kind(
        "unknown words",
        lambda w: w.text(*_mine(w), forging.unknown(w.chance)),
        answers=("command-unknown",),
        each=True,
    ),
    Kind(
        "redactions of what is no event, in a case room",
        lambda w: Redacted(w.rooms[ANNA], w.line.fresh(), ANNA, EventId(w.pick(*NO_EVENTS))),
    ),
    Kind("a reporter's words, copied back", _copied_back, answers=MISREAD, each=True, crosses=True),
    Kind("replays of what was obeyed", _replayed),
)
