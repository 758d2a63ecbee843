"""Texts that a reporter, or whoever plays one, may send to act on a professional's client."""

import random
from collections.abc import Iterator

SCHEMES = (
    "http",
    "https",
    "HTTPS",
    "hTtP",
    "ftp",
    "javascript",
    "data",
    "file",
    "mxc",
    "matrix",
    "mailto",
    "tel",
    "sms",
    "geo",
    "magnet",
    "xmpp",
    "vbscript",
    "ʰttp",
    "ｈｔｔｐ",
    "htt\u200bps",
    "h\u00adttps",
)
COLONS = (":", "：", "\ua789", "\u02d0", "\u2236", "\ufe55", " :", ":\u200b", "\u205a", "\u0589")
SLASHES = ("//", "/", "\\\\", "\u2044\u2044", "\uff0f\uff0f", "", "/\u200b/", "\u2215\u2215")
DOTS = (".", "。", "．", "｡", "\u2024", ".\u200b", "\u00ad.", ".\u2060", "\u0701", "\u06d4")
NAMES = (
    "evil",
    "staff",
    "www",
    "xn--e1afmkfd",
    "пример",
    "例え",
    "مثال",
    "उदाहरण",
    "ශ්\u200dරී",
    "a-b",
    "e\u0301vil",
    "127",
    "10",
    "x",
    "ⓔⓥⓘⓛ",
    "ｅｖｉｌ",
    "login_page",
)
ENDS = (
    "nl",
    "com",
    "org",
    "xyz",
    "click",
    "online",
    "рф",
    "онлайн",
    "中国",
    "ایران",
    "भारत",
    "ලංකා",
    "xn--p1ai",
    "NL",
    "amsterdam",
    "1",
    "0.1",
    "app",
    "dev",
    "onion",
)
TAILS = ("", "/", "/a?b=c#d", ":8448", ":8080/x", "/@x", "/%2e%2e", "?q=мама")
ATS = ("@", "＠", "﹫", "@\u200b", "\u200b@", " @")
COMMANDS = (
    "!close",
    "!claim 47",
    "! close",
    "！close",
    "\u200b!close",
    "/me is back",
    "/join #x:y.nl",
    "//",
    "// colleagues only",
    "!close anyway",
    "$ rm",
    "#room",
    "#room:staff.test",
    "!room:staff.test",
    "+group:staff.test",
    "$event:staff.test",
    "!!close",
    "/\u200b/ x",
    "\u2066!close\u2069",
)
FAKES = (
    "│ ",
    "│ │ ",
    "├ ",
    "| ",
    "┃ ",
    "￨ ",
    "Kalme Reiger 47 · wacht",
    "Typ om deze zaak te nemen: !claim 47",
    "anna: dank u",
    "<@anna:staff.test> ja",
    "> <@anna:staff.test> ja\n\nnee",
    "* anna wuift",
    "✅",
    "Het verhaal, in de eigen woorden van de melder:",
    "De melder is weg.",
    "Bericht 1 van 2",
)
MARKUP = (
    "[klik](http://evil.nl)",
    "<a href='https://evil.nl'>x</a>",
    "<b>x</b>",
    "&lt;b&gt;",
    "**x**",
    "```\nx = 1\n```",
    "<img src=x onerror=alert(1)>",
    "![x](mxc://a/b)",
    "<https://evil.nl>",
    "[x]: http://evil.nl",
    "&#104;ttp://evil.nl",
    "<mx-reply>x</mx-reply>",
    "\\u003ca\\u003e",
    "<evil.nl>",
    "(evil.nl)",
    "'evil.nl'",
    "«evil.nl»",
    "evil.nl\u2060/x",
    "\\evil.nl",
)
MATRIX = (
    "https://matrix.to/#/@anna:staff.test",
    "matrix.to/#/!room:x.nl",
    "matrix:u/anna:staff.test",
    "matrix:roomid/x:y.nl",
    "@anna:staff.test",
    "@room",
    "@here",
    "@Anna",
    "#case:staff.test:8448",
    "web+matrix:u/a",
    "element://x",
    "io.element:x",
    "@\u200banna:staff.test",
    "@anna：staff.test",
)
NUMBERS = (
    "1.2.3.4",
    "127.0.0.1:80",
    "[::1]",
    "[2001:db8::1]/x",
    "0x7f.1",
    "2130706433",
    "1.2",
    "12:30",
    "3.14",
    "+31612345678",
    "06-12345678",
    "1.2.3",
    "256.256.256.256",
    "１.２.３.４",
    "1。2。3。4",
    "v1.2.nl",
    "10.000,00",
    "1.2.2026",
)
INVISIBLE = (
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202b",
    "\u202d",
    "\u202e",
    "\u202c",
    "\u2060",
    "\u2061",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
    "\u00ad",
    "\ufeff",
    "\u180e",
    "\u061c",
    "\u115f",
    "\u3164",
    "\uffa0",
    "\u2800",
    "\u034f",
    "\ufe0f",
    "\ufe0e",
    "\U000e0041",
    "\U000e007f",
    "\U000e0100",
    "\x00",
    "\x07",
    "\x08",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\x9b31m",
    "\ufff9x\ufffb",
    "\ud800",
    "\udfff",
    "\ue000",
    "\uf8ff",
    "\U000f0000",
    "\ufdd0",
    "\uffff",
    "\u0378",
)
SPACES = (
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\u2003",
    "\u3000",
    "\u1680",
    "\n",
    "\r",
    "\r\n",
    "\n\n\n\n",
    "\v",
    "\f",
    "\u2028",
    "\u2029",
    "\x1c",
    "\x1e",
    "\u2009",
)
MARKS = ("\u0301", "\u0336", "\u20dd", "\u0489", "\u0e49", "\u0308", "\u064b", "\u093c", "\u0dca")
EMOJI = (
    "👩\u200d👧\u200d👦",
    "🏳\ufe0f\u200d🌈",
    "👍🏽",
    "🇳🇱",
    "1\ufe0f\u20e3",
    "❤\ufe0f\u200d🔥",
    "🏴\U000e0067\U000e0062\U000e007f",
)
SPOKEN = (
    "می\u200cخواهم",
    "نمی\u200cدانم",
    "خانه\u200cها",
    "کتاب\u200cهای من",
    "سلام",
    "أنا خائفة",
    "لا أعرف",
    "مُحَمَّد",
    "अंगूठा",
    "क्\u200dष",
    "क्\u200cष",
    "मुझे डर है",
    "माँ",
    "ශ්\u200dරී",
    "ක්\u200dෂ",
    "මට බයයි",
    "ක්\u200dරියා",
    "আমি ভয় পাই",
    "র\u200d্যা",
    "ਮੈਨੂੰ",
    "எனக்கு",
    "ന\u200dറെ",
    "ئۇيغۇر",
    "ڕۆژ",
    "کوردی",
    "ik ben bang",
    "één",
    "İstanbul",
    "Đặng",
    "Ελλάδα",
    "мама",
    "我很害怕",
    "こわい",
    "무서워요",
    "ትግርኛ",
)
"""Words as people write them: with what their script needs, and nothing a client would act on."""


