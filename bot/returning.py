"""Making and trying return codes: slow on purpose, one at a time, and never in the way."""

import asyncio
from functools import partial

from argon2.exceptions import HashingError

from bot.errors import LineError, SealError, TryLater
from bot.rows import OURSELVES, CodeReady, CodeTried, Errand, Event, Tried, event_bytes
from bot.security.buckets import A_DAY_S, Tries
from bot.security.codes import Derivation, Derived, Slowness, normal, unwrap, wrap
from bot.security.devices import Pins
from bot.security.sealing import make_pair, open_sealed
from bot.storage.base import Kept, NewCode, NewRow, OutboxRow, Outcome
from bot.storage.ports import VaultStore
from handoff.actions import IssueCode, TryCode
from handoff.model import CaseId

WRONG_WORDS_A_DAY = 10
"""Of one code, whoever tries: a stolen code must not let many accounts guess its word."""


class Returning:
    """Each derivation takes much memory, so there is one at a time, in a thread of its own.

    However many tries wait, they wait for one another first: a code that is to be made comes
    right after the try that is being made, and the next try after the codes that waited by then.
    """

    def __init__(
        self, store: VaultStore, pins: Pins, tries: Tries, slowness: Slowness | None = None
    ) -> None:
        self._store = store
        self._pins = pins
        self._tries = tries
        self._words = Tries(failures=WRONG_WORDS_A_DAY, pause_s=A_DAY_S)
        self._slowness = slowness
        self._turn = asyncio.Lock()
        self._next_try = asyncio.Lock()

    async def issue(self, row: OutboxRow, _errand: Errand, action: IssueCode) -> Outcome:
        """Make a key pair for the case; made twice, only the one that is committed counts."""
        case_id = _case_of(row)
        derivation = await self._derivation()
        async with self._turn:
            code = await asyncio.to_thread(_made, derivation, case_id, action)
        return Outcome(code=code, result=_result(row, CodeReady(case_id, action.code)))

    async def try_code(self, row: OutboxRow, errand: Errand, action: TryCode) -> Outcome:
        """Look what a code opens; nothing changes by it but the count of wrong tries."""
        sender = self._sender(errand)
        derivation = await self._derivation()
        async with self._next_try, self._turn:
            if not await self._store.waits(row):
                return Outcome()  # its case ended meanwhile
            if self._tries.blocked(sender):
                tried = _tried(row, action, Tried.WAIT)
            else:
                tried = await self._looked(derivation, row, action)
            if tried.outcome in (Tried.WRONG, Tried.WORD_WRONG):
                self._tries.failed(sender)
        return Outcome(result=_result(row, tried))

    async def _looked(self, derivation: Derivation, row: OutboxRow, action: TryCode) -> CodeTried:
        derived, key = await asyncio.to_thread(_derived, derivation, action)
        kept = await self._store.kept_at(derived.locator)
        if kept is None:
            return _tried(row, action, Tried.WRONG)
        if kept.code.word and key is None:
            return _tried(row, action, Tried.WORD_NEEDED)
        opening = key if kept.code.word and key else derived.key
        found = derived.locator.hex()
        if self._words.blocked(found):
            return _tried(row, action, Tried.WAIT)
        try:
            private = unwrap(opening, kept.code.wrapped, kept.code.case_id)
        except SealError:
            if not kept.code.word:
                raise
            self._words.failed(found)
            return _tried(row, action, Tried.WORD_WRONG)
        self._words.succeeded(found)
        content = await asyncio.to_thread(_opened, private, kept)
        return _tried(row, action, Tried.OPENED, kept.code.case_id, content)

    def _sender(self, errand: Errand) -> str:
        """The person where one is known: a new chat is no new chance."""
        room = errand.room
        pin = self._pins.conversations.get(room) if room else None
        return pin.person if pin else str(room)

    async def _derivation(self) -> Derivation:
        return Derivation(await self._store.line_salt(), self._slowness)


def _made(derivation: Derivation, case_id: CaseId, action: IssueCode) -> NewCode:
    derived, key = _derived(derivation, action)
    pair = make_pair()
    wrapped = wrap(key or derived.key, pair.private, case_id)
    return NewCode(derived.locator, case_id, pair.public, wrapped, word=key is not None)


def _derived(derivation: Derivation, action: IssueCode | TryCode) -> tuple[Derived, bytes | None]:
    """The same work for every code, known or not."""
    try:
        derived = derivation.of(action.code)
        if not action.word or not normal(action.word):
            return derived, None
        return derived, derivation.with_word(derived, action.word)
    except HashingError:
        raise TryLater("no memory for a derivation") from None


def _opened(private: bytes, kept: Kept) -> tuple[bytes, ...]:
    return tuple(map(partial(open_sealed, private, kept.code.case_id), kept.sealed))


def _tried(
    row: OutboxRow,
    action: TryCode,
    outcome: Tried,
    found: CaseId | None = None,
    content: tuple[bytes, ...] = (),
) -> CodeTried:
    return CodeTried(_case_of(row), outcome, action.code, action.word, found, content)


def _result(row: OutboxRow, event: Event) -> NewRow:
    return NewRow(OURSELVES, f"{event.kind}:{row.txn}", "", event_bytes(event))


def _case_of(row: OutboxRow) -> CaseId:
    if row.case_id is None:
        raise LineError("a return code needs a case")
    return row.case_id
