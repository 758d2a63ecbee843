"""A fence around code that takes hostile input apart."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_escapes() -> Iterator[None]:
    """Swallow whatever malformed input sets off, a panic of the native library included.

    Only for synchronous code whose caller treats "nothing came of it" as the answer. The error is
    dropped unlogged, because its text may quote the input.
    """
    try:
        yield
    except Exception:
        pass
    except BaseException as error:
        # A Rust panic is raised as a BaseException; interrupts and exits are not ours to stop.
        if type(error).__name__ != "PanicException":
            raise
