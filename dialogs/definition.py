"""A dialog as data: what a definition file may say, read once and then frozen."""

import tomllib
from enum import Enum
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from dialogs.model import Flag, MessageId, OptionId, Phase, QuestionId
from dialogs.service import Service

CardId = Annotated[str, Field(pattern=r"^[a-z_]+$")]


def _one_of_its_own(value: str) -> str:
    if not all(part.replace("_", "").isalnum() for part in value.split(".")):
        raise ValueError("write it as question.option")
    return value


Choice = Annotated[str, AfterValidator(_one_of_its_own)]
"""An option of a question, written `question.option`."""


class DialogError(Exception):
    """A definition cannot be used; worded for the person who wrote it."""


class Kind(Enum):
    """How a question is answered."""

    LANGUAGE = "language"
    ONE = "one"
    SEVERAL = "several"
    STORY = "story"
    """Any number of messages, until a step word such as `done`."""
    REMARK = "remark"
    """One message in the reporter's own words, kept beside the question."""
    LISTEN = "listen"
    """A person reads along; nothing is asked."""
    CODE = "code"
    """The return code was shown; its first group is to be typed back."""
    WORD = "word"
    """One short message that becomes the code word."""


class Effect(Enum):
    """What choosing an option does besides going on."""

    SUBMIT = "submit"
    STOP = "stop"
    ERASE = "erase"
    DROP = "drop"
    """Forget everything written; only information is given from here."""
    HUMAN = "human"
    HIDE = "hide"
    RESUME = "resume"
    """Take up the question that was left for a side step."""
    MENU = "menu"
    END = "end"
    NO_CODE = "no_code"
    """The reporter wants no return code."""


class CardUse(Enum):
    """Who may bring up a card."""

    OFFER = "offer"
    DESK = "desk"
    LINE = "line"


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Card(Frozen):
    """A short text for a special situation; offered, never forced."""

    id: CardId
    lines: tuple[MessageId, ...] = Field(min_length=1)
    alone: tuple[MessageId, ...] = ()
    """Said too as long as nobody is talking with the reporter yet."""
    use: CardUse = CardUse.OFFER
    flags: frozenset[Flag] = frozenset()


class Option(Frozen):
    """One numbered choice, and where it leads."""

    id: OptionId
    label: MessageId
    go: QuestionId | None = None
    """None: to the question's own `then`."""
    says: tuple[MessageId, ...] = ()
    cards: tuple[CardId, ...] = ()
    related: tuple[CardId, ...] = ()
    """Cards that fit this answer, shown when they are asked for later."""
    shows: QuestionId | None = None
    """Show the related cards of that question's answer."""
    flags: frozenset[Flag] = frozenset()
    also: Choice | None = None
    """Counts as that answer too."""
    clears: tuple[QuestionId, ...] = ()
    """Earlier answers that no longer count."""
    come_back: QuestionId | None = None
    """Return there once the chosen block of questions is answered."""
    effect: Effect | None = None
    count: str | None = None
    permits: bool | None = None
    """Whether what the question names may be passed on; None is no answer to it."""
    hidden: bool = False
    """Never shown as a choice; only `skip` leads here."""


class Question(Frozen):
    """One thing asked, with every way out of it."""

    id: QuestionId
    kind: Kind = Kind.ONE
    phase: Phase | None = None
    """None: the phase stays as it is."""
    title: MessageId | None = None
    """A few words for the summary and for the desk."""
    before: tuple[MessageId, ...] = ()
    """Sent as a message of its own the first time, just before the question."""
    lines: tuple[MessageId, ...] = Field(min_length=1)
    again: tuple[MessageId, ...] = ()
    """Shorter, when the question is put a second time."""
    begun: tuple[MessageId, ...] = ()
    """Instead of `lines` when part of the story is already there."""
    translated: tuple[MessageId, ...] = ()
    """Instead of `lines` where a machine translates."""
    service: dict[Service, tuple[MessageId, ...]] = {}
    """Instead of `lines` where it is known how the desk can be reached now."""
    options: tuple[Option, ...] = Field(default=(), alias="option")
    then: QuestionId | None = None
    skip_to: QuestionId | None = None
    skip_as: OptionId | None = None
    """Skipping counts as this choice: always the one that keeps least."""
    skip_says: tuple[MessageId, ...] = ()
    """Skipping is answered with this and leads nowhere."""
    when: tuple[Choice, ...] = ()
    """Asked only after one of these answers."""
    unless: tuple[Choice, ...] = ()
    """Passed over after one of these answers."""
    block: str | None = None
    """Questions changed together when one is changed from the summary."""
    number: int | None = None
    of: int | None = None
    shows_summary: bool = False
    entry: bool = False
    """Reached from outside the flow: by a command, or by the desk."""
    pass_to: str | None = None
    """The desk asks whether something may be passed on, and to whom."""

    @cached_property
    def by_option(self) -> dict[OptionId, Option]:
        return {option.id: option for option in self.options}


