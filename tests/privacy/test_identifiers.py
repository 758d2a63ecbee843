"""Nothing by which a reporter could be known reaches the desk, or stays on the line's disk."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.demo.stage import Stage, whole_stage
from bot.runtime import line_cell
from bot.security.keys import read_key
from tests.figure import Figure
from tests.homeserver.line_talk import Desk, Reporter, redacted, select
from tests.privacy.identifiers import found_in, identifiers_of
from tests.privacy.kept_bytes import KeptBytes

pytestmark = pytest.mark.asyncio(loop_scope="module")
CLIENT = "/_matrix/client/v3"
DISPLAY_NAME = "Zonnebloem Achternaamsdochter"
PLANTED = "mxc://line.test/AbCdEfGhIjKlMnOpQrStUvWx"
FILE_NAME = "paspoort-zonnebloem.pdf"
SECRET = "De man heet naar de sterren van kwartaal zevenentachtig."


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage() -> AsyncIterator[Stage]:
    async with whole_stage() as opened:
        yield opened


async def named_reporter(stage: Stage, name: str) -> Reporter:
    """A reporter whose account shows a name and a picture."""
    reporter = await Reporter.arrive(stage, name)
    await reporter.person.client.set_displayname(DISPLAY_NAME)
    await reporter.person.client.set_avatar(PLANTED)
    return reporter


async def test_nothing_of_the_reporter_reaches_the_desk_or_stays(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, figure: Figure
) -> None:
    """Whatever a client can put around a text is left behind; after the end nothing is on disk.

    Neither on today's, nor in any byte that was ever on it, with the keys that are left.
    """
    await stage.close_line()
    kept = KeptBytes(monkeypatch)
    kept.folder = stage.place.folder
    await stage.open_line()
    anna = await named_reporter(stage, "zonnebloem4711")
    desk = Desk(stage)
    events = await whole_case_with_trimmings(anna, desk)
    identity = identifiers_of(
        anna.person, DISPLAY_NAME, anna.room, PLANTED, FILE_NAME, *events, stage.line_id
    )
    shown = [*desk.person.received, *await what_the_desk_is_told(stage, desk)]
    crossed = found_in(shown, identity)
    figure("identifiers of the reporter at the desk: /sync, profiles, state, media", len(crossed))
    assert found_in(shown, [SECRET]), "the search sees what did cross"
    assert crossed == set()
    await anna.leaves_line()
    await until_empty(stage, {*identity, SECRET} - {stage.line_id})
    await until_purged(stage)
    await stage.close_line()
    kept.look()
    texts = [seen.text for seen in anna.person.texts(anna.room) if len(seen.text) > 5]
    wanted = {*identity, *texts, *desk.quotes()} - {stage.line_id}
    raw = found_in(kept.raw, wanted)
    last = line_cell(stage.place).read().keys
    read = found_in(kept.read_with([*last, read_key(stage.place.identity_key)]), wanted)
    seen = found_in(kept.read_with(kept.keys), wanted)
    looked_for = f"of {len(wanted)} looked for"
    figure("identifiers and texts in every byte ever on disk, raw", f"{len(raw)} {looked_for}")
    figure(
        "identifiers and texts in every page ever on disk, decrypted with the keys left",
        f"{len(read)} {looked_for}",
    )
    figure(
        "identifiers and texts in every page, with the destroyed keys too (the control)", len(seen)
    )
    assert raw == set()
    assert read == set()
    assert len(last) == 1
    assert {anna.person.id, anna.room, SECRET} <= seen, "the search sees what was there"
    await anna.person.close()
    await stage.open_line()


async def test_the_search_finds_what_is_there(stage: Stage) -> None:
    """A reporter who writes their own name is the one way in which it may cross."""
    anna = await named_reporter(stage, "korenbloem4712")
    desk = Desk(stage)
    await anna.send_case("Mijn naam hier is korenbloem4712, zeg het niemand.")
    await desk.claim()
    await desk.reads_text("zeg het niemand")
    identity = identifiers_of(anna.person, DISPLAY_NAME, anna.room)
    assert found_in(desk.person.received, identity) == {"korenbloem4712"}
    await desk.close()
    await anna.person.close()


async def whole_case_with_trimmings(anna: Reporter, desk: Desk) -> list[str]:
    """Texts with everything a client may add; gives the events they travelled in."""
    await anna.send_case(SECRET)
    await desk.claim()
    await anna.hears("live")
    person, room = anna.person, anna.room
    first = await anna.say("Een eerste bericht.")
    own = f'<a href="https://matrix.to/#/{person.id}">{DISPLAY_NAME}</a>'
    dressed = {
        "msgtype": "m.text",
        "body": f"> <{person.id}> Een eerste bericht.\n\nEen antwoord daarop.",
        "format": "org.matrix.custom.html",
        "formatted_body": f'<mx-reply>{own}</mx-reply><img src="{PLANTED}">Een antwoord daarop.',
        "m.relates_to": {"m.in_reply_to": {"event_id": first}},
        "m.mentions": {"user_ids": [person.id]},
        "filename": FILE_NAME,
        "url": PLANTED,
        "org.example.extra": {"user": person.id, "name": DISPLAY_NAME},
    }
    answer = await person.send(room, dressed)
    await desk.reads_text("Een antwoord daarop.")
    await person.send(room, {**dressed, "msgtype": "m.emote", "body": "wuift."})
    await desk.reads_text("wuift.")
    await person.edit(room, answer, f"> <{person.id}> Een eerste.\n\nEen beter antwoord daarop.")
    await desk.reads_text("Een beter antwoord daarop.")
    picture = {"msgtype": "m.image", "body": FILE_NAME, "url": PLANTED, "info": {"size": 7}}
    await person.send(room, picture)
    await anna.hears("no-file")
    await desk.reads("case-file-refused")
    last = await anna.say("Dit neem ik terug.")
    await desk.reads_text("Dit neem ik terug.")
    copy = next(s for s in desk.person.texts(desk.case_room) if "neem ik terug" in s.text)
    await person.redact(room, last)
    await redacted(desk.person, copy.event)
    await desk.writes("Dank u. Wij sluiten nu af.")
    await anna.hears_text("Wij sluiten nu af.")
    await desk.close()
    await anna.hears("feedback-help")
    await anna.say("1", "1", "1")
    await anna.hears("ended")
    return [seen.event for seen in person.texts(room) if seen.sender == person.id]


async def until_empty(stage: Stage, wanted: set[str]) -> None:
    """What a case leaves goes at its last step, just after the chat was left."""
    deadline = asyncio.get_running_loop().time() + 10
    while left := found_in(await rows_of(stage), wanted):
        assert asyncio.get_running_loop().time() < deadline, f"{len(left)} still stored"
        await asyncio.sleep(0.2)


async def until_purged(stage: Stage) -> None:
    """The key changes soon after the last deletion."""
    deadline = asyncio.get_running_loop().time() + 60
    while await select(stage, "SELECT 1 FROM meta WHERE key = 'purge_due'"):
        assert asyncio.get_running_loop().time() < deadline, "no purge came"
        await asyncio.sleep(1)


async def what_the_desk_is_told(stage: Stage, desk: Desk) -> list[bytes]:
    """Whatever a professional's client can ask its homeserver for."""
    paths = ["sync?full_state=true", f"profile/{stage.desk_id}", f"profile/{desk.person.id}"]
    for room in (stage.desk_room, desk.case_room):
        paths += [f"rooms/{room}/{part}" for part in ("state", "members", "messages?dir=b")]
    token = str(desk.person.client.access_token)
    answers = [
        await asyncio.to_thread(stage.desk.request, "GET", f"{CLIENT}/{path}", token=token)
        for path in paths
    ]
    media = [path for path in (stage.desk.folder / "media").rglob("*") if path.is_file()]
    return [*(json.dumps(one).encode() for one in answers), *(one.read_bytes() for one in media)]


async def rows_of(stage: Stage) -> list[bytes]:
    """Every row of the open line's database."""
    queries = [f"SELECT * FROM {one}" for one in ("inbox", "cases", "routes", "copies", "outbox")]
    queries.append("SELECT * FROM journal")
    found = [part for query in queries for row in await select(stage, query) for part in row]
    return [part if isinstance(part, bytes) else str(part).encode() for part in found]
