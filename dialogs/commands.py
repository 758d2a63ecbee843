"""The words that work anywhere, and what each does at the place where it is said."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs import coding
from dialogs.choosing import ask_for_human, skip
from dialogs.definition import Kind
from dialogs.leaving import WITH_A_PERSON, erase, stop
from dialogs.model import Command, Flag, PassOn, Phase, Progress, Said, ShowOriginal, Turn
from dialogs.place import back, step_aside, take_up
from dialogs.saying import card, say, spoken, summary
from dialogs.scene import Scene

LIVE_COMMANDS = frozenset(
    {
        Command.HELP,
        Command.STOP,
        Command.ERASE,
        Command.DANGER,
        Command.CODE,
        Command.ORIGINAL,
    }
)
"""With a person the bot keeps out of the way; anything else is for the person."""
NEED_LANGUAGE = frozenset(
    {
        Command.HUMAN,
        Command.INFO,
        Command.SUMMARY,
        Command.BACK,
        Command.SKIP,
        Command.ORIGINAL,
    }
)


def counts(command: Command, progress: Progress) -> bool:
    """True when the command is heard in the reporter's present phase."""
    return progress.phase is not Phase.LIVE or command in LIVE_COMMANDS


def obey(scene: Scene, progress: Progress, command: Command, said: Said) -> Turn:
    """Do what a command says."""
    if progress.at is None:
        progress = replace(progress, at=scene.dialog.start)
    if progress.language is None and command in NEED_LANGUAGE:
        if command is Command.HUMAN:
            progress = replace(progress, aside=scene.dialog.places.human)
        return scene.ask(progress, again=True)
    if command is Command.DANGER:
        return _danger(scene, progress, said)
    return _TABLE[command](scene, progress)


def _help(scene: Scene, progress: Progress) -> Turn:
    fixed = scene.dialog.fixed
    if progress.phase is Phase.LIVE:
        return Turn(progress, (say(progress, *fixed.help_live),))
    if progress.phase is Phase.WAITING and _listening(scene, progress):
        return Turn(progress, (say(progress, *fixed.help_waiting),))
    return scene.ask(progress, say(progress, *fixed.help), again=True)


def _stop(scene: Scene, progress: Progress) -> Turn:
    return stop(scene, progress)


def _erase(scene: Scene, progress: Progress) -> Turn:
    return erase(scene, progress)


def _back(scene: Scene, progress: Progress) -> Turn:
    return scene.ask(back(scene.dialog, progress), again=True)


def _skip(scene: Scene, progress: Progress) -> Turn:
    if _listening(scene, progress):
        return scene.ask(progress, again=True)
    return skip(scene, progress)


def _language(scene: Scene, progress: Progress) -> Turn:
    if scene.question(progress).kind is Kind.LANGUAGE:
        return scene.ask(progress, again=True)
    left = progress.aside if progress.aside is not None else progress.at
    return scene.ask(replace(progress, aside=left, at=scene.dialog.places.language), again=True)


def _human(scene: Scene, progress: Progress) -> Turn:
    if progress.phase is Phase.WAITING:
        return scene.ask(take_up(scene.dialog, progress), again=True)
    return ask_for_human(scene, progress)


def _summary(scene: Scene, progress: Progress) -> Turn:
    shown = spoken(progress, summary(scene.dialog, progress))
    if _listening(scene, progress):
        return Turn(progress, (shown,))
    return scene.ask(progress, shown, again=True)


def _danger(scene: Scene, progress: Progress, said: Said) -> Turn:
    """Show the card; the open question stays open and silent, and a person is told."""
    if progress.phase is not Phase.INFORMATION:
        progress = replace(progress, flags=progress.flags | {Flag.DANGER})
    shown = card(scene.dialog, progress, scene.dialog.places.danger)
    if progress.phase in WITH_A_PERSON:
        return Turn(progress, (shown, PassOn(said)))
    if progress.language is None:
        return scene.ask(progress, shown, again=True)
    return Turn(progress, (shown,))


def _info(scene: Scene, progress: Progress) -> Turn:
    places = scene.dialog.places
    home = places.information if progress.phase is Phase.INFORMATION else places.menu
    return scene.ask(step_aside(scene.dialog, progress, home))


def _code(scene: Scene, progress: Progress) -> Turn:
    """After sending, show a code; before, a code may be typed at any place."""
    if progress.phase in WITH_A_PERSON:
        return coding.give(scene, progress)
    told = say(progress, scene.dialog.code.type_it)
    if progress.language is None:
        return scene.ask(progress, told, again=True)
    return Turn(progress, (told,))


def _original(_scene: Scene, progress: Progress) -> Turn:
    """The open question stays open and silent."""
    return Turn(progress, (ShowOriginal(),))


def _listening(scene: Scene, progress: Progress) -> bool:
    return scene.question(progress).kind is Kind.LISTEN


_TABLE: Mapping[Command, Callable[[Scene, Progress], Turn]] = {
    Command.HELP: _help,
    Command.STOP: _stop,
    Command.ERASE: _erase,
    Command.BACK: _back,
    Command.SKIP: _skip,
    Command.LANGUAGE: _language,
    Command.HUMAN: _human,
    Command.SUMMARY: _summary,
    Command.INFO: _info,
    Command.CODE: _code,
    Command.ORIGINAL: _original,
}
