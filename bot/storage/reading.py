"""Reading what was stored, without ever quoting it."""

from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.errors import LineError

Stored = TypeVar("Stored")


def read_stored(adapter: TypeAdapter[Stored], body: bytes) -> Stored:
    """The library's own error would quote what the row holds."""
    try:
        return adapter.validate_json(body)
    except ValidationError:
        raise LineError("a stored row cannot be read") from None
