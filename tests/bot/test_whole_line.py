"""Whatever reporters and staff do, in any order: nothing raises, nothing crosses that may not,
and who says erase twice leaves nothing behind."""

import asyncio
import re
from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.channels.base import Account, EventId, NotRead, RoomUnfit, Unfit, Unreadable
from bot.security.devices import Device, DeviceKey, PersonId, RoomId
from handoff.model import AnswerWhen, Case, CaseId, StaffId, Stage
from tests.bot.memory_line import (
    ANNA,
    ANSWERED_ON_RETURN,
    BRAM,
    CHAT,
    DESK_ROOM,
    LEILA,
    MESSAGE,
    PERSON_NOW,
    MemoryLine,
    memory_line,
    quick_folder,
)

OTHER_CHAT, OMID = RoomId("!other:people.test"), PersonId("@omid:people.test")
EXAMPLES = 25
CHATS = {LEILA: CHAT, OMID: OTHER_CHAT}
WAYS = ((), PERSON_NOW[:2], PERSON_NOW, (*MESSAGE, *ANSWERED_ON_RETURN))
STORY = re.compile(r"STORY-(\w+)-\d+")
CODE = re.compile(r"\u2066(\d{5}(?: \d{5}){4})\u2069")
STAFF = re.compile(r"STAFF-\d+")

reporters = st.sampled_from([LEILA, OMID])
staff = st.sampled_from([ANNA, BRAM])
said = st.sampled_from(
    ["STORY", "STORY", "STORY", "1", "2", "3", "done", "stop", "erase", "help", "back", "skip",
     "human", "summary", "danger", "info", "language", "nl", " ", "", "STORY !close", "wis",
     "{group}", "{group}", "{code}", "code", "tram",
     "STORY " * 900, "STORY 0612345678 jan@mail.nl", "\u202eSTORY\x00", "47", "STORY suicide"]
)  # fmt: skip
typed = st.sampled_from(
    ["STAFF", "STAFF", "STAFF", "// STAFF", "!close", "!close anyway", "!back", "!help", "!queue",
     "!STAFF", "!close STAFF", "STAFF " * 800, "\u2068!close\u2069", "!claim 47"]
)  # fmt: skip
ordered = st.sampled_from(["!claim 47", "!claim 48", "!back 47", "!back 48", "!queue", "STAFF"])
steps = st.one_of(
    st.tuples(st.just("says"), reporters, said),
    st.tuples(st.just("says"), reporters, said),
    st.tuples(st.just("edits"), reporters, said),
    st.tuples(st.just("takes back"), reporters, st.none()),
    st.tuples(st.just("file"), reporters, st.none()),
    st.tuples(st.just("unread"), reporters, st.sampled_from(Unreadable)),
    st.tuples(st.just("other device"), reporters, said),
    st.tuples(st.just("unfit"), reporters, st.sampled_from(Unfit)),
    st.tuples(st.just("leaves"), reporters, st.none()),
    st.tuples(st.just("orders"), staff, ordered),
    st.tuples(st.just("orders"), staff, ordered),
    st.tuples(st.just("joins"), staff, st.none()),
    st.tuples(st.just("joins"), staff, st.none()),
    st.tuples(st.just("types"), staff, typed),
    st.tuples(st.just("types"), staff, typed),
    st.tuples(st.just("edits"), staff, typed),
    st.tuples(st.just("takes back"), staff, st.none()),
    st.tuples(st.just("leaves"), staff, st.none()),
    st.tuples(st.just("waits"), st.none(), st.sampled_from([0.02, 1, 25, 24 * 91])),
)


