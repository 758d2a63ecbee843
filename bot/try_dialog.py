"""Talk to a dialog in the terminal: no network, no storage, nothing kept."""

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import count
from typing import TextIO

from bot.catalogue import Catalogue
from dialogs.definition import Dialog
from dialogs.engine import advance
from dialogs.model import (
    Action,
    Erase,
    Moment,
    PassOn,
    Pause,
    Progress,
    Resume,
    Said,
    Say,
    Submit,
    TextRef,
)


def try_dialog(catalogue: Catalogue, dialog: Dialog, keyboard: TextIO, screen: TextIO) -> None:
    """Read lines as a reporter's messages and print what the line would answer, until the end."""
    lexicons = catalogue.lexicons()
    progress = Progress()
    for number in count():
        print("> ", end="", file=screen, flush=True)
        typed = keyboard.readline()
        if not typed:
            return
        moment = Moment(datetime.now(UTC), secrets.token_bytes(64))
        said = Said(TextRef(str(number)), typed.rstrip("\n"))
        turn = advance(dialog, lexicons, progress, said, moment)
        progress = turn.progress
        for text in told(catalogue, turn.actions):
            print(f"\n{text}\n", file=screen, flush=True)


def told(catalogue: Catalogue, actions: Iterable[Action]) -> Iterable[str]:
    """What a person at the terminal sees of each action."""
    for action in actions:
        match action:
            case Say():
                yield catalogue.render(action)
            case Submit(fast):
                yield "[sent to the desk]" if not fast else "[sent to the desk: a person now]"
            case PassOn():
                yield "[passed on to the desk]"
            case Pause():
                yield "[paused: nothing is sent until the reporter writes]"
            case Resume():
                yield "[resumed: what was held back is sent]"
            case Erase():
                yield "[everything erased]"
            case _:
                continue
