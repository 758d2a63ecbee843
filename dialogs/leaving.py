"""Stopping, erasing and the end: the ways out that always work."""

from dataclasses import replace
from datetime import timedelta

from dialogs.model import Action, Count, Erase, Leave, Pause, Phase, Progress, Turn
from dialogs.saying import say
from dialogs.scene import Scene

ERASE_WITHIN = timedelta(minutes=2)
WITH_A_PERSON = (Phase.WAITING, Phase.LIVE)


def stop(scene: Scene, progress: Progress) -> Turn:
    """Halt with one neutral word, in case someone is looking."""
    at = progress.at if progress.at is not None else scene.dialog.start
    paused = replace(progress, at=at, paused=True, trying=None)
    ok = scene.dialog.fixed.ok
    if progress.coded and progress.phase in (*WITH_A_PERSON, Phase.FEEDBACK):
        return Turn(paused, (say(progress, ok, scene.dialog.code.stopped), Leave()))
    held: tuple[Action, ...] = (
        (Pause(),) if progress.phase in WITH_A_PERSON and not progress.paused else ()
    )
    return Turn(paused, (*held, say(progress, ok)))


def erase(scene: Scene, progress: Progress) -> Turn:
    """The first time ask, the second time within two minutes delete everything."""
    at = progress.at if progress.at is not None else scene.dialog.start
    asked = progress.erase_asked
    if asked is not None and abs(scene.now - asked) <= ERASE_WITHIN:
        gone = say(progress, *scene.dialog.fixed.erased)
        return Turn(Progress(), (gone, Erase(chat=True), Count("erased")))
    waiting = replace(progress, at=at, erase_asked=scene.now)
    return Turn(waiting, (say(progress, *scene.dialog.fixed.erase_ask),))


def end(scene: Scene, progress: Progress, *before: Action) -> Turn:
    """The last word of a closed talk; nothing stays, or only what the return code opens."""
    if progress.coded:
        return Turn(progress, (*before, say(progress, *scene.dialog.code.ended), Leave()))
    gone = say(progress, *scene.dialog.fixed.ended)
    return Turn(Progress(), (*before, gone, Erase()))
