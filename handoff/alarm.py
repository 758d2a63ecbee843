"""Somebody may be in danger: colleagues are called, without a word about whom."""

from datetime import datetime

from dialogs.model import Line, MessageId
from handoff.actions import PostToDesk
from handoff.floor import Staffing
from handoff.model import Case, Stage
from handoff.queue import Band, band_of

DANGER = MessageId("floor-danger")


def needs_call(before: Case | None, after: Case | None) -> bool:
    """Whether a case with danger came into the queue, or one that waits there is in danger now."""
    return _calls(after) and not _calls(before)


def call(staffing: Staffing, now: datetime) -> PostToDesk:
    """It reaches those on shift, and everybody who listens when nobody is."""
    return PostToDesk((Line(DANGER),), mentions=staffing.on_call(now))


def is_call(post: PostToDesk) -> bool:
    return post.blocks == (Line(DANGER),)


def _calls(case: Case | None) -> bool:
    return case is not None and case.stage is Stage.WAITING and band_of(case) is Band.FIRST
