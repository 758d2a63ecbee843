"""Lines and sentences, in every script that is written with the languages offered."""

import re

LONGEST = 220
"""Models drop what comes at the end of longer sentences."""
_END = re.compile(
    r"(?<=[.!?…؟۔])[\"'»”’)\]]*\s+"  # a space follows
    r"|(?<=[。！？｡])[”’」』）]*\s*"  # none needs to
    r"|(?<=[።፧፨])\s*"
)
_SOFT = ",،;؛:、，；：፣፤"
_FIRST_CUT = 40
"""Shorter pieces say too little to be translated by themselves."""


def sentences(line: str) -> list[str]:
    """The sentences of one line; one that is too long is cut at a comma or a space."""
    found: list[str] = []
    for part in _split(line):
        rest = part.strip()
        while len(rest) > LONGEST:
            cut = _good_cut(rest)
            found.append(rest[:cut].strip())
            rest = rest[cut:].strip()
        if rest:
            found.append(rest)
    return found


def _good_cut(text: str) -> int:
    """Behind the last comma, else the last space, else anywhere."""
    for signs in (_SOFT, " "):
        cut = max(text.rfind(sign, _FIRST_CUT, LONGEST) for sign in signs)
        if cut > 0:
            return cut + 1
    return LONGEST


def _split(line: str) -> list[str]:
    """Cut behind each end, so that quotes and brackets stay with their sentence."""
    cuts = [match.end() for match in _END.finditer(line)]
    return [line[start:end] for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True)]


def joiner(target: str) -> str:
    """What stands between two sentences."""
    return "" if target in ("zh", "zt", "ja") else " "