@dataclass
class Play:
    """One sequence, with what it makes true or false at each step."""

    line: MemoryLine
    written: dict[PersonId, list[EventId]] = field(default_factory=dict)
    may_cross: dict[str, RoomId | None] = field(default_factory=dict)
    """Each staff text, and the one chat it may reach."""
    homes: dict[CaseId, RoomId] = field(default_factory=dict)
    """Where each case's reporter writes from, also while the line has no way back."""
    texts: int = 0

    async def take(self, what: str, who: PersonId | None, how: object) -> None:
        line = self.line
        before = {case.id: case for case in await line.cases()}
        sent = len(line.front.sent)
        if what == "waits":
            assert isinstance(how, int | float)
            await line.wait(timedelta(hours=how))
        elif who in CHATS:
            await self._reporter(what, who, how)
        elif who is not None:
            await self._staff(what, who, how)
        await line.settle()
        for case in await line.cases():
            if route := await line.store.route_of(case.id):
                self.homes[case.id] = route.room
        self._nothing_crossed()
        if who not in CHATS:
            await self._nobody_was_disturbed(before, sent)

    async def _reporter(self, what: str, who: PersonId, how: object) -> None:
        line, chat = self.line, CHATS[who]
        text = self._marked(self._with_code(str(how), chat), f"STORY-{who[1:5]}", "STORY")
        mine = self.written.setdefault(who, [])
        match what:
            case "says":
                mine.append(await line.writes(text, chat, who))
            case "edits" if mine:
                await line.writes(text, chat, who, mine[self.texts % len(mine)])
            case "takes back" if mine:
                await line.takes_back(mine[self.texts % len(mine)], chat, who)
            case "file":
                await line.sends_file(chat, who)
            case "other device" if await line.store.route_to(chat):
                await line.writes(text, chat, who, device=Device(who, DeviceKey("x"), None))
            case "unread":
                assert isinstance(how, Unreadable)
                await line.came(Account.FRONT, NotRead(chat, line.fresh(), who, how))
            case "unfit":
                assert isinstance(how, Unfit)
                await line.came(Account.FRONT, RoomUnfit(chat, line.fresh(), how))
            case "leaves":
                await line.leaves(chat, who)

    async def _staff(self, what: str, who: PersonId, how: object) -> None:
        line = self.line
        room = DESK_ROOM if what == "orders" or not line.desk.invited else line.case_room()
        text = self._marked(str(how), "STAFF", "STAFF")
        mine = self.written.setdefault(who, [])
        await self._note_who_may_get_it(text, room, who)
        match what:
            case "orders" | "types":
                mine.append(await line.writes(text, room, who))
            case "edits" if mine:
                await line.writes(text, room, who, mine[self.texts % len(mine)])
            case "takes back" if mine:
                await line.takes_back(mine[self.texts % len(mine)], room, who)
            case "joins":
                await line.joins(room, who)
            case "leaves":
                await line.leaves(room, who)

    def _with_code(self, text: str, chat: RoomId) -> str:
        """The code that was shown last in this chat, or some digits where none was."""
        said = [sent.message.text for sent in self.line.front.sent if sent.room == chat]
        codes = [code for one in said for code in CODE.findall(one)] or ["00000 " * 5]
        return text.replace("{code}", codes[-1]).replace("{group}", codes[-1][:5])

    def _marked(self, text: str, mark: str, word: str) -> str:
        self.texts += 1
        return text.replace(word, f"{mark}-{self.texts}")

    async def _note_who_may_get_it(self, text: str, room: RoomId, who: PersonId) -> None:
        case = await self.line.store.case_in_room(room)
        plain = not text.startswith(("//", "!"))
        heard = case and case.stage in (Stage.LIVE, Stage.RESTING)
        if case and heard and case.claimant == StaffId(who) and plain:
            chat = self.homes.get(case.id)
            self.may_cross |= dict.fromkeys(STAFF.findall(text), chat)

    def _nothing_crossed(self) -> None:
        line = self.line
        assert line.faults == []
        whose: dict[RoomId, set[str]] = {}
        for sent in line.desk.sent:
            whose.setdefault(sent.room, set()).update(STORY.findall(sent.message.text))
        assert whose.pop(DESK_ROOM, set()) == set()
        assert all(len(people) <= 1 for people in whose.values())
        for sent in line.front.sent:
            chat = {person[1:5] for person, room in CHATS.items() if room == sent.room}
            assert set(STORY.findall(sent.message.text)) <= chat
            for mark in STAFF.findall(sent.message.text):
                assert self.may_cross.get(mark) == sent.room

    async def _nobody_was_disturbed(self, before: dict[CaseId, Case], sent: int) -> None:
        """Staff, and time, bring nothing to a reporter who paused or waits for their own return."""
        now = self.line.clock[0]
        quiet = {
            route.room
            for case in before.values()
            if not case.deliverable(now) and (route := await self.line.store.route_of(case.id))
        }
        assert [one for one in self.line.front.sent[sent:] if one.room in quiet] == []

    async def end(self) -> None:
        """Both erase, and the desk's unreachable cases come to their end."""
        for person, chat in CHATS.items():
            for word in ("help", "erase", "erase"):  # an earlier first `erase` counts no more
                await self.line.writes(word, chat, person)
                await self.line.settle()
        if await self.line.cases():
            assert all(case.away or not case.reachable for case in await self.line.cases())
            await self.line.wait(timedelta(days=91))
        assert set((await self.line.rows()).values()) == {0}
        assert self.line.pins.conversations == {}
        self._nothing_crossed()


