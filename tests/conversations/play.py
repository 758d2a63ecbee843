"""Play a transcript through the real engine and catalogues.

A transcript is a plain file that a counsellor can read. What the reporter, the desk and the clock
do stands in it by hand; what the line answers is compared, or recorded anew.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from bot.catalogue import Catalogue, Settings, load_catalogue
from bot.demo.stage import LEGAL_LIMIT
from bot.detecting import Detector
from dialogs.answers import chosen_options
from dialogs.definition import Dialog, read_dialog
from dialogs.engine import (
    advance,
    ask_permission,
    back_to_waiting,
    show_card,
    was_closed,
    went_live,
)
from dialogs.model import (
    Action,
    Corrected,
    Erase,
    GiveCode,
    Heard,
    HideCode,
    Language,
    Leave,
    Moment,
    PassOn,
    Pause,
    Permission,
    Progress,
    Resume,
    Said,
    Say,
    SentFile,
    ShowCode,
    Submit,
    TextRef,
    TookBack,
    Turn,
    TypedCode,
)
from dialogs.scene import Scene
from dialogs.service import Availability, Service
from dialogs.words import Lexicons, command
from handoff.hours import Hours, Span

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = ROOT / "tests" / "conversations"
STARTS = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
CHANCE = bytes(32) + (123456789012345678901234).to_bytes(32)
"""So that the return code in a transcript is always the same."""
HOURS = Hours(
    (*(Span(day, 10 * 60, 20 * 60) for day in range(5)), Span(5, 12 * 60, 17 * 60)),
)
"""Weekdays from ten to eight, and Saturday afternoon."""
_SERVED = {
    "is open": Availability(Service.LIVE, (5, 20), "tomorrow", "12:00"),
    "takes messages": Availability(Service.MESSAGES, read_on="tomorrow", read_at="12:00"),
    "is closed": Availability(Service.CLOSED, read_on="monday", read_at="12:00"),
}
"""What the desk tells of itself; without such a step nothing is known."""
_SPEAKER = re.compile(r"^(reporter|desk|time|line|event)(?: \(([^)]*)\))?:(?: (.*))?$")
_INVISIBLE = str.maketrans("", "", "\u2066\u2068\u2069")


@cache
def dialog() -> Dialog:
    return read_dialog((ROOT / "dialogs" / "intake.toml").read_text(encoding="utf-8"))


BESIDE = (Language("nl"), Language("en"))
"""What a line offers beside the language of a transcript."""


@cache
def catalogue(*more: Language) -> Catalogue:
    limits = {
        Language("nl"): "Als er een kind in groot gevaar is, kan het dat wij hulp moeten halen.",
        Language("en"): "If a child is in great danger, we may have to get help.",
        **{language: LEGAL_LIMIT[language] for language in more},
    }
    settings = Settings("De Lijn", limits, Language("nl"), hours=HOURS)
    return load_catalogue(settings, only=limits)


@cache
def lexicons(*more: Language) -> Lexicons:
    return catalogue(*more).lexicons()


@cache
def detector(*more: Language) -> Detector:
    made = Detector((*BESIDE, *more))
    made.load()
    return made


@dataclass
class Step:
    """One thing that happens, with the comment lines that stand before it."""

    who: str
    how: str
    text: str
    comments: list[str] = field(default_factory=list)


@dataclass
class Played:
    """What a transcript went through, to see that all transcripts together cover the dialog."""

    text: str
    questions: set[str]
    options: set[str]
    messages: set[str]


def transcripts() -> list[Path]:
    return sorted(HERE.glob("*/*.txt"))


def read_steps(text: str) -> list[Step]:
    """The steps of reporter, desk and clock; answers of the line are left out."""
    steps: list[Step] = []
    comments: list[str] = []
    current: Step | None = None
    for row in text.splitlines():
        found = _SPEAKER.match(row)
        if row.startswith("#"):
            comments.append(row)
        elif found:
            who, how, said = found.group(1), found.group(2) or "", found.group(3) or ""
            current = (
                Step(who, how, said, comments) if who in ("reporter", "desk", "time") else None
            )
            if current is not None:
                comments = []
                steps.append(current)
        elif current is not None and row.startswith("  "):
            current.text += "\n" + row.strip()
    return steps


def more(path: Path) -> tuple[Language, ...]:
    """What is offered beside Dutch and English, by the folder of a transcript."""
    language = Language(path.parent.name)
    return () if language in BESIDE else (language,)


def play(text: str, *more: Language) -> Played:
    """Play all steps; the transcript comes back with what the line really answers."""
    player = _Player(more)
    blocks: list[str] = []
    for number, step in enumerate(read_steps(text), start=1):
        if step.comments:
            blocks.append("\n".join(step.comments))
        blocks.append(_written(step))
        blocks += player.take(step, number)
    return Played("\n\n".join(blocks) + "\n", player.questions, player.options, player.messages)


def _written(step: Step) -> str:
    who = step.who + (f" ({step.how})" if step.how else "")
    return f"{who}: {step.text}".replace("\n", "\n  ").rstrip()


class _Player:
    def __init__(self, more: tuple[Language, ...]) -> None:
        self._catalogue, self._lexicons = catalogue(*more), lexicons(*more)
        self._detector = detector(*more)
        self.now = STARTS
        self.progress = Progress()
        self.availability = Availability()
        self.questions: set[str] = set()
        self.options: set[str] = set()
        self.messages: set[str] = set()

    def take(self, step: Step, number: int) -> Iterator[str]:
        if step.who == "time":
            self.now += timedelta(minutes=int(step.text.split()[0]))
            return
        if step.text in _SERVED:
            self.availability = _SERVED[step.text]
            return
        if step.who == "desk":
            turn = self._desk(step)
        else:
            heard = _heard(step, number)
            self._notice(heard)
            moment = Moment(self.now, CHANCE, self.availability, self._guess(heard))
            turn = advance(dialog(), self._lexicons, self.progress, heard, moment)
        self.progress = turn.progress
        self.questions.add(str(turn.progress.at))
        yield from self._told(turn.actions)

    def _guess(self, heard: Heard) -> Language | None:
        if isinstance(heard, Said) and self.progress.language is None:
            return self._detector.guess(heard.text)
        return None

    def _desk(self, step: Step) -> Turn:
        may_write = step.how != "held back"
        if step.text.startswith("shows "):
            return show_card(dialog(), self.progress, step.text.removeprefix("shows "))
        if step.text.startswith("asks about passing on to "):
            return ask_permission(dialog(), self.progress, step.text.rpartition(" ")[2])
        moves = {"opens": went_live, "closes": was_closed, "hands back": back_to_waiting}
        return moves[step.text](dialog(), self.progress, may_write=may_write)

    def _notice(self, heard: Heard) -> None:
        scene = Scene(dialog(), self._lexicons, self.now)
        if not isinstance(heard, Said) or self.progress.at is None:
            return
        if command(heard.text, scene.words(self.progress)) is None:
            chosen = chosen_options(scene, self.progress, heard.text)
            self.options |= {f"{self.progress.at}.{option.id}" for option in chosen}

    def _told(self, actions: Iterable[Action]) -> Iterator[str]:
        for action in actions:
            if isinstance(action, Say | ShowCode):
                say = action.say if isinstance(action, ShowCode) else action
                self.messages |= {line.id for line in say.lines}
                text = self._catalogue.render(say).translate(_INVISIBLE)
                yield "line: " + re.sub(r"\n(?=.)", "\n  ", text)
            elif (name := _event(action)) is not None:
                yield f"event: {name}"


def _heard(step: Step, number: int) -> Heard:
    ref = TextRef(str(number))
    how, _, target = step.how.partition(" ")
    match how:
        case "file":
            return SentFile(ref)
        case "edits":
            return Corrected(TextRef(target), step.text)
        case "removes":
            return TookBack(TextRef(target))
        case _:
            return Said(ref, step.text)


_EVENTS: dict[type, str] = {
    PassOn: "passed on to the desk",
    Pause: "paused",
    Resume: "resumed",
    Erase: "everything erased",
    HideCode: "the message with the code is taken back",
    Leave: "the line leaves",
}


def _event(action: Action) -> str | None:
    match action:
        case Submit(fast):
            return "a case for the desk" + (", a person now" if fast else "")
        case GiveCode(_, word):
            return "the code is given" + (" with its word" if word else "")
        case TypedCode(_, word):
            return "the code is tried" + (" with its word" if word else "")
        case Permission(to, given):
            answer = {True: "yes", False: "no", None: "no answer"}[given]
            return f"passing on to {to}: {answer}"
        case _:
            return _EVENTS.get(type(action))
