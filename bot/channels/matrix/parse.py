"""JSON from strangers, made safe to keep: no lone surrogates, and no nesting without end."""

import json
import re
from typing import Any

DEEPEST = 60
"""Matrix needs a dozen levels."""
TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{}]', re.DOTALL)
SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def parse(raw: bytes) -> Any:
    """Like `json.loads`, but one message nested too deeply costs only itself, not the answer.

    Raises `ValueError` for what is no JSON. A lone surrogate, which JSON can write and UTF-8
    cannot, becomes a question mark: else it would fail where it is stored, each time anew.
    """
    try:
        return _parse(raw)
    except RecursionError:
        return _parse(cut(raw))


def _parse(raw: bytes) -> Any:
    found = json.loads(raw)
    if SURROGATE.search(raw):
        text = json.dumps(found, ensure_ascii=False)
        found = json.loads(text.encode("utf-8", "replace"))
    return found


def cut(raw: bytes) -> bytes:
    """Replace everything below the deepest allowed level by null."""
    parts: list[bytes] = []
    depth = copied = 0
    for token in TOKEN.finditer(raw):
        sign = token.group()
        if sign in b"[{":
            depth += 1
            if depth == DEEPEST + 1:
                parts += [raw[copied : token.start()], b"null"]
        elif sign in b"]}":
            depth -= 1
            if depth == DEEPEST:
                copied = token.end()
    if depth <= DEEPEST:
        parts.append(raw[copied:])
    return b"".join(parts)
