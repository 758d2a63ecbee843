"""A reporter's matter and everything the desk knows of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import NewType

from dialogs.hushed import Hushed
from dialogs.model import Language, Line, MessageId, Progress, Say, StoryPart, TextRef

CaseId = NewType("CaseId", str)
"""Random; means nothing outside the database."""
StaffId = NewType("StaffId", str)
"""A professional's Matrix id, as on the roster."""
CodeId = NewType("CodeId", str)
"""A code of the codebook, such as `mo_threat`."""
RoomRef = NewType("RoomRef", str)
"""A desk room, as the channel names it."""


class Stage(Enum):
    """Where a case is in its life; the table of moves is in `stages.py`."""

    DRAFT = "draft"
    WAITING = "waiting"
    CLAIMED = "claimed"
    LIVE = "live"
    RESTING = "resting"
    """Read at the desk, the reporter away with their code: what was said is sealed."""
    CLOSED = "closed"


OPEN = (Stage.WAITING, Stage.CLAIMED, Stage.LIVE)
"""Sent and not over: what was said can be read here, or at the desk."""


class AnswerWhen(Enum):
    """When the line may write to the reporter."""

    ANY_TIME = "any_time"
    ON_RETURN = "on_return"


class Judgement(Enum):
    """What a professional thinks of a case; nothing is refused without one."""

    ACCEPTED = "accepted"
    HELD = "held"
    SET_ASIDE = "set_aside"


class Offer(Enum):
    """What came of naming another place of help."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WILL_CALL = "will_call"


@dataclass(frozen=True, repr=False)
class Transfer(Hushed):
    """Why a case is handed on, and to whom if to somebody."""

    reason: MessageId
    to: "StaffId | None" = None


LONGEST = timedelta(days=90)
"""No case lasts longer than this from the hour it was sent, whatever happens to it."""
KEPT_CLOSED = timedelta(days=14)
"""How long a return code still opens a case that is over."""
NO_CARD = -1
"""The age of a card that was never shown, because too many came in at once."""
PRESENCE = timedelta(minutes=15)
"""How long after a reporter's message an answer still finds them in the chat."""


@dataclass(frozen=True, repr=False)
class Answer(Hushed):
    """A professional's words on their way to the reporter."""

    ref: TextRef
    text: str | tuple[Line, ...]
    """Their own, or a standing text that is said in the reporter's language when it goes out."""
    corrects: bool = False
    """The reporter has an earlier form of it, which these words replace."""
    made: str | None = None
    """What a machine made of their own words for the reporter."""
    answers: TextRef | None = None
    """A message of the reporter above which clients show it, where that is known already."""
    foreign: bool = False
    """Own words that the reporter may not understand: a machine was to translate them."""


@dataclass(frozen=True, repr=False)
class Speaking(Hushed):
    """Something of the claimant's that goes to the reporter as soon as nothing holds it back."""

    answer: Answer
    ready: bool = False
    """It waits only for what was said before it."""


