"""What a dialog is made of: what was heard, where someone stands, and what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import NewType

from dialogs.hushed import Hushed
from dialogs.returncode import ReturnCode
from dialogs.service import UNKNOWN, Availability

Language = NewType("Language", str)
"""A key of `locales/languages.toml`, such as `nl`."""
MessageId = NewType("MessageId", str)
"""The id of a message in the catalogues; never the text itself."""
QuestionId = NewType("QuestionId", str)
OptionId = NewType("OptionId", str)
TextRef = NewType("TextRef", str)
"""Names one received message, so that an edit or a redaction can find it again."""


class Command(Enum):
    """The words that work anywhere, as a whole message."""

    HELP = "help"
    STOP = "stop"
    ERASE = "erase"
    BACK = "back"
    SKIP = "skip"
    LANGUAGE = "language"
    HUMAN = "human"
    SUMMARY = "summary"
    DANGER = "danger"
    INFO = "info"
    CODE = "code"
    ORIGINAL = "original"


class Flag(Enum):
    """What a reporter's own choices or words make visible on the desk's card."""

    DANGER = "danger"
    UNSURE = "unsure"
    DEVICE_DOUBT = "device_doubt"
    MINOR = "minor"
    SUICIDE = "suicide"
    HOME = "home"
    MARRIAGE = "marriage"
    RECRUITMENT = "recruitment"
    DURESS = "duress"


class Phase(Enum):
    """Who is listening: the dialog, the queue, or a person."""

    INTAKE = "intake"
    INFORMATION = "information"
    WAITING = "waiting"
    LIVE = "live"
    FEEDBACK = "feedback"


@dataclass(frozen=True, repr=False)
class Moment(Hushed):
    """Everything of the outside world that a decision may use: the time and fresh random values."""

    now: datetime
    random: bytes
    """64 fresh bytes: 32 for names and numbers, and from byte 32 on those of a return code."""
    availability: Availability = UNKNOWN
    """What can be told a reporter of how soon somebody comes."""
    guess: Language | None = None
    """In which language the reporter seems to write, where that is not known yet."""


# ---- what was heard ---------------------------------------------------------------------------


@dataclass(frozen=True, repr=False)
class Said(Hushed):
    """The reporter wrote a text."""

    ref: TextRef
    text: str


@dataclass(frozen=True, repr=False)
class Corrected(Hushed):
    """The reporter edited an earlier text; it is never read as a new answer."""

    ref: TextRef
    text: str


@dataclass(frozen=True, repr=False)
class TookBack(Hushed):
    """The reporter redacted an earlier text."""

    ref: TextRef


@dataclass(frozen=True, repr=False)
class SentFile(Hushed):
    """The reporter sent a picture, a voice note or another file; it was not fetched."""

    ref: TextRef


Heard = Said | Corrected | TookBack | SentFile


# ---- where someone stands ---------------------------------------------------------------------


@dataclass(frozen=True, repr=False)
class StoryPart(Hushed):
    """One message of the story, in the reporter's own words."""

    ref: TextRef
    text: str


@dataclass(frozen=True, repr=False)
class Progress(Hushed):
    """The stored place of one reporter in the dialog, with everything said so far."""

    phase: Phase = Phase.INTAKE
    at: QuestionId | None = None
    """The open question; None before the first message."""
    language: Language | None = None
    answers: Mapping[QuestionId, tuple[OptionId, ...]] = field(default_factory=dict)
    remarks: Mapping[QuestionId, StoryPart] = field(default_factory=dict)
    """Own words given as an answer, such as a country."""
    story: tuple[StoryPart, ...] = ()
    flags: frozenset[Flag] = frozenset()
    trail: tuple[QuestionId, ...] = ()
    """The questions answered on the way here, for `back`."""
    returning_to: QuestionId | None = None
    """Where to go after one answer was changed from the summary."""
    erase_asked: datetime | None = None
    """When `erase` was said the first time; the second counts for two minutes."""
    paused: bool = False
    """`stop` was said: nothing is sent until the reporter writes again."""
    aside: QuestionId | None = None
    """The question to take up again after a side step: the information menu, another language."""
    unheard: bool = False
    """The open question was reached while the reporter may not be written to; it is said when
    they write again."""
    code: ReturnCode | None = None
    """The return code that is shown now and not confirmed yet."""
    word_for: ReturnCode | None = None
    """The confirmed return code, while the question for a code word is open."""
    coded: bool = False
    """The reporter has a return code: they typed its first group back, or came with it."""
    locked: bool = False
    """Something lies under the return code that was not opened since: there can be no new one."""
    trying: ReturnCode | None = None
    """The code of someone who comes back, while its code word is asked."""
    guessed: bool = False
    """The language was recognised, not chosen; naming another one next changes it."""
    translated: bool = False
    """A machine translates between this reporter and the person who reads."""


