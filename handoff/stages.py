"""The stages of a case as one table, run by `transitions`; anything not in it raises."""

from enum import Enum
from typing import Any

from transitions import Machine

from handoff.model import Stage


class Trigger(Enum):
    """What moves a case from one stage to another."""

    SUBMIT = "submit"
    CLAIM = "claim"
    ARRIVE = "arrive"
    RETURN = "hand_back"
    CLOSE = "close"
    REST = "rest"
    RESUME = "resume"
    REQUEUE = "requeue"


TABLE: tuple[tuple[Trigger, tuple[Stage, ...], Stage], ...] = (
    (Trigger.SUBMIT, (Stage.DRAFT, Stage.CLOSED), Stage.WAITING),
    (Trigger.CLAIM, (Stage.WAITING,), Stage.CLAIMED),
    (Trigger.ARRIVE, (Stage.CLAIMED,), Stage.LIVE),
    (Trigger.RETURN, (Stage.CLAIMED, Stage.LIVE), Stage.WAITING),
    (Trigger.REST, (Stage.LIVE,), Stage.RESTING),
    (Trigger.RESUME, (Stage.RESTING,), Stage.LIVE),
    (Trigger.REQUEUE, (Stage.RESTING,), Stage.WAITING),
    (Trigger.CLOSE, (Stage.WAITING, Stage.CLAIMED, Stage.LIVE, Stage.RESTING), Stage.CLOSED),
)


class _Place:
    """The model `transitions` moves; it lives for one trigger."""

    state: Stage


_MACHINE = Machine(
    model=None,
    states=Stage,
    initial=Stage.DRAFT,
    auto_transitions=False,
    transitions=[
        {"trigger": trigger.value, "source": list(sources), "dest": target}
        for trigger, sources, target in TABLE
    ],
)


def may(stage: Stage, trigger: Trigger) -> bool:
    """Whether the table has such a move."""
    return any(trigger is t and stage in sources for t, sources, _ in TABLE)


def move(stage: Stage, trigger: Trigger) -> Stage:
    """The stage after the trigger; raises `transitions.MachineError` when the table has none."""
    place: Any = _Place()
    _MACHINE.add_model(place, initial=stage)
    try:
        place.trigger(trigger.value)
        reached: Stage = place.state
    finally:
        _MACHINE.remove_model(place)
    return reached


def diagram() -> str:
    """The table as a Mermaid state diagram; a test holds it equal to the documentation."""
    lines = ["stateDiagram-v2", f"    [*] --> {Stage.DRAFT.value}"]
    for trigger, sources, target in TABLE:
        lines += [f"    {source.value} --> {target.value}: {trigger.value}" for source in sources]
    lines += [f"    {stage.value} --> [*]: erase" for stage in Stage]
    return "\n".join(lines) + "\n"
