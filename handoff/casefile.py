"""What staff see of a case: the card in the queue, and the file in the case room."""

from dialogs.model import Line, MessageId, TextRef
from handoff.guide import Guide
from handoff.model import Block, Case, Pair, Quote

Post = tuple[tuple[Block, ...], TextRef | None]
"""The blocks of one message, and the reporter's message it is a copy of."""


def card(case: Case, guide: Guide) -> tuple[Block, ...]:
    """The queue card: what is needed to choose, and nothing of the story."""
    told = guide.report(case.progress)
    blocks: list[Block] = [_line("card-title", alias=case.alias, number=str(case.number))]
    blocks.append(_line("card-language", language=told.language or ""))
    blocks.append(_line("card-since", since=case.sent.strftime("%H:%M") if case.sent else ""))
    if told.role:
        blocks.append(Pair(MessageId("card-role"), (told.role,)))
    if told.wish:
        blocks.append(Pair(MessageId("card-wish"), (told.wish,)))
    if told.flags:
        flags = sorted(told.flags, key=lambda flag: flag.value)
        blocks.append(Pair(MessageId("card-flags"), tuple(_flag(f.value) for f in flags)))
    blocks.append(_line("card-claim", number=str(case.number)))
    return tuple(blocks)


def casefile(case: Case, guide: Guide) -> tuple[Post, ...]:
    """The whole case for the one who claimed it: heading, answers, story, what came since."""
    told = guide.report(case.progress)
    heading: list[Block] = [_line("case-heading", alias=case.alias, language=told.language or "")]
    heading += [Pair(a.question, a.options, a.remark) for a in told.answers]
    heading.append(_line("case-untranslated"))
    heading.append(_line("case-how"))
    posts: list[Post] = [(tuple(heading), None), ((_line("case-story"),), None)]
    posts += [((Quote(part.text),), part.ref) for part in (*told.story, *case.added)]
    return tuple(posts)


def _flag(value: str) -> MessageId:
    return MessageId("flag-" + value.replace("_", "-"))


def _line(message: str, **args: str) -> Line:
    return Line(MessageId(message), args)