def address(chance: random.Random) -> str:
    """One way to write something that a client may take for an address."""
    pick = chance.choice
    host = "".join(f"{pick(NAMES)}{pick(DOTS)}" for _ in range(chance.randint(1, 3))) + pick(ENDS)
    scheme = pick(SCHEMES) + pick(COLONS) + pick(SLASHES) if chance.random() < 0.5 else ""
    user = pick(NAMES) + pick(ATS) if chance.random() < 0.3 else ""
    return f"{scheme}{user}{host}{pick(TAILS)}"


def hostile(chance: random.Random) -> str:
    """A text of some such pieces, with and without anything between them."""
    kinds = (COMMANDS, FAKES, MARKUP, MATRIX, NUMBERS, INVISIBLE, SPACES, EMOJI, SPOKEN)
    pieces = []
    for _ in range(chance.randint(1, 8)):
        kind = chance.random()
        if kind < 0.3:
            pieces.append(address(chance))
        elif kind < 0.35:
            pieces.append("a" + "".join(chance.choices(MARKS, k=chance.randint(1, 30))))
        else:
            pieces.append(chance.choice(chance.choice(kinds)))
        pieces.append(chance.choice((*SPACES, "", "", "", *INVISIBLE)))
    text = "".join(pieces)
    if chance.random() < 0.2 and text:  # broken somewhere by something invisible
        place = chance.randrange(len(text))
        text = text[:place] + chance.choice(INVISIBLE) + text[place:]
    # Without a letter it would say nothing, ask for help or be a return code: not be passed on.
    return text if any(char.isalpha() for char in text) else f"{text}x"


def spoken(chance: random.Random) -> str:
    """What somebody in need writes: it must arrive as they wrote it."""
    return " ".join(chance.choices(SPOKEN, k=chance.randint(1, 8)))


def texts(count: int, seed: int) -> Iterator[tuple[str, bool]]:
    """Hostile texts, one in ten harmless; with each, whether it is to arrive unchanged."""
    chance = random.Random(seed)
    for number in range(count):
        harmless = number % 10 == 0
        yield (spoken if harmless else hostile)(chance), harmless
