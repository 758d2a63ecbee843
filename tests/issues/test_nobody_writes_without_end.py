"""One conversation has a size: beyond it nothing is kept, and that is said."""

import pytest

from bot.render import Renderer
from dialogs.model import Moment, OptionId, Progress, QuestionId, StoryPart, TextRef
from handoff import reporter
from handoff.actions import PostToCase
from handoff.casefile import casefile
from handoff.commands.base import Overview, Where
from handoff.commands.queue import COMMAND, MOST_ROWS
from handoff.model import Case, CaseId, Pair, StaffId, Stage
from tests.bot.memory_line import PERSON_NOW, MemoryLine, guide
from tests.conversations.play import STARTS, catalogue

LONG = "They follow me every day. " * 1500  # 39,000 characters


ANSWERS = {
    QuestionId("offer_human"): (OptionId("questions"),),
    QuestionId("q_who"): (OptionId("official"),),
}


async def _size(line: MemoryLine) -> int:
    query = "SELECT MAX(LENGTH(body)) FROM cases"
    row = await line.store._db.run(lambda db: db.execute(query).fetchone())
    return int(row[0])


@pytest.mark.parametrize("live", [False, True])
async def test_a_flood_of_text_is_bounded_in_every_stage(line: MemoryLine, live: bool) -> None:
    """Each message rewrites its case, so a case without bounds would hold up everyone."""
    if live:
        await line.intake(PERSON_NOW)
        room = await line.live()
    else:
        await line.intake(PERSON_NOW[:1])
    for _ in range(40):
        await line.writes(LONG)
        await line.settle()
    assert await _size(line) < 2 * reporter.MOST_TEXT
    if live:  # whoever reads along gets it all the same
        assert sum("They follow me" in text for text in line.texts(room)) >= 40
        return
    assert sum("too long" in text for text in line.texts()) == 1
    await line.writes("done")  # the conversation can go on
    await line.settle()
    assert "too long" not in line.texts()[-1]


async def test_many_small_texts_are_bounded_too(
    line: MemoryLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message costs more than its letters."""
    monkeypatch.setattr(reporter, "MOST_TEXT", 20_000)
    await line.intake(PERSON_NOW[:1])
    for place in range(120):
        await line.writes(f"so it went on {place}")
        await line.settle()
    assert await _size(line) < 40_000


def test_a_long_remark_reaches_the_professional_and_can_be_taken_back() -> None:
    """In messages of its own: a heading too long to be sent would be lost without a word."""
    remark = StoryPart(TextRef("$remark"), "Some country. " * 1000)
    question = QuestionId("q_country")
    case = Case(CaseId("c"), Stage.LIVE, Progress(remarks={question: remark}, answers=ANSWERS))
    posts = casefile(case, guide())
    assert all(_length(post) <= 4000 for post in posts)
    own = [post for post in posts if post.ref == remark.ref]
    assert "".join(block.remark or "" for post in own for block in _pairs(post)) == remark.text


def _pairs(post: PostToCase) -> list[Pair]:
    return [block for block in post.blocks if isinstance(block, Pair)]


def _length(post: PostToCase) -> int:
    return sum(len(pair.remark or "") for pair in _pairs(post))


def test_a_long_queue_is_shown_in_part() -> None:
    """A flood of cases must not take the command away that shows them."""
    cases = tuple(
        Case(CaseId(str(n)), Stage.WAITING, Progress(), n, f"Alias {n}") for n in range(1000)
    )
    assert COMMAND.survey
    rows = COMMAND.survey(
        Overview(
            cases, Where.DESK, (), StaffId("@anna:staff.test"), Moment(STARTS, bytes(64)), guide()
        )
    )
    assert len(rows) == MOST_ROWS + 3
    for language in catalogue().languages:
        shown = Renderer(catalogue(), language).blocks(rows)
        assert len(shown.encode()) < 10_000
        assert "960" in shown
