"""From message id and language to text: the catalogues, their accepted words, their settings."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle

from bot.errors import ConfigurationError, LineError
from bot.locales import (
    LEFT_TO_RIGHT,
    LOCALES,
    POP,
    LanguageEntry,
    Source,
    message_ids,
    parsed,
    read_languages,
    read_referrals,
    read_source,
    shared_variables,
    variables_by_id,
)
from bot.opening_hours import written
from dialogs.model import Command, Language, Line, MessageId, Say
from dialogs.saying import AUTONYM
from dialogs.words import Lexicon, Step, fold
from handoff.hours import Hours
from handoff.referrals import Referral

WORDS = "words"
YOUNG = "young"
"""The same text for someone under 18, where a language speaks to them in another way."""
_FIRST_STRONG = "\u2068"
_DOUBLY_ISOLATED = re.compile(
    f"{_FIRST_STRONG}({LEFT_TO_RIGHT}[^{LEFT_TO_RIGHT}-{POP}]*{POP}){POP}"
)

NUMBERS = frozenset(
    "draft_hours quiet_hours closed_days case_days number of low high time from to".split()  # noqa: SIM905
)
"""Variables that are written in the digits of the language; numbers to call never are."""
Text = Callable[..., str]
"""How a message is turned into text: for grown-ups, or for someone under 18."""


class CatalogueError(LineError):
    """A text could not be given; names the message and the language, never its variables."""


@dataclass(frozen=True)
class Settings:
    """The operator's facts that every text may use, so that text and system cannot differ."""

    line: str
    legal_limit: Mapping[Language, str]
    """Per language; a language without it cannot be offered."""
    staff_language: Language
    draft_hours: int = 24
    quiet_hours: int = 24
    closed_days: int = 13
    case_days: int = 90
    hours: Hours = field(default_factory=Hours)


