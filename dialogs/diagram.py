"""The dialog as a Mermaid diagram, made from the definition so that it cannot drift."""

from collections.abc import Iterator

from dialogs.definition import Dialog, Effect, Option, Question

_ENDS = {
    Effect.STOP: "stopped",
    Effect.ERASE: "erased",
    Effect.END: "erased",
}


def diagram(dialog: Dialog) -> str:
    """Mermaid text: a box for each question, an arrow for each way on."""
    return "\n".join(["flowchart TD", *(f"    {line}" for line in _lines(dialog))]) + "\n"


def _lines(dialog: Dialog) -> Iterator[str]:
    for question in dialog.questions:
        yield f'{question.id}["{question.id}"]'
    for end in sorted(set(_ENDS.values())):
        yield f"{end}(({end}))"
    for question in dialog.questions:
        yield from _arrows(dialog, question)


def _arrows(dialog: Dialog, question: Question) -> Iterator[str]:
    for option in question.options:
        target = _target(dialog, question, option)
        if target is not None:
            name = "skip" if option.hidden else option.id
            yield f"{question.id} -->|{name}| {target}"
    if not question.options and question.then is not None:
        yield f"{question.id} --> {question.then}"
    skipped = question.skip_to or (question.then if question.options else None)
    if skipped is not None and question.skip_as is None:
        yield f"{question.id} -.->|skip| {skipped}"


def _target(dialog: Dialog, question: Question, option: Option) -> str | None:
    """Where an option leads; None when it goes back to wherever the reporter was."""
    places = dialog.places
    by_effect = {
        Effect.SUBMIT: places.waiting,
        Effect.DROP: places.information,
        Effect.HUMAN: places.human,
        Effect.MENU: places.menu,
        **_ENDS,
    }
    if option.effect is not None:
        return by_effect.get(option.effect)
    return option.go or question.then
