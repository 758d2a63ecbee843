"""What every translator does, the real one and the one of the conversations."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.demo.models import PACKAGES
from bot.translation.base import Direction, Model, NoTranslator, NotTranslated, Translator, Why
from bot.translation.models import read_lock
from bot.translation.packages import SUFFIX, put_in_place
from bot.translation.process import WorkerTranslator
from tests.translation.phrases import PhraseTranslator

NL_EN = Direction(Model("nl"), Model("en"))
GOLDEN = json.loads(
    (Path(__file__).parents[1] / "translation" / "golden.json").read_text(encoding="utf-8")
)["nl_en"]
SOME = [pair for pair in GOLDEN if len(pair[0].split()) > 2][:10]


@pytest_asyncio.fixture(params=["worker", "phrases"])
async def translator(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Translator]:
    made: Translator = PhraseTranslator(*(NL_EN.source, NL_EN.target), dict(SOME))
    if request.param == "worker":
        for package in PACKAGES.glob(f"*{SUFFIX}"):
            put_in_place(tmp_path, package, {})
        made = WorkerTranslator(tmp_path, read_lock(tmp_path))
    yield made
    await made.close()


async def test_it_translates(translator: Translator) -> None:
    assert translator.knows(NL_EN)
    for asked, expected in SOME:
        assert (await translator.translate(asked, NL_EN)).text == expected


async def test_it_goes_both_ways(translator: Translator) -> None:
    assert translator.knows(NL_EN.back)


@pytest.mark.parametrize("text", ["Ja", "", " ", "🙂"])
async def test_too_little_is_not_translated(translator: Translator, text: str) -> None:
    with pytest.raises(NotTranslated) as none:
        await translator.translate(text, NL_EN)
    assert none.value.why is Why.TOO_SHORT


async def test_without_a_model_that_is_said(translator: Translator) -> None:
    unknown = Direction(Model("ti"), Model("nl"))
    assert not translator.knows(unknown)
    with pytest.raises(NotTranslated) as none:
        await translator.translate("Ik heb hulp nodig.", unknown)
    assert none.value.why is Why.NO_MODEL


async def test_no_failure_says_what_was_asked(translator: Translator) -> None:
    with pytest.raises(NotTranslated) as none:
        await translator.translate("Ik heb hulp nodig.", Direction(Model("ti"), Model("nl")))
    assert "hulp" not in f"{none.value} {none.value!r}"


async def test_a_line_without_models_translates_nothing() -> None:
    none = NoTranslator()
    assert not none.knows(NL_EN)
    with pytest.raises(NotTranslated):
        await none.translate("Ik heb hulp nodig.", NL_EN)
    await none.close()
