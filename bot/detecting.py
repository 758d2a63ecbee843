"""In which language someone writes: by their letters first, then by statistics, else not at all.

A wrong guess costs someone the first questions in a language they may not read, so whatever is not
plain is asked. The statistics do not know every language: what they never saw they take for one
that looks like it, such as Pashto for Persian, hence the rules in front.
"""

import re
from collections.abc import Iterable

from lingua import ConfidenceValue, LanguageDetector, LanguageDetectorBuilder
from lingua import Language as Known

from dialogs.hushed import Hushed
from dialogs.model import Language

FEWEST_WORDS, FEWEST_HAN = 3, 4
LOOKED_AT = 400
"""Characters; more tells nothing new."""
SURE, AHEAD = 0.5, 0.2
"""How probable the best must be, and by how much ahead of the next."""
_KNOWN = {
    "nl": Known.DUTCH,
    "en": Known.ENGLISH,
    "fr": Known.FRENCH,
    "tr": Known.TURKISH,
    "ru": Known.RUSSIAN,
    "uk": Known.UKRAINIAN,
    "ar": Known.ARABIC,
    "fa": Known.PERSIAN,
}
_NEIGHBOURS = (
    Known.GERMAN,
    Known.SPANISH,
    Known.PORTUGUESE,
    Known.ITALIAN,
    Known.POLISH,
    Known.ROMANIAN,
    Known.AZERBAIJANI,
    Known.SOMALI,
    Known.BELARUSIAN,
    Known.BULGARIAN,
    Known.URDU,
)
"""Not offered, and near to one that is: without them their writers would be taken for it."""
_LETTER = re.compile(r"[^\W\d_]")
_ETHIOPIC = re.compile("[\u1200-\u137f]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff\uac00-\ud7a3]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_MOST = 0.4
"""Of the letters: that script then is what counts."""
_TIGRINYA = re.compile("[ኣቐ-ቕቘኸ-ኾዀ-ዅ]|እዩ|እየ|ዘይ|ምስ|ናይ|ክሳብ|ጽቡቕ|ኢለ|ድዩ|ዶ[፧?]")
_AMHARIC = re.compile("[አቸ]|ነው|ናቸው|ነበር|አለ|ው፡፡|ችው|በጣም|እና ")
_UYGHUR = re.compile("[\u06c7\u06c8\u06ad\u06cb]")
_OTHER_ARABIC = re.compile(
    "[\u069a\u067c\u0689\u0693\u0696\u0681\u0685\u06cd\u06bc\u06ab"  # Pashto
    "\u0679\u0688\u0691\u06d2\u06ba"  # Urdu
    "\u0695\u06b5\u06ce"  # Sorani
    "\u06d0]"  # Pashto, and Uyghur, whose own letters are looked for before
    r"|(?<!\w)(?:د|زه|زما|ستا|هغوی|مونږ|موږ|ته|چه)(?!\w)"  # words of Pashto
)
_SORANI = re.compile("[\u06d5\u06c6]")
_PERSIAN, _OF_ARABIC = re.compile("[پچژگ]"), re.compile("[ةأإؤ]")
"""Letters that the other of the two does not have."""
_DARI = re.compile(
    r"\b(?:می?تان\w*|نمی?تان\w*|موتر|شفاخانه|تذکره|ولسوالی\w*|طفل\w*|اطفال|"
    r"پوهنتون|قوماندان\w*|مه را|کدام کس\w*|فامیل\w*|تیلفون|تلیفون|دوا)\b"
)
_SIMPLIFIED = frozenset(
    "们这说请问会对时国过还没样见让觉该谁来为个开关东车马门长乐书写给话谢难动点头边进远运连"
    "电脑网络码报护证领馆胁亲么吗吓应认识从业医员"
)
_TRADITIONAL = frozenset(
    "們這說請問會對時國過還沒樣見讓覺該誰來為個開關東車馬門長樂書寫給話謝難動點頭邊進遠運連"
    "電腦網絡碼報護證領館脅親麼嗎嚇應認識從業醫員"
)
_COMMON_KURMANJI = """
    ez min te wî wê em hûn ew ji li di bi û ku jî ne dike dikin kir bû nav xwe re da van vê gotin
    her hemû pir heye nîn tune dixwazim nizanim ditirsim malbata malbat bira birayê dayika bavê
    alîkarî dixwazin dibêjin kes tu tenê niha çi kî wan
"""
_KURMANJI_WORDS = frozenset(_COMMON_KURMANJI.split())
_KURMANJI_LETTERS = re.compile("[êîû]")
_NOT_KURMANJI = re.compile(r"[ïàâéèœëğıöü]|\b(?:le|la|les|des|est|une|ben|ve|bir|için)\b")


class Detector(Hushed):
    """Guesses among the languages that a line offers."""

    def __init__(self, offered: Iterable[Language]) -> None:
        self._offered = frozenset(offered)
        self._statistics: LanguageDetector | None = None

    def load(self) -> None:
        """What the letters alone do not decide is decided by statistics.

        With all of its statistics the library takes half a gigabyte and is right as often here.
        """
        if self._offered & _KNOWN.keys():
            # Those not offered too, else their writers would be taken for others.
            builder = LanguageDetectorBuilder.from_languages(*_KNOWN.values(), *_NEIGHBOURS)
            builder = builder.with_low_accuracy_mode().with_preloaded_language_models()
            self._statistics = builder.build()

    def guess(self, text: str) -> Language | None:
        """None when it is not plain, or not offered: then the reporter is asked."""
        text = text[:LOOKED_AT]
        if _too_short(text):
            return None
        found = self._found(text)
        return found if found in self._offered else None

    def _found(self, text: str) -> Language | None:
        letters = len(_LETTER.findall(text)) or 1

        def mostly(script: re.Pattern[str]) -> bool:
            return len(script.findall(text)) > _MOST * letters

        if mostly(_ETHIOPIC):
            return _ethiopic(text)
        if mostly(_HAN) or _KANA.search(text):
            return _chinese(text)
        if mostly(_ARABIC):
            return self._arabic(text)
        if not mostly(_CYRILLIC) and _is_kurmanji(text):
            return Language("kmr")
        return self._likely(text)

    def _arabic(self, text: str) -> Language | None:
        if _UYGHUR.search(text):
            return Language("ug")
        if _OTHER_ARABIC.search(text) or len(_SORANI.findall(text)) > 1:
            return None
        persian, arabic = _PERSIAN.search(text), _OF_ARABIC.search(text)
        if bool(persian) == bool(arabic):
            likely = self._likely(text)
            if likely != "fa":
                return likely
        elif arabic:
            return Language("ar")
        dari = "prs" in self._offered and _DARI.search(text)
        return Language("prs") if dari else Language("fa")

    def _likely(self, text: str) -> Language | None:
        if self._statistics is None:
            return None
        values = self._statistics.compute_language_confidence_values(text)
        first, second = values[0], values[1]
        if first.value < SURE or first.value - second.value < AHEAD:
            return None
        return _code(first)


def _too_short(text: str) -> bool:
    if _HAN.search(text):
        return len(_HAN.findall(text)) < FEWEST_HAN
    return len([word for word in text.split() if _LETTER.search(word)]) < FEWEST_WORDS


def _ethiopic(text: str) -> Language | None:
    tigrinya, amharic = len(_TIGRINYA.findall(text)), len(_AMHARIC.findall(text))
    return Language("ti") if tigrinya > amharic else None


def _chinese(text: str) -> Language | None:
    """None for Japanese and Korean, and where no sign tells the two ways of writing apart."""
    if _KANA.search(text):
        return None
    simple = sum(sign in _SIMPLIFIED for sign in text)
    full = sum(sign in _TRADITIONAL for sign in text)
    if simple == full:
        return None
    return Language("zh-Hans") if simple > full else Language("zh-Hant")


def _is_kurmanji(text: str) -> bool:
    lower = text.casefold()
    if _NOT_KURMANJI.search(lower):
        return False
    words = re.findall(r"\w+", lower)
    known = sum(word in _KURMANJI_WORDS for word in words)
    marks = len(_KURMANJI_LETTERS.findall(lower))
    return (marks >= 1 and known >= 2) or (marks >= 2 and known >= 1) or known >= len(words) / 2 > 1


def _code(value: ConfidenceValue) -> Language | None:
    return next((Language(code) for code, one in _KNOWN.items() if one == value.language), None)
