"""What a real signal-cli 0.13.19 said, with real encryption behind it, and what is read from it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Account
from bot.channels.journal import StateJournal
from bot.channels.signal.envelope import Parcel, Quoted, Trouble, read
from bot.channels.signal.intake import Intake
from bot.channels.signal.judging import Challenged, meaning, sent_at
from bot.channels.signal.names import Aci, Timestamp
from bot.channels.signal.people import People
from bot.channels.signal.rpc import DaemonError
from bot.errors import Refused, TryLater
from bot.rows import event_bytes, read_event
from tests.signal.world import Rows

ANNA = Aci("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa")
GOLDEN = Path(__file__).with_name("golden_0.13.19.jsonl")
ROWS = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
TOLD = {row["label"]: row["notification"]["params"] for row in ROWS if "notification" in row}
KEYS = st.sampled_from(
    [
        *("envelope", "exception", "result", "type", "sourceUuid", "timestamp", "dataMessage"),
        *("editMessage", "targetSentTimestamp", "message", "groupInfo", "groupId", "attachments"),
        *("contentType", "expiresInSeconds", "isExpirationUpdate", "quote", "id", "authorUuid"),
        *("remoteDelete", "callMessage", "offerMessage", "syncMessage", "sentMessage", "sticker"),
    ]
)
SENT = [row for row in ROWS if row["label"] == "rpc send"]


def _read(label: str) -> Parcel:
    return read(TOLD[label])


@pytest.mark.parametrize("label", TOLD)
def test_every_one_has_its_sender_and_its_time(label: str) -> None:
    parcel = _read(label)
    assert parcel.sender == ANNA
    assert parcel.timestamp > 1795289000000


@pytest.mark.parametrize("label", TOLD)
def test_no_number_and_no_name_comes_in(label: str) -> None:
    """Also not with a number and a name in every place that there is for them."""
    said = json.dumps(TOLD[label]).replace('"sourceNumber": null', '"sourceNumber": "+31600000000"')
    parcel = read(json.loads(said.replace('"sourceName": ""', '"sourceName": "Leila N."')))
    assert "+31600000000" not in repr(vars(parcel))
    assert "Leila" not in repr(vars(parcel))


@pytest.mark.parametrize(
    "label",
    [
        "reaction",
        "reaction removed",
        "typing start",
        "typing stop",
        "receipt delivery",
        "receipt read",
        "receipt viewed",
        "profile key update",
        "end session flag",
        "server delivery receipt",
        "story file",
        "call hangup",
        "empty body",
    ],
)
def test_what_says_nothing_is_nothing(label: str) -> None:
    parcel = _read(label)
    said = (parcel.text, parcel.thing, parcel.call, parcel.withdraws, parcel.edits, parcel.trouble)
    assert not any(said)


def test_texts() -> None:
    assert _read("text first (PREKEY)").text == "Hallo"
    assert _read("text first (auto-subscribed: params unwrapped)").text
    assert _read("second, no reply yet").text == "Umlaut ä 😀\nzweite Zeile"
    assert _read("mention+style").text
    assert _read("link preview").text
    assert len(_read("long text").text or "") == 2000  # cut by versions older than 0.14


def test_what_changes_something_said_before() -> None:
    edit, deleted, quote = _read("edit"), _read("remote delete"), _read("quote")
    assert (edit.edits, edit.text) == (Timestamp(1795289377210), "Hallo korrigiert")
    assert (deleted.withdraws, deleted.text) == (Timestamp(1795289377210), None)
    assert quote.quoted == Quoted(Timestamp(1795289377210), by_sender=False)


@pytest.mark.parametrize(
    "label",
    [
        "view once image",
        "two attachments + caption",
        "voice note",
        "attachment missing on CDN",
        "contact share",
        "sticker",
    ],
)
def test_things_are_seen_and_nothing_of_them_is_kept(label: str) -> None:
    parcel = _read(label)
    assert parcel.thing
    assert "passwd" not in repr(vars(parcel))


def test_a_long_text_is_no_thing() -> None:
    assert not _read("long text").thing


def test_timers() -> None:
    expiring, changed = _read("expiring"), _read("timer update")
    assert (expiring.timer_s, expiring.changes_timer) == (3600, False)
    assert (changed.timer_s, changed.changes_timer, changed.text) == (86400, True, None)


def test_a_call() -> None:
    assert _read("call offer").call


def test_troubles() -> None:
    assert _read("undecryptable").trouble is Trouble.UNREADABLE
    told = dict(TOLD["undecryptable"])
    body: dict[str, Any] = dict(told.get("result") or told)
    for kind, trouble in (
        ("UntrustedIdentityException", Trouble.UNTRUSTED),
        ("ProtocolDuplicateMessageException", Trouble.TWICE),
        ("SomethingNewException", Trouble.UNREADABLE),
        (None, Trouble.UNREADABLE),
    ):
        body["exception"] = {"message": "…", "type": kind}
        assert read(body).trouble is trouble


def _judged(text: str) -> object:
    row = next(row for row in SENT if row["params"].get("message") == text)
    answer = row["response"]
    if "result" in answer:
        return sent_at(answer["result"])
    data = answer["error"]["data"]
    return meaning(DaemonError(answer["error"]["code"], data and data["response"]))


def test_what_came_of_sending() -> None:
    challenged = _judged("m428")
    assert isinstance(challenged, Challenged)
    assert challenged.challenge.token == "0a1b2c3d-token"
    assert challenged.after == 3600  # of the day that was asked: what waits is looked at hourly
    for text in ("m429", "m413", "m500"):
        assert type(_judged(text)) is TryLater
    for text in ("m404", "m410"):
        assert type(_judged(text)) is Refused


def test_every_success_names_its_message() -> None:
    sent = [row["response"]["result"] for row in SENT if "result" in row["response"]]
    assert sent
    assert all(sent_at(one) > 1795289000000 for one in sent)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)


@given(st.dictionaries(KEYS, JSON, max_size=6))
def test_whatever_is_told_can_be_read_and_stored(told: dict[str, Any]) -> None:
    """A number where a text should be, half a character, a list instead of an object."""
    parcel = read({"envelope": {"sourceUuid": ANNA, "timestamp": 5, **told}, **told})
    people = People(StateJournal(Rows(), Account.SIGNAL))
    incoming, _ = Intake(people, 60).take(parcel)
    for one in incoming:
        assert read_event(event_bytes(one)) == one


def test_half_a_character_and_a_text_without_end() -> None:
    body = {"message": "\ud800" + "x" * 1_000_000, "timestamp": 1}
    parcel = read({"envelope": {"sourceUuid": ANNA, "timestamp": 1, "dataMessage": body}})
    assert parcel.text
    assert parcel.text.startswith("?x")
    assert len(parcel.text) == 65_536


def test_no_words_of_the_daemon_are_in_an_error() -> None:
    for row in ROWS:
        error = row.get("response", {}).get("error")
        if error:
            data = error.get("data")
            fault = DaemonError(error["code"], data and data.get("response"))
            assert error["message"] not in f"{fault!s} {fault!r} {meaning(fault)!s}"
