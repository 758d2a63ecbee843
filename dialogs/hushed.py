"""Values that hold what a person said: they never print themselves."""


class Hushed:
    """Base for dataclasses with private fields; `repr` and `str` give the type's name only.

    Use with `@dataclass(repr=False)`. A log line, an exception or a failing assertion then shows
    that there was a text, never the text.
    """

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"
