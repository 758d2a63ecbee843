"""`!queue`: the cases that wait, the most pressing first."""

from dialogs.model import Line, MessageId
from handoff.casefile import queue_row
from handoff.commands.base import Command, Overview, Where
from handoff.model import Block, Case, Row
from handoff.queue import Band, band_of, in_order

MOST_ROWS = 40
"""More would not fit one message when the line is flooded, and then nothing would be shown."""


def _survey(overview: Overview) -> tuple[Block, ...]:
    if not overview.waiting:
        return (Line(MessageId("desk-queue-empty")),)
    queue = in_order(overview.waiting)
    first, last, more = queue, queue[:0], len(queue) - MOST_ROWS
    if more > 0:
        # The first and the last: whoever comes in the middle of a flood is seen as well.
        half = MOST_ROWS // 2
        first, last = queue[:half], queue[-half:]
    shown: list[Block] = [Line(MessageId("desk-queue")), *_rows(overview, first)]
    if more > 0:
        shown = [_in_each_band(queue), *shown]
        shown.append(Line(MessageId("desk-queue-more"), {"count": str(more)}))
    return (*shown, *_rows(overview, last))


def _rows(overview: Overview, cases: tuple[Case, ...]) -> tuple[Row, ...]:
    return tuple(queue_row(case, overview.guide, overview.moment.now) for case in cases)


def _in_each_band(queue: tuple[Case, ...]) -> Row:
    """How many there are of each, where not all are shown."""
    bands = [band_of(case) for case in queue]
    counts = ((band, bands.count(band)) for band in Band)
    message = MessageId("queue-band")
    return Row(
        tuple(
            Line(message, {"count": str(count)}, {"band": (band.message,)})
            for band, count in counts
            if count
        )
    )


COMMAND = Command(
    "queue",
    frozenset({Where.DESK}),
    MessageId("command-queue"),
    numbered=False,
    survey=_survey,
)
