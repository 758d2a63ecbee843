"""No value that holds a person prints itself, in no repr, exception or validation error."""

import dataclasses
import importlib
import pkgutil
import traceback
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

import bot
import dialogs
import handoff
from bot.channels.base import Account, TextCame
from bot.rows import Errand, read_errand, read_event
from bot.storage.cases import CASE
from bot.storage.reading import read_stored
from dialogs.hushed import Hushed
from dialogs.model import Progress
from handoff.model import Case

CANARY = "CANARY-van-de-melder"
SKIPPED = ("bot.demo", "bot.__main__")
"""People invented for a demonstration; nothing else leaves the package out."""

OPEN = {
    # What an operator or a developer wrote, the same for every reporter.
    "bot.catalogue.Catalogue", "bot.catalogue.Settings", "bot.locales.Source",
    "bot.storage.identity.Approval", "dialogs.words.Lexicon",
    "handoff.commands.base.Command", "handoff.guide.Guide",
    "handoff.hours.Hours", "handoff.hours.Span",
    "bot.translation.base.Direction", "bot.translation.models.Installed",
    # Counts, times and names of things that are no person.
    "bot.inbox.Lifetimes", "dialogs.model.Count", "handoff.actions.CountOne",
    "dialogs.model.ShowOriginal", "dialogs.model.Submit", "dialogs.model.Pause",
    "handoff.actions.LeaveReporter",
    "dialogs.model.Resume", "dialogs.model.Erase", "dialogs.model.Leave", "dialogs.model.HideCode",
    "handoff.actions.ClearChat", "bot.rows.PurgeRoom",
    "handoff.commands.NoCommand",
    "handoff.guide.Steer", "bot.runtime.Stores", "bot.runtime.Parts",
    "bot.security.hardening.Hardened",
}  # fmt: skip
"""Reviewed one by one: dataclasses that print themselves. All others must be `Hushed`."""


def _modules() -> Iterator[ModuleType]:
    for package in (bot, dialogs, handoff):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.startswith(SKIPPED):
                yield importlib.import_module(found.name)


def _dataclasses() -> dict[str, type[Any]]:
    return {
        f"{one.__module__}.{one.__qualname__}": one
        for module in _modules()
        for one in vars(module).values()
        if isinstance(one, type) and dataclasses.is_dataclass(one)
        if one.__module__ == module.__name__
    }


CLASSES = _dataclasses()
OPERATORS = ("bot.operating.", "dialogs.definition.", "bot.channels.matrix.")
"""What the operator typed, what a definition file says; the adapter is looked at below."""


def test_every_dataclass_is_hushed_or_reviewed() -> None:
    talkative = {
        name
        for name, one in CLASSES.items()
        if not issubclass(one, Hushed) and not name.startswith(OPERATORS)
    }
    assert talkative - OPEN == set()
    assert OPEN - talkative == set()  # no permission outlives its class


def test_the_adapters_values_that_hold_people_are_hushed() -> None:
    telling = {"room", "person", "sender", "event", "user", "text", "token", "key", "device"}
    talkative = [
        name
        for name, one in CLASSES.items()
        if name.startswith("bot.channels.") and not issubclass(one, Hushed)
        if telling & {field.name for field in dataclasses.fields(one)}
    ]
    assert talkative == []


@pytest.mark.parametrize(
    "name", sorted(name for name, one in CLASSES.items() if issubclass(one, Hushed))
)
def test_a_hushed_value_shows_its_type_only(name: str) -> None:
    """A subclass that forgets `repr=False` gets a talking repr from `dataclass` again."""
    one = CLASSES[name]
    value: Any = object.__new__(one)
    for field in dataclasses.fields(one):
        object.__setattr__(value, field.name, CANARY)
    for shown in (repr(value), str(value), f"{value}", repr([value]), repr({"x": (value,)})):
        assert CANARY not in shown


def _text_of(fault: BaseException) -> str:
    return "".join(traceback.format_exception(fault)) + repr(fault)


@pytest.mark.parametrize("read", [read_event, read_errand])
@pytest.mark.parametrize(
    "body",
    [
        f'{{"kind": "{CANARY}"}}',
        f'{{"kind": "text", "room": "{CANARY}"}}',
        f'{{"kind": "text", "device": {{"person": "{CANARY}", "key": ["{CANARY}"]}}}}',
        f'{{"account": "{CANARY}", "room": null, "action": {{"kind": "{CANARY}"}}}}',
        f'["{CANARY}"',
    ],
)
def test_a_row_that_cannot_be_read_is_not_quoted(read: Any, body: str) -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever it is, it must not quote
        read(body.encode())
    assert CANARY not in _text_of(caught.value)


def test_a_case_that_cannot_be_read_is_not_quoted() -> None:
    body = f'{{"id": "x", "stage": "{CANARY}", "progress": {{"story": ["{CANARY}"]}}}}'
    with pytest.raises(Exception) as caught:  # noqa: PT011
        read_stored(CASE, body.encode())
    assert CANARY not in _text_of(caught.value)


def test_the_check_of_unread_rows_can_fail() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(int).validate_json(f'"{CANARY}"')
    assert CANARY in _text_of(caught.value)


def test_the_list_sees_the_classes_that_matter() -> None:
    wanted = {TextCame, Errand, Progress, Case}
    assert wanted <= set(CLASSES.values())
    assert Account.FRONT
