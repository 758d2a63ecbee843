"""The composition root: builds the line from its settings, supervises it, closes everything."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.assets import catalogue_for, load_codebook, load_dialog
from bot.channels.base import MATRIX, Account, Channel
from bot.channels.carriers import Channels
from bot.channels.matrix.channel import MatrixChannel, MatrixSettings
from bot.channels.matrix.crosssigning import CrossSigningIdentity
from bot.channels.matrix.login import Session
from bot.channels.signal.channel import SignalChannel, SignalRoute
from bot.channels.signal.keeping import DaemonSettings, require_version
from bot.channels.signal.kept import Kept
from bot.clock import Clock, local_clock
from bot.config import Place, SignalSettings
from bot.deciding.desk import DeskEvents
from bot.deciding.dispatch import Deciding
from bot.deciding.front import FrontEvents
from bot.deciding.moves import DeskMoves
from bot.deciding.place import DeskPlace
from bot.deciding.team import Team
from bot.detecting import Detector
from bot.directory import checked_places
from bot.errors import ConfigurationError, TryLater
from bot.inbox import Inbox, Lifetimes
from bot.interpreting import interpreting_for
from bot.outbox import Outbox
from bot.performing import Performing
from bot.purging import Purging
from bot.render import Renderer
from bot.returning import Returning
from bot.rostering import Rostering
from bot.security.buckets import Tries
from bot.security.devices import Pins
from bot.security.keycell import FileCell, KeyCell, MemoryCell
from bot.security.keys import read_key
from bot.security.logging import Happened, note
from bot.storage.identity import AccountRecord, IdentityStore
from bot.storage.line import LineStore
from bot.timers import Timers
from bot.translation.base import NoTranslator, Translator
from bot.translation.models import damaged, read_lock
from bot.translation.process import WorkerTranslator
from dialogs.model import Language
from handoff.guide import Guide
from handoff.model import RoomRef
from handoff.moving import DeskRoom

DESK_ROOM = "desk_room"
A_DAY_S = 86_400
SWEEP_EVERY_S = 600.0
LOOK_EVERY_S = 20.0
WATCH_EVERY_S = 2.0
FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 60.0

Tell = Callable[[str], None]
"""One plain sentence for the operator."""


@dataclass(frozen=True)
class Stores:
    """The two open databases."""

    identity: IdentityStore
    line: LineStore


def line_cell(place: Place) -> KeyCell:
    """The one place where the settings choose a cell."""
    kind = MemoryCell if place.config.key_cell == "memory" else FileCell
    return kind(place.line_cell)


@asynccontextmanager
async def open_identity(place: Place) -> AsyncIterator[IdentityStore]:
    """What the line is, without what it holds of anyone."""
    identity = IdentityStore(place.identity_db, read_key(place.identity_key))
    await identity.open()
    try:
        yield identity
    finally:
        await identity.close()


@asynccontextmanager
async def open_stores(place: Place, cell: KeyCell | None = None) -> AsyncIterator[Stores]:
    """Both databases; closed on the way out. Without a held cell only to look."""
    async with open_identity(place) as identity:
        line = LineStore(place.line_db, cell or line_cell(place))
        await line.open()
        try:
            yield Stores(identity, line)
        finally:
            await line.close()


@asynccontextmanager
async def holding(cell: KeyCell) -> AsyncIterator[KeyCell]:
    """The cell as this process's own: nobody else repairs, purges or runs the line meanwhile."""
    cell.hold()
    try:
        yield cell
    finally:
        cell.release()


def session_of(record: AccountRecord) -> Session:
    return Session(record.person, record.device, record.token)


def matrix_channel(
    record: AccountRecord,
    account: Account,
    pins: Pins,
    line: LineStore,
    *,
    purge_rooms: bool = False,
) -> MatrixChannel:
    """The one place where an account gets its adapter."""
    signing = CrossSigningIdentity.from_bytes(record.signing)
    settings = MatrixSettings(record.homeserver, session_of(record), purge_rooms=purge_rooms)
    return MatrixChannel(settings, account, pins, line, signing)


