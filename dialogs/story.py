"""The reporter's own words: kept, corrected, taken back, masked; never lost."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace

from dialogs.model import Action, Progress, Said, StoryPart, TextRef, Turn
from dialogs.numbers import hide, identifying
from dialogs.place import step_aside
from dialogs.saying import say
from dialogs.scene import Scene
from dialogs.words import distress

READING_ALONG_EVERY = 5
FIRST_TEXT_WORDS = 3
FIRST_TEXT_CHARACTERS = 16


def is_a_text(text: str) -> bool:
    """True when a first message is plainly more than a greeting."""
    stripped = text.strip()
    # A Chinese character says as much as two letters, and no space tells where a word ends.
    length = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in stripped)
    return len(stripped.split()) >= FIRST_TEXT_WORDS or length >= FIRST_TEXT_CHARACTERS


def keep(progress: Progress, said: Said) -> Progress:
    """Add a text to the story."""
    if not said.text.strip():
        return progress
    return replace(progress, story=(*progress.story, StoryPart(said.ref, said.text)))


def keep_remark(progress: Progress, said: Said) -> Progress:
    """Keep a text beside the open question."""
    if progress.at is None or not said.text.strip():
        return progress
    remarks = {**progress.remarks, progress.at: StoryPart(said.ref, said.text)}
    return replace(progress, remarks=remarks)


def correct(progress: Progress, ref: TextRef, text: str) -> Progress:
    """Put the edited text in the place of the stored one; an unknown one changes nothing."""
    if not text.strip():
        return take_back(progress, ref)
    return _each_part(progress, lambda part: replace(part, text=text) if part.ref == ref else part)


def take_back(progress: Progress, ref: TextRef) -> Progress:
    return _each_part(progress, lambda part: None if part.ref == ref else part)


def hide_numbers(progress: Progress) -> Progress:
    """Mask every identifying number in what is stored."""
    return _each_part(progress, lambda part: replace(part, text=hide(part.text)))


def listen(scene: Scene, progress: Progress, said: Said, *, resumed: bool) -> Turn:
    """A message at the story question: thank once, then stay silent while the story goes on."""
    before = len(progress.story)
    progress = keep(progress, said)
    if resumed or not said.text.strip():
        answer = scene.ask(progress, again=True)
    elif before == 0:
        answer = Turn(progress, (say(progress, scene.dialog.fixed.thanks),))
    elif len(progress.story) % READING_ALONG_EVERY == 0:
        answer = Turn(progress, (say(progress, scene.dialog.fixed.reading_along),))
    else:
        answer = Turn(progress, ())
    return noticed(scene, answer, said)


def noticed(scene: Scene, turn: Turn, said: Said) -> Turn:
    """Offer a card after clear words of distress, and to hide an identifying number."""
    progress, offered = offer(scene, turn.progress, said)
    actions = (*offered, *turn.actions)
    if identifying(said.text) and progress.language is not None:
        progress = step_aside(scene.dialog, progress, scene.dialog.places.number)
        return scene.ask(progress, *offered)
    return Turn(progress, actions)


def offer(scene: Scene, progress: Progress, said: Said) -> tuple[Progress, tuple[Action, ...]]:
    """The cards that fit clear words of distress, each offered once."""
    found = [
        one
        for one in distress(said.text, scene.words(progress))
        if not scene.dialog.cards[one].flags <= progress.flags
    ]
    return scene.cards(progress, found)


def _each_part(progress: Progress, change: Callable[[StoryPart], StoryPart | None]) -> Progress:
    story = tuple(new for part in progress.story if (new := change(part)) is not None)
    remarks = {
        question: new
        for question, part in progress.remarks.items()
        if (new := change(part)) is not None
    }
    return replace(progress, story=story, remarks=remarks)
