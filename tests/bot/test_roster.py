"""The running line and its roster: what changes beside it, what survives, who reads what."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.base import Account
from bot.channels.matrix.sending import reading_rule
from bot.channels.matrix.trust import KnownDevice
from bot.errors import Refused, StorageError
from bot.operating.naming import Wanted
from bot.security.devices import PersonId, RoomId
from bot.storage.cases import FLOOR, FLOOR_KEY
from bot.storage.identity import IdentityStore
from bot.storage.people import Professional, Proposed
from bot.storage.schema import IDENTITY
from bot.storage.sqlite import Database
from dialogs.model import Language
from handoff.floor import Floor, Shift
from handoff.model import StaffId, Stage
from handoff.roster import SMALL_LINE, Role, Training
from tests.bot.memory_line import (
    ANNA,
    BRAM,
    CODE,
    DESK_ROOM,
    KEY,
    PERSON_NOW,
    MemoryLine,
    master_of,
    memory_line,
)

CARLA = PersonId("@carla:staff.test")


@pytest.fixture
async def beside(line: MemoryLine, tmp_path: Path) -> AsyncIterator[IdentityStore]:
    """What the operator's command opens while the line runs, with a connection of its own."""
    await line.staff()
    store = IdentityStore(tmp_path / "identity.db", KEY)
    await store.open()
    yield store
    await store.close()


async def test_what_another_process_writes_is_noticed_and_nothing_else(
    line: MemoryLine, beside: IdentityStore
) -> None:
    """A look costs one number while nobody wrote."""
    await line.rostering.refresh_if_written()
    assert not await line.rostering.refresh_if_written()
    await beside.note("something", "else")
    assert not await line.rostering.refresh_if_written()
    await beside.remove_professional(ANNA)
    assert await line.rostering.refresh_if_written()
    assert set(line.pins.staff) == {BRAM}
    assert not await line.rostering.refresh_if_written()


async def test_keys_stop_before_anything_is_decided(
    line: MemoryLine, beside: IdentityStore
) -> None:
    """The next message already has one reader less, also for the phone that was replaced."""
    await line.intake(PERSON_NOW)
    room = await line.live(ANNA)
    may_read = reading_rule(Account.DESK, line.pins)
    old = KnownDevice(ANNA, "DEV", "ed", "curve", master_of(ANNA))
    assert may_read(room, old)
    assert may_read(DESK_ROOM, old)
    await beside.suspend(ANNA)
    assert await line.rostering.refresh_if_written()
    assert not may_read(room, old)
    assert not may_read(DESK_ROOM, old)
    case = await line.case()
    assert case
    assert case.stage is Stage.LIVE  # nothing was decided yet


async def test_a_change_is_carried_through_after_a_restart(
    line: MemoryLine, beside: IdentityStore
) -> None:
    """Between noticing and deciding the line may be killed; the event is committed."""
    await line.intake(PERSON_NOW)
    room = await line.live(ANNA)
    await beside.remove_professional(ANNA)
    await line.rostering.refresh_if_written()
    await line.inbox.roster_changed()
    row = await line.store.next_row()
    assert row
    await line.inbox._decide(row)  # cut off here: only rows are left
    gone = await line.store.next_row()
    assert gone
    assert b"staff_gone" in gone.body
    await line.settle()
    case = await line.case()
    assert case
    assert (case.stage, case.claimant) == (Stage.WAITING, None)
    assert (room, ANNA) in line.desk.removed
    assert (DESK_ROOM, ANNA) in line.desk.removed
    assert room in line.desk.left


async def test_what_changed_while_the_line_was_down_is_seen_to_at_the_start(
    line: MemoryLine, beside: IdentityStore
) -> None:
    """As the start does: it takes the roster over, and raises the event once."""
    await line.intake(PERSON_NOW)
    await line.live(ANNA)
    await beside.remove_professional(ANNA)
    await line.notices()
    case = await line.case()
    assert case
    assert case.stage is Stage.WAITING


async def test_the_same_event_twice_changes_nothing_more(
    line: MemoryLine, beside: IdentityStore
) -> None:
    await line.intake(PERSON_NOW)
    await line.live(ANNA)
    await beside.remove_professional(ANNA)
    await line.notices()
    texts, removed = line.desk.texts(DESK_ROOM), list(line.desk.removed)
    for _ in range(2):
        await line.inbox.roster_changed()
    await line.settle()
    assert (line.desk.texts(DESK_ROOM), line.desk.removed) == (texts, removed)


async def test_every_case_of_somebody_gone_goes_back(
    line: MemoryLine, beside: IdentityStore
) -> None:
    """Several at once, each its own decision; their shift ends, and nobody else's case moves."""
    for number, name in ((47, "a"), (48, "b"), (49, "c")):
        chat, person = RoomId(f"!{name}:people.test"), PersonId(f"@{name}:people.test")
        await line.intake(PERSON_NOW, room=chat, person=person)
        await line.live(BRAM if name == "b" else ANNA, number)
    floor = await line.store.floor()
    shifts = {StaffId(one): Shift(line.clock[0]) for one in (ANNA, BRAM)}
    await _set_floor(line, replace(floor, shifts=shifts))
    await beside.remove_professional(ANNA)
    await line.notices()
    stages = {case.number: (case.stage, case.claimant) for case in await line.cases()}
    assert stages == {
        47: (Stage.WAITING, None),
        48: (Stage.LIVE, BRAM),
        49: (Stage.WAITING, None),
    }
    assert list((await line.store.floor()).shifts) == [StaffId(BRAM)]