@asynccontextmanager
async def on_signal(
    place: Place, pins: Pins, line: LineStore, tell: Tell
) -> AsyncIterator[Channel | None]:
    """The second way in, where there is one; what is wrong with it stops no other."""
    settings = place.config.signal
    if settings is None:
        # A line that has left Signal knows nobody there.
        await line.save(Account.SIGNAL, dict.fromkeys(await line.load(Account.SIGNAL)))
        yield None
        return
    socket = place.signal_socket(settings)
    route = SignalRoute(socket, settings.number, settings.timer_days * A_DAY_S)
    channel = SignalChannel(route, pins, line)
    await channel.open()
    kept = Kept(daemon_settings(place, settings)) if settings.keep else None
    try:
        if kept:
            try:
                await require_version(daemon_settings(place, settings))
            except ConfigurationError as fault:
                tell(f"Nobody can write on Signal: {fault}")
            kept.start()
        yield channel
    finally:
        await channel.close()
        if kept:
            await kept.stop()


def daemon_settings(place: Place, settings: SignalSettings) -> DaemonSettings:
    data, socket = place.signal_data(settings), place.signal_socket(settings)
    return DaemonSettings(settings.program, data, socket, settings.number)


async def open_translator(folder: Path) -> Translator:
    """With the models that are what was installed; `check` tells of the others."""
    installed = read_lock(folder)
    for direction, one in list(installed.items()):
        if await asyncio.to_thread(damaged, folder, one):
            note(Happened.MODEL_LEFT_OUT)
            installed = {other: kept for other, kept in installed.items() if other != direction}
    return WorkerTranslator(folder, installed) if installed else NoTranslator()


async def load_pins(line: LineStore) -> Pins:
    """Each reporter's first device, and who reads which case; the staff come from the roster."""
    routes = await line.routes()
    return Pins(
        conversations={route.room: route.pin for route in routes},
        case_readers=await line.case_readers(),
    )


async def load_desk(stores: Stores) -> DeskRoom:
    """Where the desk is; a backup of `identity.db` may name a room that was left long ago."""
    founded = await stores.identity.noted(DESK_ROOM)
    if founded is None:
        raise ConfigurationError("This line has no desk room yet. Run `init` first.")
    desk = await stores.line.desk() or DeskRoom(RoomRef(founded))
    if desk.room != founded:
        await stores.identity.note(DESK_ROOM, desk.room)
    return desk


async def run_line(
    place: Place, languages: Iterable[Language], tell: Tell, stop: asyncio.Event
) -> None:
    """Run until `stop` is set; every part that fails ends the whole."""
    async with AsyncExitStack() as stack:
        cell = await stack.enter_async_context(holding(line_cell(place)))
        stores = await stack.enter_async_context(open_stores(place, cell))
        pins = await load_pins(stores.line)
        matrix: dict[Account, MatrixChannel] = {}
        for account in MATRIX:
            record = await stores.identity.account(account)
            if record is None:
                raise ConfigurationError("This line has no accounts yet. Run `init` first.")
            matrix[account] = matrix_channel(
                record,
                account,
                pins,
                stores.line,
                purge_rooms=place.config.account(account.value).purge_rooms,
            )
            stack.push_async_callback(matrix[account].close)
            if not await _reach(matrix[account], tell, stop):
                return
        signal = await stack.enter_async_context(on_signal(place, pins, stores.line, tell))
        channels = Channels(matrix[Account.FRONT], matrix[Account.DESK], signal)
        desk = await load_desk(stores)
        parts = await build(place, tuple(languages), stores, pins, channels, desk)
        stack.push_async_callback(parts.translator.close)
        tell("The line is open.")
        note(Happened.START)
        await parts.serve(stop)
        note(Happened.STOP)
        tell("The line is closed.")


