"""The settings of `line.toml`: typed, frozen, read once; an unknown key is an error."""

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from bot.errors import ConfigurationError
from bot.opening_hours import Times, hours_of, read_times
from dialogs.model import Language
from handoff.hours import WEEK, Hours

SETTINGS_FILE = "line.toml"

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class AccountSettings(_Section):
    """Where one of the line's accounts lives; its session is in `identity.db`."""

    homeserver: Words
    user: Words
    purge_rooms: bool = False
    """Have the homeserver delete rooms that are over; the account must be its administrator."""


def _times(text: object) -> Times:
    try:
        return read_times(str(text))
    except ValueError:
        wrong = 'write it as "10:00-20:00", or "10:00-13:00, 14:00-20:00", on a clock of 24 hours'
        raise PydanticCustomError("opening", wrong) from None


DayTimes = Annotated[Times, BeforeValidator(_times)]


class OpeningSettings(_Section):
    """When people talk live; a day that is left out is closed, and messages are taken always."""

    monday: DayTimes = ()
    tuesday: DayTimes = ()
    wednesday: DayTimes = ()
    thursday: DayTimes = ()
    friday: DayTimes = ()
    saturday: DayTimes = ()
    sunday: DayTimes = ()

    @property
    def hours(self) -> Hours:
        week: tuple[Times, ...] = tuple(getattr(self, day) for day in WEEK)
        return hours_of(week)


def _number(text: object) -> str:
    if not isinstance(text, str) or not re.fullmatch(r"\+[1-9][0-9]{6,14}", text):
        wrong = "write it with its country and without spaces, such as +31612345678"
        raise PydanticCustomError("number", wrong)
    return text


PhoneNumber = Annotated[str, BeforeValidator(_number)]


class SignalSettings(_Section):
    """The line's account on Signal, behind signal-cli; relative paths start at the settings file.

    signal-cli's data folder is the one place outside our databases where reporters' accounts lie:
    put it on an encrypted disk.
    """

    number: PhoneNumber
    """By which the account is registered; reporters never see it."""
    data: Path = Path("signal/data")
    socket: Path = Path("signal/run/socket")
    program: Words = "signal-cli"
    keep: bool = True
    """Run signal-cli beside the line; `false` where systemd runs `vertrouwenslijn signal serve`."""
    timer_days: int = Field(default=7, ge=0, le=28)
    """After how long messages disappear from a reporter's phone; 0 leaves it to them."""


class Config(_Section):
    """Everything the operator decides."""

    line_name: Words
    staff_language: Language
    legal_limit: dict[Language, Words]
    """What the law obliges the line to pass on, in each offered language; there is no default."""
    front: AccountSettings
    desk: AccountSettings
    signal: SignalSettings | None = None
    """A second way in; without it the line is on Matrix alone."""
    small_line: bool = True
    """Everybody may do everything at the desk, as where only two or three people work.

    With `false`, `staff add` wants the duties named, and keeps apart: a supervisor does not take
    cases; an analyst, who sees codes only, neither takes, reads nor supervises cases; a release
    officer is no analyst. Listening and reading second go together: nobody reads their own case.
    """
    time_zone: Words = "Europe/Amsterdam"
    opening: OpeningSettings = OpeningSettings()
    hold_seconds: int = Field(default=5, ge=0, le=60)
    """How long a professional sees a translation of their words before it goes."""
    models: Path = Path("models")
    """Where the translation models are, relative to the settings file."""
    state: Path = Path("state")
    """Where the two databases are, relative to the settings file."""
    keys: Path = Path("keys")
    """Where the keys are; `identity.key` is taken from systemd's credentials when there are any."""
    key_cell: Literal["file", "memory"] = "file"
    """Where the key of `line.db` lies: on the disk, or only in memory until the machine stops."""
    key_cell_folder: Path | None = None
    """The folder of a key cell in memory, such as `/run/vertrouwenslijn`."""

    @model_validator(mode="after")
    def _cell_has_its_folder(self) -> Self:
        if (self.key_cell == "memory") != (self.key_cell_folder is not None):
            raise PydanticCustomError(
                "key_cell", 'key_cell_folder goes with key_cell = "memory", and only with it'
            )
        return self

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise PydanticCustomError("time_zone", "there is no such time zone") from None
        return zone

    def account(self, name: str) -> AccountSettings:
        return self.front if name == "front" else self.desk

    @property
    def one_homeserver(self) -> bool:
        return self.front.homeserver == self.desk.homeserver


class Place(_Section):
    """The settings with the folder they were found in."""

    folder: Path
    config: Config

    @property
    def identity_db(self) -> Path:
        return self.folder / self.config.state / "identity.db"

    @property
    def line_db(self) -> Path:
        return self.folder / self.config.state / "line.db"

    @property
    def models(self) -> Path:
        return self.folder / self.config.models

    def signal_data(self, settings: SignalSettings) -> Path:
        return self.folder / settings.data

    def signal_socket(self, settings: SignalSettings) -> Path:
        return self.folder / settings.socket

    @property
    def key_folder(self) -> Path:
        credentials = os.environ.get("CREDENTIALS_DIRECTORY")
        return Path(credentials) if credentials else self.folder / self.config.keys

    @property
    def identity_key(self) -> Path:
        return self.key_folder / "identity.key"

    @property
    def line_cell(self) -> Path:
        """Never among systemd's credentials: those cannot be overwritten."""
        return self.folder / (self.config.key_cell_folder or self.config.keys) / "line.cell"


def read_config(path: Path) -> Place:
    """Read and check the settings; every fault is one sentence that names the setting."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigurationError(f"There is no settings file {path}. `init` makes one.") from None
    except OSError:
        raise ConfigurationError(f"The settings file {path} cannot be read.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ConfigurationError(f"{path} is no valid TOML: {fault}") from None
    try:
        return Place(folder=path.resolve().parent, config=Config.model_validate(raw))
    except ValidationError as fault:
        raise ConfigurationError(f"{path}: {_plain(fault)}") from None


def _plain(fault: ValidationError) -> str:
    """The first fault as a sentence, without quoting a value."""
    first = fault.errors(include_input=False, include_url=False)[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"there is no setting called '{name}'."
    if first["type"] == "missing":
        return f"the setting '{name}' is missing{_HINTS.get(name, '')}."
    if not name:
        return f"{first['msg']}."
    return f"the setting '{name}' is wrong: {first['msg']}."


_HINTS = {
    "legal_limit": " (what the law obliges you to pass on, per language; there is no default)",
}
