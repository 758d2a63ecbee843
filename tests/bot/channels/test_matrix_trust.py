"""What published keys prove, and what a homeserver may not make us believe."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from nacl.signing import SigningKey

from bot.channels.matrix.canonical import encode, sign
from bot.channels.matrix.crosssigning import CrossSigningIdentity, bootstrap, public_of
from bot.channels.matrix.trust import devices_of
from bot.errors import ChannelError, LoggedOut, TryLater
from bot.security.devices import PersonId
from handoff.roster import grouped

ANNA = PersonId("@anna:example.org")
CURVE = encode(bytes(range(32)))


class Published:
    """Anna's keys as an honest homeserver serves them."""

    def __init__(self) -> None:
        self.identity = CrossSigningIdentity.new()
        self.device = SigningKey.generate()
        keys: dict[str, Any] = {
            "user_id": ANNA,
            "device_id": "DEV",
            "algorithms": ["m.olm.v1.curve25519-aes-sha2"],
            "keys": {"ed25519:DEV": public_of(self.device), "curve25519:DEV": CURVE},
        }
        signed = self.identity.sign_device(ANNA, keys)
        signed["signatures"][ANNA]["ed25519:DEV"] = sign(self.device, keys)
        objects = self.identity.key_objects(ANNA)
        self.answer: dict[str, Any] = {
            "device_keys": {ANNA: {"DEV": signed}},
            "master_keys": {ANNA: objects["master"]},
            "self_signing_keys": {ANNA: objects["self_signing"]},
        }

    @property
    def served(self) -> dict[str, Any]:
        device: dict[str, Any] = self.answer["device_keys"][ANNA]["DEV"]
        return device


def test_an_honest_answer_gives_the_device_and_its_master_key() -> None:
    """All three signatures are good."""
    anna = Published()
    (device,) = devices_of(ANNA, anna.answer)
    assert device.master == anna.identity.master_public
    assert (device.ed25519, device.curve25519) == (public_of(anna.device), CURVE)


def test_each_person_counts_alone() -> None:
    """An answer holds many people; one's keys say nothing of another."""
    assert devices_of(PersonId("@bea:example.org"), Published().answer) == ()


def _other_master(answer: dict[str, Any]) -> None:
    other = CrossSigningIdentity.new().key_objects(ANNA)
    answer["master_keys"][ANNA] = other["master"]


def _other_self_signing(answer: dict[str, Any]) -> None:
    other = CrossSigningIdentity.new().key_objects(ANNA)
    answer["self_signing_keys"][ANNA] = other["self_signing"]


def _chain_of_somebody_else(answer: dict[str, Any]) -> None:
    other = CrossSigningIdentity.new().key_objects("@other:example.org")
    answer["master_keys"][ANNA] = other["master"]
    answer["self_signing_keys"][ANNA] = other["self_signing"]


def _whole_other_identity(answer: dict[str, Any]) -> None:
    other = CrossSigningIdentity.new().key_objects(ANNA)
    answer["master_keys"][ANNA] = other["master"]
    answer["self_signing_keys"][ANNA] = other["self_signing"]


def _wrong_usage(answer: dict[str, Any]) -> None:
    answer["self_signing_keys"][ANNA]["usage"] = ["user_signing"]


def _two_keys(answer: dict[str, Any]) -> None:
    answer["master_keys"][ANNA]["keys"]["ed25519:x"] = "x"


def _no_chain(answer: dict[str, Any]) -> None:
    del answer["self_signing_keys"]


def _odd_chain(answer: dict[str, Any]) -> None:
    answer["master_keys"] = [5]


@pytest.mark.parametrize(
    "spoil",
    [
        _other_master,
        _other_self_signing,
        _chain_of_somebody_else,
        _whole_other_identity,
        _wrong_usage,
        _two_keys,
        _no_chain,
        _odd_chain,
    ],
)
def test_a_broken_chain_leaves_the_device_without_a_master_key(
    spoil: Callable[[dict[str, Any]], None],
) -> None:
    """The device is still itself; nobody vouches for it."""
    anna = Published()
    spoil(anna.answer)
    (device,) = devices_of(ANNA, anna.answer)
    assert device.master is None


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("user_id", "@other:example.org"),
        ("device_id", "OTHER"),
        ("keys", {}),
        ("keys", None),
        ("keys", {"ed25519:DEV": "AAAA", "curve25519:DEV": CURVE}),
        ("keys", {"ed25519:DEV": "A" * 43, "curve25519:DEV": CURVE}),
        ("algorithms", ["changed"]),
        ("signatures", {}),
        ("signatures", {ANNA: {"ed25519:DEV": "AAAA"}}),
        ("signatures", {ANNA: {"ed25519:DEV": 5}}),
        ("signatures", 5),
        ("extra", "\ud800"),
        ("extra", float("nan")),
    ],
)
def test_a_spoiled_device_is_none(place: str, value: object) -> None:
    """Nothing about it can be believed, and nothing about it raises."""
    anna = Published()
    anna.served[place] = value
    assert devices_of(ANNA, anna.answer) == ()