async def _play(ways: tuple[int, int], sequence: list[tuple[str, PersonId | None, object]]) -> None:
    with quick_folder() as folder:
        async with memory_line(folder) as line:
            play = Play(line)
            for (person, chat), way in zip(CHATS.items(), ways, strict=True):
                if WAYS[way]:
                    await line.intake(WAYS[way], f"STORY-{person[1:5]}-0", chat, person)
            for what, who, how in sequence:
                await play.take(what, who, how)
                numbers = [one.number for one in await line.cases() if one.number is not None]
                assert len(numbers) == len(set(numbers))
            await play.end()


ways = st.tuples(st.sampled_from([2, 2, 3, 1, 0]), st.sampled_from([0, 0, 2, 3]))
LIVE: list[tuple[str, PersonId | None, object]] = [
    ("orders", ANNA, "!claim 47"),
    ("joins", ANNA, None),
]


@settings(
    max_examples=EXAMPLES,
    phases=[Phase.explicit, Phase.generate],  # a sequence is read better than it is shrunk
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
@given(ways, st.booleans(), st.lists(steps, max_size=25))
def test_any_sequence(
    ways: tuple[int, int], live: bool, sequence: list[tuple[str, PersonId | None, object]]
) -> None:
    asyncio.run(_play(ways, [*(LIVE if live else []), *sequence]))


async def test_what_belongs_to_no_conversation_leaves_no_row(line: MemoryLine) -> None:
    """Late events in rooms that are no longer ours, or not yet anyone's."""
    await line.intake(PERSON_NOW)
    room = await line.live()
    for _ in range(2):
        await line.writes("erase")
        await line.settle()
    await line.joins(room, BRAM)
    await line.writes("STAFF-1", room, ANNA)
    await line.writes("STORY-leil-1", replaces=EventId("$event1"))
    await line.takes_back(EventId("$event1"))
    await line.leaves(CHAT, LEILA)
    await line.came(Account.FRONT, NotRead(CHAT, line.fresh(), LEILA, Unreadable.NO_KEY))
    await line.settle()
    assert set((await line.rows()).values()) == {0}


async def test_many_open_cases_have_numbers_of_their_own() -> None:
    with quick_folder() as folder:
        async with memory_line(folder) as line:
            for place in range(30):
                person = PersonId(f"@p{place}:people.test")
                await line.intake(PERSON_NOW, room=RoomId(f"!r{place}"), person=person)
            numbers = [case.number for case in await line.cases()]
            assert line.faults == []
            assert len(set(numbers)) == len(numbers) == 30


async def test_an_answer_waits_for_whoever_wants_to_come_back(line: MemoryLine) -> None:
    """The ways above do what their names say, or the properties would test less."""
    await line.intake((*MESSAGE, *ANSWERED_ON_RETURN))
    case = await line.case()
    assert case
    assert (case.stage, case.answer_when) == (Stage.WAITING, AnswerWhen.ON_RETURN)
