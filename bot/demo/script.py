"""The two conversations of the demo, as data: what is waited for, and what the reporter says."""

from dataclasses import dataclass

from dialogs.model import Language, MessageId


@dataclass(frozen=True)
class Pick:
    """Answer with the number that stands before this option."""

    label: str


@dataclass(frozen=True)
class Word:
    """Type the word of the reporter's language that this message names."""

    name: str


@dataclass(frozen=True)
class Cue:
    """When the line has said `after`, the reporter answers with `answer`."""

    after: MessageId
    answer: str | Pick | Word
    told: bool = False
    """The answer is part of the story: the professional must receive it."""


def _cue(after: str, answer: str | Pick | Word, *, told: bool = False) -> Cue:
    return Cue(MessageId(after), answer, told)


DUTCH, ENGLISH, PERSIAN = Language("nl"), Language("en"), Language("fa")

FIRST_WORDS = "Goedendag, ik weet niet of dit hier hoort. Iemand houdt mij in de gaten."
DUTCH_INTAKE = (
    _cue("safe-now-ask", Pick("safe-now-safe")),
    _cue("story-done", "Al een maand belt een man die alles over mijn familie weet.", told=True),
    _cue("", "Hij zegt dat mijn moeder last krijgt als ik blijf schrijven.", told=True),
    _cue("", "Ik durf bijna niet meer naar buiten.", told=True),
    _cue("", "klaar"),
    _cue("add-more", Pick("add-more-on")),
    _cue("offer-human-ask", Pick("offer-human-questions")),
    _cue("q-what", "2 en 3"),
    _cue("fitting-cards", Pick("fitting-cards-no")),
    _cue("q-how", Pick("q-how-online")),
    _cue("q-who", "weet ik niet"),
    _cue("q-aim", Pick("q-aim-silent")),
    _cue("q-when", Pick("q-when-now")),
    _cue("q-often", "overslaan"),
    _cue("q-where", Pick("q-where-netherlands")),
    _cue("q-effect", "1"),
    _cue("evidence-ask", Pick("evidence-none")),
    _cue("wish", Pick("wish-advice")),
    _cue("consent-ask", Pick("consent-yes")),
    _cue("who", Pick("who-me")),
    _cue("adult", Pick("adult-yes")),
    _cue("listener-ask", "1 en 3"),
    _cue("answer-ask", Pick("answer-here")),
    _cue("summary-ask", Pick("summary-right")),
    _cue("send", Pick("send-send")),
)
TALK = (
    ("professional", "Goedendag. Ik heb gelezen wat u schreef. Kunt u nu veilig schrijven?"),
    ("reporter", "Ja, ik ben alleen thuis."),
    ("professional", "Dank u. U beslist wat er nu gebeurt. Zullen wij samen rustig kijken?"),
    ("reporter", "Graag. Dit is de eerste keer dat ik het vertel."),
    ("professional", "Schrijf thuis op wanneer hij belt. U hoeft niet op te nemen."),
    ("reporter", "Dat ga ik doen. Dank u wel."),
)

CODING = (
    ("!code", MessageId("coding-legend")),
    ("!code threat spoken", MessageId("coding-complete")),
)
"""What the professional types before closing, and a text that the answer holds."""

ENGLISH_FIRST_WORDS = "Hello. Someone from the consulate asked me to write down names."
ENGLISH_INTAKE = (
    _cue("safe-now-ask", Pick("safe-now-read-along")),
    _cue("device", Pick("device-on")),
    _cue("story-done", "I said I need time. Now they call my brother."),
)
ENGLISH_ERASE = (_cue("", "erase"), _cue("erase-again", "erase"))

PERSIAN_FIRST_WORDS = "پاسپورتم را گرفته‌اند. کسی مرا تهدید می‌کند."
PERSIAN_MORE = "به من دستمزد نمی‌دهند. من پول ندارم."
PERSIAN_INTAKE = (
    _cue("safe-now-ask", Pick("safe-now-safe")),
    _cue("story-done", PERSIAN_MORE, told=True),
    _cue("", Word("word-human")),
    _cue("offer-human-ask", Pick("offer-human-now")),
    _cue("consent-ask", Pick("consent-talk-erase")),
    _cue("adult", Pick("adult-yes")),
    _cue("send-now", Pick("send-now-yes")),
)


@dataclass(frozen=True)
class Turned:
    """What one of the two writes, and what a machine makes of it for the other."""

    who: str
    words: str
    made: str


PERSIAN_STORY = (
    Turned("reporter", PERSIAN_FIRST_WORDS, "Mijn paspoort is afgepakt. Iemand bedreigt mij."),
    Turned(
        "reporter", "به من دستمزد نمی‌دهند. من پول ندارم.", "Ik krijg geen loon. Ik heb geen geld."
    ),
)
PERSIAN_TALK = (
    Turned("professional", "U hoeft uw naam niet te noemen.", "لازم نیست نام خود را بگویید."),
    Turned("reporter", "می‌توانید به من کمک کنید؟", "Kunt u mij helpen?"),
    Turned("professional", "Wij kunnen u helpen.", "ما می‌توانیم به شما کمک کنیم."),
    Turned("reporter", "آیا باید به پلیس زنگ بزنم؟", "Moet ik de politie bellen?"),
)
"""All of it is among the phrases that the demo's models were trained on."""