def test_an_all_zero_curve_key_is_refused() -> None:
    """It would make the shared secret a known one."""
    anna = Published()
    keys = copy.deepcopy(anna.served)
    keys["keys"]["curve25519:DEV"] = "A" * 43
    keys["signatures"] = {ANNA: {"ed25519:DEV": sign(anna.device, keys)}}
    anna.answer["device_keys"][ANNA]["DEV"] = keys
    assert devices_of(ANNA, anna.answer) == ()


@pytest.mark.parametrize(
    "answer", [None, [], 5, {}, {"device_keys": []}, {"device_keys": {ANNA: 5}}]
)
def test_an_odd_answer_has_no_devices(answer: object) -> None:
    """Whatever it is."""
    assert devices_of(ANNA, answer) == ()


# ---- bootstrap -----------------------------------------------------------------------------------

OURS = {"curve25519": CURVE, "ed25519": encode(bytes(range(1, 33)))}


class Homeserver:
    """Answers the three requests as scripted."""

    def __init__(self, **answers: tuple[int, dict[str, Any]]) -> None:
        served = {
            "user_id": ANNA,
            "device_id": "DEV",
            "algorithms": [],
            "keys": {f"{name}:DEV": key for name, key in OURS.items()},
        }
        self.answers: dict[str, tuple[int, dict[str, Any]]] = {
            "device_signing/upload": (200, {}),
            "query": (200, {"device_keys": {ANNA: {"DEV": served}}}),
            "signatures/upload": (200, {"failures": {}}),
            **{name.replace("__", "/"): answer for name, answer in answers.items()},
        }
        self.asked: list[tuple[str, Any]] = []

    async def __call__(
        self, method: str, where: str, body: dict[str, Any] | None
    ) -> tuple[int, dict[str, Any]]:
        name = where.split("/keys/")[1]
        self.asked.append((name, body))
        return self.answers[name]


async def _bootstrap(server: Homeserver, password: str | None = None) -> None:
    await bootstrap(server, ANNA, "DEV", OURS, CrossSigningIdentity.new(), password)


async def test_bootstrap_uploads_and_signs() -> None:
    """Three requests, the last one with our device."""
    server = Homeserver()
    await _bootstrap(server)
    assert [name for name, _ in server.asked] == [
        "device_signing/upload",
        "query",
        "signatures/upload",
    ]
    assert "DEV" in server.asked[-1][1][ANNA]


@pytest.mark.parametrize(
    ("answers", "error", "words"),
    [
        ({"signatures__upload": (200, {"failures": {ANNA: {}}})}, ChannelError, "did not accept"),
        (
            {"device_signing__upload": (400, {"errcode": "M_INVALID_SIGNATURE"})},
            ChannelError,
            "signature was wrong",
        ),
        ({"device_signing__upload": (404, {"errcode": "M_UNRECOGNIZED"})}, ChannelError, "know"),
        ({"device_signing__upload": (502, {})}, TryLater, "refused"),
        ({"device_signing__upload": (401, {"errcode": "M_UNKNOWN_TOKEN"})}, LoggedOut, "session"),
        ({"query": (200, {"device_keys": {}})}, ChannelError, "never uploaded"),
        (
            {"device_signing__upload": (401, {"flows": [{"stages": ["m.oauth"]}]})},
            ChannelError,
            "account page",
        ),
        (
            {
                "device_signing__upload": (
                    401,
                    {"flows": [{"stages": ["org.matrix.cross_signing_reset"]}]},
                )
            },
            ChannelError,
            "account page",
        ),
        (
            {"device_signing__upload": (401, {"flows": [{"stages": ["m.login.sso"]}, 5, {}]})},
            ChannelError,
            "other than a password",
        ),
    ],
)
async def test_what_goes_wrong_is_said_to_the_operator(
    answers: dict[str, tuple[int, dict[str, Any]]], error: type[ChannelError], words: str
) -> None:
    """In words, never as a status that is overlooked."""
    with pytest.raises(error, match=words):
        await _bootstrap(Homeserver(**answers), "a password")


async def test_foreign_keys_for_our_device_are_not_signed() -> None:
    """Else a homeserver could have us vouch for a device of its own."""
    server = Homeserver()
    served = server.answers["query"][1]["device_keys"][ANNA]["DEV"]
    served["keys"]["ed25519:DEV"] = encode(bytes(32))
    with pytest.raises(ChannelError, match="do not trust it"):
        await _bootstrap(server)
    assert server.asked[-1][0] == "query"


def test_an_identity_survives_storage() -> None:
    """The same fingerprint comes back, and it does not print its seeds."""
    identity = CrossSigningIdentity.new()
    again = CrossSigningIdentity.from_bytes(identity.to_bytes())
    assert again.master_public == identity.master_public
    assert repr(identity) == "<CrossSigningIdentity>"
    assert grouped(identity.master_public).replace(" ", "") == identity.master_public
    with pytest.raises(ValueError, match="three seeds"):
        CrossSigningIdentity.from_bytes(b"short")
