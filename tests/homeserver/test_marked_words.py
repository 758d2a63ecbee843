"""The count of what became of messages sees what it is there to see."""

import pytest

from bot.demo.hearing import Seen
from bot.demo.person import Person
from tests.homeserver.marked_words import Tally, Words


class Client:
    """Somebody who was shown these texts."""

    id = "@anna:staff.test"

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    def texts(self, room: str) -> list[Seen]:
        shown = enumerate(self._texts)
        return [
            Seen(room, f"${place}", "@line:x", text, encrypted=True, replaces=_edited(text))
            for place, text in shown
        ]


def _edited(text: str) -> str | None:
    return text.rpartition(" edits ")[2] if " edits " in text else None


def counted(*texts: str) -> tuple[int, int, int, int]:
    said, client, found = Words("R", 7, events=["a", "b", "c"]), Client(*texts), Tally()
    person: Person = client  # type: ignore[assignment]
    found.add(said, person, ["!room"], whole=True)
    return len(found.lost), len(found.twice), len(found.misrouted), found.out_of_order


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("R7-0 a", "│ R7-1 b", "R7-2 c"), (0, 0, 0, 0)),
        (("R7-0 a", "R7-1 b", "R7-2 c", "R7-1 d edits $1"), (0, 0, 0, 0)),
        (("R7-0 a", "R7-2 c"), (1, 0, 0, 0)),
        (("R7-0 a", "R7-1 b", "R7-1 b", "R7-2 c"), (0, 1, 0, 0)),
        (("R7-0 a", "R7-2 c", "R7-1 b"), (0, 0, 0, 1)),
        (("R7-0 a", "R7-1 b", "R7-2 c", "R8-0 x"), (0, 0, 1, 0)),
        (("R7-0 a", "R7-1 b", "R7-2 c", "R7-1 d edits $2"), (0, 0, 1, 0)),
        ((), (3, 0, 0, 0)),
    ],
)
def test_what_goes_wrong_is_counted(
    texts: tuple[str, ...], wanted: tuple[int, int, int, int]
) -> None:
    assert counted(*texts) == wanted