class Places(Frozen):
    """The questions the engine must know by their role."""

    language: QuestionId
    story: QuestionId
    human: QuestionId
    erase_after: Choice
    """The answer that a request for a person means where nothing may be kept."""
    talk_now: Choice
    after_human: QuestionId
    """Where a request for a person leads where nothing may be kept."""
    information: QuestionId
    menu: QuestionId
    number: QuestionId
    waiting: QuestionId
    live: QuestionId
    closed: QuestionId
    again: QuestionId
    code: QuestionId
    code_word: QuestionId
    danger: CardId


class Reported(Frozen):
    """Which answers the desk's card is made of."""

    role: QuestionId
    wish: tuple[QuestionId, ...]
    consent: QuestionId
    answer: QuestionId
    listener: QuestionId
    """What the reporter wishes of the person who listens."""
    no_wish: Choice
    """That answer is no wish, and not worth a colleague's attention."""
    fast: tuple[Choice, ...]


class Fixed(Frozen):
    """Messages the engine says by itself, by their role."""

    guessed: tuple[MessageId, ...]

    added: MessageId
    thanks: MessageId
    reading_along: MessageId
    no_file: MessageId
    not_listed: MessageId
    choose_one: MessageId
    progress: MessageId
    ok: MessageId
    help: tuple[MessageId, ...]
    help_waiting: tuple[MessageId, ...]
    help_live: tuple[MessageId, ...]
    erase_ask: tuple[MessageId, ...]
    erased: tuple[MessageId, ...]
    not_kept: MessageId
    summary: MessageId
    summary_none: MessageId
    summary_item: MessageId
    summary_remark: MessageId
    summary_story: MessageId
    summary_hidden: MessageId
    summary_not_shown: MessageId
    ended: tuple[MessageId, ...]
    handed_on: MessageId


class Coding(Frozen):
    """What the engine says about return codes, by its role."""

    shown: MessageId
    """Holds the code itself."""
    about: tuple[MessageId, ...]
    live: MessageId
    """In a talk with a person: no question, only how to confirm."""
    declined: MessageId
    unchanged: MessageId
    other_group: MessageId
    confirmed: tuple[MessageId, ...]
    replaced: MessageId
    word_kept: tuple[MessageId, ...]
    type_it: MessageId
    mistyped: MessageId
    not_here: MessageId
    word_ask: MessageId
    not_found: tuple[MessageId, ...]
    wait: MessageId
    stopped: MessageId
    parting: tuple[MessageId, ...]
    kept: MessageId
    ended: tuple[MessageId, ...]
    received: MessageId
    read: MessageId
    answered: MessageId
    closed: MessageId
    unread: MessageId
    told: MessageId
    """A colleague is told that the reporter is back."""
    waits: MessageId


class Dialog(Frozen):
    """A whole conversation."""

    id: str
    version: int
    start: QuestionId
    places: Places
    reported: Reported
    fixed: Fixed
    code: Coding
    questions: tuple[Question, ...] = Field(alias="question")
    all_cards: tuple[Card, ...] = Field(alias="card")

    @cached_property
    def by_id(self) -> dict[QuestionId, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def passing(self) -> dict[str, QuestionId]:
        """The questions about passing on, by to whom."""
        return {one.pass_to: one.id for one in self.questions if one.pass_to is not None}

    @cached_property
    def cards(self) -> dict[str, Card]:
        return {card.id: card for card in self.all_cards}

    def at(self, question_id: QuestionId) -> Question:
        return self.by_id[question_id]


def read_dialog(text: str) -> Dialog:
    """Read a definition; the caller runs `dialogs.checks.problems` on what comes out."""
    try:
        return Dialog.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise DialogError(f"The dialog is no valid TOML: {error}") from None
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise DialogError(f"The dialog is wrong at {place}: {first['msg']}") from None


def split(choice: Choice) -> tuple[QuestionId, OptionId]:
    question, _, option = choice.partition(".")
    return QuestionId(question), OptionId(option)
