"""What an answer to a request for sending means (signal-cli 0.14.6, `SendMessageResult`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.signal.names import Timestamp
from bot.channels.signal.rpc import DaemonError
from bot.errors import ChannelError, Refused, TryLater
from dialogs.hushed import Hushed

USER_ERROR, UNTRUSTED, LIMITED = -1, -4, -5
LIMITED_FOR_S, LONGEST_LIMIT_S = 60.0, 3600.0


class KeyChanged(TryLater):
    """Their key is another; until they write themselves, nothing goes to it."""


@dataclass(frozen=True, repr=False)
class Challenge(Hushed):
    """Signal wants a person to prove that they are one, before anything more is sent."""

    token: str


class Challenged(TryLater):
    """Sending is over until the operator has solved the challenge."""

    def __init__(self, challenge: Challenge, after: float) -> None:
        super().__init__("Signal asks for a captcha", after)
        self.challenge = challenge


def sent_at(result: object) -> Timestamp:
    """The name of what was sent; raises what a failure means although it looks like a success."""
    answer: Mapping[str, Any] = result if isinstance(result, dict) else {}
    failed = _failure(answer)
    if failed is not None:
        raise failed
    timestamp = answer.get("timestamp")
    if not isinstance(timestamp, int):
        raise TryLater("signal-cli named no message")
    return Timestamp(timestamp)


def meaning(error: DaemonError) -> ChannelError:
    """What the refusal of a send means for the message."""
    failed = _failure(error.response)
    if failed is not None:
        return failed
    if error.code == UNTRUSTED:
        return KeyChanged("their key changed")
    if error.code == LIMITED:
        return TryLater("Signal limits us", LIMITED_FOR_S)
    # Of ours only a send that reached nobody carries no result: no text, no person.
    return Refused("signal-cli refuses it") if error.code == USER_ERROR else TryLater("signal-cli")


def _failure(answer: Mapping[str, Any]) -> ChannelError | None:
    """Of the one recipient that we ever name."""
    results = answer.get("results")
    one = results[0] if isinstance(results, list) and results else {}
    kind = one.get("type") if isinstance(one, dict) else None
    if kind in (None, "SUCCESS"):
        return None
    if kind == "UNREGISTERED_FAILURE":
        return Refused("their account is gone")
    if kind == "IDENTITY_FAILURE":
        return KeyChanged("their key changed")
    if kind == "RATE_LIMIT_FAILURE":
        return _limited(one)
    return TryLater("it did not reach Signal")


def _limited(one: Mapping[str, Any]) -> TryLater:
    asked = one.get("retryAfterSeconds")
    after = float(asked) if isinstance(asked, int | float) and asked > 0 else LIMITED_FOR_S
    after, token = min(after, LONGEST_LIMIT_S), one.get("token")
    if isinstance(token, str) and token:
        return Challenged(Challenge(token), after)
    return TryLater("Signal limits us", after)