# ---- what to do next --------------------------------------------------------------------------


@dataclass(frozen=True, repr=False)
class Line(Hushed):
    """One catalogue message with its variables; one paragraph of a chat message."""

    id: MessageId
    args: Mapping[str, str] = field(default_factory=dict)
    refs: Mapping[str, tuple[MessageId, ...]] = field(default_factory=dict)
    """Variables that are catalogue messages themselves; several are joined by commas."""


@dataclass(frozen=True, repr=False)
class Say(Hushed):
    """Send the reporter one chat message: paragraphs, then numbered choices."""

    lines: tuple[Line, ...]
    choices: tuple[MessageId, ...] = ()
    """Numbered from 1 in this order."""
    language: Language | None = None
    """None: the reporter's language is not known; the text is given in every offered language."""
    young: bool = False
    """Address someone under 18, where a language does so in another way."""


@dataclass(frozen=True)
class Submit:
    """The reporter chose to send: what is in `progress` becomes a case on the desk."""

    fast: bool = False
    """True when the reporter asked for a person now."""


@dataclass(frozen=True, repr=False)
class PassOn(Hushed):
    """Hand what was heard to the desk: the case waits or a person is listening."""

    heard: Heard


@dataclass(frozen=True)
class Pause:
    """`stop` while waiting or live: hold back what comes from the desk, and tell the desk."""


@dataclass(frozen=True)
class Resume:
    """The reporter writes again after a pause, or after choosing to be answered only then."""


@dataclass(frozen=True)
class Erase:
    """Delete everything of this reporter; what is to be said comes before it in the same turn."""

    chat: bool = False
    """Take back what stands in the chat too: asked for, never done unasked to an answer."""


@dataclass(frozen=True)
class Count:
    """Add one to an anonymous weekly counter; holds no person and no case."""

    counter: str


@dataclass(frozen=True, repr=False)
class ShowCode(Hushed):
    """Send the message that holds the return code; it is taken back once it served."""

    say: Say


@dataclass(frozen=True)
class HideCode:
    """Take back the messages that showed a return code."""


@dataclass(frozen=True, repr=False)
class GiveCode(Hushed):
    """The reporter has this code now: what they sent shall open with it."""

    code: ReturnCode
    word: str | None = None


@dataclass(frozen=True, repr=False)
class TypedCode(Hushed):
    """The reporter typed a return code: see what it opens."""

    code: ReturnCode
    word: str | None = None


@dataclass(frozen=True, repr=False)
class Permission(Hushed):
    """What the reporter said when asked whether something may be passed on."""

    to: str
    given: bool | None
    """None: no clear answer, which is no permission."""


@dataclass(frozen=True)
class ShowOriginal:
    """The reporter wants to see the professional's own words."""


@dataclass(frozen=True)
class Leave:
    """The reporter goes and comes back with the code: leave the chat, seal what there is."""


Action = (
    Say
    | Submit
    | PassOn
    | Pause
    | Resume
    | Erase
    | Count
    | ShowCode
    | HideCode
    | GiveCode
    | TypedCode
    | Permission
    | ShowOriginal
    | Leave
)


@dataclass(frozen=True, repr=False)
class Turn(Hushed):
    """The outcome of one decision: the new place, and what to do, in order."""

    progress: Progress
    actions: tuple[Action, ...]
