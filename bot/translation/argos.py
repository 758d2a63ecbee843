"""argostranslate's packages and CTranslate2, without the rest of that chain.

What else it would load fetches sentence models from the network and reports to their vendor, and
its logger writes every message down; so this stands in for the first and silences the second
before anything is translated. Only the worker process imports this.
"""

import logging
import os
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from bot.security.confining import may_run_what_it_wrote
from bot.translation.base import Direction, NotTranslated, Sentences, Why
from bot.translation.message import Leg
from bot.translation.models import Installed, damaged

AT_ONCE, MOST_AT_ONCE = 2, 16
"""The sentences of a message go in so many heaps, one for each processor, of so many at most;
argostranslate's own heaps of 32 tokens make a long message four times as slow."""
THREADS = {"inter_threads": AT_ONCE, "intra_threads": 1}
"""One thread for each heap: two of them on one heap wait for each other, and take twice as long."""
LONGEST_TOKENS = 512
BEAM = 4
LENGTH_PENALTY = 0.2  # both as argostranslate has them


def prepare(folder: Path) -> None:
    """Make argostranslate importable, and deaf and dumb; before the first import of it."""
    os.environ.update(
        ARGOS_PACKAGES_DIR=str(folder),
        ARGOS_MODEL_PROVIDER="OPENNMT",
        ARGOS_DEBUG="0",
        ARGOS_DEVICE_TYPE="cpu",
        # Its folders are made at import, and nothing of ours shall lie outside our own.
        **{f"XDG_{kind}_HOME": str(folder / "unused") for kind in ("DATA", "CONFIG", "CACHE")},
    )
    if not may_run_what_it_wrote():
        # Else its other arithmetic makes code as it goes, may not run it, and translates nonsense
        # without a word of that.
        os.environ["CT2_USE_MKL"] = "1"
    for name, parts in _STAND_INS.items():
        module = ModuleType(name)
        vars(module).update(parts)
        sys.modules.setdefault(name, module)
    sys.modules.setdefault("spacy", None)  # type: ignore[arg-type]
    logger = logging.getLogger("argostranslate.utils")
    __import__("argostranslate.utils")
    # Not before the import, which sets a level of its own.
    logger.setLevel(logging.CRITICAL + 1)
    logger.propagate = False
    logger.handlers = [logging.NullHandler()]


def _never(*_: object, **__: object) -> None:
    raise RuntimeError("sentence models have no place here")


_STAND_INS: dict[str, dict[str, object]] = {
    "stanza": {"Pipeline": _never},
    "minisbd": {
        "SBDetect": _never,
        "models": SimpleNamespace(cache_dir="", list_models=lambda: ["en"]),
    },
}


class Models:
    """The models in memory: those used last, and no more of them than the memory has room for."""

    def __init__(self, folder: Path, most: int) -> None:
        # Only after `prepare`.
        from argostranslate.package import Package  # noqa: PLC0415

        self._open: Callable[[Path], Any] = Package
        self._folder, self._most = folder, most
        self._loaded: OrderedDict[Direction, Sentences] = OrderedDict()

    def legs(self, way: Iterable[Installed]) -> tuple[Leg, ...]:
        """Raises `NotTranslated` when a package is not there, or not what was installed."""
        return tuple(Leg(one.source, one.target, self._model(one)) for one in way)

    def _model(self, one: Installed) -> Sentences:
        model = self._loaded.pop(one.direction, None) or self._load(one)
        self._loaded[one.direction] = model
        while len(self._loaded) > self._most:
            self._loaded.popitem(last=False)
        return model

    def _load(self, one: Installed) -> Sentences:
        import ctranslate2  # noqa: PLC0415

        if damaged(self._folder, one):
            raise NotTranslated(Why.NO_MODEL)
        folder = self._folder / one.folder
        package = self._open(folder)
        engine = ctranslate2.Translator(str(folder / "model"), device="cpu", **THREADS)
        return lambda texts: _run(package, engine, texts)


def _run(package: Any, engine: Any, texts: list[str]) -> list[tuple[str, float]]:
    prefix = str(package.target_prefix)
    answers = engine.translate_batch(
        [package.tokenizer.encode(text) for text in texts],
        target_prefix=[[prefix]] * len(texts) if prefix else None,
        max_batch_size=min(-(-len(texts) // AT_ONCE), MOST_AT_ONCE),
        batch_type="examples",
        beam_size=BEAM,
        num_hypotheses=1,
        length_penalty=LENGTH_PENALTY,
        max_decoding_length=LONGEST_TOKENS,
        replace_unknowns=True,
        return_scores=True,
    )
    return [
        (
            package.tokenizer.decode(answer.hypotheses[0]).removeprefix(prefix).strip(),
            answer.scores[0] / max(1, len(answer.hypotheses[0])),
        )
        for answer in answers
    ]
