"""The error family. No message ever holds a reporter's id, room, device, text or key."""


class LineError(Exception):
    """Base of every error this project raises on purpose."""


class ConfigurationError(LineError):
    """A setting is missing, unknown or impossible; worded for the operator."""


class ChannelError(LineError):
    """Something a messenger network did; adapters translate their library's errors into these."""


class TryLater(ChannelError):
    """A passing fault: rate limit, server down, connection lost; the request may be repeated."""

    def __init__(self, reason: str = "", after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after
        """Seconds the server asked us to wait, or None."""


class Refused(ChannelError):
    """The network refused for good: forbidden, room gone, too large. Repeating is useless."""


class LoggedOut(ChannelError):
    """Our account's session is no longer valid; a person must act."""


class StorageError(LineError):
    """The database cannot be opened, read or written."""


class SealError(LineError):
    """Something cannot be sealed or opened."""


class TranslationError(LineError):
    """A text could not be translated; the original is used."""
