"""The pictures in docs/pictures: `python -m tests.pictures`, or for one language: `… nl`, `… fa`.

They show nheko, an independent client, at a throw-away homeserver with the real line. On Debian:
`apt-get install nheko xvfb xdotool imagemagick fonts-noto-core fonts-noto-cjk
fonts-noto-color-emoji`. The places to click fit nheko 0.11. Look at every picture before you commit
it: a slow machine may be caught in the middle of something.
"""

import asyncio
import sys
from pathlib import Path

from tests.pictures.abroad import ABROAD, play_abroad
from tests.pictures.day import play
from tests.pictures.words import BOTH

ALBUM = Path(__file__).resolve().parents[2] / "docs/pictures"

for talk in ABROAD:
    if talk.language in (sys.argv[1:] or [talk.language]):
        asyncio.run(play_abroad(talk, ALBUM / "abroad"))
for words in BOTH:
    if words.language in (sys.argv[1:] or [words.language]):
        asyncio.run(play(words, ALBUM / words.language))
