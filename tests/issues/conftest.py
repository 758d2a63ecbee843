"""A line in memory, as for the other tests of the bot."""

from tests.bot.conftest import line

__all__ = ["line"]
