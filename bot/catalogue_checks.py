"""What must hold before a language is offered; every problem in one sentence for the operator."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from fluent.syntax import ast

from bot.catalogue import WORDS, Catalogue, CatalogueError
from bot.locales import Source, message_ids, parsed, reporter_part, variables_by_id
from dialogs.checks import message_ids as needed_ids
from dialogs.definition import Dialog
from dialogs.model import Command, Language, MessageId
from dialogs.words import Lexicon, Step, listening
from handoff import macros, seeking
from handoff.casefile import named
from handoff.passing import recipient
from handoff.referrals import COMMON

SAFETY = "safety.ftl"
FOR_REPORTERS = (SAFETY, "macros.ftl", "places.ftl")
"""What a reporter in need reads: none of it may be left in another language."""
OWN_VARIABLES = frozenset(
    {
        "line",
        "legal_limit",
        "draft_hours",
        "quiet_hours",
        "closed_days",
        "case_days",
        "staff_language",
        "opening",
        "number",
        "of",
    }
)
_LONG_NUMBER = re.compile(r"\d[\d -]*\d\d")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(r"\w\.(?:nl|org|com|eu)\b|@|https?:")


def check_catalogues(catalogue: Catalogue, dialog: Dialog) -> list[str]:
    """Everything wrong with the offered languages: an empty list is the only good answer."""
    found: list[str] = []
    for language, source in catalogue.sources.items():
        found += _junk(source)
        found += _doubled(source)
        found += _missing(catalogue, dialog, language)
        found += _numbers(source)
        found += _unknown_variables(catalogue, dialog, language)
        found += _no_limit(catalogue, language)
        if not found:
            found += _unisolated(catalogue, dialog, language)
    found += _differing(catalogue)
    found += _same_safety(catalogue)
    if not found:
        found += _unnamed_words(catalogue)
        found += _colliding(catalogue, dialog)
    return found


def _junk(source: Source) -> Iterator[str]:
    for name, text in source.files.items():
        for entry in parsed(text).body:
            if isinstance(entry, ast.Junk):
                yield f"{source.language}/{name}: an entry cannot be read and would be left out."


def _doubled(source: Source) -> Iterator[str]:
    for one, times in Counter(message_ids(source)).items():
        if times > 1:
            yield f"{source.language}: the message {one} stands there {times} times."


def _missing(catalogue: Catalogue, dialog: Dialog, language: Language) -> Iterator[str]:
    spoken = MessageId(f"tongue-{catalogue.settings.staff_language}")
    staff = staff_ids(dialog, catalogue) if catalogue.sources[language].for_staff else ()
    for one in (*needed_ids(dialog), *helping_ids(catalogue), spoken, *staff):
        if not catalogue.has(language, one):
            yield f"{language}: the message {one} is missing."


def helping_ids(catalogue: Catalogue) -> tuple[MessageId, ...]:
    """What professionals send to a reporter: it is named by tables, not by the dialog."""
    places = catalogue.places.values()
    return (
        *macros.message_ids(),
        *COMMON,
        *(text for place in places for text in (place.text, place.limit)),
    )


def staff_ids(dialog: Dialog, catalogue: Catalogue) -> tuple[MessageId, ...]:
    """What professionals read and choose from, named by tables as well."""
    spoken = map(named, (None, *catalogue.languages))
    return (*map(seeking.need, seeking.WORDS), *map(recipient, dialog.passing), *spoken)


def _numbers(source: Source) -> Iterator[str]:
    """Numbers and addresses come from the referral directory, so that one edit mends all."""
    for entry in source.entries():
        if not isinstance(entry, ast.Message):
            continue
        spoken = [one.value for one in entry.attributes if one.id.name != WORDS]
        text = " ".join("".join(_plain(one)) for one in (entry.value, *spoken))
        if _LONG_NUMBER.search(text) or _ADDRESS.search(text):
            yield f"{source.language}: the message {entry.id.name} holds a number or an address."


def _plain(node: object) -> Iterator[str]:
    if isinstance(node, ast.TextElement):
        yield node.value
    elif isinstance(node, ast.Placeable):
        yield "x"
        if not isinstance(node.expression, ast.VariableReference):
            yield from _plain(node.expression)
    elif isinstance(node, ast.BaseNode):
        for child in vars(node).values():
            yield from _plain(child)
    elif isinstance(node, list):
        for child in node:
            yield from _plain(child)


def _unknown_variables(catalogue: Catalogue, dialog: Dialog, language: Language) -> Iterator[str]:
    """Texts for reporters use only what every rendering gives them."""
    fixed = dialog.fixed
    given: dict[MessageId, Collection[str]] = {
        **macros.filled(),
        fixed.summary_item: {"title", "answers"},
        fixed.summary_remark: {"title", "remark"},
        fixed.summary_story: {"story"},
        dialog.code.shown: {"code"},
    }
    told = {"low", "high", "day", "time"}
    given |= {
        one: told
        for question in dialog.questions
        for lines in question.service.values()
        for one in lines
    }
    used = variables_by_id(catalogue.sources[language])
    for one in (*needed_ids(dialog), *helping_ids(catalogue)):
        allowed = OWN_VARIABLES | set(catalogue.shared) | set(given.get(one, ()))
        for name in sorted(used.get(one, frozenset()) - allowed):
            yield f"{language}: the message {one} uses ${name}, which nothing gives it."


def _unisolated(catalogue: Catalogue, dialog: Dialog, language: Language) -> Iterator[str]:
    """A reporter's words keep their own direction, and no text turns direction by itself."""
    shown = dialog.fixed.summary_story
    if catalogue.has(language, shown) and "\u2068x\u2069" not in catalogue.text(
        language, shown, story="x"
    ):
        yield f"{language}: variables are not isolated."
    for name, text in catalogue.sources[language].files.items():
        if _DIRECTION.search(text):
            yield f"{language}/{name}: a hidden direction mark stands in the text."