@dataclass(frozen=True)
class Parts:
    """The running pieces of one line."""

    inbox: Inbox
    outbox: Outbox
    channels: Channels
    purging: Purging
    rostering: Rostering
    translator: Translator

    async def serve(self, stop: asyncio.Event) -> None:
        """Everything in one task group, ended together."""
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._receive(channel)) for channel in self.channels.all]
            tasks.append(group.create_task(self.inbox.run()))
            tasks.append(group.create_task(self.outbox.run()))
            tasks.append(group.create_task(self._sweep()))
            tasks.append(group.create_task(self._look()))
            tasks.append(group.create_task(self._watch_roster()))
            tasks.append(group.create_task(self.purging.run()))
            await stop.wait()
            for channel in self.channels.all:
                await channel.rest()
            for task in tasks:
                task.cancel()

    async def _receive(self, channel: Channel) -> None:
        async for batch in channel.batches():
            await self.inbox.receive(channel.account, batch)

    async def _look(self) -> None:
        while True:
            await self.inbox.look()
            await asyncio.sleep(LOOK_EVERY_S)

    async def _watch_roster(self) -> None:
        """Notice what `staff` wrote beside us; at the start, what it wrote while nobody ran."""
        await self.inbox.roster_changed()
        while True:
            await asyncio.sleep(WATCH_EVERY_S)
            if await self.rostering.refresh_if_written():
                await self.inbox.roster_changed()

    async def _sweep(self) -> None:
        while True:
            await self.inbox.sweep()
            await self.inbox.end_day()
            await asyncio.sleep(SWEEP_EVERY_S)


async def build(
    place: Place,
    languages: tuple[Language, ...],
    stores: Stores,
    pins: Pins,
    channels: Channels,
    desk: DeskRoom,
    clock: Clock | None = None,
) -> Parts:
    """Wire inbox, decisions and outbox around open stores and channels."""
    config, line = place.config, stores.line
    clock = clock or local_clock(config.time_zone)
    lifetimes = Lifetimes()
    catalogue = catalogue_for(config, languages, lifetimes)
    places, book = checked_places(place.folder), load_codebook()
    translator = await open_translator(place.models)
    interpreting = interpreting_for(translator, catalogue, config.staff_language)
    guide = Guide(
        load_dialog(),
        catalogue.lexicons(),
        book,
        places,
        translates=interpreting.languages,
        staff_language=config.staff_language,
        hold_seconds=config.hold_seconds,
    )
    decided, detector = asyncio.Event(), Detector(catalogue.languages)
    await asyncio.to_thread(detector.load)
    team = Team(hours=config.opening.hours, staff_language=config.staff_language)
    desk_place, rostering = DeskPlace(desk), Rostering(stores.identity, pins, team)
    await rostering.refresh()
    deciding = Deciding(
        line,
        FrontEvents(line, guide, team, desk_place, detector.guess),
        DeskEvents(line, guide, pins, team, desk_place),
        guide,
        DeskMoves(line, guide, team, desk_place),
        desk_place,
    )
    cases = (*await line.cases_waiting(), *await line.cases_taken())
    timers = Timers(cases, await line.floor())
    inbox = Inbox(line, deciding, pins, clock, decided, lifetimes, timers, desk_place)
    renderer = Renderer(catalogue, config.staff_language)
    returning = Returning(line, pins, Tries())
    prefix, follow = await line.prefix(), partial(stores.identity.note, DESK_ROOM)
    performing = Performing(
        line,
        channels,
        renderer,
        pins,
        prefix,
        returning,
        rostering,
        interpreting,
        follow,
    )
    outbox = Outbox(line, performing, clock, decided, inbox.arrived)
    return Parts(inbox, outbox, channels, Purging(line, clock), rostering, translator)


async def _reach(channel: Channel, tell: Tell, stop: asyncio.Event) -> bool:
    """Open a channel, waiting for its homeserver with one sentence, not one a second.

    False when `stop` was set before the homeserver answered.
    """
    wait, told = FIRST_WAIT_S, False
    while not stop.is_set():
        try:
            await channel.open()
            return True
        except TryLater:
            if not told:
                tell(f"The homeserver of the {channel.account} account does not answer; waiting.")
                told = True
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), wait)
            wait = min(wait * 2, LONGEST_WAIT_S)
    return False