@dataclass(frozen=True, repr=False)
class Case(Hushed):
    """One reporter's matter, from the first message until nothing is left.

    The way back to the reporter (room, devices) is kept apart, as a route of the storage.
    """

    id: CaseId
    stage: Stage
    progress: Progress
    number: int | None = None
    """The number in the alias, unique among open cases; set when the reporter sends."""
    alias: str = ""
    claimant: StaffId | None = None
    case_room: RoomRef | None = None
    answer_when: AnswerWhen = AnswerWhen.ANY_TIME
    added: tuple[StoryPart, ...] = ()
    """What the reporter wrote after sending; a next professional gets it with the story."""
    held: tuple[Answer, ...] = ()
    """What the reporter gets at their next message."""
    last_heard: datetime | None = None
    """To the minute; only for `PRESENCE`."""
    sent: datetime | None = None
    """To the quarter of an hour; shown on the card as waiting since."""
    notices: frozenset[MessageId] = frozenset()
    """The warnings about unread messages since the last readable one: each is told once."""
    speaking: tuple[Speaking, ...] = ()
    """What is being translated, or shown to the claimant before it goes; in order."""
    untranslated: bool = False
    """The claimant wants no machine translation here."""
    last_words: str = ""
    """The claimant's own words behind the last translation the reporter got."""
    taken_back: bool = False
    """Something was redacted after sending: no server shall shorten a story unseen."""
    reachable: bool = True
    """False once the reporter's chat is gone or no longer private."""
    coded: bool = False
    """There is a return code: what is sealed opens with it, and with nothing else."""
    codes_due: int = 0
    """Codes that are being made; until they are there nothing may be sealed."""
    leaving: bool = False
    """The reporter goes as soon as the code that is being made is there."""
    away: bool = False
    """There is no way back to the reporter; they return with the code."""
    last_contact: datetime | None = None
    """To the hour: when the reporter wrote, or was answered, or the desk last had news."""
    answered: bool = False
    """The desk spoke last."""
    keeps_nothing: bool = False
    """The reporter wants everything erased when the talk is over."""
    ended: datetime | None = None
    """To the hour: from when the time of a closed case counts."""
    opened: bool = False
    """Closed, and readable again while its reporter is back with the code."""
    sign: datetime | None = None
    """To the minute: since when a sign of the claimant is waited for; None while nobody waits."""
    reminded: bool = False
    """The claimant was asked for a sign, and gave none since."""
    barred: frozenset[StaffId] = frozenset()
    """Who said that they may know the reporter, and gets the case no more."""
    readers: frozenset[StaffId] = frozenset()
    """Second readers who are in the case room, or invited there."""
    needs_second: bool = False
    """What was sealed asks for a second reader, which nobody can see from outside."""
    agreed: StaffId | None = None
    """The second reader who agreed to how the case is judged and coded."""
    judgement: Judgement | None = None
    reason: MessageId | None = None
    """Why it was held or set aside, of a list."""
    note: str = ""
    """What one professional leaves to the next; it dies with the case."""
    transfer: Transfer | None = None
    """How it came back to the queue; gone with the next claim."""
    countable: bool = False
    """The reporter agreed that it is counted, without a name."""
    codes: frozenset[CodeId] = frozenset()
    """How it is coded so far."""
    narrow: bool = False
    """It could point to one person: counted coarsely, or not at all."""
    state: str = ""
    """The state held responsible: an ISO code, `unknown` or `multiple`; empty when not coded."""
    referrals: Mapping[str, Offer] = field(default_factory=dict)
    """Which other places were named to the reporter, and what they said to it."""
    passing: Mapping[str, bool] = field(default_factory=dict)
    """What the reporter said when asked whether something may be passed on, by to whom."""
    card_age: int = 0
    """Which of its ages the card in the queue shows, or `NO_CARD`."""

    @property
    def in_room(self) -> frozenset[StaffId]:
        """Who may read in the case room."""
        return self.readers | ({self.claimant} if self.claimant else set())

    def with_progress(self, progress: Progress) -> "Case":
        return replace(self, progress=progress)

    @property
    def sealable(self) -> bool:
        """Whether what was said may be put under the return code now."""
        return self.coded and not self.codes_due

    def closing(self, now: datetime) -> datetime:
        """From when its time as a closed case counts: earlier where it would last too long."""
        return min(now, self.sent + LONGEST - KEPT_CLOSED) if self.sent else now

    @property
    def quiet_since(self) -> datetime | None:
        """Since when the reporter is silent, where silence leads to something."""
        if self.away or not self.reachable:
            live = self.stage is Stage.LIVE and self.sealable
            return self.last_contact if live else None
        if self.stage is Stage.CLOSED or (self.stage in OPEN and self.sealable):
            return self.last_contact
        unanswered = not (self.stage is Stage.LIVE and self.answered)
        return None if unanswered or self.codes_due else self.last_contact

    def deliverable(self, now: datetime) -> bool:
        """Whether something may be sent to the reporter at this moment."""
        if self.progress.paused or not self.reachable or self.away:
            return False
        if self.answer_when is AnswerWhen.ANY_TIME:
            return True
        return self.last_heard is not None and now - self.last_heard <= PRESENCE


@dataclass(frozen=True, repr=False)
class Quote(Hushed):
    """The reporter's own words in a message to staff; made inert before it is sent."""

    text: str
    language: Language | None = None
    """Set where a machine can translate it: staff then see a reading aid below."""


@dataclass(frozen=True, repr=False)
class Pair(Hushed):
    """A label with what was chosen under it, and the reporter's own words where there are any."""

    label: MessageId
    values: tuple[MessageId, ...] = ()
    remark: str | None = None
    language: Language | None = None
    """Of the remark, as in a quote."""


@dataclass(frozen=True, repr=False)
class Spoken(Hushed):
    """What the line says to a reporter, as staff see it: in both languages where they differ."""

    say: Say


@dataclass(frozen=True, repr=False)
class Made(Hushed):
    """What a machine made of somebody's words, as staff see it."""

    made: str


@dataclass(frozen=True, repr=False)
class Glimpse(Hushed):
    """What is to be typed, and how the text begins that it stands for."""

    typed: str
    text: Line
    note: MessageId | None = None


@dataclass(frozen=True, repr=False)
class Row(Hushed):
    """Several of the line's own pieces side by side."""

    parts: tuple[Line | Pair, ...]


Block = Line | Quote | Pair | Row | Spoken | Made | Glimpse
