"""Every conversation with the desk, played through the real line, word for word."""

import re
from pathlib import Path

import pytest

from handoff.commands import TABLE, Misread
from tests.conversations.desk.play import HERE, play, transcripts
from tests.conversations.play import ROOT, catalogue

STAFF_FILES = ("staff/desk.ftl", "staff/life.ftl", "staff/codebook.ftl")
# Of a list of reasons or flags one is enough; codes have a test of their own.
_MESSAGE = re.compile(
    r"^((?!flag-|transfer-|doubt-)(?:desk|case|life|coding|command)-[a-z-]+) =", re.MULTILINE
)


@pytest.mark.parametrize("path", transcripts(), ids=lambda path: f"{path.parent.name}-{path.stem}")
async def test_the_line_shows_what_is_written_down(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert await play(written, path.parent.name) == written


TESTED_APART = {
    "desk-queue-more",
    "desk-more-wait",
    "case-close-moment",
    "case-slowed",
    "case-missed",
    "command-not-your-role",
    "life-note-long",
    "coding-agree-again",
    "coding-follows",
    "coding-held",
    "coding-set-aside",
}
"""Conversations of forty-one cases, of two things within one second, or with a long note are not to
be read; and in these everybody has every role."""


def test_every_language_has_every_conversation() -> None:
    found = {
        language: {path.name for path in (HERE / language).glob("*.txt")}
        for language in catalogue().languages
    }
    assert len({frozenset(one) for one in found.values()}) == 1
    assert all(found.values())


def test_the_conversations_use_every_command_and_every_misreading() -> None:
    for language in catalogue().languages:
        written = "\n".join(p.read_text(encoding="utf-8") for p in (HERE / language).glob("*.txt"))
        words = {one.word for one in TABLE}
        assert words - set(re.findall(r"^\w+(?: \(\w+\))?> !(\S+)", written, re.MULTILINE)) == set()
        for misread in Misread:
            assert catalogue().text(language, misread.value) in written  # type: ignore[arg-type]


@pytest.mark.parametrize("language", sorted(catalogue().languages))
def test_the_conversations_show_every_text_of_the_desk(language: str) -> None:
    written = "\n".join(p.read_text(encoding="utf-8") for p in (HERE / language).glob("*.txt"))
    files = (ROOT / "locales" / language / name for name in STAFF_FILES)
    texts = "\n".join(file.read_text(encoding="utf-8") for file in files)
    rows = {
        found.group(1): texts[found.end() :].split("\n")[0] for found in _MESSAGE.finditer(texts)
    }
    unseen = {name for name, text in rows.items() if not _pattern(text).search(written)}
    assert unseen == TESTED_APART


@pytest.mark.parametrize("language", sorted(catalogue().languages))
def test_the_conversations_show_every_text_about_helping(language: str) -> None:
    """But for the one that says how long is too long."""
    written = "\n".join(p.read_text(encoding="utf-8") for p in (HERE / language).glob("*.txt"))
    texts = (ROOT / "locales" / language / "staff" / "helping.ftl").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^([a-z-]+) = (.*)$", texts, re.MULTILINE))
    unseen = {name for name, text in rows.items() if not _pattern(text).search(written)}
    assert unseen == {"macro-too-long"}


def _pattern(text: str) -> re.Pattern[str]:
    pieces = re.split(r"\{[^}]*\}", text.strip())
    return re.compile(".*".join(re.escape(piece.strip()) for piece in pieces))


async def test_a_changed_text_is_noticed() -> None:
    """The comparison can fail: one changed word does not play as written."""
    path = transcripts()[0]
    written = path.read_text(encoding="utf-8").replace("desk< ", "desk< Oh, ", 1)
    assert await play(written, path.parent.name) != written
