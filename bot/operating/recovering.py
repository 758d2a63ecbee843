"""When the key of `line.db` is gone: the line keeps its identity and begins anew.

So it is after a reboot with the cell in memory, with a damaged cell, and on a new machine that has
only the backup. Nothing can read the old cases any more; what is left to do is to say so to
whoever still waits in a chat with us. Every step may be cut off and is then done again.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from bot.channels.base import MATRIX, Account, NewRoom, RoomAlias
from bot.channels.matrix.login import joined_rooms, log_in, log_out
from bot.clock import hour_of
from bot.config import Place
from bot.errors import ConfigurationError, TryLater
from bot.operating.founding import DEVICE_NAME
from bot.rows import Errand, errand_bytes
from bot.runtime import (
    DESK_ROOM,
    Stores,
    holding,
    line_cell,
    matrix_channel,
    open_identity,
    open_stores,
    session_of,
)
from bot.security.devices import Pins, RoomId
from bot.storage.base import Destination, NewAction
from bot.storage.identity import AccountRecord, IdentityStore
from dialogs.model import Line, MessageId, Say
from handoff.actions import DissolveCaseRoom, LeaveReporter, PostToDesk, Tell
from handoff.model import RoomRef

RECOVERING = "recovering"
NEW_DESK = "alias of a new desk"
BEGUN, EMPTIED = "begun", "emptied"
FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 60.0

Result = TypeVar("Result")
Echo = Callable[[str], None]


def is_lost(place: Place) -> bool:
    """Whether nothing can ever read `line.db` again, or it is not there.

    Raises when that is not certain: a folder that is not mounted, a cell that was moved.
    """
    cell = line_cell(place)
    try:
        stored = place.line_db.stat().st_size > 0
    except FileNotFoundError:
        stored = False
    except OSError:
        raise ConfigurationError(f"{place.line_db} cannot be reached.") from None
    if not stored:
        return True
    if cell.exists():
        return not cell.read().keys
    if place.config.key_cell == "memory":
        return True
    raise ConfigurationError(
        f"The key cell {place.line_cell} is not there, so {place.line_db} cannot be read. Put it "
        f"back. If it is gone for good, remove {place.line_db.name}: the line then begins anew, "
        "without the cases it held."
    )


async def recover(place: Place, tell: Echo, stop: asyncio.Event) -> None:
    """Begin anew when the key is lost, or finish that; else do nothing."""
    async with open_identity(place) as identity:
        if await identity.account(Account.DESK) is None:
            return  # `init` never came to its end
        if is_lost(place):
            if await identity.noted(RECOVERING) is None:
                tell("The key of line.db is gone, and all that it held. The line begins anew.")
            await identity.note(RECOVERING, BEGUN)
        stage = await identity.noted(RECOVERING)
        if stage == BEGUN:
            await _empty(place, identity)
    if stage is not None:
        await _take_place(place, stop)


async def _empty(place: Place, identity: IdentityStore) -> None:
    """A fresh cell and an empty database; the line will be new devices of its accounts."""
    for ending in ("", "-wal", "-shm"):
        place.line_db.with_name(place.line_db.name + ending).unlink(missing_ok=True)
    for account in MATRIX:
        await identity.note(_device_of(account), secrets.token_hex(5).upper())
    if place.config.key_cell == "file":
        place.line_cell.parent.mkdir(mode=0o700, exist_ok=True)
    line_cell(place).make()
    async with holding(line_cell(place)) as cell, open_stores(place, cell):
        pass
    await identity.note(RECOVERING, EMPTIED)


def _device_of(account: Account) -> str:
    return f"new device of {account}"


async def _take_place(place: Place, stop: asyncio.Event) -> None:
    async with holding(line_cell(place)) as cell, open_stores(place, cell) as stores:
        rooms = {}
        for account in MATRIX:
            found = await _patiently(partial(_move, account, stores), stop)
            if found is None:
                return
            rooms[account] = found
        if await _patiently(partial(_find_desk, place, rooms[Account.DESK], stores), stop) is None:
            return
        await stores.line.queue_once("farewells", await _farewells(rooms, stores), _hour())
        for account in MATRIX:
            await stores.identity.unnote(_device_of(account))
        await stores.identity.unnote(NEW_DESK)
        await stores.identity.unnote(RECOVERING)


async def _move(account: Account, stores: Stores) -> tuple[RoomId, ...]:
    """Be a new device, signed as the old one was; the rooms in which the account still is."""
    record = await _logged_in(account, stores)
    channel = matrix_channel(record, account, Pins(), stores.line)
    try:
        await channel.open()
        await channel.cross_sign(record.password)
    finally:
        await channel.close()
    return await joined_rooms(record.homeserver, session_of(record))


async def _find_desk(place: Place, rooms: tuple[RoomId, ...], stores: Stores) -> RoomId:
    """The room that is noted, or a new one: a backup may name one that was left since."""
    noted = await stores.identity.noted(DESK_ROOM)
    if noted in rooms:
        return RoomId(noted)
    alias = await stores.identity.noted(NEW_DESK) or f"desk-{secrets.token_hex(8)}"
    await stores.identity.note(NEW_DESK, alias)
    staff = tuple(professional.person for professional in (await stores.identity.enrolled()).roster)
    record = await stores.identity.account(Account.DESK)
    assert record
    channel = matrix_channel(record, Account.DESK, Pins(), stores.line)
    try:
        await channel.open()
        room = await channel.create_room(NewRoom(RoomAlias(alias), place.config.line_name, staff))
    finally:
        await channel.close()
    await stores.identity.note(DESK_ROOM, room)
    return room


async def _logged_in(account: Account, stores: Stores) -> AccountRecord:
    record = await stores.identity.account(account)
    device = await stores.identity.noted(_device_of(account))
    if record is None:
        raise ConfigurationError("This line has no accounts yet. Run `init` first.")
    if device is None or record.device == device:
        return record
    session = await log_in(record.homeserver, record.person, record.password, DEVICE_NAME, device)
    await log_out(record.homeserver, session_of(record))
    moved = replace(record, device=session.device, token=session.token)
    await stores.identity.save_account(moved)
    return moved


async def _patiently(work: Callable[[], Awaitable[Result]], stop: asyncio.Event) -> Result | None:
    """Again until the homeserver answers; None when `stop` was set first."""
    wait = FIRST_WAIT_S
    while not stop.is_set():
        try:
            return await work()
        except TryLater as later:
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), max(wait, later.after or 0.0))
            wait = min(wait * 2, LONGEST_WAIT_S)
    return None


async def _farewells(
    rooms: dict[Account, tuple[RoomId, ...]], stores: Stores
) -> tuple[NewAction, ...]:
    """One fixed sentence in every chat we no longer know, and out of it; the desk is told."""
    desk_room = await stores.identity.noted(DESK_ROOM)
    words = Tell(Say((Line(MessageId("system-forgotten")),)))
    errands = []
    for room in rooms[Account.FRONT]:
        errands.append(Errand(Account.FRONT, room, words))
        errands.append(Errand(Account.FRONT, room, LeaveReporter()))
    for room in rooms[Account.DESK]:
        if room != desk_room:
            errands.append(Errand(Account.DESK, room, DissolveCaseRoom(RoomRef(room))))
    if desk_room:
        note = PostToDesk((Line(MessageId("system-desk-forgotten")),))
        errands.append(Errand(Account.DESK, RoomId(desk_room), note))
    return tuple(
        NewAction(Destination(str(errand.room)), None, f"anew-{place}", errand_bytes(errand))
        for place, errand in enumerate(errands)
    )


def _hour() -> int:
    return hour_of(datetime.now(UTC))
