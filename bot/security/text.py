"""The reporter's text made inert for a professional's client.

Nothing in it may become a link, a mention, a command or a control, hide itself, or imitate a line
of the bot or of a colleague. What a script needs for spelling (ZWNJ and ZWJ) is kept.
"""

import re
import unicodedata

FRAME = "│ "
MADE = "≈ "
"""Before each line that a machine made of somebody's words."""
"""Begins every line of a reporter; the bot begins no line of its own so."""

_LIMIT = 70_000
_MARKS = 3
"""Combining marks in a row; more is decoration that runs over neighbouring lines."""
_JOINERS = "\u200c\u200d"
_JOINED_SCRIPTS = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u0dff]")
_BLANKS = set("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn"}
_COLONS = "[:\ufe55\uff1a\ua789\u02d0\u2236]"
_DOTS = "[.\u3002\uff0e\uff61\u2024]"
_CLOCK = re.compile(r"(?<![^\s(])([01]?\d|2[0-3]):([0-5]\d)(?![^\s.,;)])")
_PLACEHOLDER = "\ue000"  # private use: cannot be in a cleaned text
_ADDRESS = re.compile(r"(?<!\d)\d+(?:\.\d+){3,}")  # tried once for each row of digits
_HOST = re.compile(r"//[^\s/?#]+")
_DOT = re.compile(rf"(?<=(.)){_DOTS}(?=(.))")
_NAMED = "LMNS"
"""First letters of the categories that a name can be made of for some client: letters, their marks,
numbers, and signs, among which there are letters in circles."""
_AT = re.compile("[@\uff20\ufe6b](?=\\S)")
_SIGILS = re.compile(r"(?m)(^|\s)([!#$+/]+)(?=(\S?))")


def framed(untrusted_text: str) -> str:
    """The text inert, each line with a mark before it that the bot never uses itself."""
    return "\n".join(FRAME + line for line in inert(untrusted_text).split("\n"))


def made(text: str) -> str:
    """What a machine made of somebody's words, as inert as those, under a mark of its own."""
    return "\n".join(MADE + line for line in inert(text).split("\n"))


def inert(untrusted_text: str) -> str:
    """The text without anything a client would act on."""
    return _defanged(cleaned(untrusted_text))


def cleaned(untrusted_text: str) -> str:
    """Visible characters only; repeated, because removing one may bring others together."""
    text = untrusted_text[:_LIMIT]
    for _ in range(4):
        once = _cleaned_once(text)
        if once == text:
            break
        text = once
    return text


def _cleaned_once(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    kept: list[str] = []
    marks = 0
    for place, char in enumerate(text):
        category = unicodedata.category(char)
        marks = marks + 1 if category.startswith("M") else 0
        if marks <= _MARKS:
            kept.append(_visible(text, place, char, category))
    joined = "".join(kept)
    joined = re.sub(r"\n{3,}", "\n\n", joined)
    return re.sub(r" {3,}", "  ", joined).strip()


def _visible(text: str, place: int, char: str, category: str) -> str:
    """What stands for one character: itself, a plain space or line end, or nothing."""
    if char == "\n" or category in ("Zl", "Zp"):
        return "\n"
    if char == "\t" or category == "Zs":
        return " "
    if char in _JOINERS:
        return char if _joins(text, place) else ""
    if category in _DROPPED or char in _BLANKS or _selects_variation(char):
        return ""
    return char


def _joins(text: str, place: int) -> bool:
    """A joiner is spelling only between two letters of a script that uses it."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return len(around) == 2 and all(_JOINED_SCRIPTS.match(char) for char in around)


def _selects_variation(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _defanged(text: str) -> str:
    """Break addresses, mentions and commands, and keep times of day readable."""
    text = re.sub(r"(?i)(h)tt(?=ps?:)", r"\1xx", text)
    text = _CLOCK.sub(rf"\1{_PLACEHOLDER}\2", text)
    text = re.sub(rf"{_COLONS}(?=\S)", "[:]", text).replace(_PLACEHOLDER, ":")
    text = _ADDRESS.sub(lambda found: found.group().replace(".", "[.]"), text)
    text = _HOST.sub(lambda found: re.sub(rf"{_DOTS}(?=\d)", "[.]", found.group()), text)
    text = _DOT.sub(_parted, text)
    text = _AT.sub("(at)", text)
    return _SIGILS.sub(_spaced, text)


def _parted(found: re.Match[str]) -> str:
    """A dot inside a name is broken; one in a number, or at the end of a sentence, is not."""
    before, after = (unicodedata.category(char) for char in found.groups())
    inside = (before[0] in _NAMED or before in ("Pd", "Pc")) and after[0] in _NAMED
    return "[.]" if inside and (before, after) != ("Nd", "Nd") else found.group()


def _spaced(found: re.Match[str]) -> str:
    """Every sign of a row apart, or breaking the first would leave the second in its place."""
    return found[1] + " ".join(found[2]) + (" " if found[3] else "")
