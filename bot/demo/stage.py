"""A whole line on this machine for minutes: homeservers, accounts, roster, and the line itself."""

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from bot.assets import every_language
from bot.channels.base import Account
from bot.config import Place
from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.models import install_models
from bot.demo.person import Person
from bot.directory import checked_places, write_checks
from bot.errors import LineError
from bot.operating.founding import AccountAnswers, Answers, found
from bot.operating.referring import today
from bot.runtime import run_line
from bot.security.devices import PersonId
from dialogs.model import Language
from handoff.referrals import Check

STAFF_LANGUAGE = Language("nl")
READY_WITHIN_S = 30.0
LEGAL_LIMIT = {
    Language("nl"): "Is iemands leven in gevaar? Dan kan de wet vragen dat wij dat melden.",
    Language("en"): "Is someone's life in danger? Then the law may ask us to tell.",
    Language("fr"): "La vie de quelqu'un est-elle en danger ? La loi peut alors exiger que nous le "
    "disions.",
    Language("kmr"): "Jiyana kesekî di xeterê de ye? Wê demê qanûn dikare ji me bixwaze ku em "
    "bibêjin.",
    Language("tr"): "Birinin hayatı tehlikede mi? O zaman yasa bunu bildirmemizi isteyebilir.",
    Language("ru"): "Чья-то жизнь в опасности? Тогда закон может потребовать, чтобы мы об этом "
    "сказали.",
    Language("uk"): "Чиєсь життя в небезпеці? Тоді закон може вимагати, щоб ми про це сказали.",
    Language("ar"): "هل حياة شخص ما في خطر؟ عندها قد يطلب القانون منا أن نخبر بذلك.",
    Language("prs"): "آیا زندگی کسی در خطر است؟ در این صورت قانون شاید از ما بخواهد که بگوییم.",
    Language("fa"): "آیا جان کسی در خطر است؟ در این صورت ممکن است قانون از ما بخواهد اطلاع دهیم.",
    Language("ug"): "بىرەر كىشىنىڭ ھاياتى خەتەردىمۇ؟ ئۇنداقتا قانۇن بىزدىن بۇنى ئېيتىشنى تەلەپ "
    "قىلىشى مۇمكىن.",
    Language("ti"): "ህይወት ሰብ ኣብ ሓደጋ ድዩ ዘሎ፧ ሽዑ ሕጊ ክንነግር ክሓተና ይኽእል እዩ።",
    Language("zh-Hans"): "有人的生命有危险吗？那么法律可能要求我们说出来。",
    Language("zh-Hant"): "有人的生命有危險嗎？那麼法律可能要求我們說出來。",
}


class Stage:
    """One line, its homeservers, and the professionals who are on the roster."""

    def __init__(
        self,
        front: ThrowAwayHomeserver,
        desk: ThrowAwayHomeserver,
        place: Place,
        staff: tuple[Person, ...],
        suffix: str = "",
    ) -> None:
        self.front, self.desk = front, desk
        self.place = place
        self.staff = staff
        self.suffix = suffix
        self.desk_room = ""
        self.said: list[str] = []
        """What the line told its operator."""
        self._running: asyncio.Task[None] | None = None
        self._stop = asyncio.Event()

    @property
    def professional(self) -> Person:
        return self.staff[0]

    @property
    def line_id(self) -> str:
        return f"@line{self.suffix}:{self.front.server_name}"

    @property
    def desk_id(self) -> str:
        return f"@desk{self.suffix}:{self.desk.server_name}"

    async def open_line(self) -> None:
        """Start the line on what it has stored; returns when it is open."""
        self._stop = asyncio.Event()
        opened = asyncio.Event()

        def tell(words: str) -> None:
            self.said.append(words)
            if words == "The line is open.":
                opened.set()

        running = asyncio.create_task(
            run_line(self.place, every_language(), tell, self._stop), name="line"
        )
        self._running = running
        first = asyncio.create_task(opened.wait())
        await asyncio.wait(
            {running, first}, timeout=READY_WITHIN_S, return_when=asyncio.FIRST_COMPLETED
        )
        first.cancel()
        if not opened.is_set():
            await self.close_line()
            raise LineError("The line did not open.")

    async def close_line(self) -> None:
        """End it as SIGTERM does; what went wrong while it ran is raised here."""
        running, self._running = self._running, None
        if running is not None:
            self._stop.set()
            await running

    async def cut_line(self) -> None:
        """End it without a chance to tidy up."""
        running, self._running = self._running, None
        if running is not None:
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running

    async def reporter(self, name: str, password: str, *, cross_signed: bool = True) -> Person:
        """A new account on the front's homeserver, with a client that listens."""
        await asyncio.to_thread(self.front.user, name, password)
        person = await Person.log_in(self.front.url, name, password, cross_signed=cross_signed)
        await person.start()
        return person


