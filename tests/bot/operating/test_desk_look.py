"""What `check` says of the desk's homeserver, as far as that can be seen."""

from typing import cast

import pytest

from bot.channels.matrix.canonical import Json
from bot.channels.matrix.http import Http
from bot.channels.matrix.looking import DeskLook, _answers
from bot.operating.desk_look import SETTINGS, _as_findings
from bot.operating.finding import Level
from bot.security.devices import PersonId

ANNA, MALLORY = PersonId("@anna:staff.test"), PersonId("@mallory:staff.test")


class Answering:
    """A homeserver with one answer."""

    def __init__(self, status: int, answer: Json) -> None:
        self._said = status, answer

    async def answer(self, _: str, __: str) -> tuple[int, Json]:
        return self._said


@pytest.mark.parametrize(
    ("status", "code", "there"),
    [
        (200, "", True),
        (400, "M_MISSING_PARAM", True),  # previews, asked for without an address
        (404, "M_UNRECOGNIZED", False),
        (404, "M_NOT_FOUND", False),
        (403, "M_FORBIDDEN", False),
        (502, "", False),
    ],
)
async def test_what_a_homeserver_offers(status: int, code: str, there: bool) -> None:
    http = cast("Http", Answering(status, {"errcode": code} if code else {}))
    assert await _answers(http, "/somewhere") == there


def test_every_setting_we_make_has_words() -> None:
    look = DeskLook(tuple(SETTINGS), frozenset({ANNA, MALLORY}), previews=True, federates=True)
    found = _as_findings(look, [ANNA], alone=True)
    assert [one.level for one in found] == [Level.FAULT] * 8 + [Level.NOTE] * 2
    assert "url_preview_enabled: false" in found[-2].words
    assert "federation_domain_whitelist: []" in found[-1].words
    assert len(_as_findings(look, [ANNA], alone=False)) == 9, "the front has to federate there"


def test_nothing_to_say_is_one_line() -> None:
    look = DeskLook((), frozenset({ANNA}), previews=False, federates=False)
    assert [one.level for one in _as_findings(look, [ANNA], alone=True)] == [Level.OK]
