"""What goes wrong between Signal, its daemon and the line: nobody is lost, and it mends itself."""

import asyncio
import os
import signal as signals
import time
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import (
    EventId,
    NotRead,
    Outgoing,
    PersonLeft,
    TextCame,
    TransactionId,
    Unreadable,
)
from bot.channels.signal import intake, rpc
from bot.channels.signal.channel import CHALLENGE
from bot.channels.signal.keeping import ended_file, receivers
from bot.channels.signal.people import Person
from bot.channels.signal.rpc import Connection
from bot.errors import Refused, TryLater
from bot.security.devices import Pin, RoomId
from tests.signal.disk import residue
from tests.signal.service import Failure, Phone
from tests.signal.world import Receiving, World, make

SEND = Outgoing("Goedendag")


async def _came(world: World, words: str) -> TextCame:
    def found() -> list[TextCame]:
        texts = [one for one in world.came if isinstance(one, TextCame)]
        return [one for one in texts if one.untrusted_text == words]

    await world.service.until(found, 20)
    return found()[0]


async def _room(world: World, phone: Phone) -> RoomId:
    phone.writes("Hallo")
    return (await _came(world, "Hallo")).room


def _daemon(world: World) -> int:
    """The process that the keeper started last."""
    mine = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    children = [int(one) for file in mine for one in file.read_text().split()]
    found = [one for one in children if b"tests.signal.daemon" in _line(one)]
    assert len(found) == 1
    return found[0]