@asynccontextmanager
async def set_stage(
    folder: Path,
    front: ThrowAwayHomeserver,
    desk: ThrowAwayHomeserver | None = None,
    tell: Callable[[str], None] = lambda _: None,
    professionals: tuple[str, ...] = ("professional",),
    suffix: str = "",
    through: str | None = None,
    guests: tuple[PersonId, ...] = (),
    staff_language: Language = STAFF_LANGUAGE,
    *,
    translated: bool = False,
) -> AsyncIterator[Stage]:
    """Accounts, `init`, and an open line with the professionals in its desk room.

    The homeservers run already; accounts called `line`, `desk` and `professional` are made there.
    A suffix to these names lets several lines share a homeserver. With `through` the line reaches
    its homeservers at that address. `translated` gives it the demo's small models. Guests have a
    client of their own, and are on the roster with the key that their homeserver serves.
    """
    behind = desk or front
    line, case_desk = f"line{suffix}", f"desk{suffix}"
    async with AsyncExitStack() as stack:
        for server, name in ((front, line), (behind, case_desk)):
            await asyncio.to_thread(server.user, name, _password(name))
        staff = tuple([await _employ(stack, behind, f"{name}{suffix}") for name in professionals])
        accounts = {
            Account.FRONT: AccountAnswers(through or front.url, line, _password(line)),
            Account.DESK: AccountAnswers(through or behind.url, case_desk, _password(case_desk)),
        }
        answers = Answers(
            folder=folder,
            accounts=accounts,
            staff=(
                *((PersonId(one.id), one.master_key) for one in staff),
                *((guest, None) for guest in guests),
            ),
            legal_limit=LEGAL_LIMIT,
            line_name="Demolijn",
            staff_language=staff_language,
            approve=every_language(),
        )
        place = await found(answers, tell)
        if translated:
            await asyncio.to_thread(install_models, place.models)
        _check_all_places(place)
        stage = Stage(front, behind, place, staff, suffix)
        await stage.open_line()
        stack.push_async_callback(stage.close_line)
        for one in staff:
            stage.desk_room = await one.join_invitation_of(stage.desk_id)
        yield stage


def _check_all_places(place: Place) -> None:
    """On a throw-away line nobody is sent anywhere: its directory counts as checked."""
    check = Check(last_checked=today(place), checked_by="the demo")
    write_checks(place.folder, dict.fromkeys(checked_places(place.folder), check))


async def _employ(stack: AsyncExitStack, server: ThrowAwayHomeserver, name: str) -> Person:
    await asyncio.to_thread(server.user, name, _password(name))
    professional = await Person.log_in(server.url, name, _password(name))
    stack.push_async_callback(professional.close)
    await professional.start()
    return professional


@asynccontextmanager
async def whole_stage(tell: Callable[[str], None] = lambda _: None) -> AsyncIterator[Stage]:
    """A stage with a homeserver and a folder of its own, both gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="vertrouwenslijn-") as folder:
        homeserver = await asyncio.to_thread(ThrowAwayHomeserver().__enter__)
        try:
            line = Path(folder) / "line"
            async with set_stage(line, homeserver, tell=tell, translated=True) as stage:
                yield stage
        finally:
            await asyncio.to_thread(homeserver.close)


def _password(name: str) -> str:
    return f"{name} on a throw-away homeserver"
