"""Our one-time and fallback keys on the homeserver: never empty, never published before saved.

Without them nobody new can write to us, and their client says "sent" all the same.
"""

from collections.abc import Callable

from bot.channels.journal import StateJournal
from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import Http, MatrixRefused, path
from bot.channels.matrix.machine import MEGOLM, OLM, Machine

FALLBACK_LIFE_S = 3600.0
"""A used fallback key is replaced at most this often: a message on its way may still need it."""
MOST_ROUNDS = 20
RETRY_AFTER_S = 5.0


class OwnKeys:
    """What the homeserver last said about our keys, and putting right what is missing."""

    def __init__(
        self, http: Http, machine: Machine, journal: StateJournal, clock: Callable[[], float]
    ) -> None:
        self._http, self._machine, self._journal, self._clock = http, machine, journal, clock
        self._count = 0
        self._fallback_unused = False
        self._fallback_made: float | None = None
        self._tried: float | None = None

    def heard(self, answer: Json) -> None:
        """Note the counts in a sync answer; a count that is not named is zero."""
        counts = answer.get("device_one_time_keys_count")
        if isinstance(counts, dict):
            count = counts.get("signed_curve25519", 0)
            self._count = count if isinstance(count, int) and count > 0 else 0
        unused = answer.get("device_unused_fallback_key_types")
        if isinstance(unused, list):
            self._fallback_unused = "signed_curve25519" in unused

    @property
    def wanting(self) -> bool:
        """Whether there is something to upload now."""
        if self._tried is not None and self._clock() - self._tried < RETRY_AFTER_S:
            return False
        return self._missing > self._full // 2 or self._fallback_due

    @property
    def _full(self) -> int:
        return int(self._machine.account.max_one_time_keys)

    @property
    def _missing(self) -> int:
        return max(0, self._full - self._count)

    @property
    def _fallback_due(self) -> bool:
        if self._fallback_unused:
            return False
        made = self._fallback_made
        return made is None or self._clock() - made >= FALLBACK_LIFE_S

    async def publish_device(self) -> None:
        """Tell the homeserver who we are; doing it again changes nothing."""
        await self._upload({"device_keys": self._device_keys()})
        await self.refill()

    async def refill(self) -> None:
        """Upload what is missing. Keys left over from an interrupted upload go first."""
        self._tried = self._clock()
        for _ in range(MOST_ROUNDS):
            body = self._prepare()
            if not body:
                break
            # The private halves must survive whatever happens after the request has left.
            await self._journal.save()
            try:
                await self._upload(body)
            except MatrixRefused as refused:
                # Another key already has this id there: an earlier upload whose answer was lost.
                # Marking ours as published moves on to ids that are free.
                if refused.status != 400:
                    raise
            self._machine.account.mark_keys_as_published()
            self._machine.save_account()
            await self._journal.save()
        self._tried = None

    def _prepare(self) -> Json:
        """Keys generated before and never confirmed, else as many as are missing."""
        account = self._machine.account
        left_over = account.one_time_keys["curve25519"]
        if not left_over and self._missing:
            account.generate_one_time_keys(self._missing)
        if self._fallback_due and not self._machine.raw_account.fallback_key:
            self._machine.raw_account.generate_fallback_key()
        self._machine.save_account()
        body: Json = {}
        one_time = account.one_time_keys["curve25519"]
        if one_time:
            body["one_time_keys"] = {
                f"signed_curve25519:{name}": self._signed({"key": key})
                for name, key in one_time.items()
            }
        fallback = self._machine.raw_account.fallback_key
        if fallback:
            body["fallback_keys"] = {
                f"signed_curve25519:{name}": self._signed(
                    {"key": key.to_base64(), "fallback": True}
                )
                for name, key in fallback.items()
            }
        return body

    async def _upload(self, body: Json) -> None:
        answer = await self._http.request("POST", path("keys", "upload"), body)
        self.heard({"device_one_time_keys_count": answer.get("one_time_key_counts", {})})
        if "fallback_keys" in body:
            self._fallback_unused = True
            self._fallback_made = self._clock()

    def _device_keys(self) -> Json:
        machine = self._machine
        return self._signed(
            {
                "algorithms": [OLM, MEGOLM],
                "device_id": machine.device,
                "user_id": machine.user,
                "keys": {
                    f"curve25519:{machine.device}": machine.curve25519,
                    f"ed25519:{machine.device}": machine.ed25519,
                },
            }
        )

    def _signed(self, thing: Json) -> Json:
        machine = self._machine
        signature = machine.sign(thing)
        return thing | {"signatures": {machine.user: {f"ed25519:{machine.device}": signature}}}
