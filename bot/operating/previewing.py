"""`languages preview`: all texts for reporters beside those they were made of, to be read aloud."""

from collections.abc import Callable, Iterator

from fluent.syntax import FluentSerializer, ast

from bot.errors import ConfigurationError
from bot.locales import LOCALES, Source, message_ids, read_languages, read_source, reporter_part
from dialogs.model import Language, MessageId

Echo = Callable[[str], None]


def preview(language: str, beside: str, echo: Echo) -> None:
    """In the order of the conversation; a text that is missing is named as missing."""
    known = read_languages()
    for one in (language, beside):
        if one not in known:
            raise ConfigurationError(f"There is no language '{one}' in languages.toml.")
    whole = read_source(LOCALES, Language(language))
    source = reporter_part(whole)
    other = reporter_part(read_source(LOCALES, Language(beside)))
    entry, texts = known[Language(language)], _texts(source)
    echo(f"{entry.name} ({language}), {entry.review}; beside {beside}. Hash {whole.hash[:16]}…")
    for name in sorted(other.files):
        echo(f"\n## {name}")
        for one, text in _texts(Source(other.language, {name: other.files[name]})).items():
            echo(f"\n[{one}]\n{text}\n{texts.get(one, '(missing)')}")
    for one in message_ids(source):
        if one not in _texts(other):
            echo(f"\n[{one}] is in {language} only.")


def _texts(source: Source) -> dict[MessageId, str]:
    return {
        MessageId(one.id.name): "\n".join(_written(one))
        for one in source.entries()
        if isinstance(one, ast.Message)
    }


def _written(message: ast.Message) -> Iterator[str]:
    """The text, then the words that are accepted for it."""
    serializer = FluentSerializer()
    if message.value:
        yield (
            serializer.serialize_entry(ast.Message(ast.Identifier("x"), message.value))
            .removeprefix("x = ")
            .strip()
        )
    for one in message.attributes:
        written = serializer.serialize_entry(ast.Message(ast.Identifier("x"), one.value))
        yield f"  .{one.id.name}: {written.removeprefix('x = ').strip()}"
