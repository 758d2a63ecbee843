"""The process that translates: it has people's words, and so no network, no files and no log.

It reads one request a line and answers with one line; it ends with its parent. Started by
`process.py`, as `python -m bot.translation.worker FOLDER`.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.security.confining import bound_memory, can_confine, confine, die_with_parent
from bot.security.hardening import harden
from bot.translation.argos import Models, prepare
from bot.translation.base import NotTranslated, Why
from bot.translation.message import translate
from bot.translation.models import Installed

MOST_MODELS = 8
"""Some 70 MB each."""
MOST_BYTES = 3 << 30
"""Of address space, of which the libraries reserve much more than they use."""


def main(folder: Path) -> None:
    harden()
    die_with_parent()
    prepare(folder)
    models = Models(folder, MOST_MODELS)
    bound_memory(MOST_BYTES)
    if can_confine():
        confine()
    for request in _requests():
        sys.stdout.write(json.dumps(_answer(models, request)) + "\n")
        sys.stdout.flush()


def _requests() -> Iterator[dict[str, Any]]:
    while line := sys.stdin.readline():
        yield json.loads(line)


def _answer(models: Models, request: dict[str, Any]) -> dict[str, object]:
    try:
        made = translate(request["text"], models.legs([Installed(**one) for one in request["way"]]))
    except NotTranslated as none:
        return {"why": none.why.value}
    except Exception:  # noqa: BLE001 - whatever it is, the original goes on
        return {"why": Why.BROKEN.value}
    return {"text": made.text, "doubts": sorted(doubt.value for doubt in made.doubts)}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