@dataclass(frozen=True)
class Catalogue:
    """All texts of the offered languages."""

    settings: Settings
    languages: Mapping[Language, LanguageEntry]
    """The offered ones, in the order in which the reporter sees them."""
    sources: Mapping[Language, Source]
    shared: Mapping[str, str]
    """Variables that are the same in every language: the referral directory."""
    places: Mapping[str, Referral] = field(default_factory=dict)
    """The directory itself, as it comes with the program."""
    _bundles: dict[Language, FluentBundle] = field(default_factory=dict, repr=False)
    _known: dict[Language, Mapping[str, str]] = field(default_factory=dict, repr=False)

    def text(self, language: Language, message: MessageId, /, **args: str) -> str:
        """One message; anything missing is an error, for there is no second-best text."""
        return self._format(language, message, None, {**self._variables(language), **args})

    def young(self, language: Language, message: MessageId, /, **args: str) -> str:
        """The message as someone under 18 reads it."""
        if YOUNG not in self._attributes(language, message):
            return self.text(language, message, **args)
        return self._format(language, message, YOUNG, {**self._variables(language), **args})

    def has(self, language: Language, message: MessageId) -> bool:
        return language in self.sources and self._bundle(language).has_message(message)

    def lexicons(self) -> Mapping[Language, Lexicon]:
        """The accepted words of every offered language."""
        return {language: self._lexicon(language) for language in self.languages}

    def render(self, say: Say) -> str:
        """One chat message: paragraphs, then numbered choices."""
        text = self.young if say.young else self.text
        if say.language is None:
            return self._in_every_language(say, text)
        parts = [filled(text, say.language, line) for line in say.lines]
        digits = _digits(self.languages[say.language].digits)
        choices = [
            f"{str(place).translate(digits)}  {self._choice(text, (say.language,), choice)}"
            for place, choice in enumerate(say.choices, start=1)
        ]
        return "\n\n".join([*parts, *(["\n".join(choices)] if choices else [])])

    def _in_every_language(self, say: Say, text: Text) -> str:
        """A paragraph for each language; above a list of languages one for each script is enough.

        Who reads none of them still finds their own language in the list.
        """
        listed = any(choice.startswith(AUTONYM) for choice in say.choices)
        spoken = self._one_of_each_script() if listed else tuple(self.languages)
        parts = [" ".join(filled(text, one, line) for line in say.lines) for one in spoken]
        choices = [
            f"{place}  {self._choice(text, tuple(self.languages), choice)}"
            for place, choice in enumerate(say.choices, start=1)
        ]
        return "\n\n".join([*parts, *(["\n".join(choices)] if choices else [])])

    def _one_of_each_script(self) -> tuple[Language, ...]:
        """The first, and those whose words count everywhere."""
        first: dict[str, Language] = {}
        for language, entry in self.languages.items():
            first.setdefault(entry.script, language)
        return tuple(
            language
            for language, entry in self.languages.items()
            if entry.everywhere or first[entry.script] == language
        )

    def _choice(self, text: Text, chosen: tuple[Language, ...], choice: MessageId) -> str:
        if choice.startswith(AUTONYM):
            return self.languages[Language(choice.removeprefix(AUTONYM))].name
        return " / ".join(dict.fromkeys(text(language, choice) for language in chosen))

    def _variables(self, language: Language) -> Mapping[str, str]:
        if language not in self._known:
            self._known[language] = self._gather(language)
        return self._known[language]

    def _gather(self, language: Language) -> Mapping[str, str]:
        settings = self.settings
        limit = settings.legal_limit.get(language)
        if limit is None:
            raise CatalogueError(f"There is no text on legal limits for language {language}.")
        spoken = MessageId(f"tongue-{settings.staff_language}")

        def text(message: MessageId, **args: str) -> str:
            return self._format(language, message, None, args)

        return {
            **self.shared,
            "line": settings.line,
            "legal_limit": limit,
            "draft_hours": str(settings.draft_hours),
            "quiet_hours": str(settings.quiet_hours),
            "closed_days": str(settings.closed_days),
            "case_days": str(settings.case_days),
            "staff_language": text(spoken),
            "opening": written(settings.hours, text),
        }

    def _format(
        self, language: Language, message: MessageId, attribute: str | None, args: Mapping[str, str]
    ) -> str:
        bundle = self._bundle(language)
        if not bundle.has_message(message):
            raise CatalogueError(f"Message {message} is missing in language {language}.")
        found = bundle.get_message(message)
        pattern = found.attributes.get(attribute) if attribute is not None else found.value
        if pattern is None:
            raise CatalogueError(f"Message {message} has no text in language {language}.")
        digits = _digits(self.languages[language].digits) if language in self.languages else {}
        own = {
            name: value.translate(digits) if name in NUMBERS else value
            for name, value in args.items()
        }
        text, errors = bundle.format_pattern(pattern, own)
        if errors:
            raise CatalogueError(f"Message {message} cannot be formatted in language {language}.")
        return _DOUBLY_ISOLATED.sub(r"\1", str(text))

    def _bundle(self, language: Language) -> FluentBundle:
        if language not in self._bundles:
            if language not in self.sources:
                raise CatalogueError("A language without a catalogue was asked for.")
            self._bundles[language] = bundle_of(self.sources[language])
        return self._bundles[language]

    def _lexicon(self, language: Language) -> Lexicon:
        entry = self.languages[language]

        def folded(words: Iterable[str]) -> frozenset[str]:
            return frozenset(fold(word, entry.letters) for word in words if word.strip())

        def of(message: MessageId) -> frozenset[str]:
            return folded(self.words(language, message))

        distress = "distress-"
        return Lexicon(
            language=language,
            everywhere=entry.everywhere,
            letters=entry.letters,
            names=folded((entry.name, *entry.names)),
            commands={one: of(MessageId(f"word-{one.value}")) for one in Command},
            steps={one: of(MessageId(f"step-{one.value}")) for one in Step},
            options={
                one: folded((*self._labels(language, one), *self.words(language, one)))
                for one in self._plain_messages(language)
            },
            distress={
                one.removeprefix(distress): of(one)
                for one in message_ids(self.sources[language])
                if one.startswith(distress)
            },
        )

    def _plain_messages(self, language: Language) -> tuple[MessageId, ...]:
        """The messages without variables: only these can be labels of options."""
        named = variables_by_id(self.sources[language])
        return tuple(one for one in message_ids(self.sources[language]) if not named[one])

    def _labels(self, language: Language, message: MessageId) -> tuple[str, ...]:
        label = self._format(language, message, None, {})
        if YOUNG not in self._attributes(language, message):
            return (label,)
        return (label, self._format(language, message, YOUNG, {}))

    def _attributes(self, language: Language, message: MessageId) -> Iterable[str]:
        bundle = self._bundle(language)
        return tuple(bundle.get_message(message).attributes) if bundle.has_message(message) else ()

    def words(self, language: Language, message: MessageId) -> tuple[str, ...]:
        """What people may type that means the same."""
        if WORDS not in self._attributes(language, message):
            return ()
        return tuple(self._format(language, message, WORDS, {}).split(","))


@cache
def _digits(own: str) -> Mapping[int, str]:
    """From the common digits to those of a language."""
    return {ord(common): sign for common, sign in zip("0123456789", own, strict=True)}


def filled(text: Text, language: Language, line: Line) -> str:
    """A message with its variables, some of which are messages themselves."""
    named = {name: ", ".join(text(language, one) for one in ids) for name, ids in line.refs.items()}
    return text(language, line.id, **{**line.args, **named})


def load_catalogue(
    settings: Settings, folder: Path = LOCALES, only: Iterable[Language] | None = None
) -> Catalogue:
    """Read the catalogues of the offered languages; `only` keeps the approved ones."""
    entries = read_languages(folder)
    wanted = set(entries if only is None else only)
    unknown = wanted - set(entries)
    if unknown:
        raise ConfigurationError(f"Unknown languages: {', '.join(sorted(unknown))}.")
    offered = {language: entry for language, entry in entries.items() if language in wanted}
    sources = {language: read_source(folder, language) for language in offered}
    places = read_referrals(folder)
    return Catalogue(settings, offered, sources, shared_variables(places), places)


def bundle_of(source: Source) -> FluentBundle:
    """Isolation on, so that a foreign name cannot turn the order of a sentence."""
    bundle = FluentBundle([source.language], use_isolating=True)
    for _, text in sorted(source.files.items()):
        bundle.add_resource(parsed(text))
    return bundle