def _line(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


# ---- receiving -----------------------------------------------------------------------------------


async def test_what_is_written_while_the_line_is_away_waits_at_signal(world: World) -> None:
    phone = world.service.phone()
    await _room(world, phone)
    await world.receiving.stop()
    phone.writes("while you were away")
    await asyncio.sleep(0.3)
    assert len(world.service.queue) == 1
    world.receiving = Receiving(make(world.settings, world.pins, world.rows), world.rows)
    await world.receiving.start()
    await _came(world, "while you were away")


async def test_a_slow_line_never_stops_the_daemon(world: World) -> None:
    """What comes is read away at once: the daemon's receiving and answers share one lock."""
    phone = world.service.phone()
    room = await _room(world, phone)
    world.receiving.slow_s = 0.02
    for number in range(200):
        phone.writes(f"{number} " + "x" * 5000)
    await asyncio.wait_for(world.channel.send(room, SEND, TransactionId("1")), 2)
    assert len(world.came) < 100
    await world.gets(201)


async def test_a_client_that_does_not_read_stops_the_double(world: World) -> None:
    """As it stops signal-cli: this is what the line must never be."""
    connection = await asyncio.open_unix_connection(str(world.settings.socket))
    connection[1].write(b'{"jsonrpc":"2.0","id":1,"method":"subscribeReceive","params":{}}\n')
    await connection[1].drain()
    connection[0]._transport.pause_reading()  # type: ignore[attr-defined]
    phone = world.service.phone()
    for number in range(200):
        phone.writes(f"{number} " + "x" * 10_000)
    await asyncio.sleep(1)
    assert len(world.came) < 200
    connection[1].close()
    await world.gets(200)


async def test_a_daemon_that_no_longer_receives_is_renewed(world: World) -> None:
    """It answers, and reconnecting would only make it spin: a new process helps."""
    phone = world.service.phone()
    room = await _room(world, phone)
    phone.breaks_the_receiver()
    phone.writes("after it")
    await world.service.until(lambda: not receivers(_daemon(world)))
    await world.channel.send(room, SEND, TransactionId("1"))
    await _came(world, "after it")
    assert world.keeper.starts == 2


async def test_a_daemon_that_spins_is_renewed(world: World) -> None:
    phone = world.service.phone()
    await _room(world, phone)
    phone.breaks_the_receiver()
    await asyncio.sleep(0.2)
    await world.restart()
    phone.writes("after it")
    await _came(world, "after it")
    assert world.keeper.starts == 2


async def test_a_daemon_that_dies_in_the_middle_of_a_line_is_renewed(world: World) -> None:
    """That message is lost, as signal-cli loses it; the half line does no harm to the next."""
    phone = world.service.phone()
    await _room(world, phone)
    phone.crashes_the_daemon("never heard")
    phone.writes("and again")
    await _came(world, "and again")
    assert world.keeper.starts == 2
    assert not [one for one in world.came if getattr(one, "untrusted_text", "") == "never heard"]


async def test_a_daemon_that_is_killed_leaves_a_socket_that_does_not_stop_the_next(
    world: World,
) -> None:
    phone = world.service.phone()
    room = await _room(world, phone)
    os.kill(_daemon(world), signals.SIGKILL)
    phone.writes("still there?")
    await _came(world, "still there?")
    await world.channel.send(room, SEND, TransactionId("1"))
    assert phone.texts == ["Goedendag"]


async def test_an_account_that_signal_has_ended_stops_nothing_else(world: World) -> None:
    phone = world.service.phone()
    room = await _room(world, phone)
    world.service.registered = False
    os.kill(_daemon(world), signals.SIGTERM)
    await world.service.until(lambda: world.keeper.starts > 1)
    await world.service.until(lambda: world.channel._link._connection is None)
    with pytest.raises(TryLater):
        await world.channel.send(room, SEND, TransactionId("1"))
    await world.service.until(ended_file(world.settings.socket).exists)
    world.service.registered = True
    await world.service.until(lambda: not ended_file(world.settings.socket).exists(), 20)
    await world.sends(room, SEND)


async def test_what_cannot_be_read_is_asked_for_once_it_does_not_come_by_itself(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = world.service.phone()
    room = await _room(world, phone)
    phone.writes("it came after all", timestamp=phone.is_unreadable())
    phone.is_unreadable()
    phone.writes("another one")
    await _came(world, "another one")
    assert len(world.came) == 3
    monkeypatch.setattr(intake, "SENT_AGAIN_WITHIN_S", 1)
    await world.gets(4)
    (asked,) = (one for one in world.came if isinstance(one, NotRead))
    assert (asked.room, asked.reason) == (room, Unreadable.NO_KEY)


async def test_a_message_that_comes_twice_is_one(world: World) -> None:
    phone = world.service.phone()
    phone.writes("one")
    phone.is_unreadable("ProtocolDuplicateMessageException")
    phone.writes("two")
    await _came(world, "two")
    assert len(world.came) == 2


# ---- another phone -------------------------------------------------------------------------------


async def test_a_phone_that_was_set_up_anew_begins_a_chat_of_its_own(world: World) -> None:
    """What it writes is held back until its key is trusted, and comes then."""
    phone = world.service.phone()
    before = await _room(world, phone)
    phone.is_set_up_anew()
    phone.writes("it is me")
    after = await _came(world, "it is me")
    assert after.room != before
    (left,) = (one for one in world.came if isinstance(one, PersonLeft))
    assert left.room == before
    with pytest.raises(Refused):
        await world.channel.send(before, Outgoing("for the first phone only"), TransactionId("1"))
    await world.channel.send(after.room, SEND, TransactionId("2"))
    assert phone.texts == ["Goedendag"]


async def test_nothing_goes_to_a_key_that_nobody_wrote_with(world: World) -> None:
    """Somebody else may have taken the number over."""
    phone = world.service.phone()
    room = await _room(world, phone)
    phone.is_set_up_anew()
    with pytest.raises(TryLater):
        await world.channel.send(room, SEND, TransactionId("1"))
    assert phone.chat == []


async def test_what_is_on_its_way_to_the_first_phone_never_reaches_the_second(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key changes just between the look at it and the sending."""
    phone = world.service.phone()
    room = await _room(world, phone)
    set_timer = world.channel._set_timer

    async def slow(person: Person) -> None:
        await set_timer(person)
        phone.is_set_up_anew()
        phone.writes("it is me")
        await world.service.until(lambda: any(isinstance(one, PersonLeft) for one in world.came))
        await asyncio.sleep(0.5)

    monkeypatch.setattr(world.channel, "_set_timer", slow)
    with pytest.raises(TryLater):
        await world.channel.send(room, Outgoing("a secret"), TransactionId("1"))
    await _came(world, "it is me")
    with pytest.raises(Refused):
        await world.channel.send(room, Outgoing("a secret"), TransactionId("1"))
    assert phone.chat == []


async def test_a_key_is_trusted_after_a_crash_too(world: World) -> None:
    phone = world.service.phone()
    await _room(world, phone)
    phone.is_set_up_anew()
    world.channel._trust = lambda _: asyncio.sleep(0)  # type: ignore[method-assign,assignment]
    phone.writes("it is me")
    await world.service.until(lambda: any(isinstance(one, PersonLeft) for one in world.came))
    assert len(world.came) == 2
    await world.restart()
    await _came(world, "it is me")


async def test_leaving_the_first_chat_does_not_touch_the_second(world: World) -> None:
    phone = world.service.phone()
    before = await _room(world, phone)
    phone.is_set_up_anew()
    phone.writes("it is me")
    after = await _came(world, "it is me")
    for _ in range(2):
        await world.channel.leave(before)
        await world.channel.forget(before)
    await world.channel.send(after.room, SEND, TransactionId("1"))


async def test_a_second_key_change_is_one_too(world: World) -> None:
    """Also when the answer to the first trust was lost: a text proves that it was heard."""
    phone = world.service.phone()
    rooms = [await _room(world, phone)]
    ask = world.channel._link.ask

    async def lossy(method: str, params: dict[str, Any]) -> Any:
        answer = await ask(method, params)
        if method == "trust":
            raise TryLater("the answer was lost")
        return answer

    world.channel._link.ask = lossy  # type: ignore[method-assign,assignment]
    for words in ("second phone", "third phone"):
        phone.is_set_up_anew()
        phone.writes(words)
        rooms.append((await _came(world, words)).room)
    assert len(set(rooms)) == 3
    with pytest.raises(Refused):
        await world.channel.send(rooms[1], Outgoing("for the second only"), TransactionId("1"))
    assert phone.chat == []


# ---- sending -------------------------------------------------------------------------------------


async def test_taking_back_twice_asks_signal_once(world: World) -> None:
    """Signal counts each deletion: repeating them all would end in its limit."""
    phone = world.service.phone()
    room = await _room(world, phone)
    event = await world.channel.send(room, SEND, TransactionId("1"))
    sent = len(world.service.sends)
    for _ in range(3):
        await world.channel.redact(room, event, TransactionId("2"))
    assert len(world.service.sends) == sent + 1


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (Failure.LIMITED, TryLater),
        (Failure.NETWORK, TryLater),
        (Failure.UNEXPECTED, TryLater),
        (Failure.UNREGISTERED, Refused),
    ],
)
async def test_a_send_that_fails_says_whether_to_try_again(
    world: World, failure: Failure, kind: type[Exception]
) -> None:
    phone = world.service.phone()
    room = await _room(world, phone)
    world.service.fail_next(failure)
    with pytest.raises(kind) as raised:
        await world.channel.send(room, SEND, TransactionId("1"))
    assert phone.aci not in str(raised.value)
    assert phone.chat == []
    await world.channel.send(room, SEND, TransactionId("1"))
    assert phone.texts == ["Goedendag"]


async def test_a_captcha_is_noted_until_it_is_solved(world: World) -> None:
    phone = world.service.phone()
    room = await _room(world, phone)
    world.service.fail_next(Failure.CHALLENGED)
    with pytest.raises(TryLater):
        await world.channel.send(room, SEND, TransactionId("1"))
    assert world.rows.kept[CHALLENGE] == b"a-token"
    world.service.challenge = None
    await world.channel.send(room, SEND, TransactionId("1"))
    assert CHALLENGE not in world.rows.kept


async def test_a_send_without_an_answer_goes_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have arrived: twice is a small harm, and never is a great one."""
    phone = world.service.phone()
    room = await _room(world, phone)
    monkeypatch.setattr(rpc, "ANSWERED_WITHIN_S", 0.5)
    ask = Connection.ask
    monkeypatch.setattr(
        Connection, "ask", lambda self, method, params, _=0: ask(self, method, params, 0.5)
    )
    world.service.fail_next(Failure.HANG, Failure.SENT_THEN_HANG)
    for _ in range(2):
        with pytest.raises(TryLater):
            await world.channel.send(room, SEND, TransactionId("1"))
    await world.channel.send(room, SEND, TransactionId("1"))
    assert phone.texts == ["Goedendag", "Goedendag"]


async def test_what_was_sent_is_known_after_a_restart(world: World) -> None:
    phone = world.service.phone()
    room = await _room(world, phone)
    event = await world.channel.send(room, SEND, TransactionId("1"))
    await world.restart()
    assert await world.channel.echo(room, TransactionId("1"), 0) == event
    assert await world.channel.send(room, SEND, TransactionId("1")) == event
    assert phone.texts == ["Goedendag"]


@pytest.mark.parametrize(
    "room",
    ["signal:", "signal:x#0", "signal:aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", "!a:b", ""],
)
async def test_a_room_that_is_none_is_refused(world: World, room: str) -> None:
    with pytest.raises(Refused):
        await world.channel.send(RoomId(room), SEND, TransactionId("1"))
    for event in ("", "x", "1", "1:ours", "x:ours"):
        with pytest.raises(Refused):
            await world.channel.redact(RoomId(room), EventId(event), TransactionId("1"))


# ---- forgetting ----------------------------------------------------------------------------------


async def test_a_person_who_is_forgotten_is_nowhere_on_the_disk(world: World) -> None:
    """Not in a row, not in an old page or the log of the daemon's database, not as a file."""
    phone = world.service.phone(number="+31600000001", name="Leila N.")
    room = await _room(world, phone)
    phone.sends_file(text="kijk")
    await _came(world, "kijk")
    for number in range(5):
        text = Outgoing(f"Goedendag {number}, dit is van de lijn")
        await world.channel.send(room, text, TransactionId(f"{number}"))
    needles = (phone.aci, "+31600000001", "Leila N.", "dit is van de lijn")
    assert residue(world.settings.data, needles) > 0
    await world.channel.leave(room)
    await world.channel.forget(room)
    left = residue(world.settings.data, needles)
    assert left > 0, "the double must leave what signal-cli leaves"
    await world.service.until(lambda: world.keeper.starts == 2)
    assert residue(world.settings.data, needles) == 0
    assert not [key for key in world.rows.kept if phone.aci in "".join(key)]


async def test_who_writes_while_we_leave_has_begun_anew(world: World) -> None:
    phone = world.service.phone()
    room = await _room(world, phone)
    await world.channel.leave(room)
    phone.writes("one more thing")
    await _came(world, "one more thing")
    await world.channel.forget(room)
    await world.sends(room, SEND)
    assert phone.texts == ["Goedendag"]


async def test_what_comes_while_the_line_ends_is_given_out_first(world: World) -> None:
    phone = world.service.phone()
    await _room(world, phone)
    world.receiving.slow_s = 0.01
    for number in range(50):
        phone.writes(f"late {number}")
    await _came(world, "late 3")
    await world.channel.rest()
    await world.receiving.stop()
    came = len([one for one in world.came if isinstance(one, TextCame)])
    assert came + len(world.service.queue) == 51


async def test_who_was_forgotten_may_write_again(world: World) -> None:
    """Their app still has its session: the first message is sent a second time by itself."""
    phone = world.service.phone()
    room = await _room(world, phone)
    await world.channel.leave(room)
    await world.channel.forget(room)
    phone.writes("here I am again")
    again = await _came(world, "here I am again")
    await world.channel.send(again.room, SEND, TransactionId("1"))
    assert phone.texts == ["Goedendag"]


async def test_strangers_and_unused_chats_are_forgotten(world: World) -> None:
    talking, unused = world.service.phone(), world.service.phone()
    stranger = world.service.phone()
    room = await _room(world, talking)
    unused.sends_file()
    stranger.sends(typingMessage={"action": "STARTED", "timestamp": 1})
    await world.gets(2)
    first = next(one for one in world.came if isinstance(one, TextCame))
    world.pins.conversations[room] = Pin.of(first.device)
    channel = world.channel
    channel._clock = channel._intake._clock = lambda: time.time() + 90_000
    await world.service.until(
        lambda: residue(world.settings.data, (unused.aci, stranger.aci)) == 0, 20
    )
    assert residue(world.settings.data, (talking.aci,)) > 0
    await world.sends(room, SEND)
