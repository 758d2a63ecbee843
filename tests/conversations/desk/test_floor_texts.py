"""Every text of the queue and the floor stands in a conversation."""

import re

import pytest

from tests.conversations.desk.play import HERE
from tests.conversations.desk.test_desk_transcripts import _pattern
from tests.conversations.play import ROOT, catalogue

_MESSAGE = re.compile(r"^((?:floor|age|band|queue)-[a-z-]+) = (.*)$", re.MULTILINE)


@pytest.mark.parametrize("language", sorted(catalogue().languages))
def test_the_conversations_show_every_text_of_the_floor(language: str) -> None:
    written = "\n".join(p.read_text(encoding="utf-8") for p in (HERE / language).glob("*.txt"))
    texts = (ROOT / "locales" / language / "staff" / "floor.ftl").read_text(encoding="utf-8")
    found = dict(_MESSAGE.findall(texts))
    assert [name for name, text in found.items() if not _pattern(text).search(written)] == []
