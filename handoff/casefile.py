"""What staff see of a case: the card in the queue, and the file in the case room."""

from datetime import datetime

from dialogs.model import Flag, Language, Line, MessageId
from dialogs.report import Answered, Report
from handoff import passing, referrals
from handoff.actions import PostToCase
from handoff.guide import Guide
from handoff.model import Block, Case, Pair, Row
from handoff.queue import AGES, age, band_of
from handoff.relay import parts, says_something, to_staff


def card(case: Case, guide: Guide) -> tuple[Block, ...]:
    """The queue card: what is needed to choose, and nothing of the story."""
    told = guide.report(case.progress)
    title = _line("card-title", alias=case.alias, number=str(case.number))
    blocks: list[Block] = [Row((Line(band_of(case).message), title))]
    blocks.append(_in_language("card-language", told))
    blocks.append(Row(_since(case, case.card_age)))
    blocks += _asks(told)
    if case.transfer:
        blocks.append(Pair(MessageId("life-handed-on"), (case.transfer.reason,)))
    if case.away:
        blocks.append(_line("card-away"))
    blocks.append(_line("card-claim", number=str(case.number)))
    return tuple(blocks)


def queue_row(case: Case, guide: Guide, now: datetime) -> Row:
    """The same as the card, in one line of the queue."""
    told = guide.report(case.progress)
    name = _in_language("queue-row", told, alias=case.alias)
    since = _since(case, age(case, now))
    return Row((Line(band_of(case).message), name, *since, *_asks(told)))


def _since(case: Case, reached: int) -> tuple[Line, ...]:
    """Since when it waits, and about how long that is."""
    a_day = reached == len(AGES) - 1
    form = "%Y-%m-%d %H:%M" if a_day else "%H:%M"
    since = _line("card-since", since=case.sent.strftime(form) if case.sent else "")
    return (since, Line(AGES[reached][1])) if reached > 0 else (since,)


def _asks(told: Report) -> tuple[Pair, ...]:
    """About whom it is, what is hoped for, what to know before anything else, and from whom."""
    shown = (
        ("card-role", (told.role,) if told.role else ()),
        ("card-wish", (told.wish,) if told.wish else ()),
        ("card-flags", _flags(told.flags)),
        ("card-listener", told.listener),
    )
    return tuple(Pair(MessageId(label), values) for label, values in shown if values)


def casefile(case: Case, guide: Guide) -> tuple[PostToCase, ...]:
    """The whole case for the one who claimed it: heading, answers, story, what came since."""
    told = guide.report(case.progress)
    heading: list[Block] = [_in_language("case-heading", told, alias=case.alias)]
    heading += flagged(told.flags)
    heading += [Pair(a.question, a.options) for a in told.answers if a.options]
    if case.transfer:
        heading.append(Pair(MessageId("life-handed-on"), (case.transfer.reason,)))
    heading += verdict(case)
    if case.note:
        heading.append(_line("life-note", note=case.note))
    heading += [*passing.remembered(case), *referrals.remembered(case, guide.places)]
    if case.away:
        heading.append(_line("case-away"))
    if case.taken_back:
        heading.append(_line("case-taken-back"))
    posts, language = [PostToCase(tuple(heading))], guide.translated_for(case)
    for answer in told.answers:
        posts += _remark(answer, language)
    posts.append(PostToCase((_line("case-story"),)))
    for part in (*told.story, *case.added):
        posts += to_staff(part, language)
    # Last, and by itself: whoever reads only one thing reads how to write here.
    how: list[Block] = [_line("case-translated" if language else "case-untranslated")]
    if guide.needs_interpreter(case):
        how.append(_in_language("case-interpreter", told))
    posts.append(PostToCase((*how, _line("case-how"))))
    return tuple(posts)


def flagged(flags: frozenset[Flag]) -> tuple[Block, ...]:
    """What a professional should know before anything else."""
    return (Pair(MessageId("card-flags"), _flags(flags)),) if flags else ()


def verdict(case: Case) -> tuple[Block, ...]:
    """Whether somebody judged it as genuine, and why not."""
    if case.judgement is None:
        return ()
    said = _line(f"life-{case.judgement.value.replace('_', '-')}")
    return (said, Pair(MessageId("life-reason"), (case.reason,))) if case.reason else (said,)


def _remark(answer: Answered, language: Language | None) -> tuple[PostToCase, ...]:
    """Own words under an answer: in messages of their own, which can be corrected and redacted."""
    if answer.remark is None or not says_something(answer.remark):
        return ()
    pieces = parts(answer.remark)
    return tuple(
        PostToCase((Pair(answer.question, (), piece, language),), answer.ref) for piece in pieces
    )


def _flags(flags: frozenset[Flag]) -> tuple[MessageId, ...]:
    return tuple(_flag(flag.value) for flag in sorted(flags, key=lambda flag: flag.value))


def _flag(value: str) -> MessageId:
    return MessageId("flag-" + value.replace("_", "-"))


def _in_language(message: str, told: Report, **args: str) -> Line:
    """With the name of the reporter's language."""
    return Line(MessageId(message), args, {"language": (named(told.language),)})


def named(language: Language | None) -> MessageId:
    """The message with the name under which professionals know a language."""
    return MessageId(f"spoken-{language or 'unknown'}")


def _line(message: str, **args: str) -> Line:
    return Line(MessageId(message), args)
