"""Names for what the fixtures hand to tests."""

from collections.abc import Awaitable, Callable

from bot.demo.person import Person

NewPerson = Callable[..., Awaitable[Person]]
"""`await person("anna")`; `at=` names another server than the shared one."""
