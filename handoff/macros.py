"""The standing texts that a professional may send in a talk, by the short name they type."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.hushed import Hushed
from dialogs.model import Line, MessageId

UNKNOWN_HOURS = MessageId("m-hours-unknown")
"""What stands for the opening hours where nothing else is known."""
MOST_WORDS = 500
"""The longest own text within a standing one, in characters; more is a message of its own."""


@dataclass(frozen=True, repr=False)
class Macro(Hushed):
    """One text."""

    name: str
    fill: str | None = None
    """The variable for which the professional types words of their own."""
    refs: Mapping[str, tuple[MessageId, ...]] | None = None

    @property
    def text(self) -> MessageId:
        return MessageId(f"m-{self.name}")

    def line(self, words: str) -> Line:
        args = {self.fill: words} if self.fill else {}
        return Line(self.text, args, self.refs or {})


MACROS: Mapping[str, Macro] = {
    macro.name: macro
    for macro in (
        Macro("hello"),
        Macro("pace"),
        Macro("thanks"),
        Macro("notfault"),
        Macro("choice"),
        Macro("more"),
        Macro("check", fill="text"),
        Macro("mt"),
        Macro("noname"),
        Macro("masked"),
        Macro("alone"),
        Macro("danger"),
        Macro("suicide"),
        Macro("113"),
        Macro("police"),
        Macro("lawyer"),
        Macro("family"),
        Macro("device"),
        Macro("limits"),
        Macro("case"),
        Macro("next", fill="step"),
        Macro("wait"),
        Macro("handover"),
        Macro("silent"),
        Macro("return", refs={"hours": (UNKNOWN_HOURS,)}),
        Macro("wipe"),
        Macro("close"),
        Macro("bound"),
    )
}


def message_ids() -> tuple[MessageId, ...]:
    """Every message the library needs, so that the catalogues can be checked."""
    return (*(macro.text for macro in MACROS.values()), UNKNOWN_HOURS)


def filled() -> Mapping[MessageId, frozenset[str]]:
    """Which variables each text is given besides those that every text may use."""
    return {
        macro.text: frozenset({*([macro.fill] if macro.fill else []), *(macro.refs or {})})
        for macro in MACROS.values()
    }
