"""What the people in the pictures say, in English and in Dutch."""

from dataclasses import dataclass

from bot.demo.script import Pick
from dialogs.model import Language
from tests.pictures.reporter import Answers


@dataclass(frozen=True)
class Words:
    """One day at the desk."""

    language: Language
    skip: str
    whole: Answers
    """A reporter who answers the questions."""
    short: Answers
    """A reporter in danger, who asks for a person at once."""
    greeting: str
    reply: str
    remark: str
    question: str
    corrected: str
    answer: str


def _whole(language: str, story: tuple[str, ...], what: str) -> Answers:
    return {
        "language-ask": (language,),
        "safe-now-ask": Pick("safe-now-safe"),
        "story-done": story,
        "add-more": Pick("add-more-on"),
        "offer-human-ask": Pick("offer-human-questions"),
        "q-what": (what,),
        "fitting-cards": Pick("fitting-cards-no"),
        "q-how": Pick("q-how-online"),
        "q-who": Pick("q-who-feel"),
        "q-aim": Pick("q-aim-silent"),
        "q-when": Pick("q-when-now"),
        "q-where": Pick("q-where-netherlands"),
        "q-effect": ("1",),
        "evidence-ask": Pick("evidence-none"),
        "wish": Pick("wish-advice"),
        "consent-ask": Pick("consent-yes"),
        "who": Pick("who-me"),
        "adult": Pick("adult-yes"),
        "answer-ask": Pick("answer-here"),
        "summary-ask": Pick("summary-right"),
        "send": Pick("send-send"),
    }


def _short(language: str) -> Answers:
    return {
        "language-ask": (language,),
        "safe-now-ask": Pick("safe-now-danger"),
        "after-danger": Pick("after-danger-human"),
        "consent-ask": Pick("consent-yes"),
        "adult": Pick("adult-yes"),
        "send-now": Pick("send-now-yes"),
    }


ENGLISH = Words(
    language=Language("en"),
    skip="skip",
    whole=_whole(
        "English",
        (
            "For a month a man has been calling who knows everything about my family.",
            "He says my mother will get into trouble if I go on writing.",
            "done",
        ),
        "2 and 3",
    ),
    short=_short("English"),
    greeting="Good day. I have read what you wrote. Is it safe to write now?",
    reply="Yes. I am alone at home.\nHe told me to look at https://example.com/pay",
    remark="! She sounds calm. I ask about the calls first.",
    question="Thank you for telling me. When does he cal?",
    corrected="Thank you for telling me. When does he call?",
    answer="In the evening. This is the first time I tell it.",
)
DUTCH = Words(
    language=Language("nl"),
    skip="overslaan",
    whole=_whole(
        "Nederlands",
        (
            "Al een maand belt een man die alles over mijn familie weet.",
            "Hij zegt dat mijn moeder last krijgt als ik blijf schrijven.",
            "klaar",
        ),
        "2 en 3",
    ),
    short=_short("Nederlands"),
    greeting="Goedendag. Ik heb gelezen wat u schreef. Kunt u nu veilig schrijven?",
    reply="Ja. Ik ben alleen thuis.\nHij wil dat ik kijk op https://example.com/pay",
    remark="! Ze klinkt rustig. Ik vraag eerst naar de telefoontjes.",
    question="Dank u dat u dit vertelt. Wanneer blet hij?",
    corrected="Dank u dat u dit vertelt. Wanneer belt hij?",
    answer="In de avond. Dit is de eerste keer dat ik het vertel.",
)
BOTH = (ENGLISH, DUTCH)