async def _set_floor(line: MemoryLine, floor: Floor) -> None:
    body = FLOOR.dump_json(floor)
    await line.store._db.run(
        lambda db: db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (FLOOR_KEY, body))
    )


async def test_somebody_who_cannot_be_invited_is_told_of(line: MemoryLine) -> None:
    """The account is gone by now; the desk hears of it instead of waiting for them."""
    staff, _ = await line.staff()
    await staff.add(Wanted(CARLA))
    await line.notices()
    line.desk.fail_next(Refused("no such account"))
    await line.writes(f"!confirm {CODE}", DESK_ROOM, ANNA)
    await _until_settled(line)
    assert any("kon hier niet worden uitgenodigd" in text for text in line.desk.texts(DESK_ROOM))


async def _until_settled(line: MemoryLine) -> None:
    """The first thing that goes out now is the invitation: what is posted waits for it."""
    row = await line.store.next_row()
    assert row
    await line.inbox._decide(row)
    settle = [head for head in await line.store.outbox_heads() if head.destination == "new None"]
    await line.outbox._until_done(settle[0])
    row = await line.store.next_row()
    assert row
    await line.inbox._decide(row)
    invite = [head for head in await line.store.outbox_heads() if head.destination == "new None"]
    await line.outbox._until_done(invite[0])
    await line.settle()


async def test_an_invitation_does_not_wait_behind_a_card_that_nobody_can_read(
    line: MemoryLine, beside: IdentityStore
) -> None:
    """It would wait for ever: the one who is to be invited is the one who could read it."""
    await line.intake(PERSON_NOW)
    await beside.remove_professional(BRAM)
    await beside.save_professional(Professional(ANNA, master_of(ANNA, "new"), compared=True))
    await line.rostering.refresh()
    await line.inbox.roster_changed()
    row = await line.store.next_row()
    assert row
    await line.inbox._decide(row)
    places = {head.destination for head in await line.store.outbox_heads()}
    assert places == {DESK_ROOM, "new None"}


@pytest.mark.parametrize(("language", "words"), [("nl", "is hier geroepen"), ("en", "called here")])
async def test_a_trained_colleague_at_work_is_called(
    tmp_path: Path, language: Language, words: str
) -> None:
    """A case of a child is left to them; the message wakes them up."""
    async with memory_line(tmp_path, language) as line:
        await line.staff()
        assert line.identity
        trained = frozenset({Training.MINOR})
        bram = Professional(BRAM, master_of(BRAM), compared=True, training=trained)
        await line.identity.save_professional(bram)
        await line.notices()
        await _set_floor(line, Floor({StaffId(BRAM): Shift(line.clock[0])}, known=None))
        await line.intake((*PERSON_NOW[:-2], "2", "1"))
        await line.writes("!claim 47 anyway", DESK_ROOM, ANNA)
        await line.settle()
        told = line.desk.sent[-1].message
        assert words in told.text
        assert told.mentions == (BRAM,)
        case = await line.case()
        assert case
        assert case.stage is Stage.WAITING


# ---- the file -----------------------------------------------------------------------------------


async def test_a_folder_of_before_keeps_its_roster(tmp_path: Path) -> None:
    """Everybody who was on it may do what everybody could do."""
    old = Database(tmp_path / "identity.db", KEY)
    await old.open(IDENTITY[:1])
    await old.run(lambda db: db.execute("INSERT INTO roster VALUES ('@anna:x', 'key', 1)") and None)
    await old.close()
    store = IdentityStore(tmp_path / "identity.db", KEY)
    await store.open()
    (anna,) = (await store.enrolled()).roster
    assert anna == Professional(PersonId("@anna:x"), "key", compared=True)  # type: ignore[arg-type]
    assert anna.roles == SMALL_LINE
    await store.close()
    with pytest.raises(StorageError, match="newer version"):
        await old.open(IDENTITY[:1])


async def test_everything_about_a_person_comes_back_as_it_was_written(
    line: MemoryLine,
) -> None:
    assert line.identity
    carla = Professional(
        CARLA,
        master_of(CARLA),
        compared=False,
        roles=frozenset({Role.ANALYST}),
        training=frozenset(Training),
        languages=frozenset({"nl", "fa"}),  # type: ignore[arg-type]
        suspended=True,
    )
    await line.identity.save_professional(carla)
    await line.identity.propose(Proposed(replace(carla, suspended=False), CODE))
    enrolled = await line.identity.enrolled()
    assert enrolled.find(CARLA) == carla
    assert enrolled.proposal(CARLA) == Proposed(replace(carla, suspended=False), CODE)
    assert [one.person for one in enrolled.active] == [ANNA, BRAM]


async def test_a_proposal_that_was_renewed_meanwhile_is_not_carried_out(line: MemoryLine) -> None:
    """Whoever confirmed did so with the code of another one."""
    assert line.identity
    carla = Professional(CARLA, master_of(CARLA), compared=True)
    await line.identity.propose(Proposed(carla, "111111"))
    await line.identity.propose(Proposed(carla, "222222"))
    await line.identity.settle(CARLA, "111111", accepted=True)
    enrolled = await line.identity.enrolled()
    assert (enrolled.find(CARLA), enrolled.proposal(CARLA)) == (None, Proposed(carla, "222222"))
    await line.identity.settle(CARLA, "222222", accepted=True)
    await line.identity.settle(CARLA, "222222", accepted=True)
    enrolled = await line.identity.enrolled()
    assert (enrolled.find(CARLA), enrolled.proposed) == (carla, ())
