"""Talks in languages that the desk does not read, on the reporter's screen."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.channels.matrix.http import Http, path
from bot.channels.matrix.login import Session, log_in
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.script import PERSIAN_FIRST_WORDS, PERSIAN_MORE, PERSIAN_TALK
from bot.demo.stage import Stage, set_stage
from dialogs.model import Language
from tests.pictures.day import FIRST_SYNC_S, beside
from tests.pictures.nheko import Nheko
from tests.pictures.screen import Screen, settle

PASSWORD = "a throw-away homeserver's"
HEARD_S = 5
"""Enough for an answer of the line, and for the client to draw it."""


@dataclass(frozen=True)
class Talk:
    """What the reporter types, up to the wish to talk to a person and after it."""

    language: Language
    first: str
    intake: tuple[str, ...]
    later: tuple[tuple[str, str], ...]


PERSIAN = Talk(
    Language("fa"),
    PERSIAN_FIRST_WORDS,
    ("۱", PERSIAN_MORE, "انسان", "۱", "۴", "۱", "۱"),
    tuple((turned.who, turned.words) for turned in PERSIAN_TALK),
)
CHINESE = Talk(
    Language("zh-Hans"),
    "领事馆的一个男人每星期给我妈妈打电话。",
    ("1", "他知道我在哪里工作。", "真人", "1", "4", "1", "1"),
    (("reporter", "谢谢你们在这里。"), ("professional", "我读了您写的。您现在可以安全地写字吗？")),
)


async def play_abroad(talk: Talk, album: Path) -> None:
    """Two pictures: the line's first questions, and the talk with a professional."""
    album.mkdir(parents=True, exist_ok=True)
    async with AsyncExitStack() as stack:
        server = stack.enter_context(ThrowAwayHomeserver())
        folder = Path(stack.enter_context(TemporaryDirectory()))
        screen = stack.enter_context(Screen())
        server.user("leila", PASSWORD)
        session = await log_in(server.url, "leila", PASSWORD)
        client = stack.enter_context(Nheko(screen, folder / "leila", server.url, session))
        await beside(
            lambda: settle(FIRST_SYNC_S),
            client.decline_key_backup,
            client.make_identity,
            client.put_recovery_key_away,
        )
        stage = await stack.enter_async_context(set_stage(folder / "line", server, translated=True))
        await _open_chat(server.url, session, stage)
        await beside(lambda: settle(HEARD_S), client.show_invitation, lambda: settle(HEARD_S))
        await _say(client, talk.first)
        await beside(lambda: screen.take(album / f"{talk.language}-first.png"))
        for answer in talk.intake:
            await _say(client, answer)
        await _answered(talk, client, stage)
        await beside(lambda: screen.take(album / f"{talk.language}-talk.png"))


async def _open_chat(homeserver: str, session: Session, stage: Stage) -> None:
    """As a client does for a direct chat."""
    http = Http(homeserver, session.token)
    encrypted = {
        "type": "m.room.encryption",
        "state_key": "",
        "content": {"algorithm": "m.megolm.v1.aes-sha2"},
    }
    body = {"is_direct": True, "preset": "trusted_private_chat", "invite": [stage.line_id]}
    await http.request("POST", path("createRoom"), {**body, "initial_state": [encrypted]})
    await http.close()


async def _answered(talk: Talk, client: Nheko, stage: Stage) -> None:
    """A professional takes the case, and the two write in turn."""
    anna = stage.professional
    await anna.say(stage.desk_room, f"!claim {_number(stage)}")
    room = await anna.join_invitation_of(stage.desk_id)
    await anna.until(lambda: len(anna.texts(room)) > 1)
    for who, words in talk.later:
        if who == "reporter":
            await _say(client, words)
        else:
            await anna.say(room, words)
            await beside(lambda: settle(2 * HEARD_S))


async def _say(client: Nheko, words: str) -> None:
    await beside(lambda: client.say(words), lambda: settle(HEARD_S))


def _number(stage: Stage) -> str:
    texts = stage.professional.texts(stage.desk_room)
    card = [text.text for text in texts if "!claim" in text.text][-1]
    return card.rsplit("!claim", 1)[1].strip("\u2068\u2069 \n")


ABROAD = (PERSIAN, CHINESE)
