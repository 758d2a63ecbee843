"""Numbers that can identify a person: found by their shape, hidden when the reporter wishes."""

import re
import unicodedata

HIDDEN = "•••"
# Chinese is written without spaces, so that a word may stand directly beside an address or number:
# an address ends where the script changes, and only Latin letters make a number part of a word.
_HAN = r"\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_LABEL = rf"(?:[^\s@.{_HAN}]{{1,64}}|[{_HAN}]{{1,64}})"
_MAIL = re.compile(rf"(?:[^\s@{_HAN}]{{1,64}}|[{_HAN}]{{1,64}})@{_LABEL}(?:\.{_LABEL}){{1,6}}")
_PHONE = re.compile(r"(?<!\w)(?:\+|0)\d[\d ().\-/]{5,18}\d(?!\w)", re.ASCII)
_NINE = re.compile(
    r"(?<![\w+])\d{3}[ .]?\d{3}[ .]?\d{3}(?!\w)|(?<!\w)\d{4}[ .]\d{2}[ .]\d{3}(?!\w)",
    re.ASCII,
)
_PASSPORT = re.compile(r"(?<!\w)[A-Z]{2}(?=[A-Z0-9]*\d)[A-Z0-9]{6}\d(?!\w)", re.ASCII)
_PLATE = re.compile(
    r"(?<!\w)(?=[A-Za-z0-9\-]{0,9}\d)(?=[A-Za-z0-9\-]{0,9}[A-Za-z])"
    r"(?:[A-Za-z]{1,3}|\d{1,3})-(?:[A-Za-z]{2,3}|\d{2,3})-(?:[A-Za-z]{1,2}|\d{1,2})(?!\w)",
    re.ASCII,
)
_IBAN = re.compile(
    r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)", re.ASCII
)
_PHONE_DIGITS = range(9, 16)


def identifying(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text shows a mail address, phone, BSN, passport, number plate or bank account."""
    plain = _plain_digits(text)
    spans = [found.span() for found in _MAIL.finditer(plain)]
    spans += [found.span() for found in _PASSPORT.finditer(plain)]
    spans += [found.span() for found in _PLATE.finditer(plain)]
    spans += [found.span() for found in _IBAN.finditer(plain) if _is_iban(found.group())]
    spans += [found.span() for found in _NINE.finditer(plain) if _is_bsn(found.group())]
    spans += [found.span() for found in _PHONE.finditer(plain) if _is_phone(found.group())]
    return tuple(sorted(spans))


def hide(text: str) -> str:
    """The text with every identifying number masked."""
    parts: list[str] = []
    done = 0
    for start, end in identifying(text):
        if start >= done:
            parts += [text[done:start], HIDDEN]
        done = max(done, end)
    return "".join([*parts, text[done:]])


def _plain_digits(text: str) -> str:
    """Digits of any script as 0-9, one character for one, so that places stay the same."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())


def _is_phone(text: str) -> bool:
    return len(_digits(text)) in _PHONE_DIGITS


def _is_bsn(text: str) -> bool:
    """The 11-test of Dutch citizen numbers."""
    digits = [int(char) for char in _digits(text)]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return any(digits) and sum(w * d for w, d in zip(weights, digits, strict=True)) % 11 == 0


def _is_iban(text: str) -> bool:
    """The mod-97 test of bank account numbers."""
    joined = text.replace(" ", "")
    if not 15 <= len(joined) <= 34:
        return False
    turned = joined[4:] + joined[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1
