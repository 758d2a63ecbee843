"""A code from paper to the end, with derivations at their full cost and the real database."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.security.codes import Slowness
from bot.security.devices import PersonId, RoomId
from dialogs.returncode import make_code
from handoff.model import Stage
from tests.bot.memory_line import ANNA, CHAT, LEILA, PERSON_NOW, MemoryLine, memory_line
from tests.bot.test_coming_back import STORY, case_of, shown_code
from tests.figure import Figure

WORD, ANSWER, REMARK = "Apple  Tree", "We think along with you.", "They know my school."
GUESSER, FRIEND, LATER = RoomId("!guesser"), RoomId("!friend"), RoomId("!later")
PEOPLE = {
    CHAT: LEILA,
    GUESSER: PersonId("@guesser:people.test"),
    FRIEND: PersonId("@friend:people.test"),
    LATER: PersonId("@later:people.test"),
}
UNKNOWN = make_code(bytes(31) + b"\x07")


async def says(line: MemoryLine, room: RoomId, *texts: str) -> list[str]:
    """Say these; what the line answers to the last."""
    for text in texts:
        before = len(line.texts(room))
        await line.writes(text, room, PEOPLE[room])
        await line.settle()
    return line.texts(room)[before:]


async def everything(line: MemoryLine) -> bytes:
    """Whatever the database gives to who has it and its key: every value of every row."""

    def read(db: Any) -> bytes:
        tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        values = [
            value for (t,) in tables for row in db.execute(f"SELECT * FROM {t}") for value in row
        ]
        return b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in values)

    return await line.store._db.run(read)


async def test_issued_confirmed_rested_returned_and_erased(tmp_path: Path, figure: Figure) -> None:
    async with memory_line(tmp_path, slowness=Slowness()) as line:
        await line.intake(PERSON_NOW, STORY)
        code = shown_code(line)
        await says(line, CHAT, code[:5], "1", WORD)
        room = await line.live()
        await says(line, CHAT, REMARK)
        assert STORY.encode() in await everything(line)

        await says(line, CHAT, "stop")
        assert (await case_of(line)).stage is Stage.RESTING
        assert line.front.left == [CHAT]
        await line.writes(ANSWER, room, ANNA)
        await line.settle()
        held = (STORY, REMARK, ANSWER, code, code[:5] + " " + code[5:10], "apple tree", WORD, LEILA)
        seen = [text for text in held if text.encode() in await everything(line)]
        figure("texts of a resting case that disk and key show", f"{len(seen)} of {len(held)}")
        assert seen == []

        guesses = [await says(line, GUESSER, UNKNOWN) for _ in range(3)]
        guesses.append(await says(line, GUESSER, code))
        assert guesses[0] == guesses[1] == guesses[2] != guesses[3]

        asked = await says(line, FRIEND, code)
        wrong = await says(line, FRIEND, "pear")
        assert not any(ANSWER in text or "school" in text for text in (*asked, *wrong))
        await says(line, FRIEND, code, "APPLE TREE")
        assert ANSWER in line.texts(FRIEND)
        case = await case_of(line)
        assert case.stage is Stage.LIVE
        assert [part.text for part in case.progress.story] == [STORY]
        assert await line.store.sealed_count(case.id) == 0

        await says(line, FRIEND, "stop")
        assert (await case_of(line)).stage is Stage.RESTING
        await line.wait(timedelta(minutes=20))
        await says(line, GUESSER, code)  # who must wait does not wait for ever
        await says(line, LATER, code, "apple tree", "erase", "erase")
        remaining = [found.stage for found in await line.cases()]
        assert Stage.RESTING not in remaining
        assert (
            await line.store._db.run(
                lambda db: db.execute("SELECT COUNT(*) FROM codes").fetchone()[0]
            )
            == 0
        )
        after = await says(line, FRIEND, code)
        assert not any(ANSWER in text for text in after)
        assert not [
            text for text in (STORY, REMARK, ANSWER) if text.encode() in await everything(line)
        ]
        assert line.faults == []