def _no_limit(catalogue: Catalogue, language: Language) -> Iterator[str]:
    if not catalogue.settings.legal_limit.get(language, "").strip():
        yield f"{language}: the operator's text on legal limits is missing."


def _differing(catalogue: Catalogue) -> Iterator[str]:
    """The first language is the measure: same messages, same variables in all others."""
    yield from _unlike([reporter_part(one) for one in catalogue.sources.values()])
    yield from _unlike([one for one in catalogue.sources.values() if one.for_staff])


def _unlike(sources: Sequence[Source]) -> Iterator[str]:
    if not sources:
        return
    first, *others = sources
    measure = variables_by_id(first)
    for source in others:
        own = variables_by_id(source)
        for one in sorted(measure.keys() ^ own.keys()):
            lacking = source.language if one in measure else first.language
            yield f"{lacking}: the message {one} is missing."
        for one in sorted(measure.keys() & own.keys()):
            if measure[one] != own[one]:
                yield f"{source.language}: the message {one} uses other variables."


def _same_safety(catalogue: Catalogue) -> Iterator[str]:
    """A safety text left in another language is worse than none."""
    seen: dict[tuple[str, str], Language] = {}
    for language, source in catalogue.sources.items():
        if SAFETY not in source.files:
            yield f"{language}: there are no safety texts."
            continue
        for entry in _for_reporters(source):
            text = "".join(_plain(entry.value))
            if not re.search(r"\w{2}", text):
                continue
            other = seen.setdefault((entry.id.name, text), language)
            if other != language:
                yield f"{language}: the safety text {entry.id.name} is the same as in {other}."


def _for_reporters(source: Source) -> Iterator[ast.Message]:
    for name in FOR_REPORTERS:
        for entry in parsed(source.files.get(name, "")).body:
            if isinstance(entry, ast.Message):
                yield entry


def _unnamed_words(catalogue: Catalogue) -> Iterator[str]:
    """Where the first language tells which word to type, each language tells its own."""
    first, *others = map(reporter_part, catalogue.sources.values())
    measure, words = _texts(first), _words_to_type(first)
    for source in others:
        texts, own = _texts(source), _words_to_type(source)
        for one, text in measure.items():
            for word in sorted(words.keys() & own.keys()):
                told = re.search(rf"\b{re.escape(words[word])}\b", text)
                if told and own[word] not in texts[one]:
                    yield f"{source.language}: the message {one} does not name its {word}."


def _texts(source: Source) -> dict[str, str]:
    return {
        one.id.name: "".join(_plain(one.value))
        for one in source.entries()
        if isinstance(one, ast.Message)
    }


def _words_to_type(source: Source) -> dict[str, str]:
    """What stands in the texts as the word to type, such as STOP."""
    shown = _texts(source)
    ids = (*(f"word-{one.value}" for one in Command), f"step-{Step.DONE.value}")
    return {one: shown[one].strip() for one in ids if one in shown}


def _colliding(catalogue: Catalogue, dialog: Dialog) -> Iterator[str]:
    """One word, one meaning: among commands, and between an option and a command that leaves."""
    try:
        lexicons = catalogue.lexicons()
    except CatalogueError as error:
        yield str(error)
        return
    # Whoever has not chosen a language yet is heard in all of them.
    yield from _two_commands("in different languages", lexicons.values())
    for language in catalogue.languages:
        heard = listening(lexicons, language)
        yield from _two_commands(language, heard)
        yield from _two_options(language, heard[0], dialog)
        yield from _hidden_options(language, heard, dialog)


def _two_commands(where: str, heard: Iterable[Lexicon]) -> Iterator[str]:
    meanings: dict[str, set[str]] = {}
    for lexicon in heard:
        for command, words in lexicon.commands.items():
            for word in words:
                meanings.setdefault(word, set()).add(command.value)
    for word, both in sorted(meanings.items()):
        if len(both) > 1:
            yield f"{where}: the word “{word}” means {' and '.join(sorted(both))}."


def _two_options(language: Language, lexicon: Lexicon, dialog: Dialog) -> Iterator[str]:
    for question in dialog.questions:
        words = Counter(
            word
            for option in question.options
            if not option.hidden
            for word in lexicon.options.get(option.label, ())
        )
        for word in sorted(word for word, times in words.items() if times > 1):
            yield f"{language}: the word “{word}” names two answers of {question.id}."


def _hidden_options(language: Language, heard: Sequence[Lexicon], dialog: Dialog) -> Iterator[str]:
    """A command is heard first, so an answer that is also a command could never be given."""
    commands = {word for one in heard for words in one.commands.values() for word in words}
    own = heard[0]
    for question in dialog.questions:
        for option in question.options:
            for word in sorted(own.options.get(option.label, frozenset()) & commands):
                if not option.hidden:
                    yield f"{language}: “{word}” at {question.id} is also a command."
