"""What the documents show is what the program does."""

from pathlib import Path

import pytest

from bot.assets import load_dialog
from dialogs.diagram import diagram as dialog_diagram
from handoff.stages import diagram as stage_diagram

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize(
    ("page", "made"),
    [("dialog.md", dialog_diagram(load_dialog())), ("stages.md", stage_diagram())],
)
def test_a_diagram_is_the_one_the_program_makes(page: str, made: str) -> None:
    """Run `vertrouwenslijn dialog diagram` and paste it when this fails."""
    drawn = (DOCS / page).read_text(encoding="utf-8").split("```mermaid\n")[1].split("```")[0]
    assert drawn.strip() == made.strip()
