"""Libraries under the adapter log room ids, people and keys; here they are told to be silent."""

import logging

LOUD = ("nio", "aiohttp", "peewee", "charset_normalizer", "asyncio_throttle")


def hush() -> None:
    """Cut the libraries' loggers off from every handler, their children included."""
    for name in LOUD:
        logger = logging.getLogger(name)
        logger.handlers = [logging.NullHandler()]
        logger.propagate = False
        logger.setLevel(logging.CRITICAL + 1)
