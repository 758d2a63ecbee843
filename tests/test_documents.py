"""What the documents show is what the program does."""

import re
from pathlib import Path

import pytest

from bot.assets import load_dialog
from dialogs.diagram import diagram as dialog_diagram
from handoff.commands import TABLE
from handoff.stages import diagram as stage_diagram

DOCS = Path(__file__).parents[1] / "docs"
FOR_PROFESSIONALS = ("professionals.md", "professionals.nl.md")
LARGEST_PICTURE = 150_000


@pytest.mark.parametrize(
    ("page", "made"),
    [("dialog.md", dialog_diagram(load_dialog())), ("stages.md", stage_diagram())],
)
def test_a_diagram_is_the_one_the_program_makes(page: str, made: str) -> None:
    """Run `vertrouwenslijn dialog diagram` and paste it when this fails."""
    drawn = (DOCS / page).read_text(encoding="utf-8").split("```mermaid\n")[1].split("```")[0]
    assert drawn.strip() == made.strip()


@pytest.mark.parametrize("page", FOR_PROFESSIONALS)
def test_professionals_read_of_every_command(page: str) -> None:
    """A command that is in no page is used by nobody."""
    text = (DOCS / page).read_text(encoding="utf-8")
    assert not [command.word for command in TABLE if f"`!{command.word}" not in text]


@pytest.mark.parametrize("page", FOR_PROFESSIONALS)
def test_pictures_are_there_and_small(page: str) -> None:
    """And none lies around that no page shows."""
    text = (DOCS / page).read_text(encoding="utf-8")
    shown = {DOCS / path for path in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)}
    (album,) = {picture.parent for picture in shown}
    assert shown == set(album.iterdir())
    assert all(picture.stat().st_size < LARGEST_PICTURE for picture in shown)
