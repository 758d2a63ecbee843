"""The ways to forge a command for who is not of the desk, and all that may come of each."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.channels.base import (
    Account,
    EventId,
    Incoming,
    NotRead,
    PersonJoined,
    PersonLeft,
    Redacted,
    TextCame,
    Unreadable,
)
from bot.security.devices import Device, DeviceKey, MasterKey, RoomId
from tests.bot.memory_line import ANNA, BRAM, master_of
from tests.privacy import forging
from tests.privacy.forged_world import DORA, ERIK, FREEK, MALLORY, Chat, World

SIDE_CHAT = RoomId("!side:people.test")
NO_EVENTS = ("card", "code", "farewell", "spoken", "", "$nothing", "$sent1 edit")
"""What a redaction or an edit may name, though no message of a person is called so."""


@dataclass(frozen=True)
class Kind:
    """One way to forge, and all that may come of it."""

    name: str
    make: Callable[[World], Incoming]
    account: Account = Account.DESK
    answers: tuple[str, ...] = ()
    """What the desk may be told of it."""
    each: bool = False
    """Told at each; else once in a room."""
    corrects: bool = False
    """It is a reporter's own correction: where two copies stand, they make place for a new one."""
    crosses: bool = False
    """It is a plain line of the claimant, which may cross as such."""


# ---- from the reporters' side -------------------------------------------------------------------


def _front(name: str, make: Callable[[World, Chat], Incoming], *, corrects: bool = False) -> Kind:
    def of_somebody(world: World) -> Incoming:
        return make(world, world.chance.choice(world.chats))

    return Kind(name, of_somebody, Account.FRONT, corrects=corrects)


def _other_writes(world: World, chat: Chat) -> Incoming:
    who = world.pick(ANNA, MALLORY, Device(chat.person, DeviceKey("new"), None))
    return world.text(chat.room, who, world.anyhow())


def foreign_target(world: World) -> str:
    """The name of something that is not theirs to change."""
    sent = [one.event for one in (*world.line.desk.sent, *world.line.front.sent)]
    others = [*world.lines.values(), *sent]
    return str(world.chance.choice([*NO_EVENTS, world.chance.choice(others)]))


FROM_REPORTERS = (
    _front("typed by a reporter", lambda w, c: w.text(c.room, c.person, w.command())),
    _front(
        "disguised, by a reporter",
        lambda w, c: w.text(c.room, c.person, forging.disguised(w.chance, w.command())),
    ),
    _front(
        "between invisible signs, by a reporter",
        lambda w, c: w.text(c.room, c.person, forging.wrapped(w.chance, w.command())),
    ),
    _front(
        "in a reporter's story",
        lambda w, c: w.text(c.room, c.person, forging.told(w.chance, w.command())),
    ),
    _front(
        "in an edit by a reporter",
        lambda w, c: w.text(c.room, c.person, w.anyhow(), replaces=c.event),
        corrects=True,
    ),
    _front(
        "in an edit of what is not the reporter's",
        lambda w, c: w.text(c.room, c.person, w.anyhow(), replaces=foreign_target(w)),
    ),
    _front(
        "numbers that are none, by a reporter",
        lambda w, c: w.text(c.room, c.person, forging.misnumbered(w.chance)),
    ),
    _front("in a reporter's chat, by somebody else", _other_writes),
    Kind(
        "by staff at the reporters' side",
        lambda w: w.text(SIDE_CHAT, w.pick(ANNA, BRAM), w.anyhow()),
        Account.FRONT,
    ),
    _front(
        "redactions by others in a reporter's chat",
        lambda w, c: Redacted(
            c.room, w.line.fresh(), w.pick(ANNA, MALLORY), EventId(foreign_target(w))
        ),
    ),
    _front(
        "redactions of what is no event",
        lambda w, c: Redacted(c.room, w.line.fresh(), c.person, EventId(w.pick(*NO_EVENTS))),
    ),
)


# ---- from people the desk does not trust --------------------------------------------------------

UNPROVEN = ("desk-unproven",)


def _unpinned(world: World) -> Device:
    """A professional's account on a device that their pinned key did not sign."""
    who = world.pick(ANNA, BRAM, DORA, ERIK)
    return Device(
        who,
        DeviceKey(world.pick("rogue", f"device of {who}")),
        world.pick(None, MasterKey("rogue"), master_of(MALLORY), MasterKey("")),
    )


def _of_the_line(world: World) -> TextCame:
    """What the line itself wrote comes back, as if somebody had written it."""
    sent = world.chance.choice(world.line.desk.sent)
    own = Device(world.line.desk.own_id, DeviceKey("own"), MasterKey("own"))
    return world.text(sent.room, own, world.pick(sent.message.text, world.anyhow()))


FROM_OTHERS = (
    Kind(
        "by strangers in the rooms of the desk",
        lambda w: w.text(w.of_staff(), MALLORY, w.anyhow()),
        answers=UNPROVEN,
    ),
    Kind(
        "from unpinned devices of staff",
        lambda w: w.text(w.of_staff(), _unpinned(w), w.anyhow()),
        answers=UNPROVEN,
    ),
    Kind(
        "by removed staff",
        lambda w: w.text(w.of_staff(), FREEK, w.anyhow()),
        answers=UNPROVEN,
    ),
    Kind(
        "by a stranger under a professional's name",
        lambda w: w.text(
            w.of_staff(),
            Device(ANNA, DeviceKey("m"), master_of(MALLORY)),
            w.anyhow(),
        ),
        answers=UNPROVEN,
    ),
    Kind(
        "by reporters in the rooms of the desk",
        lambda w: w.text(w.of_staff(), w.chance.choice(w.chats).person, w.anyhow()),
        answers=UNPROVEN,
    ),
    Kind("the line's own words, come back", _of_the_line, answers=UNPROVEN),
    Kind(
        "forged, in the clear, or without a key",
        lambda w: NotRead(
            w.of_staff(), w.line.fresh(), w.pick(ANNA, BRAM, MALLORY), w.pick(*Unreadable)
        ),
        answers=("desk-not-read",),
    ),
    Kind(
        "strangers let in, and out",
        lambda w: w.pick(PersonJoined, PersonLeft)(w.of_staff(), w.line.fresh(), MALLORY),
        answers=("desk-stranger",),
    ),
)
