"""Two ways to the database, one order."""

import asyncio

import pytest

from bot.channels.base import Account, Journal, JournalKey
from bot.channels.journal import StateJournal
from bot.errors import TryLater


class Keeper:
    """Keeps rows, and can be told to fail or to be slow."""

    def __init__(self) -> None:
        self.rows: dict[JournalKey, bytes] = {
            ("read", "!r\0s\0001"): b"x",
            ("read", "!r2\0s"): b"y",
        }
        self.fails = False

    async def load(self, account: Account) -> dict[JournalKey, bytes]:
        return dict(self.rows)

    async def save(self, account: Account, changes: Journal) -> None:
        await asyncio.sleep(0)
        if self.fails:
            raise TryLater("disk")
        for key, value in changes.items():
            if value is None:
                self.rows.pop(key, None)
            else:
                self.rows[key] = value


async def _journal() -> tuple[StateJournal, Keeper]:
    keeper = Keeper()
    journal = StateJournal(keeper, Account.FRONT)
    await journal.load()
    return journal, keeper


async def test_a_save_waits_for_the_commit_of_a_batch() -> None:
    """Else the older ratchet of the batch would be written over the newer one."""
    journal, keeper = await _journal()
    journal.put("olm", "k", b"old")
    async with journal.turn():
        batch = journal.take()
        journal.put("olm", "k", b"new")
        saving = asyncio.create_task(journal.save())
        await asyncio.sleep(0.01)
        assert ("olm", "k") not in keeper.rows
        await keeper.save(Account.FRONT, batch)
    await saving
    assert keeper.rows[("olm", "k")] == b"new"


async def test_a_failed_save_loses_no_change() -> None:
    """The next one brings it, unless something newer took its place."""
    journal, keeper = await _journal()
    journal.put("olm", "k", b"1")
    journal.put("olm", "l", b"1")
    keeper.fails = True
    saving = asyncio.create_task(journal.save())
    await asyncio.sleep(0)
    journal.put("olm", "l", b"2")
    with pytest.raises(TryLater):
        await saving
    keeper.fails = False
    await journal.save()
    assert (keeper.rows[("olm", "k")], keeper.rows[("olm", "l")]) == (b"1", b"2")


async def test_after_a_failed_commit_nothing_is_saved_any_more() -> None:
    """Memory and disk differ; only opening anew helps."""
    journal, _ = await _journal()

    async def failing() -> None:
        async with journal.turn():
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await failing()
    journal.put("olm", "k", b"1")
    with pytest.raises(TryLater):
        await journal.save()


async def test_a_rooms_entries_go_and_no_others() -> None:
    """Keys begin with the room and a NUL; a longer room id is another room."""
    journal, keeper = await _journal()
    journal.delete_under("read", "!r")
    await journal.save()
    assert list(keeper.rows) == [("read", "!r2\0s")]
